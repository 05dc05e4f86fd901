"""The rows of Inzet while changes are applied: as if all of them were read for each change."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sturing.domain.tijd import Horizon, Maand
from sturing.domain.werk import Inzetregel
from sturing.engine.werkstand import Werkstand
from tests.engine.plannen import willekeurig_plan

JAAR = Horizon(van=Maand(2027, 1), tot=Maand(2027, 12))


@given(st.integers(0, 2**32 - 1))
def test_rows_are_replaced_and_added_after_all_others_in_their_order(zaad: int) -> None:
    kans = Random(zaad)
    plan = willekeurig_plan(kans)
    codes = [opdracht.opdracht for opdracht in plan.opdrachten]
    teams = [team.team for team in plan.teams]
    stand, alle = Werkstand(plan, JAAR, plan.normen), plan.inzet
    for _ in range(8):
        code, team = kans.choice(codes), kans.choice([None, *teams])
        eigen = [r for r in alle if r.opdracht == code and team in (None, r.team)]
        gevonden = stand.inzet_van(code, team)
        assert sorted(map(_sleutel, gevonden)) == sorted(map(_sleutel, eigen))
        assert gevonden == sorted(gevonden, key=_sleutel)
        if eigen and kans.random() < 0.3:
            stand.voeg_inzet_toe(eigen[0])
            alle = (*alle, eigen[0])
            continue
        nieuw = [replace(r, uren_honderdste=r.uren_honderdste + 1) for r in eigen]
        stand.vervang_inzet(code, nieuw, team)
        alle = (*(r for r in alle if r not in eigen), *nieuw)
        assert stand.sluit().inzet == alle


def test_without_a_change_the_rows_are_the_same_object() -> None:
    plan = willekeurig_plan(Random(1))
    stand = Werkstand(plan, JAAR, plan.normen)
    stand.inzet_van(plan.opdrachten[0].opdracht)
    assert stand.sluit() is plan


def _sleutel(rij: Inzetregel) -> tuple[object, ...]:
    return (rij.team, rij.van, rij.tot, rij.uren_honderdste)
