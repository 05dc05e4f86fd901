"""The kernwaarden on the screen: to work of which value the hours go, and one part opened.

Owns the picture with its table and the list of one part. Must never count: the service does.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.services import notatie
from sturing.services.programmasbeeld import (
    Kernwaardebeeld,
    Programmasbeeld,
    Waardeopdracht,
    Waardeopen,
)
from sturing.ui import address, navigation
from sturing.ui.charts.kernwaardebalk import kernwaardebalk
from sturing.ui.components import tables
from sturing.ui.components.badges import STATUS
from sturing.ui.components.header import close, section
from sturing.ui.components.pictures import picture_or_table
from sturing.ui.components.texts import note
from sturing.ui.theme import Theme

GRANTED = "Uur toegekend"
IN_SIGHT = 12
"""So many opdrachten are seen without scrolling."""


def values(beeld: Programmasbeeld, theme: Theme) -> str | None:
    """To work of which value the granted hours go; gives the part that was just chosen."""
    if not beeld.kernwaarden:
        return None
    opened = beeld.waarde_open.sleutel if beeld.waarde_open else ""
    chosen = picture_or_table(
        "Kernwaarden: naar welk werk gaan de toegekende uren?",
        "kernwaarden",
        lambda: kernwaardebalk(beeld.kernwaarden, theme),
        values_frame(beeld.kernwaarden),
        beeld.kernwaardenzin,
        meaning="Bij elke opdracht staat hoe zij scoort op de drie kernwaarden van het "
        "sturingskader, van 0 tot 5. Hoog is 4 of meer, laag is onder de 2. Wat niet is ingevuld, "
        "telt niet als 0. Per kernwaarde zijn de delen samen alle toegekende uren. Kies een deel "
        "om de opdrachten ervan te zien.",
        choose=True,
        picked=True,
        shown=f"_{opened}",
        export=beeld.mag_exporteren,
    )
    st.markdown(note(beeld.kernwaardenzin))
    parts = [deel.sleutel for kernwaarde in beeld.kernwaarden for deel in kernwaarde.delen]
    return None if chosen is None else parts[chosen]


def values_frame(beelden: Sequence[Kernwaardebeeld]) -> pd.DataFrame:
    """One row per kernwaarde and height; whole hours and percentages of all granted hours."""
    rows = [(beeld.naam, deel) for beeld in beelden for deel in beeld.delen]
    return pd.DataFrame(
        {
            "Kernwaarde": [naam for naam, _ in rows],
            "Waarde": [deel.hoogte for _, deel in rows],
            "Opdrachten": [deel.opdrachten for _, deel in rows],
            "Toegekend uur": [deel.uren for _, deel in rows],
            "Deel, %": [deel.pct for _, deel in rows],
        }
    )


def opened_part(open_: Waardeopen | None, *, export: bool) -> None:
    """The opdrachten of the part that is opened."""
    if open_ is None:
        return
    with section(open_.naam):
        if open_.opdrachten and export:
            tables.download(part_frame(open_.opdrachten), "kernwaarde_opdrachten")
        close("waarde_sluit", address.WORTH)
    frame = part_frame(open_.opdrachten)
    if len(frame):
        row = tables.show_long_table(
            tables.styled(frame, {GRANTED: tables.dutch}),
            f"Opdrachten met {open_.naam}",
            key=f"waarde_opdrachten_{open_.sleutel}",
            numbers=["Plaats", GRANTED, "Dekking"],
            choose=True,
            in_sight=IN_SIGHT,
        )
        if row is not None:
            opened = {address.OPENED: open_.opdrachten[row].opdracht}
            navigation.go("prioriteiten", parameters=opened)
    if open_.verborgen:
        words = notatie.aantal(open_.verborgen, "opdracht", "opdrachten")
        hours = notatie.getal(open_.verborgen_uren)
        st.markdown(note(f"En {words} die u niet mag zien, met samen {hours} uur."))
    if len(frame):
        st.markdown(
            note(
                "Uren zijn toegekend; dekking is toegekend gedeeld door gevraagd. Kies een rij om "
                "op het bord te zien waarom."
            )
        )


def part_frame(opdrachten: Sequence[Waardeopdracht]) -> pd.DataFrame:
    """One row per opdracht, the most hours first."""
    return pd.DataFrame(
        {
            "Plaats": [o.plaats for o in opdrachten],
            "Code": [o.opdracht for o in opdrachten],
            "Opdracht": [o.naam for o in opdrachten],
            "Opdrachtgever": [o.opdrachtgever for o in opdrachten],
            GRANTED: [o.uren for o in opdrachten],
            "Dekking": [o.dekking for o in opdrachten],
            "Stand": [_marked(o) for o in opdrachten],
        }
    )


def _marked(opdracht: Waardeopdracht) -> str:
    if opdracht.status is None:
        return f"‖ {opdracht.stand}"
    _, sign = STATUS[opdracht.status]
    return f"{sign} {opdracht.stand}"
