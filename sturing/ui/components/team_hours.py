"""The hours of one team: from fte to net, its months, planned and spent, and its opdrachten."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.services import notatie
from sturing.services.teambeeld import Besteedrij, Ketenbeeld, Ketenstap, Teamblad, Werkrij
from sturing.ui import address, navigation
from sturing.ui.charts.maandgrafiek import maandgrafiek
from sturing.ui.charts.urenbalken import Balk, urenbalken, urenzin
from sturing.ui.charts.urenketen import urenketen
from sturing.ui.components import overview, tables
from sturing.ui.components.badges import STATUS
from sturing.ui.components.header import section
from sturing.ui.components.pictures import picture_or_table
from sturing.ui.components.texts import DIFFERENCE, note
from sturing.ui.theme import Theme

WORK_ALT = "De opdrachten waarvoor van dit team uren gevraagd zijn"
WORK_NUMBERS = ("Plaats", "Gevraagd", "Toegekend", "Dekking", "Verschil")
WORK_WIDTHS = {"Plaats": 52, "Opdracht": 250, "Status": 116, "Rol": 96}
IN_SIGHT = 12
NO_FTE = (
    "Dit team heeft geen eigen fte in deze periode. Werken er mensen uit andere teams, dan staan "
    "hun uren bij die teams. Heeft het wel eigen mensen, vul dan bij Gegevens het blad Capaciteit."
)
MOST = 10
"""So many opdrachten in the picture of planned and spent; the table has all."""


def chain(beeld: Teamblad, theme: Theme) -> None:
    """From fte to net hours, as a picture or as a table."""
    if beeld.keten is None:
        st.header("Van fte naar netto uren", anchor=False)
        st.markdown(note(beeld.klein))
        return
    stappen = beeld.keten.stappen
    if not stappen[0].uren:
        st.header("Van fte naar netto uren", anchor=False)
        st.markdown(note(NO_FTE))
        return
    chosen = picture_or_table(
        "Van fte naar netto uren",
        "keten",
        lambda: urenketen(stappen, theme),
        chain_frame(stappen),
        f"Van bruto naar netto uren: {_chain_words(beeld.keten)}",
        meaning="Bruto zijn de uren op werkdagen van wie er werkt, ingehuurd of in dienst. Eraf "
        "gaan verlof, verzuim en indirecte tijd volgens de norm, en de ruimte om te leren. Netto "
        "is wat over opdrachten verdeeld wordt. Vacatureruimte is formatie min bezetting. "
        "Kies een stap om de hele berekening van dit team te zien.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
    )
    if chosen is not None:
        navigation.go("uitleg", team=beeld.team)
    st.markdown(note(beeld.keten.fte))


def _chain_words(keten: Ketenbeeld) -> str:
    return ", ".join(
        f"{s.naam} {'min ' if s.af else ''}{notatie.getal(s.uren)} uur" for s in keten.stappen
    )


def chain_frame(stappen: Sequence[Ketenstap]) -> pd.DataFrame:
    """One row per step; what goes off has a minus."""
    return pd.DataFrame(
        {
            "Stap": [s.naam for s in stappen],
            "Uren": [-s.uren if s.af else s.uren for s in stappen],
            "Wat is dit?": [s.uitleg for s in stappen],
        }
    )


def months(beeld: Teamblad, theme: Theme) -> None:
    """Asked against available of the team per month."""
    if not any(m.aanbod_honderdste or m.gevraagd_honderdste for m in beeld.maanden):
        return
    tekort = [m for m in beeld.maanden if m.tekort_honderdste]
    words = (
        f"In {notatie.aantal(len(tekort), 'maand', 'maanden')} is er een tekort"
        if tekort
        else "In geen maand is er een tekort"
    )
    chosen = picture_or_table(
        "Gevraagd per maand, in uren",
        "team_maanden",
        lambda: maandgrafiek(beeld.maanden, theme),
        overview.months_frame(beeld.maanden),
        f"Gevraagd en beschikbaar per maand, in uren. {words}.",
        meaning="Beschikbaar zijn de netto uren van dit team. Toegekend is wat opdrachten daarvan "
        "krijgen, op volgorde. Tekort is wat zij van dit team vragen en niet krijgen. "
        "Kies een maand om op het bord te zien welke opdrachten dit team vragen.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
    )
    if chosen is not None:
        navigation.go("prioriteiten", team=beeld.team)


def spent(beeld: Teamblad, theme: Theme) -> None:
    """Planned and spent with the forecast: the largest differences as a picture, all as a table."""
    besteed = beeld.besteed
    title = f"Gepland en besteed in {besteed.jaar}"
    if besteed.totaal is None:
        st.header(title, anchor=False)
        st.markdown(note(besteed.zin))
        return
    balken = [_spent_bar(rij) for rij in besteed.rijen[:MOST]]
    chosen = picture_or_table(
        f"{title}, in uren",
        "besteed",
        lambda: urenbalken(balken, "verschil", theme),
        spent_frame((*besteed.rijen, besteed.totaal)),
        f"Per opdracht gepland, besteed en verwacht in {besteed.jaar}: {urenzin(balken)}",
        meaning="Verwacht is wat besteed is, plus wat er voor de maanden daarna gepland staat. "
        "Werk zonder planning loopt door zoals het liep: dezelfde uren per werkdag, als er de "
        "laatste drie maanden nog op geschreven is. Kies een opdracht om op het bord te zien "
        "waarom.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
    )
    opdracht = (*besteed.rijen, besteed.totaal)[chosen].opdracht if chosen is not None else None
    if opdracht:
        navigation.go("prioriteiten", parameters={address.OPENED: opdracht})
    st.markdown(note(besteed.zin))
    st.markdown(
        note(
            "Lichte balk: gepland, heel jaar. Volle balk: besteed. Streep: verwacht. Rechts: "
            "verwacht min gepland; het grootste verschil staat bovenaan."
        )
    )


def _spent_bar(rij: Besteedrij) -> Balk:
    return Balk(
        naam=rij.naam,
        spoor=rij.gepland_uren,
        balk=rij.besteed_uren,
        streep=rij.verwacht_uren,
        rechts=notatie.getal(rij.verschil_uren, teken=True),
        toelichting=f"{rij.naam}: {notatie.getal(rij.besteed_uren)} besteed, "
        f"{notatie.getal(rij.verwacht_uren)} verwacht, {notatie.getal(rij.gepland_uren)} uur "
        "gepland",
    )


def spent_frame(rijen: Sequence[Besteedrij]) -> pd.DataFrame:
    """One row per opdracht and their sum, whole hours."""
    return pd.DataFrame(
        {
            "Opdracht": [r.naam for r in rijen],
            "Gepland, heel jaar": [r.gepland_uren for r in rijen],
            "Gepland tot nu": [r.gepland_tot_uren for r in rijen],
            "Besteed": [r.besteed_uren for r in rijen],
            "Verwacht, heel jaar": [r.verwacht_uren for r in rijen],
            "Verschil": [r.verschil_uren for r in rijen],
        }
    )


def work(beeld: Teamblad) -> None:
    """The opdrachten of the team with their coverage, in the order of the board."""
    with section("Opdrachten van dit team"):
        if beeld.werk and beeld.mag_exporteren:
            tables.download(work_frame(beeld), "team_opdrachten")
    if not beeld.werk:
        none = "Van dit team zijn geen uren gevraagd. Vul bij Gegevens het blad Inzet."
        st.markdown(note(beeld.klein or none))
        return
    tables.show_long_table(
        work_styler(beeld),
        WORK_ALT,
        key=f"werk_{beeld.team}",
        numbers=[name for name in WORK_NUMBERS if name != "Verschil" or not beeld.is_plan],
        widths=WORK_WIDTHS,
        in_sight=IN_SIGHT,
    )
    st.markdown(
        note(
            f"{beeld.werk_zin} Uren van dit team in {beeld.jaar}; de status geldt de hele opdracht."
        )
    )
    if not beeld.is_plan:
        st.markdown(note(DIFFERENCE))


def work_frame(beeld: Teamblad) -> pd.DataFrame:
    """One row per opdracht by place; Verschil only beside a scenario."""
    rijen = beeld.werk
    frame = pd.DataFrame(
        {
            "Plaats": pd.array([r.plaats for r in rijen], dtype="Int64"),
            "Opdracht": [r.naam for r in rijen],
            "Status": [_status(r) for r in rijen],
            "Gevraagd": [r.gevraagd_uren for r in rijen],
            "Toegekend": [r.toegekend_uren for r in rijen],
            "Dekking": pd.array([r.dekking_pct for r in rijen], dtype="Int64"),
        }
    )
    if not beeld.is_plan:
        frame["Verschil"] = pd.array([r.verschil_uren for r in rijen], dtype="Int64")
    frame["Rol"] = ["voert uit" if r.eigen else "helpt mee" for r in rijen]
    return frame


def _status(rij: Werkrij) -> str:
    return notatie.ONBEKEND if rij.status is None else f"{STATUS[rij.status][1]} {rij.status.value}"


def work_styler(beeld: Teamblad) -> Styler:
    """Dutch numbers."""
    frame = work_frame(beeld)
    names = [name for name in WORK_NUMBERS if name in frame]
    formats = dict.fromkeys(names, tables.dutch) | {"Dekking": tables.percent}
    if "Verschil" in frame:
        formats["Verschil"] = tables.signed
    return tables.styled(frame, formats)
