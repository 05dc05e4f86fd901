"""The pictures as figures: the numbers that went in are the numbers that are drawn."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.tijd import Maand
from sturing.services.beelden import Effectrij, Maandbeeld, Telling, Warmtecel, Warmterij
from sturing.services.planbalkbeeld import Planbalk, Planmaand
from sturing.services.waarden import Waardebol
from sturing.ui.charts.halters import halters
from sturing.ui.charts.maandgrafiek import maandgrafiek
from sturing.ui.charts.planbalken import planbalken
from sturing.ui.charts.statusbalk import statusbalk
from sturing.ui.charts.waardebollen import named, waardebollen
from sturing.ui.charts.warmtekaart import warmtekaart
from sturing.ui.theme import DARK, LIGHT


def maand(nummer: int, aanbod: int, gevraagd: int, toegekend: int) -> Maandbeeld:
    """Whole hours in, hundredths stored."""
    return Maandbeeld(
        maand=Maand(2027, nummer),
        label=("jan", "feb", "mrt")[nummer - 1],
        aanbod_honderdste=aanbod * 100,
        gevraagd_honderdste=gevraagd * 100,
        toegekend_honderdste=toegekend * 100,
        tekort_honderdste=(gevraagd - toegekend) * 100,
    )


DRIE = (maand(1, 1000, 900, 900), maand(2, 1000, 1400, 1000), maand(3, 800, 1000, 700))


def test_granted_and_short_stack_up_to_asked() -> None:
    toegekend, tekort = maandgrafiek(DRIE, LIGHT).data[:2]
    assert list(toegekend.y) == [900, 1000, 700]
    assert list(tekort.y) == [0, 400, 300]


def test_short_is_a_hatch_and_not_only_a_colour() -> None:
    assert maandgrafiek(DRIE, LIGHT).data[1].marker.pattern.shape == "/"


def test_the_supply_line_covers_every_month_from_edge_to_edge() -> None:
    line = maandgrafiek(DRIE, LIGHT).data[3]
    assert list(line.x) == [-0.5, 0.5, 0.5, 1.5, 1.5, 2.5]
    assert list(line.y) == [1000, 1000, 1000, 1000, 800, 800]


def test_a_month_says_its_hours_in_dutch() -> None:
    hover = maandgrafiek((maand(1, 0, 12345, 12345),), LIGHT).data[0].hovertext
    assert hover[0] == "jan: 12.345\u00a0uur toegekend"


def heights(figure: Any) -> list[float]:
    return [a.y for a in figure.layout.annotations]


def test_labels_stand_beside_their_mark_and_never_on_each_other() -> None:
    figure = maandgrafiek((maand(1, 1000, 1000, 990),), LIGHT)
    assert [a.text for a in figure.layout.annotations] == [
        "<b>beschikbaar</b>",
        "<b>tekort</b>",
        "<b>toegekend</b>",
    ]
    top = figure.layout.yaxis.range[1]
    gaps = [a - b for a, b in zip(heights(figure), heights(figure)[1:], strict=False)]
    assert all(gap >= 15 / 174 * top - 1e-6 for gap in gaps)


def test_without_shortage_there_is_no_label_for_it() -> None:
    texts = [a.text for a in maandgrafiek((maand(1, 10, 5, 5),), LIGHT).layout.annotations]
    assert texts == ["<b>beschikbaar</b>", "<b>toegekend</b>"]


@pytest.mark.parametrize("hours", [0, 1, 9, 70, 999, 28_460, 1_000_000])
def test_the_axis_starts_at_zero_and_ends_above_the_highest(hours: int) -> None:
    axis = maandgrafiek((maand(1, hours, hours, hours),), LIGHT).layout.yaxis
    assert axis.tickvals[0] == 0
    assert axis.range[1] >= hours
    assert 2 <= len(axis.tickvals) <= 5


def test_no_months_is_an_empty_picture_and_not_a_fault() -> None:
    assert len(maandgrafiek((), LIGHT).data[0].x) == 0


def cel(pct: int | None, stap: int) -> Warmtecel:
    return Warmtecel(
        maand=Maand(2027, 1), pct=pct, stap=stap, tekort_uren=0, toelichting=f"cel {pct}"
    )


WARMTE = (
    Warmterij(team="T01", naam="A & <b>B</b>", cellen=(cel(84, 0), cel(174, 4)), tekort_uren=1234),
    Warmterij(team="T02", naam="C", cellen=(cel(None, 0), cel(120, 2)), tekort_uren=0),
)


def test_every_cell_has_its_number_once_in_the_text_colour_of_its_step() -> None:
    figure = warmtekaart(WARMTE, ["jan", "feb"], LIGHT)
    shown = {
        (y, x): (text, trace.textfont.color)
        for trace in figure.data[: len(LIGHT.heat)]
        for y, row in enumerate(trace.text)
        for x, text in enumerate(row)
        if text
    }
    assert shown == {
        (0, 0): ("84", LIGHT.heat_text[0]),
        (0, 1): ("174", LIGHT.heat_text[4]),
        (1, 0): ("–", LIGHT.heat_text[0]),
        (1, 1): ("120", LIGHT.heat_text[2]),
    }


def test_a_step_is_one_flat_colour() -> None:
    for step, trace in enumerate(warmtekaart(WARMTE, ["jan", "feb"], DARK).data[: len(DARK.heat)]):
        assert {colour for _, colour in trace.colorscale} == {DARK.heat[step]}


def test_a_click_on_a_cell_finds_its_row() -> None:
    cells = warmtekaart(WARMTE, ["jan", "feb"], LIGHT).data[-1]
    found = list(zip(cells.x, cells.y, cells.customdata, strict=True))
    assert found == [(0, 0, 0), (1, 0, 0), (0, 1, 1), (1, 1, 1)]
    assert cells.marker.opacity == cells.unselected.marker.opacity == 0


HALTERS = (
    Effectrij(naam="A & B", voor_uren=100, na_uren=340, verschil_uren=240),
    Effectrij(naam="C", voor_uren=1500, na_uren=1260, verschil_uren=-240),
)


def test_a_dumbbell_runs_from_before_to_after_with_its_difference_beside_it() -> None:
    figure = halters(HALTERS, LIGHT)
    *bars, before, after = figure.data
    assert [list(bar.x) for bar in bars] == [[100, 340], [1500, 1260]]
    assert (list(before.x), list(after.x)) == ([100, 1500], [340, 1260])
    assert [a.text for a in figure.layout.annotations] == ["+240", "−240"]
    assert list(figure.layout.yaxis.ticktext) == ["A &amp; B", "C"]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert after.marker.color == (LIGHT.granted, LIGHT.short)


def test_a_team_name_is_never_markup() -> None:
    texts = [a.text for a in warmtekaart(WARMTE, ["jan", "feb"], LIGHT).layout.annotations]
    assert "A &amp; &lt;b&gt;B&lt;/b&gt;" in texts
    assert "1.234" in texts


def test_the_status_bar_adds_up_and_leaves_out_what_is_not_there() -> None:
    figure = statusbalk(Telling(haalbaar=37, onder_druk=0, niet_haalbaar=5, zonder_vraag=9), LIGHT)
    assert [(bar.name, bar.x[0]) for bar in figure.data] == [("haalbaar", 37), ("niet haalbaar", 5)]
    assert tuple(figure.layout.xaxis.range) == (0, 42)


def planmaand(pct: int | None, status: Haalbaarheid | None) -> Planmaand:
    return Planmaand(dekking_pct=pct, status=status, toelichting=f"{pct}")


BALKEN = (
    Planbalk(
        opdracht="O1",
        naam="Een heel lange naam <b> van een opdracht",
        maanden=(planmaand(100, Haalbaarheid.HAALBAAR), planmaand(None, None)),
        gevraagd_uren=1200,
    ),
    Planbalk(
        opdracht="O2",
        naam="Kort",
        maanden=(
            planmaand(72, Haalbaarheid.ONDER_DRUK),
            planmaand(10, Haalbaarheid.NIET_HAALBAAR),
        ),
        gevraagd_uren=5,
    ),
)


def test_a_month_that_falls_short_has_its_sign_and_number_in_the_bar() -> None:
    figure = planbalken(BALKEN, ["jan", "feb"], LIGHT)
    texts = [text for band in figure.data[:3] for row in band.text for text in row if text]
    assert texts == ["▲ 72", "✕ 10"]
    filled = [[list(row) for row in band.z] for band in figure.data[:3]]
    assert filled == [
        [[1, None], [None, None]],
        [[None, None], [1, None]],
        [[None, None], [None, 1]],
    ]


def test_a_month_without_hours_has_no_bar_and_nothing_to_click() -> None:
    cells = planbalken(BALKEN, ["jan", "feb"], DARK).data[-1]
    assert list(zip(cells.x, cells.y, cells.customdata, strict=True)) == [
        (0, 0, 0),
        (0, 1, 1),
        (1, 1, 1),
    ]


def test_a_long_name_is_cut_and_never_markup() -> None:
    texts = [a.text for a in planbalken(BALKEN, ["jan", "feb"], LIGHT).layout.annotations]
    assert texts[0].startswith("Een heel lange naam &lt;b&gt;")
    assert texts[0].endswith("…")
    assert texts[1] == "Kort"


def bol(naam: str, score: int, gevraagd: int, toegekend: int, status: Haalbaarheid) -> Waardebol:
    return Waardebol(
        opdracht=naam,
        naam=naam,
        score=Fraction(score),
        score_tekst=str(score),
        gevraagd_uren=gevraagd,
        toegekend_uren=toegekend,
        status=status,
    )


def test_a_bubble_stands_at_its_hours_and_score_with_an_area_of_its_granted_hours() -> None:
    bollen = (
        bol("A", 9, 4000, 4000, Haalbaarheid.HAALBAAR),
        bol("B", 5, 1000, 1000, Haalbaarheid.HAALBAAR),
        bol("C", 7, 900, 0, Haalbaarheid.NIET_HAALBAAR),
    )
    figure = waardebollen(bollen, LIGHT)
    haalbaar, druk, niet = figure.data
    assert (list(haalbaar.x), list(haalbaar.y)) == ([4000, 1000], [9, 5])
    assert haalbaar.marker.size[0] / haalbaar.marker.size[1] == pytest.approx(2)
    assert list(druk.x) == []
    assert (list(niet.customdata), niet.marker.symbol) == ([2], "x")
    assert niet.marker.size[0] > 0
    assert [a.text for a in figure.layout.annotations] == ["C"]


def test_names_in_the_picture_never_lie_over_each_other() -> None:
    niet = Haalbaarheid.NIET_HAALBAAR
    places = (
        ("A", 9, 1000),
        ("te dicht bij A", 9, 900),
        ("ver naar links", 9, 100),
        ("eronder", 8, 1000),
    )
    bollen = [bol(naam, score, uren, 0, niet) for naam, score, uren in places]
    assert [b.naam for b in named(bollen)] == ["A", "ver naar links", "eronder"]
