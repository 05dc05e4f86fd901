"""The analyses of teams on the demonstration: every figure equals the golden file, and adds up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.analyses.besteed import compute_besteed
from sturing.analyses.focus import compute_focus
from sturing.analyses.focus_team import compute_focus_team
from sturing.analyses.team import compute_team
from sturing.analyses.teamopdracht import compute_teamopdracht
from sturing.analyses.teamplan import compute_teamplan
from sturing.domain.tijd import Horizon
from sturing.engine.uitkomst import Uitkomst
from sturing.services.omgeving import Omgeving
from tests.analyses.golden import JAREN, bestand
from tests.analyses.golden_teams import tekst
from tests.conftest import NieuweDemonstratie


@pytest.fixture(scope="module")
def demonstratie(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    omgeving = nieuwe_demonstratie()
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def planjaar(demonstratie: Omgeving) -> Uitkomst:
    return demonstratie.basis().uitkomst


@pytest.mark.parametrize("naam", JAREN)
def test_the_demonstration_gives_the_figures_of_the_golden_file(
    demonstratie: Omgeving, naam: str
) -> None:
    assert tekst(demonstratie, naam).splitlines() == (
        bestand(naam).read_text(encoding="utf-8").splitlines()
    )


def test_the_opdrachten_of_the_teams_add_up_to_the_teams(planjaar: Uitkomst) -> None:
    rijen = compute_teamopdracht(planjaar)
    for team in compute_team(planjaar):
        eigen = [r for r in rijen if r.team == team.team]
        assert sum(r.gevraagd_honderdste for r in eigen) == team.gevraagd_honderdste
        assert sum(r.toegekend_honderdste for r in eigen) == team.toegekend_honderdste


def test_spent_hours_are_all_loaded_hours_and_planned_is_all_that_is_asked(
    demonstratie: Omgeving,
) -> None:
    basis = demonstratie.basis(Horizon.planjaar(2026))
    rijen = compute_besteed(basis.uitkomst)
    assert sum(r.besteed_honderdste or 0 for r in rijen) == (
        sum(u.uren_honderdste for u in basis.plan.uren)
    )
    geheel = basis.uitkomst.effecten.organisatie
    assert sum(r.gepland_honderdste for r in rijen) == geheel.gevraagd_honderdste


def test_the_hours_of_focus_add_up_over_the_months(planjaar: Uitkomst) -> None:
    maanden, teams = compute_focus(planjaar), compute_focus_team(planjaar)
    for veld in ("kruimels", "ruimte_norm_honderdste", "niet_toegekend_honderdste"):
        assert sum(getattr(r, veld) for r in teams) == sum(getattr(r, veld) for r in maanden)


def test_what_stands_outside_the_plans_is_part_of_what_is_asked(planjaar: Uitkomst) -> None:
    for rij in compute_teamplan(planjaar):
        assert 0 <= rij.buiten_plan_honderdste <= rij.gevraagd_honderdste
        if not rij.heeft_plan:
            assert rij.buiten_plan_honderdste == rij.gevraagd_honderdste
