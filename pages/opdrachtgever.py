"""Opdrachtgever: my opdrachten, what waits for me, and what I delegated."""

from __future__ import annotations

import streamlit as st

from sturing.services.opdrachtgever import opdrachtgeverbeeld
from sturing.services.opdrachtgeverbeeld import Opdrachtgeverbeeld
from sturing.ui import address, state
from sturing.ui.components.conversation import conversations
from sturing.ui.components.header import answer, choose, page_head
from sturing.ui.components.opdrachtgever import delegated, laid_before, own_work, planning
from sturing.ui.components.opdrachtgever_talks import claims, nothing_here, talks
from sturing.ui.components.outcome import told
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.view import choose_view
from sturing.ui.context import PageContext, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Opdrachtgever", context):
            place = st.container(width="content")
            choose_view(context, domain=False)
        person = address.text_in_link(address.CLIENT)
        beeld = to_draw(opdrachtgeverbeeld(context.omgeving, context.wie, person, context.kijk))
        if beeld is None:
            return
        if beeld.personen:
            with place:
                choose(
                    "Opdrachtgever",
                    beeld.personen,
                    beeld.persoon,
                    key=state.CLIENT_CHOICE,
                    name=address.CLIENT,
                    width=280,
                )
        _beeld(context, beeld)


def _beeld(context: PageContext, beeld: Opdrachtgeverbeeld) -> None:
    answer(beeld.kop)
    told()
    if beeld.leeg:
        nothing_here(beeld)
        return
    own_work(beeld)
    st.header("Signalen van teams", anchor=False)
    conversations(context, beeld.signalen, "Er zijn geen signalen bij deze opdrachten.")
    laid_before(context, beeld)
    planning(beeld)
    left, right = st.columns(2, gap="large")
    with left:
        claims(beeld)
    with right:
        talks(beeld)
    delegated(beeld.gedelegeerd)
