"""Every finding is documented, in Dutch that tells what to do, and says where it stands."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from sturing.domain.bevinding import Bevinding
from sturing.intake.bevindingen_md import maak_bevindingen_md
from sturing.intake.codes import REGISTER, Code
from sturing.intake.melding import advies, betekenis, kern
from tests.intake.bouwer import goed_met, keur
from tests.intake.test_bestanden import HEEL_BESTAND, KOPPEN
from tests.intake.test_foute_werkboeken import CEL, RIJ

DOCS = Path(__file__).parents[2] / "docs" / "bevindingen.md"
DOEN = re.compile(
    r"\b(Toegestaan|Nodig|Typ|Haal|Vul|Zet|Kies|Maak|Geef|Pas|Verander|Verlaag|Voeg|Verdeel|Gebruik"
    r"|Controleer|Schrijf|Rond|Open|Laat|Bevestig|Bedoelt u|Klopt dit|Lijkt op|Is het"
    r"|U hoeft niets te doen|Wilt u|Het blad)\b"
)
"""How a text says what to do: an order, a question with its answer, or what is allowed."""


@cache
def gevonden() -> tuple[Bevinding, ...]:
    """One of every finding that the tables of cases give, with its text."""
    per_code: dict[str, Bevinding] = {}
    werkboeken = [
        *(goed_met(**{plek: waarde}) for plek, waarde, _ in CEL),
        *(goed_met(**cellen) for _, cellen, _ in RIJ),
        *(inhoud for inhoud, _ in HEEL_BESTAND.values()),
        *(bladen for bladen, _ in KOPPEN.values()),
    ]
    for werkboek in werkboeken:
        for bevinding in keur(werkboek).bevindingen:
            per_code.setdefault(bevinding.code, bevinding)
    return tuple(per_code.values())


def test_the_page_of_findings_is_up_to_date_and_names_every_code_once() -> None:
    pagina = DOCS.read_text(encoding="utf-8")
    assert pagina == maak_bevindingen_md()
    genoemd = re.findall(r"^\| ([A-Z_0-9]+) \|", pagina, re.MULTILINE)
    assert sorted(genoemd) == sorted(REGISTER)


@pytest.mark.parametrize("code", list(Code))
def test_every_code_says_what_is_the_matter_and_what_to_do(code: Code) -> None:
    uitleg = REGISTER[code]
    assert uitleg.wat.endswith(".")
    assert uitleg.doen.endswith((".", "?"))
    assert DOEN.search(uitleg.doen), uitleg.doen


def test_every_finding_says_what_is_the_matter_and_what_to_do() -> None:
    bevindingen = gevonden()
    assert len(bevindingen) > 50
    for bevinding in bevindingen:
        assert betekenis(bevinding), bevinding
        assert DOEN.search(advies(bevinding)), bevinding.melding
        zin = f"{betekenis(bevinding)} {advies(bevinding)}"
        assert zin == kern(bevinding) or not bevinding.advies


def test_one_is_written_as_one() -> None:
    """`een` is an article; where a number is meant it is `één`."""
    fout = re.compile(
        r"\b(elk\w* \w+ een keer|een van beide|precies een|meer dan een|op een blad)\b"
    )
    teksten = [f"{u.wat} {u.doen}" for u in REGISTER.values()]
    teksten += [b.melding for b in gevonden()]
    assert [tekst for tekst in teksten if fout.search(tekst)] == []
