"""Value against hours on the screen; a bubble leads to Waarom of that opdracht on the board."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sturing.services import notatie
from sturing.services.waarden import Waardenbeeld
from sturing.ui import address, navigation, state
from sturing.ui.charts.waardebollen import waardebollen
from sturing.ui.components.badges import status_word
from sturing.ui.components.pictures import picture_or_table
from sturing.ui.components.texts import note
from sturing.ui.theme import Theme

MOST_BUBBLES = 200
"""So many opdrachten in the picture, those that ask most; more lie over each other, and make a
browser slow. All are in its table."""


def worth(beeld: Waardenbeeld, theme: Theme, *, export: bool) -> None:
    """The picture or its table; what has no score is counted under it."""
    if beeld.bollen:
        chosen = picture_or_table(
            "Waarde tegen uren, per opdracht",
            "waarden",
            lambda: waardebollen(beeld.bollen[:MOST_BUBBLES], theme),
            worth_frame(beeld),
            beeld.zin,
            meaning="Hoe hoger, hoe meer waarde volgens de score; hoe verder naar rechts, hoe meer "
            "uren er gevraagd worden. De grootte is wat er is toegekend. Een rondje is haalbaar, "
            "een driehoek onder druk, een kruis niet haalbaar. Wettelijk werk staat er niet bij: "
            "dat moet altijd. Kies een opdracht om te zien waarom.",
            choose=True,
            picked=True,
            export=export,
        )
        st.markdown(note(f"{beeld.zin} {beeld.zonder}"))
        if len(beeld.bollen) > MOST_BUBBLES and not state.shown_as_table("waarden"):
            rest = notatie.aantal(
                len(beeld.bollen) - MOST_BUBBLES, "andere opdracht", "andere opdrachten"
            )
            st.markdown(note(f"En {rest}, die minder uren vragen. Kies Tabel voor alle."))
        if chosen is not None:
            opened = {address.OPENED: beeld.bollen[chosen].opdracht}
            navigation.go("prioriteiten", parameters=opened)


def worth_frame(beeld: Waardenbeeld) -> pd.DataFrame:
    """One row per opdracht, the largest demand first."""
    return pd.DataFrame(
        {
            "Opdracht": [bol.naam for bol in beeld.bollen],
            "Score": [float(bol.score) for bol in beeld.bollen],
            "Gevraagd (uur)": [bol.gevraagd_uren for bol in beeld.bollen],
            "Toegekend (uur)": [bol.toegekend_uren for bol in beeld.bollen],
            "Haalbaarheid": [status_word(bol.status) for bol in beeld.bollen],
        }
    )
