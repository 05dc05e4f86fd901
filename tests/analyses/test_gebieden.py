"""The gebiedsagenda, the themes that cross areas, and the hours of an area per month.

The figures are those of tests/analyses/voorbeeld.py, worked out by hand: O1 gives G1 24 of its 60
hours, O2 gives G1-W 8 of its 80 (6 of them granted), the rest is of the whole municipality.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from sturing.analyses.gebied import onder
from sturing.analyses.gebiedsagenda import Agendaregel, compute_gebiedsagenda
from sturing.analyses.gebiedsmaand import compute_gebiedsmaand
from sturing.analyses.gebiedsthema import compute_gebiedsthema
from sturing.domain.codes import GebiedCode, OpdrachtCode, PersoonCode
from sturing.domain.keuzes import Status
from sturing.domain.organisatie import Gebied
from sturing.domain.plan import Plan
from sturing.domain.werk import Agendapunt
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import reken
from tests.analyses.golden import demonstratie
from tests.analyses.voorbeeld import HORIZON, JAAR, PLAN, maand_februari, uur


def punt(gebied: str, opdracht: str | None, aandeel: int | None, **velden: Any) -> Agendapunt:
    return Agendapunt(
        gebied=GebiedCode(gebied),
        opdracht=OpdrachtCode(opdracht) if opdracht else None,
        aandeel_pct=None if aandeel is None else Decimal(aandeel),
        **velden,
    )


def agenda(*punten: Agendapunt, plan: Plan = PLAN) -> tuple[Agendaregel, ...]:
    return compute_gebiedsagenda(reken(replace(plan, gebiedsagenda=punten), HORIZON))


def uren(regel: Agendaregel) -> tuple[int, int]:
    return regel.gevraagd_honderdste, regel.toegekend_honderdste


def test_an_item_has_the_hours_of_its_area_and_who_steers_it() -> None:
    een, wijk = compute_gebiedsagenda(maand_februari())
    assert (een.gebied, een.opdracht, een.opdrachtgever, een.gedelegeerd_aan) == (
        "G1",
        "O1",
        "A",
        "B",
    )
    assert uren(een) == (uur(24), uur(24))
    assert (wijk.gebied_naam, uren(wijk), wijk.tekort_honderdste) == (
        "Gebied G1-W",
        (uur(8), uur(6)),
        uur(2),
    )
    assert wijk.dekking_ratio == Decimal("0.75")
    assert (een.zonder_opdracht, een.zonder_opdrachtgever, een.zonder_vraag) == (False,) * 3


def test_items_stand_by_area_in_the_order_of_the_tree_and_those_without_opdracht_last() -> None:
    regels = agenda(
        punt("G2", None, None, vraagstuk="Later"),
        punt("G1", None, None, vraagstuk="Idee"),
        punt("G1-W", "O2", 10),
        punt("G1", "O1", 40),
    )
    assert [(r.gebied, r.opdracht) for r in regels] == [
        ("G1", "O1"),
        ("G1", None),
        ("G1-W", "O2"),
        ("G2", None),
    ]


def test_an_item_without_opdracht_lacks_all_three() -> None:
    (regel,) = agenda(punt("G1", None, None, vraagstuk="Idee"))
    assert (regel.zonder_opdracht, regel.zonder_opdrachtgever, regel.zonder_vraag) == (
        True,
        True,
        True,
    )
    assert (uren(regel), regel.dekking_ratio, regel.krijgt_niets) == ((0, 0), None, False)


def test_an_opdracht_without_opdrachtgever_is_told() -> None:
    (regel,) = agenda(punt("G1", "O3", 100))
    assert (regel.zonder_opdracht, regel.zonder_opdrachtgever, regel.zonder_vraag) == (
        False,
        True,
        False,
    )
    assert uren(regel) == (uur(5), uur(5))


@pytest.mark.parametrize(("opdracht", "aandeel"), [("O1", None), ("O4", 100), ("O5", 100)])
def test_without_aandeel_without_hours_or_parked_an_item_counts_no_hours(
    opdracht: str, aandeel: int | None
) -> None:
    (regel,) = agenda(punt("G1", opdracht, aandeel))
    assert (uren(regel), regel.zonder_vraag, regel.krijgt_niets) == ((0, 0), True, False)


def test_what_is_stopped_lacks_nothing_any_more() -> None:
    gestopt = tuple(
        replace(o, status=Status.GESTOPT, opdrachtgever=None) if o.opdracht == "O5" else o
        for o in PLAN.opdrachten
    )
    (regel,) = agenda(punt("G1", "O5", 100), plan=replace(PLAN, opdrachten=gestopt))
    assert (regel.zonder_opdrachtgever, regel.zonder_vraag, regel.voorbij) == (False, False, True)


def test_an_item_that_gets_none_of_what_it_asks_is_told() -> None:
    """Without supply of T2, O3 asks five hours and gets none."""
    plan = replace(PLAN, capaciteit=PLAN.capaciteit[:1])
    (regel,) = agenda(punt("G1", "O3", 100), plan=plan)
    assert (uren(regel), regel.krijgt_niets, regel.zonder_vraag) == ((uur(5), 0), True, False)


def test_two_items_of_one_opdracht_in_one_area_share_its_hours_by_aandeel() -> None:
    """O2 asks 80 and gets 60; 30% and 10% are for G1: 24 and 8 asked, 18 and 6 granted."""
    groot, klein = agenda(punt("G1", "O2", 30, vraagstuk="a"), punt("G1", "O2", 10, vraagstuk="b"))
    assert (uren(groot), uren(klein)) == ((uur(24), uur(18)), (uur(8), uur(6)))


def test_an_item_of_the_whole_municipality_does_not_take_the_rest_with_it() -> None:
    """40% of O1 for G1 and 10% named for G0: of the 36 hours of G0 six are this item's."""
    eerste, _ = agenda(punt("G0", "O1", 10), punt("G1", "O1", 40))
    assert (eerste.gebied, uren(eerste)) == ("G0", (uur(6), uur(6)))


