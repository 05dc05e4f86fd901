"""The afspraken of the sturingskader on the screen: the rules, the open points, the exceptions.

Owns how they look. Must never judge a right or a rule: what a person may not do has no button, and
the service asks again when one is pressed.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.services import notatie
from sturing.services.afsprakenbeeld import (
    Afspraakgroepbeeld,
    Afspraakrij,
    Afsprakenbeeld,
    Puntbeeld,
    Wettelijkbeeld,
    Wettelijkrij,
)
from sturing.services.blik import ALLE
from sturing.ui import address, state
from sturing.ui.components import afspraak_dialogs as dialogs
from sturing.ui.components import tables
from sturing.ui.components.header import choose, section
from sturing.ui.components.texts import link, note, plain

FIRST_ROWS = 8
"""So many points stand on the screen at first; a button brings the next ones."""
DIFFERENCE = "Verschil, punten"
"""Against the plan in force; only when a scenario is looked at."""
COLUMNS = [2.0, 2.6, 3.0, 1.5, 2.1]
REASON_COLUMNS = [2.0, 2.4, 3.2, 2.1, 1.5]
HEADS = ("Waar", "Afspraak", "Nu", "Wie is aan zet?", "")
REASON_HEADS = ("Waar", "Afspraak", "Reden", "Van wie", "")
SEVERITY = {"fout": (":red", "✕"), "let op": (":orange", "▲")}


def rules(beeld: Afsprakenbeeld) -> None:
    """Every rule in its group, with how many keep to it; those that hold come at a press."""
    holding = sum(rij.punten == 0 for groep in beeld.groepen for rij in groep.rijen)
    nothing = sum(rij.punten is None for groep in beeld.groepen for rij in groep.rijen)
    shown = beeld.groepen
    if beeld.punten and holding + nothing:
        words = f"Toon ook de {notatie.aantal(holding, 'afspraak', 'afspraken')} die "
        words += "klopt" if holding == 1 else "kloppen"
        if not st.toggle(words, key="afspraken_die_kloppen"):
            shown = failing(beeld.groepen)
    frame = rules_frame(shown)
    right = [name for name in ("Klopt", DIFFERENCE) if name in frame.columns]
    tables.show_table(tables.styled(frame, right=right), "Afspraken per groep")
    if beeld.uit:
        uit = notatie.aantal(beeld.uit, "afspraak staat", "afspraken staan")
        st.markdown(note(f"{uit} uit en {'telt' if beeld.uit == 1 else 'tellen'} niet mee."))


def failing(groepen: Sequence[Afspraakgroepbeeld]) -> tuple[Afspraakgroepbeeld, ...]:
    """The groups with only the rules that have open points or exceptions."""
    kept = (
        Afspraakgroepbeeld(
            naam=groep.naam,
            rijen=tuple(
                r
                for r in groep.rijen
                if r.punten or r.uitzonderingen or r.verschil not in ("", "0")
            ),
        )
        for groep in groepen
    )
    return tuple(groep for groep in kept if groep.rijen)


def rules_frame(groepen: Sequence[Afspraakgroepbeeld]) -> pd.DataFrame:
    """One row per group and per rule of it; the cells are Markdown."""
    rows: list[tuple[str, str, str, str, str]] = []
    for groep in groepen:
        rows.append(("", f"**{plain(groep.naam)}**", "", "", ""))
        rows += [
            (badge(rij), plain(rij.titel), rij.telling, rij.verschil, plain(rij.uitzonderingen))
            for rij in groep.rijen
        ]
    frame = pd.DataFrame(
        rows, columns=["Stand", "Afspraak", "Klopt", DIFFERENCE, "Wat er niet klopt"]
    )
    return frame if any(row[3] for row in rows) else frame.drop(columns=DIFFERENCE)


def badge(rij: Afspraakrij) -> str:
    """`● klopt`, `▲ 2 punten` or `✕ 1 punt` on its tint: sign, word and colour together."""
    if rij.punten is None:
        return ":gray-badge[– geen]"
    if not rij.punten:
        return ":blue-badge[● klopt]"
    colour, sign = SEVERITY[rij.ernst]
    return f"{colour}-badge[{sign} {notatie.aantal(rij.punten, 'punt', 'punten')}]"


def points(beeld: Afsprakenbeeld) -> None:
    """The open points as a list of work, with one verb each."""
    if not beeld.punten:
        return
    number = len(beeld.punten)
    with section("1 open punt" if number == 1 else f"De {notatie.getal(number)} open punten"):
        _download(beeld.punten)
    asked = address.text_in_link(address.RULE)
    chosen = asked if asked in {keuze.sleutel for keuze in beeld.keuzes} else ALLE
    choose(
        "Afspraak",
        beeld.keuzes,
        str(chosen),
        key=state.RULE_CHOICE,
        name=address.RULE,
        before="Toon",
        width=520,
    )
    shown = [p for p in beeld.punten if chosen in (ALLE, p.afspraak)]
    if chosen != ALLE and shown:
        st.markdown(f"*‘{plain(shown[0].zin)}’* {note(f'Sturingskader, {shown[0].plek}.')}")
    elif beeld.eigen:
        one = "1 punt is van u, en staat bovenaan."
        several = f"{notatie.getal(beeld.eigen)} punten zijn van u, en staan bovenaan."
        st.markdown(note(one if beeld.eigen == 1 else several))
    _rows(f"punten_{chosen}", shown, beeld)


def exceptions(beeld: Afsprakenbeeld) -> None:
    """The points that do not count, because somebody gave a reason."""
    if not beeld.met_reden:
        return
    number = len(beeld.met_reden)
    one, several = "1 uitzondering", f"{notatie.getal(number)} uitzonderingen"
    st.header(f"{one if number == 1 else several} met een reden", anchor=False)
    _rows("met_reden", beeld.met_reden, beeld)


def _rows(name: str, punten: Sequence[Puntbeeld], beeld: Afsprakenbeeld) -> None:
    with st.container(gap="xsmall"):
        _lines(name, punten, beeld)


def _lines(name: str, punten: Sequence[Puntbeeld], beeld: Afsprakenbeeld) -> None:
    heads, widths = HEADS, COLUMNS
    if punten and punten[0].reden is not None:
        heads, widths = REASON_HEADS, REASON_COLUMNS
    for column, head in zip(st.columns(widths, gap="small"), heads, strict=True):
        column.markdown(note(head) if head else "")
    number = state.rows_shown(name, FIRST_ROWS)
    for place, punt in enumerate(punten[:number]):
        _row(f"{name}_{place}", punt, beeld)
    if len(punten) > number:
        more = min(len(punten) - number, 3 * FIRST_ROWS)
        st.button(
            link(f"Toon nog {notatie.aantal(more, 'punt', 'punten')}"),
            key=f"meer_{name}",
            type="tertiary",
            on_click=state.show_rows,
            args=(name, number + more),
        )


def _row(key: str, punt: Puntbeeld, beeld: Afsprakenbeeld) -> None:
    widths = COLUMNS if punt.reden is None else REASON_COLUMNS
    where, rule, now, who, act = st.columns(widths, gap="small", vertical_alignment="center")
    where.markdown(f"**{plain(punt.waar)}**")
    colour, sign = SEVERITY[punt.ernst]
    if punt.reden is None:
        rule.markdown(f"{colour}[{sign}]\u00a0:small[{plain(punt.titel)}]")
        now.markdown(note(punt.nu))
        who.markdown(f":small[{plain(punt.wie)}]")
    else:
        rule.markdown(f":small[{plain(punt.titel)}]")
        now.markdown(f":small[{plain(punt.reden.tekst)}]")
        who.markdown(note(punt.reden.wanneer))
    if act.button(link(verb(punt)), key=f"punt_{key}", type="tertiary"):
        dialogs.show_point(punt, beeld.conceptversie)


def verb(punt: Puntbeeld) -> str:
    """What the button of a row says."""
    if punt.reden is not None:
        return "Bekijk de reden"
    return "Leg reden vast" if punt.mag_toelichten else punt.knop


def _download(punten: Sequence[Puntbeeld]) -> None:
    """The open points that the person may take along, as a file."""
    along = [punt for punt in punten if punt.mag_mee]
    if along:
        tables.download(points_frame(along), "afspraken")


def points_frame(punten: Sequence[Puntbeeld]) -> pd.DataFrame:
    """One row per point, as plain text."""
    return pd.DataFrame(
        {
            "Waar": [p.waar for p in punten],
            "Afspraak": [p.titel for p in punten],
            "Ernst": [p.ernst for p in punten],
            "Nu": [p.nu for p in punten],
            "Wie is aan zet?": [p.wie for p in punten],
            "Wat u kunt doen": [p.herstel for p in punten],
            "Zin van het sturingskader": [p.zin for p in punten],
        }
    )


def legal(beeld: Wettelijkbeeld) -> None:
    """Legal opdrachten by hours, and whether they fit."""
    if not beeld.rijen:
        return
    number = notatie.aantal(len(beeld.rijen), "opdracht", "opdrachten")
    with st.expander(f"Wettelijk werk: {number}"):
        st.markdown(plain(beeld.zin))
        frame = legal_frame(beeld.rijen)
        numbers = dict.fromkeys(("Gevraagd, uur", "Tekort, uur"), tables.dutch)
        tables.show_long_table(
            tables.styled(frame, numbers, right=["Dekking"]),
            "Wettelijke opdrachten, de meeste gevraagde uren eerst",
            key="wettelijk_werk",
            numbers=[*numbers, "Dekking"],
            widths={"Opdrachtgever": 210},
        )
        if beeld.mag_mee:
            tables.download(frame, "wettelijk-werk")


def legal_frame(rijen: Sequence[Wettelijkrij]) -> pd.DataFrame:
    """One row per legal opdracht."""
    return pd.DataFrame(
        {
            "Opdracht": [r.naam for r in rijen],
            "Opdrachtgever": [r.opdrachtgever for r in rijen],
            "Gevraagd, uur": [r.gevraagd_uren for r in rijen],
            "Tekort, uur": [r.tekort_uren for r in rijen],
            "Dekking": [r.dekking for r in rijen],
            "Status": [r.status for r in rijen],
            "Knelpunt": [r.knelpunt for r in rijen],
        }
    )
