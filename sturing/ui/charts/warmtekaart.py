"""Asked as percent of available, team by month, in five flat bands with the number in each cell.

A pure function from views to a figure. Up to 100% has no colour: only what is too much stands out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.beelden import Warmterij
from sturing.ui.theme import LABEL_PX, NAME_PX, SMALL_PX, Theme, plotly_template

ROW_PX = 22
TOP_PX = 22
HEAD_PX = -4
"""A head of our own stands this much lower, on the line of the months that Plotly writes."""
LEFT_PX = 156
RIGHT_PX = 66
BOLD_FROM_STEP = 3
"""The darkest two steps have heavier numbers."""


def warmtekaart(rijen: Sequence[Warmterij], maanden: Sequence[str], theme: Theme) -> go.Figure:
    """One row per team in the given order, one column per month; tekort in hours at the right."""
    n = len(rijen)
    bands = [_band(rijen, step, theme) for step in range(len(theme.heat))]
    figure = go.Figure([*bands, _cells(rijen)])
    figure.update_layout(
        template=plotly_template(theme),
        height=TOP_PX + n * ROW_PX + 4,
        margin={"l": LEFT_PX, "r": RIGHT_PX, "t": TOP_PX, "b": 2},
        annotations=[*_names(rijen, theme), *_short(rijen, theme)],
    )
    figure.update_xaxes(
        side="top",
        showline=False,
        zeroline=False,
        tickvals=list(range(len(maanden))),
        ticktext=list(maanden),
        range=[-0.5, len(maanden) - 0.5],
    )
    figure.update_yaxes(visible=False, range=[n - 0.5, -0.5], rangemode="normal", showgrid=False)
    return figure


def _band(rijen: Sequence[Warmterij], step: int, theme: Theme) -> go.Heatmap:
    """The cells of one step. A trace has one text colour, so that every step is a trace."""
    return go.Heatmap(
        z=[[step if cel.stap == step else None for cel in rij.cellen] for rij in rijen],
        # Plotly writes a text also where the value is empty: only the own cells get one.
        text=[[_cell(cel.pct) if cel.stap == step else "" for cel in rij.cellen] for rij in rijen],
        texttemplate="%{text}",
        textfont={
            "size": LABEL_PX,
            "color": theme.heat_text[step],
            "weight": 600 if step >= BOLD_FROM_STEP else 400,
        },
        hovertext=[[plain(cel.toelichting) for cel in rij.cellen] for rij in rijen],
        hoverinfo="text",
        hoverongaps=False,
        colorscale=[[0, theme.heat[step]], [1, theme.heat[step]]],
        xgap=2,
        ygap=2,
        showscale=False,
    )


def _cells(rijen: Sequence[Warmterij]) -> go.Scatter:
    """What a click finds: a heat map tells no cell, so that every cell has a mark without colour
    over it, with the number of its row."""
    places = [(x, y, cel) for y, rij in enumerate(rijen) for x, cel in enumerate(rij.cellen)]
    return go.Scatter(
        x=[x for x, _, _ in places],
        y=[y for _, y, _ in places],
        customdata=[y for _, y, _ in places],
        mode="markers",
        marker={"size": ROW_PX, "symbol": "square", "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        hovertext=[plain(cel.toelichting) for _, _, cel in places],
        hoverinfo="text",
    )


def _cell(pct: int | None) -> str:
    return notatie.ONBEKEND if pct is None else notatie.getal(pct)


def _names(rijen: Sequence[Warmterij], theme: Theme) -> list[dict[str, Any]]:
    return [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": -LEFT_PX,
            "y": y,
            "text": plain(rij.naam),
            "showarrow": False,
            "font": {"size": NAME_PX, "color": theme.ink},
        }
        for y, rij in enumerate(rijen)
    ]


def _short(rijen: Sequence[Warmterij], theme: Theme) -> list[dict[str, Any]]:
    font = {"size": NAME_PX, "color": theme.ink}
    right = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": RIGHT_PX, "showarrow": False}
    head = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": HEAD_PX, "text": "tekort, uur"}
    return [
        {**right, **head, "font": {"size": SMALL_PX, "color": theme.ink2}},
        *(
            {**right, "y": y, "text": notatie.getal(rij.tekort_uren), "font": font}
            for y, rij in enumerate(rijen)
        ),
    ]


def plain(text: str) -> str:
    """A name as Plotly shows it: its labels understand some HTML, a name has none."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