def test_the_items_never_count_more_than_their_areas() -> None:
    per_gebied = {r.sleutel: r for r in demonstratie().effecten.per[Dimensie.GEBIED]}
    for gebied in {r.gebied for r in compute_gebiedsagenda(demonstratie())} - {"GEM"}:
        eigen = [r for r in compute_gebiedsagenda(demonstratie()) if r.gebied == gebied]
        som = (sum(uren(r)[0] for r in eigen), sum(uren(r)[1] for r in eigen))
        effect = per_gebied[gebied]
        assert som == (effect.gevraagd_honderdste, effect.toegekend_honderdste)


def test_one_opdracht_in_two_areas_is_a_theme_that_crosses() -> None:
    plan = replace(
        PLAN,
        gebiedsagenda=(
            punt("G1", "O2", 30, vraagstuk="Veilig naar school"),
            punt("G2", "O2", 10, vraagstuk="Veilig naar school"),
            punt("G2", "O1", 40, vraagstuk="Alleen hier"),
        ),
    )
    (thema,) = compute_gebiedsthema(reken(plan, HORIZON))
    assert (thema.thema, thema.gebieden, thema.opdrachten) == (
        "Veilig naar school",
        ("G1", "G2"),
        ("O2",),
    )
    assert (thema.overstijgend, thema.zonder_opdracht, thema.team) == (False, 0, "T1")
    assert (thema.gevraagd_honderdste, thema.toegekend_honderdste) == (uur(32), uur(24))


def test_the_same_vraagstuk_elsewhere_belongs_to_the_theme_also_without_opdracht() -> None:
    plan = replace(
        PLAN,
        gebiedsagenda=(
            punt("G1", None, None, vraagstuk="Te weinig  WONINGEN", overstijgend=True),
            punt("G2", "O1", 40, vraagstuk="Te weinig woningen"),
            punt("G1-W", "O1", 10, vraagstuk="Starters"),
        ),
    )
    (thema,) = compute_gebiedsthema(reken(plan, HORIZON))
    assert (thema.gebieden, thema.zonder_opdracht) == (("G1", "G1-W", "G2"), 1)
    assert (thema.overstijgend, thema.aantal_gebieden) == (True, 3)


def test_a_theme_without_a_name_has_that_of_its_opdracht_and_without_hours_no_coverage() -> None:
    plan = replace(
        PLAN, gebiedsagenda=(punt("G1", "O4", 50, overstijgend=True), punt("G2", "O4", 50))
    )
    (thema,) = compute_gebiedsthema(reken(plan, HORIZON))
    assert (thema.thema, thema.dekking_ratio, thema.team) == ("Opdracht O4", None, None)


def test_the_months_of_an_area_add_up_to_the_area() -> None:
    rijen = compute_gebiedsmaand(maand_februari())
    assert [(r.gebied, r.gevraagd_honderdste, r.toegekend_honderdste) for r in rijen] == [
        ("G0", uur(113), uur(95)),
        ("G1", uur(24), uur(24)),
        ("G1-W", uur(8), uur(6)),
    ]
    for effect in demonstratie().effecten.per[Dimensie.GEBIED]:
        maanden = [r for r in compute_gebiedsmaand(demonstratie()) if r.gebied == effect.sleutel]
        assert sum(r.tekort_honderdste for r in maanden) == effect.tekort_honderdste


def test_an_area_has_every_month_of_the_period_also_one_without_demand() -> None:
    rijen = [r for r in compute_gebiedsmaand(reken(PLAN, JAAR)) if r.gebied == "G1"]
    assert len(rijen) == 12
    assert rijen[0].dekking_ratio is None


def test_work_for_no_known_area_stands_last() -> None:
    plan = replace(PLAN, gebieden=(), gebiedsagenda=(punt("G9", "O1", 40),))
    assert [(r.gebied, r.naam) for r in compute_gebiedsmaand(reken(plan, HORIZON))] == [
        ("G9", None),
        (None, None),
    ]


def test_what_lies_under_an_area_is_found_also_in_a_circle() -> None:
    assert onder(PLAN.gebieden, GebiedCode("G1")) == {"G1", "G1-W"}
    kring = tuple(
        replace(g, valt_onder=GebiedCode("G1-W")) if g.gebied == "G1" else g for g in PLAN.gebieden
    )
    assert onder(kring, GebiedCode("G1")) == {"G1", "G1-W"}


def test_an_item_names_the_makelaar_of_its_area() -> None:
    gebieden: tuple[Gebied, ...] = tuple(
        replace(g, gebiedsmakelaar=PersoonCode("M")) if g.gebied == "G1" else g
        for g in PLAN.gebieden
    )
    (regel,) = agenda(punt("G1", "O1", 40), plan=replace(PLAN, gebieden=gebieden))
    assert regel.gebiedsmakelaar == "M"
