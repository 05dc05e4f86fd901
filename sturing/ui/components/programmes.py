"""The money, the flow and the kernwaarden on the screen Programma's en doelen.

Owns their tables. Money stands in thousands of euros, with the unit in the head of the table.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.services.programmasbeeld import (
    Programmarij,
    Programmasbeeld,
    Stroombeeld,
    Stroomrij,
)
from sturing.ui import address, navigation, state
from sturing.ui.charts.stroom import stroom
from sturing.ui.components import tables
from sturing.ui.components.header import choose, section
from sturing.ui.components.pictures import picture_or_table
from sturing.ui.components.texts import note, plain
from sturing.ui.theme import Theme

PROGRAMME = "Programma"


def money(beeld: Programmasbeeld) -> None:
    """Per programme from lasten to the forecast; of some opdrachten only asked and granted."""
    if not beeld.programmas:
        return
    frame = money_frame(beeld.programmas, alles=beeld.alles, is_plan=beeld.is_plan)
    with section("Programma's, in duizenden euro's"):
        if beeld.mag_exporteren:
            tables.download(frame, "programmas")
    numbers = list(frame.columns[1:])
    formats = {name: tables.signed if name == "Verschil" else tables.dutch for name in numbers}
    frame[PROGRAMME] = frame[PROGRAMME].map(plain)
    tables.show_table(
        tables.styled(frame, formats, total=True), "Geld per programma in duizenden euro's"
    )
    if beeld.geldzin:
        st.markdown(
            note(
                f"Beschikbaar: wat opdrachten samen mogen uitgeven; – is niet begrensd. Over: "
                f"beschikbaar min toegekend. {beeld.geldzin}"
            )
        )
    if "Verschil" in numbers:
        st.markdown(note("Verschil: toegekend geld tegenover het plan van nu."))


def money_frame(rijen: Sequence[Programmarij], *, alles: bool, is_plan: bool) -> pd.DataFrame:
    """One row per programme in thousands of euros, the sum last; unknown is empty."""
    columns: dict[str, object] = {
        PROGRAMME: [r.naam for r in rijen],
        "Lasten": _amounts([r.lasten_dzd for r in rijen]),
        "Beschikbaar": _amounts([r.beschikbaar_dzd for r in rijen]),
        "Gevraagd": _amounts([r.gevraagd_dzd for r in rijen]),
        "Toegekend": _amounts([r.toegekend_dzd for r in rijen]),
        "Verschil": _amounts([r.verschil_dzd for r in rijen]),
        "Over": _amounts([r.over_dzd for r in rijen]),
        "Besteed": _amounts([r.besteed_dzd for r in rijen]),
        "Prognose": _amounts([r.prognose_dzd for r in rijen]),
    }
    if is_plan:
        del columns["Verschil"]
    if not alles:
        for name in ("Lasten", "Beschikbaar", "Over", "Besteed", "Prognose"):
            del columns[name]
    return pd.DataFrame(columns)


def _amounts(values: Sequence[int | None]) -> pd.api.extensions.ExtensionArray:
    return pd.array(list(values), dtype="Int64")


def flow(beeld: Stroombeeld, theme: Theme, *, export: bool) -> None:
    """From programme through opdrachtgever to team, as a picture or as a table."""
    if not beeld.takken:
        return
    chosen = picture_or_table(
        "Waar gaan de toegekende uren heen?",
        "stroom",
        lambda: stroom(beeld, theme),
        flow_frame(beeld),
        beeld.zin,
        meaning="Links het programma, in het midden wie opdrachtgever is, rechts het team dat de "
        "uren krijgt. Hoe breder, hoe meer toegekende uren. Opdrachtgevers in de teams staan per "
        "rol bij elkaar; kies een programma om ze apart te zien. In dit beeld kunt u niets "
        "kiezen: kies Tabel en daarin een rij om dat team te openen, of bij "
        "Andere teams de stroom van dat programma.",
        export=export,
        choose=True,
        shown=f"_{beeld.gekozen}",
    )
    if chosen is not None:
        _follow(beeld, beeld.rijen[chosen])
    with st.container(horizontal=True, vertical_alignment="center"):
        choose(
            "Programma",
            beeld.keuzes,
            beeld.gekozen,
            key=state.PROGRAMME_CHOICE,
            name=address.PROGRAMME,
            before="Stroom van",
            width=280,
        )
    st.markdown(note(f"{beeld.zin} {beeld.opmerking}".strip()))


def _follow(beeld: Stroombeeld, rij: Stroomrij) -> None:
    """To the team of a row; teams together lead to the flow of their programme, which shows more of
    them. A row stays chosen: the flow that is shown already must not be drawn again and again."""
    if rij.code:
        navigation.go("teams", team=rij.code)
    programme = next((k.sleutel for k in beeld.keuzes if k.naam == rij.programma), None)
    if programme is not None and programme != beeld.gekozen:
        address.put(address.PROGRAMME, programme)
        st.rerun()


def flow_frame(beeld: Stroombeeld) -> pd.DataFrame:
    """One row per programme, opdrachtgever and team as the picture has them, whole hours."""
    return pd.DataFrame(
        {
            PROGRAMME: [r.programma for r in beeld.rijen],
            "Opdrachtgever": [r.opdrachtgever for r in beeld.rijen],
            "Team": [r.team for r in beeld.rijen],
            "Gevraagd uur": [r.gevraagd_uren for r in beeld.rijen],
            "Toegekend uur": [r.toegekend_uren for r in beeld.rijen],
        }
    )
