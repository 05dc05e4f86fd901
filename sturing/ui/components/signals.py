"""The signals of the overview: what asks for a choice first, what is fine last."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sturing.services.beelden import Signaal
from sturing.ui import navigation
from sturing.ui.components.badges import signal_sign
from sturing.ui.components.texts import link, note, plain


def signals(signalen: Sequence[Signaal]) -> None:
    """One line per signal: sign, what is the matter, who or which rule raised it, and where to."""
    if not signalen:
        st.markdown(note("Er zijn geen signalen."))
    for number, signaal in enumerate(signalen):
        with st.container(horizontal=True, vertical_alignment="top", gap="small", wrap=False):
            st.markdown(signal_sign(signaal.ernst), width="content")
            st.markdown(f"{plain(signaal.tekst)} :gray[{plain(signaal.bron)}]")
            if signaal.naar and st.button(link("Bekijk"), key=f"signaal_{number}", type="tertiary"):
                navigation.go(signaal.naar)
