"""Doelen, work without a doel, the programmabegroting, spending, kernwaarden and the flow.

The figures are those of tests/analyses/voorbeeld.py, worked out by hand.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from sturing.analyses.begroting import compute_begroting
from sturing.analyses.besteding import Bestedingsjaar, compute_besteding, prognose
from sturing.analyses.doel import compute_doel
from sturing.analyses.effectcijfers import effect_van
from sturing.analyses.kernwaarde import Hoogte, Kernwaarde, compute_kernwaarde, hoogte_van
from sturing.analyses.programma import compute_programma
from sturing.analyses.stroom import compute_stroom
from sturing.analyses.zonder_doel import compute_zonder_doel
from sturing.domain.codes import DoelCode, OpdrachtCode, ProgrammaCode
from sturing.domain.keuzes import DoelBron, SoortWerk, Status
from sturing.domain.organisatie import Begrotingsregel, Doel
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.werk import Bestedingsregel
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst, reken
from tests.analyses.golden import demonstratie
from tests.analyses.voorbeeld import HORIZON, PLAN, maand_februari, uur


def _doel(code: str) -> Doel:
    return Doel(doel=DoelCode(code), naam=f"Doel {code}", bron=DoelBron.RAADSKADER)


def met_doelen() -> Plan:
    """D1 is served by O1 (60 hours, all granted, 1,000 euros) and O2 (80, 60 granted), D2 by O4
    (money only, half of it) and the parked O5, D3 by nothing; O3 has none."""
    van = {"O1": "D1", "O2": "D1", "O4": "D2", "O5": "D2"}
    opdrachten = tuple(
        replace(o, doel=DoelCode(van[o.opdracht])) if o.opdracht in van else o
        for o in PLAN.opdrachten
    )
    return replace(PLAN, doelen=(_doel("D1"), _doel("D2"), _doel("D3")), opdrachten=opdrachten)


def uitkomst() -> Uitkomst:
    return reken(met_doelen(), HORIZON)


def test_a_doel_has_the_hours_and_euros_of_the_opdrachten_that_serve_it() -> None:
    d1, d2, d3, zonder = compute_doel(uitkomst())
    assert (d1.doel, d1.naam, d1.opdrachten, d1.wachtend) == ("D1", "Doel D1", 2, 0)
    assert (d1.gevraagd_honderdste, d1.toegekend_honderdste) == (uur(140), uur(120))
    assert (d1.gevraagd_cent, d1.toegekend_cent, d1.tekort_cent) == (100_000, 100_000, 0)
    assert (d1.uren_genoeg, d1.geld_genoeg) == (False, True)
    assert (d2.opdrachten, d2.wachtend, d2.dekking_ratio) == (1, 1, None)
    assert (d2.uren_genoeg, d2.geld_genoeg, d2.tekort_cent) == (None, False, 50_000)
    assert (d3.zonder_werk, d3.opdrachten, d3.uren_genoeg) == (True, 0, None)
    assert (zonder.doel, zonder.gevraagd_honderdste, zonder.zonder_werk) == (None, uur(5), False)


def test_a_doel_served_by_waiting_work_only_is_without_work() -> None:
    """Parking O4 leaves D2 with two opdrachten that wait."""
    plan = met_doelen()
    opdrachten = tuple(
        replace(o, status=Status.IDEE) if o.opdracht == "O4" else o for o in plan.opdrachten
    )
    _, d2, _, _ = compute_doel(reken(replace(plan, opdrachten=opdrachten), HORIZON))
    assert (d2.zonder_werk, d2.wachtend) == (True, 2)


def test_who_sees_some_opdrachten_only_gets_sums_of_those() -> None:
    d1, d2, d3 = compute_doel(uitkomst(), [OpdrachtCode("O2")])
    assert (d1.opdrachten, d1.gevraagd_honderdste, d1.toegekend_honderdste) == (
        1,
        uur(80),
        uur(60),
    )
    assert (d1.onder_druk, d1.haalbaar, d2.opdrachten, d2.wachtend) == (1, 0, 0, 0)
    assert d3.zonder_werk


@pytest.mark.parametrize("dimensie", [Dimensie.DOEL, Dimensie.PROGRAMMA, Dimensie.OPDRACHTGEVER])
def test_the_sums_of_all_opdrachten_are_those_of_the_engine(dimensie: Dimensie) -> None:
    plan = demonstratie().stand.plan
    sleutel = {o.opdracht: getattr(o, dimensie.value) for o in plan.opdrachten}
    for effect in demonstratie().effecten.per[dimensie]:
        eigen = [
            r for r in demonstratie().effecten.opdrachten if sleutel[r.opdracht] == effect.sleutel
        ]
        assert effect_van(effect.sleutel, eigen) == replace(effect, beschikbaar_cent=None)


def test_the_doelen_add_up_to_the_organisation() -> None:
    geheel = demonstratie().effecten.organisatie
    rijen = compute_doel(demonstratie())
    assert sum(r.gevraagd_honderdste for r in rijen) == geheel.gevraagd_honderdste
    assert sum(r.toegekend_cent or 0 for r in rijen) == geheel.toegekend_cent
    assert [r.doel for r in rijen if r.zonder_werk] == ["D21"]


def test_a_programma_of_some_opdrachten_has_no_limit_of_its_own() -> None:
    (p1,) = compute_programma(maand_februari(), [OpdrachtCode("O4")])
    assert (p1.programma, p1.gevraagd_cent, p1.toegekend_cent) == ("P1", 100_000, 50_000)
    assert (p1.beschikbaar_cent, p1.over_cent) == (None, None)


def test_strategic_and_programme_work_without_a_doel_is_named_and_other_work_is_not() -> None:
    (o2,) = compute_zonder_doel(maand_februari())
    assert (o2.opdracht, o2.plaats, o2.soort_werk) == ("O2", 2, SoortWerk.STRATEGISCHE_AGENDA)
    assert (o2.gevraagd_honderdste, o2.tekort_honderdste) == (uur(80), uur(20))
    assert compute_zonder_doel(uitkomst()) == ()


def test_work_without_a_doel_that_waits_counts_and_that_is_over_does_not() -> None:
    def met(status: Status) -> Uitkomst:
        opdrachten = tuple(
            replace(o, status=status) if o.opdracht == "O2" else o for o in PLAN.opdrachten
        )
        return reken(replace(PLAN, opdrachten=opdrachten), HORIZON)

    (wacht,) = compute_zonder_doel(met(Status.PARKEERPLAATS))
    assert (wacht.plaats, wacht.gevraagd_honderdste, wacht.dekking_ratio) == (None, 0, None)
    assert compute_zonder_doel(met(Status.GESTOPT)) == ()


def _begroting(jaar: int, taakveld: str, lasten: int, baten: int | None) -> Begrotingsregel:
    return Begrotingsregel(
        programma=ProgrammaCode("P1"),
        jaar=jaar,
        taakveld=taakveld,
        lasten_cent=lasten,
        baten_cent=baten,
        beschikbaar_cent=None,
    )


def test_the_begroting_stands_by_year_and_taakveld_in_the_order_of_the_numbers() -> None:
    regels = (
        _begroting(2027, "0.10", 300, None),
        _begroting(2027, "0.9", 200, 50),
        _begroting(2026, "0.1", 100, None),
    )
    rijen = compute_begroting(reken(replace(PLAN, begroting=regels), HORIZON))
    assert [(r.jaar, r.taakveld, r.saldo_cent) for r in rijen] == [
        (2027, "0.9", -150),
        (2027, "0.10", -300),
    ]


def _besteed(opdracht: str, maand: int, cent: int, jaar: int = 2027) -> Bestedingsregel:
    return Bestedingsregel(
        opdracht=OpdrachtCode(opdracht), maand=Maand(jaar, maand), euro_cent=cent
    )


def jaar_met(*besteding: Bestedingsregel) -> tuple[Bestedingsjaar, ...]:
    return compute_besteding(reken(replace(PLAN, besteding=besteding), HORIZON))


def test_a_programme_shows_the_year_from_begroting_to_spent() -> None:
    p1, _ = jaar_met(_besteed("O1", 1, 30_000), _besteed("O5", 3, 90_000))
    assert (p1.programma, p1.lasten_cent, p1.baten_cent, p1.beschikbaar_cent) == (
        "P1",
        0,
        None,
        150_000,
    )
    assert (p1.gevraagd_cent, p1.toegekend_cent, p1.tekort_cent) == (200_000, 150_000, 50_000)
    assert (p1.over_cent, p1.dekking_ratio) == (0, Fraction(3, 4))
    # O5 has no programme: its euros stand apart.
    assert (p1.besteed_cent, p1.nog_te_besteden_cent) == (30_000, 120_000)


def test_spending_on_an_opdracht_without_programme_stands_last() -> None:
    p1, zonder = jaar_met(_besteed("O1", 1, 30_000), _besteed("O5", 3, 90_000))
    assert (zonder.programma, zonder.naam, zonder.besteed_cent) == (None, None, 90_000)
    assert (zonder.beschikbaar_cent, zonder.over_cent, zonder.gevraagd_cent) == (None, None, 0)
    assert p1.geboekt_tot == zonder.geboekt_tot == Maand(2027, 3)


def test_the_forecast_is_the_pace_up_to_the_last_month_booked_by_anybody() -> None:
    """300 euros in three months (O5 booked in March) is 1,200 in the year, 300 under the grant."""
    p1, zonder = jaar_met(_besteed("O1", 1, 30_000), _besteed("O5", 3, 90_000))
    assert (p1.prognose_cent, p1.prognose_verschil_cent) == (120_000, -30_000)
    assert zonder.prognose_cent == 360_000


def test_without_a_booking_in_the_year_there_is_no_forecast() -> None:
    (p1,) = jaar_met(_besteed("O1", 12, 5_000, jaar=2026))
    assert (p1.besteed_cent, p1.prognose_cent, p1.prognose_verschil_cent) == (None, None, None)
    assert (p1.nog_te_besteden_cent, p1.geboekt_tot) == (None, None)
    p1, _ = jaar_met(_besteed("O5", 2, 5_000))
    assert (p1.besteed_cent, p1.prognose_cent, p1.geboekt_tot) == (None, None, Maand(2027, 2))


@pytest.mark.parametrize(
    ("besteed", "maanden", "einde"),
    [(100, 12, 100), (100, 6, 200), (100, 7, 171), (1, 8, 2), (-100, 6, -200), (0, 3, 0)],
)
def test_the_forecast_is_rounded_half_up_to_a_cent(besteed: int, maanden: int, einde: int) -> None:
    """100 in seven months is 171.43 in twelve, 1 in eight months 1.5."""
    assert prognose(besteed, maanden) == einde


def test_every_euro_that_was_booked_in_a_year_is_counted_once() -> None:
    plan = demonstratie().stand.plan
    rijen = compute_besteding(reken(plan, Horizon.planjaar(2026)))
    assert sum(r.besteed_cent or 0 for r in rijen) == sum(b.euro_cent for b in plan.besteding)
    assert {r.geboekt_tot for r in rijen} == {Maand(2026, 10)}
    per_programma = {r.sleutel: r for r in demonstratie().effecten.per[Dimensie.PROGRAMMA]}
    for rij in compute_besteding(demonstratie()):
        effect = per_programma[rij.programma]
        assert (rij.gevraagd_cent, rij.toegekend_cent, rij.beschikbaar_cent) == (
            effect.gevraagd_cent,
            effect.toegekend_cent,
            effect.beschikbaar_cent,
        )


@pytest.mark.parametrize(
    ("waarde", "hoogte"),
    [
        (None, Hoogte.LEEG),
        ("0", Hoogte.LAAG),
        ("1.9", Hoogte.LAAG),
        ("2", Hoogte.MIDDEN),
        ("3.9", Hoogte.MIDDEN),
        ("4", Hoogte.HOOG),
    ],
)
def test_a_kernwaarde_is_high_from_four_and_low_below_two(
    waarde: str | None, hoogte: Hoogte
) -> None:
    assert hoogte_van(None if waarde is None else Decimal(waarde)) is hoogte


def test_the_hours_of_a_kernwaarde_go_by_height_and_add_up() -> None:
    opdrachten = tuple(
        replace(o, medewerkerswaarde=Decimal(5 if o.opdracht == "O1" else 1))
        if o.opdracht in ("O1", "O3")
        else o
        for o in PLAN.opdrachten
    )
    rijen = compute_kernwaarde(reken(replace(PLAN, opdrachten=opdrachten), HORIZON))
    medewerkers = [r for r in rijen if r.kernwaarde is Kernwaarde.MEDEWERKERS]
    assert [(r.hoogte, r.opdrachten, r.toegekend_honderdste) for r in medewerkers] == [
        (Hoogte.HOOG, 1, uur(60)),
        (Hoogte.LAAG, 1, uur(5)),
        (Hoogte.LEEG, 2, uur(60)),
    ]
    assert medewerkers[0].aandeel_toegekend_ratio == Fraction(60, 125)
    for kernwaarde in Kernwaarde:
        eigen = [r for r in compute_kernwaarde(demonstratie()) if r.kernwaarde is kernwaarde]
        assert sum(r.aandeel_toegekend_ratio or 0 for r in eigen) == 1


def test_the_flow_goes_from_programme_through_opdrachtgever_to_team() -> None:
    rijen = compute_stroom(maand_februari())
    assert [
        (r.programma, r.opdrachtgever, r.team, r.gevraagd_honderdste, r.toegekend_honderdste)
        for r in rijen
    ] == [
        ("P1", "A", "T1", uur(60), uur(60)),
        (None, "A", "T1", uur(60), uur(40)),
        (None, "A", "T2", uur(20), uur(20)),
        (None, None, "T2", uur(5), uur(5)),
    ]
    assert (rijen[1].tekort_honderdste, rijen[1].dekking_ratio) == (uur(20), Fraction(2, 3))


def test_the_flow_adds_up_to_every_team() -> None:
    rijen = compute_stroom(demonstratie())
    for effect in demonstratie().effecten.per[Dimensie.TEAM]:
        eigen = [r for r in rijen if r.team == effect.sleutel]
        assert sum(r.toegekend_honderdste for r in eigen) == effect.toegekend_honderdste
