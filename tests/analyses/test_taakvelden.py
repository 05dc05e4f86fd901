"""Hours per taakveld: divided by the lasten of the year, never made or lost, never spread blindly.

The figures are those of tests/analyses/voorbeeld.py, worked out by hand: of P1 O1 asks 60 hours and
gets them; O2 (80 asked, 60 granted) and O3 (5) have no programme.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sturing.analyses.begroting import compute_begroting
from sturing.analyses.taakveld import Taakveldurenregel, Toerekening, compute_taakveld
from sturing.domain.codes import OpdrachtCode, ProgrammaCode
from sturing.domain.keuzes import Status
from sturing.domain.organisatie import Begrotingsregel, Programma
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst, reken
from tests.analyses.golden import demonstratie
from tests.analyses.voorbeeld import HORIZON, PLAN, uur

P1, P2 = ProgrammaCode("P1"), ProgrammaCode("P2")


def lasten(
    taakveld: str | None, euro: int, jaar: int = 2027, programma: ProgrammaCode = P1
) -> Begrotingsregel:
    return Begrotingsregel(
        programma=programma, jaar=jaar, taakveld=taakveld, lasten_cent=euro * 100
    )


def per_taakveld(
    *begroting: Begrotingsregel, plan: Plan = PLAN, horizon: Horizon = HORIZON
) -> tuple[Taakveldurenregel, ...]:
    return compute_taakveld(reken(replace(plan, begroting=begroting), horizon))


def kort(rijen: tuple[Taakveldurenregel, ...]) -> list[tuple[str | None, str | None, int, int]]:
    return [(r.programma, r.taakveld, r.gevraagd_honderdste, r.toegekend_honderdste) for r in rijen]


ZONDER = (None, None, uur(85), uur(65))
"""The hours of O2 and O3, which hang on no programme."""


def test_hours_of_a_programme_follow_the_lasten_of_its_taakvelden() -> None:
    """60 hours over 300 and 100 euros: 45 and 15."""
    eerste, tweede, zonder = per_taakveld(lasten("8.3", 100), lasten("8.1", 300))
    assert (eerste.programma, eerste.naam, eerste.taakveld, eerste.jaar) == (
        "P1",
        "Wonen",
        "8.1",
        2027,
    )
    assert (eerste.gevraagd_honderdste, eerste.toegekend_honderdste) == (uur(45), uur(45))
    assert (eerste.tekort_honderdste, eerste.dekking_ratio) == (0, 1)
    assert (eerste.deel_ratio, eerste.lasten_cent) == (Fraction(3, 4), 30_000)
    assert (tweede.taakveld, tweede.gevraagd_honderdste) == ("8.3", uur(15))
    assert eerste.toerekening is tweede.toerekening is Toerekening.NAAR_LASTEN
    assert kort((zonder,)) == [ZONDER]
    assert (zonder.deel_ratio, zonder.naam, zonder.lasten_cent) == (None, None, None)
    assert zonder.toerekening is Toerekening.ZONDER_PROGRAMMA


def test_a_programme_of_one_taakveld_is_certain_whatever_its_lasten() -> None:
    for euro in (500, 0, -500):
        zeker, _ = per_taakveld(lasten("8.1", euro))
        assert (zeker.taakveld, zeker.gevraagd_honderdste) == ("8.1", uur(60))
        assert (zeker.deel_ratio, zeker.toerekening) == (1, Toerekening.ZEKER)


def test_a_hundredth_that_is_left_goes_to_the_largest_remainder_and_a_tie_to_the_first() -> None:
    """6,000 hundredths over 7 equal parts are 857 each and one over; over 3:2:2 they are
    2,571.43, 1,714.29 and 1,714.29, with the one left to the first."""
    gelijk = per_taakveld(*(lasten(f"0.{nummer}", 10) for nummer in range(1, 8)))[:-1]
    assert [r.gevraagd_honderdste for r in gelijk] == [858, *[857] * 6]
    scheef = per_taakveld(lasten("0.1", 20), lasten("0.2", 20), lasten("0.10", 30))[:-1]
    assert [(r.taakveld, r.gevraagd_honderdste) for r in scheef] == [
        ("0.1", 1714),
        ("0.2", 1714),
        ("0.10", 2572),
    ]


def test_a_taakveld_gets_no_more_than_it_asks_and_its_part_of_what_is_short() -> None:
    """O2 hangs on P1 too: 140 hours asked, 120 granted, in halves and quarters."""
    opdrachten = tuple(
        replace(o, programma=P1) if o.opdracht == "O2" else o for o in PLAN.opdrachten
    )
    rijen = per_taakveld(
        *(lasten("8.1", 200), lasten("8.2", 100), lasten("8.3", 100)),
        plan=replace(PLAN, opdrachten=opdrachten),
    )
    assert kort(rijen) == [
        ("P1", "8.1", uur(70), uur(60)),
        ("P1", "8.2", uur(35), uur(30)),
        ("P1", "8.3", uur(35), uur(30)),
        (None, None, uur(5), uur(5)),
    ]
    assert rijen[0].dekking_ratio == Fraction(6, 7)


def test_lasten_below_zero_count_as_nothing_and_the_others_share_by_theirs() -> None:
    rijen = per_taakveld(lasten("8.1", 300), lasten("8.2", 100), lasten("0.8", -50))
    assert [(r.taakveld, r.gevraagd_honderdste, r.deel_ratio) for r in rijen[:-1]] == [
        ("0.8", 0, 0),
        ("8.1", uur(45), Fraction(3, 4)),
        ("8.2", uur(15), Fraction(1, 4)),
    ]
    assert rijen[0].lasten_cent == -5_000


@pytest.mark.parametrize("weg", [-300, -301])
def test_lasten_of_nothing_or_less_together_are_no_key(weg: int) -> None:
    rijen = per_taakveld(lasten("8.1", 300), lasten("8.2", weg))
    assert kort(rijen) == [("P1", None, uur(60), uur(60)), ZONDER]
    assert rijen[0].toerekening is Toerekening.ZONDER_LASTEN
    assert rijen[0].toerekening.startswith("zonder taakveld")


@pytest.mark.parametrize("begroting", [(), (lasten(None, 500),), (lasten("8.1", 500, 2026),)])
def test_hours_without_a_taakveld_in_their_year_stand_apart(
    begroting: tuple[Begrotingsregel, ...],
) -> None:
    """No begroting, one of the whole programme, and one of another year alone."""
    rijen = per_taakveld(*begroting)
    assert kort(rijen) == [("P1", None, uur(60), uur(60)), ZONDER]
    assert (rijen[0].toerekening, rijen[0].naam) == (Toerekening.ZONDER_TAAKVELD, "Wonen")


def test_a_taakveld_of_which_nothing_is_asked_has_a_row_of_zero() -> None:
    plan = replace(PLAN, programmas=(*PLAN.programmas, Programma(programma=P2, naam="Sport")))
    sport = (lasten("5.1", 30, programma=P2), lasten("5.2", 10, programma=P2))
    rijen = per_taakveld(lasten("8.1", 1), *sport, plan=plan)
    assert kort(rijen)[1:3] == [("P2", "5.1", 0, 0), ("P2", "5.2", 0, 0)]
    assert (rijen[1].deel_ratio, rijen[1].dekking_ratio) == (Fraction(3, 4), None)
    # But a programme without a taakveld that asks nothing has nothing to say.
    assert kort(per_taakveld(lasten("8.1", 1), lasten(None, 30, programma=P2), plan=plan)) == [
        ("P1", "8.1", uur(60), uur(60)),
        ZONDER,
    ]


def over_twee_jaren() -> Plan:
    """O1 alone, 60 hours over the 22 working days of December 2026 and the 20 of January 2027:
    31.43 and 28.57."""
    opdrachten = tuple(
        o if o.opdracht == "O1" else replace(o, status=Status.PARKEERPLAATS)
        for o in PLAN.opdrachten
    )
    inzet = tuple(
        replace(regel, van=date(2026, 12, 1), tot=date(2027, 1, 31))
        for regel in PLAN.inzet
        if regel.opdracht == "O1"
    )
    return replace(PLAN, opdrachten=opdrachten, inzet=inzet)


def test_every_year_of_the_horizon_is_divided_by_the_lasten_of_that_year() -> None:
    horizon = Horizon(Maand(2026, 12), Maand(2027, 1))
    dit_jaar = (lasten("8.1", 900), lasten("8.3", 100))
    rijen = per_taakveld(
        *(lasten("8.1", 50, 2026), lasten("8.3", 50, 2026), *dit_jaar),
        plan=over_twee_jaren(),
        horizon=horizon,
    )
    assert [(r.jaar, r.taakveld, r.deel_ratio, r.gevraagd_honderdste) for r in rijen] == [
        (2026, "8.1", Fraction(1, 2), 1572),
        (2026, "8.3", Fraction(1, 2), 1571),
        (2027, "8.1", Fraction(9, 10), 2571),
        (2027, "8.3", Fraction(1, 10), 286),
    ]
    # A year without a begroting is divided by no other year.
    later = per_taakveld(*dit_jaar, plan=over_twee_jaren(), horizon=horizon)
    assert [(r.jaar, r.taakveld, r.gevraagd_honderdste) for r in later] == [
        (2026, None, 3143),
        (2027, "8.1", 2571),
        (2027, "8.3", 286),
    ]


def test_of_some_opdrachten_only_their_own_hours_are_divided() -> None:
    uitkomst = reken(replace(PLAN, begroting=(lasten("8.1", 3), lasten("8.3", 1))), HORIZON)
    assert kort(compute_taakveld(uitkomst, [OpdrachtCode("O1")])) == [
        ("P1", "8.1", uur(45), uur(45)),
        ("P1", "8.3", uur(15), uur(15)),
    ]
    assert kort(compute_taakveld(uitkomst, [OpdrachtCode("O3")])) == [(None, None, uur(5), uur(5))]
    assert compute_taakveld(uitkomst, [OpdrachtCode("O4")]) == ()


def klopt(uitkomst: Uitkomst) -> None:
    """Every programme adds up exactly, the whole too, and no part is below 0 or above its ask."""
    rijen = compute_taakveld(uitkomst)
    for effect in uitkomst.effecten.per[Dimensie.PROGRAMMA]:
        eigen = [r for r in rijen if r.programma == effect.sleutel]
        assert sum(r.gevraagd_honderdste for r in eigen) == effect.gevraagd_honderdste
        assert sum(r.toegekend_honderdste for r in eigen) == effect.toegekend_honderdste
        assert sum(r.tekort_honderdste for r in eigen) == effect.tekort_honderdste
    geheel = uitkomst.effecten.organisatie
    assert sum(r.gevraagd_honderdste for r in rijen) == geheel.gevraagd_honderdste
    assert sum(r.toegekend_honderdste for r in rijen) == geheel.toegekend_honderdste
    assert all(0 <= r.toegekend_honderdste <= r.gevraagd_honderdste for r in rijen)
    for jaar, programma in {(r.jaar, r.programma) for r in rijen}:
        delen = [r.deel_ratio for r in rijen if (r.jaar, r.programma) == (jaar, programma)]
        assert delen == [None] or sum(deel or 0 for deel in delen) == 1


@pytest.mark.parametrize("zaad", range(40))
def test_whatever_the_begroting_the_hours_add_up_to_programme_and_plan(zaad: int) -> None:
    """Random hours, programmes and lasten, also of 0 and below, over one to three years."""
    kans = random.Random(zaad)
    codes = [P1, P2, None]
    opdrachten = tuple(
        replace(o, programma=kans.choice(codes), status=Status.LOPEND) for o in PLAN.opdrachten
    )
    inzet = tuple(
        replace(
            regel,
            uren_honderdste=kans.randrange(1, 20_000),
            van=date(2026, kans.randrange(1, 13), 1),
            tot=date(2027 + kans.randrange(2), kans.randrange(1, 13), 28),
        )
        for regel in PLAN.inzet
    )
    begroting = tuple(
        lasten(taakveld, kans.choice([0, 0, -7, 1, 3, 1000, kans.randrange(10**6)]), jaar, code)
        for code in (P1, P2)
        for jaar in (2026, 2027, 2028)
        for taakveld in kans.choice([(), (None,), ("8.1",), ("0.1", "0.10", "0.9"), ("6", "7")])
    )
    plan = replace(PLAN, opdrachten=opdrachten, inzet=inzet, begroting=begroting)
    jaar = kans.choice([2026, 2027])
    klopt(reken(plan, Horizon(Maand(jaar, kans.randrange(1, 13)), Maand(jaar + 1, 12))))


def test_the_demonstration_adds_up_and_shows_every_taakveld_of_its_begroting() -> None:
    klopt(demonstratie())
    begroot = [(r.jaar, r.programma, r.taakveld) for r in compute_begroting(demonstratie())]
    assert [(r.jaar, r.programma, r.taakveld) for r in compute_taakveld(demonstratie())] == begroot
