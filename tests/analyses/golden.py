"""The demonstration as the analyses see it, and the golden files of it.

`python -m tests.analyses.golden` writes tests/golden/analyse-*.json again; read the difference
before it is committed. Hours are hundredths and euros cents; fractions have four decimals.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path

from sturing.analyses.afspraken.regels import STANDAARD
from sturing.analyses.afspraken.stof import toetsstof
from sturing.analyses.kolom import Kolom
from sturing.analyses.register import OVER_AFSPRAKEN, REGISTER
from sturing.demonstratie.identiteiten import PLANJAAR
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.store.opslag import Opslag
from sturing.store.plan import lees_plan
from tests.demonstratie.laden import lees_in

ROOT = Path(__file__).parents[2]
OP_PLAATS = ("opdracht-maand", "team-opdracht", "warmtekaart", "besteed")
"""Of hundreds of rows: the names of the columns stand once above them."""
JAREN = {
    "besteed": 2026,
    "besteed-team": 2026,
    "afhankelijkheid": 2027,
    "teamplan": 2027,
    "zelforganisatie": 2027,
    "teamondersteuning": 2027,
    "formatie": 2027,
    "ondersteunend": 2027,
    "ontwikkelopgave": 2027,
    "focus-team": 2027,
    "meerdere-teams": 2027,
}
"""Analysis of teams (golden_teams.py) -> the year looked at: hours are spent in the year before the
plan year."""
NAMEN = tuple(naam for naam in REGISTER if naam not in JAREN)
"""The analyses of the plan year: every other one."""
AFSPRAKEN = tuple(OVER_AFSPRAKEN)
DAG = date(2026, 11, 16)
"""The day on which the afspraken of the demonstration are looked at."""


@cache
def demonstratie() -> Uitkomst:
    """The plan in force of the demonstration, plan year 2027."""
    opslag = Opslag.open(None, demo=True)
    try:
        lees_in(opslag, sorted((ROOT / "data" / "demonstratie").glob("*.xlsx")))
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
    if naam in OVER_AFSPRAKEN:
        over = OVER_AFSPRAKEN[naam]
        stof = toetsstof(uitkomst, DAG)
        return _als_json(over.kolommen, over.compute(stof, STANDAARD, ()))
    analyse = REGISTER[naam]
    maak = _op_plaats if naam in OP_PLAATS else _als_json
    return maak(analyse.kolommen, analyse.compute(uitkomst))


def _als_json(kolommen: Sequence[Kolom], regels: Sequence[object]) -> str:
    rijen = [
        json.dumps(
            {kolom.veld: _waarde(getattr(rij, kolom.veld)) for kolom in kolommen},
            ensure_ascii=False,
        )
        for rij in regels
    ]
    return "[\n" + ",\n".join(rijen) + "\n]\n"


def _op_plaats(kolommen: Sequence[Kolom], regels: Sequence[object]) -> str:
    velden = [kolom.veld for kolom in kolommen]
    rijen: list[list[object]] = [
        list(velden),
        *([_waarde(getattr(rij, veld)) for veld in velden] for rij in regels),
    ]
    return "[\n" + ",\n".join(json.dumps(rij, ensure_ascii=False) for rij in rijen) + "\n]\n"


def bestand(naam: str) -> Path:
    return ROOT / "tests" / "golden" / f"analyse-{naam}.json"


if __name__ == "__main__":
    for naam_ in (*NAMEN, *AFSPRAKEN):
        bestand(naam_).write_text(als_json(naam_, demonstratie()), encoding="utf-8")
