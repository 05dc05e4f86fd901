"""One cell of a person's own file, copied: its value with a fitting format, tinted when it has a
finding.

Owns: how a read cell becomes a written one. Values only, never a formula or a link. Must never
write digits that can be a BSN as text, or as a number outside a column of numbers.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.intake.cellen import Cel, Celsoort
from sturing.intake.celwaarden import FORMULETEKST
from sturing.intake.melding import dag_tekst, getal_tekst, masker
from sturing.intake.schema import Kolom, Soort

_TINTEN = {
    Ernst.FOUT: {"bg_color": "#FAE9E7", "border": 1, "border_color": "#A3262A"},
    Ernst.LET_OP: {"bg_color": "#FBF0DC", "border": 1, "border_color": "#8A5600"},
}
_TEKST = "@"
_ALGEMEEN = "General"
_DAG = "dd-mm-yyyy"
_MAAND = "mmm yyyy"
_DUUR = "[h]:mm"
_EERSTE_JAAR = 1900
_GROOTSTE = 10**15
_GETALLEN = frozenset({Soort.GEHEEL, Soort.DECIMAAL, Soort.UREN, Soort.EURO, Soort.PERCENTAGE})
"""Columns in which eight or nine digits are a number and nothing else."""


class Celstijl:
    """The formats of one copy: one per number format and severity, made at the first use."""

    def __init__(self, boek: Workbook) -> None:
        self._boek = boek
        self._stijlen: dict[tuple[str, Ernst | None], Format] = {}

    def geef(self, opmaak: str, gevonden: Sequence[Bevinding]) -> Format:
        """The format of a cell with these findings; the most serious one gives the tint."""
        ernst = None
        if gevonden:
            fout = any(b.ernst is Ernst.FOUT for b in gevonden)
            ernst = Ernst.FOUT if fout else Ernst.LET_OP
        sleutel = (opmaak, ernst)
        if sleutel not in self._stijlen:
            tint = {} if ernst is None else _TINTEN[ernst]
            self._stijlen[sleutel] = self._boek.add_format({"num_format": opmaak, **tint})
        return self._stijlen[sleutel]

    def leeg(self, gevonden: Sequence[Bevinding]) -> Format:
        """The format of an empty cell with a finding."""
        return self.geef(_ALGEMEEN, gevonden)


def schrijf_cel(
    vel: Worksheet,
    rij: int,
    cel: Cel,
    kolom: Kolom | None,
    gevonden: Sequence[Bevinding],
    stijl: Celstijl,
) -> int:
    """Copy one cell to its own address; returns how many characters it shows.

    `kolom` is the column of the contract, None when it is not read.
    """
    plek = (rij - 1, cel.kolom - 1)
    waarde = cel.waarde
    if isinstance(waarde, bool):
        vel.write_boolean(*plek, waarde, stijl.geef(_ALGEMEEN, gevonden))
        return 6
    if isinstance(waarde, dt.timedelta):
        dagen = waarde / dt.timedelta(days=1)
        vel.write_number(*plek, dagen, stijl.geef(_DUUR, gevonden))
        return 8
    if isinstance(waarde, dt.date) and waarde.year >= _EERSTE_JAAR:
        opmaak = _MAAND if cel.soort is Celsoort.MAAND else _DAG
        vel.write_datetime(*plek, waarde, stijl.geef(opmaak, gevonden))
        return 10
    if isinstance(waarde, (int, float)) and _is_getal(waarde, kolom):
        vel.write_number(*plek, waarde, stijl.geef(_getalopmaak(cel.soort, waarde), gevonden))
        return len(str(waarde))
    tekst = _als_tekst(cel)
    vel.write_string(*plek, tekst, stijl.geef(_TEKST, gevonden))
    return len(tekst)


def _is_getal(waarde: int | float, kolom: Kolom | None) -> bool:
    """May this stand as a number: finite, not too long, and no digits that can be a BSN?"""
    if (isinstance(waarde, int) and abs(waarde) > _GROOTSTE) or not math.isfinite(waarde):
        return False
    tekst = getal_tekst(waarde)
    return (kolom is not None and kolom.soort in _GETALLEN) or masker(tekst) == tekst


def _getalopmaak(soort: Celsoort, waarde: float) -> str:
    if soort is not Celsoort.PROCENT:
        return _ALGEMEEN
    return "0%" if math.isclose(waarde * 100, round(waarde * 100)) else "0.00%"


def _als_tekst(cel: Cel) -> str:
    match cel.waarde:
        case _ if cel.soort is Celsoort.FORMULE:
            tekst = FORMULETEKST
        case bool():
            tekst = "ja" if cel.waarde else "nee"
        case int() | float():
            tekst = getal_tekst(cel.waarde)
        case dt.date():
            tekst = dag_tekst(cel.waarde)
        case _:
            tekst = str(cel.waarde)
    return masker(tekst.encode("utf-8", "replace").decode())
