"""The dialog that lays the own draft before who decides: who gives, the name, the reason, the day.

Must never store by itself: the service freezes the draft as it was shown, or refuses.
"""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from sturing.errors import SturingError
from sturing.services import notatie, voorstellen
from sturing.services.besluitbeeld import Voorlegbeeld
from sturing.services.besluitscherm import voorlegbeeld
from sturing.ui import navigation, state
from sturing.ui.components import decision
from sturing.ui.components.outcome import refused
from sturing.ui.components.states import guard
from sturing.ui.components.texts import plain
from sturing.ui.context import PageContext, page_context

TITLE = "voorstel_titel"
REASON = "voorstel_reden"
UNTIL = "voorstel_reactie_tot"
LONGEST = 92
"""So many days from today people may get to react."""


def propose_button() -> None:
    """The one primary button of Prioriteiten."""
    if st.button("Leg voor als besluit", type="primary"):
        _dialog()


@st.dialog("Leg voor als besluit", width="medium")
def _dialog() -> None:
    with guard():
        context = page_context()
        beeld = voorlegbeeld(context.omgeving, context.wie, context.horizon)
        if beeld.waarom_niet:
            st.markdown(plain(beeld.waarom_niet))
            return
        for text in beeld.conflicten:
            st.error(plain(text))
        st.markdown(
            "\n".join(f"{nr}. {plain(text)}" for nr, text in enumerate(beeld.wijzigingen, start=1))
        )
        decision.marks(beeld.levert_in, "Levert in", "Geen opdracht levert uren of geld in.")
        if beeld.conflicten:
            return
        _form(context, beeld)


def _form(context: PageContext, beeld: Voorlegbeeld) -> None:
    st.text_input("Naam van het voorstel", key=TITLE, placeholder="Bijvoorbeeld: Wonen eerst")
    st.text_area("Waarom stelt u dit voor?", key=REASON, height="content")
    today = date.today()
    # A list, not a calendar: that one opens when Tab reaches it, and has English names.
    day = st.selectbox(
        "Reageren kan tot en met",
        [today + timedelta(days=n) for n in range(LONGEST + 1)],
        index=beeld.reactie_dagen,
        format_func=notatie.datum_zin,
        key=UNTIL,
    )
    if not st.button("Leg voor", type="primary"):
        return
    try:
        voorstel = voorstellen.leg_voor(
            context.omgeving,
            context.wie,
            beeld.concept,
            beeld.versie,
            titel=state.typed(TITLE),
            toelichting=state.typed(REASON),
            reactie_tot=day,
            horizon=context.horizon,
        )
    except SturingError as fault:
        refused(fault)
        return
    state.tell(f"Voorstel ‘{voorstel.titel}’ ligt nu voor.")
    navigation.go("besluiten", voorstel=voorstel.nummer)
