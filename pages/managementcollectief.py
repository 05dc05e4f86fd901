"""Managementcollectief: the ontwikkelopgaven of the organisation, and its teams."""

from __future__ import annotations

import streamlit as st

from sturing.services.collectiefbeeld import Collectiefbeeld
from sturing.services.managementcollectief import managementcollectief
from sturing.ui.components import collectief
from sturing.ui.components.figures import figures
from sturing.ui.components.header import answer, page_head
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.view import choose_view
from sturing.ui.context import current_theme, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Managementcollectief", context):
            choose_view(context, domain=False)
        beeld = to_draw(managementcollectief(context.omgeving, context.wie, context.kijk))
        if beeld is not None:
            _beeld(beeld)


def _beeld(beeld: Collectiefbeeld) -> None:
    theme = current_theme()
    answer(beeld.kop)
    figures(beeld.cijfers)
    left, right = st.columns([1.25, 1], gap="large")
    with left:
        collectief.goals(beeld, theme)
    with right:
        collectief.levels(beeld, theme)
        collectief.open_plans(beeld)
    collectief.focus(beeld, theme)
    collectief.staffing(beeld)
    collectief.support(beeld)
