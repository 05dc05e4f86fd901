"""The first tour on the screen: a question, what one does, and the way there. Owns no words."""

from __future__ import annotations

import streamlit as st

from sturing.services.rondleiding import Rondleiding
from sturing.ui import navigation
from sturing.ui.components.header import answer
from sturing.ui.components.texts import link, plain


def tour(rondleiding: Rondleiding) -> None:
    """The steps under each other, each with a button to its screen."""
    answer(rondleiding.kop)
    for number, stap in enumerate(rondleiding.stappen, start=1):
        left, right = st.columns([5, 1], gap="medium", vertical_alignment="center")
        with left.container(gap=None):
            st.subheader(f"{number}. {plain(stap.vraag)}", anchor=False)
            st.markdown(plain(stap.tekst))
        with right:
            title = navigation.title_of(stap.scherm)
            if st.button(link(f"Naar {title}"), key=f"stap_{number}", type="tertiary"):
                navigation.go(stap.scherm)
