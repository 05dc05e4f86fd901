"""Completeness: per team which sheets are in, how old, and what is missing.

Owns the tables of that part of Gegevens. A sign and a colour never stand without their words; red
and amber are only for what is late or stale by the calendar.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.services.leveringen import sjabloon
from sturing.services.volledigheid import ALLES, selecties, volledigheid
from sturing.services.volledigheidsbeeld import (
    Bladcel,
    Bladrij,
    Leverregel,
    Teamrij,
    Teken,
    Volledigheidsbeeld,
)
from sturing.ui.components import tables
from sturing.ui.components.delivery import WORKBOOK
from sturing.ui.components.header import answer, choose_plan_year, section
from sturing.ui.components.states import to_draw
from sturing.ui.components.texts import note, plain, unbroken
from sturing.ui.context import PageContext

SIGNS = {
    Teken.GOED: ("blue", "●"),
    Teken.OPEN: ("gray", "○"),
    Teken.DRUK: ("orange", "▲"),
    Teken.NIET: ("red", "✕"),
    Teken.GEEN: ("gray", "–"),
}
LEGEND = (
    "● is er · ○ ontbreekt, er is nog tijd · ▲ verouderd · ✕ te laat · – niet of nog niet nodig"
)


def show(context: PageContext) -> None:
    """Draw this part of the page: the answer, the teams, who delivers what, and the rest."""
    head = st.container(gap=None)
    controls = st.container(horizontal=True, vertical_alignment="center", gap="small")
    with controls:
        choose_plan_year(context)
        selectie = _choose_teams(context)
        st.space("stretch")
    beeld = to_draw(volledigheid(context.omgeving, context.wie, context.horizon, selectie=selectie))
    if beeld is None:
        return
    with head:
        answer(beeld.kop)
    with controls:
        tables.download(whole_frame(beeld), f"volledigheid-{context.horizon.van.jaar}")
    _draw(context, beeld, selectie)


def _choose_teams(context: PageContext) -> str:
    """Which teams are shown; kept in the address, so that a link carries it."""
    names = {k.sleutel: k.naam for k in selecties(context.omgeving, context.wie, context.horizon)}
    if not names:
        return ALLES
    chosen = st.selectbox(
        "Welke teams",
        list(names),
        format_func=lambda key: names[key],
        key="teams",
        bind="query-params",
        label_visibility="collapsed",
        filter_mode=None,
        width=240,
    )
    return chosen or ALLES


def _draw(context: PageContext, beeld: Volledigheidsbeeld, selectie: str) -> None:
    with st.container(gap=None):
        for text in (beeld.eerst, f"{beeld.anderen} {beeld.ander_jaar}".strip()):
            if text:
                st.markdown(plain(text))
    if beeld.teams:
        _teams(beeld)
    if beeld.leveren:
        st.header("Wie levert wat, en voor wanneer", anchor=False)
        _deliveries(beeld.leveren)
    if beeld.teams:
        _one_team(context, beeld, selectie)
    _organisation(beeld)


def _teams(beeld: Volledigheidsbeeld) -> None:
    st.header("Welke bladen zijn er per team", anchor=False)
    alt = "Per team: welke bladen er zijn en hoe oud zij zijn"
    if len(beeld.teams) <= tables.LONG:
        tables.show_table(teams_frame(beeld.teams, beeld.bladen, markdown=True), alt)
    else:
        frame = teams_frame(beeld.teams, beeld.bladen, markdown=False)
        tables.show_long_table(frame, alt, key="volledigheid_teams")
    st.markdown(note(LEGEND))


def cell(bladcel: Bladcel, *, markdown: bool) -> str:
    """Sign and words of one sheet."""
    colour, sign = SIGNS[bladcel.teken]
    if markdown:
        return f":{colour}[{sign}]\u00a0{plain(bladcel.tekst)}"
    return f"{sign} {bladcel.tekst}"


def teams_frame(teams: Sequence[Teamrij], bladen: Sequence[str], *, markdown: bool) -> pd.DataFrame:
    """One row per team, one column per sheet."""
    columns: dict[str, list[str]] = {
        "Team": [f"**{plain(t.naam)}**" if markdown else t.naam for t in teams]
    }
    for i, blad in enumerate(bladen):
        columns[blad] = [cell(t.cellen[i], markdown=markdown) for t in teams]
    return pd.DataFrame(columns)


def _deliveries(regels: Sequence[Leverregel]) -> None:
    alt = "Wie levert wat, en voor wanneer"
    if len(regels) <= tables.LONG:
        tables.show_table(deliveries_frame(regels, markdown=True), alt)
        return
    frame = deliveries_frame(regels, markdown=False)
    tables.show_long_table(frame, alt, key="volledigheid_leveren")


def deliveries_frame(regels: Sequence[Leverregel], *, markdown: bool) -> pd.DataFrame:
    """One row per person, day and product: late first, then by date."""
    text, one_line = (plain, unbroken) if markdown else (str, str)
    late = ":red[✕]\u00a0" if markdown else "✕ "
    return pd.DataFrame(
        {
            "Wanneer": [f"{late if r.te_laat else ''}{one_line(r.wanneer)}" for r in regels],
            "Uiterlijk": [one_line(r.uiterlijk) for r in regels],
            "Wie": [text(r.wie) for r in regels],
            "Levert": [text(r.wat) for r in regels],
            "Voor": [text(r.voor) for r in regels],
            "Hoort bij": [text(r.product) for r in regels],
        }
    )


def _one_team(context: PageContext, beeld: Volledigheidsbeeld, selectie: str) -> None:
    """The sheets of one team in full, with the way to deliver them."""
    names = {team.team: team.naam for team in beeld.teams}
    with section("Een team van dichtbij"):
        team = st.selectbox(
            "Team",
            list(names),
            format_func=lambda code: names[code],
            key=f"volledigheid_team_{selectie}",
            label_visibility="collapsed",
            width=240,
        )
        if team in beeld.sjabloon_voor:
            st.download_button(
                f"Haal sjabloon op van {plain(names[team])}",
                lambda: sjabloon(context.omgeving, context.wie, team),
                file_name=f"sjabloon-{team}.xlsx",
                mime=WORKBOOK,
                on_click="ignore",
                key="volledigheid_sjabloon",
            )
    rijen = beeld.per_team[team]
    tables.show_table(sheets_frame(rijen, by="Blad"), f"De bladen van {names[team]}")


def _organisation(beeld: Volledigheidsbeeld) -> None:
    if beeld.organisatie:
        st.header("Bladen van de hele organisatie", anchor=False)
        tables.show_table(
            sheets_frame(beeld.organisatie, by="Blad"), "Bladen van de hele organisatie"
        )
    if beeld.gebieden:
        st.header("Gebiedsagenda per gebied", anchor=False)
        alt = "Gebiedsagenda per gebied"
        if len(beeld.gebieden) <= tables.LONG:
            tables.show_table(sheets_frame(beeld.gebieden, by="Gebied"), alt)
        else:
            frame = sheets_frame(beeld.gebieden, by="Gebied", markdown=False)
            tables.show_long_table(frame, alt, key="volledigheid_gebieden")


def sheets_frame(rijen: Sequence[Bladrij], *, by: str, markdown: bool = True) -> pd.DataFrame:
    """One row per sheet (`by` "Blad") or per area ("Gebied"), who brought it, who is next."""
    text, one_line = (plain, unbroken) if markdown else (str, str)
    return pd.DataFrame(
        {
            by: [text(r.blad if by == "Blad" else r.naam) for r in rijen],
            "Stand": [cell(r.cel, markdown=markdown) for r in rijen],
            "Levering": [text(r.levering) for r in rijen],
            "Datum": [one_line(r.datum) for r in rijen],
            "Door": [text(r.door) for r in rijen],
            "Uiterlijk": [one_line(r.uiterlijk) for r in rijen],
            "Wie": [text(r.wie) for r in rijen],
        }
    )


def whole_frame(beeld: Volledigheidsbeeld) -> pd.DataFrame:
    """Everything on the screen as one list, for the download."""
    rijen = [
        *(rij for rijen in beeld.per_team.values() for rij in rijen),
        *beeld.gebieden,
        *beeld.organisatie,
    ]
    return pd.DataFrame(
        {
            "Naam": [r.naam for r in rijen],
            "Blad": [r.blad for r in rijen],
            "Stand": [r.cel.tekst for r in rijen],
            "Levering": [r.levering for r in rijen],
            "Datum": [r.datum for r in rijen],
            "Leeftijd": [r.leeftijd for r in rijen],
            "Door": [r.door for r in rijen],
            "Uiterlijk": [r.uiterlijk for r in rijen],
            "Wie": [r.wie for r in rijen],
        }
    )
