"""The signals of the overview: what asks for a choice first, what is fine last."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sturing.services.beelden import Signaal
from sturing.ui.components.badges import signal_sign
from sturing.ui.components.tables import show_table
from sturing.ui.components.texts import plain

import pandas as pd


def signals(signalen: Sequence[Signaal]) -> None:
    """One line per signal: sign, what is the matter, and who or which rule raised it."""
    if not signalen:
        st.caption("Er zijn geen signalen.")
        return
    show_table(
        pd.DataFrame(
            {
                "": [signal_sign(s.ernst) for s in signalen],
                "Signaal": [f"{plain(s.tekst)} :gray[{plain(s.bron)}]" for s in signalen],
            }
        ),
        "Signalen",
        head=False,
    )
