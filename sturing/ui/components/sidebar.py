"""The foot of the sidebar: the notice that holds for every page, and who one is (or could be)."""

from __future__ import annotations

import streamlit as st

from sturing.ui import address, navigation, state
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import PageContext

TOUR = "rondleiding"
"""The part of Uitleg with the tour."""


def sidebar_foot(context: PageContext) -> None:
    """The name; in the demonstration with a choice of other identities."""
    beeld = context.beeld
    names = {keuze.sleutel: keuze.naam for keuze in beeld.identiteiten}
    with st.container(gap="xxsmall"):
        st.markdown(f"**{plain(beeld.wie_naam)}**")
        st.markdown(note(beeld.wie_bijschrift))
        if st.button(
            link("Nieuw hier? Rondleiding"),
            key="naar_rondleiding",
            type="tertiary",
            # On Uitleg itself the other part is chosen already, and the address no longer counts.
            on_click=state.put_widget,
            args=(address.EXPLAINED, TOUR),
        ):
            navigation.go("uitleg", parameters={address.EXPLAINED: TOUR})
        if names:
            state.put_widget(state.IDENTITY, context.wie.account)
            with st.popover(link("Kijk als iemand anders"), type="tertiary"):
                st.radio(
                    "U kijkt als",
                    list(names),
                    format_func=lambda key: names[key],
                    key=state.IDENTITY,
                    persist_state="session",
                )
