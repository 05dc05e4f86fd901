"""Cells with their addresses: what every reader of a file gives, whatever the kind of file.

Owns: the plain values between reading and judging. They hold nothing of a reading library, so that
they can pass from the guarded process to the one that judges. Must never judge what a cell means.
Rows and columns count from 1; numbers are as the file stored them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from sturing.domain.bevinding import Bevinding

Celwaarde = str | int | float | bool | dt.date | dt.timedelta

Bladvoortgang = Callable[[str, float], None]
"""Told which sheet is being read and which part of the file is done, from 0 to 1."""


class Celsoort(StrEnum):
    """What kind of value a cell holds, with what its number format adds."""

    GETAL = "getal"
    PROCENT = "procent"
    """A number whose format shows a percentage; the value is still the fraction."""
    TEKST = "tekst"
    JANEE = "janee"
    DAG = "dag"
    """A date whose format shows a day."""
    MAAND = "maand"
    """A date whose format shows no day."""
    DUUR = "duur"
    FOUT = "fout"
    FORMULE = "formule"
    """A formula without a stored result; the value is empty text."""


class Cel(NamedTuple):
    """One filled cell. A tuple, because a sheet may have millions of them."""

    kolom: int
    soort: Celsoort
    waarde: Celwaarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkblad:
    """The filled rows of one sheet: row number and its filled cells in order of column."""

    naam: str
    rijen: tuple[tuple[int, tuple[Cel, ...]], ...]
    fout_lijkt_leeg: bool = False
    """The file does not tell a cell with an error from an empty one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkboek:
    """One file as read. With `bevindingen` the whole file is refused and has no sheets.

    `let_op` are notices about how the file was read; they refuse nothing.
    """

    bestand: str
    bladen: tuple[Werkblad, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    let_op: tuple[Bevinding, ...] = ()


@cache
def kolomletters(kolom: int) -> str:
    """`E` of column 5."""
    letters = ""
    while kolom > 0:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def kolomnummer(letters: str) -> int:
    """5 of column `E`."""
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer


def adres(rij: int, kolom: int) -> str:
    """`E17` of row 17 and column 5."""
    return f"{kolomletters(kolom)}{rij}"


_ADRES = re.compile(r"([A-Z]+)([0-9]+)")


def plek_van(cel: str | None) -> tuple[int, int]:
    """Row 17 and column 5 of `E17`; zeros without an address."""
    vondst = _ADRES.fullmatch(cel or "")
    return (int(vondst[2]), kolomnummer(vondst[1])) if vondst else (0, 0)
