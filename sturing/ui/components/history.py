"""The history of leveringen: the list, and what can be looked at of the chosen one.

Owns the choice of levering and of view; both stand in the address. Undoing has its own part
(components/undo.py). Nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.domain.levering import Bestandsinfo, Levering
from sturing.services import geschiedenis as dienst
from sturing.services import notatie
from sturing.services.geschiedenisbeeld import Historiebeeld, Leveringregel, Vergelijkbeeld
from sturing.ui import address
from sturing.ui.components import columns, difference, state_rows, tables, undo
from sturing.ui.components.delivery import HISTORY, UNDO
from sturing.ui.components.header import answer
from sturing.ui.components.parts import choose_part
from sturing.ui.components.states import to_draw
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext

STATE = "stand"
COMPARE = "vergelijk"
LOOKS = {
    undo.DIFFERENCE: "Wat er veranderde",
    STATE: "De stand daarna",
    COMPARE: "Vergelijk",
    UNDO: "Ongedaan maken",
}
HASH_SHOWN = 12
FIRST = 2
FILES_SHOWN = 4


def show(context: PageContext) -> None:
    """Draw this part of the page."""
    beeld = to_draw(dienst.historie(context.omgeving, context.wie))
    if beeld is None:
        return
    answer(beeld.kop)
    undo.just_undone()
    if not beeld.leveringen:
        return
    if beeld.eigen_laatste is not None:
        st.button(
            f"Maak levering {beeld.eigen_laatste} ongedaan",
            on_click=address.look_at,
            args=(HISTORY, UNDO, beeld.eigen_laatste),
        )
    regel = _choose(beeld)
    if regel is None:
        st.markdown(note("Kies een rij om te zien wat die levering veranderde."))
    else:
        _one(context, beeld, regel)


def _choose(beeld: Historiebeeld) -> Leveringregel | None:
    """The table, and the levering that was chosen in it or that the address names."""
    frame = leveringen_frame(beeld.leveringen)
    row = tables.show_long_table(
        tables.styled(frame, dict.fromkeys(difference.COUNTS, tables.dutch)),
        "Leveringen",
        key=f"leveringen_{beeld.leveringen[0].levering.nummer}",
        numbers=difference.COUNTS,
        choose=True,
    )
    if row is not None:
        regel = beeld.leveringen[row]
        address.levering_to_link(regel.levering.nummer)
        return regel
    number = address.number_in_link(address.LEVERING)
    return next((r for r in beeld.leveringen if r.levering.nummer == number), None)


def leveringen_frame(regels: Sequence[Leveringregel]) -> pd.DataFrame:
    """Number, moment, who, what is special, counts, sheets and files."""
    frame = pd.DataFrame(
        {
            "Levering": [str(r.levering.nummer) for r in regels],
            "Moment": [notatie.moment_kort(r.levering.tijdstip) for r in regels],
            "Door": [r.levering.naam for r in regels],
            "Bijzonder": [r.merk for r in regels],
            "Nieuw": [r.nieuw for r in regels],
            "Gewijzigd": [r.gewijzigd for r in regels],
            "Vervallen": [r.vervallen for r in regels],
            "Bladen": [_first([v.blad for v in r.levering.verschil]) for r in regels],
            "Bestanden": [_files_of(r.levering) for r in regels],
        }
    )
    return frame if any(r.merk for r in regels) else frame.drop(columns="Bijzonder")


def _files_of(levering: Levering) -> str:
    """The files of an upload; of a decision which one it is."""
    if levering.besluit is not None:
        return f"besluit {levering.besluit}"
    return _first([b.naam for b in levering.bestanden])


def _first(names: Sequence[str]) -> str:
    """The first two names, and how many more; the chosen levering shows them all."""
    if len(names) <= FIRST:
        return notatie.opsomming(names) or notatie.ONBEKEND
    return f"{', '.join(names[:FIRST])} en {len(names) - FIRST} meer"


def _one(context: PageContext, beeld: Historiebeeld, regel: Leveringregel) -> None:
    number = regel.levering.nummer
    st.header(f"Levering {number}", anchor=False)
    _files(regel.levering.bestanden)
    looks = {key: name for key, name in LOOKS.items() if key != UNDO or beeld.mag_leveren}
    look = choose_part("Wat wilt u zien", looks, address.LOOK)
    if look == STATE:
        _state(context, number)
    elif look == COMPARE:
        _compare(context, beeld, number)
    elif look == UNDO:
        undo.show(context, number)
    else:
        _difference(
            context, dienst.verschil_van(context.omgeving, context.wie, number, context.horizon)
        )


def _files(bestanden: Sequence[Bestandsinfo]) -> None:
    """Name, size and hash of every file; many fold away."""
    frame = pd.DataFrame(
        {
            "Bestand": [plain(b.naam) for b in bestanden],
            "Grootte": [f"{notatie.getal(max(1, b.grootte // 1000))} kB" for b in bestanden],
            "SHA-256": [b.sha256 for b in bestanden],
        }
    )
    if len(bestanden) > FILES_SHOWN:
        with st.expander(notatie.aantal(len(bestanden), "bestand", "bestanden")):
            tables.show_table(frame, "Bestanden van deze levering")
    elif bestanden:
        with st.container(gap=None):
            for b in bestanden:
                kb = notatie.getal(max(1, b.grootte // 1000))
                st.markdown(note(f"{b.naam} · {kb} kB · SHA-256 {b.sha256[:HASH_SHOWN]}…"))


def _difference(context: PageContext, beeld: Vergelijkbeeld) -> None:
    st.markdown(f"**{plain(beeld.kop.titel)}**")
    st.markdown(note(beeld.kop.bijschrift))
    if not beeld.bladen:
        return
    left, right = columns.wide_and_narrow()
    with left:
        blad = state_rows.choose_sheet(
            [v.blad for v in beeld.bladen], f"blad_{beeld.van}_{beeld.tot}"
        )
        state_rows.rows(dienst.rijen_van(context.omgeving, context.wie, beeld.van, beeld.tot, blad))
    with right:
        state_rows.counts(beeld.bladen)
        state_rows.teams(beeld.teams)


def _compare(context: PageContext, beeld: Historiebeeld, number: int) -> None:
    others = [r.levering.nummer for r in beeld.leveringen if r.levering.nummer != number]
    if not others:
        st.markdown("Er is nog geen andere levering om mee te vergelijken.")
        return
    newest = beeld.leveringen[0].levering.nummer
    other = st.selectbox(
        "Met de stand na",
        others,
        format_func=lambda n: f"levering {n}" + (", het plan van nu" if n == newest else ""),
        key=f"vergelijk_{number}",
        filter_mode=None,
        width=320,
    )
    first, last = min(number, other), max(number, other)
    _difference(
        context, dienst.vergelijk(context.omgeving, context.wie, first, last, context.horizon)
    )


def _state(context: PageContext, number: int) -> None:
    beeld = dienst.stand_na(context.omgeving, context.wie, number, context.horizon)
    st.markdown(f"**{plain(beeld.kop.titel)}**")
    st.markdown(note(beeld.kop.bijschrift))
    if not beeld.bladen:
        return
    left, right = columns.wide_and_narrow()
    with left:
        blad = state_rows.choose_sheet([naam for naam, _ in beeld.bladen], f"stand_{number}")
        state_rows.state_rows(dienst.rijen_na(context.omgeving, context.wie, number, blad))
    with right:
        frame = pd.DataFrame(
            {"Blad": [n for n, _ in beeld.bladen], "Rijen": [n for _, n in beeld.bladen]}
        )
        tables.show_table(tables.styled(frame, {"Rijen": tables.dutch}), "Rijen per blad")
        if beeld.teams:
            frame = pd.DataFrame(
                {
                    "Team": [t.naam for t in beeld.teams],
                    "Gevraagd, uur": [t.gevraagd.na for t in beeld.teams],
                    "Fte": [t.fte.na for t in beeld.teams],
                }
            )
            tables.show_long_table(
                tables.styled(frame, right=["Gevraagd, uur", "Fte"]),
                "Uren en fte per team",
                key=f"stand_teams_{number}",
                numbers=["Gevraagd, uur", "Fte"],
            )
