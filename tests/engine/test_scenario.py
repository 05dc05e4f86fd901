"""Scenarios: the plan in force, order, status and window, and why a change no longer fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode, Status
from sturing.domain.plan import Gewichten, Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.scenario import pas_toe
from sturing.engine.uitkomst import reken
from tests.engine.plannen import (
    FEB_2027,
    horizonnen,
    inzet,
    opdracht,
    plannen,
)
from tests.engine.scenarioplan import (
    JAAR,
    O1,
    O2,
    O3,
    O4,
    basisplan,
    een,
    reden,
    rijen,
    uren,
    van,
)

# The plan in force ------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(plannen(), horizonnen)
def test_een_scenario_zonder_wijzigingen_is_het_geldende_plan(plan: Plan, horizon: Horizon) -> None:
    stand = pas_toe(plan, (), horizon)
    assert stand.plan is plan
    assert stand.conflicten == ()
    voor = reken(plan, horizon)
    na = reken(plan, horizon, (), basis=voor)
    assert na.effecten == voor.effecten
    assert na.vingerafdruk == voor.vingerafdruk


@settings(max_examples=60, deadline=None)
@given(plannen(), horizonnen, st.data())
def test_een_ongedaan_gemaakte_wijziging_geeft_het_plan_terug(
    plan: Plan, horizon: Horizon, data: st.DataObject
) -> None:
    wie = data.draw(st.sampled_from(plan.opdrachten))
    lijst: list[w.Wijziging] = [
        w.Parkeer(opdracht=wie.opdracht, oude_status=wie.status),
        w.Ambitie(opdracht=wie.opdracht, factor=Decimal("0.5")),
        w.Rang(opdracht=wie.opdracht, oude_plaats=1, plaats=data.draw(st.integers(1, 6))),
    ]
    voor = reken(plan, horizon)
    met = reken(plan, horizon, lijst, basis=voor)
    terug = reken(plan, horizon, (), basis=met)
    assert terug.effecten == voor.effecten
    assert terug.vingerafdruk == voor.vingerafdruk
    assert met.vingerafdruk != voor.vingerafdruk


@settings(max_examples=60, deadline=None)
@given(plannen(), horizonnen, st.data())
def test_rekenen_vanaf_een_basis_geeft_hetzelfde_als_van_voren_af_aan(
    plan: Plan, horizon: Horizon, data: st.DataObject
) -> None:
    mogelijk: list[w.Wijziging] = [
        w.WettelijkEerst(
            nieuw=not plan.instellingen.wettelijk_eerst, oud=plan.instellingen.wettelijk_eerst
        ),
        w.MethodeWijziging(nieuw=Methode.SAMENHANGEND, oud=plan.instellingen.methode),
        w.ScoreVolgorde(opdrachten=tuple(o.opdracht for o in plan.opdrachten)),
    ]
    for o in plan.opdrachten:
        mogelijk += [
            w.Rang(opdracht=o.opdracht, oude_plaats=1, plaats=data.draw(st.integers(1, 5))),
            w.Start(opdracht=o.opdracht, oude_status=o.status, plaats=1),
            w.Stop(opdracht=o.opdracht, oude_status=o.status),
        ]
    kiezen = st.lists(st.sampled_from(mogelijk), max_size=4)
    basis = reken(plan, horizon, data.draw(kiezen))
    lijst = data.draw(kiezen)
    snel, traag = reken(plan, horizon, lijst, basis=basis), reken(plan, horizon, lijst)
    assert snel.stand == traag.stand
    assert snel.effecten == traag.effecten


def test_alleen_een_verplaatsing_gebruikt_dezelfde_rekentabel() -> None:
    plan = basisplan()
    basis = reken(plan, JAAR)
    rang = w.Rang(opdracht=O3, oude_plaats=3, plaats=1)
    na = reken(plan, JAAR, [rang], basis=basis)
    assert na.model is basis.model
    assert reken(plan, FEB_2027, [rang], basis=basis).model is not basis.model
    park = w.Parkeer(opdracht=O1, oude_status=Status.LOPEND)
    met_feit = reken(plan, JAAR, [park], basis=basis)
    assert met_feit.model is not basis.model
    assert reken(plan, JAAR, [park, rang], basis=met_feit).model is met_feit.model


# Order ------------------------------------------------------------------------------------------


def test_een_rang_geeft_de_uren_aan_wie_hoger_staat() -> None:
    plan = basisplan()
    assert uren(reken(plan, FEB_2027)) == {O1: 6_000, O2: 3_000, O3: 2_001}
    hoger = reken(plan, FEB_2027, [w.Rang(opdracht=O3, oude_plaats=3, plaats=1)])
    assert uren(hoger) == {O3: 5_001, O1: 6_000, O2: 0}


def test_een_rang_gaat_terug_onder_dezelfde_opdracht_als_het_plan_is_verschoven() -> None:
    nieuw = replace(basisplan(), opdrachten=(*basisplan().opdrachten, opdracht("O0", rang=0)))
    rang = w.Rang(opdracht=O3, oude_plaats=3, plaats=2, onder=O1)
    assert een(rang, nieuw).volgorde == ("O0", O1, O3, O2, O4)
    weg = replace(rang, onder=OpdrachtCode("weg"))
    assert een(weg, nieuw).volgorde == ("O0", O3, O1, O2, O4)


def test_een_rang_van_wie_niet_meer_vraagt_of_weg_is_is_een_conflict() -> None:
    assert "geen plaats" in reden(w.Rang(opdracht=O4, oude_plaats=2, plaats=1))
    assert "bestaat niet meer" in reden(w.Rang(opdracht=OpdrachtCode("X"), oude_plaats=1, plaats=1))


def test_verplaatsen_en_daarna_parkeren_is_geen_conflict() -> None:
    lijst: list[w.Wijziging] = [
        w.Rang(opdracht=O3, oude_plaats=3, plaats=1),
        w.Parkeer(opdracht=O3, oude_status=Status.LOPEND),
    ]
    stand = pas_toe(basisplan(), lijst, JAAR)
    assert stand.conflicten == ()
    assert stand.volgorde == (O3, O1, O2, O4)


def test_score_volgorde_ruilt_alleen_de_gekozen_plaatsen() -> None:
    assert een(w.ScoreVolgorde(opdrachten=(O1, O3))).volgorde == (O3, O2, O1, O4)
    assert een(w.ScoreVolgorde(opdrachten=(O1, O2, O3))).volgorde == (O3, O2, O1, O4)
    assert "X bestaat niet meer" in reden(w.ScoreVolgorde(opdrachten=(OpdrachtCode("X"), O1)))


def test_score_volgorde_blijft_binnen_de_groep_van_wettelijk_werk() -> None:
    plan = basisplan()
    wet = replace(plan.opdrachten[0], wettelijk=True)
    plan = replace(plan, opdrachten=(wet, *plan.opdrachten[1:]))
    assert een(w.ScoreVolgorde(opdrachten=(O1, O2, O3)), plan).volgorde == (O1, O3, O2, O4)


def test_gewichten_ordenen_wat_geen_rang_heeft() -> None:
    plan = basisplan(
        opdrachten=(
            opdracht("O1", maatschappelijke_waarde=Decimal(3)),
            opdracht("O2", financiele_waarde=Decimal(2)),
        ),
        inzet=(),
    )
    zwaar = Gewichten(financiele_waarde=Decimal(2))
    assert een(w.GewichtenWijziging(nieuw=zwaar, oud=Gewichten()), plan).volgorde == (O2, O1)
    assert "inmiddels gewijzigd" in reden(w.GewichtenWijziging(nieuw=zwaar, oud=zwaar), plan)


def test_instellingen_wisselen_alleen_vanaf_hun_oude_waarde() -> None:
    stand = een(w.MethodeWijziging(nieuw=Methode.ALLES_OF_NIETS, oud=Methode.STRIKT))
    assert stand.plan.instellingen.methode is Methode.ALLES_OF_NIETS
    assert not een(w.WettelijkEerst(nieuw=False, oud=True)).plan.instellingen.wettelijk_eerst
    assert "methode" in reden(w.MethodeWijziging(nieuw=Methode.STRIKT, oud=Methode.SAMENHANGEND))
    assert "wettelijk eerst" in reden(w.WettelijkEerst(nieuw=True, oud=False))


# Status -----------------------------------------------------------------------------------------


def test_parkeren_en_stoppen_geven_uren_vrij() -> None:
    plan = basisplan()
    for soort, status in ((w.Parkeer, Status.PARKEERPLAATS), (w.Stop, Status.GESTOPT)):
        wijziging = soort(opdracht=O1, oude_status=Status.LOPEND)
        assert uren(reken(plan, FEB_2027, [wijziging])) == {O2: 3_000, O3: 5_001}
        assert van(een(wijziging), O1).status is status


def test_starten_komt_waar_de_regels_het_zetten_of_op_de_genoemde_plaats() -> None:
    start = w.Start(opdracht=O4, oude_status=Status.PARKEERPLAATS)
    assert een(start).volgorde == (O1, O2, O3, O4)
    assert een(replace(start, plaats=1)).volgorde == (O4, O1, O2, O3)
    assert een(replace(start, plaats=2, onder=O2)).volgorde == (O1, O2, O4, O3)
    assert uren(reken(basisplan(), FEB_2027, [replace(start, plaats=1)]))[O4] == 2_000


def test_een_andere_status_dan_toen_is_een_conflict() -> None:
    assert "heeft de status 'lopend'" in reden(w.Parkeer(opdracht=O1, oude_status=Status.GEPLAND))
    assert "bestaat niet meer" in reden(
        w.Stop(opdracht=OpdrachtCode("X"), oude_status=Status.LOPEND)
    )


def test_na_een_conflict_gaan_de_andere_wijzigingen_door() -> None:
    lijst: list[w.Wijziging] = [
        w.Stop(opdracht=OpdrachtCode("X"), oude_status=Status.LOPEND),
        w.Stop(opdracht=O1, oude_status=Status.LOPEND),
        w.Parkeer(opdracht=O1, oude_status=Status.LOPEND),
    ]
    stand = pas_toe(basisplan(), lijst, JAAR)
    assert [conflict.index for conflict in stand.conflicten] == [0, 2]
    assert van(stand, O1).status is Status.GESTOPT


# Window -----------------------------------------------------------------------------------------


def test_verschuiven_neemt_de_opdracht_en_al_haar_inzet_mee() -> None:
    stand = een(w.Verschuif(opdracht=O1, maanden=2))
    assert (van(stand, O1).van, van(stand, O1).tot) == (date(2027, 4, 1), date(2027, 4, 28))
    assert rijen(stand, O1) == [("T1", date(2027, 4, 1), date(2027, 4, 28), 6_000)]


def test_een_dag_die_er_niet_is_wordt_de_laatste_van_de_maand() -> None:
    plan = basisplan(
        opdrachten=(opdracht("O1", van=date(2027, 1, 31), tot=date(2027, 5, 31)),),
        inzet=(inzet("O1", "T1", date(2027, 1, 31), date(2027, 5, 31), 100),),
    )
    stand = een(w.Verschuif(opdracht=O1, maanden=1), plan)
    assert (van(stand, O1).van, van(stand, O1).tot) == (date(2027, 2, 28), date(2027, 6, 30))


def test_verschuiven_voegt_delen_van_een_rij_over_de_jaargrens_eerst_samen() -> None:
    horizon = Horizon(Maand(2026, 1), Maand(2027, 12))
    geheel = inzet("O1", "T1", date(2026, 10, 1), date(2027, 3, 31), 9_999)
    heel = basisplan(opdrachten=(opdracht("O1"),), inzet=(geheel,), peildatum=None)
    delen = tuple(
        inzet("O1", "T1", begin, einde, deel)
        for begin, einde, deel in (
            # 65 and 62 working days: 9999 x 65 / 127 = 5117.6.. and 4881.4..
            (date(2026, 10, 1), date(2026, 12, 31), 5_118),
            (date(2027, 1, 1), date(2027, 3, 31), 4_881),
        )
    )
    geknipt = basisplan(opdrachten=(opdracht("O1"),), inzet=delen, peildatum=None)
    for schuif in (w.Verschuif(opdracht=O1, maanden=2), w.Ambitie(opdracht=O1, factor=Decimal(2))):
        assert rijen(een(schuif, geknipt, horizon), O1) == rijen(een(schuif, heel, horizon), O1)


@pytest.mark.parametrize(
    ("maanden", "tekst"),
    [(-2, "voor de maand van de peildatum (2027-01)"), (11, "na het einde van de planperiode")],
)
def test_verschuiven_buiten_de_grenzen_is_een_conflict(maanden: int, tekst: str) -> None:
    assert tekst in reden(w.Verschuif(opdracht=O1, maanden=maanden))


def test_de_maand_van_de_peildatum_en_de_laatste_maand_mogen_nog() -> None:
    assert van(een(w.Verschuif(opdracht=O1, maanden=-1)), O1).van == date(2027, 1, 1)
    assert van(een(w.Verschuif(opdracht=O1, maanden=10)), O1).tot == date(2027, 12, 28)
    zonder = basisplan(peildatum=None)
    assert van(een(w.Verschuif(opdracht=O1, maanden=-3), zonder), O1).van == date(2026, 11, 1)


def test_verschuiven_van_een_andere_periode_dan_toen_is_een_conflict() -> None:
    goed = w.Verschuif(
        opdracht=O1, maanden=1, oude_van=date(2027, 2, 1), oude_tot=date(2027, 2, 28)
    )
    assert rijen(een(goed), O1)[0][1] == date(2027, 3, 1)
    assert "inmiddels een andere" in reden(replace(goed, oude_tot=date(2027, 3, 31)))
    leeg = basisplan(inzet=())
    assert "geen periode" in reden(w.Verschuif(opdracht=O2, maanden=1), leeg)
