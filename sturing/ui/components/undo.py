"""Undoing a levering on the screen: what it would do, one button, and what was done.

Owns the confirmation. The service judges again when the button is pressed, so that nobody stores a
difference that he did not see.
"""

from __future__ import annotations

import streamlit as st

from sturing.errors import SturingError
from sturing.services import terugdraaien
from sturing.services.geschiedenis import ongedaan_beeld
from sturing.services.geschiedenisbeeld import Ongedaanbeeld
from sturing.ui import address, state
from sturing.ui.components import columns, difference, effect, state_rows
from sturing.ui.components.states import show_error
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext

DIFFERENCE = "verschil"
"""The name in the address of looking at what a levering changed."""


def show(context: PageContext, number: int) -> None:
    """The preview of undoing levering `number`, or why it cannot be."""
    beeld = ongedaan_beeld(context.omgeving, context.wie, number, context.horizon)
    st.markdown(f"**{plain(beeld.kop.titel)}**")
    st.markdown(note(beeld.kop.bijschrift))
    if beeld.waarom_niet:
        st.warning(plain(f"{beeld.waarom_niet} {beeld.wat_dan}".strip()))
        return
    left, right = columns.wide_and_narrow()
    with left:
        bladen = [b.blad for b in beeld.rijen]
        if bladen:
            blad = state_rows.choose_sheet(bladen, f"ongedaan_{number}")
            state_rows.rows(next(b for b in beeld.rijen if b.blad == blad))
        _confirm(context, beeld)
        effect.details(beeld.gevolg)
    with right:
        state_rows.counts(beeld.bladen)
        if beeld.gevolg is not None and beeld.gevolg.teams:
            difference.team(beeld.gevolg)
        effect.line(beeld.gevolg)
    if beeld.gevolg is not None:
        difference.teams(beeld.gevolg)


def _confirm(context: PageContext, beeld: Ongedaanbeeld) -> None:
    with st.container(border=True):
        key = f"ongedaan_bevestigd_{beeld.op_levering}_{beeld.nummer}"
        sure = bool(st.checkbox(plain(beeld.bevestig), key=key)) if beeld.bevestig else True
        with st.container(horizontal=True, horizontal_alignment="right"):
            pressed = st.button(
                f"Maak levering {beeld.nummer} ongedaan, als levering {beeld.op_levering + 1}",
                type="primary",
                disabled=not sure,
            )
    st.markdown(note("Alle andere rijen blijven zoals ze zijn. Ook dit kunt u ongedaan maken."))
    if pressed:
        _undo(context, beeld)


def _undo(context: PageContext, beeld: Ongedaanbeeld) -> None:
    try:
        with st.spinner("Opslaan"):
            levering = terugdraaien.maak_ongedaan(
                context.omgeving, context.wie, beeld.nummer, beeld.op_levering
            )
    except SturingError as fault:
        show_error(fault)
        return
    state.remember_undone((beeld.nummer, levering.nummer))
    state.upload().stored = None
    st.rerun()


def just_undone() -> None:
    """What was just undone, told once; the page then looks at what that changed."""
    numbers = state.undone()
    if numbers is None:
        return
    state.remember_undone(None)
    address.look_at_levering(DIFFERENCE, numbers[1])
    st.success(f"Levering {numbers[0]} is ongedaan gemaakt. Dat is levering {numbers[1]}.")
