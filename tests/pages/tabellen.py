"""The tables of a page: each is one piece of Markdown (sturing/ui/components/tables.py)."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd
from streamlit.testing.v1 import AppTest

UNKNOWN = "–"
_EDGE = re.compile(r"(?<!\\)\|")
_ESCAPE = re.compile(r"\\(.)")
_WHOLE = re.compile(r"[−+]?\d{1,3}(\.\d{3})*")
_HEAD = re.compile(r":gray\[(.*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """`value` has the words as one reads them; a column of whole numbers is one of numbers.
    `sides` says per column whether it stands left or right."""

    alt: str
    value: pd.DataFrame
    sides: tuple[str, ...]


def tabellen(script: AppTest) -> list[Tabel]:
    """All tables of the page, from the top down."""
    return [
        _tabel(m.value) for m in script.markdown if "\n| :--" in m.value or "\n| --:" in m.value
    ]


def _tabel(markdown: str) -> Tabel:
    alt, _blank, *lines = markdown.split("\n")
    heads, sides, *rows = ([cell[1:-1] for cell in _EDGE.split(line)[1:-1]] for line in lines)
    names = [_read(found[1]) if (found := _HEAD.fullmatch(head)) else "" for head in heads]
    columns = {name: _column([row[i] for row in rows]) for i, name in enumerate(names)}
    return Tabel(
        alt=_read(alt),
        value=pd.DataFrame(columns),
        sides=tuple("right" if side == "--:" else "left" for side in sides),
    )


def _column(cells: list[str]) -> pd.Series:
    read = [_read(cell) for cell in cells]
    bare = [cell.removeprefix("**").removesuffix("**") for cell in read]
    if any(map(_WHOLE.fullmatch, bare)) and all(
        cell in {UNKNOWN, ""} or _WHOLE.fullmatch(cell) for cell in bare
    ):
        numbers = [
            None if c in {UNKNOWN, ""} else int(c.replace(".", "").replace("−", "-")) for c in bare
        ]
        return pd.Series(numbers, dtype="Int64")
    return pd.Series(read, dtype=object)


def _read(markdown: str) -> str:
    return _ESCAPE.sub(r"\1", markdown).replace("\u2060", "")
