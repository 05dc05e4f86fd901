"""Tables of the pages: views to a styled frame, and the frame to the screen.

Owns every use of pandas in the product (Streamlit's tables want a Styler). Numbers stay numbers and
get their Dutch notation by the Styler, so that they stand right and a long table still sorts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from numbers import Real
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.services import notatie
from sturing.services.analyse import Analysetabel, Cel, als_xlsx
from sturing.ui.components.texts import bare, plain, unbroken
from sturing.ui.context import current_theme
from sturing.ui.theme import Theme

UNKNOWN = notatie.ONBEKEND
LONG = 15
"""Up to this many rows a table stands whole on the page; a longer one scrolls."""
PLAIN = 60
"""Up to this many rows a long table in which no row is chosen is a plain one: its heads stand over
their numbers, a screen reader hears all of it, and on paper it is whole. Streamlit's own grid, for
more rows and for choosing, draws its heads left whatever the column (glide-data-grid, issue 991)
and prints the rows in sight."""
ROWS_IN_SIGHT = 20
ROW_PX = 28
HEAD_EXTRA_PX = 6
"""So much higher than a row is the head of such a table, with its borders."""
_ON_ONE_LINE = re.compile(r"(?=.{1,16}$)(\W.*|.*\d.*)")
"""A status with its sign, a date or a number of days stays on one line; a name may break."""
_WARNS = {"▲": "orange", "✕": "red"}
"""The signs that warn: they and what stands after them have their colour, in every table."""
_NEXT_CELL = "\x1f"
_TOTAL = "total"
PLAIN_ROW_PX = 25.3
"""A row of one line, and the head, of a plain table."""


def dutch(number: object) -> str:
    """A whole number of a table; unknown is an en dash."""
    if not isinstance(number, Real) or number != number:
        return notatie.ONBEKEND
    return notatie.getal(int(float(number)))


def percent(number: object) -> str:
    """A whole percentage of a table with its sign; unknown is an en dash."""
    text = dutch(number)
    return text if text == UNKNOWN else f"{text}%"


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
    numbered.attrs[_TOTAL] = total
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


def show_table(data: pd.DataFrame | Styler, alt: str, *, head: bool = True) -> None:
    """A short table, whole on the page; its cells may hold Markdown that is escaped already.

    With more than PLAIN rows it is a long one after all, and its cells are the bare words.
    """
    styler = data if isinstance(data, Styler) else styled(data)
    frame = styler.data  # type: ignore[attr-defined]
    if len(frame.index) <= PLAIN:
        st.markdown(as_markdown(styler, alt, head=head))
        return
    names = list(frame.columns)
    words = [[bare(cell) for cell in row] for row in _shown(styler)]
    right = [name for name in names if _stands_right(frame[name])]
    show_long_table(pd.DataFrame(words, columns=names), alt, key=f"lang_{alt}", numbers=right)


def show_cells(styler: Styler, alt: str) -> None:
    """Cells of a workbook as they stand in it, with their letters, row numbers and tints."""
    st.table(styler, border="horizontal", alt=alt)


def as_markdown(styler: Styler, alt: str, *, head: bool = True) -> str:
    """A Markdown table after the sentence `alt` (static/scherm.css keeps that for who hears it).

    One piece of Markdown, where Streamlit's own table makes one of every cell (docs/adr/0016).
    Numbers stand right with their heads; the last row is bold when `styled` was told that it is a
    sum. A text in a cell is escaped already (texts.plain).
    """
    frame = styler.data  # type: ignore[attr-defined]
    rows = _shown(styler)
    if frame.attrs.get(_TOTAL) and rows:
        rows[-1] = [_bold(cell) for cell in rows[-1]]
    heads = [f":gray[{plain(str(name))}]" if head else "" for name in frame.columns]
    sides = ["--:" if _stands_right(frame[name]) else ":--" for name in frame.columns]
    lines = [plain(alt), "", *(f"| {' | '.join(row)} |" for row in (heads, sides, *rows))]
    return "\n".join(lines)


def _shown(styler: Styler) -> list[list[str]]:
    """The texts of the cells, row by row."""
    shown = styler.hide(axis="index").hide(axis="columns").to_string(delimiter=_NEXT_CELL)
    return [line.split(_NEXT_CELL) for line in shown.split("\n")[:-1]]


def _bold(cell: str) -> str:
    return cell if not cell or cell.startswith("**") else f"**{cell}**"


def _stands_right(column: pd.Series) -> bool:
    return column.dtype.kind in "iufb"


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
    """A long table: scrolls, and reads no Markdown; `numbers` stand right.

    With `choose` a row can be chosen; returns its position in `data`. `widths` in pixels, of a
    table that is no plain one; of the rows `in_sight` are seen without scrolling. The columns
    `bars` are whole percentages, shown as a bar with the number beside it.
    """
    if not choose and not bars and len(data.index) <= PLAIN:
        _plain_table(data, alt, key, numbers, in_sight)
        return None
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
        warned(data, current_theme()),
        height=round(_rows_high(len(data.index), in_sight) * ROW_PX) + HEAD_EXTRA_PX,
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


def _rows_high(rows: int, in_sight: int) -> float:
    """How many rows high a table is, with its head; half a row more where it goes on, so that one
    sees that it does."""
    return rows + 1 if rows <= in_sight else in_sight + 1.5


def _plain_table(
    data: pd.DataFrame | Styler, alt: str, key: str, numbers: Sequence[str], in_sight: int
) -> None:
    frame = data.data if isinstance(data, Styler) else data  # type: ignore[attr-defined]
    texts = [name for name in frame.columns if not _stands_right(frame[name])]
    right = [name for name in numbers if name in texts]
    styler = data if isinstance(data, Styler) else styled(frame, right=right)
    rest = [name for name in texts if name not in right]
    styler = styler.format(as_it_stands, subset=rest) if rest else styler
    rows = len(frame.index)
    scrolling = round(_rows_high(rows, in_sight) * PLAIN_ROW_PX)
    if rows <= in_sight:
        st.markdown(as_markdown(styler, alt))
        return
    with st.container(height=scrolling, border=False, key=f"schuift_{key}"):
        st.markdown(as_markdown(styler, alt))


def as_it_stands(value: object) -> str:
    """A text of a cell, a short one on one line; unknown is an en dash."""
    if value is None or value != value:
        return UNKNOWN
    text = str(value)
    shown = unbroken(text) if _ON_ONE_LINE.match(text) else plain(text)
    colour = _WARNS.get(text[:1])
    return f":{colour}[{shown}]" if colour else shown


def warned(data: pd.DataFrame | Styler, theme: Theme) -> pd.DataFrame | Styler:
    """The cells of the grid that begin with a sign that warns in the colour of that sign."""
    frame = data.data if isinstance(data, Styler) else data  # type: ignore[attr-defined]
    css = {"orange": f"color: {theme.druk}", "red": f"color: {theme.niet}"}

    def colour(value: object) -> str:
        found = _WARNS.get(value[:1]) if isinstance(value, str) else None
        return css[found] if found else ""

    marked = [name for name in frame.columns if any(map(colour, frame[name]))]
    if not marked:
        return data
    styler = data if isinstance(data, Styler) else data.style.format(na_rep=UNKNOWN)
    return styler.map(colour, subset=marked)


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
