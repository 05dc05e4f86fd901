"""The cases of damaged cells, packed in as few workbooks as possible.

One start of LibreOffice takes seconds, so cases share a workbook where they can: in different
cells, and on sheets that have many rows each case in a row of its own. The findings of such a
workbook are compared before and after, whatever they are together.
"""

from __future__ import annotations

from io import BytesIO

import openpyxl

from tests.intake.bouwer import boek, goed, zet
from tests.intake.test_foute_werkboeken import CEL

_RIJEN = 30
"""Rows that a case of the first row may also stand in, on the sheets with most cases."""


def _ruim() -> dict[str, list[list[object]]]:
    """The sound workbook with many more rows of Inzet and Capaciteit."""
    bladen = goed()
    for nummer in range(_RIJEN):
        jaar = 2028 + nummer
        bladen["Capaciteit"].append(["T01", f"{jaar}-01", f"{jaar}-12", "bezetting", 5])
        bladen["Inzet"].append(["O2", "T01", f"{jaar}-01", f"{jaar}-12", 120])
    return bladen


def werkboeken_met_gebreken() -> dict[str, bytes]:
    """`gebreken-1`, `gebreken-2`, ...: together all cases that a workbook of Excel can hold.

    A formula without a result is left out: LibreOffice calculates it, and then it has one.
    """
    stapels: list[dict[str, object]] = []
    for plek, waarde, code in CEL:
        if code == "FORMULE_ZONDER_UITKOMST":
            continue
        for stapel in stapels:
            vrij = next((p for p in _plekken(plek) if p not in stapel), None)
            if vrij is not None:
                stapel[vrij] = waarde
                break
        else:
            stapels.append({plek: waarde})
    return {f"gebreken-{n}": _werkboek(stapel) for n, stapel in enumerate(stapels, start=1)}


def _plekken(plek: str) -> list[str]:
    """Where a case may stand: its own cell, or the same column further down."""
    blad, _, adres = plek.partition("_")
    eerste = len(goed()[blad]) + 1
    if blad not in ("Inzet", "Capaciteit") or not adres.endswith("2"):
        return [plek]
    return [plek, *(f"{blad}_{adres[:-1]}{rij}" for rij in range(eerste, eerste + _RIJEN))]


def _werkboek(cellen: dict[str, object]) -> bytes:
    werkboek = openpyxl.load_workbook(BytesIO(boek(_ruim())))
    for plek, waarde in cellen.items():
        blad, _, adres = plek.partition("_")
        cel = werkboek[blad][adres]
        cel.value = None
        zet(cel, waarde)
    uit = BytesIO()
    werkboek.save(uit)
    return uit.getvalue()
