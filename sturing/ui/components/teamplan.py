"""The plan of one team: the questions, the results, what is needed of others, and who saw it.

Owns the small form with which a manager records that he saw the plan. The act goes to a service,
which asks the right again.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.domain.codes import TeamCode
from sturing.services.berichten import MAX_TEKENS
from sturing.services.teambeeld import Antwoord, Nodigrij, Teamblad
from sturing.services.teamplangezien import leg_vast
from sturing.ui.components import tables
from sturing.ui.components.conversation import AREA_PX
from sturing.ui.components.header import section
from sturing.ui.components.outcome import finish
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext

ANSWER = {
    Antwoord.JA: ":blue[●] ja",
    Antwoord.DEELS: ":orange[▲] deels",
    Antwoord.NEE: ":orange[▲] nee",
    Antwoord.ONBEKEND: ":gray[–] niet te zeggen",
}


def plan(context: PageContext, beeld: Teamblad) -> None:
    """The questions beside who saw the plan, and under them the results."""
    left, right = st.columns([1.35, 1], gap="large")
    with left:
        _questions(beeld)
    with right:
        _seen(context, beeld)
    _results(beeld)


def _questions(beeld: Teamblad) -> None:
    st.header(f"Teamplan {beeld.jaar}: de vragen van het sturingskader", anchor=False)
    if not beeld.plan.vragen:
        st.markdown(
            note(
                f"Er is geen teamplan voor {beeld.jaar}. Elk team heeft een plan: vul bij Gegevens "
                "het blad Teamplannen in, een regel per resultaat."
            )
        )
        return
    frame = pd.DataFrame(
        {
            "Vraag": [plain(v.vraag) for v in beeld.plan.vragen],
            "Beantwoord": [ANSWER[v.antwoord] for v in beeld.plan.vragen],
            "Wat het plan zegt": [plain(v.tekst) for v in beeld.plan.vragen],
        }
    )
    tables.show_table(frame, "De vragen van het sturingskader, en of het teamplan ze beantwoordt")
    st.markdown(note(beeld.plan.buiten_plan))


def _seen(context: PageContext, beeld: Teamblad) -> None:
    gezien = beeld.plan.gezien
    st.header("Gezien door", anchor=False)
    sign = ":blue[●]" if gezien.actueel else ":orange[▲]"
    st.markdown(f"{sign} {plain(gezien.stand)}")
    for regel in gezien.regels:
        changed = ", het plan is sindsdien gewijzigd" if regel.gewijzigd else ""
        words = plain(regel.opmerking) if regel.opmerking else ":gray[zonder opmerking]"
        with st.container(border=True, gap=None):
            st.markdown(words)
            st.markdown(note(f"{regel.wie}, {regel.wanneer}{changed}"))
    if not gezien.mag_vastleggen:
        return
    number = len(gezien.regels)
    with st.popover("Leg vast dat u dit plan zag", key=f"gezien_{beeld.team}_{number}"):
        remark = st.text_area(
            "Uw opmerking (mag leeg blijven)",
            key=f"gezien_tekst_{beeld.team}_{number}",
            max_chars=MAX_TEKENS,
            height=AREA_PX,
        )
        st.markdown(note("U legt vast dat u het plan zag zoals het nu is. U keurt het niet goed."))
        if st.button("Leg vast", key=f"gezien_doe_{beeld.team}_{number}", type="primary"):
            finish(
                leg_vast(
                    context.omgeving,
                    context.wie,
                    TeamCode(beeld.team),
                    beeld.jaar,
                    remark,
                    gezien.versie,
                )
            )


def _results(beeld: Teamblad) -> None:
    if beeld.plan.verborgen:
        st.header("Resultaten", anchor=False)
        st.markdown(note(beeld.plan.verborgen))
        return
    if not beeld.plan.resultaten:
        return
    with section("Resultaten"):
        if beeld.mag_exporteren:
            tables.download(results_frame(beeld), "teamplan")
    frame = results_frame(beeld).drop(columns=["Opgave", "Doel"])
    shown = frame.map(lambda cell: plain(cell) if isinstance(cell, str) else cell)
    tables.show_table(shown, "De resultaten van het teamplan, met opdracht, uren en status")


def results_frame(beeld: Teamblad) -> pd.DataFrame:
    """One row per line of the plan."""
    rijen = beeld.plan.resultaten
    return pd.DataFrame(
        {
            "Nr": [r.regel for r in rijen],
            "Resultaat": [r.resultaat for r in rijen],
            "Opgave": [r.opgave for r in rijen],
            "Kwaliteit": [r.kwaliteit for r in rijen],
            "Opdracht": [r.opdracht for r in rijen],
            "Doel": [r.doel for r in rijen],
            "Uren toegekend": [r.uren for r in rijen],
            "Stand": [r.status for r in rijen],
        }
    )


def needs(beeld: Teamblad) -> None:
    """What is needed of other teams and partners, and what others need of this team."""
    plan_ = beeld.plan
    if plan_.verborgen:
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.header("Nodig van andere teams", anchor=False)
        _needed(plan_.nodig, "Van team", "Het teamplan noemt geen ander team.")
        if plan_.partners:
            frame = pd.DataFrame(
                {
                    "Van partner": [plain(p.partner) for p in plan_.partners],
                    "Voor": [plain(p.resultaat) for p in plan_.partners],
                }
            )
            tables.show_table(frame, "Wat van partners buiten de gemeente nodig is")
    with right:
        st.header("Nodig van dit team", anchor=False)
        _needed(
            plan_.van_ons,
            "Voor team",
            "Geen ander teamplan dat u mag lezen, noemt dit team.",
        )


def _needed(rijen: Sequence[Nodigrij], whose: str, empty: str) -> None:
    if not rijen:
        st.markdown(note(empty))
        return
    frame = pd.DataFrame(
        {
            whose: [plain(r.team) for r in rijen],
            "Opdracht": [plain(r.opdracht) for r in rijen],
            "Gepland": [_planned(r) for r in rijen],
        }
    )
    tables.show_table(frame, f"{whose}: de opdracht, en of het gepland is")


def _planned(rij: Nodigrij) -> str:
    if rij.gepland is None:
        return f":gray[–] {plain(rij.toelichting)}"
    if not rij.gepland:
        return f":red[✕] niet gepland: {plain(rij.toelichting)}"
    if rij.tekort:
        return f":orange[▲] gepland, te weinig: {plain(rij.toelichting)}"
    return f":blue[●] gepland: {plain(rij.toelichting)}"
