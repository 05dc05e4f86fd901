"""A picture that can be swapped for its numbers: the same for every chart of the product.

Owns the title with what it means, the way to the table, the files of both, and what happens when a
part of the picture is chosen. Must never make a figure (charts) or a number (services).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from sturing.ui import state
from sturing.ui.charts.once import drawn_once
from sturing.ui.charts.png import browser_present, png
from sturing.ui.components import tables
from sturing.ui.components.header import section
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import current_theme

NO_BAR = {"displayModeBar": False}
BY_KEYBOARD = (
    "Kies een rij om verder te gaan. Zonder muis: Tab tot in de tabel, pijlen naar de rij, en "
    "Shift met de spatiebalk."
)
"""The marks of a picture cannot be reached by keyboard: the rows of its table are the way."""
PNG_WIDTH_PX = 1000


def picture_or_table(
    title: str,
    key: str,
    draw: Callable[[], go.Figure],
    frame: pd.DataFrame,
    alt: str,
    *,
    meaning: str = "",
    choose: bool = False,
    export: bool = True,
    picked: bool = False,
    shown: str = "",
    formats: Mapping[str, Callable[[object], str]] | None = None,
) -> int | None:
    """A titled picture that can be swapped for its numbers; which row of those is chosen.

    `alt` is the sentence of a screen reader, `meaning` says what the numbers are. Texts in `frame`
    are left as they are, whole numbers get Dutch notation. With `choose` a row of the table can be
    chosen; with `picked` also a part of the picture, whose customdata is then the number of a row.
    A row stays chosen until the page shows another thing, which `shown` names, for a choice that
    changes the page itself.
    Without `export` there is no download. `formats` gives columns another notation than whole
    numbers.
    """
    with section(title):
        if meaning:
            with st.popover(link("Uitleg"), type="tertiary", key=f"uitleg_{key}"):
                st.markdown(plain(meaning))
        as_table = state.shown_as_table(key)
        st.button(
            link("Beeld" if as_table else "Tabel"),
            key=f"wissel_{key}",
            type="tertiary",
            on_click=state.swap_table,
            args=(key,),
        )
    if not as_table:
        return _picture(key, draw, alt, picked=picked, shown=shown)
    numbers = dict.fromkeys(
        (name for name in frame.columns[1:] if pd.api.types.is_numeric_dtype(frame[name])),
        tables.dutch,
    )
    chosen = tables.show_long_table(
        tables.styled(frame, numbers | dict(formats or {})),
        alt,
        key=f"tabel_{key}{shown}",
        numbers=list(numbers),
        choose=choose,
    )
    if choose:
        st.markdown(note(BY_KEYBOARD))
    if export:
        _files(key, title, draw, frame)
    else:
        st.markdown(note("U mag deze tabel bekijken, niet ophalen."))
    return chosen


def _picture(
    key: str, draw: Callable[[], go.Figure], alt: str, *, picked: bool, shown: str
) -> int | None:
    name = f"beeld_{key}{shown}"
    figure = drawn_once(draw(), picked=picked)
    if not picked:
        st.plotly_chart(figure, theme=None, config=NO_BAR, key=name, alt=alt)
        return None
    st.plotly_chart(
        figure,
        theme=None,
        config=NO_BAR,
        key=name,
        alt=alt,
        on_select=lambda: state.pick(name),
        selection_mode="points",
    )
    return state.picked_row(name)


def _files(key: str, title: str, draw: Callable[[], go.Figure], frame: pd.DataFrame) -> None:
    with st.container(horizontal=True):
        tables.download(frame, key)
        tables.download_excel(frame, key, title)
        if browser_present():
            theme = current_theme()
            st.download_button(
                "Download beeld als PNG",
                lambda: png(draw(), width_px=PNG_WIDTH_PX, background=theme.bg),
                file_name=f"{key}.png",
                mime="image/png",
                on_click="ignore",
                key=f"png_{key}",
            )
