"""People in several teams: only groups, and no group that could be worked out from the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sturing.analyses.meerdere_teams import Meerregel, compute_meerdere_teams
from sturing.analyses.onderdrukking import te_klein, verborgen
from tests.analyses.teamvoorbeeld import TEAMPLAN, met_teams, teamrollen


def _rijen(
    per_team: dict[str, int], in_twee: tuple[str, str, int], minimum: int = 5
) -> dict[str, Meerregel]:
    teams = {t.team: t for t in TEAMPLAN.teams}
    extra = tuple(
        replace(TEAMPLAN.teams[0], team=code, naam=code)  # type: ignore[arg-type]
        for code in per_team
        if code not in teams
    )
    plan = replace(
        TEAMPLAN, teams=(*TEAMPLAN.teams, *extra), teamrollen=teamrollen(per_team, in_twee)
    )
    return {r.team or "": r for r in compute_meerdere_teams(met_teams(plan), minimum)}


def test_a_group_that_is_large_enough_is_counted_once_in_the_organisation() -> None:
    """T1: 6 alone and 5 shared; T2: 7 alone and the same 5."""
    rijen = _rijen({"T1": 6, "T2": 7}, ("T1", "T2", 5))
    assert (rijen["T1"].personen, rijen["T1"].in_meer_teams) == (11, 5)
    assert (rijen["T2"].personen, rijen["T2"].deel_ratio) == (12, Fraction(5, 12))
    assert (rijen[""].personen, rijen[""].in_meer_teams, rijen[""].verborgen) == (18, 5, False)


@pytest.mark.parametrize(
    ("per_team", "in_twee"),
    [
        ({"T1": 3, "T2": 20}, ("T1", "T2", 0)),  # three persons in all
        ({"T1": 9, "T2": 20}, ("T1", "T2", 2)),  # two of them in several teams
        ({"T1": 2, "T2": 20}, ("T1", "T2", 9)),  # two of them in no other
    ],
)
def test_too_few_persons_are_never_shown(
    per_team: dict[str, int], in_twee: tuple[str, str, int]
) -> None:
    rij = _rijen(per_team, in_twee)["T1"]
    assert rij.verborgen
    assert (rij.personen, rij.in_meer_teams, rij.deel_ratio) == (None, None, None)


def test_one_hidden_team_takes_another_along() -> None:
    """The people of one team only add up to those of the organisation: one hidden team would be the
    rest. The smallest of the others goes along."""
    rijen = _rijen({"T1": 3, "T2": 20, "T8": 9, "T9": 9}, ("T2", "T9", 0))
    assert {t for t, r in rijen.items() if r.verborgen} == {"T1", "T8"}


def test_hidden_teams_together_are_never_fewer_than_the_minimum() -> None:
    rijen = _rijen({"T1": 1, "T2": 2, "T8": 9, "T9": 12}, ("T8", "T9", 0))
    assert {t for t, r in rijen.items() if r.verborgen} == {"T1", "T2", "T8"}


def test_bestuur_sees_larger_groups_only() -> None:
    assert not _rijen({"T1": 6, "T2": 7}, ("T1", "T2", 5))["T1"].verborgen
    tien = _rijen({"T1": 6, "T2": 7}, ("T1", "T2", 5), minimum=10)
    assert all(rij.verborgen for rij in tien.values())


def test_roles_outside_the_horizon_do_not_count() -> None:
    oud = tuple(replace(r, tot=date(2026, 12, 31)) for r in TEAMPLAN.teamrollen)
    assert compute_meerdere_teams(met_teams(replace(TEAMPLAN, teamrollen=oud))) == ()


def test_without_persons_there_is_nothing_to_count() -> None:
    assert compute_meerdere_teams(met_teams(replace(TEAMPLAN, teamrollen=()))) == ()


def test_nobody_is_no_group_that_could_give_somebody_away() -> None:
    assert not te_klein(0, 5)
    assert te_klein(1, 5)
    assert te_klein(4, 5)
    assert not te_klein(5, 5)
    assert verborgen({"A": 0, "B": 9}, [], 5) == frozenset()
