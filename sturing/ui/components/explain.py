"""The explanation: the chain of hours step by step and per month, and the terms."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.services import notatie
from sturing.services.uitlegbeeld import Begrip, Ketenstap, Maandketen
from sturing.ui.components import tables
from sturing.ui.components.texts import note, plain

MONTH_COLUMNS = ("Fte", "Werkdagen", "Verlof", "Verzuim", "Indirect", "Ruimte", "Netto")
"""In the order of Maandketen.waarden: fte, hours of the working days, each step, what is left."""


def chain(stappen: Sequence[Ketenstap]) -> None:
    """Each step of formatie to netto: what it takes off, what is left, and by which rule."""
    frame = pd.DataFrame(
        {
            "Stap": [f"**{plain(s.naam)}**" for s in stappen],
            "Hoe": [plain(s.uitleg) for s in stappen],
            "Eraf, uur": [s.af_precies for s in stappen],
            "Blijft over, uur": [s.uren_precies for s in stappen],
        }
    )
    tables.show_table(
        tables.styled(frame, right=["Eraf, uur", "Blijft over, uur"], total=True),
        "Van formatie naar netto uren",
    )


def chain_by_month(maanden: Sequence[Maandketen]) -> None:
    """The same chain per month, in hours with one decimal."""
    columns: dict[str, list[str]] = {"Maand": [m.maand for m in maanden]}
    for i, name in enumerate(MONTH_COLUMNS):
        columns[name] = [m.waarden[i] for m in maanden]
    frame = pd.DataFrame(columns)
    tables.show_table(tables.styled(frame, right=list(MONTH_COLUMNS)), "De keten per maand")


def sentences(zinnen: Sequence[str]) -> None:
    """Numbered sentences."""
    st.markdown("\n".join(f"{i}. {plain(zin)}" for i, zin in enumerate(zinnen, start=1)))


MOST_TERMS, MOST_FOUND = 15, 60
"""So many terms stand before a word is typed, and so many that have it: some hundreds of rows take
a second to draw."""


def terms(begrippen: Sequence[Begrip]) -> None:
    """The list of terms; a word in the field keeps those that have it."""
    word = st.text_input(
        "Zoek een begrip",
        key="zoek_begrip",
        type="search",
        placeholder="Bijvoorbeeld: netto",
        live=True,
        width=360,
    )
    found = matching(begrippen, word or "")
    if not found:
        st.markdown(note("Geen begrip gevonden. Probeer een korter woord."))
        return
    shown = found[: MOST_FOUND if word else MOST_TERMS]
    tables.show_table(
        pd.DataFrame(
            {
                "Begrip": [f"**{plain(b.term)}**" for b in shown],
                "Betekenis": [plain(b.betekenis) for b in shown],
            }
        ),
        "Begrippen",
    )
    if rest := len(found) - len(shown):
        wat = notatie.aantal(rest, "ander begrip", "andere begrippen")
        st.markdown(note(f"En {wat}. Typ een woord om te zoeken."))


def matching(begrippen: Sequence[Begrip], word: str) -> list[Begrip]:
    """Those with `word` in term or meaning; the terms that begin with it first."""
    sought = word.strip().casefold()
    found = [b for b in begrippen if sought in f"{b.term} {b.betekenis}".casefold()]
    return sorted(found, key=lambda b: not b.term.casefold().startswith(sought))
