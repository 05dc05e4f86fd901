"""Prioriteiten: what may go first, and what does it cost others? For the strategisch manager."""

from __future__ import annotations

import streamlit as st

from sturing.services.beelden import Bordbeeld
from sturing.ui.bord import knobs
from sturing.ui.bord.screen import (
    board_to_draw,
    board_with_effect,
    follow_switches,
    forget_switches,
    on_action,
    switches,
)
from sturing.ui.components.header import answer, choose_plan_year, page_head
from sturing.ui.components.outcome import told
from sturing.ui.components.propose import propose_button
from sturing.ui.components.scenario_head import (
    follow_scenario,
    open_link,
    scenario_head,
)
from sturing.ui.components.states import guard, to_draw
from sturing.ui.context import page_context


def toon() -> None:
    """Draw the page: the head, and below it what a move draws anew."""
    with guard():
        context = page_context()
        open_link(context)
        with page_head("Prioriteiten", context):
            choose_plan_year(context)
            place = st.container(width="content")
            scenario_head(context)
        told()
        forget_switches()
        beeld = _bord()
        if beeld is not None:
            with place, st.container(horizontal=True):
                switches(beeld)
                if beeld.mag_wijzigen:
                    propose_button()


@st.fragment
def _bord() -> Bordbeeld | None:
    """The answer, the board and the effect; a move runs only this, so that it is quick."""
    with guard():
        context = page_context()
        made, heard = board_to_draw(context)
        beeld = to_draw(made)
        if beeld is not None:
            follow_switches(beeld)
            follow_scenario(beeld)
            answer(beeld.kop)
            board_with_effect(context, beeld, heard, on_action)
            knobs.open_asked(context)
            return beeld
    return None
