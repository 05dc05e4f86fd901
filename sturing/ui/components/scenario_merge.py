"""The dialogs of a merge: a scenario on a plan that moved, and changes of another scenario.

Each shows per opdracht and field what it was, what the person made of it and what it is elsewhere,
and asks one choice per conflict. Must never choose for the person or store anything itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from sturing.errors import SturingError
from sturing.services import notatie, overnemen, planbeweging
from sturing.services.beelden import Keuze
from sturing.services.samenvoegbeeld import Botsingrij
from sturing.ui import state
from sturing.ui.components.outcome import done, refused
from sturing.ui.components.texts import note, plain
from sturing.ui.context import page_context


@st.dialog("Het plan is gewijzigd", width="large")
def ask_update(number: int) -> None:
    """What the plan changed of what the scenario touches, and the scenario on the plan of now."""
    context = page_context()
    try:
        beeld = planbeweging.planbeweging(context.omgeving, context.wie, number, context.horizon)
    except SturingError as fault:
        refused(fault)
        return
    if not beeld.bewoog:
        st.markdown("Het plan is niet gewijzigd sinds dit scenario begon.")
        return
    st.markdown(
        f"**{plain(beeld.naam)}** begon bij levering {beeld.van}, het plan is nu van levering "
        f"{beeld.tot}. {_count(beeld.botsingen)}"
    )
    choices = _conflicts(
        beeld.botsingen,
        f"bij_{number}_{beeld.versie}_{beeld.tot}",
        "In het plan nu",
        {planbeweging.MIJN: "Houd mijn wijziging", planbeweging.PLAN: "Neem het plan van nu"},
    )
    st.markdown(note("Alles wat er in het plan veranderde, staat bij Gegevens, Historie."))
    if st.button("Werk het scenario bij", type="primary", disabled=choices is None) and done(
        lambda: planbeweging.werk_bij(
            context.omgeving, context.wie, beeld, choices or {}, context.horizon
        )
    ):
        state.tell(f"‘{beeld.naam}’ staat nu op het plan van levering {beeld.tot}.")
        st.rerun()


@st.dialog("Neem wijzigingen over", width="large")
def ask_take(number: int, others: Sequence[Keuze]) -> None:
    """Which other scenario, what it brings, and a choice per conflict."""
    context = page_context()
    names = {keuze.sleutel: keuze.naam for keuze in others}
    source = st.selectbox("Uit scenario", list(names), format_func=lambda key: names[key])
    try:
        beeld = overnemen.overname(context.omgeving, context.wie, number, int(source))
    except SturingError as fault:
        refused(fault)
        return
    if not beeld.zonder_vraag and not beeld.botsingen:
        st.markdown("Er is niets over te nemen: alles daaruit staat hier al.")
        return
    if beeld.zonder_vraag:
        count = notatie.aantal(len(beeld.zonder_vraag), "wijziging komt", "wijzigingen komen")
        st.markdown(f"**{count} erbij**")
        for sentence in beeld.zonder_vraag:
            st.markdown(plain(sentence))
    choices = _conflicts(
        beeld.botsingen,
        f"neem_{number}_{beeld.versie}_{beeld.bron}_{beeld.bron_versie}",
        f"In {beeld.bron_naam}",
        {planbeweging.MIJN: "Houd mijn wijziging", overnemen.HUN: "Neem die van de ander"},
    )
    if st.button("Neem over", type="primary", disabled=choices is None) and done(
        lambda: overnemen.neem_uit(context.omgeving, context.wie, beeld, choices or {})
    ):
        state.tell(f"Overgenomen uit ‘{beeld.bron_naam}’.")
        st.rerun()


def _count(botsingen: Sequence[Botsingrij]) -> str:
    if not botsingen:
        return "Niets wat dit scenario raakt, is veranderd."
    count = notatie.aantal(len(botsingen), "ding dat", "dingen die")
    verb = "is" if len(botsingen) == 1 else "zijn"
    return f"{count} dit scenario raakt, {verb} veranderd. Kies per verschil wat u houdt."


def _conflicts(
    botsingen: Sequence[Botsingrij], key: str, elsewhere: str, options: Mapping[str, str]
) -> dict[str, str] | None:
    """The choice per conflict; None while one is missing."""
    choices: dict[str, str] = {}
    for botsing in botsingen:
        with st.container(border=True):
            st.markdown(f"**{plain(botsing.onderwerp)}**: {plain(botsing.veld)}")
            first, second, third = st.columns(3)
            for place, (head, value) in zip(
                (first, second, third),
                (("Was", botsing.basis), ("U", botsing.mijn), (elsewhere, botsing.ander)),
                strict=True,
            ):
                place.markdown(note(head))
                place.markdown(plain(value))
            can = [name for name in options if name != planbeweging.MIJN or botsing.kan_mijn]
            choice = st.radio(
                f"Wat houdt u bij {plain(botsing.onderwerp)}, {plain(botsing.veld)}?",
                can,
                index=None,
                format_func=lambda name: options[name],
                key=f"{key}_{botsing.sleutel}",
                horizontal=True,
                label_visibility="collapsed",
            )
            if choice is not None:
                choices[botsing.sleutel] = choice
    return choices if len(choices) == len(botsingen) else None
