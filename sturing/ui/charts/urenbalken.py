"""Hours of a few things as bars on a track: what is asked or planned, what was granted or spent.

A pure function from rows to a figure, in the language of the coverage bar: pale track, solid bar,
and an ink tick for where it will end. Horizontal axis: hours (whole); one row per thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.ui.charts.warmtekaart import plain
from sturing.ui.theme import SMALL_PX, TEXT_PX, Theme, plotly_template

ROW_PX = 26
TOP_PX = 20
LEFT_PX = 168
RIGHT_PX = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Balk:
    """One row, whole hours: `spoor` the track, `balk` the bar, `streep` the tick (None: none);
    `rechts` stands at the right, `toelichting` is told on hover."""

    naam: str
    spoor: int
    balk: int
    streep: int | None
    rechts: str
    toelichting: str


def urenbalken(balken: Sequence[Balk], rechts: str, theme: Theme) -> go.Figure:
    """One row per thing in the given order, which is the customdata of its marks; `rechts` is the
    head over the texts at the right."""
    n = len(balken)
    y = list(range(n))
    hover = [plain(b.toelichting) for b in balken]
    figure = go.Figure(
        [
            _bar(y, [b.spoor for b in balken], theme.asked, theme.edge, 0.62, hover),
            _bar(y, [b.balk for b in balken], theme.granted, theme.granted, 0.34, hover),
            go.Scatter(
                x=[b.streep for b in balken if b.streep is not None],
                y=[i for i, b in enumerate(balken) if b.streep is not None],
                customdata=[i for i, b in enumerate(balken) if b.streep is not None],
                mode="markers",
                marker={
                    "symbol": "line-ns",
                    "size": 18,
                    "line": {"width": 2.4, "color": theme.ink},
                },
                hovertext=[plain(b.toelichting) for b in balken if b.streep is not None],
                hoverinfo="text",
            ),
        ]
    )
    highest = max([*(max(b.spoor, b.balk, b.streep or 0) for b in balken), 1])
    figure.update_layout(
        template=plotly_template(theme),
        barmode="overlay",
        height=TOP_PX + n * ROW_PX + 22,
        margin={"l": LEFT_PX, "r": RIGHT_PX, "t": TOP_PX, "b": 20},
        annotations=[*_names(balken, theme), *_right(balken, rechts, theme)],
    )
    figure.update_xaxes(
        range=[0, highest * 1.02], showgrid=True, gridcolor=theme.line, nticks=5, tickformat=",d"
    )
    figure.update_yaxes(visible=False, range=[n - 0.5, -0.5], rangemode="normal", showgrid=False)
    return figure


def _bar(
    y: list[int], x: list[int], fill: str, edge: str, width: float, hover: list[str]
) -> go.Bar:
    return go.Bar(
        x=x,
        y=y,
        customdata=y,
        orientation="h",
        width=width,
        marker={"color": fill, "line": {"color": edge, "width": 1}},
        hovertext=hover,
        hoverinfo="text",
    )


def _names(balken: Sequence[Balk], theme: Theme) -> list[dict[str, Any]]:
    return [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": -LEFT_PX,
            "y": i,
            "text": plain(balk.naam),
            "showarrow": False,
            "font": {"size": TEXT_PX, "color": theme.ink},
        }
        for i, balk in enumerate(balken)
    ]


def _right(balken: Sequence[Balk], head: str, theme: Theme) -> list[dict[str, Any]]:
    place = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": RIGHT_PX, "showarrow": False}
    top = {"y": 1, "yref": "paper", "yanchor": "bottom", "text": head}
    return [
        {**place, **top, "font": {"size": SMALL_PX, "color": theme.ink2}},
        *(
            {**place, "y": i, "text": balk.rechts, "font": {"size": TEXT_PX, "color": theme.ink}}
            for i, balk in enumerate(balken)
        ),
    ]


def urenzin(balken: Sequence[Balk]) -> str:
    """What a screen reader hears in place of the picture."""
    return ". ".join(balk.toelichting for balk in balken) or notatie.ONBEKEND
