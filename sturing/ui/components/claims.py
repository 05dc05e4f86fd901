"""Claims on the screen: who to lay over each other (opdrachtgevers or scenarios), the contested
teams, and three proposals.

Owns the choice and how it is shown. Must never calculate or apply a proposal: the service makes the
draft, and only when the button is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.errors import SturingError
from sturing.services import notatie
from sturing.services.claims import claimsbeeld, neem_voorstel
from sturing.services.claimsbeeld import Claimrij, Claimsbeeld, Voorstelbeeld
from sturing.services.scenarioclaims import neem_scenariovoorstel, scenarioclaims
from sturing.ui import navigation, state
from sturing.ui.components import tables
from sturing.ui.components.header import answer
from sturing.ui.components.outcome import refused
from sturing.ui.components.states import to_draw
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext

BETWEEN = {"opdrachtgevers": "Tussen opdrachtgevers", "scenarios": "Tussen scenario’s"}
"""The two choices of the page, by their name in the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """What differs between the two choices: where the choice is kept, and the words."""

    key: str
    label: str
    placeholder: str
    now: str
    left: str
    fair: str


_SIDES = {
    "opdrachtgevers": _Side(
        key=state.CLAIM_PARTIES,
        label="Opdrachtgevers die u naast elkaar legt",
        placeholder="Kies twee of meer opdrachtgevers",
        now="Nu",
        left="Uren in de maanden waarin het knelt. Voor hen over is wat er beschikbaar is, min wat "
        "opdrachten van anderen krijgen.",
        fair="Een voorstel is om over te praten: het plan verandert er niet door. Wie minder "
        "vraagt, krijgt ook minder in maanden waarin er genoeg is; die uren gaan naar anderen.",
    ),
    "scenarios": _Side(
        key=state.CLAIM_SCENARIOS,
        label="Scenario’s die u naast elkaar legt",
        placeholder="Kies twee of meer scenario’s",
        now="Over elkaar",
        left="Uren in de maanden waarin het knelt. Een scenario vraagt voor de opdrachten die het "
        "als enige meer uren geeft dan het plan van nu. Voor hen over is wat er dan beschikbaar "
        "is, min wat de andere opdrachten krijgen.",
        fair="Een voorstel is om over te praten: het wordt een nieuw concept met de wijzigingen "
        "van deze scenario’s en deze verdeling. De scenario’s zelf en het plan veranderen niet.",
    ),
}


def show_claims(context: PageContext, between: str) -> None:
    """The answer, the choice, the contested teams and the proposals; or why there are none."""
    side = _SIDES[between]
    chosen = state.claim_parties(side.key)
    if side.key == state.CLAIM_SCENARIOS:
        made = scenarioclaims(context.omgeving, context.wie, chosen, context.horizon)
    else:
        made = claimsbeeld(
            context.omgeving,
            context.wie,
            chosen,
            context.horizon,
            uitgerekend=state.proposals_asked(chosen),
        )
    beeld = to_draw(made)
    if beeld is not None:
        _show(context, beeld, side)


def _show(context: PageContext, beeld: Claimsbeeld, side: _Side) -> None:
    answer(beeld.kop)
    _choose(beeld, side)
    for line in (beeld.verborgen, *beeld.let_op):
        if line:
            st.markdown(note(line))
    if not beeld.rijen:
        return
    st.header("Waar vragen zij samen te veel?", anchor=False)
    tables.show_table(contested(beeld), "Per team: wie vraagt wat, in uren")
    st.markdown(note(side.left))
    if beeld.vragers:
        st.header("Wie vraagt wat in welk scenario?", anchor=False)
        _who_asks(beeld)
    st.header("Wat zou eerlijk zijn?", anchor=False)
    st.markdown(note(f"{side.fair} {beeld.waarom_niet}".strip()))
    if beeld.wacht_op:
        count = notatie.aantal(beeld.wacht_op, "opdracht", "opdrachten")
        st.markdown(f"Samen hebben zij {count}. Voorstellen uitrekenen duurt dan even.")
        parties = [keuze.sleutel for keuze in beeld.gekozen]
        st.button("Reken voorstellen uit", on_click=state.ask_proposals, args=(parties,))
        return
    for column, voorstel in zip(
        st.columns(len(beeld.voorstellen), gap="medium"), beeld.voorstellen, strict=True
    ):
        with column:
            _proposal(context, beeld, voorstel, side)


