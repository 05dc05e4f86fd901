"""What reading one cell gives: a value, and what is wrong or worth a look.

Owns: the sentence that says what a column may hold. Must never read a cell.
"""

from __future__ import annotations

from typing import NamedTuple

from sturing.domain.levering import Waarde
from sturing.intake.codes import Code
from sturing.intake.melding import Gebrek, opsomming
from sturing.intake.schema import Kolom, Soort


class Gelezen(NamedTuple):
    """The value, None when the cell gives none, and what is wrong or worth a look."""

    waarde: Waarde
    gebreken: tuple[Gebrek, ...] = ()


def toegestaan(kolom: Kolom) -> str:
    """The sentence that says what a column may hold, with an example."""
    match kolom.soort:
        case Soort.KEUZE | Soort.JANEE:
            return f"Toegestaan: {opsomming(list(kolom.toegestaan))}."
        case Soort.UREN:
            wat = "uren, bijvoorbeeld 120 of 1.234,5"
        case Soort.EURO:
            wat = "euro's, bijvoorbeeld 12500 of 12.500,75"
        case Soort.PERCENTAGE:
            wat = "een percentage, bijvoorbeeld 20 of 20%"
        case Soort.GEHEEL:
            wat = f"een heel getal, bijvoorbeeld {kolom.voorbeeld}"
        case Soort.DECIMAAL:
            wat = f"een getal, bijvoorbeeld {kolom.voorbeeld}"
        case Soort.MAAND | Soort.MAAND_TOT:
            wat = "een maand, bijvoorbeeld mrt 2027 of 2027-03"
        case Soort.VAN | Soort.TOT:
            wat = "een maand of dag, bijvoorbeeld mrt 2027 of 31-12-2027"
        case Soort.DAG:
            wat = "een dag, bijvoorbeeld 31-12-2027"
        case _:
            wat = f"tekst, bijvoorbeeld {kolom.voorbeeld}"
    return f"Toegestaan: {wat}."


def weiger(code: Code, wat: str, mag: str) -> Gelezen:
    """No value, for one reason."""
    return Gelezen(None, (Gebrek(code=code, wat=wat, mag=mag),))
