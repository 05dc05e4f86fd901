"""The demonstration as the analyses see it, and the golden files of it.

`python -m tests.analyses.golden` writes tests/golden/analyse-*.json again; read the difference
before it is committed. Hours are hundredths and euros cents; fractions have four decimals.
"""

from __future__ import annotations

import json
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path

from sturing.analyses.register import REGISTER
from sturing.demonstratie.identiteiten import PLANJAAR
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.store.opslag import Opslag
from sturing.store.plan import lees_plan
from tests.demonstratie.laden import lees_in

ROOT = Path(__file__).parents[2]
NAMEN = (
    "portefeuillehouder",
    "gebied",
    "programma",
    "team",
    "soort-werk",
    "domein",
    "gebiedsagenda",
    "gebiedsthema",
    "gebiedsmaand",
    "doel",
    "begroting",
    "besteding",
    "kernwaarde",
    "stroom",
)
"""The analyses with a golden file: those of some hundreds of rows at most."""
NIET_NODIG = ("teamplannen", "uren-")
"""Workbooks that no figure of an analysis rests on; left out because they take long to read."""


@cache
def demonstratie() -> Uitkomst:
    """The plan in force of the demonstration, plan year 2027."""
    opslag = Opslag.open(None, demo=True)
    try:
        paden = sorted((ROOT / "data" / "demonstratie").glob("*.xlsx"))
        lees_in(opslag, [pad for pad in paden if not pad.name.startswith(NIET_NODIG)])
        return reken(lees_plan(opslag), Horizon.planjaar(PLANJAAR))
    finally:
        opslag.close()


def _waarde(waarde: object) -> object:
    if isinstance(waarde, StrEnum):
        return waarde.value
    if isinstance(waarde, (Fraction, Decimal)):
        return round(float(waarde), 4)
    return str(waarde) if isinstance(waarde, Maand) else waarde


def als_json(naam: str, uitkomst: Uitkomst) -> str:
    """One row a line, so that a difference can be read."""
    analyse = REGISTER[naam]
    rijen = [
        json.dumps(
            {kolom.veld: _waarde(getattr(rij, kolom.veld)) for kolom in analyse.kolommen},
            ensure_ascii=False,
        )
        for rij in analyse.compute(uitkomst)
    ]
    return "[\n" + ",\n".join(rijen) + "\n]\n"


def bestand(naam: str) -> Path:
    return ROOT / "tests" / "golden" / f"analyse-{naam}.json"


if __name__ == "__main__":
    for naam_ in NAMEN:
        bestand(naam_).write_text(als_json(naam_, demonstratie()), encoding="utf-8")
