"""A first pass over the XML of one sheet: references, limits and formulas without a result.

Owns: what the reading library would not tell: a reference that cannot exist (it would allocate
memory for it), how large the sheet is by reference and by count, and which formulas have no stored
result. Must never give the value of a cell. Rows and columns count from 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from sturing.intake.codes import Code

MAX_RIJEN = 200_000
MAX_KOLOMMEN = 200
EXCEL_RIJEN = 1_048_576
EXCEL_KOLOMMEN = 16_384

_VERWIJZING = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RIJNUMMER = re.compile(r"[1-9][0-9]{0,6}")
_GETAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_GEEN_GEHEUGEN = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
_WAARDEN = ("v", "is")
_TEKSTSOORTEN = ("str", "s", "inlineStr")


@dataclass(slots=True, kw_only=True)
class Bladscan:
    """What a pass over one sheet found. `afgekeurd` refuses the whole file."""

    afgekeurd: Code | None = None
    formules: set[tuple[int, int]] = field(default_factory=set)
    """(row, column) of formulas without a stored result."""
    gevuld: int = 0
    """Cells with a stored value; the reading library must give at least as many."""
    geen_getal: dict[tuple[int, int], str] = field(default_factory=dict)
    """Numeric cells whose stored text is no number, such as NaN."""


class _AfgekeurdError(Exception):
    """Stops the parse at the first reason to refuse the file."""


class _Lezing:
    """State of one pass; its methods are the handlers of the parser."""

    def __init__(self) -> None:
        self.scan = Bladscan()
        self.rij = 0
        self.kolom = 0
        self.soort = "n"
        self.formule = False
        self.in_waarde = False
        self.waarde: list[str] = []

    def doctype(self, *_: object) -> None:
        self._keur_af(Code.BESTAND_DOCTYPE)

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        naam = naam.rpartition(":")[2]
        if naam == "c":
            self._begin_cel(kenmerken)
        elif naam in _WAARDEN:
            self.in_waarde = True
            self.waarde.clear()
        elif naam == "f":
            self.formule = True
        elif naam == "row":
            self._begin_rij(kenmerken.get("r"))

    def tekst(self, tekst: str) -> None:
        if self.in_waarde:
            self.waarde.append(tekst)

    def einde(self, naam: str) -> None:
        naam = naam.rpartition(":")[2]
        if naam in _WAARDEN:
            self.in_waarde = False
        elif naam == "c":
            waarde = "".join(self.waarde).strip()
            self.scan.gevuld += bool(waarde)
            if self.formule and not waarde and self.soort not in _TEKSTSOORTEN:
                self.scan.formules.add((self.rij, self.kolom))
            elif waarde and self.soort == "n" and _GETAL.fullmatch(waarde) is None:
                self.scan.geen_getal[(self.rij, self.kolom)] = waarde

    def _begin_rij(self, nummer: str | None) -> None:
        if nummer is None:
            rij = self.rij + 1
        elif _RIJNUMMER.fullmatch(nummer) is None:
            self._keur_af(Code.BESTAND_VERWIJZING)
            return
        else:
            rij = int(nummer)
        if rij <= self.rij or rij > EXCEL_RIJEN:
            self._keur_af(Code.BESTAND_VERWIJZING)
        if rij > MAX_RIJEN:
            self._keur_af(Code.BESTAND_TE_VEEL_RIJEN)
        self.rij, self.kolom = rij, 0

    def _begin_cel(self, kenmerken: dict[str, str]) -> None:
        self.soort = kenmerken.get("t", "n")
        self.formule = False
        self.waarde.clear()
        verwijzing = kenmerken.get("r")
        if verwijzing is None:
            kolom = self.kolom + 1
        else:
            vondst = _VERWIJZING.fullmatch(verwijzing)
            if vondst is None or int(vondst[2]) != self.rij:
                self._keur_af(Code.BESTAND_VERWIJZING)
                return
            kolom = 0
            for letter in vondst[1]:
                kolom = kolom * 26 + ord(letter) - 64
        if kolom <= self.kolom or kolom > EXCEL_KOLOMMEN:
            self._keur_af(Code.BESTAND_VERWIJZING)
        if kolom > MAX_KOLOMMEN:
            self._keur_af(Code.BESTAND_TE_VEEL_KOLOMMEN)
        self.kolom = kolom

    def _keur_af(self, code: Code) -> None:
        self.scan.afgekeurd = code
        raise _AfgekeurdError


def scan_blad(stroom: IO[bytes]) -> Bladscan:
    """Pass over the XML of one sheet. XML that does not parse is BESTAND_ONLEESBAAR."""
    lezing = _Lezing()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = lezing.doctype
    parser.StartElementHandler = lezing.begin
    parser.EndElementHandler = lezing.einde
    parser.CharacterDataHandler = lezing.tekst
    try:
        parser.ParseFile(stroom)
    except _AfgekeurdError:
        return lezing.scan
    except (expat.ExpatError, ValueError, LookupError) as fout:
        if getattr(fout, "code", None) == _GEEN_GEHEUGEN:
            raise MemoryError from fout
        lezing.scan.afgekeurd = Code.BESTAND_ONLEESBAAR
    return lezing.scan
