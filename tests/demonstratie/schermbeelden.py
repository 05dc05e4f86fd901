"""What every screen shows of the demonstration, as lines of text: one per word or number.

The day is fixed, so that a line differs only when the product or the demonstration does.

`python -m tests.demonstratie.schermbeelden` writes tests/golden/schermen/*.txt again; read the
difference before it is committed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

import time_machine

from sturing.domain.wie import Wie
from sturing.services.afspraken import afsprakenbeeld
from sturing.services.besluitscherm import besluiten
from sturing.services.blik import Kijk
from sturing.services.claims import claimsbeeld
from sturing.services.gebieden import gebieden
from sturing.services.gesprek import gesprek
from sturing.services.leveringen import gegevens
from sturing.services.managementcollectief import managementcollectief
from sturing.services.omgeving import Omgeving, open_omgeving, wie_van
from sturing.services.opdrachtgever import opdrachtgeverbeeld
from sturing.services.overzicht import overzicht
from sturing.services.prioriteiten import bord
from sturing.services.programmas import programmas
from sturing.services.rapportage import rapportage
from sturing.services.scenariolijst import scenariolijst
from sturing.services.signaalpagina import signalenbeeld
from sturing.services.teams import teams
from sturing.services.uitleg import uitleg
from sturing.services.uitlegbeeld import Uitlegbeeld
from sturing.services.volledigheid import volledigheid
from sturing.services.waarom import waarom

DAG = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
"""The day on which the demonstration is loaded and looked at."""
GOLDEN = Path(__file__).parents[1] / "golden" / "schermen"
DIRECTIE = "demo-directeur"
"""Sees every screen, and all that is on it."""


def _zonder_begrippen(beeld: object) -> object:
    """The terms are docs/begrippen.md, in which there is no number to keep."""
    assert isinstance(beeld, Uitlegbeeld)
    return replace(beeld, begrippen=())


Maker = Callable[[Omgeving, Wie, Kijk], object]

BEKEKEN: Mapping[str, Maker] = {
    "overzicht": overzicht,
    "opdrachtgever": lambda o, w, k: opdrachtgeverbeeld(o, w, "SM-R", k),
    "teams": lambda o, w, k: teams(o, w, "alle", k),
    "teamblad": lambda o, w, k: teams(o, w, "T14", k),
    "teamblad-personen": lambda o, w, k: teams(o, w, "T21", k),
    "managementcollectief": managementcollectief,
    "gebieden": lambda o, w, k: gebieden(o, w, k, "WES"),
    "programmas": lambda o, w, k: programmas(o, w, k, "D05", None, "financieel-hoog"),
    "afspraken": afsprakenbeeld,
    "rapportage": lambda o, w, k: rapportage(o, w, "opdrachtgever", "SM-R", k),
    "uitleg": lambda o, w, k: _zonder_begrippen(uitleg(o, w, "T14", k)),
}
"""The screens on which a scenario can be looked at, by name."""
VAN_NU: Mapping[str, Maker] = {
    "prioriteiten": lambda o, w, _k: bord(o, w),
    "waarom": lambda o, w, _k: waarom(o, w, "O003"),
    "claims": lambda o, w, _k: claimsbeeld(o, w),
    "besluiten": lambda o, w, _k: besluiten(o, w),
    "gesprek": lambda o, w, _k: gesprek(o, w, o.horizon()),
    "signalen": lambda o, w, _k: signalenbeeld(o, w),
    "scenarios": lambda o, w, _k: scenariolijst(o, w),
    "gegevens": lambda o, w, _k: gegevens(o, w),
    "volledigheid": lambda o, w, _k: volledigheid(o, w, peildag=DAG.date()),
}
"""The others: they show the plan in force, or a draft of their own."""
SCHERMEN: Mapping[str, Maker] = {**BEKEKEN, **VAN_NU}


@contextmanager
def demonstratie() -> Iterator[tuple[Omgeving, Wie]]:
    """A demonstration that is loaded and looked at on the fixed day, by the directie."""
    with tempfile.TemporaryDirectory() as map_, time_machine.travel(DAG, tick=False):
        omgeving = open_omgeving(Path(map_) / "demonstratie.duckdb", demo=True)
        try:
            yield omgeving, wie_van(omgeving, DIRECTIE)
        finally:
            omgeving.sluit()


def regels(beeld: object, pad: str = "") -> Iterator[str]:
    """`pad = waarde` for every value, in the order of the fields."""
    if is_dataclass(beeld) and not isinstance(beeld, type):
        for veld in fields(beeld):
            yield from regels(getattr(beeld, veld.name), f"{pad}.{veld.name}" if pad else veld.name)
    elif isinstance(beeld, Mapping):
        for sleutel, waarde in beeld.items():
            yield from regels(waarde, f"{pad}[{sleutel}]")
    elif isinstance(beeld, tuple | list):
        for nummer, waarde in enumerate(beeld):
            yield from regels(waarde, f"{pad}[{nummer}]")
    elif isinstance(beeld, frozenset):
        yield from regels(sorted(beeld), pad)
    elif isinstance(beeld, Enum):
        yield f"{pad} = {beeld.value}"
    elif beeld is not None and beeld is not False and beeld != "":
        yield f"{pad} = {beeld}"


def tekst(beeld: object) -> str:
    """All lines of a screen."""
    return "\n".join((type(beeld).__name__, *regels(beeld))) + "\n"


def bestand(naam: str) -> Path:
    return GOLDEN / f"{naam}.txt"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    with demonstratie() as (omgeving_, wie_):
        for naam_, maak_ in SCHERMEN.items():
            bestand(naam_).write_text(tekst(maak_(omgeving_, wie_, Kijk())), encoding="utf-8")
