"""The flow of granted hours from programme through opdrachtgever to team, as a Sankey.

A pure function from a view to a figure. Unit: hours, the width of a branch. One colour: the words
stand beside the nodes, and every branch says its hours.
"""

from __future__ import annotations

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.programmasbeeld import Stroombeeld
from sturing.ui.charts.warmtekaart import plain
from sturing.ui.theme import LABEL_PX, SMALL_PX, Theme, plotly_template

NODE_PX = 34
"""Height for one node of the fullest column, so that no two names stand on each other."""
HEADS = ("Programma", "Opdrachtgever", "Team")
COLUMNS_AT = (0.001, 0.5, 0.999)
"""Where the columns stand; Plotly does not take 0 and 1 for a place."""
HEAD_PX = 24


def stroom(beeld: Stroombeeld, theme: Theme) -> go.Figure:
    """Nodes with most hours on top; a node is as high as its hours."""
    per_column = [[k for k in beeld.knopen if k.kolom == column] for column in range(3)]
    height = HEAD_PX + NODE_PX * max((len(column) for column in per_column), default=1)
    figure = go.Figure(
        go.Sankey(
            arrangement="fixed",
            node={
                "label": [f"{plain(k.naam)}  {notatie.getal(k.uren)}" for k in beeld.knopen],
                "x": [COLUMNS_AT[k.kolom] for k in beeld.knopen],
                "y": _heights([[k.uren for k in column] for column in per_column]),
                "color": theme.granted,
                "line": {"width": 0},
                "pad": 14,
                "thickness": 10,
                "hovertemplate": "%{label} uur<extra></extra>",
            },
            link={
                "source": [tak.van for tak in beeld.takken],
                "target": [tak.naar for tak in beeld.takken],
                "value": [tak.uren_honderdste / 100 for tak in beeld.takken],
                "customdata": [plain(tak.toelichting) for tak in beeld.takken],
                "color": theme.asked,
                "hovertemplate": "%{customdata}<extra></extra>",
            },
            textfont={"size": LABEL_PX, "color": theme.ink, "shadow": "none"},
        )
    )
    figure.update_layout(
        template=plotly_template(theme),
        height=height,
        margin={"l": 2, "r": 2, "t": HEAD_PX, "b": 14},
        annotations=[
            {
                "x": place,
                "xref": "paper",
                "xanchor": anchor,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "yshift": 4,
                "showarrow": False,
                "text": text,
                "font": {"size": SMALL_PX, "color": theme.ink2},
            }
            for text, place, anchor in zip(
                HEADS, (0, 0.5, 1), ("left", "center", "right"), strict=True
            )
        ],
    )
    return figure


def _heights(columns: list[list[int]]) -> list[float]:
    """The middle of every node, from the top, as a part of the height; column after column."""
    heights: list[float] = []
    for hours in columns:
        total = sum(hours) or 1
        room = 0.042 if len(hours) > 1 else 0.0
        scale = 1 - room * (len(hours) - 1)
        above = 0.0
        for value in hours:
            part = value / total * scale
            heights.append(min(max(above + part / 2, 0.001), 0.999))
            above += part + room
    return heights
