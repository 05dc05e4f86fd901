"""The difference between two states as tables: rows with old and new, counts, hours and fte.

Owns how such a difference looks; what is kept from sight was left out by the services already.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.domain.levering import BladVerschil
from sturing.services import notatie
from sturing.services.teamcijfers import Cijferpaar, Teamverschil
from sturing.services.verschilrijen import Standrijen, Zichtrijen, buiten_rol
from sturing.ui.components import difference, tables
from sturing.ui.components.texts import note, plain

SIDE_BY_SIDE = 6
"""So many sheets stand beside each other to choose from; more become a list."""


def choose_sheet(bladen: Sequence[str], key: str) -> str:
    """Which sheet's rows are shown."""
    if len(bladen) > SIDE_BY_SIDE:
        chosen = st.selectbox("Blad", list(bladen), key=key, filter_mode=None, width=240)
    else:
        chosen = st.pills(
            "Blad",
            list(bladen),
            default=bladen[0],
            required=True,
            key=key,
            label_visibility="collapsed",
        )
    return str(chosen or bladen[0])


def rows(beeld: Zichtrijen) -> None:
    """The rows of one sheet that differ, and how many are not shown."""
    if beeld.rijen:
        frame = difference.rows_frame(beeld.rijen, markdown=False)
        alt = f"Verschil van blad {beeld.blad}"
        tables.show_long_table(frame, alt, key=f"verschil_{beeld.blad}")
    not_shown(beeld.verborgen, beeld.meer)
    if beeld.verhuisd:
        deel = notatie.aantal(beeld.verhuisd, "rij kreeg", "rijen kregen")
        st.markdown(note(f"{deel} alleen een nieuwe code."))


def state_rows(beeld: Standrijen) -> None:
    """The rows of one sheet in a state."""
    if beeld.rijen:
        frame = pd.DataFrame(list(beeld.rijen), columns=list(beeld.kolommen))
        tables.show_long_table(frame, f"Blad {beeld.blad}", key=f"standrijen_{beeld.blad}")
    not_shown(beeld.verborgen, beeld.meer)


def not_shown(hidden: int, more: int) -> None:
    """How many rows are kept from sight by the right, and how many by the length of the table."""
    if hidden:
        st.markdown(note(buiten_rol(hidden)))
    if more:
        st.markdown(note(f"En nog {notatie.aantal(more, 'rij', 'rijen')}."))


def counts(bladen: Sequence[BladVerschil]) -> None:
    """Rows per sheet that are new, changed and vanished."""
    frame = difference.counts_frame(bladen)
    numbers = dict.fromkeys(difference.COUNTS, tables.dutch)
    tables.show_table(tables.styled(frame, numbers), "Aantal rijen per blad")


def teams(gevolgen: Sequence[Teamverschil]) -> None:
    """Teams of which asked hours or fte differ: before and after; what is equal stands once."""
    if not gevolgen:
        return
    whole = len(gevolgen) <= tables.LONG
    frame = teams_frame(gevolgen, markdown=whole)
    alt = "Uren en fte per team, voor en na"
    styled = tables.styled(frame, right=["Uren", "Fte"])
    if whole:
        tables.show_table(styled, alt)
    else:
        tables.show_long_table(styled, alt, key="teams_voor_en_na", numbers=["Uren", "Fte"])


def teams_frame(gevolgen: Sequence[Teamverschil], *, markdown: bool) -> pd.DataFrame:
    """Asked hours and average fte as `4.321 → 1.320`; names escaped with `markdown`."""
    text = plain if markdown else str
    return pd.DataFrame(
        {
            "Team": [text(t.naam) for t in gevolgen],
            "Uren": [_change(t.gevraagd) for t in gevolgen],
            "Fte": [_change(t.fte) for t in gevolgen],
        }
    )


def _change(figure: Cijferpaar) -> str:
    return f"{figure.voor} → {figure.na}" if figure.richting else figure.na
