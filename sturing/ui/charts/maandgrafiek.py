"""Asked against available per month: granted and short as bars, supply as a step line.

A pure function from views to a figure. Vertical axis: hours (whole); horizontal: months in order.
"""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from sturing.services import notatie
from sturing.services.beelden import Maandbeeld
from sturing.ui.theme import LABEL_PX, Theme, plotly_template, tekort_marker

HEIGHT = 206
LABEL_GAP_PX = 15
"""Smallest distance between two labels at the right, so that they never overlap."""
_PLOT_PX = HEIGHT - 32


def maandgrafiek(maanden: Sequence[Maandbeeld], theme: Theme) -> go.Figure:
    """Bars of toegekend with hatched tekort on top, and the step line of beschikbaar; the
    customdata of a mark is the number of its month."""
    x = list(range(len(maanden)))
    toegekend = [_uren(m.toegekend_honderdste) for m in maanden]
    tekort = [_uren(m.tekort_honderdste) for m in maanden]
    line_x, line_y = _steps([_uren(m.aanbod_honderdste) for m in maanden])
    figure = go.Figure(
        [
            go.Bar(
                x=x,
                y=toegekend,
                customdata=x,
                marker_color=theme.granted,
                hovertext=[
                    f"{m.label}: {notatie.uren_met_eenheid(m.toegekend_honderdste)} toegekend"
                    for m in maanden
                ],
                hoverinfo="text",
            ),
            go.Bar(
                x=x,
                y=tekort,
                customdata=x,
                marker=tekort_marker(theme),
                hovertext=[
                    f"{m.label}: {notatie.uren_met_eenheid(m.tekort_honderdste)} tekort"
                    for m in maanden
                ],
                hoverinfo="text",
            ),
            # A halo in the colour of the page keeps the line readable over the bars.
            go.Scatter(
                x=line_x,
                y=line_y,
                mode="lines",
                line={"color": theme.bg, "width": 4.5, "shape": "linear"},
                hoverinfo="skip",
            ),
            go.Scatter(
                x=line_x,
                y=line_y,
                mode="lines",
                line={"color": theme.supply, "width": 1.8, "shape": "linear"},
                hoverinfo="skip",
            ),
            go.Scatter(
                x=x,
                y=[_uren(m.aanbod_honderdste) for m in maanden],
                customdata=x,
                mode="markers",
                marker={"size": 14, "opacity": 0},
                selected={"marker": {"opacity": 0}},
                unselected={"marker": {"opacity": 0}},
                hovertext=[
                    f"{m.label}: {notatie.uren_met_eenheid(m.aanbod_honderdste)} beschikbaar"
                    for m in maanden
                ],
                hoverinfo="text",
            ),
        ]
    )
    highest = max([*(a + b for a, b in zip(toegekend, tekort, strict=True)), *line_y, 1.0])
    ticks = _ticks(highest)
    top = max(ticks[-1], highest * 1.02)
    figure.update_layout(
        template=plotly_template(theme),
        barmode="stack",
        height=HEIGHT,
        annotations=_labels(maanden, theme, top),
        hovermode="closest",
    )
    figure.update_xaxes(
        tickvals=x, ticktext=[m.label for m in maanden], range=[-0.5, len(maanden) - 0.5]
    )
    figure.update_yaxes(range=[0, top], tickvals=ticks)
    return figure


def _ticks(highest: float) -> list[float]:
    """Round heights from 0 to just above `highest`, at most five."""
    magnitude = 10.0 ** (len(str(int(highest))) - 1)
    step = next(
        magnitude * factor for factor in (0.25, 0.5, 1.0, 2.5) if highest <= 4 * magnitude * factor
    )
    count = -int(-highest // step)
    return [step * i for i in range(count + 1)]


def _uren(honderdste: int) -> float:
    return honderdste / 100


def _steps(values: list[float]) -> tuple[list[float], list[float]]:
    """A step per month from its left to its right edge (a plotly `hvh` shape stops half way)."""
    x: list[float] = []
    y: list[float] = []
    for i, value in enumerate(values):
        x += [i - 0.5, i + 0.5]
        y += [value, value]
    return x, y


def _labels(maanden: Sequence[Maandbeeld], theme: Theme, top: float) -> list[dict[str, object]]:
    """Names at the right end, each at the height of its mark and at least a line apart."""
    if not maanden:
        return []
    last = maanden[-1]
    granted, short = _uren(last.toegekend_honderdste), _uren(last.tekort_honderdste)
    wanted = [
        ("tekort", theme.short, granted + short / 2),
        ("beschikbaar", theme.ink, _uren(last.aanbod_honderdste)),
        ("toegekend", theme.haalbaar, granted / 2),
    ]
    if not any(m.tekort_honderdste for m in maanden):
        wanted = wanted[1:]
    gap = LABEL_GAP_PX / _PLOT_PX * top
    labels: list[dict[str, object]] = []
    below = top + gap
    for text, colour, height in sorted(wanted, key=lambda label: -label[2]):
        height = min(height, below - gap)
        below = height
        labels.append(
            {
                "x": 1,
                "xref": "paper",
                "xanchor": "left",
                "xshift": 8,
                "y": height,
                "yanchor": "middle",
                "text": f"<b>{text}</b>",
                "showarrow": False,
                "font": {"size": LABEL_PX, "color": colour},
            }
        )
    return labels
