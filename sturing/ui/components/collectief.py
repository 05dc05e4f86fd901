"""The parts of the view of the managementcollectief, each with its table and download."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from numbers import Real

import pandas as pd
import streamlit as st

from sturing.services import notatie
from sturing.services.collectiefbeeld import (
    Collectiefbeeld,
    Focusrij,
    Niveaurij,
    Opgaverij,
)
from sturing.services.teams import ALLE
from sturing.ui import address, navigation, state
from sturing.ui.charts.focusbellen import focusbellen, focuszin
from sturing.ui.charts.niveaus import niveaus, niveauzin
from sturing.ui.charts.urenbalken import Balk, urenbalken, urenzin
from sturing.ui.components import tables
from sturing.ui.components.badges import status_word
from sturing.ui.components.header import section
from sturing.ui.components.pictures import picture_or_table
from sturing.ui.components.teams import level_key
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import current_theme
from sturing.ui.theme import Theme

MOST = 16
"""So many ontwikkelopgaven in the picture; the table has all."""


def goals(beeld: Collectiefbeeld, theme: Theme) -> None:
    """The ontwikkelopgaven: Fundament op Orde first, then the largest shortage."""
    if not beeld.opgaven:
        st.header("Ontwikkelopgaven", anchor=False)
        st.markdown(note(beeld.opgaven_zin))
        return
    first = sorted(
        beeld.opgaven, key=lambda r: (not r.fundament, r.toegekend_uren - r.gevraagd_uren)
    )[:MOST]
    balken = [_goal_bar(rij) for rij in first]
    chosen = picture_or_table(
        "Ontwikkelopgaven: gevraagd en toegekend, in uren",
        "ontwikkelopgaven",
        lambda: urenbalken(balken, "dekking", theme),
        goals_frame(beeld),
        f"Ontwikkelopgaven, in uren: {urenzin(balken)}",
        meaning="Een ontwikkelopgave is werk waarmee de organisatie zichzelf verbetert. Lichte "
        "balk: gevraagd. Volle balk: toegekend. Rechts staat de dekking: toegekend gedeeld door "
        "gevraagd. Kies een opdracht om op het bord te zien waarom.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
    )
    if chosen is not None:
        # The picture has the first of another order than the table.
        rows = beeld.opgaven if state.shown_as_table("ontwikkelopgaven") else first
        navigation.go("prioriteiten", parameters={address.OPENED: rows[chosen].opdracht})
    rest = len(beeld.opgaven) - len(first)
    more = (
        f" In beeld: Fundament op Orde en wat het meest tekortkomt; kies Tabel voor alle "
        f"{len(beeld.opgaven)}."
        if rest > 0
        else ""
    )
    st.markdown(note(f"{beeld.opgaven_zin}{more}"))


def _goal_bar(rij: Opgaverij) -> Balk:
    pct = notatie.ONBEKEND if rij.dekking_pct is None else f"{rij.dekking_pct}%"
    return Balk(
        naam=rij.naam,
        spoor=rij.gevraagd_uren,
        balk=rij.toegekend_uren,
        streep=None,
        rechts=pct,
        toelichting=f"{rij.naam}: {notatie.getal(rij.toegekend_uren)} van "
        f"{notatie.getal(rij.gevraagd_uren)} uur toegekend, {pct}",
    )


def goals_frame(beeld: Collectiefbeeld) -> pd.DataFrame:
    """One row per ontwikkelopgave; Verschil only beside a scenario."""
    rijen = beeld.opgaven
    columns: dict[str, object] = {
        "Opdracht": [r.naam for r in rijen],
        "Gevraagd": [r.gevraagd_uren for r in rijen],
        "Toegekend": [r.toegekend_uren for r in rijen],
        "Dekking, %": pd.array([r.dekking_pct for r in rijen], dtype="Int64"),
    }
    if not beeld.is_plan:
        columns["Verschil"] = pd.array([r.verschil_uren for r in rijen], dtype="Int64")
    columns |= {
        "Status": [status_word(r.status) for r in rijen],
        "Opdrachtgever": [r.opdrachtgever for r in rijen],
        "Uitvoerend team": [r.team for r in rijen],
        "Doel": [r.doel for r in rijen],
    }
    return pd.DataFrame(columns)


def levels(beeld: Collectiefbeeld, theme: Theme) -> None:
    """Teams by zelforganisatie and begeleiding, and the hours of the teamondersteuners."""
    chosen = picture_or_table(
        "Zelforganisatie en begeleiding",
        "niveaus",
        lambda: niveaus(beeld.niveaus, theme),
        levels_frame(beeld.niveaus),
        f"Teams naar zelforganisatie en begeleiding: {niveauzin(beeld.niveaus)}",
        meaning="Zelforganisatie is hoe zelfstandig een team zijn werk regelt, van 1 tot en met "
        "5. Begeleiding is hoe de teamondersteuner helpt: coachend (gevulde balk) of leidend "
        "(gearceerde balk). Een open balk is niet ingevuld. Geteld worden teams. Kies een balk om "
        "de teams van dat niveau te zien.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
    )
    if chosen is not None:
        navigation.go(
            "teams", team=ALLE, parameters={address.LEVEL: level_key(beeld.niveaus[chosen])}
        )
    st.markdown(
        note("Niveau 1 tot en met 5. Geen niveau is beter dan een ander: het past bij het team.")
    )
    st.markdown(plain(beeld.ondersteuners))


def levels_frame(rijen: Sequence[Niveaurij]) -> pd.DataFrame:
    """One row per level."""
    return pd.DataFrame(
        {
            "Niveau": [r.niveau for r in rijen],
            "Coachend": [r.coachend for r in rijen],
            "Leidend": [r.leidend for r in rijen],
            "Niet ingevuld": [r.onbekend for r in rijen],
            "Teams": [r.namen for r in rijen],
        }
    )


def focus(beeld: Collectiefbeeld, theme: Theme) -> None:
    """Work in progress, fragmentation and crumbs per team, beside the hours of ruimte."""
    if not beeld.focus:
        st.header("Focus en ruimte per team", anchor=False)
        st.markdown(note("Er zijn nog geen teams met fte of werk."))
        return
    chosen = picture_or_table(
        "Focus en ruimte per team",
        "focus",
        lambda: focusbellen(beeld.focus, theme),
        focus_frame(beeld.focus),
        f"Focus per team: {'. '.join(focuszin(r) for r in beeld.focus)}",
        meaning="Onderhanden: opdrachten met toegekende uren, gemiddeld per maand. Per fte: hoe "
        "versnipperd het werk is. Kruimels: keren dat een opdracht in een maand minder dan 8 uur "
        "krijgt. Ruimte: uren die vooraf apart staan om te leren. Niet toegekend: uren die niemand "
        "kreeg. Kies een team om het te openen.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
        formats={"Fte": _one, "Onderhanden": _one, "Per fte": _one},
    )
    if chosen is not None:
        navigation.go("teams", team=beeld.focus[chosen].code)
    st.markdown(
        note(
            "Hoe steiler, hoe meer het werk versnipperd is. Grotere bel: meer kruimels. De tabel "
            "heeft ook de ruimte, en de uren die niemand kreeg."
        )
    )


def focus_frame(rijen: Sequence[Focusrij]) -> pd.DataFrame:
    """One row per team, most opdrachten per fte first."""
    return pd.DataFrame(
        {
            "Team": [r.team for r in rijen],
            "Fte": [float(r.fte) for r in rijen],
            "Onderhanden": [float(r.onderhanden) for r in rijen],
            "Per fte": [None if r.versnippering is None else float(r.versnippering) for r in rijen],
            "Kruimels": [r.kruimels for r in rijen],
            "Ruimte, uur": [r.ruimte_uren for r in rijen],
            "Niet toegekend, uur": [r.vrij_uren for r in rijen],
        }
    )


def staffing(beeld: Collectiefbeeld) -> None:
    """Formatie and bezetting per 1,000 inhabitants, and inhuur as a share of fte."""
    st.header("Formatie, bezetting en inhuur", anchor=False)
    frame = pd.DataFrame(
        {
            "Domein": [plain(r.naam) for r in beeld.formatie],
            "Formatie, fte": [r.formatie for r in beeld.formatie],
            "per 1.000 inw.": [r.formatie_per_1000 for r in beeld.formatie],
            "Bezetting, fte": [r.bezetting for r in beeld.formatie],
            "per 1.000 inw. ": [r.bezetting_per_1000 for r in beeld.formatie],
            "Inhuur, fte": [r.inhuur for r in beeld.formatie],
            "van alle fte": [r.inhuur_deel for r in beeld.formatie],
        }
    )
    tables.show_table(
        tables.styled(frame, right=list(frame.columns[1:]), total=True),
        "Formatie, bezetting en inhuur per domein, ook per 1.000 inwoners",
    )
    st.markdown(note(beeld.formatie_zin))


def support(beeld: Collectiefbeeld) -> None:
    """What the ondersteunende teams have, and give to the opdrachten of others."""
    st.header("Ondersteunende teams", anchor=False)
    if not beeld.steun:
        st.markdown(note("Er is geen team met soort 'ondersteunend'."))
        return
    rijen = beeld.steun
    frame = pd.DataFrame(
        {
            "Team": [plain(r.team) for r in rijen],
            "Beschikbaar": [r.beschikbaar_uren for r in rijen],
            "Eigen werk": [r.eigen_uren for r in rijen],
            "Voor anderen": [r.anderen_uren for r in rijen],
            "Deel": [r.anderen_deel for r in rijen],
            "Teams": [r.andere_teams for r in rijen],
        }
    )
    numbers = dict.fromkeys(("Beschikbaar", "Eigen werk", "Voor anderen", "Teams"), tables.dutch)
    tables.show_table(
        tables.styled(frame, numbers, right=["Deel"]),
        "Ondersteunende teams: uren voor eigen werk en voor opdrachten van andere teams",
    )
    st.markdown(
        note(
            "Toegekende uren. Eigen werk: opdrachten die het team zelf uitvoert. Deel en Teams: "
            "welk deel naar opdrachten van anderen gaat, en van hoeveel teams."
        )
    )


def open_plans(beeld: Collectiefbeeld) -> None:
    """Teams without a plan, and plans that nobody saw as they are now."""
    with section("Teamplannen die wachten"):
        if st.button(link("Naar Teams en teamplannen"), key="naar_teams", type="tertiary"):
            navigation.go("teams", team="alle")
    if beeld.plannen:
        frame = pd.DataFrame(
            {
                "Team": [p.naam for p in beeld.plannen],
                "Teamplan": [f"▲ {p.wat}" for p in beeld.plannen],
            }
        )
        chosen = tables.show_long_table(
            tables.styled(frame).set_properties(subset=["Teamplan"], color=current_theme().druk),
            "Teams zonder teamplan of met een teamplan dat niemand zag",
            key="tabel_plannen",
            choose=True,
            in_sight=8,
        )
        if chosen is not None:
            rij = beeld.plannen[chosen]
            if st.button(link(f"Open {rij.naam}"), key="open_plan", type="tertiary"):
                navigation.go("teams", team=rij.team)
    st.markdown(note(beeld.plannen_zin))


def _one(number: object) -> str:
    """One decimal, with a comma; unknown is an en dash."""
    if not isinstance(number, Real) or number != number:
        return tables.UNKNOWN
    return notatie.getal(Fraction(float(number)).limit_denominator(1_000_000), 1)
