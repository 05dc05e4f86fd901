"""The prioriteringsgesprek on the screen: opdrachten, open choices and notes of one person."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.services import gesprek
from sturing.services.gesprek import Gesprekbeeld, Gespreksrij, Openkeuze
from sturing.ui import navigation, state
from sturing.ui.components import tables
from sturing.ui.components.badges import STATUS, status_word
from sturing.ui.components.outcome import carry_out
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import PageContext

NOTE = "notitie"
NUMBERS = ("Plaats", "Gevraagd", "Toegekend", "Dekking")


def talk(beeld: Gesprekbeeld) -> None:
    """His opdrachten left, the open choices and the notes right."""
    if beeld.gekozen is None:
        return
    left, right = st.columns([3, 1], gap="medium")
    with left:
        st.header("Opdrachten", anchor=False)
        st.markdown(note(beeld.lijn))
        tables.show_long_table(
            talk_styler(beeld.rijen),
            "Opdrachten van deze portefeuillehouder, op volgorde",
            key=f"gesprek_{beeld.gekozen}",
            numbers=NUMBERS,
            in_sight=tables.PLAIN,
        )
    with right:
        st.header("Wat er te kiezen is", anchor=False)
        _choices(beeld.keuzes)
        st.header("Afgesproken", anchor=False)
        _notes(beeld)


def talk_frame(rijen: Sequence[Gespreksrij]) -> pd.DataFrame:
    """The opdrachten in order; `mede` says that he is named, but not first. The figures come
    before the opdrachtgever, so that a narrow screen cuts off no figure."""
    return pd.DataFrame(
        {
            "Plaats": [r.plaats for r in rijen],
            "Opdracht": [f"{r.naam} (mede)" if r.mede else r.naam for r in rijen],
            "Status": [status_word(r.status) for r in rijen],
            "Gevraagd": [r.gevraagd for r in rijen],
            "Toegekend": [r.toegekend for r in rijen],
            "Dekking": [r.dekking for r in rijen],
            "Opdrachtgever": [r.opdrachtgever for r in rijen],
        }
    )


def talk_styler(rijen: Sequence[Gespreksrij]) -> Styler:
    """The ready numbers at the right."""
    frame = talk_frame(rijen)
    right = [name for name in NUMBERS if frame[name].dtype.kind == "O"]
    return tables.styled(frame, right=right)


def _choices(keuzes: Sequence[Openkeuze]) -> None:
    if not keuzes:
        st.markdown("Alles is haalbaar: er hoeft niets te worden gekozen.")
    for nr, keuze in enumerate(keuzes):
        colour, sign = STATUS[keuze.status]
        with st.container(gap=None):
            st.markdown(f":{colour}[{sign}] **{plain(keuze.naam)}**: {plain(keuze.tekst)}")
            if st.button(link("Bekijk op het bord"), type="tertiary", key=f"keuze_{nr}"):
                navigation.go("prioriteiten", team=keuze.team or None)


def _notes(beeld: Gesprekbeeld) -> None:
    if beeld.mag_noteren:
        st.text_area(
            "Nieuwe afspraak", key=NOTE, placeholder="Wat is er afgesproken?", height="content"
        )
        st.button("Leg afspraak vast", on_click=_store, args=(beeld.gekozen,))
    if not beeld.mag_lezen:
        st.markdown(
            note(
                "Afspraken zijn voor wie alle opdrachten van deze portefeuillehouder mag zien, en "
                "voor hemzelf."
            )
        )
    elif not beeld.notities:
        st.markdown(note("Er is nog niets vastgelegd."))
    for regel in beeld.notities:
        st.markdown(f"{plain(regel.tekst)}  \n{note(f'{regel.wanneer} · {regel.naam}')}")


def _store(person: str) -> None:
    def note_down(context: PageContext) -> None:
        gesprek.noteer(context.omgeving, context.wie, person, state.typed(NOTE))
        state.put_widget(NOTE, "")

    carry_out("De afspraak is vastgelegd. Hij kan niet meer worden gewijzigd.", note_down)
