"""What an upload shows: the steps, the findings, and the cells around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.domain.levering import Levering
from sturing.services import notatie
from sturing.services.beelden import Bevindingrij, Celfragment
from sturing.ui.components import tables
from sturing.ui.components.badges import severity_badge
from sturing.ui.components.texts import note, plain, unbroken
from sturing.ui.theme import Theme

STEPS = ("Bestand", "Controle", "Bekijk verschil", "Neem over")
NAMES_SHOWN = 3
LAST = 3
"""So many leveringen stand where a file is chosen; the part Historie shows them all."""
WHOLE = 60
"""Up to so many findings stand whole on the page; more scroll in a table of their own."""


def steps(current: int, *, refused: bool = False) -> None:
    """The four steps; `current` counts from 1. What is done is blue, where it stopped is red."""
    with st.container(horizontal=True, gap="medium"):
        for number, name in enumerate(STEPS, start=1):
            st.markdown(_step(number, name, current, refused), width="content")


def _step(number: int, name: str, current: int, refused: bool) -> str:
    if number < current:
        return f":blue[● {name}]"
    if number > current:
        return f":gray[{number} {name}]"
    return f":red[✕] **{name}**" if refused else f"**{number} {name}**"


def findings(rijen: Sequence[Bevindingrij], beside: Callable[[], None]) -> None:
    """Every finding: how serious, which cell, what stands there, what to do.

    `beside` draws what stands next to the heading.
    """
    if not rijen:
        return
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.header("Wat wij vonden, per cel", anchor=False, width="content")
        beside()
    several = len({rij.bestand for rij in rijen}) > 1
    if len(rijen) <= WHOLE:
        tables.show_table(findings_frame(rijen, several=several, markdown=True), "Bevindingen")
    else:
        frame = findings_frame(rijen, several=several, markdown=False)
        tables.show_long_table(frame, "Bevindingen", key="bevindingen")


def findings_frame(rijen: Sequence[Bevindingrij], *, several: bool, markdown: bool) -> pd.DataFrame:
    """With `markdown` badges and escaped texts; otherwise the texts as they are."""
    text = plain if markdown else str
    columns = {
        "Ernst": [severity_badge(r.ernst) if markdown else r.ernst for r in rijen],
        "Cel": [
            f"**{text(r.plaats)}**" if markdown and r.plaats else text(r.plaats) for r in rijen
        ],
        "Er staat": [text(r.waarde) for r in rijen],
        "Wat is er, en wat mag wel?": [text(r.melding) for r in rijen],
    }
    if several:
        columns["Bestand"] = [text(r.bestand) for r in rijen]
    return pd.DataFrame(columns)


def cells(fragment: Celfragment, theme: Theme) -> None:
    """The rows around the findings as they stand in the person's own sheet."""
    st.header(f"Blad {plain(fragment.blad)}, de rijen met een opmerking", anchor=False)
    tables.show_cells(cells_styler(fragment, theme), f"Cellen van blad {fragment.blad}")


def cells_styler(fragment: Celfragment, theme: Theme) -> Styler:
    """Letters above, row numbers before, marked cells on the tint of their severity."""
    frame = pd.DataFrame(
        [[plain(text) for text in row] for row in fragment.cellen],
        index=pd.Index(list(fragment.rijnummers), name="rij"),
        columns=list(fragment.kolommen),
    )
    tints = {"fout": (theme.niet_tint, theme.niet), "let op": (theme.druk_tint, theme.druk_fill)}
    styles = pd.DataFrame("", index=frame.index, columns=frame.columns)
    for (row, column), ernst in fragment.gemarkeerd.items():
        tint, edge = tints[ernst]
        styles.iloc[fragment.rijnummers.index(row), column] = (
            f"background-color: {tint}; color: {theme.ink}; border: 2px solid {edge}"
        )
    return frame.style.apply(lambda _: styles, axis=None)


def leveringen(lijst: Sequence[Levering]) -> None:
    """The last that were delivered, newest first; Historie has them all."""
    if not lijst:
        return
    st.header("Laatste leveringen", anchor=False)
    tables.show_table(leveringen_frame(lijst[:LAST]), "Laatste leveringen")
    if len(lijst) > LAST:
        st.markdown(note("Alle leveringen, met wat zij veranderden, staan bij Historie."))


def leveringen_frame(lijst: Sequence[Levering]) -> pd.DataFrame:
    """Number, day, who, which files and which sheets changed."""
    return pd.DataFrame(
        {
            "Levering": [str(item.nummer) for item in lijst],
            "Datum": [unbroken(notatie.datum(notatie.dag(item.tijdstip))) for item in lijst],
            "Door": [plain(item.naam) for item in lijst],
            "Bestanden": [plain(_origin(item)) for item in lijst],
            "Bladen": [plain(_some([v.blad for v in item.verschil])) for item in lijst],
        }
    )


def _origin(levering: Levering) -> str:
    """The files of an upload; a decision has none, and is named itself."""
    if levering.besluit is not None:
        return f"besluit {levering.besluit}"
    return _some([b.naam for b in levering.bestanden])


def _some(names: Sequence[str]) -> str:
    """The first names, and how many more."""
    if len(names) <= NAMES_SHOWN + 1:
        return notatie.opsomming(names) or notatie.ONBEKEND
    rest = len(names) - NAMES_SHOWN
    return notatie.opsomming([*names[:NAMES_SHOWN], f"{rest} andere"])
