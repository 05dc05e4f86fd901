"""Every number on every screen equals its golden file; an empty scenario differs nowhere."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

import pytest

from sturing.domain.wie import Wie
from sturing.services import scenarios
from sturing.services.blik import Kijk
from sturing.services.omgeving import Omgeving
from sturing.ui.navigation import SECTIONS
from tests.demonstratie.schermbeelden import BEKEKEN, SCHERMEN, bestand, demonstratie, tekst

ALLEEN_GEZEGD = re.compile(
    r"kop\.bijschrift = |is_plan = True$|\S*mag_toelichten = True$"
    r"|\S*verschil\w* = (0|gelijk aan het plan van nu)$"
    # Of a report: in place of what changed since the last decision.
    r"|inhoud\[4\]\.(kop|hoeveel) = |teksten\[2\]\."
)
"""What a scenario says of itself, and that there is no difference."""
MEER_DAN_DE_SCHERMEN = {"waarom", "teamblad", "teamblad-personen", "gesprek", "volledigheid"}
"""Parts of a screen with a golden file of their own."""


@pytest.fixture(scope="module")
def open_demonstratie() -> Iterator[tuple[Omgeving, Wie]]:
    with demonstratie() as geopend:
        yield geopend


def test_no_screen_of_the_navigation_is_left_out() -> None:
    schermen = {naam for items in SECTIONS.values() for naam, _titel in items}
    assert set(SCHERMEN) - MEER_DAN_DE_SCHERMEN == schermen


@pytest.mark.parametrize("naam", SCHERMEN)
def test_all_that_a_screen_shows_equals_its_golden_file(
    open_demonstratie: tuple[Omgeving, Wie], naam: str
) -> None:
    omgeving, wie = open_demonstratie
    nu = tekst(SCHERMEN[naam](omgeving, wie, Kijk()))
    golden = bestand(naam).read_text(encoding="utf-8")
    verschil = difflib.unified_diff(golden.splitlines(), nu.splitlines(), lineterm="", n=0)
    assert nu == golden, "\n".join(list(verschil)[:40])


@pytest.fixture(scope="module")
def leeg_scenario(open_demonstratie: tuple[Omgeving, Wie]) -> int:
    return scenarios.maak(*open_demonstratie, "Nog leeg")


@pytest.mark.parametrize("naam", BEKEKEN)
def test_a_scenario_without_changes_shows_no_difference(
    open_demonstratie: tuple[Omgeving, Wie], leeg_scenario: int, naam: str
) -> None:
    omgeving, wie = open_demonstratie
    plan = tekst(BEKEKEN[naam](omgeving, wie, Kijk()))
    leeg = tekst(BEKEKEN[naam](omgeving, wie, Kijk(scenario=leeg_scenario)))
    assert leeg != plan, "the screen says which scenario it is"
    leeg = leeg.replace(", evenveel als in het plan van nu.", ".")
    anders = [
        regel[1:]
        for regel in difflib.unified_diff(plan.splitlines(), leeg.splitlines(), lineterm="", n=0)
        if regel[:1] in "+-" and regel[:3] not in ("+++", "---")
    ]
    assert [regel for regel in anders if not ALLEEN_GEZEGD.match(regel)] == []


def test_the_report_of_an_empty_scenario_says_that_nothing_differs(
    open_demonstratie: tuple[Omgeving, Wie], leeg_scenario: int
) -> None:
    beeld = tekst(BEKEKEN["rapportage"](*open_demonstratie, Kijk(scenario=leeg_scenario)))
    assert "geen van deze opdrachten meer of minder uren of geld" in beeld
