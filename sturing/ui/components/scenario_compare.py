"""One to four scenarios beside the plan in force: one table, a column each, and a download."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sturing.services import notatie
from sturing.services.scenariobeeld import Vergelijkbeeld
from sturing.ui.components import tables
from sturing.ui.components.texts import note, plain

SIGN = "▸ "
"""Before a value that differs from the plan: a sign, not a colour alone."""


def comparison(beeld: Vergelijkbeeld) -> None:
    """The answer, the table with the differences first, and what is the same everywhere."""
    st.header("Vergelijking met het plan van nu", anchor=False)
    st.markdown(f"**{plain(beeld.kop.titel)}**")
    st.markdown(note(f"{beeld.kop.bijschrift} · {SIGN.strip()} wijkt af van het plan"))
    frame = comparison_frame(beeld)
    tables.show_long_table(
        tables.styled(frame), "Scenario's naast het plan van nu", key="vergelijking"
    )
    if beeld.verborgen:
        st.markdown(note(f"Overal gelijk, en hier weggelaten: {beeld.verborgen}."))
    if beeld.opgeschoven:
        count = notatie.aantal(beeld.opgeschoven, "opdracht schuift", "opdrachten schuiven")
        text = f"Ook weggelaten: {count} alleen een plaats op, omdat een andere is verplaatst."
        st.markdown(note(text))
    along = [rij.mee for rij in beeld.rijen]
    if any(along):
        tables.download(frame[along], "scenarios-vergeleken")


def comparison_frame(beeld: Vergelijkbeeld) -> pd.DataFrame:
    """A column per scenario; what differs from the plan has a sign before it."""
    columns: dict[str, list[str]] = {
        "Onderwerp": [rij.groep for rij in beeld.rijen],
        "Wat": [rij.wat for rij in beeld.rijen],
    }
    for place, name in enumerate(beeld.kolommen):
        columns[name] = [
            f"{SIGN if rij.anders[place] else ''}{rij.waarden[place]}" for rij in beeld.rijen
        ]
    return pd.DataFrame(columns)
