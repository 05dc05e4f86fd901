"""Before and after as dumbbells: what each key got in the plan in force and gets in a scenario.

A pure function from rows to a figure. Horizontal axis: hours (whole); one line per key in the order
given. Before is a tick, after a dot (ontwerp/beeld/tokens.md, Before and after).
"""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.beelden import Effectrij
from sturing.ui.charts.warmtekaart import plain
from sturing.ui.theme import NAME_PX, Theme, plotly_template

ROW_PX = 26
LEFT_PX = 212
"""What the longest name of the demonstration needs: Projectleider onderwijshuisvesting."""
RIGHT_PX = 78
FOOT_PX = 26


def halters(rijen: Sequence[Effectrij], theme: Theme) -> go.Figure:
    """One dumbbell per row; the difference stands at its right, with its sign. The customdata of
    its ends is the number of the row."""
    y = list(range(len(rijen)))
    figure = go.Figure(
        [
            *(_bar(i, rij, theme) for i, rij in enumerate(rijen)),
            go.Scatter(
                x=[rij.voor_uren for rij in rijen],
                y=y,
                customdata=y,
                mode="markers",
                marker={
                    "symbol": "line-ns",
                    "size": 14,
                    "line": {"color": theme.ink, "width": 2},
                },
                hovertext=[f"{plain(r.naam)}: {notatie.getal(r.voor_uren)} uur nu" for r in rijen],
                hoverinfo="text",
            ),
            go.Scatter(
                x=[rij.na_uren for rij in rijen],
                y=y,
                customdata=y,
                mode="markers",
                marker={"size": 11, "color": [_colour(rij, theme) for rij in rijen]},
                hovertext=[
                    f"{plain(r.naam)}: {notatie.getal(r.na_uren)} uur in dit scenario"
                    for r in rijen
                ],
                hoverinfo="text",
            ),
        ]
    )
    figure.update_layout(
        template=plotly_template(theme),
        height=len(rijen) * ROW_PX + FOOT_PX,
        margin={"l": LEFT_PX, "r": RIGHT_PX, "t": 4, "b": FOOT_PX},
        annotations=[
            {
                "xref": "paper",
                "x": 1,
                "xanchor": "right",
                "xshift": RIGHT_PX,
                "y": i,
                "text": signed(rij.verschil_uren),
                "showarrow": False,
                "font": {"size": NAME_PX, "color": _colour(rij, theme)},
            }
            for i, rij in enumerate(rijen)
        ],
    )
    figure.update_xaxes(tickformat=",d", nticks=5, showgrid=True, gridcolor=theme.line)
    figure.update_yaxes(
        tickvals=y,
        ticktext=[plain(rij.naam) for rij in rijen],
        range=[len(rijen) - 0.5, -0.5],
        rangemode="normal",
        showgrid=False,
        tickfont={"size": NAME_PX, "color": theme.ink},
    )
    return figure


def signed(uren: int) -> str:
    """`+120` or `−120`, with the real minus."""
    return f"{'+' if uren > 0 else '−' if uren < 0 else ''}{notatie.getal(abs(uren))}"


def _colour(rij: Effectrij, theme: Theme) -> str:
    if not rij.verschil_uren:
        return theme.ink3
    return theme.granted if rij.verschil_uren > 0 else theme.short


def _bar(i: int, rij: Effectrij, theme: Theme) -> go.Scatter:
    return go.Scatter(
        x=[rij.voor_uren, rij.na_uren],
        y=[i, i],
        mode="lines",
        line={"color": _colour(rij, theme), "width": 4},
        hoverinfo="skip",
    )
