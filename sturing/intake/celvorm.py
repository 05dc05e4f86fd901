"""One cell on its way between two processes: plain values that JSON knows, checked on arrival.

Owns: which value a cell of each kind may have there. Must never trust what comes in: the process
that sent it parses hostile files. Units: days as a number of days, durations as microseconds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sturing.intake.cellen import Cel, Celsoort
from sturing.intake.celscan import EXCEL_KOLOMMEN

_SOORTEN = tuple(Celsoort)
_NUMMERS = {soort: nummer for nummer, soort in enumerate(_SOORTEN)}
_TYPEN: Mapping[Celsoort, tuple[type, ...]] = {
    Celsoort.GETAL: (int, float),
    Celsoort.PROCENT: (int, float),
    Celsoort.TEKST: (str,),
    Celsoort.JANEE: (bool,),
    Celsoort.DAG: (int,),
    Celsoort.MAAND: (int,),
    Celsoort.DUUR: (int,),
    Celsoort.FOUT: (str,),
    Celsoort.FORMULE: (str,),
}
"""What a value crosses as: days as a number of days, durations as microseconds."""
_MICROSECONDE = dt.timedelta(microseconds=1)


class OverdrachtError(Exception):
    """What came back is not what a guarded process writes, or it stopped halfway."""


def pak_in(cel: Cel) -> tuple[int, int, str | int | float | bool]:
    """Column, number of its kind, and its value as JSON can say it."""
    waarde = cel.waarde
    if isinstance(waarde, dt.date):
        waarde = waarde.toordinal()
    elif isinstance(waarde, dt.timedelta):
        waarde = waarde // _MICROSECONDE
    return (cel.kolom, _NUMMERS[cel.soort], waarde)


def pak_uit(rauw: list[Any]) -> Cel:
    """The cell of these three values. Raises OverdrachtError, or a ValueError or TypeError of what
    cannot be a cell."""
    kolom, nummer, waarde = rauw
    if type(kolom) is not int or not 1 <= kolom <= EXCEL_KOLOMMEN:
        raise OverdrachtError("onjuiste kolom")
    soort = _SOORTEN[nummer]
    if type(waarde) not in _TYPEN[soort]:
        raise OverdrachtError(f"onjuiste waarde van {soort}")
    if type(waarde) is str:
        tekst_van(waarde)
    elif soort in (Celsoort.DAG, Celsoort.MAAND):
        waarde = dt.date.fromordinal(waarde)
    elif soort is Celsoort.DUUR:
        waarde = waarde * _MICROSECONDE
    return Cel(kolom, soort, waarde)


def tekst_van(waarde: object) -> str:
    """`waarde`, a text that can be stored. Raises OverdrachtError or UnicodeEncodeError."""
    if not isinstance(waarde, str):
        raise OverdrachtError("geen tekst")
    if not waarde.isascii():
        waarde.encode("utf-8")  # half a sign cannot be stored: UnicodeEncodeError is a ValueError
    return waarde
