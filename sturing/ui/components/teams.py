"""The overview of all teams: one table, from which a team is opened."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from sturing.services.collectiefbeeld import Niveaurij
from sturing.services.teambeeld import Teamrij, Teamsoverzicht
from sturing.ui import address, navigation
from sturing.ui.components import tables
from sturing.ui.components.header import section
from sturing.ui.components.texts import DIFFERENCE, link, note

ALT = "Alle teams: teamplan, gezien, uren, dekking, zelforganisatie en begeleiding"
NUMBERS = ("Resultaten", "Beschikbaar", "Gevraagd", "Gevraagd %", "Dekking", "Zelforganisatie")
WIDTHS = {
    "Team": 148,
    "Resultaten": 72,
    "Gezien": 160,
    "Beschikbaar": 80,
    "Gevraagd": 68,
    "Gevraagd %": 76,
    "Dekking": 58,
    "Verschil": 60,
    "Zelforganisatie": 94,
    "Begeleiding": 78,
}
"""Pixels: together, with the box to choose a row, what a small laptop has."""
IN_SIGHT = 20
NO_LEVEL = "geen"
"""In the address: the teams of which no level is known."""


def level_key(rij: Niveaurij) -> str:
    """The level of zelforganisatie as it stands in an address."""
    return rij.niveau if rij.niveau.isdigit() else NO_LEVEL


def of_level(beeld: Teamsoverzicht, level: str | None) -> Teamsoverzicht:
    """Only the teams of the level that an address names; all of them when no team has it."""
    rijen = tuple(r for r in beeld.rijen if str(r.zelforganisatie or NO_LEVEL) == level)
    return replace(beeld, rijen=rijen) if rijen else beeld


def all_teams(all_of_them: Teamsoverzicht) -> None:
    """The table of all teams, or of one level, and a button that opens the chosen one."""
    level = address.text_in_link(address.LEVEL)
    beeld = of_level(all_of_them, level)
    if beeld is all_of_them:
        title = "Alle teams"
    else:
        title = "Teams zonder niveau" if level == NO_LEVEL else f"Teams met zelforganisatie {level}"
    with section(title):
        if beeld is not all_of_them:
            st.button(
                link("Toon alle teams"),
                key="alle_niveaus",
                type="tertiary",
                on_click=address.put,
                args=(address.LEVEL, ""),
            )
        if beeld.mag_exporteren:
            tables.download(teams_frame(beeld), "teams")
    frame = teams_frame(beeld)
    if not beeld.is_plan:
        # No scenario changes it, and the difference takes its room on a small laptop.
        frame = frame.drop(columns="Begeleiding")
    numbers = [name for name in (*NUMBERS, "Verschil") if name in frame]
    percents = dict.fromkeys(("Gevraagd %", "Dekking"), tables.percent)
    formats = dict.fromkeys(numbers, tables.dutch) | percents
    if "Verschil" in frame:
        formats["Verschil"] = tables.signed
    chosen = tables.show_long_table(
        tables.styled(frame, formats),
        ALT,
        key="tabel_teams" if beeld is all_of_them else f"tabel_teams_{level}",
        numbers=numbers,
        choose=True,
        widths={name: width for name, width in WIDTHS.items() if name in frame},
        in_sight=IN_SIGHT,
    )
    if not beeld.is_plan:
        st.markdown(note(DIFFERENCE))
    if chosen is None:
        st.markdown(note(f"Kies een rij om dat team te openen. {beeld.noot}"))
    else:
        rij = beeld.rijen[chosen]
        if st.button(link(f"Open {rij.naam}"), key="open_team", type="tertiary"):
            navigation.go("teams", team=rij.team)
        st.markdown(note(beeld.noot))


def teams_frame(beeld: Teamsoverzicht) -> pd.DataFrame:
    """One row per team; unknown and too small are empty. Verschil only beside a scenario."""
    rijen = beeld.rijen
    columns: dict[str, object] = {
        "Team": [r.naam for r in rijen],
        "Resultaten": [r.resultaten for r in rijen],
        "Gezien": [_seen(r) for r in rijen],
        "Beschikbaar": _whole(r.beschikbaar_uren for r in rijen),
        "Gevraagd": _whole(r.gevraagd_uren for r in rijen),
        "Gevraagd %": _whole(r.gevraagd_pct for r in rijen),
        "Dekking": _whole(r.dekking_pct for r in rijen),
    }
    if not beeld.is_plan:
        columns["Verschil"] = _whole(r.verschil_uren for r in rijen)
    columns["Zelforganisatie"] = _whole(r.zelforganisatie for r in rijen)
    columns["Begeleiding"] = [r.begeleiding for r in rijen]
    return pd.DataFrame(columns)


def _seen(rij: Teamrij) -> str:
    return "▲ geen teamplan" if not rij.resultaten else rij.gezien


def _whole(values: object) -> object:
    return pd.array(list(values), dtype="Int64")  # type: ignore[call-overload]
