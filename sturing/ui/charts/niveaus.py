"""Teams by level of zelforganisatie, apart by how they are helped: one stacked bar per level.

A pure function from views to a figure. Horizontal axis: teams; one row per level. No colour of
good or bad: no level is better than another. How a team is helped is told by pattern and by word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.collectiefbeeld import Niveaurij
from sturing.ui.theme import LABEL_PX, TEXT_PX, Theme, plotly_template

ROW_PX = 30
TOP_PX = 4
LEFT_PX = 96
BAR_PART = 0.46
"""The part of the width that the longest bar takes; the words stand at the right of a bar."""


def niveaus(rijen: Sequence[Niveaurij], theme: Theme) -> go.Figure:
    """Coachend solid, leidend hatched, not filled in an outline; the words stand beside the bar;
    the customdata of a bar is the number of its row."""
    n = len(rijen)
    figure = go.Figure(
        [
            _part(rijen, "coachend", lambda r: r.coachend, theme.granted, "", theme),
            _part(rijen, "leidend", lambda r: r.leidend, theme.asked, "/", theme),
            _part(rijen, "niet ingevuld", lambda r: r.onbekend, theme.bg, "", theme),
        ]
    )
    highest = max([*(_total(r) for r in rijen), 1])
    figure.update_layout(
        template=plotly_template(theme),
        barmode="stack",
        height=TOP_PX + n * ROW_PX + 12,
        margin={"l": LEFT_PX, "r": 0, "t": TOP_PX, "b": 8},
        annotations=_words(rijen, theme),
    )
    figure.update_xaxes(visible=False, range=[0, highest / BAR_PART])
    figure.update_yaxes(
        range=[n - 0.5, -0.5],
        rangemode="normal",
        showgrid=False,
        tickvals=list(range(n)),
        ticktext=[f"{niveaunaam(r)}{notatie.VAST * 2}" for r in rijen],
        tickfont={"size": TEXT_PX, "color": theme.ink},
    )
    return figure


def niveaunaam(rij: Niveaurij) -> str:
    """`Niveau 3`, or the words for teams without a level."""
    return f"Niveau {rij.niveau}" if rij.niveau.isdigit() else rij.niveau.capitalize()


def _total(rij: Niveaurij) -> int:
    return rij.coachend + rij.leidend + rij.onbekend


def _parts(rij: Niveaurij) -> str:
    delen = (
        (rij.coachend, "coachend"),
        (rij.leidend, "leidend"),
        (rij.onbekend, "niet ingevuld"),
    )
    return ", ".join(f"{aantal} {woord}" for aantal, woord in delen if aantal)


def _words(rijen: Sequence[Niveaurij], theme: Theme) -> list[dict[str, Any]]:
    return [
        {
            "x": _total(rij),
            "y": i,
            "xanchor": "left",
            "xshift": 6,
            "text": _parts(rij),
            "showarrow": False,
            "font": {"size": LABEL_PX, "color": theme.ink},
        }
        for i, rij in enumerate(rijen)
    ]


def _part(
    rijen: Sequence[Niveaurij],
    word: str,
    count: Callable[[Niveaurij], int],
    fill: str,
    shape: str,
    theme: Theme,
) -> go.Bar:
    return go.Bar(
        x=[count(r) for r in rijen],
        y=list(range(len(rijen))),
        customdata=list(range(len(rijen))),
        orientation="h",
        width=0.62,
        marker={
            "color": fill,
            "line": {"color": theme.edge, "width": 1},
            "pattern": {"shape": shape, "fgcolor": theme.granted, "size": 6, "solidity": 0.25},
        },
        hovertext=[
            f"{niveaunaam(r)}: {notatie.aantal(count(r), 'team', 'teams')} {word}" for r in rijen
        ],
        hoverinfo="text",
        name=word,
    )


def niveauzin(rijen: Sequence[Niveaurij]) -> str:
    """What a screen reader hears in place of the picture."""
    return ". ".join(f"{niveaunaam(rij)}: {_parts(rij)}" for rij in rijen)
