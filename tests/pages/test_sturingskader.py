"""docs/sturingskader.md is true: who it names opens the address and finds the words it promises.

The table is read as it stands, so that the docs and the screens cannot drift apart; … stands for a
number. The first sentence is the h1 of the screen, the rest is anywhere below it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from sturing.demonstratie.identiteiten import IDENTITEITEN
from sturing.services import besluit, prioriteiten, voorstellen
from sturing.services.omgeving import Omgeving, stel_in, wie_van
from sturing.store import concepten
from sturing.store import voorstellen as register
from sturing.ui.navigation import FIRST
from tests.conftest import NieuweDemonstratie
from tests.services.besluitproef import JAAR, REACTIE_TOT

TABEL = Path(__file__).parents[2] / "docs" / "sturingskader.md"
NUMBER = r"[0-9][0-9.,]*"
GROENEKAN = "O094"
"""Sluipverkeer Groenekan."""
PROPOSAL = "als er een voorstel ligt"
DECISION = "als er een besluit is"
ROWS_OF_THE_ISSUE = (
    "opdrachtgever",
    "portefeuillehouder",
    "strategisch manager",
    "procesverantwoordelijke",
    "gebiedsmakelaar",
    "gebiedsagenda",
    "teamplan",
    "meerdere teamrollen",
    "ondersteunende teams",
    "teamondersteuner",
    "directie",
    "managementcollectief",
    "Focus",
    "Ruimte",
    "kernwaarden",
    "soorten werk",
    "samenspel met bestuur",
)
"""The rows that issue 5 counts."""
PERSONS = {
    "ambtelijk opdrachtgever",
    "gedelegeerd opdrachtgever",
    "bestuurlijk opdrachtgever (portefeuillehouder)",
    "strategisch manager: wat op hem wacht",
    "procesverantwoordelijke",
    "gebiedsmakelaar",
    "teamondersteuner",
    "directie",
    "managementcollectief",
}
"""Whose answer stands in the first sentence, says the issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    what: str
    who: str
    when: str
    address: str
    first: str
    further: tuple[str, ...]


def rows() -> Iterator[Row]:
    for line in TABEL.read_text(encoding="utf-8").splitlines():
        if "`/" not in line:
            continue
        what, who, address, first, further = (c.strip() for c in line.strip("|").split("|"))
        person, _, when = who.partition(", ")
        yield Row(
            what=what,
            who=person,
            when=when,
            address=address.strip("`"),
            first="" if first == "–" else first,
            further=tuple(further.split("; ")),
        )


ROWS = tuple(rows())
ACCOUNTS = {wie.naam: wie.account for wie in IDENTITEITEN}


def found(promised: str, text: str) -> bool:
    """Does `text` hold the promised words, with a number at every …?"""
    return bool(re.search(NUMBER.join(map(re.escape, promised.split("…"))), text))


def page(name: str) -> None:
    from importlib import import_module

    import_module(f"pages.{name}").toon()


def shown(text: str) -> str:
    """What a person reads of a Markdown text."""
    text = re.sub(r":(?:small|gray|blue|orange|red|green)(?:-badge)?\[", "", text)
    return (
        re.sub(r"\\(.)", r"\1", text)
        .replace("*", "")
        .replace("]", "")
        .replace("\u00a0", " ")
        .replace("\u2060", "")
    )


