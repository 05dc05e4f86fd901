"""The taakvelden on the screen Programma's en doelen: what each costs, and which hours go to it.

Owns both tables. They are drawn only when asked for: most readers stop at the programme. Money
stands in thousands of euros, hours are whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.services import notatie
from sturing.services.programmasbeeld import (
    Programmasbeeld,
    Taakveldrij,
    Taakveldurenbeeld,
    Taakveldurenrij,
)
from sturing.ui import state
from sturing.ui.components import tables, texts
from sturing.ui.components.header import section
from sturing.ui.components.texts import link, note, plain

MONEY = "taakvelden"
HOURS = "taakvelduren"
PROGRAMME = "Programma"
YEAR = "Jaar"
SHARE = "Deel, %"
COVERAGE = "Dekking, %"
DIFFERENCE = "Verschil uur"
MONEY_NUMBERS = ("Lasten", "Baten", "Beschikbaar")
HOURS_NUMBERS = (SHARE, "Gevraagd uur", "Toegekend uur", "Tekort uur", COVERAGE)
MEANING = (
    "Een taakveld krijgt van de uren van zijn programma hetzelfde deel als van de lasten van dat "
    "programma, in de begroting van hetzelfde jaar. Lasten onder 0 tellen als 0. Zeker: het "
    "programma heeft één taakveld. Werk zonder programma, en werk van een programma zonder "
    "taakvelden of met lasten van samen 0 of minder, staat apart en is niet verdeeld. Een taakveld "
    "met veel uitkeringen of subsidies krijgt zo meer uren dan het werk is: gebruik deze cijfers "
    "voor de grote lijn. Deel is van de uren van het programma, dekking is toegekend gedeeld door "
    "gevraagd."
)


def taakvelden(beeld: Programmasbeeld) -> None:
    """Both tables, each under the button that shows it; of a table without rows neither."""
    hours = beeld.taakvelduren
    if not beeld.taakvelden and hours is None:
        return
    with st.container(horizontal=True):
        if beeld.taakvelden:
            _switch(MONEY, "lasten en baten per taakveld", len(beeld.taakvelden))
        if hours is not None:
            _switch(HOURS, "uren per taakveld", len(hours.rijen) - 1)
    if beeld.taakvelden and state.shown_as_table(MONEY):
        _money(beeld.taakvelden, export=beeld.mag_exporteren)
    if hours is not None and state.shown_as_table(HOURS):
        _hours(hours, is_plan=beeld.is_plan, export=beeld.mag_exporteren)


def _switch(key: str, what: str, rows: int) -> None:
    count = notatie.aantal(rows, "regel", "regels")
    words = f"Verberg {what}" if state.shown_as_table(key) else f"{what.capitalize()} ({count})"
    st.button(
        link(words),
        key=f"wissel_{key}",
        type="tertiary",
        on_click=state.swap_table,
        args=(key,),
    )


def _money(rijen: Sequence[Taakveldrij], *, export: bool) -> None:
    frame = money_frame(rijen)
    with section("Lasten en baten per taakveld, in duizenden euro's"):
        if export:
            tables.download(frame, MONEY)
    tables.show_long_table(
        tables.styled(frame, dict.fromkeys(MONEY_NUMBERS, tables.dutch)),
        "Programmabegroting per taakveld, in duizenden euro's",
        key=MONEY,
        numbers=MONEY_NUMBERS,
    )
    st.markdown(
        note(
            "Een opdracht heeft een programma en geen taakveld: gevraagd en besteed geld staat "
            "daarom per programma."
        )
    )


def money_frame(rijen: Sequence[Taakveldrij]) -> pd.DataFrame:
    """One row per taakveld and year in thousands of euros."""
    return pd.DataFrame(
        {
            PROGRAMME: [r.programma for r in rijen],
            "Taakveld": [r.taakveld for r in rijen],
            YEAR: [str(r.jaar) for r in rijen],
            "Lasten": _whole([r.lasten_dzd for r in rijen]),
            "Baten": _whole([r.baten_dzd for r in rijen]),
            "Beschikbaar": _whole([r.beschikbaar_dzd for r in rijen]),
        }
    )


def _hours(beeld: Taakveldurenbeeld, *, is_plan: bool, export: bool) -> None:
    frame = hours_frame(beeld.rijen, is_plan=is_plan)
    with section(beeld.titel):
        with st.popover(link("Uitleg"), type="tertiary", key=f"uitleg_{HOURS}"):
            st.markdown(plain(MEANING))
        if export:
            tables.download(frame, HOURS)
            tables.download_excel(frame, HOURS, beeld.titel)
    st.markdown(note(beeld.zin))
    formats = dict.fromkeys(HOURS_NUMBERS, tables.dutch)
    if not is_plan:
        formats[DIFFERENCE] = tables.signed
    # Of one year the title names it: on a small laptop its column has to make room.
    seen = frame if len(set(frame[YEAR][:-1])) > 1 else frame.drop(columns=YEAR)
    tables.show_long_table(
        tables.styled(seen, formats, total=True),
        f"{beeld.titel}. {beeld.zin}",
        key=HOURS,
        numbers=list(formats),
    )
    if not is_plan:
        st.markdown(note(texts.DIFFERENCE))


def hours_frame(rijen: Sequence[Taakveldurenrij], *, is_plan: bool) -> pd.DataFrame:
    """One row per taakveld and year, the sum last; whole hours and percentages, unknown is
    empty."""
    columns: dict[str, object] = {
        PROGRAMME: [r.programma for r in rijen],
        "Taakveld": [r.taakveld for r in rijen],
        YEAR: [r.jaar for r in rijen],
        SHARE: _whole([r.deel_pct for r in rijen]),
        "Gevraagd uur": [r.gevraagd_uren for r in rijen],
        "Toegekend uur": [r.toegekend_uren for r in rijen],
        DIFFERENCE: [r.verschil_uren for r in rijen],
        "Tekort uur": [r.tekort_uren for r in rijen],
        COVERAGE: _whole([r.dekking_pct for r in rijen]),
        "Toerekening": [r.toerekening for r in rijen],
    }
    if is_plan:
        del columns[DIFFERENCE]
    return pd.DataFrame(columns)


def _whole(values: Sequence[int | None]) -> pd.api.extensions.ExtensionArray:
    return pd.array(list(values), dtype="Int64")
