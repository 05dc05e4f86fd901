"""What a levering does to the line: statuses, opdrachten by name, and who gets more or fewer hours.

Owns that gains and losses are drawn alike. Must never calculate; every text comes ready from the
services.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.domain.keuzes import Haalbaarheid
from sturing.services import notatie
from sturing.services.beelden import Effectrij
from sturing.services.gevolgbeeld import Dekkingsrij, Gevolgbeeld
from sturing.ui.components import tables
from sturing.ui.components.badges import STATUS
from sturing.ui.components.texts import note, plain

SHOWN = 8
"""So many opdrachten of each list stand beside the difference; all are in the table below it."""
COVERAGE = "Dekking"


def line(gevolg: Gevolgbeeld | None) -> None:
    """The status counts before and after, the opdrachten that change, and where the line is."""
    if gevolg is None:
        return
    st.header(f"Wat doet dit met de lijn in {gevolg.jaar}?", anchor=False)
    if gevolg.toelichting:
        st.markdown(note(gevolg.toelichting))
    if not gevolg.toont_lijn:
        return
    before, after = gevolg.telling_voor, gevolg.telling_na
    with st.container(horizontal=True, gap="medium"):
        _tally(Haalbaarheid.HAALBAAR, before.haalbaar, after.haalbaar)
        _tally(Haalbaarheid.ONDER_DRUK, before.onder_druk, after.onder_druk)
        _tally(Haalbaarheid.NIET_HAALBAAR, before.niet_haalbaar, after.niet_haalbaar)
    _opdrachten(gevolg.beter, "Meer dekking", "Geen opdracht krijgt meer dekking.")
    _opdrachten(gevolg.minder, "Minder dekking", "Geen opdracht krijgt minder dekking.")
    st.markdown(note(gevolg.lijn))


def _tally(status: Haalbaarheid, before: int, after: int) -> None:
    colour, sign = STATUS[status]
    st.markdown(
        f":{colour}[{sign}] :gray[{notatie.getal(before)} →] **{notatie.getal(after)}**  \n"
        f"{note(status.value)}",
        width="content",
    )


def _opdrachten(rijen: Sequence[Dekkingsrij], title: str, none: str) -> None:
    if not rijen:
        st.markdown(note(none))
        return
    head = f"{title}: {notatie.aantal(len(rijen), 'opdracht', 'opdrachten')}"
    tables.show_table(coverage_styler(rijen[:SHOWN], head), head)
    if len(rijen) > SHOWN:
        st.markdown(note(f"En nog {notatie.getal(len(rijen) - SHOWN)}; hieronder staan ze alle."))


def coverage_styler(rijen: Sequence[Dekkingsrij], head: str) -> Styler:
    """The status after, the name, and the coverage before and after."""
    frame = pd.DataFrame(
        {
            head: [f"{_sign(r.status)}\u00a0{plain(r.naam)}" for r in rijen],
            COVERAGE: [f":gray[{r.voor} →] {r.na}" for r in rijen],
        }
    )
    return tables.styled(frame, right=[COVERAGE])


def _sign(status: Haalbaarheid | None) -> str:
    if status is None:
        return ":gray[–]"
    colour, sign = STATUS[status]
    return f":{colour}[{sign}]"


def details(gevolg: Gevolgbeeld | None) -> None:
    """Per opdrachtgever, gebied and team the granted hours, and every opdracht that changes."""
    if gevolg is None or not gevolg.tabs:
        return
    st.header(f"Toegekende uren voor en na, in {gevolg.jaar}", anchor=False)
    for place, (name, rijen) in zip(
        st.tabs([f":blue[{name}]" for name in gevolg.tabs]), gevolg.tabs.items(), strict=True
    ):
        with place:
            _hours(name, rijen)
    changed = [*gevolg.beter, *gevolg.minder]
    if len(changed) > SHOWN:
        with st.expander(f"Alle {notatie.getal(len(changed))} opdrachten die veranderen"):
            tables.show_long_table(
                tables.styled(changed_frame(changed), right=["Voor", "Na"]),
                "Opdrachten die meer of minder dekking krijgen",
                key="dekking_verschil",
                numbers=["Voor", "Na"],
            )


def _hours(name: str, rijen: Sequence[Effectrij]) -> None:
    if not any(r.verschil_uren for r in rijen):
        st.markdown("Niemand krijgt meer of minder uren.")
        return
    tables.show_table(hours_styler(name, rijen), f"Toegekende uren per {name.lower()}")


def hours_styler(name: str, rijen: Sequence[Effectrij]) -> Styler:
    """Whole hours per key; the difference blue when it is more, red when it is less."""
    frame = pd.DataFrame(
        {
            name: [plain(r.naam) for r in rijen],
            "Voor": [f":gray[{notatie.getal(r.voor_uren)}]" for r in rijen],
            "Na": [notatie.getal(r.na_uren) for r in rijen],
            "Verschil": [_change(r.verschil_uren) for r in rijen],
        }
    )
    return tables.styled(frame, right=["Voor", "Na", "Verschil"], total=True)


def _change(hours: int) -> str:
    text = notatie.getal(hours, teken=True)
    if not hours:
        return f":gray[{text}]"
    return f":blue[{text}]" if hours > 0 else f":red[{text}]"


def changed_frame(rijen: Sequence[Dekkingsrij]) -> pd.DataFrame:
    """Every opdracht that gets more or less coverage, with the words for it."""
    return pd.DataFrame(
        {
            "Opdracht": [r.naam for r in rijen],
            "Wordt": [_word(r.status) for r in rijen],
            "Voor": [r.voor for r in rijen],
            "Na": [r.na for r in rijen],
            "Wat verandert": [r.oordeel for r in rijen],
        }
    )


def _word(status: Haalbaarheid | None) -> str:
    return "– vraagt niets" if status is None else f"{STATUS[status][1]} {status.value}"
