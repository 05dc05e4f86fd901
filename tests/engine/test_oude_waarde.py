"""The old value that a change takes from a plan: it makes the change hold there, or leaves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode, TeamCode
from sturing.domain.keuzes import Methode, Status
from sturing.engine.oude_waarde import met_oude_waarde
from sturing.engine.scenario import pas_toe
from tests.engine.scenarioplan import JAAR, O1, O2, O3, O4, P1, T1, T2, basisplan, reden

VERLOPEN = {
    "parked": w.Parkeer(opdracht=O1, oude_status=Status.GESTOPT),
    "stopped": w.Stop(opdracht=O2, oude_status=Status.PARKEERPLAATS),
    "started": w.Start(opdracht=O4, oude_status=Status.GESTOPT),
    "shifted": w.Verschuif(opdracht=O1, maanden=1, oude_van=date(2026, 1, 1)),
    "ambition": w.Ambitie(opdracht=O3, factor=Decimal("0.5"), oude_uren_honderdste=1),
    "hours": w.InzetWijziging(
        opdracht=O3, team=T2, uren_honderdste=-1_000, oude_uren_honderdste=1_000
    ),
    "norm": w.NormWijziging(jaar=2027, veld="ruimte_pct", nieuw=Decimal(5), oud=Decimal(99)),
    "budget": w.BudgetWijziging(programma=P1, jaar=2027, nieuw_cent=1, oud_cent=2),
    "opdrachtgever": w.Opdrachtgeverschap(
        opdracht=O1, delegatie=False, nieuw=PersoonCode("A1"), oud=PersoonCode("A2")
    ),
    "method": w.MethodeWijziging(nieuw=Methode.SAMENHANGEND, oud=Methode.ALLES_OF_NIETS),
    "legal first": w.WettelijkEerst(nieuw=False, oud=False),
}


@pytest.mark.parametrize("wijziging", VERLOPEN.values(), ids=list(VERLOPEN))
def test_an_expired_change_holds_with_the_old_value_of_now(wijziging: w.Wijziging) -> None:
    assert reden(wijziging)
    plan = basisplan()
    nieuw = met_oude_waarde(pas_toe(plan, [], JAAR), wijziging)
    assert pas_toe(plan, [nieuw], JAAR).conflicten == ()
    assert met_oude_waarde(pas_toe(plan, [], JAAR), nieuw) == nieuw


def test_a_place_is_counted_in_the_order_of_now() -> None:
    plan = basisplan()
    rang = w.Rang(opdracht=O3, oude_plaats=9, plaats=1)
    assert met_oude_waarde(pas_toe(plan, [], JAAR), rang) == replace(rang, oude_plaats=3)
    eerst = w.Rang(opdracht=O3, oude_plaats=3, plaats=1)
    assert met_oude_waarde(pas_toe(plan, [eerst], JAAR), rang) == replace(rang, oude_plaats=1)


WEG, WEG_TEAM = OpdrachtCode("O9"), TeamCode("T9")
ZONDER_OBJECT = {
    "a place": w.Rang(opdracht=WEG, oude_plaats=2, plaats=1),
    "parked": w.Parkeer(opdracht=WEG, oude_status=Status.LOPEND),
    "shifted": w.Verschuif(opdracht=WEG, maanden=1, oude_van=date(2027, 1, 1)),
    "ambition": w.Ambitie(opdracht=WEG, factor=Decimal("0.5"), oude_uren_honderdste=1_200),
    "hours": w.InzetWijziging(
        opdracht=WEG, team=T1, uren_honderdste=100, oude_uren_honderdste=1_200
    ),
    "hours of a team": w.InzetWijziging(
        opdracht=O1, team=WEG_TEAM, uren_honderdste=100, oude_uren_honderdste=1_200
    ),
    "a norm of a team": w.NormWijziging(
        jaar=2027, veld="ruimte_pct", nieuw=Decimal(5), oud=Decimal(10), team=WEG_TEAM
    ),
    "a budget": w.BudgetWijziging(
        programma=ProgrammaCode("P9"), jaar=2027, nieuw_cent=1, oud_cent=2
    ),
}


@pytest.mark.parametrize("wijziging", ZONDER_OBJECT.values(), ids=list(ZONDER_OBJECT))
def test_a_change_of_what_is_gone_stays_as_it_is(wijziging: w.Wijziging) -> None:
    """Another old value would be offered as the way out, and it would not help."""
    assert "bestaat niet meer" in reden(wijziging)
    assert met_oude_waarde(pas_toe(basisplan(), [], JAAR), wijziging) == wijziging
