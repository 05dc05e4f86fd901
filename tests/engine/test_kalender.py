"""Holidays and working days against the list of facts and an independent calendar."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import holidays
import pytest

from sturing.domain.tijd import Maand
from sturing.engine.kalender import (
    feestdagen,
    werkdag_van_maand,
    werkdagen,
    werkdagen_per_jaar,
    werkdagen_per_maand,
)

FEITEN = Path(__file__).parent / "feestdagen.csv"


def test_de_feestdagen_zijn_die_van_de_lijst() -> None:
    lijst: dict[int, set[date]] = defaultdict(set)
    with FEITEN.open(encoding="utf-8") as bestand:
        for rij in csv.DictReader(bestand):
            lijst[int(rij["jaar"])].add(date.fromisoformat(rij["datum"]))
    assert sorted(lijst) == list(range(2023, 2029))
    for jaar, dagen in lijst.items():
        assert feestdagen(jaar) == dagen


@pytest.mark.parametrize("jaar", range(2017, 2060))
def test_een_andere_kalender_noemt_dezelfde_dagen(jaar: int) -> None:
    """The package has Bevrijdingsdag once in five years, and counts Goede Vrijdag and Sundays."""
    ander = {
        dag
        for dag, naam in holidays.country_holidays("NL", years=jaar, language="nl").items()
        if naam.lower() not in ("goede vrijdag", "eerste paasdag", "eerste pinksterdag")
    }
    bevrijdingsdag = {date(jaar, 5, 5)}
    eigen = set(feestdagen(jaar))
    assert eigen - bevrijdingsdag == ander - bevrijdingsdag
    assert (date(jaar, 5, 5) in eigen) == (jaar >= 2024)


def test_koningsdag_op_zondag_is_een_dag_eerder() -> None:
    assert date(2025, 4, 26) in feestdagen(2025)
    assert date(2025, 4, 27) not in feestdagen(2025)


def test_goede_vrijdag_is_een_werkdag() -> None:
    assert werkdagen(date(2027, 3, 26), date(2027, 3, 26)) == 1


def test_een_omgekeerde_periode_heeft_geen_werkdagen() -> None:
    assert werkdagen(date(2027, 3, 2), date(2027, 3, 1)) == 0


@pytest.mark.parametrize(
    ("jaar", "aantal"), [(2023, 254), (2024, 256), (2025, 254), (2026, 254), (2027, 255)]
)
def test_werkdagen_per_jaar(jaar: int, aantal: int) -> None:
    assert werkdagen_per_jaar(jaar) == aantal
    assert sum(werkdagen_per_maand(Maand(jaar, maand)) for maand in range(1, 13)) == aantal


def test_werkdagen_over_de_jaargrens_tellen_op() -> None:
    heel = werkdagen(date(2026, 12, 24), date(2027, 1, 4))
    # 24, 28, 29, 30, 31 December 2026 and 4 January 2027 (25 and 1 are holidays).
    assert heel == 6


def test_een_werkdag_heeft_een_nummer_in_zijn_maand() -> None:
    assert werkdag_van_maand(Maand(2027, 1), 1) == date(2027, 1, 4)
    assert werkdag_van_maand(Maand(2027, 1), 20) == date(2027, 1, 29)


@pytest.mark.parametrize("nummer", [0, 21])
def test_een_maand_heeft_niet_meer_werkdagen_dan_zij_heeft(nummer: int) -> None:
    with pytest.raises(ValueError, match="2027-01"):
        werkdag_van_maand(Maand(2027, 1), nummer)
