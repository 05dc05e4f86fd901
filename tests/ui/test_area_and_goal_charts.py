"""The small pictures per gebied, the flow and the kernwaarden: what went in is what is drawn."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sturing.services.gebiedenbeeld import Gebiedspaneel, Paneelmaand
from sturing.services.programmasbeeld import (
    Kernwaardebeeld,
    Knoop,
    Stroombeeld,
    Tak,
    Waardedeel,
)
from sturing.ui.charts.gebiedspanelen import COLUMNS, gebiedspanelen
from sturing.ui.charts.kernwaardebalk import kernwaardebalk
from sturing.ui.charts.stroom import stroom
from sturing.ui.theme import DARK, LIGHT, Theme


def paneel(naam: str, *pct: float) -> Gebiedspaneel:
    """An area with the granted part of every month, in percent."""
    return Gebiedspaneel(
        gebied=naam,
        naam=naam,
        bijschrift="80% van 100 uur",
        maanden=tuple(
            Paneelmaand(
                label="jan",
                toegekend_pct=deel,
                tekort_pct=100 - deel,
                gevraagd_uren=100,
                toegekend_uren=round(deel),
                toelichting=f"{naam}, jan: {deel}%",
            )
            for deel in pct
        ),
    )


def test_granted_and_short_of_a_month_are_all_that_is_asked() -> None:
    toegekend, tekort = gebiedspanelen([paneel("West", 80, 25)], LIGHT).data
    assert [list(toegekend.y), list(tekort.y)] == [[80, 25], [20, 75]]
    assert tekort.marker.pattern.shape == "/"


def test_every_area_has_the_same_axis_and_its_hours_in_its_head() -> None:
    figuur = gebiedspanelen([paneel(f"Gebied <{n}>", 50) for n in range(6)], LIGHT)
    assen = [figuur.layout[f"yaxis{n}" if n > 1 else "yaxis"] for n in range(1, 7)]
    assert {tuple(as_.range) for as_ in assen} == {(0, 100)}
    koppen = [a.text for a in figuur.layout.annotations]
    assert koppen[0] == "<b>Gebied &lt;0&gt;</b><br>80% van 100 uur"
    assert len(koppen) == 6


def test_panels_stand_four_on_a_row_and_never_on_each_other() -> None:
    figuur = gebiedspanelen([paneel(str(n), 50) for n in range(COLUMNS + 1)], LIGHT)
    eerste, vijfde = figuur.layout.yaxis.domain, figuur.layout.yaxis5.domain
    assert figuur.layout.xaxis.domain == figuur.layout.xaxis5.domain
    assert vijfde[1] < eerste[0]
    assert min(vijfde) >= 0
    links = [figuur.layout[f"xaxis{n}" if n > 1 else "xaxis"].domain for n in range(1, 5)]
    assert all(a[1] < b[0] for a, b in pairwise(links))


def test_a_month_that_is_chosen_is_the_row_of_its_area_in_the_table() -> None:
    delen = gebiedspanelen([paneel("West", 50, 60), paneel("Oost", 70, 80)], LIGHT).data
    assert [list(deel.customdata) for deel in delen] == [[0, 1], [0, 1], [2, 3], [2, 3]]


def test_of_a_long_period_only_some_months_have_a_letter() -> None:
    lang = gebiedspanelen([paneel("West", *[50] * 36)], LIGHT)
    assert len(lang.layout.xaxis.tickvals) == 12


def test_without_areas_there_is_an_empty_figure() -> None:
    assert not gebiedspanelen([], DARK).data


STROOM = Stroombeeld(
    knopen=(
        Knoop(kolom=0, naam="Wonen & <b>", uren=1000),
        Knoop(kolom=0, naam="Zorg", uren=500),
        Knoop(kolom=1, naam="SM", uren=1500),
        Knoop(kolom=2, naam="Team een", uren=1500),
    ),
    takken=(
        Tak(van=0, naar=2, uren_honderdste=100_000, toelichting="Wonen naar SM: 1.000 uur"),
        Tak(van=1, naar=2, uren_honderdste=50_000, toelichting="Zorg naar SM: 500 uur"),
        Tak(van=2, naar=3, uren_honderdste=150_000, toelichting="SM naar Team een: 1.500 uur"),
    ),
    rijen=(),
    zin="",
    opmerking="",
    keuzes=(),
    gekozen="*alle",
)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_branch_is_as_wide_as_its_hours_and_says_them(theme: Theme) -> None:
    (sankey,) = stroom(STROOM, theme).data
    assert list(sankey.link.value) == [1000, 500, 1500]
    assert (list(sankey.link.source), list(sankey.link.target)) == ([0, 1, 2], [2, 2, 3])
    assert sankey.link.customdata[0] == "Wonen naar SM: 1.000 uur"
    assert sankey.link.color == theme.asked


def test_a_node_has_its_name_and_dutch_hours_and_stands_in_its_column() -> None:
    (sankey,) = stroom(STROOM, LIGHT).data
    assert sankey.node.label[0] == "Wonen &amp; &lt;b&gt;  1.000"
    assert sankey.node.x[0] < sankey.node.x[2] < sankey.node.x[3]
    assert sankey.node.y[0] < sankey.node.y[1]
    assert all(0 < y < 1 for y in sankey.node.y)


def test_the_columns_of_the_flow_have_a_name() -> None:
    assert [a.text for a in stroom(STROOM, LIGHT).layout.annotations] == [
        "Programma",
        "Opdrachtgever",
        "Team",
    ]


def deel(hoogte: str, pct: int) -> Waardedeel:
    return Waardedeel(sleutel=hoogte, hoogte=hoogte, pct=pct, uren=pct * 10, opdrachten=2)


def test_the_parts_of_a_kernwaarde_stand_behind_each_other_and_say_themselves_where_they_fit() -> (
    None
):
    beeld = Kernwaardebeeld(
        naam="Financiële waarde",
        delen=(deel("hoog", 60), deel("laag", 4), deel("niet ingevuld", 36)),
    )
    figuur = kernwaardebalk([beeld, beeld], LIGHT)
    assert [staaf.x[0] for staaf in figuur.data] == [60, 4, 36] * 2
    assert [staaf.customdata[0] for staaf in figuur.data] == [0, 1, 2, 3, 4, 5]
    assert [staaf.text[0] for staaf in figuur.data[:3]] == ["60% hoog", "", "36% niet ingevuld"]
    assert figuur.data[1].hovertext[0] == "Financiële waarde: 4% laag, 40 uur, 2 opdrachten"
    assert figuur.data[2].marker.pattern.shape == "/"
    assert figuur.layout.annotations[0].text == "Financiële waarde"
