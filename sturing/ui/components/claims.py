"""Claims on the screen: who to lay over each other, the contested teams, and three proposals.

Owns the choice and how it is shown. Must never calculate or apply a proposal: the service makes the
draft, and only when the button is pressed.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.errors import SturingError
from sturing.services import notatie
from sturing.services.claims import claimsbeeld, neem_voorstel
from sturing.services.claimsbeeld import Claimrij, Claimsbeeld, Voorstelbeeld
from sturing.ui import navigation, state
from sturing.ui.components import tables
from sturing.ui.components.header import answer
from sturing.ui.components.outcome import refused
from sturing.ui.components.states import to_draw
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext


def show_claims(context: PageContext) -> None:
    """The answer, the choice, the contested teams and the proposals; or why there are none."""
    parties = state.claim_parties()
    beeld = to_draw(claimsbeeld(context.omgeving, context.wie, parties, context.horizon))
    if beeld is not None:
        _show(context, beeld)


def _show(context: PageContext, beeld: Claimsbeeld) -> None:
    answer(beeld.kop)
    _choose(beeld)
    if beeld.verborgen:
        st.markdown(note(beeld.verborgen))
    if not beeld.rijen:
        return
    st.header("Waar vragen zij samen te veel?", anchor=False)
    tables.show_table(contested(beeld), "Per team: wie vraagt wat, in uren")
    st.markdown(
        note(
            "Uren in de maanden waarin het knelt. Voor hen over is wat er beschikbaar is, min wat "
            "opdrachten van anderen krijgen."
        )
    )
    st.header("Wat zou eerlijk zijn?", anchor=False)
    st.markdown(
        note(
            "Een voorstel is om over te praten: het plan verandert er niet door. Wie minder "
            "vraagt, krijgt ook minder in maanden waarin er genoeg is; die uren gaan naar anderen."
        )
    )
    for column, voorstel in zip(
        st.columns(len(beeld.voorstellen), gap="medium"), beeld.voorstellen, strict=True
    ):
        with column:
            _proposal(context, beeld, voorstel)


def _choose(beeld: Claimsbeeld) -> None:
    """Which opdrachtgevers; what the person may no longer see falls out of the choice."""
    names = {keuze.sleutel: keuze.naam for keuze in beeld.partijen}
    state.put_widget(state.CLAIM_PARTIES, [keuze.sleutel for keuze in beeld.gekozen])
    st.multiselect(
        "Opdrachtgevers die u naast elkaar legt",
        list(names),
        format_func=lambda key: names[key],
        key=state.CLAIM_PARTIES,
        persist_state="session",
        placeholder="Kies twee of meer opdrachtgevers",
    )


def contested(beeld: Claimsbeeld) -> Styler:
    """A row per contested team: months, what each asks, what there is, and who else asks most."""
    parties = [f"{plain(keuze.naam)} vraagt" for keuze in beeld.gekozen]
    columns: dict[str, list[object]] = {
        "Team": [plain(rij.naam) for rij in beeld.rijen],
        "Maanden": [rij.maanden for rij in beeld.rijen],
    }
    for place, party in enumerate(parties):
        columns[party] = [rij.gevraagd_uren[place] for rij in beeld.rijen]
    columns["Beschikbaar"] = [rij.beschikbaar_uren for rij in beeld.rijen]
    columns["Voor hen over"] = [rij.over_uren for rij in beeld.rijen]
    columns["Tekort"] = [f":red[**{notatie.getal(-rij.tekort_uren)}**]" for rij in beeld.rijen]
    columns["Grootste vraag van anderen"] = [plain(others(rij)) for rij in beeld.rijen]
    numbers = dict.fromkeys([*parties, "Beschikbaar", "Voor hen over"], tables.dutch)
    return tables.styled(pd.DataFrame(columns), numbers, right=["Tekort"])


def others(rij: Claimrij) -> str:
    """The other opdrachten by name with their hours, and the rest as one number."""
    delen = [f"{naam} {notatie.getal(uren)}" for naam, uren in rij.anderen]
    if rij.andere_uren:
        delen.append(f"andere {notatie.getal(rij.andere_uren)}")
    return " · ".join(delen) or notatie.ONBEKEND


def _proposal(context: PageContext, beeld: Claimsbeeld, voorstel: Voorstelbeeld) -> None:
    st.subheader(plain(voorstel.titel), anchor=False)
    st.markdown(plain(voorstel.uitleg))
    tables.show_table(gets(voorstel), f"{voorstel.titel}: uren die ieder krijgt, nu en straks")
    if not voorstel.wijzigingen:
        st.markdown("Dit voorstel verandert niets.")
        return
    count = notatie.aantal(len(voorstel.wijzigingen), "wijziging", "wijzigingen")
    with st.expander(count):
        st.markdown("\n".join(f"- {plain(line)}" for line in voorstel.wijzigingen))
    if st.button(
        "Maak er een concept van",
        key=f"claims_{voorstel.soort}",
        disabled=not beeld.mag_maken,
        help=plain(beeld.waarom_niet) or None,
    ):
        _take(context, beeld, voorstel)


def gets(voorstel: Voorstelbeeld) -> Styler:
    """Per party the granted hours of the plan year, now and by the proposal."""
    frame = pd.DataFrame(
        {
            "Krijgt, in uren": [plain(k.naam) for k in voorstel.krijgen],
            "Nu": [k.voor_uren for k in voorstel.krijgen],
            "Straks": [k.na_uren for k in voorstel.krijgen],
            "Verschil": [notatie.getal(k.verschil_uren, teken=True) for k in voorstel.krijgen],
        }
    )
    return tables.styled(frame, dict.fromkeys(("Nu", "Straks"), tables.dutch), right=["Verschil"])


def _take(context: PageContext, beeld: Claimsbeeld, voorstel: Voorstelbeeld) -> None:
    try:
        neem_voorstel(
            context.omgeving,
            context.wie,
            [keuze.sleutel for keuze in beeld.gekozen],
            voorstel.soort,
            context.horizon,
        )
    except SturingError as fault:
        refused(fault)
        return
    navigation.go("prioriteiten")
