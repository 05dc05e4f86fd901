"""A stored row in the words of its sheet: the text of every cell.

Owns how a value of a column is written for a reader. Must never judge a right. Units in as in
levering.Rij; hours come out in hours, euros in euros, a window as months where it holds whole ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from sturing.domain.levering import Rij, Waarde
from sturing.domain.tijd import Maand
from sturing.intake.schema import PER_BLAD, Kolom, Soort
from sturing.services import notatie

_MEESTE_DECIMALEN = 6


def kolommen(blad: str) -> tuple[str, ...]:
    """The heads of the stored columns of a sheet, in the order of the contract."""
    return tuple(kolom.kolom for kolom in _opgeslagen(blad))


def cellen(blad: str, rij: Rij) -> tuple[str, ...]:
    """The text of every stored column of one row; empty for an empty cell."""
    return tuple(celtekst(kolom, rij.get(kolom.veld)) for kolom in _opgeslagen(blad))


def celtekst(kolom: Kolom, waarde: Waarde) -> str:
    """One value as a reader writes it; empty for None."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return _dag(kolom.soort, waarde)
    if isinstance(waarde, Decimal):
        tekst = _decimaal(waarde)
        return f"{tekst}%" if kolom.soort is Soort.PERCENTAGE else tekst
    if isinstance(waarde, int):
        if kolom.soort in (Soort.UREN, Soort.EURO):
            return _decimaal(Decimal(waarde) / 100)
        return str(waarde) if kolom.sleutel else notatie.getal(waarde)
    return waarde


def _opgeslagen(blad: str) -> Sequence[Kolom]:
    return [kolom for kolom in PER_BLAD[blad].kolommen if kolom.opgeslagen]


def _dag(soort: Soort, waarde: date) -> str:
    morgen = waarde + timedelta(days=1) if waarde < date.max else waarde
    hele_maand = {
        Soort.MAAND: True,
        Soort.MAAND_TOT: True,
        Soort.VAN: waarde.day == 1,
        Soort.TOT: morgen.day == 1,
    }
    if hele_maand.get(soort, False):
        return f"{notatie.maand_kort(Maand.van_dag(waarde))} {waarde.year}"
    return notatie.datum(waarde)


def _decimaal(waarde: Decimal) -> str:
    kort = waarde.normalize()
    exponent = kort.as_tuple().exponent
    achter = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return notatie.getal(waarde, min(achter, _MEESTE_DECIMALEN))
