"""Programma's en doelen: do the doelen of college and raad get enough hours and money? For all."""

from __future__ import annotations

import streamlit as st

from sturing.services.programmas import programmas
from sturing.services.programmasbeeld import Programmasbeeld
from sturing.ui import address
from sturing.ui.components.figures import figures
from sturing.ui.components.goals import goals, loose, opened_goal
from sturing.ui.components.header import answer, page_head
from sturing.ui.components.programmes import flow, money
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.taakvelden import taakvelden
from sturing.ui.components.values import opened_part, values
from sturing.ui.components.view import choose_view
from sturing.ui.components.worth import worth
from sturing.ui.context import current_theme, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Programma's en doelen", context):
            choose_view(context)
        goal = address.text_in_link(address.GOAL)
        programme = address.text_in_link(address.PROGRAMME)
        part = address.text_in_link(address.WORTH)
        beeld = to_draw(
            programmas(context.omgeving, context.wie, context.kijk, goal, programme, part)
        )
        if beeld is not None:
            _beeld(beeld)


def _beeld(beeld: Programmasbeeld) -> None:
    theme = current_theme()
    answer(beeld.kop)
    figures(beeld.kerncijfers)
    chosen = goals(beeld, theme)
    # A row stays chosen: the doel that is open already must not draw the page again and again.
    if chosen is not None and chosen != (beeld.open.doel if beeld.open else None):
        address.put(address.GOAL, chosen)
        st.rerun()
    opened_goal(beeld.open, export=beeld.mag_exporteren)
    loose(beeld)
    money(beeld)
    taakvelden(beeld)
    flow(beeld.stroom, theme, export=beeld.mag_exporteren)
    part = values(beeld, theme)
    if part is not None and part != (beeld.waarde_open.sleutel if beeld.waarde_open else None):
        address.put(address.WORTH, part)
        st.rerun()
    opened_part(beeld.waarde_open, export=beeld.mag_exporteren)
    worth(beeld.waarden, theme, export=beeld.mag_exporteren)
