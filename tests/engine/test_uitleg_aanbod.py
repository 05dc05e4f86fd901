"""Extra supply: with the hire an opdracht gets all it asks of the team, and not with less."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sturing.domain.keuzes import Methode
from sturing.domain.plan import Instellingen, Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.uitleg import komt_tekort
from sturing.engine.uitleg_aanbod import extra_aanbod
from tests.engine.plannen import horizonnen, plannen


def tekort_bij(uitkomst: Uitkomst, opdracht: str, team: str, vanaf: Maand) -> int:
    """Hundredths that the opdracht is short at the team from this month on."""
    model = uitkomst.model
    nummer = model.index[opdracht]
    return sum(
        int(model.vraag.cel_gevraagd[cel] - uitkomst.verdeling.toegekend[cel])
        for cel in range(int(model.vraag.start[nummer]), int(model.vraag.start[nummer + 1]))
        if model.cel(cel)[1] == team and model.cel(cel)[2] >= vanaf
    )


def strikt(plan: Plan) -> Plan:
    return replace(plan, instellingen=Instellingen(methode=Methode.STRIKT))


@settings(max_examples=80, deadline=None)
@given(plannen(), horizonnen, st.data())
def test_met_deze_inhuur_geeft_het_team_alles_en_met_minder_niet(
    plan: Plan, horizon: Horizon, data: st.DataObject
) -> None:
    voor = reken(strikt(plan), horizon)
    kort = [r for r in voor.effecten.opdrachten if komt_tekort(r) and r.bindend_team]
    assume(kort)
    regel = data.draw(st.sampled_from(kort))
    team = regel.bindend_team
    assert team is not None
    advies = extra_aanbod(voor, regel.opdracht, team)
    begin = Maand.van_dag(plan.peildatum) if plan.peildatum else horizon.van
    if advies is None:
        # Only when all of it is over, or the team is not there (any more).
        tot = {t.team: (t.van, t.tot) for t in plan.teams}
        assert not tekort_bij(voor, regel.opdracht, team, begin) or tot[team] != (None, None)
        return
    na = reken(voor.plan, horizon, [advies.inhuur], basis=voor)
    assert na.stand.conflicten == ()
    assert tekort_bij(na, regel.opdracht, team, begin) == 0
    oud = {r.opdracht: r.toegekend_honderdste for r in voor.effecten.opdrachten}
    assert all(r.toegekend_honderdste >= oud[r.opdracht] for r in na.effecten.opdrachten)
    minder = replace(advies.inhuur, fte=advies.inhuur.fte - Decimal("0.02"))
    if minder.fte > 0:
        te_weinig = reken(voor.plan, horizon, [minder], basis=voor)
        assert tekort_bij(te_weinig, regel.opdracht, team, begin) > 0


@settings(max_examples=20, deadline=None)
@given(plannen(), horizonnen, st.sampled_from([Methode.SAMENHANGEND, Methode.ALLES_OF_NIETS]))
def test_in_de_andere_methoden_is_er_geen_antwoord(
    plan: Plan, horizon: Horizon, methode: Methode
) -> None:
    voor = reken(replace(plan, instellingen=Instellingen(methode=methode)), horizon)
    for regel in voor.effecten.opdrachten:
        if regel.bindend_team:
            assert extra_aanbod(voor, regel.opdracht, regel.bindend_team) is None
