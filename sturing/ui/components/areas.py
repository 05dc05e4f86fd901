"""The parts of the screen Gebieden that are about all areas: the tree, the pictures, the themes.

Owns the tables. Sums have one blue bar; the signs of a status stand in the head with its word.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.services import notatie
from sturing.services.gebiedenbeeld import Gebiedenbeeld, Gebiedrij, Gebiedspaneel, Gebiedsthema
from sturing.ui.charts.gebiedspanelen import gebiedspanelen
from sturing.ui.components import tables, texts
from sturing.ui.components.header import section
from sturing.ui.components.pictures import picture_or_table
from sturing.ui.components.texts import note, plain
from sturing.ui.theme import Theme

INDENT = "\u2003"
COVERAGE = "Dekking"
GRANTED = "Toegekend"
ASKED = "Gevraagd"
BELOW = "Met onderdelen"
PER_1000 = "Per 1.000 inw."
DIFFERENCE = "Verschil"
AREA = "Gebied"
NUMBERS = (
    "Opdrachten",
    ASKED,
    GRANTED,
    "● haalb.",
    "▲ druk",
    "✕ niet",
    BELOW,
    PER_1000,
    DIFFERENCE,
)
WIDTHS = {
    AREA: 160,
    "Opdrachten": 76,
    ASKED: 68,
    GRANTED: 74,
    COVERAGE: 98,
    "● haalb.": 62,
    "▲ druk": 54,
    "✕ niet": 52,
    DIFFERENCE: 62,
    BELOW: 104,
    PER_1000: 98,
}
"""Pixels: together what a small laptop has."""


def tree(beeld: Gebiedenbeeld, theme: Theme) -> str | None:
    """Every area in the order of the tree; gives the area of the row that was just chosen."""
    with section("Uren per gebied"):
        if beeld.mag_exporteren:
            tables.download(
                tree_frame([*beeld.rijen, beeld.totaal], is_plan=beeld.is_plan), "gebieden"
            )
    rows = [*beeld.rijen, beeld.totaal]
    row = tables.show_long_table(
        tree_styler(rows, beeld.gekozen, theme, is_plan=beeld.is_plan),
        "Per gebied: gevraagde en toegekende uren, dekking, opdrachten naar status",
        key=f"gebieden_{beeld.gekozen}",
        numbers=NUMBERS if not beeld.is_plan else NUMBERS[:-1],
        widths=WIDTHS if not beeld.is_plan else _without(WIDTHS, DIFFERENCE),
        bars=[COVERAGE],
        choose=True,
    )
    rest = beeld.totaal.zonder_vraag
    which = "opdracht vraagt geen uren en telt", "opdrachten vragen geen uren en tellen"
    without = f" {notatie.aantal(rest, *which)} niet mee bij de drie standen." if rest else ""
    st.markdown(
        note(
            "Uren van de hele periode. Elk gebied telt zonder wat eronder valt, zodat de kolom "
            "optelt; een opdracht telt bij elk gebied waarvoor zij uren vraagt. Uren zonder "
            "gebied zijn gemeentebreed. Met onderdelen en per 1.000 inwoners: toegekende uren met "
            f"alles wat eronder valt.{without} Kies een rij voor de gebiedsagenda."
        )
    )
    if not beeld.is_plan:
        st.markdown(note(texts.DIFFERENCE))
    return rows[row].gebied if row is not None else None


def _without(widths: dict[str, int], name: str) -> dict[str, int]:
    return {key: width for key, width in widths.items() if key != name}


def tree_frame(rijen: Sequence[Gebiedrij], *, is_plan: bool) -> pd.DataFrame:
    """One row per area, whole hours; unknown is empty. Without a scenario no difference."""
    columns: dict[str, object] = {
        AREA: [INDENT * max(r.niveau - 1, 0) + r.naam for r in rijen],
        "Opdrachten": [r.opdrachten for r in rijen],
        ASKED: [r.gevraagd_uren for r in rijen],
        GRANTED: [r.toegekend_uren for r in rijen],
        DIFFERENCE: [r.verschil_uren for r in rijen],
        COVERAGE: pd.array([r.dekking_pct for r in rijen], dtype="Int64"),
        "● haalb.": [r.haalbaar for r in rijen],
        "▲ druk": [r.onder_druk for r in rijen],
        "✕ niet": [r.niet_haalbaar for r in rijen],
        BELOW: pd.array([r.met_onderliggend_uren for r in rijen], dtype="Int64"),
        PER_1000: pd.array([r.per_1000 for r in rijen], dtype="Int64"),
    }
    if is_plan:
        del columns[DIFFERENCE]
    return pd.DataFrame(columns)


def tree_styler(rijen: Sequence[Gebiedrij], chosen: str, theme: Theme, *, is_plan: bool) -> Styler:
    """Dutch numbers; the chosen area on its tint, the own areas and the total in bold."""
    frame = tree_frame(rijen, is_plan=is_plan)
    if not is_plan:
        # The difference takes its room on a small laptop; the statuses count them.
        frame = frame.drop(columns="Opdrachten")
    styles = pd.DataFrame("", index=frame.index, columns=frame.columns)
    for place, rij in enumerate(rijen):
        if rij.gebied is not None and rij.gebied == chosen:
            styles.iloc[place] = f"background-color: {theme.hover}"
        elif rij.van_mij:
            styles.iloc[place] = "font-weight: 600"
    formats = {name: tables.dutch for name in NUMBERS if name in frame and name != DIFFERENCE}
    if not is_plan:
        formats[DIFFERENCE] = tables.signed
    return tables.styled(frame, formats, total=True).apply(lambda _: styles, axis=None)


def small_pictures(beeld: Gebiedenbeeld, theme: Theme) -> str | None:
    """Granted as part of what is asked, per area and month, or as a table; gives the area of the
    part that was just chosen."""
    if not beeld.panelen:
        return None
    row = picture_or_table(
        "Toegekend als % van gevraagd, per gebied met zijn onderdelen",
        "gebiedspanelen",
        lambda: gebiedspanelen(beeld.panelen, theme),
        pictures_frame(beeld.panelen),
        beeld.panelen_zin,
        meaning="Elk gebied met alles wat eronder valt; gemeentebreed zonder de gebieden. Gevuld "
        "is toegekend, gearceerd is tekort. Een lege maand vraagt niets. Kies een maand om de "
        "agenda van dat gebied te openen.",
        export=beeld.mag_exporteren,
        choose=True,
        picked=True,
        shown=f"_{beeld.gekozen}",
    )
    areas = [paneel.gebied for paneel in beeld.panelen for _ in paneel.maanden]
    return None if row is None else areas[row]


def pictures_frame(panelen: Sequence[Gebiedspaneel]) -> pd.DataFrame:
    """One row per area and month, whole hours."""
    rows = [(paneel.naam, maand) for paneel in panelen for maand in paneel.maanden]
    return pd.DataFrame(
        {
            AREA: [naam for naam, _ in rows],
            "Maand": [maand.label for _, maand in rows],
            ASKED: [maand.gevraagd_uren for _, maand in rows],
            GRANTED: [maand.toegekend_uren for _, maand in rows],
        }
    )


def themes(themas: Sequence[Gebiedsthema], *, export: bool) -> None:
    """What plays in more areas, to agree on together."""
    with section("Dit speelt in meer gebieden"):
        if themas and export:
            tables.download(themes_frame(themas), "gebiedsthemas")
    if not themas:
        st.markdown(
            note(
                "Geen onderwerp gaat over meer gebieden. Zet 'overstijgend' op ja op het blad "
                "Gebiedsagenda, of noem dezelfde opdracht bij meer gebieden."
            )
        )
        return
    frame = pd.DataFrame(
        {
            "Thema": [plain(t.thema) for t in themas],
            "Gebieden": [plain(t.gebieden) for t in themas],
            "Opdracht": [plain(t.opdrachten) for t in themas],
            COVERAGE: [_coverage(t) for t in themas],
            "Team dat het meeste doet": [plain(t.team) for t in themas],
        }
    )
    styler = tables.styled(frame, right=[COVERAGE])
    tables.show_table(styler, "Thema's die in meer gebieden spelen")
    if any(t.op_een_agenda for t in themas):
        st.markdown(
            note("Nog alleen: het gaat over meer gebieden, maar staat pas op één gebiedsagenda.")
        )


def _coverage(thema: Gebiedsthema) -> str:
    """`35% van 1.490 uur`; without asked hours an en dash."""
    if thema.gevraagd == notatie.ONBEKEND:
        return notatie.ONBEKEND
    return f"{thema.dekking} van {thema.gevraagd} uur".replace(" ", notatie.VAST)


def themes_frame(themas: Sequence[Gebiedsthema]) -> pd.DataFrame:
    """One row per theme; hours of the areas on whose agenda it stands."""
    return pd.DataFrame(
        {
            "Thema": [t.thema for t in themas],
            "Gebieden": [t.gebieden for t in themas],
            "Opdracht": [t.opdrachten for t in themas],
            ASKED: [t.gevraagd for t in themas],
            GRANTED: [t.toegekend for t in themas],
            COVERAGE: [t.dekking for t in themas],
            "Team dat het meeste doet": [t.team for t in themas],
        }
    )
