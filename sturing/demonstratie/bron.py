"""Reads the source tables of the demonstration organisation (`bron/*.csv`) as rows of the contract.

Owns: how a cell of a source table becomes a value. A table has the column headings of its sheet in
the workbook contract and, where it helps a reader, columns of its own that are left out of the
rows. Must never invent a fact. Units in the tables: hours and euros whole or with a decimal point,
months as 2027-01, days as 2027-01-31; an empty cell is unknown. Codes are text.
"""

from __future__ import annotations

import calendar
import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from importlib.resources import files
from io import StringIO

from sturing.domain.levering import Rij, Waarde
from sturing.errors import InvariantError
from sturing.intake.schema import PER_BLAD, Kolom, Soort

Bronrij = dict[str, str]

_TEKST = frozenset(
    (Soort.CODE, Soort.CODES, Soort.TAAKVELD, Soort.VORIGE_CODE, Soort.TEKST, Soort.KEUZE)
)
_EINDE = frozenset((Soort.TOT, Soort.MAAND_TOT))


def lees_bron(naam: str) -> tuple[Bronrij, ...]:
    """The rows of `bron/<naam>.csv` as text, in order of the file."""
    tekst = files("sturing.demonstratie").joinpath("bron", f"{naam}.csv").read_text("utf-8")
    return tuple(csv.DictReader(StringIO(tekst)))


def lees_rijen(blad: str, bron: Sequence[Bronrij] | None = None) -> tuple[Rij, ...]:
    """The rows of a sheet from the source table of that name, or from the rows given.

    Raises InvariantError for a cell that its column does not take.
    """
    kolommen = [kolom for kolom in PER_BLAD[blad].kolommen if kolom.opgeslagen]
    return tuple(
        {kolom.veld: _waarde(kolom, rij.get(kolom.kolom) or "") for kolom in kolommen}
        for rij in (lees_bron(blad.lower()) if bron is None else bron)
    )


def _waarde(kolom: Kolom, tekst: str) -> Waarde:
    """The stored value of one cell (see sturing.domain.levering)."""
    if not tekst:
        return None
    if kolom.soort in _TEKST:
        return tekst
    if kolom.soort is Soort.JANEE:
        return tekst == "ja"
    if kolom.soort is Soort.GEHEEL:
        return int(tekst)
    if kolom.soort in (Soort.UREN, Soort.EURO):
        return _honderdsten(kolom, tekst)
    if kolom.soort in (Soort.DECIMAAL, Soort.PERCENTAGE):
        return Decimal(tekst)
    return _dag(tekst, einde=kolom.soort in _EINDE)


def _honderdsten(kolom: Kolom, tekst: str) -> int:
    """Hours or euros in whole hundredths."""
    waarde = Decimal(tekst) * 100
    if waarde != int(waarde):
        raise InvariantError(f"'{tekst}' heeft meer dan twee decimalen.", kolom.kolom)
    return int(waarde)


def _dag(tekst: str, *, einde: bool) -> date:
    """`2027-01-31` is that day; `2027-01` is its first day, or its last for the end of a window."""
    if len(tekst) > len("2027-01"):
        return date.fromisoformat(tekst)
    jaar, maand = int(tekst[:4]), int(tekst[5:])
    return date(jaar, maand, calendar.monthrange(jaar, maand)[1] if einde else 1)
