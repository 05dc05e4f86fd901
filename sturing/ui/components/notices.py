"""What an administrator must know about the database, above every page until it is acknowledged."""

from __future__ import annotations

import streamlit as st

from sturing.services import bewaking
from sturing.ui.components.states import guard
from sturing.ui.components.texts import plain
from sturing.ui.context import PageContext


def notices(context: PageContext) -> None:
    """The notices, each a warning, and one button that takes away what can be taken away."""
    with guard():
        texts = bewaking.meldingen(context.omgeving, context.wie)
        for text in texts:
            st.warning(plain(text))
        if any(text != bewaking.ALLEEN_LEZEN for text in texts) and st.button(
            "Gelezen, toon dit niet meer", key="meldingen_gezien"
        ):
            bewaking.gezien(context.omgeving, context.wie)
            st.rerun()
