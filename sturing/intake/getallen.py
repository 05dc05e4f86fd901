"""Numbers as people write them in a workbook: Dutch text, Excel numbers, durations, percentages.

Owns: which texts are a number, which are ambiguous, and rounding. Pure; must never guess. An Excel
number counts as its decimal text rounded half up to 6 decimals (rekenmodel section 1). Hours become
hundredths, euros cents, percentages stay as written (6.5 means 6.5%).
"""

from __future__ import annotations

import math
import re
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from sturing.intake.codes import Code
from sturing.intake.melding import Gebrek, getal_tekst

_ZES = Decimal("0.000001")
_TWEE = Decimal("0.01")
_MARGE = Decimal("1e-9")
"""A real number this near to two decimals counts as those two decimals."""

_DUIZEND = r"[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+"
_NEDERLANDS = re.compile(rf"([+-]?)((?:{_DUIZEND}|[0-9]+))(?:,([0-9]+))?")
_EEN_PUNT = re.compile(r"([+-]?)([0-9]+)\.([0-9]+)")
_UUR_MINUUT = re.compile(r"([+-]?)([0-9]{1,7}):([0-5][0-9])(?::([0-5][0-9]))?")
_EURO = re.compile(r"^(?:€|eur(?:o)?)\s*|\s*(?:€|euro?)$", re.IGNORECASE)
_ONEINDIG = ("nan", "inf", "infinity", "∞")
_LANGSTE = 40
"""A longer text is no number that a person typed."""


def uit_excel(getal: int | float) -> Decimal | Gebrek:
    """The exact decimal text of an Excel number; not rounded yet."""
    if isinstance(getal, int):
        return Decimal(getal)
    if not math.isfinite(getal):
        return Gebrek(
            code=Code.GETAL_NIET_EINDIG,
            wat=f"'{getal_tekst(getal)}' is geen eindig getal.",
            mag="Typ het getal opnieuw.",
        )
    return Decimal(repr(getal))


def uit_tekst(tekst: str, *, euro: bool = False) -> Decimal | Gebrek:
    """A Dutch number such as `1.234,5`; `1.234` and `1.5` are refused with both readings."""
    kaal = tekst.strip().replace("−", "-")
    if euro:
        kaal = _EURO.sub("", kaal).strip()
        kaal = re.sub(r",-{1,2}$", ",0", kaal)
    if kaal.lower().lstrip("+-") in _ONEINDIG:
        return Gebrek(
            code=Code.GETAL_NIET_EINDIG,
            wat=f"'{tekst}' is geen eindig getal.",
            mag="Typ een gewoon getal.",
        )
    if len(kaal) <= _LANGSTE:
        dubbel = _EEN_PUNT.fullmatch(kaal)
        if dubbel:
            return _dubbelzinnig(tekst, *dubbel.groups())
        vondst = _NEDERLANDS.fullmatch(kaal)
        if vondst:
            teken, heel, breuk = vondst.groups()
            cijfers = re.sub(r"[^0-9]", "", heel)
            return Decimal(f"{teken}{cijfers}.{breuk or '0'}")
    return Gebrek(code=Code.GETAL_ONGELDIG, wat=f"'{tekst}' is geen getal.")


def _dubbelzinnig(tekst: str, teken: str, heel: str, breuk: str) -> Gebrek:
    zonder = getal_tekst(Decimal(f"{teken}{heel}{breuk}"))
    met_komma = getal_tekst(Decimal(f"{teken}{heel}.{breuk}"))
    return Gebrek(
        code=Code.GETAL_DUBBELZINNIG,
        wat=f"'{tekst}' kan {zonder} zijn of {met_komma}.",
        mag=f"Typ {zonder} of {met_komma}.",
    )


def uren_uit_klok(tekst: str) -> Decimal | None:
    """Hours of `58:30` (or `58:30:15`), minutes rounded to a hundredth; None for other texts."""
    vondst = _UUR_MINUUT.fullmatch(tekst.strip().replace("−", "-"))
    if vondst is None:
        return None
    teken, uur, minuut, seconde = vondst.groups()
    seconden = int(uur) * 3600 + int(minuut) * 60 + int(seconde or 0)
    return _uren_van_seconden(-seconden if teken == "-" else seconden)


def uren_uit_duur(duur: timedelta) -> Decimal:
    """Hours of a duration cell [h]:mm, rounded half up to a hundredth."""
    return _uren_van_seconden(round(duur / timedelta(seconds=1)))


def _uren_van_seconden(seconden: int) -> Decimal:
    return (Decimal(seconden) / 3600).quantize(_TWEE, ROUND_HALF_UP)


def rond_zes(getal: Decimal) -> Decimal:
    """Rounded half up to 6 decimals, without trailing zeros."""
    if abs(getal) >= Decimal(10) ** 20:
        return getal
    rond = getal.quantize(_ZES, ROUND_HALF_UP).normalize()
    return rond if rond.as_tuple().exponent in range(-6, 1) else rond.quantize(Decimal(1))


def naar_honderdste(getal: Decimal) -> int | Gebrek:
    """Hundredths of hours or euros; more than two decimals is refused."""
    if abs(getal) >= Decimal(10) ** 15:
        return int(getal) * 100
    rond = getal.quantize(_TWEE, ROUND_HALF_UP)
    if abs(getal - rond) > _MARGE:
        return Gebrek(
            code=Code.TE_VEEL_DECIMALEN,
            wat=f"'{getal_tekst(getal)}' heeft meer dan twee decimalen.",
            mag="Rond af op 2 decimalen.",
        )
    return int(rond * 100)
