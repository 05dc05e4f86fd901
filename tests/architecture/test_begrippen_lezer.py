"""What a reader meets stands in docs/begrippen.md: column heads, names of screens, roles, statuses.

A head is held by its words, because it is put together ("toegekend met onderliggend (uur)"); a role
or a status is held as a whole, because that is what a person looks up.
"""

from __future__ import annotations

import csv
from enum import StrEnum

import pytest

from sturing.analyses.kernwaarde import Hoogte, Kernwaarde
from sturing.analyses.register import OVER_AFSPRAKEN, OVER_LEVERINGEN, REGISTER
from sturing.analyses.taakveld import Toerekening
from sturing.analyses.volledigheid import Leverstand
from sturing.domain import keuzes
from sturing.domain.besluit import Voorstelstand
from sturing.domain.bevinding import Ernst
from sturing.domain.samenspel import Signaalsoort, Stand
from sturing.domain.wie import RechtRol
from sturing.engine.claimvoorstel import Voorstelsoort
from sturing.engine.effecten import Dimensie
from sturing.intake.rijverschil import Rijsoort
from sturing.rapport.model import Soort
from sturing.services.knopvelden import Knop
from sturing.ui.navigation import SECTIONS
from tests.architecture.sources import ROOT
from tests.architecture.test_begrippen import SMALL_WORDS, known_words, plain, terms, words_of

JOINING = SMALL_WORDS | frozenset(
    {"aantal", "alle", "ander", "andere", "anderen", "dat", "die", "een", "er", "geen", "hele"}
    | {"het", "hoe", "in", "is", "meer", "meeste", "met", "min", "moet", "nodig", "nog", "of"}
    | {"s", "te", "tegen", "via", "volgens", "waarvan", "waarvoor", "wat", "welke", "zij", "zonder"}
    | {"bestede", "besteden", "beschikbare", "doet", "geven", "hebben", "heeft", "klein", "klopt"}
    | {"krijgt", "leveren", "noemt", "genoemd", "ondersteund", "ondersteunen", "oud", "spelen"}
    | {"staat", "ervoor", "tonen", "werken", "verwacht", "mensen"}
    | {"doen", "elke", "kunt", "ontbrekende", "u", "zijn"}
)
"""Words that join terms into a head, and plain words and verbs that mean here what they always
mean. A new noun does not belong here: give it a row."""
SEEN = tuple(
    soort
    for soort in vars(keuzes).values()
    if isinstance(soort, type) and issubclass(soort, StrEnum) and soort is not StrEnum
)
"""Every closed list of the workbook, also the roles of the sheet Personen and the statuses."""
OTHERS = (
    *(RechtRol, Voorstelstand, Ernst, Stand, Signaalsoort, Voorstelsoort, Dimensie, Leverstand),
    *(Kernwaarde, Hoogte, Knop, Rijsoort, Soort, Toerekening),
)
"""And those that a screen, a report or a message shows."""


def unexplained(text: str) -> list[str]:
    """The words of `text` that no term explains; a number needs none."""
    known = known_words() | JOINING
    return [word for word in words_of(text) if word not in known and not word.isdigit()]


@pytest.mark.parametrize("analyse", sorted({**REGISTER, **OVER_LEVERINGEN, **OVER_AFSPRAKEN}))
def test_every_word_of_the_title_and_heads_of_an_analysis_is_a_term(analyse: str) -> None:
    gekozen = {**REGISTER, **OVER_LEVERINGEN, **OVER_AFSPRAKEN}[analyse]
    texts = [gekozen.titel, *(kolom.kop for kolom in gekozen.kolommen)]
    found = {text: missing for text in texts if (missing := unexplained(text))}
    assert not found, f"give these words a row in docs/begrippen.md: {found}"


@pytest.mark.parametrize("soort", [*SEEN, *OTHERS], ids=lambda soort: soort.__qualname__)
def test_every_role_status_and_choice_is_a_term_as_a_whole(soort: type[StrEnum]) -> None:
    known = {plain(term) for term in terms()}
    found = [keuze.value for keuze in soort if plain(keuze.value) not in known]
    assert not found, f"give these a row in docs/begrippen.md: {found}"


def test_every_word_of_the_names_of_screens_and_sheets_is_a_term() -> None:
    screens = [title for pages in SECTIONS.values() for _, title in pages]
    with (ROOT / "sturing/intake/schema/bladen.csv").open(encoding="utf-8", newline="") as bestand:
        sheets = [rij["blad"] for rij in csv.DictReader(bestand)]
    found = {text: missing for text in (*screens, *sheets) if (missing := unexplained(text))}
    assert not found, f"give these words a row in docs/begrippen.md: {found}"


def test_a_head_with_a_noun_that_nobody_explained_is_noticed() -> None:
    assert unexplained("kwantumkorting per team (1.000 euro)") == ["kwantumkorting"]
    assert unexplained("toegekend aan opdrachten van anderen (uur)") == []


def test_no_joining_word_is_there_for_nothing() -> None:
    texts = [title for pages in SECTIONS.values() for _, title in pages]
    for gekozen in {**REGISTER, **OVER_LEVERINGEN, **OVER_AFSPRAKEN}.values():
        texts += [gekozen.titel, *(kolom.kop for kolom in gekozen.kolommen)]
    used = {word for text in texts for word in words_of(text)}
    assert not sorted(JOINING - SMALL_WORDS - used)
