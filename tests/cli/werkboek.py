"""A workbook small enough to calculate by hand, and the command line as a test calls it.

One team of 1 fte, norms without leave, sickness, overhead or reserved time: January 2027 has 20
working days (1 January is a holiday), so 160 hours. Two opdrachten ask 100 hours each of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from sturing import cli

Blad = Sequence[Sequence[Any]]

BLADEN: dict[str, Blad] = {
    "Teams": [("team", "naam", "soort", "domein"), ("T01", "Wonen", "opgave", "ruimtelijk")],
    "Personen": [
        ("persoon", "naam", "rol", "domein"),
        ("P1", "Manager ruimtelijk", "strategisch manager", "ruimtelijk"),
    ],
    "Gebieden": [("gebied", "naam", "soort"), ("G0", "Hele gemeente", "gemeentebreed")],
    "Opdrachten": [
        ("opdracht", "naam", "soort werk", "opdrachtgever", "status", "rang"),
        ("O1", "Spoorzone", "strategische agenda", "P1", "gepland", 1),
        ("O2", "Schapenweide", "strategische agenda", "P1", "gepland", 2),
    ],
    "Capaciteit": [
        ("team", "van", "tot", "soort", "fte"),
        ("T01", "2027-01", "2027-12", "bezetting", 1),
    ],
    "Inzet": [
        ("opdracht", "team", "van", "tot", "uren"),
        ("O1", "T01", "2027-01", "2027-01", 100),
        ("O2", "T01", "2027-01", "2027-01", 100),
    ],
    "Normen": [
        ("jaar", "voltijd uren per week", "verlofuren", "verzuim %", "indirect %", "ruimte %"),
        (2027, 40, 0, 0, 0, 0),
    ],
}


def schrijf(pad: Path, **anders: Blad) -> Path:
    """Write the workbook to `pad`, with sheets replaced by those in `anders`."""
    with xlsxwriter.Workbook(pad) as boek:
        for naam, rijen in (BLADEN | anders).items():
            vel = boek.add_worksheet(naam)
            for nummer, rij in enumerate(rijen):
                vel.write_row(nummer, 0, rij)
    return pad


@dataclass(frozen=True)
class Antwoord:
    """What one command gave: its exit code and what stood on each stream."""

    code: int
    uit: str
    fout: str

    @property
    def json(self) -> Any:
        """The whole of stdout as JSON; fails when anything else stands there."""
        return json.loads(self.uit)


class Opdrachtregel:
    """Runs `sturing` in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *argumenten: object) -> Antwoord:
        """Carry out one command line."""
        self._capsys.readouterr()
        code = cli.run([str(a) for a in argumenten])
        uit, fout = self._capsys.readouterr()
        return Antwoord(code, uit, fout)
