"""One cell of an OpenDocument workbook: its attributes and text -> the kind and value of a cell.

Owns: which attribute holds the value of which type, and how an error shows. Must never look at
another cell. A percentage stays the fraction, a date loses its time of day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from sturing.intake.cellen import Celsoort, Celwaarde
from sturing.intake.ods_opmaak import CALCEXT, OFFICE, TABLE, Opmaaklezer

_FORMULE = f"{TABLE} formula"
_WAARHEID = {"of:=TRUE()": True, "of:=FALSE()": False}
"""How LibreOffice keeps the yes and no of an Excel workbook that it opened."""
_GETAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_DUUR = re.compile(
    r"(-?)P(?:([0-9]{1,6})D)?T?(?:([0-9]{1,7})H)?(?:([0-9]{1,7})M)?"
    r"(?:([0-9]{1,7})(?:[.,][0-9]+)?S)?"
)
_FOUTTEKST = re.compile(r"#[A-Z0-9/_]+[!?]?|Err:[0-9]{3}|Fout:[0-9]{3}")

Waarde = tuple[Celsoort, Celwaarde]


class GeenGetalError(Exception):
    """The file calls the cell a number, but its value (`tekst`) is none."""

    def __init__(self, tekst: str) -> None:
        super().__init__(tekst)
        self.tekst = tekst


def celwaarde(
    kenmerken: Mapping[str, str], tekst: str, stijl: str, opmaak: Opmaaklezer
) -> Waarde | None:
    """Kind and value of a cell, None for an empty one. `tekst` is what it shows.

    Raises GeenGetalError for a number such as NaN.
    """
    if kenmerken.get(f"{CALCEXT} value-type") == "error":
        return (Celsoort.FOUT, tekst.strip() or "#?")
    soort = kenmerken.get(f"{OFFICE} value-type")
    waarheid = _WAARHEID.get(kenmerken.get(_FORMULE, ""))
    if waarheid is not None:
        return (Celsoort.JANEE, waarheid)
    match soort:
        case "float" | "currency" | "percentage":
            return _getal(kenmerken, tekst, 0 if soort == "percentage" else opmaak.nullen(stijl))
        case "date":
            return _datum(kenmerken, tekst, met_dag=opmaak.toont_dag(stijl))
        case "time":
            duur = _duur(kenmerken.get(f"{OFFICE} time-value", ""))
            return _tekst(tekst) if duur is None else (Celsoort.DUUR, duur)
        case "boolean":
            return (Celsoort.JANEE, kenmerken.get(f"{OFFICE} boolean-value") == "true")
        case "string":
            tekst = kenmerken.get(f"{OFFICE} string-value") or tekst
            if _FORMULE in kenmerken and _FOUTTEKST.fullmatch(tekst.strip()):
                return (Celsoort.FOUT, tekst.strip())
            return _tekst(tekst)
        case _:
            return _tekst(tekst) or _zonder_uitkomst(kenmerken)


def _getal(kenmerken: Mapping[str, str], tekst: str, nullen: int) -> Waarde | None:
    rauw = kenmerken.get(f"{OFFICE} value", "").strip()
    if not rauw:
        return _tekst(tekst) or _zonder_uitkomst(kenmerken)
    if _GETAL.fullmatch(rauw) is None:
        raise GeenGetalError(rauw)
    getal = float(rauw) if any(teken in ".eE" for teken in rauw) else int(rauw)
    if kenmerken.get(f"{OFFICE} value-type") == "percentage":
        return (Celsoort.PROCENT, getal)
    if nullen and isinstance(getal, int):
        return (Celsoort.TEKST, str(getal).zfill(nullen))
    return (Celsoort.GETAL, getal)


def _datum(kenmerken: Mapping[str, str], tekst: str, *, met_dag: bool) -> Waarde | None:
    try:
        dag = dt.date.fromisoformat(kenmerken.get(f"{OFFICE} date-value", "")[:10])
    except ValueError:
        return _tekst(tekst)
    return (Celsoort.DAG if met_dag else Celsoort.MAAND, dag)


def _zonder_uitkomst(kenmerken: Mapping[str, str]) -> Waarde | None:
    return (Celsoort.FORMULE, "") if _FORMULE in kenmerken else None


def _tekst(tekst: str) -> Waarde | None:
    return (Celsoort.TEKST, tekst) if tekst else None


def _duur(tekst: str) -> dt.timedelta | None:
    vondst = _DUUR.fullmatch(tekst)
    if vondst is None or not any(vondst.groups()[1:]):
        return None
    teken, *delen = vondst.groups()
    dagen, uren, minuten, seconden = (int(deel or 0) for deel in delen)
    duur = dt.timedelta(days=dagen, hours=uren, minutes=minuten, seconds=seconden)
    return -duur if teken else duur
