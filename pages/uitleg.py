"""Uitleg: how the numbers arise for a team of choice, what the terms mean, and a first tour."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.rondleiding import rondleiding
from sturing.services.uitleg import begrippen, uitleg
from sturing.services.uitlegbeeld import Begrip, Uitlegbeeld
from sturing.ui import address, state
from sturing.ui.components import explain
from sturing.ui.components.figures import figures
from sturing.ui.components.header import answer, choose, page_head
from sturing.ui.components.parts import choose_part
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.tour import tour
from sturing.ui.components.view import choose_view
from sturing.ui.context import PageContext, page_context

PARTS = {"cijfers": "Cijfers", "rondleiding": "Rondleiding"}


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Uitleg", context):
            part = choose_part("Uitleg", PARTS, address.EXPLAINED)
            beeld = _cijfers(context) if part == "cijfers" else None
        if beeld is None:
            tour(rondleiding(context.wie))
        elif (drawn := to_draw(beeld)) is not None:
            _beeld(drawn)
        else:
            _terms(begrippen())


def _cijfers(context: PageContext) -> Uitlegbeeld | Leeg | Geweigerd:
    choose_view(context, domain=False)
    beeld = uitleg(context.omgeving, context.wie, address.text_in_link(address.TEAM), context.kijk)
    if isinstance(beeld, Uitlegbeeld):
        choose(
            "Team",
            beeld.teams,
            beeld.team,
            key=state.TEAM_CHOICE,
            name=address.TEAM,
            before="Team",
        )
    return beeld


def _beeld(beeld: Uitlegbeeld) -> None:
    answer(beeld.kop)
    figures(beeld.personeel)
    left, right = st.columns([690, 366], gap="large")
    with left:
        st.header("Van formatie naar netto uren", anchor=False)
        explain.chain(beeld.keten)
        with st.expander("Per maand"):
            explain.chain_by_month(beeld.maanden)
    with right:
        st.header("Wie krijgt deze uren?", anchor=False)
        st.markdown(f"Gevraagd **{beeld.gevraagd}**, toegekend **{beeld.toegekend}**.")
        explain.sentences(beeld.verdeling)
    _terms(beeld.begrippen)


def _terms(found: Sequence[Begrip]) -> None:
    """For everybody, also for who may see no hours."""
    st.header("Begrippen", anchor=False)
    explain.terms(found)