def strings(value: object) -> Iterator[str]:
    """Every text in what the board got to draw."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def words(block: Block) -> Iterator[str]:
    """Every text of a page: of texts, labels, tables, and of the board."""
    for child in block.children.values():
        if isinstance(child, Block):
            yield str(getattr(child, "label", "") or "")
            yield from words(child)
            continue
        yield str(getattr(child, "label", "") or "")
        if child.type == "bidi_component":
            yield from strings(json.loads(child.proto.json))
            continue
        value = getattr(child, "value", None)
        if isinstance(value, pd.DataFrame):
            yield from map(str, value.columns)
            yield from (str(cell) for cell in value.to_numpy().flatten())
        elif isinstance(value, str):
            yield value


Opened = Callable[[str, str], tuple[str, str]]


def opener(omgeving: Omgeving) -> Opened:
    """`opened(account, address)` is the first sentence and all words of that screen; each once."""

    @cache
    def opened(account: str, address: str) -> tuple[str, str]:
        stel_in(omgeving)
        parts = urlsplit(address)
        name = parts.path.strip("/") or FIRST
        script = AppTest.from_function(page, default_timeout=60, args=(name,))
        script.session_state["identiteit"] = account
        for key, value in parse_qsl(parts.query):
            script.query_params[key] = value
        script.run()
        assert not script.exception
        return shown(script.title[0].value), shown("\n".join(words(script.main)))

    return opened


@pytest.fixture(scope="module")
def fresh(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Opened]:
    """As it is after a first start."""
    omgeving = nieuwe_demonstratie()
    yield opener(omgeving)
    omgeving.sluit()


@pytest.fixture(scope="module")
def proposed(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    """With a proposal of the strategisch manager ruimtelijk about an opdracht in Groenekan."""
    omgeving = nieuwe_demonstratie()
    wie = wie_van(omgeving, ACCOUNTS["Strategisch manager ruimtelijk"])
    concept = concepten.maak(
        omgeving.opslag, naam="proef", eigenaar=wie.account, basis_levering=omgeving.nummer()
    )
    prioriteiten.verplaats(omgeving, wie, concept.versie, GROENEKAN, 140, JAAR)
    concept = concepten.lees(omgeving.opslag, concept.id)
    voorstellen.leg_voor(
        omgeving,
        wie,
        concept.id,
        concept.versie,
        titel="Groenekan eerst",
        toelichting="",
        reactie_tot=REACTIE_TOT,
        horizon=JAAR,
    )
    yield omgeving
    omgeving.sluit()


@pytest.fixture(scope="module")
def decided(proposed: Omgeving) -> Opened:
    """With that proposal decided; comes last, because a decision is not taken back."""
    [voorstel] = register.lijst(proposed.opslag)
    directie = wie_van(proposed, ACCOUNTS["Algemeen directeur"])
    besluit.neem_aan(
        proposed, directie, voorstel.nummer, voorstel.versie, proposed.nummer(), "Dit gaat voor."
    )
    return opener(proposed)


def holds(row: Row, opened: Opened) -> None:
    first, all_words = opened(ACCOUNTS[row.who], row.address)
    assert found(row.first, first), f"{row.first!r} is not in the first sentence: {first!r}"
    missing = [promised for promised in row.further if not found(promised, all_words)]
    assert missing == [], first


def of(when: str) -> pytest.MarkDecorator:
    chosen = [row for row in ROWS if row.when == when]
    return pytest.mark.parametrize("row", chosen, ids=lambda row: f"{row.what} {row.address}")


@of("")
def test_who_is_named_finds_the_answer(row: Row, fresh: Opened) -> None:
    holds(row, fresh)


@of(PROPOSAL)
def test_who_is_named_finds_the_answer_when_there_is_a_proposal(
    row: Row, proposed: Omgeving
) -> None:
    holds(row, opener(proposed))


@of(DECISION)
def test_who_is_named_finds_the_answer_when_there_is_a_decision(row: Row, decided: Opened) -> None:
    holds(row, decided)


def test_every_row_of_the_issue_stands_in_the_table_and_no_line_is_passed_over() -> None:
    assert {row.when for row in ROWS} == {"", PROPOSAL, DECISION}
    named = " ".join(row.what for row in ROWS)
    assert [what for what in ROWS_OF_THE_ISSUE if what not in named] == []
    assert {row.what for row in ROWS if row.first} >= PERSONS


def test_words_that_are_not_there_are_missed(fresh: Opened) -> None:
    row = next(row for row in ROWS if row.what == "gebiedsmakelaar")
    first, _ = fresh(ACCOUNTS[row.who], row.address)
    assert not found(row.first.replace("Groenekan", "Westbroek"), first)
    assert not found("het minst van wat is gevraagd: …%", re.sub(NUMBER, "", first))
