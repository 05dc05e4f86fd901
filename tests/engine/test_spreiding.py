"""Spreading by largest remainder: nothing is lost, ties are settled, year ends do not matter."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sturing.domain.tijd import Maand
from sturing.engine.spreiding import (
    grootste_rest,
    knip_per_jaar,
    spreid,
    spreid_jaren,
    voeg_samen,
)
from sturing.errors import InvariantError
from tests.engine import orakel

dagen = st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 12, 31))
vensters = st.tuples(dagen, dagen).map(sorted)
hoeveelheden = st.integers(0, 10_000_000)
rustig = settings(max_examples=100, deadline=None)


def test_een_gelijke_rest_gaat_naar_de_eerste() -> None:
    assert grootste_rest(5, [1, 1, 1]) == [2, 2, 1]
    assert grootste_rest(1, [3, 3]) == [1, 0]
    assert grootste_rest(10, [1, 2, 3]) == [2, 3, 5]
    assert grootste_rest(7, [0, 0]) == [7, 0]


@pytest.mark.parametrize(("aantal", "gewichten"), [(-1, [1]), (1, []), (1, [-1, 2])])
def test_wat_niet_te_verdelen_is_is_een_fout(aantal: int, gewichten: list[int]) -> None:
    with pytest.raises(InvariantError):
        grootste_rest(aantal, gewichten)


def test_een_omgekeerde_periode_is_een_fout() -> None:
    with pytest.raises(InvariantError):
        spreid(100, date(2027, 2, 1), date(2027, 1, 31))


@rustig
@given(hoeveelheden, vensters)
def test_de_delen_tellen_precies_op_en_zijn_die_van_het_rekenmodel(
    aantal: int, venster: list[date]
) -> None:
    van, tot = venster
    per_maand = spreid(aantal, van, tot)
    assert sum(per_maand.values()) == aantal
    assert sum(spreid_jaren(aantal, van, tot).values()) == aantal
    verwacht = orakel.spreid(aantal, van, tot)
    assert {(m.jaar, m.maand): deel for m, deel in per_maand.items()} == verwacht


@rustig
@given(hoeveelheden, vensters)
def test_een_rij_die_op_de_jaargrens_is_geknipt_geeft_dezelfde_maanden(
    aantal: int, venster: list[date]
) -> None:
    van, tot = venster
    geknipt: dict[Maand, int] = {}
    for begin, einde, deel in knip_per_jaar(aantal, van, tot):
        assert begin.year == einde.year
        geknipt |= spreid(deel, begin, einde)
    assert geknipt == spreid(aantal, van, tot)


@rustig
@given(hoeveelheden, vensters)
def test_samenvoegen_maakt_knippen_ongedaan(aantal: int, venster: list[date]) -> None:
    van, tot = venster
    delen = knip_per_jaar(aantal, van, tot)
    assert voeg_samen(reversed(delen)) == [(van, tot, aantal)]


@rustig
@given(st.lists(st.tuples(hoeveelheden, vensters), max_size=4))
def test_samenvoegen_verandert_geen_maand(rijen: list[tuple[int, list[date]]]) -> None:
    delen = [deel for aantal, (van, tot) in rijen for deel in knip_per_jaar(aantal, van, tot)]

    def maanden(stukken: list[tuple[date, date, int]]) -> dict[Maand, int]:
        som: dict[Maand, int] = {}
        for van, tot, aantal in stukken:
            for maand, deel in spreid(aantal, van, tot).items():
                som[maand] = som.get(maand, 0) + deel
        return {maand: deel for maand, deel in som.items() if deel}

    assert maanden(voeg_samen(delen)) == maanden(delen)


def test_twee_rijen_die_toevallig_aansluiten_blijven_twee_rijen() -> None:
    delen = [
        (date(2026, 7, 1), date(2026, 12, 31), 100),
        (date(2027, 1, 1), date(2027, 6, 30), 9_000),
    ]
    assert voeg_samen(delen) == delen


def test_een_periode_zonder_werkdag_geeft_alles_aan_het_eerste_jaar() -> None:
    assert spreid(700, date(2023, 12, 30), date(2024, 1, 1)) == {
        Maand(2023, 12): 700,
        Maand(2024, 1): 0,
    }


def test_maanden_van_de_spreiding_sluiten_aan() -> None:
    maanden = list(spreid(1, date(2026, 11, 30), date(2027, 2, 1)))
    assert all(een.plus(1) == ander for een, ander in pairwise(maanden))
    assert maanden[0] == Maand(2026, 11)
    assert maanden[-1] == Maand(2027, 2)
