"""Teams by level of zelforganisatie, apart by how they are helped: one stacked bar per level.

A pure function from views to a figure. Horizontal axis: teams; one row per level. No colour of
good or bad: no level is better than another. How a team is helped is told by pattern and by word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.collectiefbeeld import Niveaurij
from sturing.ui.theme import Theme, plotly_template

ROW_PX = 30
TOP_PX = 4
LEFT_PX = 96


def niveaus(rijen: Sequence[Niveaurij], theme: Theme) -> go.Figure:
    """Coachend solid, leidend hatched, not filled in an outline; each part has its number."""
    n = len(rijen)
    figure = go.Figure(
        [
            _part(rijen, "coachend", lambda r: r.coachend, theme.granted, "", theme),
            _part(rijen, "leidend", lambda r: r.leidend, theme.asked, "/", theme),
            _part(rijen, "niet ingevuld", lambda r: r.onbekend, theme.bg, "", theme),
        ]
    )
    figure.update_layout(
        template=plotly_template(theme),
        barmode="stack",
        height=TOP_PX + n * ROW_PX + 20,
        margin={"l": LEFT_PX, "r": 8, "t": TOP_PX, "b": 20},
    )
    figure.update_xaxes(visible=False)
    figure.update_yaxes(
        range=[n - 0.5, -0.5],
        rangemode="normal",
        showgrid=False,
        tickvals=list(range(n)),
        ticktext=[f"Niveau {r.niveau}" if len(r.niveau) == 1 else r.niveau for r in rijen],
        tickfont={"size": 13, "color": theme.ink},
    )
    return figure


def _part(
    rijen: Sequence[Niveaurij],
    word: str,
    count: Callable[[Niveaurij], int],
    fill: str,
    shape: str,
    theme: Theme,
) -> go.Bar:
    solid = not shape and fill == theme.granted
    return go.Bar(
        x=[count(r) for r in rijen],
        y=list(range(len(rijen))),
        orientation="h",
        width=0.62,
        marker={
            "color": fill,
            "line": {"color": theme.edge, "width": 1},
            "pattern": {"shape": shape, "fgcolor": theme.granted, "size": 6, "solidity": 0.25},
        },
        text=[f"{count(r)} {word}" if count(r) else "" for r in rijen],
        textposition="outside" if not solid else "inside",
        insidetextanchor="start",
        textangle=0,
        textfont={"size": 12.5, "color": theme.bg if solid else theme.ink},
        constraintext="none",
        hovertext=[
            f"Niveau {r.niveau}: {notatie.aantal(count(r), 'team', 'teams')} {word}" for r in rijen
        ],
        hoverinfo="text",
        name=word,
    )


def niveauzin(rijen: Sequence[Niveaurij]) -> str:
    """What a screen reader hears in place of the picture."""
    return ". ".join(
        f"Niveau {r.niveau}: {r.coachend} coachend, {r.leidend} leidend, {r.onbekend} niet ingevuld"
        for r in rijen
    )
