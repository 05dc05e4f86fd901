"""The teams in one month: what a month of the picture on Overzicht leads to."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.services import notatie
from sturing.services.beelden import Warmterij
from sturing.services.overzichtbeeld import Overzichtbeeld
from sturing.ui import address, navigation
from sturing.ui.components import tables
from sturing.ui.components.header import close, section
from sturing.ui.components.texts import note

IN_SIGHT = 8
PERCENT = "Gevraagd, % van beschikbaar"
SHORT = "Tekort, uur"


def opened_month(beeld: Overzichtbeeld) -> int | None:
    """Which of the months the address opens; None for none of them."""
    named = address.text_in_link(address.MONTH)
    return next((i for i, m in enumerate(beeld.maanden) if str(m.maand) == named), None)


def month(beeld: Overzichtbeeld, opened: int | None) -> None:
    """Every team in the month that is opened, the highest percentage first; a row leads to it."""
    if opened is None or not beeld.warmte:
        return
    with section(f"Teams in {notatie.maand_lang(beeld.maanden[opened].maand)}"):
        close("maand_sluit", address.MONTH)
    rijen = ordered(beeld.warmte, opened)
    chosen = tables.show_long_table(
        tables.styled(month_frame(rijen, opened), {PERCENT: tables.dutch, SHORT: tables.dutch}),
        "Per team in deze maand: gevraagde uren als percentage van de beschikbare, en uren tekort",
        key=f"tabel_maand_{opened}",
        numbers=[PERCENT, SHORT],
        choose=True,
        in_sight=IN_SIGHT,
    )
    st.markdown(note("Kies een rij om dat team te openen."))
    if chosen is not None:
        navigation.go("teams", team=rijen[chosen].team)


def ordered(rijen: Sequence[Warmterij], opened: int) -> list[Warmterij]:
    """The highest percentage in that month first; without available hours last."""
    return sorted(rijen, key=lambda r: (r.cellen[opened].pct is None, -(r.cellen[opened].pct or 0)))


def month_frame(rijen: Sequence[Warmterij], opened: int) -> pd.DataFrame:
    """One row per team: a whole percentage (unknown is empty) and the whole hours short."""
    return pd.DataFrame(
        {
            "Team": [r.naam for r in rijen],
            PERCENT: pd.array([r.cellen[opened].pct for r in rijen], dtype="Int64"),
            SHORT: [r.cellen[opened].tekort_uren for r in rijen],
        }
    )
