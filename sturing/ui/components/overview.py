"""The pictures and lists of the overview, each with its table and its download beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.domain.normen import HAALBAAR_VANAF_PCT, ONDER_DRUK_VANAF_PCT
from sturing.services import notatie
from sturing.services.beelden import Effectrij, Maandbeeld, Opdrachtmelding, Telling, Warmterij
from sturing.services.overzichtbeeld import Geldregel, Overzichtbeeld
from sturing.ui import address, navigation, state
from sturing.ui.charts.halters import halters
from sturing.ui.charts.maandgrafiek import maandgrafiek
from sturing.ui.charts.statusbalk import statusbalk
from sturing.ui.charts.warmtekaart import warmtekaart
from sturing.ui.components import tables
from sturing.ui.components.month import month, opened_month
from sturing.ui.components.pictures import picture_or_table
from sturing.ui.components.texts import link, note, plain
from sturing.ui.theme import Theme

TOP_TEAMS = 10
"""So many teams in the heat map; the others are one line, and all are in the table."""
MOST_NAMES = 15
"""So many opdrachten are named that are not haalbaar, the lowest coverage first."""


def months(beeld: Overzichtbeeld, theme: Theme) -> None:
    """Asked against available per month, as a picture or as a table."""
    opened = opened_month(beeld)
    chosen = picture_or_table(
        "Gevraagd en beschikbaar per maand, in uren",
        "maanden",
        lambda: maandgrafiek(beeld.maanden, theme),
        months_frame(beeld.maanden),
        beeld.zinnen.maanden,
        meaning="Beschikbaar zijn de netto uren van de teams. Toegekend is wat opdrachten "
        "daarvan krijgen, op volgorde. Tekort is wat zij vragen en niet krijgen. Toegekend en "
        "tekort zijn samen gevraagd. Kies een maand om de teams in die maand te zien.",
        choose=True,
        picked=True,
        shown="" if opened is None else f"_{opened}",
        export=beeld.mag_exporteren,
    )
    # A row stays chosen: the month that is open already must not draw the page again and again.
    if chosen is not None and chosen != opened:
        address.put(address.MONTH, str(beeld.maanden[chosen].maand))
        st.rerun()
    month(beeld, opened)


def months_frame(maanden: Sequence[Maandbeeld]) -> pd.DataFrame:
    """One row per month, whole hours."""
    return pd.DataFrame(
        {
            "Maand": [notatie.maand_lang(m.maand) for m in maanden],
            "Beschikbaar": [notatie.uren_heel(m.aanbod_honderdste) for m in maanden],
            "Gevraagd": [notatie.uren_heel(m.gevraagd_honderdste) for m in maanden],
            "Toegekend": [notatie.uren_heel(m.toegekend_honderdste) for m in maanden],
            "Tekort": [notatie.uren_heel(m.tekort_honderdste) for m in maanden],
        }
    )


def heat(beeld: Overzichtbeeld, theme: Theme) -> None:
    """Teams with the largest shortage by month; a cell and a row of the table lead to that team."""
    rijen, labels = beeld.warmte, [m.label for m in beeld.maanden]
    chosen = picture_or_table(
        "Gevraagd als % van beschikbaar, per team",
        "warmte",
        lambda: warmtekaart(rijen[:TOP_TEAMS], labels, theme),
        heat_frame(rijen, labels),
        beeld.zinnen.warmte,
        meaning="Per team en maand: de gevraagde uren als percentage van de beschikbare. Een "
        "streepje is een maand zonder beschikbare uren. Achteraan staan de uren tekort in deze "
        "periode. Kies een vak om dat team op het bord te bekijken.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
    )
    if state.shown_as_table("warmte"):
        if chosen is None:
            st.markdown(note("Kies een rij om dat team op het bord te bekijken."))
        elif st.button(link(f"Bekijk {rijen[chosen].naam} op het bord"), type="tertiary"):
            navigation.go("prioriteiten", team=rijen[chosen].team)
    elif chosen is not None:
        navigation.go("prioriteiten", team=rijen[chosen].team)
    elif len(rijen) > TOP_TEAMS:
        rest = notatie.aantal(len(rijen) - TOP_TEAMS, "ander team", "andere teams")
        st.markdown(note(f"En {rest}, met minder tekort. Kies Tabel voor alle teams."))
    if beeld.warmte_noot:
        st.markdown(note(beeld.warmte_noot))


def differences(beeld: Overzichtbeeld, theme: Theme) -> None:
    """Who gets other hours in the scenario than in the plan in force; nothing without one."""
    rijen = beeld.verschillen
    if not rijen:
        return
    chosen = picture_or_table(
        "Toegekend per opdrachtgever, nu en in dit scenario, in uren",
        "verschillen",
        # So many others together are as long as all of these, which would then all be a dot.
        lambda: halters([rij for rij in rijen if not rij.rest], theme),
        differences_frame(rijen),
        beeld.zinnen.verschillen,
        meaning="Het streepje is het plan van nu, de stip is dit scenario. Alleen wie andere uren "
        "krijgt, staat erbij. Kies een opdrachtgever om de opdrachten te zien.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
    )
    rest = next((rij for rij in rijen if rij.rest), None)
    if rest is not None and not state.shown_as_table("verschillen"):
        hours = notatie.getal(rest.verschil_uren, teken=True)
        st.markdown(note(f"En {rest.naam} opdrachtgevers: samen {hours} uur."))
    if chosen is not None and rijen[chosen].sleutel:
        navigation.go("opdrachtgever", parameters={address.CLIENT: rijen[chosen].sleutel})


def differences_frame(rijen: Sequence[Effectrij]) -> pd.DataFrame:
    """One row per opdrachtgever, whole hours."""
    return pd.DataFrame(
        {
            "Opdrachtgever": [r.naam for r in rijen],
            "Nu": [r.voor_uren for r in rijen],
            "Scenario": [r.na_uren for r in rijen],
            "Verschil": [r.verschil_uren for r in rijen],
        }
    )


def heat_frame(rijen: Sequence[Warmterij], labels: Sequence[str]) -> pd.DataFrame:
    """One row per team: percentages per month (unknown is empty) and hours short."""
    columns: dict[str, list[object]] = {"Team": [r.naam for r in rijen]}
    for i, label in enumerate(labels):
        columns[label] = [r.cellen[i].pct for r in rijen]
    columns["Tekort, uur"] = [r.tekort_uren for r in rijen]
    return pd.DataFrame(columns)


def status(beeld: Overzichtbeeld, theme: Theme) -> None:
    """How many opdrachten are haalbaar, and by name those that are not."""
    telling = beeld.telling
    words = (
        f"{notatie.getal(telling.haalbaar)} haalbaar, {notatie.getal(telling.onder_druk)} onder "
        f"druk, {notatie.getal(telling.niet_haalbaar)} niet haalbaar"
    )
    chosen = picture_or_table(
        f"{notatie.getal(beeld.aantal_opdrachten)} opdrachten naar status",
        "status",
        lambda: statusbalk(telling, theme),
        status_frame(telling),
        words,
        meaning=f"Haalbaar: {HAALBAAR_VANAF_PCT}% of meer van wat gevraagd is. Onder druk: "
        f"{ONDER_DRUK_VANAF_PCT}% tot {HAALBAAR_VANAF_PCT}%. Niet haalbaar: minder dan "
        f"{ONDER_DRUK_VANAF_PCT}%. Opdrachten die niets vragen of op de parkeerplaats staan, "
        "hebben geen status. Kies een deel om alle opdrachten op volgorde te zien.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
    )
    with st.container(horizontal=True, horizontal_alignment="distribute", gap="xsmall"):
        for sign, number, word in (
            (":blue[●]", telling.haalbaar, "haalbaar"),
            (":orange[▲]", telling.onder_druk, "onder druk"),
            (":red[✕]", telling.niet_haalbaar, "niet haalbaar"),
        ):
            st.markdown(f":small[{sign} **{notatie.getal(number)}** {word}]", width="content")
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="xsmall",
    ):
        if beeld.lijn:
            st.markdown(note(f"Tot en met plaats {beeld.lijn} is alles haalbaar."), width="content")
        to_order = st.button(link("Bekijk de volgorde"), key="naar_bord", type="tertiary")
    if to_order or chosen is not None:
        navigation.go("prioriteiten")
    unseen = telling.niet_haalbaar - len(beeld.niet_haalbaar)
    if beeld.niet_haalbaar:
        shown = beeld.niet_haalbaar[:MOST_NAMES]
        tables.show_table(not_feasible(shown), "Opdrachten die niet haalbaar zijn")
        if rest := len(beeld.niet_haalbaar) - len(shown):
            wat = notatie.aantal(rest, "andere opdracht", "andere opdrachten")
            st.markdown(note(f"En {wat}, met een hogere dekking."))
    if unseen:
        valt = notatie.aantal(unseen, "opdracht valt", "opdrachten vallen")
        st.markdown(note(f"{valt} buiten uw rol: die staan hier niet bij naam."))


def status_frame(telling: Telling) -> pd.DataFrame:
    """One row per status, in the order of the picture, then what has none."""
    return pd.DataFrame(
        {
            "Status": [
                "● haalbaar",
                "▲ onder druk",
                "✕ niet haalbaar",
                "– vraagt niets",
                "– parkeerplaats",
            ],
            "Opdrachten": [
                telling.haalbaar,
                telling.onder_druk,
                telling.niet_haalbaar,
                telling.zonder_vraag,
                telling.geparkeerd,
            ],
        }
    )


def not_feasible(meldingen: Sequence[Opdrachtmelding]) -> Styler:
    """By name: the binding team and the coverage."""
    frame = pd.DataFrame(
        {
            "Niet haalbaar": [f":red[✕]\u00a0{plain(m.naam)}" for m in meldingen],
            "Knelpunt": [plain(m.knelpunt.replace(" ", "\u00a0")) for m in meldingen],
            "Dekking": [m.dekking for m in meldingen],
        }
    )
    return tables.styled(frame, right=["Dekking"])


def money(regels: Sequence[Geldregel]) -> None:
    """Budget beside hours: the programmes that ask more than they have."""
    if not regels:
        return
    st.header("Geld naast uren", anchor=False)
    if regels[0].totaal:
        st.markdown(note("Geen programma vraagt meer geld dan het heeft."))
    frame = pd.DataFrame(
        {
            "Programma's" if regels[0].totaal else "Programma's met tekort": [
                plain(r.naam) for r in regels
            ],
            "Gevraagd": [r.gevraagd for r in regels],
            "Beschikbaar": [r.beschikbaar for r in regels],
        }
    )
    tables.show_table(
        tables.styled(frame, right=["Gevraagd", "Beschikbaar"], total=regels[-1].totaal),
        "Geld per programma",
    )
