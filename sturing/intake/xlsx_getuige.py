"""A second, independent reader of a workbook: what went the fast way counts when it agrees.

The fast way (xlsx_herhaling.py) cuts the XML of a sheet by itself, so a mistake there would give a
wrong number without a word. calamine reads the same bytes with other code, in a few tenths of a
second for 100,000 rows; it knows no formats, no whole numbers and no error cells, so it cannot give
the cells, but it can contradict them. Owns: when it is asked and what counts as agreement. Runs in
the guarded process only: one crafted cell can end the whole process here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO

from python_calamine import CalamineWorkbook

from sturing.intake.cellen import Cel, Celsoort
from sturing.intake.xlsx_herhaling import Rijen

MAX_VLAK = 4_000_000
"""Rows times columns: calamine keeps every place of a sheet, also the empty ones."""

_NIET_TE_ZIEN = (Celsoort.FOUT, Celsoort.FORMULE)
"""An error and a formula without result are empty to calamine."""


class Getuige:
    """calamine on one workbook; opened when it is first asked."""

    def __init__(self, inhoud: bytes) -> None:
        self._inhoud = inhoud
        self._boek: CalamineWorkbook | None = None

    def bevestigt(self, blad: str, rijen: Rijen) -> bool:
        """Does calamine read the same values in these cells? False when it cannot tell."""
        if not rijen:
            return True
        if rijen[-1][0] * max(cellen[-1].kolom for _, cellen in rijen) > MAX_VLAK:
            return False
        try:
            boek = self._boek = self._boek or CalamineWorkbook.from_filelike(BytesIO(self._inhoud))
            rooster = boek.get_sheet_by_name(blad).to_python(skip_empty_area=False)
            return _gelijk(rijen, rooster)
        except MemoryError:
            raise
        except BaseException:
            # A fault in calamine arrives as a panic, which is no Exception; this file goes the
            # way of the reference reader, whatever it was.
            return False


def _gelijk(rijen: Rijen, rooster: Sequence[Sequence[object]]) -> bool:
    gezien: dict[int, object] = {}
    """Identity of a cell -> what calamine gave for it; equal cells must give the same again."""
    for nummer, cellen in rijen:
        waarden = rooster[nummer - 1]
        for cel in cellen:
            waarde = waarden[cel.kolom - 1]
            eerder = gezien.get(id(cel))
            if eerder is None:
                if not _past(cel, waarde):
                    return False
                gezien[id(cel)] = waarde
            elif waarde != eerder:
                return False
    return True


def _past(cel: Cel, waarde: object) -> bool:
    """Can this value of calamine be this cell? Of a date the day counts, of a duration its kind."""
    if cel.soort in _NIET_TE_ZIEN:
        return waarde == ""
    if cel.soort is Celsoort.DUUR:
        return isinstance(waarde, (dt.time, dt.timedelta, dt.datetime))
    if cel.soort in (Celsoort.DAG, Celsoort.MAAND) and isinstance(waarde, dt.datetime):
        return waarde.date() == cel.waarde
    if cel.soort is Celsoort.TEKST and isinstance(waarde, float):  # shown with leading zeros
        return str(cel.waarde).lstrip("0") == str(int(waarde)).lstrip("0")
    if cel.soort is Celsoort.TEKST and isinstance(waarde, str):  # blanks alone are empty to it
        return waarde == cel.waarde or waarde == str(cel.waarde).strip() == ""
    return waarde == cel.waarde
