"""A small picture per area: which part of what is asked is granted, month by month.

A pure function from views to a figure. Every panel has the same axis, 0 to 100% of what is asked in
that month, so that a small kern can be laid beside a large one; its hours stand in its head.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sturing.services.gebiedenbeeld import Gebiedspaneel
from sturing.ui.charts.warmtekaart import plain
from sturing.ui.theme import LABEL_PX, Theme, plotly_template, tekort_marker

COLUMNS = 4
PANEL_PX = 84
HEAD_PX = 40
AXIS_PX = 36
"""With the room to the head of the next row."""
GAP = 0.05
"""Between two panels beside each other, as part of the width."""


def gebiedspanelen(panelen: Sequence[Gebiedspaneel], theme: Theme) -> go.Figure:
    """Panels in the given order, four on a row: granted solid, short hatched."""
    rows = max(-(-len(panelen) // COLUMNS), 1)
    block = HEAD_PX + PANEL_PX + AXIS_PX
    height = rows * block
    traces: list[go.Bar] = []
    layout: dict[str, Any] = {}
    heads: list[dict[str, Any]] = []
    width = (1 - GAP * (COLUMNS - 1)) / COLUMNS
    for number, paneel in enumerate(panelen):
        row, column = divmod(number, COLUMNS)
        name = "" if number == 0 else str(number + 1)
        left = column * (width + GAP)
        top = 1 - (row * block + HEAD_PX) / height
        first = sum(len(before.maanden) for before in panelen[:number])
        traces += _bars(paneel, name, first, theme)
        layout[f"xaxis{name}"] = _months(paneel, left, left + width, name)
        layout[f"yaxis{name}"] = {
            "domain": [top - PANEL_PX / height, top],
            "anchor": f"x{name}",
            "range": [0, 100],
            "tickvals": [0, 50, 100],
            "showticklabels": column == 0,
            "ticksuffix": "%",
        }
        heads.append(_head(paneel, left, top, theme))
    figure = go.Figure(traces)
    figure.update_layout(
        template=plotly_template(theme),
        barmode="stack",
        height=height,
        margin={"l": 40, "r": 4, "t": 0, "b": 0},
        annotations=heads,
        hovermode="closest",
        **layout,
    )
    return figure


def _bars(paneel: Gebiedspaneel, name: str, first: int, theme: Theme) -> list[go.Bar]:
    """Granted and short; the customdata of a bar is the number of its row, counted from `first`."""
    parts: tuple[tuple[list[float], dict[str, Any]], ...] = (
        ([m.toegekend_pct for m in paneel.maanden], {"color": theme.granted}),
        ([m.tekort_pct for m in paneel.maanden], tekort_marker(theme)),
    )
    return [
        go.Bar(
            x=list(range(len(paneel.maanden))),
            y=values,
            marker=marker,
            xaxis=f"x{name}",
            yaxis=f"y{name}",
            customdata=[first + n for n in range(len(paneel.maanden))],
            hovertext=[plain(m.toelichting) for m in paneel.maanden],
            hoverinfo="text",
        )
        for values, marker in parts
    ]


def _months(paneel: Gebiedspaneel, left: float, right: float, name: str) -> dict[str, Any]:
    """The first letter of each month; more than twelve would stand on each other."""
    step = -(-len(paneel.maanden) // 12)
    shown = range(0, len(paneel.maanden), step)
    return {
        "domain": [left, right],
        "anchor": f"y{name}",
        "tickvals": list(shown),
        "ticktext": [paneel.maanden[i].label[:1] for i in shown],
        "range": [-0.5, len(paneel.maanden) - 0.5],
    }


def _head(paneel: Gebiedspaneel, left: float, top: float, theme: Theme) -> dict[str, Any]:
    return {
        "x": left,
        "xref": "paper",
        "xanchor": "left",
        "y": top,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 4,
        "align": "left",
        "showarrow": False,
        "text": f"<b>{plain(paneel.naam)}</b><br>{plain(paneel.bijschrift)}",
        "font": {"size": LABEL_PX, "color": theme.ink},
    }
