"""A stored row in the words of its sheet: the text of every cell, and of its window.

Owns how a value of a column is written for a reader, in a difference as in a state. Must never
judge a right. Units in as in levering.Rij; hours come out in hours, euros in euros, a window as
months where it holds whole ones. A percentage has no sign: the heading of its column has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from sturing.domain.levering import Rij, Waarde
from sturing.domain.tijd import Maand
from sturing.intake.schema import PER_BLAD, Kolom, Soort
from sturing.services import notatie


def kolommen(blad: str) -> tuple[str, ...]:
    """The heads of the stored columns of a sheet, in the order of the contract."""
    return tuple(kolom.kolom for kolom in _opgeslagen(blad))


def cellen(blad: str, rij: Rij) -> tuple[str, ...]:
    """The text of every stored column of one row; empty for an empty cell."""
    return tuple(celtekst(kolom, rij.get(kolom.veld)) for kolom in _opgeslagen(blad))


def celtekst(kolom: Kolom, waarde: Waarde) -> str:
    """One value as a reader writes it; empty for None."""
    match waarde:
        case None:
            return ""
        case bool():
            return "ja" if waarde else "nee"
        case int() if kolom.soort in (Soort.UREN, Soort.EURO):
            return notatie.getal(Fraction(waarde, 100), 2 if waarde % 100 else 0)
        case int():
            return str(waarde) if _is_nummer(kolom) else notatie.getal(waarde)
        case Decimal():
            decimalen = -int(waarde.normalize().as_tuple().exponent)
            return notatie.getal(waarde, max(decimalen, 0))
        case date():
            return _dag(kolom.soort, waarde)
    return waarde


def venstertekst(blad: str, rij: Rij) -> str:
    """`jan t/m dec 2027`, `jul 2026 t/m jun 2027`, `mrt 2027`; open ends are left out."""
    per_veld = PER_BLAD[blad].per_veld
    begin, einde = (
        celtekst(per_veld[veld], rij.get(veld)) if veld in per_veld else ""
        for veld in ("van", "tot")
    )
    if not einde:
        return begin and f"vanaf {begin}"
    if begin == einde:
        return begin
    if not begin:
        return f"tot en met {einde}"
    if begin[:3].isalpha() and einde[:3].isalpha() and begin[-4:] == einde[-4:]:
        begin = begin[:3]
    return f"{begin} t/m {einde}"


def _is_nummer(kolom: Kolom) -> bool:
    """A year, a rule or a place names something: no dots in it."""
    return kolom.sleutel or kolom.veld == "rang"


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
