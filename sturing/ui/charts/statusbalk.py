"""Opdrachten by status as one bar of 14 px; the words and numbers stand under it.

A pure function from a count to a figure. Unit: opdrachten.
"""

from __future__ import annotations

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.beelden import Telling
from sturing.ui.theme import Theme, plotly_template

HEIGHT = 14


def statusbalk(telling: Telling, theme: Theme) -> go.Figure:
    """Haalbaar, onder druk, niet haalbaar, in that order; a status without opdrachten is left out.
    The customdata of a part is its place among the three; druk and niet have a pattern too.

    Opdrachten that ask nothing have no status and are not in the bar.
    """
    parts = (
        ("haalbaar", telling.haalbaar, theme.granted, ""),
        ("onder druk", telling.onder_druk, theme.druk_fill, "\\"),
        ("niet haalbaar", telling.niet_haalbaar, theme.short, "x"),
    )
    figure = go.Figure(
        [
            go.Bar(
                x=[count],
                y=[0],
                customdata=[place],
                orientation="h",
                marker={
                    "color": colour,
                    "line": {"color": theme.bg, "width": 2},
                    "pattern": {
                        "shape": pattern,
                        "fgcolor": theme.bg,
                        "size": 6,
                        "solidity": 0.2,
                        "fillmode": "overlay",
                    },
                },
                hovertext=f"{notatie.getal(count)} {word}",
                hoverinfo="text",
                name=word,
            )
            for place, (word, count, colour, pattern) in enumerate(parts)
            if count
        ]
    )
    total = sum(count for _, count, *_ in parts)
    figure.update_layout(
        template=plotly_template(theme),
        barmode="stack",
        bargap=0,
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
    )
    figure.update_xaxes(visible=False, range=[0, max(total, 1)])
    figure.update_yaxes(visible=False, range=[-0.5, 0.5], rangemode="normal")
    return figure
