"""A row of figures between two rules: name, value, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sturing.services.beelden import Kerncijfer
from sturing.ui.components.texts import note, plain

HEIGHT = 58
"""Pixels of a name with its value: the room is held while the figure comes, so that nothing below
it jumps."""


def figures(cijfers: Sequence[Kerncijfer]) -> None:
    """One column per figure."""
    for column, cijfer in zip(st.columns(len(cijfers)), cijfers, strict=True):
        with column.container(gap=None):
            st.metric(plain(cijfer.naam), cijfer.waarde, height=HEIGHT)
            st.markdown(note(cijfer.bijschrift))
            if cijfer.verschil:
                st.markdown(f":small[{plain(cijfer.verschil)}]")
