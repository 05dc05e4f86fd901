"""The pictures of the teams screens: the numbers that went in are the numbers that are drawn."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sturing.services.collectiefbeeld import Focusrij, Niveaurij
from sturing.services.teambeeld import Ketenstap
from sturing.ui.charts.focusbellen import NAMED, focusbellen, focuszin
from sturing.ui.charts.niveaus import niveaus, niveauzin
from sturing.ui.charts.urenbalken import Balk, urenbalken, urenzin
from sturing.ui.charts.urenketen import urenketen
from sturing.ui.theme import DARK, LIGHT


def stap(naam: str, uren: int, onder: int = 0, *, af: bool = False) -> Ketenstap:
    return Ketenstap(naam=naam, uren=uren, onder=onder, af=af, uitleg="uitleg")


KETEN = (
    stap("Bruto", 1800),
    stap("Verlof", 200, 1600, af=True),
    stap("Ruimte", 100, 1500, af=True),
    stap("Netto", 1500),
)
BALKEN = (
    Balk(naam="A & B", spoor=1200, balk=900, streep=1300, rechts="+100", toelichting="A: 900"),
    Balk(naam="C", spoor=0, balk=50, streep=None, rechts="–", toelichting="C: 50"),
)
NIVEAUS = (
    Niveaurij(niveau="2", coachend=0, leidend=6, onbekend=0, namen="a"),
    Niveaurij(niveau="3", coachend=13, leidend=1, onbekend=0, namen="b"),
    Niveaurij(niveau="niet ingevuld", coachend=0, leidend=0, onbekend=2, namen="c"),
)


def focusrij(team: str, fte: int, werk: int, kruimels: int) -> Focusrij:
    return Focusrij(
        code=team,
        team=team,
        fte=Fraction(fte),
        onderhanden=Fraction(werk),
        versnippering=Fraction(werk, fte) if fte else None,
        kruimels=kruimels,
        ruimte_uren=0,
        vrij_uren=0,
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_each_step_of_the_chain_begins_where_the_one_before_ends(theme: object) -> None:
    bars = urenketen(KETEN, theme).data[0]  # type: ignore[arg-type]
    assert list(bars.y) == [1800, 200, 100, 1500]
    assert list(bars.base) == [0, 1600, 1500, 0]
    assert list(bars.customdata) == [0, 1, 2, 3]
    tops = [base + y for base, y in zip(bars.base, bars.y, strict=True)]
    assert tops == [1800, 1800, 1600, 1500]


def test_what_goes_off_has_a_minus_and_a_colour_of_its_own() -> None:
    bars = urenketen(KETEN, LIGHT).data[0]
    assert list(bars.text) == ["1.800", "−200", "−100", "1.500"]
    assert list(bars.marker.color) == [LIGHT.granted, LIGHT.before, LIGHT.before, LIGHT.granted]
    assert bars.hovertext[1] == "Verlof: −200 uur, uitleg"


def test_a_chain_without_hours_is_drawn_too() -> None:
    assert list(urenketen((stap("Bruto", 0),), LIGHT).layout.yaxis.range) == [0, 1]


def test_hours_stand_on_their_track_and_the_end_is_a_tick() -> None:
    spoor, balk, streep = urenbalken(BALKEN, "verschil", LIGHT).data
    assert (list(spoor.x), list(balk.x)) == ([1200, 0], [900, 50])
    assert (list(streep.x), list(streep.y)) == ([1300], [0])
    assert spoor.width > balk.width
    assert [list(part.customdata) for part in (spoor, balk, streep)] == [[0, 1], [0, 1], [0]]
    texts = [a.text for a in urenbalken(BALKEN, "verschil", LIGHT).layout.annotations]
    assert texts == ["A &amp; B", "C", "verschil", "+100", "–"]
    assert urenzin(BALKEN) == "A: 900. C: 50"
    assert urenzin(()) == "–"


def test_the_axis_of_hours_reaches_past_the_furthest_mark() -> None:
    axis = urenbalken(BALKEN, "", LIGHT).layout.xaxis
    assert axis.range[1] > 1300
    assert axis.tickformat == ",d"


def test_how_a_team_is_helped_is_pattern_and_word_and_never_good_or_bad() -> None:
    figure = niveaus(NIVEAUS, LIGHT)
    coachend, leidend, onbekend = figure.data
    assert list(coachend.x) == [0, 13, 0]
    assert list(leidend.x) == [6, 1, 0]
    assert list(onbekend.x) == [0, 0, 2]
    assert [list(bar.customdata) for bar in figure.data] == [[0, 1, 2]] * 3
    assert (coachend.marker.pattern.shape, leidend.marker.pattern.shape) == ("", "/")
    assert [a.text for a in figure.layout.annotations] == [
        "6 leidend",
        "13 coachend, 1 leidend",
        "2 niet ingevuld",
    ]
    kleuren = {LIGHT.short, LIGHT.druk_fill, LIGHT.niet, LIGHT.druk}
    assert not kleuren & {bar.marker.color for bar in figure.data}
    assert niveauzin(NIVEAUS) == (
        "Niveau 2: 6 leidend. Niveau 3: 13 coachend, 1 leidend. Niet ingevuld: 2 niet ingevuld"
    )


def test_every_team_with_fte_is_a_bubble_at_its_fte_and_work() -> None:
    rijen = (focusrij("Klein", 2, 20, 9), focusrij("Groot", 10, 30, 1), focusrij("Nul", 0, 0, 0))
    bellen = focusbellen(rijen, LIGHT).data[-1]
    assert (list(bellen.x), list(bellen.y)) == ([2, 10], [20, 30])
    assert list(bellen.customdata) == [0, 1]
    assert bellen.marker.size[0] > bellen.marker.size[1]
    assert list(bellen.text) == ["Klein", "Groot"]
    assert bellen.hovertext[0] == (
        "Klein: 20,0 opdrachten onderhanden bij 2,0 fte, 10,0 per fte; 9 kruimels"
    )
    assert focuszin(rijen[1]).endswith("1 kruimel")


def test_names_never_lie_over_each_other_and_are_not_too_many() -> None:
    samen = (focusrij("A", 4, 20, 1), focusrij("B", 4, 20, 1), focusrij("C", 9, 5, 1))
    assert list(focusbellen(samen, LIGHT).data[-1].text) == ["A", "", "C"]
    veel = tuple(focusrij(f"T{n}", n, 4 * n, 1) for n in range(1, 40))
    assert sum(bool(t) for t in focusbellen(veel, LIGHT).data[-1].text) <= NAMED


def test_without_teams_the_picture_is_empty_and_not_broken() -> None:
    assert list(focusbellen((), DARK).data[-1].x) == []
