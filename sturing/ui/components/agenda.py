"""The gebiedsagenda on the screen: its items, one of them opened, and what has no one yet.

Owns the tables of items. What is missing has a word and a sign, never a colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.services import notatie
from sturing.services.beelden import Keuze
from sturing.services.gebiedenbeeld import Gebiedenbeeld, Onderwerp
from sturing.ui import address, navigation, state
from sturing.ui.components import tables
from sturing.ui.components.badges import STATUS
from sturing.ui.components.header import choose, close, section
from sturing.ui.components.texts import note, plain

WHOLE = 20
"""Up to so many items the agenda stands whole on the page; more scroll."""
MISSING = "Ontbreekt"


def agenda(beeld: Gebiedenbeeld) -> None:
    """The items of the chosen area, with the way to open one."""
    with section(beeld.agenda_titel):
        if beeld.makelaar:
            st.markdown(note(beeld.makelaar), width="content")
        if beeld.agenda:
            _choose_item(beeld)
            if beeld.mag_agenda_exporteren:
                tables.download(agenda_frame(beeld.agenda), "gebiedsagenda")
    if not beeld.agenda:
        st.markdown(
            note(
                "Er staat nog niets op deze gebiedsagenda. Vul het blad Gebiedsagenda in en lever "
                "het bij Gegevens."
            )
        )
        if st.button("Naar Gegevens", key="agenda_naar_gegevens"):
            navigation.go("gegevens")
        return
    if beeld.open:
        _opened(beeld.open)
    _items(beeld)


def _choose_item(beeld: Gebiedenbeeld) -> None:
    keuzes = [Keuze(sleutel="", naam="Open een onderwerp")]
    for punt in beeld.agenda:
        naam = f"{punt.naam} ({punt.gebied_naam})" if beeld.meer_gebieden else punt.naam
        keuzes.append(Keuze(sleutel=punt.sleutel, naam=naam))
    choose(
        "Onderwerp op de gebiedsagenda",
        keuzes,
        beeld.open.sleutel if beeld.open else "",
        key=state.ITEM_CHOICE,
        name=address.ITEM,
        width=280,
    )


def _items(beeld: Gebiedenbeeld) -> None:
    if len(beeld.agenda) > WHOLE:
        frame = agenda_frame(beeld.agenda)
        right = ("Gevraagd", "Toegekend", "Dekking")
        tables.show_long_table(
            tables.styled(frame, right=right), beeld.agenda_titel, key="agenda", numbers=right
        )
        return
    frame = pd.DataFrame(
        {
            "Vraagstuk of kans": [_subject(punt, beeld) for punt in beeld.agenda],
            "Wat doet de gemeente?": [plain(punt.gemeente) for punt in beeld.agenda],
            "Wat doen partners?": [plain(punt.partners) for punt in beeld.agenda],
            "Opdracht en opdrachtgever": [
                f"{_marked(punt)} {_client(punt)}" for punt in beeld.agenda
            ],
            "Dekking": [_coverage(punt) for punt in beeld.agenda],
        }
    )
    tables.show_table(tables.styled(frame, right=["Dekking"]), beeld.agenda_titel)
    st.markdown(
        note(
            "Dekking: toegekend van de uren die voor dit gebied zijn gevraagd. ● haalbaar, ▲ onder "
            "druk, ✕ niet haalbaar, ○ nog geen opdracht, ‖ vraagt nu geen uren."
        )
    )


def _subject(punt: Onderwerp, beeld: Gebiedenbeeld) -> str:
    """The vraagstuk, with its area where that is another than the chosen one."""
    name = plain(punt.naam)
    return name if punt.gebied == beeld.gekozen else f"{name} :gray[{plain(punt.gebied_naam)}]"


def _marked(punt: Onderwerp) -> str:
    """The opdracht with its sign; what has none with a dashed circle."""
    if "opdracht" in punt.mist:
        return f":gray[○\u00a0{plain(punt.opdracht)}]"
    if punt.status is None:
        return f":gray[‖]\u00a0{plain(punt.opdracht)}" if punt.zichtbaar else plain(punt.opdracht)
    colour, sign = STATUS[punt.status]
    return f":{colour}[{sign}]\u00a0{plain(punt.opdracht)}"


def _client(punt: Onderwerp) -> str:
    """Who steers it; that nobody does is said in words."""
    if "opdrachtgever" in punt.mist:
        return f":red[{MISSING}: opdrachtgever]"
    if not punt.zichtbaar:
        return ""
    delegated = ", gedelegeerd" if punt.gedelegeerd else ""
    return f":gray[{plain(punt.opdrachtgever)}{delegated}]"


def _coverage(punt: Onderwerp) -> str:
    """`66% van 4.330 uur`; without asked hours an en dash."""
    if punt.gevraagd == notatie.ONBEKEND:
        return notatie.ONBEKEND
    return f"{punt.dekking} van {punt.gevraagd} uur".replace(" ", notatie.VAST)


def _hours(punt: Onderwerp) -> str:
    if punt.gevraagd == notatie.ONBEKEND:
        return notatie.ONBEKEND
    return f"{punt.toegekend} van {punt.gevraagd}"


def agenda_frame(punten: Sequence[Onderwerp]) -> pd.DataFrame:
    """Everything that is known of each item, as texts."""
    return pd.DataFrame(
        {
            "Gebied": [p.gebied_naam for p in punten],
            "Vraagstuk of kans": [p.vraagstuk for p in punten],
            "Soort": [p.soort for p in punten],
            "Initiatief": [p.initiatief for p in punten],
            "Wat doet de gemeente?": [p.gemeente for p in punten],
            "Wat doen partners?": [p.partners for p in punten],
            "Overstijgend": ["ja" if p.overstijgend else "nee" for p in punten],
            "Opdracht": [p.opdracht for p in punten],
            "Stand": [p.stand for p in punten],
            "Opdrachtgever": [p.opdrachtgever for p in punten],
            "Gevraagd": [p.gevraagd for p in punten],
            "Toegekend": [p.toegekend for p in punten],
            "Dekking": [p.dekking for p in punten],
            MISSING: [", ".join(p.mist) for p in punten],
        }
    )


def _opened(punt: Onderwerp) -> None:
    """One item with everything about it, and where one goes on."""
    with st.container(border=True):
        st.subheader(plain(punt.naam), anchor=False)
        left, right = st.columns(2, gap="large")
        with left:
            _facts(
                ("Gebied", punt.gebied_naam),
                ("Soort", punt.soort),
                ("Initiatief", punt.initiatief),
                ("Gemeente", punt.gemeente),
                ("Partners", punt.partners),
                ("Overstijgend", "ja" if punt.overstijgend else "nee"),
            )
        with right:
            _facts(
                ("Opdracht", punt.opdracht),
                ("Stand", punt.stand),
                ("Plaats", punt.plaats),
                ("Opdrachtgever", punt.opdrachtgever),
                ("Gedelegeerd aan", punt.gedelegeerd or notatie.ONBEKEND),
                ("Uren voor dit gebied", _hours(punt)),
                ("Dekking", punt.dekking),
                ("Knelpunt", punt.knelpunt or notatie.ONBEKEND),
            )
        if punt.mist:
            st.markdown(f":red[✕] Ontbreekt: {plain(notatie.opsomming(punt.mist))}.")
        _ways(punt)


def _facts(*facts: tuple[str, str]) -> None:
    st.markdown("  \n".join(f":gray[{plain(name)}] {plain(value)}" for name, value in facts))


def _ways(punt: Onderwerp) -> None:
    with st.container(horizontal=True):
        if punt.waarom and st.button("Waarom? Bekijk op het bord", key="onderwerp_waarom"):
            navigation.go("prioriteiten", parameters={address.OPENED: punt.waarom})
        if punt.persoon and st.button("Bekijk de opdrachtgever", key="onderwerp_opdrachtgever"):
            navigation.go("opdrachtgever", parameters={address.CLIENT: punt.persoon})
        if "opdracht" in punt.mist and st.button("Naar Gegevens", key="onderwerp_gegevens"):
            navigation.go("gegevens")
        close("onderwerp_sluit", address.ITEM)


def missing(beeld: Gebiedenbeeld) -> None:
    """By name: which items have no opdracht, opdrachtgever or hours."""
    with section("Wat heeft nog niemand, of nog geen uren?"):
        pass
    punten = beeld.mist_iets
    if punten:
        frame = pd.DataFrame(
            {
                "Gebied": [plain(p.gebied_naam) for p in punten],
                "Onderwerp": [plain(p.naam) for p in punten],
                MISSING: [f":red[✕]\u00a0{plain(notatie.opsomming(p.mist))}" for p in punten],
                "Stand": [plain(p.stand) for p in punten],
                "Wat doen partners?": [plain(p.partners) for p in punten],
            }
        )
        tables.show_table(frame, "Onderwerpen zonder opdracht, opdrachtgever of uren")
    elif not beeld.verborgen:
        st.markdown(note("Elk onderwerp heeft een opdracht, een opdrachtgever en uren."))
    if beeld.verborgen:
        words = notatie.aantal(beeld.verborgen, "onderwerp", "onderwerpen")
        st.markdown(note(f"Van {words} mag u de opdracht niet zien; die staan hier niet bij."))
