"""The ledger on the screen: every decision, and an earlier plan to look at. Stores nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.services.besluitbeeld import Besluitrij, Nakomst, Planbeeld, Planrij
from sturing.ui import address
from sturing.ui.components import decision, tables
from sturing.ui.components.badges import status_word
from sturing.ui.components.header import answer, section
from sturing.ui.components.texts import link, note, plain

OUTCOME = {
    "aangenomen": "● aangenomen",
    "afgewezen": "✕ afgewezen",
    "teruggestuurd": "↩ teruggestuurd",
    "ingetrokken": "– ingetrokken",
}


def ledger(eerdere: Sequence[Besluitrij]) -> None:
    """Every decision, newest first; choosing one opens its plan."""
    with section("Eerdere besluiten"):
        if eerdere:
            st.markdown(
                note("Een besluit kan niet worden gewist. Kies er een om dat plan te openen."),
                width="content",
            )
    if not eerdere:
        st.markdown(note("Wat besloten wordt, komt hier te staan en kan niet worden gewist."))
        return
    chosen = tables.show_long_table(
        ledger_frame(eerdere), "Eerdere besluiten, nieuwste eerst", key="besluiten", choose=True
    )
    if chosen is not None and eerdere[chosen].besluit is not None:
        st.button(
            f"Open dit plan: {plain(eerdere[chosen].titel)}",
            on_click=address.open_decision,
            args=(eerdere[chosen].besluit,),
        )


def ledger_frame(eerdere: Sequence[Besluitrij]) -> pd.DataFrame:
    """One line per decision, and per proposal that ended without one."""
    return pd.DataFrame(
        {
            "Datum": [r.datum for r in eerdere],
            "Besluit": [r.titel for r in eerdere],
            "Door": [r.door for r in eerdere],
            "Uitkomst": [OUTCOME[r.uitkomst] for r in eerdere],
            "Reden": [r.reden for r in eerdere],
            "Kenmerk": [r.kenmerk for r in eerdere],
        }
    )


def earlier_plan(beeld: Planbeeld) -> None:
    """One decision: what it did, the plan it made, and what came of it."""
    st.button(link("← Terug naar Besluiten"), type="tertiary", on_click=address.close_decision)
    answer(beeld.kop)
    (st.markdown if beeld.klopt else st.error)(
        note(beeld.controle) if beeld.klopt else plain(beeld.controle)
    )
    reason = f"Reden: {beeld.reden}" if beeld.reden else "Zonder reden."
    st.markdown(f"{plain(reason)} {note(f'Rol: {beeld.rol}')}")
    for bezwaar in beeld.bezwaren:
        answered = ":blue-badge[● bezwaar, beantwoord]"
        sign = answered if bezwaar.antwoord else ":orange-badge[▲ bezwaar]"
        st.markdown(f"{sign} **{plain(bezwaar.naam)}** ‘{plain(bezwaar.tekst)}’")
        if bezwaar.antwoord:
            st.markdown(f":gray[Antwoord: ‘{plain(bezwaar.antwoord)}’]")
    left, right = st.columns(2, gap="large")
    with left:
        decision.changes(beeld.gevolg)
    with right:
        decision.who_notices(beeld.gevolg)
    st.header("Wat ervan kwam", anchor=False)
    st.markdown(note(beeld.nakomst_tekst))
    if beeld.nakomst:
        tables.show_table(
            tables.styled(
                aftermath_frame(beeld.nakomst), right=["Gevraagd", "Toegekend", "Besteed"]
            ),
            "Gevraagd, toegekend en besteed",
        )
    st.header("De volgorde van toen", anchor=False)
    if beeld.lijn:
        st.markdown(note(beeld.lijn))
    frame = order_frame(beeld.rijen)
    tables.show_long_table(
        frame,
        "Opdrachten op volgorde in dit plan",
        key=f"plan_{beeld.besluit}",
        numbers=["Plaats", "Gevraagd", "Toegekend", "Dekking"],
    )
    along = order_frame([rij for rij in beeld.rijen if rij.code in beeld.mee])
    if len(along):
        tables.download(along, f"plan-besluit-{beeld.besluit}")


def aftermath_frame(nakomst: Sequence[Nakomst]) -> pd.DataFrame:
    """Hours asked, granted and spent of each opdracht that the decision moved."""
    return pd.DataFrame(
        {
            "Opdracht": [plain(r.opdracht) for r in nakomst],
            "Gevraagd": [r.gevraagd for r in nakomst],
            "Toegekend": [r.toegekend for r in nakomst],
            "Besteed": [r.besteed for r in nakomst],
        }
    )


def order_frame(rijen: Sequence[Planrij]) -> pd.DataFrame:
    """The order of an earlier plan with hours and status."""
    return pd.DataFrame(
        {
            "Plaats": [r.plaats for r in rijen],
            "Code": [r.code for r in rijen],
            "Opdracht": [r.naam for r in rijen],
            "Haalbaarheid": [status_word(r.status) for r in rijen],
            "Gevraagd": [r.gevraagd for r in rijen],
            "Toegekend": [r.toegekend for r in rijen],
            "Dekking": [r.dekking for r in rijen],
        }
    )
