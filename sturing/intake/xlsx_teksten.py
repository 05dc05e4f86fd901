"""The shared texts of a workbook, to which its cells refer by number.

Gives the same texts as openpyxl's own reader of this table, which builds an object per text and
takes ten times as long. Owns nothing else; a table with anything odd is left to openpyxl (None).
"""

from __future__ import annotations

from typing import IO
from xml.parsers import expat

from openpyxl.xml.constants import SHEET_MAIN_NS

_TABEL, _TEKST, _T, _RIJK = (f"{SHEET_MAIN_NS} {naam}" for naam in ("sst", "si", "t", "r"))
_PLAIN, _RICH = [_TABEL, _TEKST, _T], [_TABEL, _TEKST, _RIJK, _T]


class _AndersError(Exception):
    """The table holds what only openpyxl may explain."""


class _Lezing:
    def __init__(self) -> None:
        self.teksten: list[str] = []
        self._pad: list[str] = []
        self._stukken: list[str] = []
        self._plain = 0
        self._rich = 0
        self._luister = False

    def doctype(self, *_: object) -> None:
        raise _AndersError

    def begin(self, naam: str, _kenmerken: dict[str, str]) -> None:
        self._pad.append(naam)
        if naam == _TEKST:
            self._stukken, self._plain, self._rich = [], 0, 0
        elif naam == _T:
            self._plain += self._pad == _PLAIN
            self._rich += self._pad == _RICH
            self._luister = self._pad in (_PLAIN, _RICH)

    def tekst(self, tekst: str) -> None:
        if self._luister:
            self._stukken.append(tekst)

    def einde(self, naam: str) -> None:
        if naam == _T:
            self._luister = False
        elif naam == _TEKST:
            if self._plain > 1 or (self._plain and self._rich) or len(self._pad) != len(_PLAIN) - 1:
                raise _AndersError
            # openpyxl leaves out this sign of an escaped escape, wherever it stands.
            self.teksten.append("".join(self._stukken).replace("x005F_", ""))
        self._pad.pop()


def lees_teksten(stroom: IO[bytes]) -> list[str] | None:
    """The texts in order; None when openpyxl has to read the table."""
    lezing = _Lezing()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = lezing.doctype
    parser.StartElementHandler = lezing.begin
    parser.EndElementHandler = lezing.einde
    parser.CharacterDataHandler = lezing.tekst
    try:
        parser.ParseFile(stroom)
    except (_AndersError, expat.ExpatError, ValueError, LookupError):
        return None
    return lezing.teksten
