"""The number formats of an OpenDocument workbook: does a style show a day, or leading zeros?

Owns: styles and what they rest on. Fed with the elements of styles.xml and content.xml in order;
must never look at a cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_ODF}office:1.0"
STYLE = f"{_ODF}style:1.0"
TABLE = f"{_ODF}table:1.0"
TEXT = f"{_ODF}text:1.0"
NUMBER = f"{_ODF}datastyle:1.0"
CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
"""Declared by LibreOffice, which marks cells with an error by it."""

_FORMATEN = tuple(
    f"{NUMBER} {soort}-style" for soort in ("number", "date", "time", "percentage", "currency")
)
_MAX_STAPPEN = 20
"""Styles that rest on another one, one above the other."""


@dataclass(slots=True, kw_only=True)
class _Formaat:
    """One number format. `nullen` digits are shown at least; `kaal` has nothing but a number."""

    is_datum: bool
    met_dag: bool = False
    nullen: int = 0
    delen: int = 0


class Opmaaklezer:
    """Collects the styles of one file, and answers what a style shows."""

    def __init__(self) -> None:
        self._formaten: dict[str, _Formaat] = {}
        self._stijlen: dict[str, tuple[str, str]] = {}
        """Name of a style -> its number format and the style it rests on."""
        self._formaat: _Formaat | None = None

    def begin(self, naam: str, kenmerken: Mapping[str, str]) -> None:
        """An element begins; those that are no style or format are passed over."""
        if naam in _FORMATEN:
            self._formaat = _Formaat(is_datum=naam == f"{NUMBER} date-style")
            self._formaten[kenmerken.get(f"{STYLE} name", "")] = self._formaat
        elif naam == f"{STYLE} style":
            if kenmerken.get(f"{STYLE} family") == "table-cell":
                self._stijlen[kenmerken.get(f"{STYLE} name", "")] = (
                    kenmerken.get(f"{STYLE} data-style-name", ""),
                    kenmerken.get(f"{STYLE} parent-style-name", ""),
                )
        elif self._formaat is not None:
            self._formaat.delen += 1
            if naam == f"{NUMBER} day":
                self._formaat.met_dag = True
            elif (
                naam == f"{NUMBER} number" and kenmerken.get(f"{NUMBER} decimal-places", "0") == "0"
            ):
                cijfers = kenmerken.get(f"{NUMBER} min-integer-digits", "0")
                self._formaat.nullen = int(cijfers) if cijfers.isdecimal() else 0

    def einde(self, naam: str) -> None:
        """An element ends."""
        if naam in _FORMATEN:
            self._formaat = None

    def toont_dag(self, stijl: str) -> bool:
        """Does a date in this style show its day? A style without a format of dates does."""
        formaat = self._van(stijl)
        return formaat is None or not formaat.is_datum or formaat.met_dag

    def nullen(self, stijl: str) -> int:
        """How many digits a code of nothing but zeros (`000`) shows at least; 0 for another one."""
        formaat = self._van(stijl)
        if formaat is None or formaat.is_datum or formaat.delen != 1 or formaat.nullen < 2:
            return 0
        return min(formaat.nullen, 20)

    def _van(self, stijl: str) -> _Formaat | None:
        for _ in range(_MAX_STAPPEN):
            formaat, boven = self._stijlen.get(stijl, ("", ""))
            if formaat:
                return self._formaten.get(formaat)
            if not boven:
                return None
            stijl = boven
        return None
