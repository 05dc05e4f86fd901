"""The granted hours by height on each kernwaarde: one bar per kernwaarde, parts add up to 100%.

A pure function from views to a figure. The part that is high is solid, the others are ever lighter
and what was not filled in is hatched; each part says its own number where there is room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.programmasbeeld import Kernwaardebeeld, Waardedeel
from sturing.ui.charts.warmtekaart import plain
from sturing.ui.theme import LABEL_PX, NAME_PX, Theme, plotly_template

ROW_PX = 44
LEFT_PX = 172
ROOM_PCT = 14
"""Below this a part has no room for its words; the table has them."""


def kernwaardebalk(beelden: Sequence[Kernwaardebeeld], theme: Theme) -> go.Figure:
    """In the given order from the top; high stands left. The customdata of a part is its number,
    counted over all bars."""
    parts = [(place, deel) for place, beeld in enumerate(beelden) for deel in beeld.delen]
    figure = go.Figure(
        [_part(row, place, beelden[place], deel, theme) for row, (place, deel) in enumerate(parts)]
    )
    figure.update_layout(
        template=plotly_template(theme),
        barmode="stack",
        bargap=0.45,
        height=max(len(beelden), 1) * ROW_PX + 8,
        margin={"l": LEFT_PX, "r": 4, "t": 4, "b": 4},
        annotations=[
            {
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "xshift": -LEFT_PX,
                "y": place,
                "text": plain(beeld.naam),
                "showarrow": False,
                "font": {"size": NAME_PX, "color": theme.ink},
            }
            for place, beeld in enumerate(beelden)
        ],
    )
    figure.update_xaxes(visible=False, range=[0, 100])
    figure.update_yaxes(visible=False, range=[max(len(beelden), 1) - 0.5, -0.5], rangemode="normal")
    return figure


def _part(row: int, place: int, beeld: Kernwaardebeeld, deel: Waardedeel, theme: Theme) -> go.Bar:
    words = f"{notatie.getal(deel.pct)}% {deel.hoogte}"
    marker, ink = _marks(theme)[deel.hoogte]
    return go.Bar(
        x=[deel.pct],
        y=[place],
        customdata=[row],
        orientation="h",
        marker=marker | {"line": {"color": theme.bg, "width": 2}},
        text=[words if deel.pct >= ROOM_PCT else ""],
        textposition="inside",
        insidetextanchor="start",
        textangle=0,
        textfont={"size": LABEL_PX, "color": ink},
        hovertext=[
            f"{plain(beeld.naam)}: {words}, {notatie.getal(deel.uren)} uur, "
            f"{notatie.aantal(deel.opdrachten, 'opdracht', 'opdrachten')}"
        ],
        hoverinfo="text",
    )


def _marks(theme: Theme) -> dict[str, tuple[dict[str, Any], str]]:
    """Fill and colour of the words by height."""
    return {
        "hoog": ({"color": theme.granted}, theme.bg),
        "midden": ({"color": theme.asked}, theme.ink),
        "laag": ({"color": theme.hover}, theme.ink),
        "niet ingevuld": (
            {
                "color": theme.bg,
                "pattern": {"shape": "/", "fgcolor": theme.edge, "size": 6, "solidity": 0.2},
            },
            theme.ink,
        ),
    }
