"""The planning & control calendar: its dates for a plan year, and words for every choice."""

from __future__ import annotations

from datetime import date

import pytest

from sturing.analyses.pc_kalender import KALENDER, Wanneer, lees_kalender, regels_van
from sturing.domain.keuzes import Rol
from sturing.domain.tijd import Maand
from sturing.intake.schema import PER_BLAD


@pytest.mark.parametrize(
    ("product", "dag"),
    [
        ("Kadernota", date(2026, 6, 1)),
        ("Programmabegroting", date(2026, 11, 1)),
        ("Teamplannen", date(2027, 1, 31)),
        ("Voorjaarsnota", date(2027, 5, 1)),
        ("Najaarsnota", date(2027, 9, 1)),
        # To be adopted before 15 July: the day before is the last one.
        ("Jaarstukken", date(2028, 7, 14)),
    ],
)
def test_a_product_of_the_cycle_of_2027_has_one_last_day(product: str, dag: date) -> None:
    assert {r.laatste_dag(2027) for r in KALENDER if r.product == product} == {dag}


@pytest.mark.parametrize(
    ("maand", "dag"),
    [
        # January 2027: Nieuwjaarsdag is a Friday, so 4 January is the first working day.
        (Maand(2026, 12), date(2027, 1, 15)),
        # Tweede Paasdag is 29 March 2027, so April has no day off in its first half.
        (Maand(2027, 3), date(2027, 4, 14)),
        # May 2027 misses Bevrijdingsdag (5), Hemelvaartsdag (6) and Tweede Pinksterdag (17).
        (Maand(2027, 4), date(2027, 5, 19)),
    ],
)
def test_the_hours_of_a_month_are_due_on_the_tenth_working_day_of_the_next(
    maand: Maand, dag: date
) -> None:
    regel = next(r for r in regels_van("Uren") if r.wanneer is Wanneer.WERKDAG)
    assert regel.dag_na_maand(maand) == dag


def test_a_refresh_counts_from_a_month_before_the_reference_date() -> None:
    voorjaar = next(r for r in regels_van("Capaciteit") if r.product == "Voorjaarsnota")
    assert voorjaar.vers_vanaf(2027) == date(2027, 3, 31)


def test_every_row_says_what_is_usual_or_what_we_chose_and_why() -> None:
    for regel in KALENDER:
        assert regel.eigen_keuze, regel.product
        assert regel.gebruikelijk or regel.bron == "eigen keuze", regel.product
        assert regel.bron


def test_every_sheet_of_the_calendar_is_a_sheet_of_the_workbook() -> None:
    assert {r.blad for r in KALENDER} <= set(PER_BLAD)


def test_every_role_of_the_calendar_is_one_that_the_product_can_name() -> None:
    assert {r.rol for r in KALENDER} == {
        Rol.TEAMONDERSTEUNER,
        Rol.CONTROLLER,
        Rol.GEBIEDSMAKELAAR,
        Rol.STRATEGISCH_MANAGER,
    }


def test_a_word_that_is_not_known_is_refused() -> None:
    kop = "product,blad,rol,wanneer,jaar,maand,dag,grens,vers_dagen,maanden"
    kop += ",gebruikelijk,eigen_keuze,bron"
    with pytest.raises(ValueError, match="ooit"):
        lees_kalender(f"{kop}\nX,Uren,controller,ooit,0,1,1,,,,,,\n")
