"""Wrong command lines: one Dutch sentence on stderr, code 2, nothing on stdout."""

from __future__ import annotations

import re

import pytest

from sturing import cli
from tests.cli.werkboek import Opdrachtregel

ENGELS = re.compile(
    r"\b(usage|options?|commands?|error|missing|invalid|no such|unexpected|required|try|show)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("inlez", "Het commando 'inlez' bestaat niet. Bedoelt u inlezen?"),
        ("start --demoo", "De optie '--demoo' bestaat niet. Bedoelt u --demo?"),
        ("verdeling --van 2027-01 --tot 2027-12", "De optie --db ontbreekt."),
        ("backup --db a.duckdb", "De waarde voor PAD ontbreekt."),
        ("backup a b --db c", "Hier hoort geen 'b'."),
        ("start --poort", "De optie --poort vraagt een waarde."),
        ("start --demo=ja", "De optie --demo neemt geen waarde."),
        (
            "start --poort 70000",
            "De optie --poort: '70000' is geen geheel getal van 0 tot en met 65535.",
        ),
        (
            "verdeling --db a --van 2027 --tot 2027-12",
            "De optie --van: '2027' is geen maand. Schrijf een maand als 2027-01.",
        ),
        (
            "verdeling --db a --van 2027-01 --tot 2027-12 --methode eerlijk",
            "De optie --methode: 'eerlijk' bestaat niet. "
            "Kies uit: strikt, samenhangend, alles-of-niets.",
        ),
        ("verdeling --db a --van 2027-12 --tot 2027-01", "De periode eindigt (2027-01)"),
        ("analyse team --db a --csv --json", "Kies er één: --json, --csv of --xlsx."),
        ("analyse team --db a --van 2027-01", "Geef --van en --tot samen, of geen van beide."),
        ("sjabloon plan.xls", "'plan.xls' is geen naam voor een werkboek."),
        ("sjabloon plan.xlsx --team T01", "Voor een gevuld sjabloon is de database nodig."),
        ("sjabloon plan.xlsx --domein sociaal", "Voor een gevuld sjabloon is de database nodig."),
    ],
)
def test_a_wrong_command_line_is_refused_in_dutch(
    sturing: Opdrachtregel, regel: str, zin: str
) -> None:
    antwoord = sturing(*regel.split())
    assert antwoord.code == 2
    assert antwoord.fout.startswith(zin)
    assert antwoord.uit == ""
    assert not ENGELS.search(antwoord.fout)


def test_without_a_command_the_help_stands_on_stderr(sturing: Opdrachtregel) -> None:
    antwoord = sturing()
    assert antwoord.code == 2
    assert antwoord.uit == ""
    assert antwoord.fout.startswith("Gebruik: sturing")


@pytest.mark.parametrize("commando", [(), *((naam,) for naam in cli.sturing.commands)])
def test_the_help_is_dutch(sturing: Opdrachtregel, commando: tuple[str, ...]) -> None:
    antwoord = sturing(*commando, "--help")
    assert antwoord.code == 0
    assert antwoord.uit.startswith("Gebruik: sturing")
    zonder_namen = re.sub(r"--[a-z-]+", "", antwoord.uit)
    assert not ENGELS.search(zonder_namen), antwoord.uit


def test_an_unexpected_fault_is_one_dutch_sentence(
    sturing: Opdrachtregel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breekt(**_waarden: object) -> None:
        raise ZeroDivisionError("cijfers van iemand")

    monkeypatch.setattr(cli.sturing.commands["controleer"], "callback", breekt)
    antwoord = sturing("controleer", "--db", "x")
    assert antwoord.code == 3
    assert antwoord.fout.startswith("Er ging iets mis in Sturing zelf (ZeroDivisionError).")
    assert "cijfers van iemand" not in antwoord.fout
