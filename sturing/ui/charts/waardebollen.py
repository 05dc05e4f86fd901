"""Value against hours as bubbles: how much is asked, what it is worth, and whether it fits.

A pure function from views to a figure. Horizontal: hours asked, on a scale of powers of ten,
because opdrachten of 50 and of 9.000 hours stand in one picture; vertical: the score. The area of a
bubble is its granted hours; its shape and colour are its status.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sturing.domain.keuzes import Haalbaarheid
from sturing.services import notatie
from sturing.services.waarden import Waardebol
from sturing.ui.charts.warmtekaart import plain
from sturing.ui.theme import SMALL_PX, Theme, plotly_template

HEIGHT = 440
LARGEST_PX, SMALLEST_PX = 42, 8
NAMED = 6
"""So many bubbles have their name in the picture: those that are not haalbaar, the highest score
first; they are what the picture asks about."""
NAME_WIDTH, NAME_HEIGHT = 0.5, 1
"""Names nearer than this would lie over each other: in powers of ten of hours, and in score."""


def waardebollen(bollen: Sequence[Waardebol], theme: Theme) -> go.Figure:
    """One mark per opdracht; its customdata is its number in `bollen`."""
    looks = (
        (Haalbaarheid.HAALBAAR, "circle", theme.granted),
        (Haalbaarheid.ONDER_DRUK, "triangle-up", theme.druk_fill),
        (Haalbaarheid.NIET_HAALBAAR, "x", theme.short),
    )
    most = max((bol.toegekend_uren for bol in bollen), default=0) or 1
    numbered = list(enumerate(bollen))
    figure = go.Figure()
    for status, symbol, colour in looks:
        own = [(i, bol) for i, bol in numbered if bol.status is status]
        figure.add_trace(
            go.Scatter(
                x=[bol.gevraagd_uren for _, bol in own],
                y=[float(bol.score) for _, bol in own],
                customdata=[i for i, _ in own],
                mode="markers",
                marker={
                    "symbol": symbol,
                    "color": colour,
                    "opacity": 0.72,
                    "line": {"color": theme.bg, "width": 1},
                    "size": [_size(bol.toegekend_uren, most) for _, bol in own],
                },
                hovertext=[_hover(bol) for _, bol in own],
                hoverinfo="text",
            )
        )
    figure.update_layout(
        template=plotly_template(theme),
        height=HEIGHT,
        margin={"l": 40, "r": 24, "t": 16, "b": 40},
        annotations=[_name(bol, theme) for bol in named(bollen)],
    )
    figure.update_xaxes(
        type="log",
        title={"text": "gevraagd, uur", "font": {"size": SMALL_PX, "color": theme.ink2}},
        tickvals=[10, 30, 100, 300, 1000, 3000, 10000, 30000],
        ticktext=[notatie.getal(n) for n in (10, 30, 100, 300, 1000, 3000, 10000, 30000)],
    )
    scores = [float(bol.score) for bol in bollen] or [0.0]
    figure.update_yaxes(
        title={"text": "score", "font": {"size": SMALL_PX, "color": theme.ink2}},
        # Not from 0: a score is a rank of its own, no amount that a length stands for.
        rangemode="normal",
        range=[min(scores) - 1, max(scores) + 1],
    )
    return figure


def named(bollen: Sequence[Waardebol]) -> list[Waardebol]:
    """Which bubbles have their name in the picture: not haalbaar, highest score first, and never
    so near an earlier one that the names would lie over each other."""
    missed = [bol for bol in bollen if bol.status is Haalbaarheid.NIET_HAALBAAR]
    chosen: list[Waardebol] = []
    for bol in sorted(missed, key=lambda bol: (-bol.score, -bol.gevraagd_uren, bol.opdracht)):
        if len(chosen) < NAMED and not any(_near(bol, other) for other in chosen):
            chosen.append(bol)
    return chosen


def _near(one: Waardebol, other: Waardebol) -> bool:
    return abs(_x(one) - _x(other)) < NAME_WIDTH and abs(one.score - other.score) < NAME_HEIGHT


def _x(bol: Waardebol) -> float:
    """The place on the scale of powers of ten."""
    return math.log10(max(bol.gevraagd_uren, 1))


def _name(bol: Waardebol, theme: Theme) -> dict[str, Any]:
    """On the colour of the page, or bubbles behind it make it hard to read."""
    return {
        "x": _x(bol),
        "y": float(bol.score),
        "text": plain(bol.naam),
        "showarrow": False,
        "yshift": 16,
        "bgcolor": theme.bg,
        "borderpad": 1,
        "font": {"size": SMALL_PX, "color": theme.ink},
    }


def _size(toegekend: int, most: int) -> float:
    """Diameter in pixels: the area follows the granted hours."""
    return max(SMALLEST_PX, LARGEST_PX * math.sqrt(max(toegekend, 0) / most))


def _hover(bol: Waardebol) -> str:
    return (
        f"{plain(bol.naam)}: score {bol.score_tekst}, {notatie.getal(bol.toegekend_uren)} van "
        f"{notatie.getal(bol.gevraagd_uren)} uur toegekend"
    )
