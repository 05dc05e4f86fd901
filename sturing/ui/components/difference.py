"""The difference of a levering before it counts: rows per sheet, teams, and every row by itself.

Owns how old and new stand side by side. Must never calculate: counts, sums and texts come ready
from the services.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.domain.levering import BladVerschil
from sturing.services.gevolgbeeld import Gevolgbeeld
from sturing.services.teamcijfers import Teamverschil
from sturing.services.verschilbeeld import Bladrijen, Rijregel, Verschilbeeld
from sturing.services.verschilrijen import buiten_rol
from sturing.ui.components import tables
from sturing.ui.components.header import section
from sturing.ui.components.texts import note, plain

COUNTS = ("Nieuw", "Gewijzigd", "Vervallen")
BEFORE, AFTER, CHANGE = "Voor", "Na", "Verschil"


def counts(verschil: Verschilbeeld, title: str) -> None:
    """Rows per sheet that are new, changed, vanished; nothing without any sheet."""
    if not verschil.bladen:
        return
    st.header(plain(title), anchor=False)
    numbers = dict.fromkeys(COUNTS, tables.dutch)
    tellingen = [
        *(b.telling for b in verschil.bladen if b.verschillen or b.verborgen),
        verschil.samen,
    ]
    tables.show_table(tables.styled(counts_frame(tellingen), numbers, total=True), title)
    if verschil.toelichting:
        st.markdown(note(verschil.toelichting))


def counts_frame(tellingen: Sequence[BladVerschil]) -> pd.DataFrame:
    """How many rows of each sheet are new, changed and vanished, one row per count given."""
    return pd.DataFrame(
        {
            "Rijen per blad": [t.blad for t in tellingen],
            "Nieuw": [t.nieuw for t in tellingen],
            "Gewijzigd": [t.gewijzigd for t in tellingen],
            "Vervallen": [t.vervallen for t in tellingen],
        }
    )


def team(gevolg: Gevolgbeeld | None) -> None:
    """Hours and fte before and after, of the one team or of all that change together."""
    if gevolg is not None and not gevolg.teams and not gevolg.toont_lijn:
        return  # what the role may not see is told beside the line, and is not "nothing"
    if gevolg is None or not gevolg.teams:
        jaar = "" if gevolg is None else f" in {gevolg.jaar}"
        st.markdown(f"Dit bestand verandert{jaar} niets aan uren of fte van een team.")
        return
    shown = gevolg.samen or gevolg.teams[0]
    name = shown.naam if gevolg.samen else f"Team {shown.naam.removeprefix('Team ')}"
    tables.show_table(team_styler(shown, name), f"{name}: uren en fte voor en na")


def team_styler(verschil: Teamverschil, name: str) -> Styler:
    """Four lines with the order Voor, Na, Verschil."""
    head = plain(name)
    frame = pd.DataFrame(
        {
            head: [plain(c.naam) for c in verschil.cijfers],
            BEFORE: [f":gray[{c.voor}]" for c in verschil.cijfers],
            AFTER: [c.na for c in verschil.cijfers],
            CHANGE: [c.verschil for c in verschil.cijfers],
        }
    )
    return tables.styled(frame, right=[BEFORE, AFTER, CHANGE])


def teams(gevolg: Gevolgbeeld | None) -> None:
    """Every team and domain that changes in one wide table, when there is more than one team."""
    if gevolg is None or gevolg.samen is None:
        return
    st.header(f"Uren en fte per team en domein in {gevolg.jaar}", anchor=False)
    verschillen = [*gevolg.teams, *gevolg.domeinen]
    frame = teams_frame(verschillen, markdown=len(verschillen) <= tables.LONG)
    numbers = list(frame.columns[1:])
    if len(frame) <= tables.LONG:
        tables.show_table(tables.styled(frame, right=numbers), "Uren en fte per team en domein")
    else:
        tables.show_long_table(
            tables.styled(frame, right=numbers),
            "Uren en fte per team en domein",
            key="teams_verschil",
            numbers=numbers,
        )


def teams_frame(verschillen: Sequence[Teamverschil], *, markdown: bool) -> pd.DataFrame:
    """Names (escaped with `markdown`), and of every figure before, after and difference (the
    percentage without)."""
    text = plain if markdown else str
    return pd.DataFrame(
        {
            "Team of domein": [text(v.naam) for v in verschillen],
            "Fte voor": [v.fte.voor for v in verschillen],
            "Fte na": [v.fte.na for v in verschillen],
            "Beschikbaar voor": [v.beschikbaar.voor for v in verschillen],
            "Beschikbaar na": [v.beschikbaar.na for v in verschillen],
            "Verschil": [v.beschikbaar.verschil for v in verschillen],
            "Gevraagd voor": [v.gevraagd.voor for v in verschillen],
            "Gevraagd na": [v.gevraagd.na for v in verschillen],
            "Verschil ": [v.gevraagd.verschil for v in verschillen],
            "Deel voor": [v.deel.voor for v in verschillen],
            "Deel na": [v.deel.na for v in verschillen],
        }
    )


def rows(verschil: Verschilbeeld) -> None:
    """Every row that changes with its old and new values, per sheet, and all of them as a file."""
    changed = [blad for blad in verschil.bladen if blad.verschillen or blad.verborgen]
    if not changed:
        return
    with section("Elke rij die verandert"):
        if verschil.mag_downloaden:
            st.download_button(
                "Download het verschil",
                lambda: tables.csv(values_frame(changed)),
                file_name="verschil.csv",
                mime="text/csv",
                on_click="ignore",
                key="download_verschil",
            )
    for blad in changed:
        title = f"Blad {blad.telling.blad}: {_how_many(blad)}"
        with st.expander(plain(title), expanded=len(changed) == 1):
            _sheet_rows(blad)


def _how_many(blad: Bladrijen) -> str:
    telling = blad.telling
    parts = [
        f"{tables.dutch(number)} {word}"
        for number, word in (
            (telling.nieuw, "nieuw"),
            (telling.gewijzigd, "gewijzigd"),
            (telling.vervallen, "vervallen"),
        )
        if number
    ]
    return ", ".join(parts)


def _sheet_rows(blad: Bladrijen) -> None:
    name = blad.telling.blad
    if blad.verborgen:
        st.markdown(note(buiten_rol(blad.verborgen)))
    if not blad.verschillen:
        return
    text = ""
    if len(blad.verschillen) > tables.LONG:
        text = st.text_input("Zoek op code of naam", key=f"zoek_{name}")
    found = blad.zoek(text)
    if not found.rijen:
        st.markdown("Geen rij met deze code of naam.")
        return
    alt = f"Rijen van blad {name} die veranderen"
    if len(found.rijen) <= tables.LONG:
        tables.show_table(rows_frame(found.rijen, markdown=True), alt)
    else:
        tables.show_long_table(rows_frame(found.rijen, markdown=False), alt, key=f"rijen_{name}")
    rest = found.totaal - len(found.rijen)
    if rest:
        st.markdown(note(f"En nog {tables.dutch(rest)} rijen. Zoek, of download het verschil."))


def rows_frame(rijen: Sequence[Rijregel], *, markdown: bool) -> pd.DataFrame:
    """What happened to which row, what it says then and now, and where it stands in the file when
    any of them does."""
    text = plain if markdown else str
    frame = pd.DataFrame(
        {
            "Wat": [r.soort for r in rijen],
            "Rij": [text(r.rij) for r in rijen],
            "Wat verandert": [text(r.wijziging) for r in rijen],
            "Cel": [r.cel for r in rijen],
            "Naam": [text(r.naam) for r in rijen],
        }
    )
    return frame if any(r.cel for r in rijen) else frame.drop(columns="Cel")


def values_frame(bladen: Sequence[Bladrijen]) -> pd.DataFrame:
    """Every changed value of every row on a line of its own, for the download."""
    lines = [line for blad in bladen for line in blad.waarden()]
    return pd.DataFrame(
        {
            "Blad": [x.blad for x in lines],
            "Wat": [x.soort for x in lines],
            "Rij": [x.rij for x in lines],
            "Naam": [x.naam for x in lines],
            "Kolom": [x.kolom for x in lines],
            "Was": [x.oud for x in lines],
            "Wordt": [x.nieuw for x in lines],
            "Cel": [x.cel for x in lines],
            "Bestand": [x.bestand for x in lines],
        }
    )
