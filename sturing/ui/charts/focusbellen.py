"""Work in progress against fte, a bubble per team: the steeper, the more its work is split up.

A pure function from views to a figure. Horizontal axis: fte; vertical: opdrachten under way, the
average per month; the size of a bubble is its crumbs. Dotted lines tell how many opdrachten per
fte. One colour: this is no judgement.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.collectiefbeeld import Focusrij
from sturing.ui.charts.warmtekaart import plain
from sturing.ui.theme import SMALL_PX, Theme, plotly_template

HEIGHT = 300
PER_FTE = (1, 2, 4, 6)
"""Opdrachten per fte of the dotted lines."""
NAMED = 7
"""At most so many teams have their name in the picture: those with most opdrachten per fte."""
CANDIDATES = 14
"""Only these first teams can get a name: further on the work is not split up much."""
NAME_WIDE, NAME_HIGH = 0.14, 0.08
"""The room that a name takes, as a part of the width and the height."""
LARGEST_PX = 34


def focusbellen(rijen: Sequence[Focusrij], theme: Theme) -> go.Figure:
    """`rijen` with most opdrachten per fte first; a team without fte is left out. The
    customdata of a bubble is its number in `rijen`."""
    met = [rij for rij in rijen if rij.fte]
    fte, werk = [float(r.fte) for r in met], [float(r.onderhanden) for r in met]
    right, top = max([*fte, 1.0]) * 1.08, max([*werk, 1.0]) * 1.15
    most = max([r.kruimels for r in met] + [1])
    named = _named([(x / right, y / top) for x, y in zip(fte, werk, strict=True)])
    figure = go.Figure(
        [
            *(_line(n, right, top, theme) for n in PER_FTE),
            go.Scatter(
                x=fte,
                y=werk,
                customdata=[i for i, r in enumerate(rijen) if r.fte],
                mode="markers+text",
                text=[plain(r.team) if i in named else "" for i, r in enumerate(met)],
                textposition="top center",
                textfont={"size": SMALL_PX, "color": theme.ink},
                cliponaxis=False,
                marker={
                    "size": [8 + (LARGEST_PX - 8) * (r.kruimels / most) ** 0.5 for r in met],
                    "color": theme.granted,
                    "opacity": 0.75,
                    "line": {"color": theme.bg, "width": 1},
                },
                hovertext=[plain(focuszin(r)) for r in met],
                hoverinfo="text",
            ),
        ]
    )
    figure.update_layout(
        template=plotly_template(theme),
        height=HEIGHT,
        margin={"l": 44, "r": 64, "t": 16, "b": 40},
        hovermode="closest",
        annotations=[_label(n, right, top, theme) for n in PER_FTE],
    )
    figure.update_xaxes(
        range=[0, right], title={"text": "fte, gemiddeld", "font": {"size": SMALL_PX}}, nticks=8
    )
    figure.update_yaxes(
        range=[0, top],
        title={"text": "opdrachten onderhanden", "font": {"size": SMALL_PX}},
        nticks=6,
    )
    return figure


def _named(places: Sequence[tuple[float, float]]) -> frozenset[int]:
    """Which bubbles get their name: the first ones whose names do not lie over each other. Places
    in parts of the picture."""
    named: list[int] = []
    for i, (x, y) in enumerate(places[:CANDIDATES]):
        clear = all(
            abs(x - places[n][0]) > NAME_WIDE or abs(y - places[n][1]) > NAME_HIGH for n in named
        )
        if clear and len(named) < NAMED:
            named.append(i)
    return frozenset(named)


def _end(per_fte: int, right: float, top: float) -> tuple[float, float]:
    """Where the line of `per_fte` leaves the picture: at its top or at its right."""
    return (top / per_fte, top) if per_fte * right > top else (right, per_fte * right)


def _line(per_fte: int, right: float, top: float, theme: Theme) -> go.Scatter:
    x, y = _end(per_fte, right, top)
    return go.Scatter(
        x=[0, x],
        y=[0, y],
        mode="lines",
        line={"color": theme.edge, "width": 1, "dash": "dot"},
        hoverinfo="skip",
    )


def _label(per_fte: int, right: float, top: float, theme: Theme) -> dict[str, Any]:
    x, y = _end(per_fte, right, top)
    at_top = y == top
    return {
        "x": x,
        "y": y,
        "xanchor": "center" if at_top else "left",
        "yanchor": "bottom" if at_top else "middle",
        "xshift": 0 if at_top else 6,
        "text": f"{per_fte} per fte",
        "showarrow": False,
        "font": {"size": SMALL_PX, "color": theme.ink2},
    }


def focuszin(rij: Focusrij) -> str:
    """`Economie: 15,2 opdrachten onderhanden bij 2,7 fte, 5,6 per fte; 104 kruimels`."""
    return (
        f"{rij.team}: {notatie.getal(rij.onderhanden, 1)} opdrachten onderhanden bij "
        f"{notatie.fte(rij.fte)} fte, {notatie.getal(rij.versnippering, 1)} per fte; "
        f"{notatie.aantal(rij.kruimels, 'kruimel', 'kruimels')}"
    )
