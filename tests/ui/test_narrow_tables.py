"""Tables on a narrow screen: what may not break over two lines, and which columns come first."""

from __future__ import annotations

from dataclasses import replace

from pandas.io.formats.style import Styler

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.besluitbeeld import Merkrij
from sturing.services.gesprek import Gespreksrij
from sturing.services.opdrachtgeverbeeld import Opdrachtrij
from sturing.ui.components import areas, goals, opdrachtgever, tables, teams
from sturing.ui.components.decision import marks_styler
from sturing.ui.components.talk import talk_frame, talk_styler
from sturing.ui.theme import LIGHT

PAGE_PX = 884
"""What a page of 1024 pixels has between its gutters."""
BOX_PX = 33
"""The column with the box that chooses a row."""


def test_with_and_without_a_scenario_every_column_is_seen_on_a_small_laptop() -> None:
    """Beside a scenario a column makes room for the difference."""
    for widths, makes_room in (
        (areas.WIDTHS, "Opdrachten"),
        (goals.WIDTHS, "Opdrachten"),
        (teams.WIDTHS, "Begeleiding"),
    ):
        for left_out in ("Verschil", "Verschil uur"), (makes_room,):
            shown = [width for name, width in widths.items() if name not in left_out]
            assert len(shown) == len(widths) - 1
            assert sum(shown) + BOX_PX <= PAGE_PX


def mark(voor: str, na: str, uren: str) -> Merkrij:
    return Merkrij(
        opdracht="A",
        naam="Een",
        opdrachtgever="SM",
        status=Haalbaarheid.ONDER_DRUK,
        voor=voor,
        na=na,
        uren=uren,
        geparkeerd=False,
    )


def test_the_coverage_before_and_after_stays_on_one_line() -> None:
    html = marks_styler([mark("100%", "93%", "−70")], "Levert in").to_html()
    assert ":gray[100%\u00a0→]\u00a093%" in html
    assert "−70" in html


def test_hours_stand_once_beside_a_coverage_that_stays_the_same() -> None:
    rij = mark("", "−4\u00a0uur", "−4")
    html = marks_styler([rij], "Levert in").to_html()
    assert html.count("−4") == 1
    geld = replace(rij, na="−€\u00a0500", uren="")
    assert "−€\u00a0500" in marks_styler([geld], "Levert in").to_html()


def own(toegekend: int | None, gevraagd: int | None) -> Opdrachtrij:
    return Opdrachtrij(
        opdracht="A",
        plaats=1,
        naam="Een",
        status=Haalbaarheid.HAALBAAR,
        stand="",
        gevraagd_uren=10,
        toegekend_uren=10,
        gevraagd_dzd=gevraagd,
        toegekend_dzd=toegekend,
        dekking="100%",
        dekking_pct=100,
        knelpunt="",
        gedelegeerd="",
        voortgang="op koers",
        kwaliteit="goed",
    )


def test_the_money_of_an_opdracht_is_one_number_and_says_of_how_much_when_it_is_less() -> None:
    rijen = [own(1519, 1519), own(7, 80), own(None, None)]
    html = opdrachtgever.work_styler(rijen).to_html()
    assert [html.count(f">{text}<") for text in ("1.519", "7\u00a0van\u00a080", "–")] == [1, 1, 1]
    assert opdrachtgever.MONEY not in opdrachtgever.work_styler([own(0, 0)]).to_html()
    assert list(opdrachtgever.work_frame(rijen)[opdrachtgever.ASKED_MONEY])[:2] == [1519, 80]


IN_A_TALK = Gespreksrij(
    plaats=1,
    naam="Een",
    opdrachtgever="SM",
    status=Haalbaarheid.HAALBAAR,
    gevraagd="10",
    toegekend="10",
    dekking="100%",
    mede=False,
)


def test_in_a_talk_only_what_warns_has_a_colour_and_that_of_its_status() -> None:
    druk = replace(IN_A_TALK, status=Haalbaarheid.ONDER_DRUK)
    niet = replace(IN_A_TALK, status=Haalbaarheid.NIET_HAALBAAR)
    grid = tables.warned(talk_styler([IN_A_TALK, druk, niet]), LIGHT)
    assert isinstance(grid, Styler)
    html = grid.to_html()
    assert html.count("color: ") == 2
    assert html.count(f"color: {LIGHT.druk};") == html.count(f"color: {LIGHT.niet};") == 1


def test_in_a_talk_every_figure_stands_before_the_opdrachtgever() -> None:
    assert list(talk_frame([IN_A_TALK])) == [
        "Plaats",
        "Opdracht",
        "Status",
        "Gevraagd",
        "Toegekend",
        "Dekking",
        "Opdrachtgever",
    ]
