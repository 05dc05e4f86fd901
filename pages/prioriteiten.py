"""Prioriteiten: what may go first, and what does it cost others? For the strategisch manager."""

from __future__ import annotations

import streamlit as st

from sturing.services.beelden import Bordbeeld, Geweigerd, Leeg
from sturing.services.prioriteiten import bord
from sturing.ui import navigation
from sturing.ui.bord.screen import board_with_effect, knobs, on_action
from sturing.ui.components.header import answer, choose_plan_year, page_head
from sturing.ui.components.states import guard, show_empty, show_refused
from sturing.ui.context import page_context


@st.fragment
def toon() -> None:
    """Draw the page; a move runs only this, so that the answer is there at once."""
    with guard():
        context = page_context()
        with page_head("Prioriteiten", context):
            choose_plan_year(context)
            beeld = bord(context.omgeving, context.wie, context.horizon)
            if isinstance(beeld, Bordbeeld):
                knobs(beeld)
        match beeld:
            case Geweigerd():
                show_refused(beeld)
            case Leeg():
                navigation.go(show_empty(beeld))
            case Bordbeeld():
                answer(beeld.kop)
                board_with_effect(beeld, on_action)
