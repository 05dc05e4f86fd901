"""A picture that can be swapped for its numbers, with the download beside it.

Owns that every chart has its table and a sentence for a screen reader. Must never hold a number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from sturing.ui import state
from sturing.ui.components import tables
from sturing.ui.components.header import section
from sturing.ui.components.texts import link

NO_BAR = {"displayModeBar": False}


def picture_or_table(
    title: str,
    key: str,
    draw: Callable[[], go.Figure],
    frame: pd.DataFrame,
    alt: str,
    *,
    choose: bool = False,
    spoken: str = "",
    may_download: bool = True,
    formats: Mapping[str, Callable[[object], str]] | None = None,
) -> int | None:
    """A titled picture that can be swapped for its numbers; which row of those is chosen.

    `alt` names the table; of the picture `spoken` tells what is in it (else `alt` does).
    """
    with section(title):
        as_table = state.shown_as_table(key)
        st.button(
            link("Beeld" if as_table else "Tabel"),
            key=f"wissel_{key}",
            type="tertiary",
            on_click=state.swap_table,
            args=(key,),
        )
    if not as_table:
        st.plotly_chart(draw(), theme=None, config=NO_BAR, key=f"beeld_{key}", alt=spoken or alt)
        return None
    whole = [n for n in frame.columns[1:] if not any(isinstance(v, str) for v in frame[n])]
    numbers = dict.fromkeys(whole, tables.dutch) | dict(formats or {})
    chosen = tables.show_long_table(
        tables.styled(frame, numbers), alt, key=f"tabel_{key}", numbers=list(numbers), choose=choose
    )
    if may_download:
        tables.download(frame, key)
    return chosen
