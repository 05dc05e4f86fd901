"""Signalen: a team says where it pinches or what should go first, and sees the answers."""

from __future__ import annotations

import streamlit as st

from sturing.services.signaalpagina import Signalenbeeld, signalenbeeld
from sturing.ui.components.conversation import conversations
from sturing.ui.components.header import answer, choose_plan_year, page_head
from sturing.ui.components.outcome import told
from sturing.ui.components.raise_signal import raise_signal
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.texts import note
from sturing.ui.context import PageContext, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Signalen", context):
            choose_plan_year(context)
        beeld = to_draw(signalenbeeld(context.omgeving, context.wie, context.horizon))
        if beeld is not None:
            _beeld(context, beeld)


def _beeld(context: PageContext, beeld: Signalenbeeld) -> None:
    answer(beeld.kop)
    told()
    left, right = st.columns([2, 1], gap="large")
    with left:
        st.header("Wat er speelt", anchor=False)
        conversations(context, beeld.lopend, "Er speelt nu niets.")
        if beeld.klaar:
            st.header("Gesloten", anchor=False)
            conversations(context, beeld.klaar, "")
    with right:
        st.header("Meld een signaal", anchor=False)
        if beeld.waarom_niet:
            st.markdown(note(beeld.waarom_niet))
        else:
            raise_signal(context, beeld.formulier, beeld.gemeld)
