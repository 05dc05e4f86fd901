"""Tables of the pages: views to a styled frame, and the frame to the screen.

Owns every use of pandas in the product (Streamlit's tables want a Styler). Numbers stay numbers and
get their Dutch notation by the Styler, so that they stand right and a long table still sorts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from numbers import Real
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.services import notatie
from sturing.services.analyse import Analysetabel, Cel, als_xlsx

UNKNOWN = notatie.ONBEKEND
LONG = 15
"""From this many rows a table scrolls and sorts (st.dataframe); up to it, it stands whole."""
ROWS_IN_SIGHT = 20
ROW_PX = 28
HEAD_EXTRA_PX = 10
"""So much higher than a row is the head of such a table, with its borders."""


def dutch(number: object) -> str:
    """A whole number of a table; unknown is an en dash."""
    if not isinstance(number, Real) or number != number:
        return notatie.ONBEKEND
    return notatie.getal(int(float(number)))


def signed(number: object) -> str:
    """A whole difference with its sign; 0 has none, unknown is an en dash."""
    if not isinstance(number, Real) or number != number:
        return notatie.ONBEKEND
    return notatie.getal(int(float(number)), teken=True)


def styled(
    frame: pd.DataFrame,
    formats: Mapping[str, Callable[[object], str]] | None = None,
    *,
    right: Sequence[str] = (),
    total: bool = False,
) -> Styler:
    """`frame` with Dutch numbers; texts of `right` stand right; the last row bold when `total`.

    Streamlit puts numbers right and texts left, whatever the style says. A ready text that must
    stand right therefore goes in as the number of its row, shown as the text.
    """
    shown: dict[Any, str | Callable[[object], str] | None] = dict(formats or {})
    numbered = frame.copy()
    for name in right:
        shown[name] = _nth(list(frame[name]))
        numbered[name] = range(len(frame))
    styler = numbered.style.format(shown)
    if total and len(frame):
        last = frame.index[-1]
        styler = styler.set_properties(subset=pd.IndexSlice[last, :], **{"font-weight": "600"})
    return styler


def _nth(texts: Sequence[str]) -> Callable[[object], str]:
    return lambda number: texts[int(str(number))]


def show_table(
    data: pd.DataFrame | Styler, alt: str, *, head: bool = True, index: bool = False
) -> None:
    """A short table, whole on the page; its cells may hold Markdown that is escaped already."""
    st.table(data, border="horizontal", hide_index=not index, hide_header=not head, alt=alt)


def show_long_table(
    data: pd.DataFrame | Styler,
    alt: str,
    *,
    key: str,
    numbers: Sequence[str] = (),
    choose: bool = False,
    widths: Mapping[str, int] | None = None,
    in_sight: int = ROWS_IN_SIGHT,
    bars: Sequence[str] = (),
) -> int | None:
    """A long table: scrolls, sorts, and reads no Markdown; the heads of `numbers` stand right.

    With `choose` a row can be chosen; returns its position in `data`. `widths` in pixels; of the
    rows `in_sight` are seen without scrolling. The columns `bars` are whole percentages, shown as a
    bar with the number beside it.
    """
    names = dict.fromkeys((*numbers, *(widths or {})))
    shown = {
        name: st.column_config.Column(
            alignment="right" if name in numbers else None, width=(widths or {}).get(name)
        )
        for name in names
    } | {
        name: st.column_config.ProgressColumn(
            format="%d%%", min_value=0, max_value=100, width=(widths or {}).get(name)
        )
        for name in bars
    }
    state = st.dataframe(
        data,
        height=(min(len(data.index), in_sight) + 1) * ROW_PX + HEAD_EXTRA_PX,
        row_height=ROW_PX,
        hide_index=True,
        column_config=shown,
        on_select="rerun" if choose else "ignore",
        selection_mode="single-row",
        placeholder=UNKNOWN,
        alt=alt,
        key=key,
    )
    rows = state.selection.rows if choose else []  # type: ignore[union-attr]
    return rows[0] if rows else None


def download(frame: pd.DataFrame, name: str) -> None:
    """The same numbers as a file."""
    st.download_button(
        "Download als CSV",
        csv(frame),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"download_{name}",
    )


def download_excel(frame: pd.DataFrame, name: str, title: str) -> None:
    """The same numbers as a workbook, made when it is asked for."""
    st.download_button(
        "Download als Excel",
        lambda: excel(frame, name, title),
        file_name=f"{name}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        key=f"excel_{name}",
    )


def excel(frame: pd.DataFrame, name: str, title: str) -> bytes:
    """`frame` as a workbook of one sheet; numbers stay numbers, unknown is an empty cell."""
    rows = tuple(
        tuple(_cell(value) for value in row) for row in frame.itertuples(index=False, name=None)
    )
    heads = tuple(map(str, frame.columns))
    return als_xlsx(Analysetabel(naam=name, titel=title, kolommen=heads, rijen=rows))


def _cell(value: object) -> Cel:
    if isinstance(value, bool | str):
        return value
    if not isinstance(value, Real) or value != value:
        return None
    number = float(value)
    return int(number) if number.is_integer() else number


def csv(frame: pd.DataFrame) -> bytes:
    """`frame` as a file that a Dutch spreadsheet opens: semicolons, decimal comma, marked UTF-8."""
    safe = frame.map(lambda value: _not_a_formula(value) if isinstance(value, str) else value)
    return safe.to_csv(index=False, sep=";", decimal=",").encode("utf-8-sig")


def _not_a_formula(text: str) -> str:
    """A text that begins like a formula gets an apostrophe: a spreadsheet must not calculate it."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
