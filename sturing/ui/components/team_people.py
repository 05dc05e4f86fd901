"""How a team organises itself, with whom it works, and people in several teams (as a group)."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sturing.services.teambeeld import Teamblad
from sturing.ui.components import tables
from sturing.ui.components.texts import note, plain


def organisation(beeld: Teamblad) -> None:
    """Zelforganisatie and begeleiding in words, and people in several teams."""
    st.header("Zelforganisatie en begeleiding", anchor=False)
    st.markdown(plain(beeld.begeleiding))
    st.header("Mensen in meer teams", anchor=False)
    st.markdown(plain(beeld.personen))


def together(beeld: Teamblad) -> None:
    """The teams with which this team shares most opdrachten."""
    st.header("Met wie dit team samenwerkt", anchor=False)
    if not beeld.samen:
        none = "Dit team werkt aan geen opdracht samen met een ander team."
        st.markdown(note(beeld.klein or none))
        return
    frame = pd.DataFrame(
        {
            "Team": [plain(r.team) for r in beeld.samen],
            "Samen aan": [r.opdrachten for r in beeld.samen],
            "Eigen uren": [r.eigen_uren for r in beeld.samen],
            "Hun uren": [r.hun_uren for r in beeld.samen],
        }
    )
    numbers = dict.fromkeys(frame.columns[1:], tables.dutch)
    tables.show_table(tables.styled(frame, numbers), "Teams aan dezelfde opdrachten, met uren")
    st.markdown(
        note(
            f"Samen aan: opdrachten in {beeld.jaar} waarvoor beide teams uren hebben. Uren zijn "
            "toegekend, aan die opdrachten."
        )
    )
