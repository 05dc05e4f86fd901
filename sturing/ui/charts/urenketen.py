"""From gross to net hours as a staircase: what there is, what goes off step by step, what is left.

A pure function from views to a figure. Vertical axis: hours (whole); horizontal: steps in order.
"""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.teambeeld import Ketenstap
from sturing.ui.theme import LABEL_PX, Theme, plotly_template

HEIGHT = 220


def urenketen(stappen: Sequence[Ketenstap], theme: Theme) -> go.Figure:
    """A solid bar for gross and net, a grey part for each step that goes off, with its number; the
    customdata of a bar is the number of its step."""
    x = list(range(len(stappen)))
    figure = go.Figure(
        [
            go.Bar(
                x=x,
                customdata=x,
                y=[stap.uren for stap in stappen],
                base=[stap.onder for stap in stappen],
                width=0.62,
                marker_color=[theme.before if stap.af else theme.granted for stap in stappen],
                text=[_number(stap) for stap in stappen],
                textposition="outside",
                textfont={"size": LABEL_PX, "color": theme.ink},
                cliponaxis=False,
                hovertext=[f"{stap.naam}: {_number(stap)} uur, {stap.uitleg}" for stap in stappen],
                hoverinfo="text",
            )
        ]
    )
    figure.update_layout(
        template=plotly_template(theme),
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 22, "b": 24},
        hovermode="closest",
    )
    figure.update_xaxes(tickvals=x, ticktext=[stap.naam for stap in stappen])
    figure.update_yaxes(visible=False, range=[0, max([s.onder + s.uren for s in stappen] + [1])])
    return figure


def _number(stap: Ketenstap) -> str:
    return f"{notatie.MIN if stap.af and stap.uren else ''}{notatie.getal(stap.uren)}"
