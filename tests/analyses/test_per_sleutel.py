"""Hours and euros per opdrachtgever, portefeuillehouder, gebied, programma, soort werk and domein.

The figures are those of tests/analyses/voorbeeld.py, worked out by hand.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sturing.analyses.domein import compute_domein
from sturing.analyses.gebied import compute_gebied
from sturing.analyses.opdrachtgever import compute_opdrachtgever
from sturing.analyses.portefeuillehouder import compute_portefeuillehouder
from sturing.analyses.programma import compute_programma
from sturing.analyses.soort_werk import compute_soort_werk
from sturing.domain.codes import GebiedCode
from sturing.domain.keuzes import Domein, SoortWerk
from sturing.engine.uitkomst import reken
from tests.analyses.voorbeeld import HORIZON, PLAN, maand_februari, uur


def test_an_opdrachtgever_counts_all_opdrachten_also_the_delegated_ones() -> None:
    a, b, zonder = compute_opdrachtgever(maand_februari())
    assert (a.opdrachtgever, a.naam, a.gedelegeerd) == ("A", "Manager A", 1)
    assert (a.gevraagd_honderdste, a.toegekend_honderdste, a.tekort_honderdste) == (
        uur(140),
        uur(120),
        uur(20),
    )
    assert a.dekking_ratio == Fraction(120, 140)
    assert (a.haalbaar, a.onder_druk, a.niet_haalbaar, a.zonder_vraag) == (1, 1, 0, 0)
    assert (a.gevraagd_cent, a.toegekend_cent) == (100_000, 100_000)
    assert (b.opdrachtgever, b.gedelegeerd, b.zonder_vraag, b.dekking_ratio) == ("B", 0, 1, None)
    assert (b.gevraagd_cent, b.toegekend_cent) == (100_000, 50_000)
    assert (zonder.opdrachtgever, zonder.naam, zonder.gevraagd_honderdste) == (None, None, uur(5))


def test_the_first_portefeuillehouder_counts_and_the_others_stand_beside() -> None:
    w1, w2, zonder = compute_portefeuillehouder(maand_februari())
    assert (w1.portefeuillehouder, w1.naam, w1.gevraagd_honderdste) == (
        "W1",
        "Wethouder een",
        uur(60),
    )
    assert w1.mede_gevraagd_honderdste == 0
    assert (w2.portefeuillehouder, w2.naam) == ("W2", None)
    assert (w2.gevraagd_honderdste, w2.toegekend_honderdste) == (uur(80), uur(60))
    assert (w2.mede_gevraagd_honderdste, w2.mede_toegekend_honderdste) == (uur(60), uur(60))
    assert (zonder.portefeuillehouder, zonder.zonder_vraag) == (None, 1)


def test_areas_stand_in_the_order_of_the_tree() -> None:
    rijen = compute_gebied(maand_februari())
    assert [(r.gebied, r.niveau) for r in rijen] == [
        ("G0", 0),
        ("G1", 1),
        ("G1-W", 2),
        ("G2", 1),
        (None, 0),
    ]


def test_an_area_counts_without_its_children_and_the_tree_adds_them() -> None:
    """O1: 24 of 60 hours for G1, O2: 8 of 80 asked for G1-W, all else is gemeentebreed."""
    g0, g1, wijk, g2, _ = compute_gebied(maand_februari())
    assert g0.gevraagd_honderdste == uur(36 + 72 + 5)
    assert (g1.gevraagd_honderdste, g1.toegekend_honderdste) == (uur(24), uur(24))
    # O2 asks T1 60 and gets 40: 6 of those for G1-W, granted 4; T2 gives all of its 2.
    assert (wijk.gevraagd_honderdste, wijk.toegekend_honderdste) == (uur(8), uur(6))
    assert (g1.totaal_gevraagd_honderdste, g1.totaal_toegekend_honderdste) == (uur(32), uur(30))
    assert g1.totaal_tekort_honderdste == uur(2)
    assert g0.totaal_gevraagd_honderdste == uur(145)
    assert (g2.gevraagd_honderdste, g2.dekking_ratio) == (0, None)


def test_hours_per_1000_inhabitants_are_of_the_area_with_all_below_and_only_where_known() -> None:
    g0, g1, wijk, g2, _ = compute_gebied(maand_februari())
    assert g1.gevraagd_uren_per_1000_inwoners == 16  # 32 hours, 2,000 inhabitants
    assert g1.toegekend_uren_per_1000_inwoners == 15
    assert wijk.toegekend_uren_per_1000_inwoners == 12  # 6 hours, 500 inhabitants
    assert g0.gevraagd_uren_per_1000_inwoners is None
    assert g2.gevraagd_uren_per_1000_inwoners is None


def test_an_opdracht_that_asks_no_hours_belongs_to_no_area() -> None:
    *_, zonder = compute_gebied(maand_februari())
    assert (zonder.gebied, zonder.naam, zonder.zonder_vraag, zonder.gevraagd_honderdste) == (
        None,
        None,
        1,
        0,
    )


def test_areas_that_hang_in_a_circle_are_still_shown_once() -> None:
    gebieden = tuple(
        replace(g, valt_onder=GebiedCode("G1-W")) if g.gebied == "G1" else g for g in PLAN.gebieden
    )
    rijen = compute_gebied(reken(replace(PLAN, gebieden=gebieden), HORIZON))
    assert sorted(r.gebied or "" for r in rijen) == ["", "G0", "G1", "G1-W", "G2"]


def test_a_programma_shows_what_it_has_beside_what_is_asked() -> None:
    p1, zonder = compute_programma(maand_februari())
    assert (p1.programma, p1.naam, p1.portefeuillehouder) == ("P1", "Wonen", "W1")
    assert (p1.gevraagd_cent, p1.toegekend_cent, p1.tekort_cent) == (200_000, 150_000, 50_000)
    assert (p1.beschikbaar_cent, p1.over_cent) == (150_000, 0)
    assert p1.gevraagd_honderdste == uur(60)
    assert (zonder.programma, zonder.beschikbaar_cent, zonder.over_cent) == (None, None, None)


def test_kinds_of_work_stand_in_the_order_of_the_sturingskader_with_their_share() -> None:
    strategisch, regulier = compute_soort_werk(maand_februari())
    assert strategisch.soort_werk is SoortWerk.STRATEGISCHE_AGENDA
    assert strategisch.aandeel_gevraagd_ratio == Fraction(80, 145)
    assert strategisch.aandeel_toegekend_ratio == Fraction(60, 125)
    assert regulier.soort_werk is SoortWerk.REGULIER
    assert regulier.aandeel_gevraagd_ratio == Fraction(65, 145)
    assert (regulier.haalbaar, regulier.zonder_vraag) == (2, 1)


def test_a_domein_is_that_of_the_team_that_works() -> None:
    ruimtelijk, sociaal, zonder = compute_domein(maand_februari())
    assert ruimtelijk.domein is Domein.RUIMTELIJK
    assert (ruimtelijk.aanbod_honderdste, ruimtelijk.gevraagd_honderdste) == (uur(100), uur(120))
    assert (ruimtelijk.tekort_honderdste, ruimtelijk.vrij_honderdste) == (uur(20), 0)
    assert sociaal.domein is Domein.SOCIAAL
    assert (sociaal.toegekend_honderdste, sociaal.vrij_honderdste) == (uur(25), uur(75))
    assert (zonder.domein, zonder.aanbod_honderdste, zonder.vrij_honderdste) == (None, None, None)
