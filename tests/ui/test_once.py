"""A figure for the page looks as the chart made it, and gives Plotly no reason to draw it again."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from sturing.ui.charts.once import drawn_once
from sturing.ui.theme import LIGHT, plotly_template


def figure(*traces: go.Bar | go.Sankey, **layout: object) -> go.Figure:
    made = go.Figure(list(traces))
    return made.update_layout(template=plotly_template(LIGHT), **layout)


def test_what_the_figure_leaves_open_comes_from_the_template_and_its_own_style_stays() -> None:
    own = figure(
        go.Bar(x=["a"], y=[1]), margin={"l": 7}, yaxis={"nticks": 9, "tickfont": {"size": 12}}
    )
    template = own.layout.template.layout
    shown = drawn_once(own, picked=False).layout
    assert shown.separators == template.separators
    assert (shown.margin.l, shown.margin.r) == (7, template.margin.r)
    assert (shown.yaxis.nticks, shown.yaxis.tickfont.size) == (9, 12)
    assert shown.yaxis.tickfont.color == template.yaxis.tickfont.color
    assert shown.xaxis.fixedrange is True
    assert shown.hoverlabel.font.family == template.hoverlabel.font.family


def test_every_axis_of_small_multiples_gets_the_style_and_a_flow_gets_no_axis() -> None:
    many = drawn_once(
        figure(go.Bar(x=["a"], y=[1]), go.Bar(x=["a"], y=[1], xaxis="x2", yaxis="y2")), picked=False
    )
    assert many.layout.xaxis2.linecolor == many.layout.xaxis.linecolor == LIGHT.edge
    assert many.layout.yaxis2.gridcolor == LIGHT.line
    flow = go.Sankey(node={"label": ["a", "b"]}, link={"source": [0], "target": [1], "value": [1]})
    alone = drawn_once(figure(flow), picked=False).to_plotly_json()["layout"]
    assert not {"xaxis", "yaxis"} & alone.keys()


@pytest.mark.parametrize("picked", [False, True])
def test_there_is_no_template_and_a_revision_that_stays(picked: bool) -> None:
    shown = drawn_once(figure(go.Bar(x=["a"], y=[1])), picked=picked).to_plotly_json()["layout"]
    assert "template" not in shown
    assert shown["datarevision"] == 1


def test_what_a_click_does_is_what_streamlit_would_fill_in() -> None:
    shown = drawn_once(figure(go.Bar(x=["a"], y=[1])), picked=True).layout
    assert (shown.clickmode, shown.hovermode, shown.dragmode) == ("event+select", "closest", "pan")
    own = drawn_once(figure(go.Bar(x=["a"], y=[1]), hovermode="x"), picked=True).layout
    assert own.hovermode == "x"
