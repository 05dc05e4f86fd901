"""Dutch notation: what stands on a screen, checked by hand."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sturing.domain.tijd import Horizon, Maand
from sturing.services import notatie


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (1234567, 0, "1.234.567"),
        (Decimal("1234.5"), 1, "1.234,5"),
        (Fraction(-5, 2), 0, "−3"),
        (Fraction(1, 3), 2, "0,33"),
        (0, 0, "0"),
        (None, 0, "–"),
    ],
)
def test_a_number_has_points_for_thousands_and_a_comma(waarde, decimalen, tekst):
    assert notatie.getal(waarde, decimalen) == tekst


def test_a_difference_has_a_sign_and_zero_has_none():
    assert notatie.uren(12_00, teken=True) == "+12"
    assert notatie.uren(-12_00, teken=True) == "−12"
    assert notatie.uren(0, teken=True) == "0"


def test_a_coverage_below_a_limit_of_a_status_does_not_show_as_that_limit():
    assert [notatie.dekking(Fraction(n, 1000)) for n in (494, 496, 499, 500)] == [
        "49%",
        "49%",
        "49%",
        "50%",
    ]
    assert [notatie.dekking_heel(Fraction(n, 1000)) for n in (944, 948, 950)] == [94, 94, 95]
    assert (notatie.dekking(Fraction(996, 1000)), notatie.dekking(None)) == ("99%", "–")
    # A share has no such limits.
    assert notatie.pct(Fraction(496, 1000)) == "50%"


def test_a_share_just_below_the_whole_is_not_shown_as_the_whole():
    assert notatie.pct(Fraction(9_999, 10_000)) == "99%"
    assert notatie.pct(Fraction(1)) == "100%"
    assert notatie.pct(Fraction(1, 10_000)) == "1%"
    assert notatie.pct(Fraction(0)) == "0%"
    assert notatie.pct(None) == "–"


def test_euros_take_one_unit():
    assert notatie.euro(15_297_800) == "€\u00a0152.978"
    assert notatie.euro_mln(120_000_000) == "€\u00a01,2\u00a0mln"
    assert notatie.euro_mln(34_000_000) == "€\u00a0340.000"


def test_the_day_of_a_levering_is_that_of_the_clock_on_the_wall(monkeypatch):
    half_past_midnight = datetime(2026, 11, 16, 23, 30, tzinfo=UTC)
    with monkeypatch.context() as omgeving:
        omgeving.setenv("TZ", "CET-1")
        time.tzset()
        assert notatie.dag(half_past_midnight) == date(2026, 11, 17)
    time.tzset()


def test_dates_and_periods_are_dutch():
    assert notatie.datum(date(2026, 3, 1)) == "01-03-2026"
    assert notatie.datum_zin(date(2026, 11, 16)) == "16 november 2026"
    assert notatie.periode(Horizon.planjaar(2027)) == "2027, januari t/m december"
    over_jaren = Horizon(Maand(2027, 3), Maand(2028, 2))
    assert notatie.periode(over_jaren) == "maart 2027 t/m februari 2028"


@given(st.lists(st.integers(-10_000_00, 10_000_00), min_size=1, max_size=40))
def test_a_column_of_rounded_hours_adds_up_to_its_rounded_total(honderdsten):
    rond = notatie.rond_op_totaal(honderdsten)
    assert sum(rond) == notatie.uren_heel(sum(honderdsten))
    assert all(abs(heel * 100 - h) <= 100 for heel, h in zip(rond, honderdsten, strict=True))


def _maanden(*nummers: int) -> list[Maand]:
    return [Maand(2027, nummer) for nummer in nummers]


@pytest.mark.parametrize(
    ("maanden", "tekst"),
    [
        ((), ""),
        ((3,), "mrt"),
        ((3, 7), "mrt, jul"),
        ((11, 12), "nov, dec"),
        (tuple(range(1, 13)), "jan–dec"),
        ((1, 2, 3, 5, 7, 8, 9, 10), "jan–mrt, mei, jul–okt"),
    ],
)
def test_months_in_a_row_stand_as_the_first_and_the_last(maanden, tekst):
    assert notatie.maandreeks(_maanden(*maanden)) == tekst


@pytest.mark.parametrize(
    ("aantallen", "zin"),
    [
        ((0, 0, 0), ""),
        ((0, 1, 0), "1 rij wijzigt."),
        ((1, 0, 2), "Er komt 1 rij bij en 2 rijen vervallen."),
        ((1200, 2, 1), "Er komen 1.200 rijen bij, 2 rijen wijzigen en 1 rij vervalt."),
    ],
)
def test_rows_that_change_are_told_without_what_is_nothing(
    aantallen: tuple[int, int, int], zin: str
) -> None:
    assert notatie.rijen_die_veranderen(*aantallen) == zin


def test_parts_in_another_unit_add_up_too():
    """1.4, 1.4 and 1.2 thousand euros are 4 thousand."""
    assert notatie.rond_op_totaal((140_000, 140_000, 120_000), 100_000) == (2, 1, 1)
    assert notatie.rond_op_totaal((-60_000, 160_000), 100_000) == (-1, 2)


@pytest.mark.parametrize(
    ("waarde", "heel"), [(149, 1), (150, 2), (-150, -2), (-149, -1), (0, 0), (50, 1)]
)
def test_an_amount_is_rounded_half_away_from_zero(waarde: int, heel: int):
    assert notatie.afgerond(waarde, 100) == heel


@pytest.mark.parametrize(
    ("gevraagd", "toegekend", "als"),
    [
        ((10_753, 10_747), (10_753, 10_700), ((108, 107), (108, 107))),
        ((40, 40, 40), (40, 40, 40), ((1, 0, 0), (1, 0, 0))),
        ((130, 160), (60, 60), ((1, 2), (1, 0))),
        ((), (), ((), ())),
    ],
)
def test_granted_adds_up_and_never_shows_more_than_asked(
    gevraagd: tuple[int, ...], toegekend: tuple[int, ...], als: tuple[tuple[int, ...], ...]
):
    assert notatie.rond_paren(gevraagd, toegekend) == als
