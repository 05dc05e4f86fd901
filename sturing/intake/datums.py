"""Months and days as people write them in a workbook.

Owns: which texts are a month and which a day. Pure; must never read the clock. A month is kept as
its first day together with the fact that it is a month.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from sturing.intake.schema import normaal

_MAANDNAMEN = (
    ("jan", "januari"),
    ("feb", "februari"),
    ("mrt", "maart"),
    ("apr", "april"),
    ("mei",),
    ("jun", "juni"),
    ("jul", "juli"),
    ("aug", "augustus"),
    ("sep", "sept", "september"),
    ("okt", "oktober"),
    ("nov", "november"),
    ("dec", "december"),
)
_NUMMER = {naam: nummer for nummer, namen in enumerate(_MAANDNAMEN, start=1) for naam in namen}

_JAAR_MAAND = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})")
_MAAND_JAAR = re.compile(r"([0-9]{1,2})[-/]([0-9]{4})")
_NAAM_JAAR = re.compile(r"([a-zA-Z]{3,9})\.?[ \u00a0-]*([0-9]{4})")
_DAG_MAAND_JAAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_JAAR_MAAND_DAG = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ T]00:00(?::00)?)?")
_DAG_NAAM_JAAR = re.compile(r"([0-9]{1,2})[ \u00a0-]+([a-zA-Z]{3,9})\.?[ \u00a0-]+([0-9]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A month (`dag` is its first day) or a day."""

    dag: date
    hele_maand: bool

    @property
    def laatste_dag(self) -> date:
        """The last day of the month when it is a month, else the day itself."""
        if not self.hele_maand:
            return self.dag
        return einde_van_maand(self.dag)


def einde_van_maand(dag: date) -> date:
    """The last day of the month of `dag`."""
    return dag.replace(day=calendar.monthrange(dag.year, dag.month)[1])


def moment_uit_tekst(tekst: str) -> Moment | None:
    """`2027-03`, `mrt 2027`, `maart 2027`, `31-12-2027` or `2027-12-31`; None for other texts."""
    kaal = tekst.strip()
    for patroon, volgorde in ((_JAAR_MAAND, (0, 1)), (_MAAND_JAAR, (1, 0))):
        if vondst := patroon.fullmatch(kaal):
            delen = [int(deel) for deel in vondst.groups()]
            return _maand(delen[volgorde[0]], delen[volgorde[1]])
    if vondst := _NAAM_JAAR.fullmatch(kaal):
        return _maand(int(vondst[2]), _NUMMER.get(normaal(vondst[1]), 0))
    if vondst := _DAG_MAAND_JAAR.fullmatch(kaal):
        return _dag(int(vondst[3]), int(vondst[2]), int(vondst[1]))
    if vondst := _JAAR_MAAND_DAG.fullmatch(kaal):
        return _dag(int(vondst[1]), int(vondst[2]), int(vondst[3]))
    if vondst := _DAG_NAAM_JAAR.fullmatch(kaal):
        return _dag(int(vondst[3]), _NUMMER.get(normaal(vondst[2]), 0), int(vondst[1]))
    return None


def _maand(jaar: int, maand: int) -> Moment | None:
    if jaar < 1 or not 1 <= maand <= 12:
        return None
    return Moment(dag=date(jaar, maand, 1), hele_maand=True)


def _dag(jaar: int, maand: int, dag: int) -> Moment | None:
    if jaar < 1 or not 1 <= maand <= 12 or not 1 <= dag <= calendar.monthrange(jaar, maand)[1]:
        return None
    return Moment(dag=date(jaar, maand, dag), hele_maand=False)
