"""The dialogs of the afspraken: one point with its reason, and changing a rule.

Each does one thing through a service; a refusal stands in the dialog, in words, and what was typed
stays. Must never store anything itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from sturing.domain.bevinding import Ernst
from sturing.domain.wie import Wie
from sturing.errors import SturingError
from sturing.services.afspraakreden import geef_reden, trek_reden_in
from sturing.services.afspraakwijziging import MAX_TITEL, Regelinvoer, wijzig_afspraak
from sturing.services.afsprakenbeeld import Puntbeeld, Regelbeeld, Wijzigingrij
from sturing.services.berichten import MAX_TEKENS, Uitslag
from sturing.services.omgeving import Omgeving
from sturing.ui import navigation, state
from sturing.ui.components import tables
from sturing.ui.components.outcome import finish, refused
from sturing.ui.components.texts import note, plain
from sturing.ui.context import page_context

WORDS = {
    Ernst.FOUT: "fout: een uitzondering mag niet",
    Ernst.LET_OP: "let op: een uitzondering mag, met een reden",
}
SCREENS = {"prioriteiten": "Naar Prioriteiten", "gegevens": "Naar Gegevens"}


def show_point(punt: Puntbeeld, conceptversie: int) -> None:
    """Open the dialog of one point, under the name of its object."""
    st.dialog(plain(punt.waar), width="medium")(_point)(punt, conceptversie)


def _point(punt: Puntbeeld, conceptversie: int) -> None:
    """What is wrong, on which sentence it rests, what helps, and the reason."""
    st.markdown(f"{plain(punt.nu)} {note(f'Aan zet: {punt.wie}.')}")
    st.markdown(f"**{plain(punt.titel)}**")
    st.markdown(f"*‘{plain(punt.zin)}’* {note(f'Sturingskader, {punt.plek}.')}")
    st.markdown(f"**Wat u kunt doen.** {plain(punt.herstel)}")
    _ways(punt, conceptversie)
    for regel in punt.gezegd:
        counts = "" if regel.geldt else ":gray[telt nu niet:] "
        st.markdown(f"{counts}{plain(regel.tekst)} {note(regel.wanneer)}")
    if punt.gevraagd:
        st.markdown(f":orange[▲] {plain(punt.gevraagd)}")
    if punt.mag_toelichten:
        _reason(punt)


def _ways(punt: Puntbeeld, conceptversie: int) -> None:
    """To the screen where it is mended, or a change to try in the own draft."""
    with st.container(horizontal=True):
        if punt.proef and st.button("Probeer in mijn concept", key="punt_proef"):
            codes = (punt.object.opdracht,) if punt.object.opdracht else ()
            state.knob_ask().ask(punt.proef, conceptversie, codes)
            navigation.go("prioriteiten")
        if st.button(SCREENS[punt.naar], key="punt_naar"):
            navigation.go(punt.naar, team=punt.team if punt.naar == "prioriteiten" else None)


def _reason(punt: Puntbeeld) -> None:
    with st.form("punt_reden", border=False):
        text = st.text_area("Waarom mag dit hier?", max_chars=MAX_TEKENS, height=96)
        st.markdown(note("Uw naam en de dag komen erbij te staan. Schrijf geen namen van mensen."))
        if st.form_submit_button("Leg reden vast", type="primary"):
            _act(
                lambda: geef_reden(
                    *_who(), punt.afspraak, punt.object, punt.feiten, text, page_context().horizon
                )
            )
    if punt.reden is not None and st.button("Trek de reden in", key="punt_intrekken"):
        _act(lambda: trek_reden_in(*_who(), punt.afspraak, punt.object, page_context().horizon))


@st.dialog("Wijzig een afspraak", width="medium")
def change_rule(regels: Sequence[Regelbeeld], chosen: str | None) -> None:
    """One rule with its words, severity, threshold, on or off; its history below."""
    titles = {beeld.gezien.code: beeld.titel for beeld in regels}
    codes = list(titles)
    code = st.selectbox(
        "Welke afspraak?",
        codes,
        index=codes.index(chosen) if chosen in titles else 0,
        format_func=lambda one: titles[one],
        key="regel_keuze",
    )
    beeld = next(one for one in regels if one.gezien.code == code)
    regel = beeld.gezien
    st.markdown(f"*‘{plain(regel.zin)}’* {note(f'Sturingskader, {regel.plek}.')}")
    with st.form(f"regel_{code}", border=False):
        title = st.text_input("Afspraak", regel.titel, max_chars=MAX_TITEL, key=f"titel_{code}")
        limit = ""
        if regel.drempel is not None:
            st.markdown(note("Waar {drempel} staat, komt de grens te staan."))
            limit = st.text_input(
                f"Grens, in {regel.eenheid}", str(regel.drempel), key=f"grens_{code}"
            )
        kinds = list(Ernst)
        severity = st.radio(
            "Hoe zwaar telt het?",
            kinds,
            index=kinds.index(regel.ernst),
            format_func=WORDS.__getitem__,
            key=f"ernst_{code}",
        )
        on = st.toggle("Deze afspraak telt mee", regel.aan, key=f"aan_{code}")
        why = st.text_area(
            "Waarom wijzigt u dit?", max_chars=MAX_TEKENS, height=80, key=f"waarom_{code}"
        )
        if st.form_submit_button("Leg wijziging vast", type="primary"):
            filled = Regelinvoer(titel=title, ernst=severity, aan=on, drempel=limit)
            _act(lambda: wijzig_afspraak(*_who(), regel, filled, why))
    if beeld.geschiedenis:
        st.markdown("**Eerder gewijzigd**")
        changes(beeld.geschiedenis)


def changes(rijen: Sequence[Wijzigingrij], *, named: bool = False) -> None:
    """Changes of afspraken, newest first; with `named` of which."""
    columns = {
        "Afspraak": [plain(rij.afspraak) for rij in rijen],
        "Wijziging": [plain(rij.wat) for rij in rijen],
        "Reden": [plain(rij.reden) for rij in rijen],
        "Door": [plain(rij.wanneer) for rij in rijen],
    }
    if not named:
        del columns["Afspraak"]
    tables.show_table(pd.DataFrame(columns), "Wijzigingen van afspraken, de nieuwste eerst")


def _act(do: Callable[[], Uitslag]) -> None:
    try:
        finish(do())
    except SturingError as fault:
        refused(fault)


def _who() -> tuple[Omgeving, Wie]:
    context = page_context()
    return context.omgeving, context.wie
