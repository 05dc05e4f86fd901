"""A figure that the browser draws once.

Streamlit hands Plotly every figure a second time, right after the first, as a copy of which each
part is a new object and with what a click does filled in. Plotly then compares the two. It compares
a template, and arrays of which it does not know the revision, only by whether they are the same
object, and draws all of it again (Plotly.react, in the plotly.js 4.2
of Streamlit 1.67). So here the template becomes the own
style of the figure, and the rest is filled in beforehand. Must never change how a figure looks. No
units.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import plotly.graph_objects as go


def drawn_once(figure: go.Figure, *, picked: bool) -> go.Figure:
    """The same figure without a template. With `picked` a part of it can be chosen.

    For a figure that is put on a page anew when it changes, as Streamlit does: the revision of its
    data is always the same.
    """
    style = figure.layout.template.layout.to_plotly_json()
    base = {name: value for name, value in style.items() if name not in ("xaxis", "yaxis")}
    for letter, name in _axes(figure):
        base[name] = style.get(f"{letter}axis", {})
    figure.layout = _over(base, figure.layout.to_plotly_json())
    figure.layout.template = None
    figure.layout.datarevision = 1
    if picked:
        figure.update_layout(clickmode="event+select", dragmode="pan")
        if figure.layout.hovermode is None:
            figure.layout.hovermode = "closest"
    return figure


def _axes(figure: go.Figure) -> Iterator[tuple[str, str]]:
    """The letter and the name in the layout of every axis that a trace is drawn on."""
    for trace in figure.data:
        for letter in ("x", "y"):
            if f"{letter}axis" in trace:
                number = (trace[f"{letter}axis"] or letter).removeprefix(letter)
                yield letter, f"{letter}axis{number}"


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """`own`, and what it leaves open from `base`."""
    result = {**base, **own}
    for name in base.keys() & own.keys():
        if isinstance(base[name], Mapping) and isinstance(own[name], Mapping):
            result[name] = _over(base[name], own[name])
    return result
