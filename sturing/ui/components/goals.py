"""The doelen on the screen Programma's en doelen: the table, one doel opened, and what is loose.

Owns the tables. A doel is a sum and has no status: whether there is enough stands in words.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.services import notatie
from sturing.services.beelden import Keuze
from sturing.services.programmasbeeld import Doelopdracht, Doelopen, Doelrij, Programmasbeeld
from sturing.ui import address, navigation, state
from sturing.ui.components import tables, texts
from sturing.ui.components.badges import STATUS
from sturing.ui.components.header import choose, close, section
from sturing.ui.components.texts import note, plain
from sturing.ui.theme import Theme

GOAL = "Doel"
VERDICT = "Genoeg?"
COVERAGE = "Dekking"
DIFFERENCE = "Verschil uur"
ASKED_HOURS = "Uur gevraagd"
GRANTED_HOURS = "Uur toegekend"
ASKED_MONEY = "€ gevraagd"
GRANTED_MONEY = "€ toegekend"
NUMBERS = ("Opdrachten", ASKED_HOURS, GRANTED_HOURS, ASKED_MONEY, GRANTED_MONEY)
WIDTHS = {
    GOAL: 248,
    VERDICT: 138,
    "Opdrachten": 74,
    ASKED_HOURS: 80,
    GRANTED_HOURS: 88,
    DIFFERENCE: 80,
    COVERAGE: 74,
    ASKED_MONEY: 68,
    GRANTED_MONEY: 74,
}
"""Pixels: together what a small laptop has."""
IN_SIGHT = 12


def goals(beeld: Programmasbeeld, theme: Theme) -> str | None:
    """Every doel with hours and money; gives the doel of the row that was just chosen."""
    with section("Doelen van college en raad"):
        if beeld.doelen:
            _choose_goal(beeld)
            if beeld.mag_exporteren:
                tables.download(goals_frame(beeld.doelen, is_plan=beeld.is_plan), "doelen")
    if beeld.bereik:
        st.markdown(note(beeld.bereik))
    if not beeld.doelen:
        st.markdown(note("Er zijn nog geen doelen. Vul het blad Doelen in en lever het."))
        if st.button("Naar Gegevens", key="doelen_naar_gegevens"):
            navigation.go("gegevens")
        return None
    opened = beeld.open.doel if beeld.open else ""
    row = tables.show_long_table(
        goals_styler(beeld.doelen, opened, theme, is_plan=beeld.is_plan),
        "Per doel: of er genoeg is, opdrachten, uren en geld",
        key=f"doelen_{opened}",
        numbers=NUMBERS if beeld.is_plan else (*NUMBERS, DIFFERENCE),
        widths={k: w for k, w in WIDTHS.items() if k != DIFFERENCE or not beeld.is_plan},
        bars=[COVERAGE],
        choose=True,
        in_sight=IN_SIGHT,
    )
    st.markdown(
        note(
            "Geld in duizenden euro's. Genoeg: ten minste 95% van de gevraagde uren en van het "
            "gevraagde geld. Doelen waar iets ontbreekt staan bovenaan. Kies een rij voor de "
            "opdrachten die het doel dienen."
        )
    )
    if not beeld.is_plan:
        st.markdown(note(texts.DIFFERENCE))
    return beeld.doelen[row].doel if row is not None else None


def _choose_goal(beeld: Programmasbeeld) -> None:
    choose(
        "Doel",
        (Keuze(sleutel="", naam="Open een doel"), *beeld.doel_keuzes),
        beeld.open.doel if beeld.open else "",
        key=state.GOAL_CHOICE,
        name=address.GOAL,
        width=280,
    )


def goals_frame(rijen: Sequence[Doelrij], *, is_plan: bool) -> pd.DataFrame:
    """One row per doel; whole hours and thousands of euros, unknown is empty."""
    columns: dict[str, object] = {
        GOAL: [r.naam for r in rijen],
        VERDICT: [_verdict(r) for r in rijen],
        "Opdrachten": [r.opdrachten for r in rijen],
        ASKED_HOURS: [r.gevraagd_uren for r in rijen],
        GRANTED_HOURS: [r.toegekend_uren for r in rijen],
        DIFFERENCE: [r.verschil_uren for r in rijen],
        COVERAGE: pd.array([r.dekking_pct for r in rijen], dtype="Int64"),
        ASKED_MONEY: [r.gevraagd_dzd for r in rijen],
        GRANTED_MONEY: [r.toegekend_dzd for r in rijen],
        "Bron": [r.bron for r in rijen],
    }
    if is_plan:
        del columns[DIFFERENCE]
    return pd.DataFrame(columns)


def _verdict(rij: Doelrij) -> str:
    if not rij.oordeel:
        return ""
    return f"✕ {rij.oordeel}" if rij.mis else f"● {rij.oordeel}"


def goals_styler(rijen: Sequence[Doelrij], opened: str, theme: Theme, *, is_plan: bool) -> Styler:
    """Dutch numbers; the opened doel on its tint, the sum bold."""
    # Beside a scenario the difference takes the room of a column on a small laptop.
    left_out = ["Bron"] if is_plan else ["Bron", "Opdrachten"]
    frame = goals_frame(rijen, is_plan=is_plan).drop(columns=left_out)
    styles = pd.DataFrame("", index=frame.index, columns=frame.columns)
    for place, rij in enumerate(rijen):
        if opened and rij.doel == opened:
            styles.iloc[place] = f"background-color: {theme.hover}"
    formats = {name: tables.dutch for name in NUMBERS if name in frame}
    if not is_plan:
        formats[DIFFERENCE] = tables.signed
    return tables.styled(frame, formats, total=True).apply(lambda _: styles, axis=None)


def opened_goal(open_: Doelopen | None, *, export: bool) -> None:
    """The opdrachten that serve the doel that is opened."""
    if open_ is None:
        return
    with section(open_.naam):
        if open_.opdrachten and export:
            tables.download(opdrachten_frame(open_.opdrachten), "doelopdrachten")
        close("doel_sluit", address.GOAL)
    st.markdown(note(open_.bijschrift))
    if open_.opdrachten:
        frame = pd.DataFrame(
            {
                "Plaats": [notatie.getal(o.plaats) for o in open_.opdrachten],
                "Opdracht": [_marked(o) for o in open_.opdrachten],
                "Uren": [_of(o.toegekend, o.gevraagd) for o in open_.opdrachten],
                COVERAGE: [o.dekking for o in open_.opdrachten],
                "Geld": [_of(o.geld_toegekend, o.geld_gevraagd) for o in open_.opdrachten],
                "Opdrachtgever": [plain(o.opdrachtgever) for o in open_.opdrachten],
            }
        )
        tables.show_table(
            tables.styled(frame, right=["Plaats", "Uren", COVERAGE, "Geld"]),
            f"Opdrachten die dit doel dienen: {open_.naam}",
        )
        st.markdown(
            note(
                "Uren en geld: toegekend van wat is gevraagd. ● haalbaar, ▲ onder druk, ✕ niet "
                "haalbaar, ‖ vraagt nu niets."
            )
        )
    elif not open_.verborgen:
        st.markdown(
            note(
                "Nog geen opdracht dient dit doel. Noem het doel bij een opdracht op het blad "
                "Opdrachten, of leg het voor aan de strategisch manager."
            )
        )
    if open_.verborgen:
        words = notatie.aantal(open_.verborgen, "opdracht", "opdrachten")
        st.markdown(note(f"En {words} die u niet mag zien; hun uren en geld tellen wel mee."))
    if open_.opdrachten and st.button("Bekijk de volgorde op het bord", key="doel_naar_bord"):
        navigation.go("prioriteiten")


def _of(granted: str, asked: str) -> str:
    """`72 van 100`; nothing asked is an en dash."""
    return asked if asked == notatie.ONBEKEND else f"{granted} van {asked}"


def opdrachten_frame(opdrachten: Sequence[Doelopdracht]) -> pd.DataFrame:
    """One row per opdracht in order of place, as texts; `–` is unknown."""
    return pd.DataFrame(
        {
            "Plaats": [notatie.getal(o.plaats) for o in opdrachten],
            "Opdracht": [o.naam for o in opdrachten],
            "Stand": [o.stand for o in opdrachten],
            "Opdrachtgever": [o.opdrachtgever for o in opdrachten],
            "Gevraagd": [o.gevraagd for o in opdrachten],
            "Toegekend": [o.toegekend for o in opdrachten],
            COVERAGE: [o.dekking for o in opdrachten],
            "Geld gevraagd": [o.geld_gevraagd for o in opdrachten],
            "Geld toegekend": [o.geld_toegekend for o in opdrachten],
        }
    )


def _marked(opdracht: Doelopdracht) -> str:
    if opdracht.status is None:
        return f":gray[‖]\u00a0{plain(opdracht.naam)} :gray[({plain(opdracht.stand)})]"
    colour, sign = STATUS[opdracht.status]
    return f":{colour}[{sign}]\u00a0{plain(opdracht.naam)}"


def loose(beeld: Programmasbeeld) -> None:
    """Doelen without work beside work without a doel."""
    left, right = st.columns(2, gap="large")
    if beeld.alles:
        with left:
            with section("Doelen zonder werk"):
                pass
            for naam in beeld.doelen_zonder_werk:
                st.markdown(f":red[✕] {plain(naam)}")
            if not beeld.doelen_zonder_werk:
                st.markdown(note("Elk doel heeft een opdracht die nu uren of geld vraagt."))
    with right if beeld.alles else left:
        with section("Werk zonder doel"):
            if beeld.zonder_doel and beeld.mag_exporteren:
                tables.download(loose_frame(beeld), "werk_zonder_doel")
        if not beeld.zonder_doel:
            st.markdown(
                note(
                    "Elke opdracht van de strategische agenda en de programmabegroting noemt een "
                    "doel."
                )
            )
            return
        frame = loose_frame(beeld)
        texts = [name for name in frame.columns if name != ASKED_HOURS]
        frame[texts] = frame[texts].map(plain)
        frame["Stand"] = frame["Stand"].str.replace(" ", "\u00a0")
        tables.show_table(tables.styled(frame, right=[ASKED_HOURS]), "Werk zonder doel")


def loose_frame(beeld: Programmasbeeld) -> pd.DataFrame:
    """One row per opdracht without a doel."""
    return pd.DataFrame(
        {
            "Opdracht": [r.naam for r in beeld.zonder_doel],
            "Soort werk": [r.soort_werk for r in beeld.zonder_doel],
            "Opdrachtgever": [r.opdrachtgever for r in beeld.zonder_doel],
            "Stand": [r.stand for r in beeld.zonder_doel],
            ASKED_HOURS: [r.gevraagd for r in beeld.zonder_doel],
        }
    )