def _choose(beeld: Claimsbeeld, side: _Side) -> None:
    """Which parties; what the person may no longer see falls out of the choice."""
    names = {keuze.sleutel: keuze.naam for keuze in beeld.partijen}
    state.put_widget(side.key, [keuze.sleutel for keuze in beeld.gekozen])
    st.multiselect(
        side.label,
        list(names),
        format_func=lambda key: names[key],
        key=side.key,
        persist_state="session",
        placeholder=side.placeholder,
    )


def _who_asks(beeld: Claimsbeeld) -> None:
    """Per team and scenario the opdrachten that ask there; a long list scrolls."""
    frame = asked_frame(beeld)
    alt = "Per team en scenario: welke opdracht vraagt en krijgt hoeveel uur"
    if len(frame) <= tables.LONG:
        escaped = frame.map(lambda value: plain(value) if isinstance(value, str) else value)
        tables.show_table(tables.styled(escaped, dict.fromkeys(ASKED_HOURS, tables.dutch)), alt)
    else:
        styler = tables.styled(frame, dict.fromkeys(ASKED_HOURS, tables.dutch))
        tables.show_long_table(
            styler, alt, key="claims_vragers", numbers=ASKED_HOURS, in_sight=ASKED_IN_SIGHT
        )
    if beeld.mag_exporteren:
        tables.download(frame, "claims-scenarios")


ASKED_HOURS = ("Vraagt", "Krijgt over elkaar")
ASKED_IN_SIGHT = 10
"""Rows before the table scrolls, so that the proposals stay near."""


def asked_frame(beeld: Claimsbeeld) -> pd.DataFrame:
    """A row per contested team, scenario and opdracht, in whole hours."""
    return pd.DataFrame(
        {
            "Team": [rij.team for rij in beeld.vragers],
            "Scenario": [rij.partij for rij in beeld.vragers],
            "Opdracht": [rij.opdracht for rij in beeld.vragers],
            "Opdrachtgever": [rij.opdrachtgever for rij in beeld.vragers],
            "Vraagt": [rij.gevraagd_uren for rij in beeld.vragers],
            "Krijgt over elkaar": [rij.toegekend_uren for rij in beeld.vragers],
        }
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
    delen = [f"{naam}{notatie.VAST}{notatie.getal(uren)}" for naam, uren in rij.anderen]
    if rij.andere_uren:
        delen.append(f"andere {notatie.getal(rij.andere_uren)}")
    return " · ".join(delen) or notatie.ONBEKEND


def _proposal(
    context: PageContext, beeld: Claimsbeeld, voorstel: Voorstelbeeld, side: _Side
) -> None:
    st.subheader(plain(voorstel.titel), anchor=False)
    st.markdown(plain(voorstel.uitleg))
    tables.show_table(
        gets(voorstel, side.now), f"{voorstel.titel}: uren die ieder krijgt, nu en straks"
    )
    if not voorstel.wijzigingen:
        st.markdown("Dit voorstel verandert niets.")
        return
    count = notatie.aantal(len(voorstel.wijzigingen), "wijziging", "wijzigingen")
    with st.expander(count):
        st.markdown("\n".join(f"- {plain(line)}" for line in voorstel.wijzigingen))
    if beeld.mag_maken and st.button("Maak er een concept van", key=f"claims_{voorstel.soort}"):
        _take(context, beeld, voorstel, side)


def gets(voorstel: Voorstelbeeld, now: str) -> Styler:
    """Per party the granted hours of the plan year, now (headed so) and by the proposal."""
    frame = pd.DataFrame(
        {
            "Krijgt, in uren": [plain(k.naam) for k in voorstel.krijgen],
            now: [k.voor_uren for k in voorstel.krijgen],
            "Straks": [k.na_uren for k in voorstel.krijgen],
            "Verschil": [notatie.getal(k.verschil_uren, teken=True) for k in voorstel.krijgen],
        }
    )
    return tables.styled(frame, dict.fromkeys((now, "Straks"), tables.dutch), right=["Verschil"])


def _take(context: PageContext, beeld: Claimsbeeld, voorstel: Voorstelbeeld, side: _Side) -> None:
    take = neem_scenariovoorstel if side.key == state.CLAIM_SCENARIOS else neem_voorstel
    try:
        take(
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
