"""One cell of an export -> the same cell as a workbook of Sturing would have it.

Owns: what exports write otherwise: a decimal point, a day with a time, a year where a month is
asked. Must never guess: what is not one of these stays as it is, and is judged as any other cell.
"""

from __future__ import annotations

import re

from sturing.intake.cellen import Cel, Celsoort
from sturing.intake.melding import getal_tekst
from sturing.intake.schema import Kolom, Soort

_GETALSOORTEN = (Soort.GEHEEL, Soort.DECIMAAL, Soort.UREN, Soort.EURO, Soort.PERCENTAGE)
_MET_PUNT = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.[0-9]+")
_MET_TIJD = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+(?:Z|[+-][0-9:]+)?")
_JAAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_EERSTE_MAAND = {"van": "01", "tot": "12"}


def celtekst(cel: Cel) -> str:
    """What stands in a cell as the text by which a koppeling knows it."""
    if cel.soort is Celsoort.GETAL and isinstance(cel.waarde, int | float):
        return getal_tekst(cel.waarde)
    return str(cel.waarde).strip()


def zet_om(cel: Cel, kolom: Kolom, plek: int, *, decimaalpunt: bool) -> Cel:
    """The cell at column number `plek`, read as a value of `kolom`."""
    tekst = celtekst(cel)
    if kolom.veld in _EERSTE_MAAND and _JAAR.fullmatch(tekst):
        return Cel(plek, Celsoort.TEKST, f"{tekst}-{_EERSTE_MAAND[kolom.veld]}")
    if cel.soort is Celsoort.TEKST:
        met_tijd = _MET_TIJD.fullmatch(tekst)
        if met_tijd:
            return Cel(plek, Celsoort.TEKST, met_tijd.group(1))
        if decimaalpunt and kolom.soort in _GETALSOORTEN and _MET_PUNT.fullmatch(tekst):
            return Cel(plek, Celsoort.TEKST, tekst.replace(",", "").replace(".", ","))
    return Cel(plek, cel.soort, cel.waarde)
