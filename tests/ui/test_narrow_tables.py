"""Tables on a narrow screen: what may not break over two lines, and which columns come first."""

from __future__ import annotations

from dataclasses import replace

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.besluitbeeld import Merkrij
from sturing.services.gesprek import Gespreksrij
from sturing.ui.components.decision import marks_styler
from sturing.ui.components.talk import talk_frame


def test_the_coverage_before_and_after_stays_on_one_line() -> None:
    rij = Merkrij(
        opdracht="A",
        naam="Een",
        opdrachtgever="SM",
        status=Haalbaarheid.ONDER_DRUK,
        voor="100%",
        na="93%",
        uren="−70",
        geparkeerd=False,
    )
    html = marks_styler([rij], "Levert in").to_html()
    assert ":gray[100%\u00a0→]\u00a093%" in html
    assert "−70" in html


def test_hours_stand_once_beside_a_coverage_that_stays_the_same() -> None:
    rij = Merkrij(
        opdracht="A",
        naam="Een",
        opdrachtgever="SM",
        status=Haalbaarheid.ONDER_DRUK,
        voor="",
        na="−4\u00a0uur",
        uren="−4",
        geparkeerd=False,
    )
    html = marks_styler([rij], "Levert in").to_html()
    assert html.count("−4") == 1
    geld = replace(rij, na="−€\u00a0500", uren="")
    assert "−€\u00a0500" in marks_styler([geld], "Levert in").to_html()


def test_in_a_talk_every_figure_stands_before_the_opdrachtgever() -> None:
    rij = Gespreksrij(
        plaats=1,
        naam="Een",
        opdrachtgever="SM",
        status=Haalbaarheid.HAALBAAR,
        gevraagd="10",
        toegekend="10",
        dekking="100%",
        mede=False,
    )
    assert list(talk_frame([rij])) == [
        "Plaats",
        "Opdracht",
        "Status",
        "Gevraagd",
        "Toegekend",
        "Dekking",
        "Opdrachtgever",
    ]
