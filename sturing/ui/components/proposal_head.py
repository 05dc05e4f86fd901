"""What one can do with an open proposal from its head: send it, compare it, take it along.

Must never judge a right: what a person may not do has no control, and the service asks again.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sturing.services.besluitbeeld import Voorstelbeeld
from sturing.services.doorrekenen import downloadrijen
from sturing.ui import address, navigation
from sturing.ui.components import tables
from sturing.ui.components.texts import note
from sturing.ui.scenario_link import COMPARED


def proposal_head(beeld: Voorstelbeeld) -> None:
    """The menu `Delen` of the proposal."""
    with st.popover("Delen", key=f"delen_{beeld.nummer}"):
        st.markdown(note("Wie Besluiten mag zien, opent met deze link dit voorstel."))
        st.code(
            navigation.address("besluiten", **{address.PROPOSAL: str(beeld.nummer)}),
            language=None,
            wrap_lines=True,
        )
        if beeld.doen.vergelijk:
            if st.button("Vergelijk met mijn scenario", key=f"vergelijk_{beeld.nummer}"):
                navigation.go("scenarios", parameters={COMPARED: _pair(beeld)})
        else:
            st.markdown(
                note(
                    "Vergelijken kan als het concept van dit voorstel met u is gedeeld, daarna "
                    "niet is gewijzigd, en u zelf in een ander scenario werkt."
                )
            )
        frame = proposal_frame(beeld)
        if len(frame):
            tables.download(frame, f"voorstel-{beeld.nummer}")
            if not beeld.doen.exporteer_alles:
                st.markdown(note("In het bestand staan alleen de opdrachten die u mag downloaden."))


def _pair(beeld: Voorstelbeeld) -> str:
    return "-".join(map(str, beeld.doen.vergelijk))


def proposal_frame(beeld: Voorstelbeeld) -> pd.DataFrame:
    """A row per count, per opdracht that gains or gives, and per change, as far as allowed."""
    columns = ["Onderdeel", "Wat", "Voor", "Na", "Verschil"]
    return pd.DataFrame(downloadrijen(beeld), columns=columns)
