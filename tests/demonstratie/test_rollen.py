"""What a chapter of docs/handleiding/rollen quotes is the first sentence of that screen, for those
eyes, in the demonstration; and who is told that Overzicht is not theirs is refused there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sturing.demonstratie.identiteiten import IDENTITEITEN, PLANJAAR
from sturing.domain.codes import TeamCode
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.services.beelden import Geweigerd
from sturing.services.gebieden import gebieden
from sturing.services.gesprek import gesprek
from sturing.services.leveringen import gegevens
from sturing.services.managementcollectief import managementcollectief
from sturing.services.omgeving import Omgeving
from sturing.services.opdrachtgever import opdrachtgeverbeeld
from sturing.services.overzicht import overzicht
from sturing.services.prioriteiten import bord
from sturing.services.programmas import programmas
from sturing.services.teams import teams
from sturing.services.volledigheid import volledigheid
from tests.conftest import NieuweDemonstratie

ROLLEN = Path(__file__).parents[2] / "docs/handleiding/rollen"
CHAPTERS = sorted(p for p in ROLLEN.glob("*.md") if p.name != "README.md")
QUOTE = re.compile(r"^> \*\*(.+?)\*\*, als (.+?): (.+)$", re.MULTILINE)
NOT_FOR_YOU = "Sturing opent met Overzicht."

SCREENS: dict[str, Callable[[Omgeving, Wie], Any]] = {
    "Overzicht": overzicht,
    "Prioriteiten": bord,
    "Opdrachtgever": opdrachtgeverbeeld,
    "Teams en teamplannen": teams,
    "Managementcollectief": managementcollectief,
    "Gebieden": gebieden,
    "Programma's en doelen": programmas,
    "Gegevens": gegevens,
    "Gesprek": lambda omgeving, wie: gesprek(omgeving, wie, Horizon.planjaar(PLANJAAR)),
    "Volledigheid": lambda omgeving, wie: volledigheid(
        omgeving, wie, peildag=date(PLANJAAR - 1, 11, 27)
    ),
}
MEDEWERKER = Wie(
    account="medewerker",
    naam="Medewerker Mobiliteit",
    herkomst=Herkomst.DEMONSTRATIE,
    toekenningen=(Toekenning(rol=RechtRol.MEDEWERKER, teams=frozenset({TeamCode("T13")})),),
)
"""The demonstration has no medewerker to look as; the chapter says so."""
EYES = {wie.naam: wie for wie in (*IDENTITEITEN, MEDEWERKER)}


@pytest.fixture(scope="module")
def omgeving(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    geopend = nieuwe_demonstratie()
    yield geopend
    geopend.sluit()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.stem)
def test_a_chapter_quotes_the_first_sentence_of_its_screen(
    omgeving: Omgeving, chapter: Path
) -> None:
    text = chapter.read_text(encoding="utf-8")
    quotes = QUOTE.findall(text)
    assert len(quotes) == 1
    screen, name, sentence = quotes[0]
    beeld = SCREENS[screen](omgeving, EYES[name])
    assert beeld.kop.titel.replace("\u00a0", " ") == sentence
    refused = isinstance(overzicht(omgeving, EYES[name]), Geweigerd)
    assert refused is (NOT_FOR_YOU in text or screen == "Gegevens")
