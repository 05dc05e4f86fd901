"""Who has to deliver which sheet, and when: the planning & control calendar as dates of a year.

Owns `pc_kalender.csv`, one row per product of the cycle and sheet it needs, and its meaning. What
is usual and what is a choice of this product stand apart in that file, each in words. `jaar`
counts from the plan year (-1 is the year before). Must never read the clock. Unit: whole days.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from importlib.resources import files
from io import StringIO

from sturing.domain.keuzes import Rol
from sturing.domain.tijd import Maand
from sturing.engine.kalender import werkdag_van_maand


class Wanneer(StrEnum):
    """A fixed date, a working day of the month after each month, or always."""

    DATUM = "datum"
    WERKDAG = "werkdag"
    DOORLOPEND = "doorlopend"


class Grens(StrEnum):
    """`uiterlijk`: that day is the last one; `voor`: the day before it is."""

    UITERLIJK = "uiterlijk"
    VOOR = "voor"


class Maandeis(StrEnum):
    """Which months a sheet must hold: none in particular, each in its turn, or all of the year."""

    GEEN = ""
    PER_MAAND = "per maand"
    ALLE = "alle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalenderregel:
    """One product of the cycle and one sheet it needs.

    `vers_dagen`: with a date, a levering at most so many days before it counts; with `doorlopend`,
    the age at which a sheet is stale; None when being there is enough. `gebruikelijk` says what
    municipalities do, `eigen_keuze` what this product made of it, `bron` where it comes from.
    """

    product: str
    blad: str
    rol: Rol
    wanneer: Wanneer
    jaar: int
    maand: int
    dag: int
    grens: Grens
    vers_dagen: int | None
    maanden: Maandeis
    gebruikelijk: str
    eigen_keuze: str
    bron: str

    def laatste_dag(self, planjaar: int) -> date | None:
        """The last day on which this counts as in time; None without a fixed date."""
        if self.wanneer is not Wanneer.DATUM:
            return None
        dag = date(planjaar + self.jaar, self.maand, self.dag)
        return dag - timedelta(days=1) if self.grens is Grens.VOOR else dag

    def vers_vanaf(self, planjaar: int) -> date | None:
        """The first day of a levering that counts for this date; None when any levering does."""
        dag = self.laatste_dag(planjaar)
        if dag is None or self.vers_dagen is None:
            return None
        return dag - timedelta(days=self.vers_dagen)

    def dag_na_maand(self, maand: Maand) -> date:
        """The last day for the rows of one month: working day number `dag` of the next month."""
        return werkdag_van_maand(maand.plus(1), self.dag)


def lees_kalender(tekst: str) -> tuple[Kalenderregel, ...]:
    """The rows of the calendar, in order. Raises ValueError for a word that is not known."""
    return tuple(
        Kalenderregel(
            product=rij["product"],
            blad=rij["blad"],
            rol=Rol(rij["rol"]),
            wanneer=Wanneer(rij["wanneer"]),
            jaar=int(rij["jaar"] or 0),
            maand=int(rij["maand"] or 0),
            dag=int(rij["dag"] or 0),
            grens=Grens(rij["grens"] or Grens.UITERLIJK),
            vers_dagen=int(rij["vers_dagen"]) if rij["vers_dagen"] else None,
            maanden=Maandeis(rij["maanden"]),
            gebruikelijk=rij["gebruikelijk"],
            eigen_keuze=rij["eigen_keuze"],
            bron=rij["bron"],
        )
        for rij in csv.DictReader(StringIO(tekst))
    )


KALENDER = lees_kalender(
    files("sturing.analyses").joinpath("pc_kalender.csv").read_text(encoding="utf-8")
)
"""The calendar of this product."""


def regels_van(blad: str) -> tuple[Kalenderregel, ...]:
    """The rows of one sheet; empty for a sheet that nobody has to deliver (Normen)."""
    return tuple(regel for regel in KALENDER if regel.blad == blad)
