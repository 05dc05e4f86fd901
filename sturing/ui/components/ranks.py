"""An uploaded rang beside the decided order: a choice per opdracht, off until it is chosen.

Owns the checkboxes only; nothing moves before the levering is taken over, and then only in the
draft of the person. Places count from 1.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sturing.services.rangkeuze import Rangbeeld
from sturing.ui.components import tables
from sturing.ui.components.texts import note, plain


def choose(beeld: Rangbeeld | None) -> tuple[str, ...]:
    """Show every opdracht with another rang than decided; which of them were chosen."""
    if beeld is None:
        return ()
    st.header("Andere rang dan besloten", anchor=False)
    st.markdown(
        note(
            beeld.waarom_niet
            or "De besloten volgorde blijft. Wat u hier kiest, komt na het overnemen als wijziging "
            "in uw concept op Prioriteiten."
        )
    )
    can = [rij for rij in beeld.rijen if rij.kan]
    if len(beeld.rijen) > tables.LONG:
        tables.show_long_table(
            ranks_frame(beeld),
            "Opdrachten met een andere rang dan besloten",
            key="rangen",
            numbers=["Nu op plaats", "Rang in uw bestand", "Verschil"],
        )
        if not can:
            return ()
        names = {rij.opdracht: rij.naam for rij in can}
        return tuple(
            st.multiselect(
                "Zet deze op de rang van uw bestand, in uw concept",
                list(names),
                format_func=lambda code: names[code],
                key="rangen_gekozen",
                placeholder="Kies opdrachten",
            )
        )
    chosen = []
    for rij in beeld.rijen:
        if not rij.kan:
            st.markdown(plain(rij.tekst))
        elif st.checkbox(plain(rij.tekst), key=f"rang_{rij.opdracht}"):
            chosen.append(rij.opdracht)
    return tuple(chosen)


def ranks_frame(beeld: Rangbeeld) -> pd.DataFrame:
    """Place in force, rang of the file, and how many places apart (empty without a place)."""
    return pd.DataFrame(
        {
            "Opdracht": [rij.naam for rij in beeld.rijen],
            "Nu op plaats": pd.array([rij.plaats for rij in beeld.rijen], dtype="Int64"),
            "Rang in uw bestand": [rij.rang for rij in beeld.rijen],
            "Verschil": pd.array(
                [None if rij.plaats is None else rij.verschil for rij in beeld.rijen],
                dtype="Int64",
            ),
        }
    )
