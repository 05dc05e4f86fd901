"""Opdrachten over the months: a bar where hours are asked, in the colour of its coverage.

A pure function from views to a figure. Where a month is not haalbaar its sign and percentage stand
in it, so that colour is never alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from sturing.domain.keuzes import Haalbaarheid
from sturing.services import notatie
from sturing.services.planbalkbeeld import Planbalk
from sturing.ui.charts.warmtekaart import HEAD_PX, plain
from sturing.ui.theme import NAME_PX, SMALL_PX, Theme, plotly_template

ROW_PX = 24
TOP_PX = 22
LEFT_PX = 190
RIGHT_PX = 60


def planbalken(balken: Sequence[Planbalk], maanden: Sequence[str], theme: Theme) -> go.Figure:
    """One row per opdracht in the given order, one column per month; asked hours at the right."""
    n = len(balken)
    looks = (
        (Haalbaarheid.HAALBAAR, theme.granted, theme.bg, ""),
        (Haalbaarheid.ONDER_DRUK, theme.druk_tint, theme.druk, "▲ "),
        (Haalbaarheid.NIET_HAALBAAR, theme.niet_tint, theme.niet, "✕ "),
    )
    figure = go.Figure(
        [
            *(_band(balken, status, fill, ink, sign) for status, fill, ink, sign in looks),
            _cells(balken),
        ]
    )
    texts = [(i, balk) for i, balk in enumerate(balken)]
    side = {"xref": "paper", "showarrow": False, "font": {"size": NAME_PX, "color": theme.ink}}
    figure.update_layout(
        template=plotly_template(theme),
        height=TOP_PX + n * ROW_PX + 4,
        margin={"l": LEFT_PX, "r": RIGHT_PX, "t": TOP_PX, "b": 2},
        annotations=[
            *(
                {**side, "x": 0, "xanchor": "left", "xshift": -LEFT_PX, "y": i, "text": _name(balk)}
                for i, balk in texts
            ),
            *(
                {
                    **side,
                    "x": 1,
                    "xanchor": "right",
                    "xshift": RIGHT_PX,
                    "y": i,
                    "text": notatie.getal(balk.gevraagd_uren),
                }
                for i, balk in texts
            ),
            {
                **side,
                "x": 1,
                "xanchor": "right",
                "xshift": RIGHT_PX,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "yshift": HEAD_PX,
                "text": "uur",
                "font": {"size": SMALL_PX, "color": theme.ink2},
            },
        ],
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


LONGEST_NAME = 29
"""So many letters fit before the bars."""


def _name(balk: Planbalk) -> str:
    name = balk.naam
    return plain(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…")


def _band(
    balken: Sequence[Planbalk], status: Haalbaarheid, fill: str, ink: str, sign: str
) -> go.Heatmap:
    """The months of one status. A trace has one text colour, so that every status is a trace."""
    return go.Heatmap(
        z=[[1 if m.status is status else None for m in balk.maanden] for balk in balken],
        text=[
            [f"{sign}{m.dekking_pct}" if sign and m.status is status else "" for m in balk.maanden]
            for balk in balken
        ],
        texttemplate="%{text}",
        textfont={"size": SMALL_PX, "color": ink, "weight": 600},
        hoverinfo="skip",
        hoverongaps=False,
        colorscale=[[0, fill], [1, fill]],
        xgap=0,
        ygap=8,
        showscale=False,
    )


def _cells(balken: Sequence[Planbalk]) -> go.Scatter:
    """What hovering and a click find: every month with its row."""
    places = [
        (x, y, maand)
        for y, balk in enumerate(balken)
        for x, maand in enumerate(balk.maanden)
        if maand.status is not None
    ]
    return go.Scatter(
        x=[x for x, _, _ in places],
        y=[y for _, y, _ in places],
        customdata=[y for _, y, _ in places],
        mode="markers",
        marker={"size": ROW_PX, "symbol": "square", "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        hovertext=[plain(maand.toelichting) for _, _, maand in places],
        hoverinfo="text",
    )
