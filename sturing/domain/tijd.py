"""Time: months, windows and the horizon. Owns how the plan counts time; units are whole days."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sturing.errors import InvoerError

MAX_HORIZON_MAANDEN = 60
"""The horizon is a plan year by default, up to sixty months (rekenmodel section 2)."""


@dataclass(frozen=True, slots=True, order=True)
class Maand:
    """One calendar month."""

    jaar: int
    maand: int

    def __post_init__(self) -> None:
        if not (1 <= self.maand <= 12 and 1900 <= self.jaar <= 2200):
            raise InvoerError(
                f"'{self.jaar}-{self.maand:02d}' is geen maand.",
                hint="Schrijf een maand als 2027-01.",
            )

    @classmethod
    def van_tekst(cls, tekst: str) -> Maand:
        """Read `2027-01`. Raises InvoerError, in Dutch, for anything else."""
        deel = tekst.strip().split("-")
        vorm = [(len(d), d.isascii() and d.isdecimal()) for d in deel]
        if vorm == [(4, True), (2, True)]:
            return cls(int(deel[0]), int(deel[1]))
        raise InvoerError(f"'{tekst}' is geen maand.", hint="Schrijf een maand als 2027-01.")

    @classmethod
    def van_dag(cls, dag: date) -> Maand:
        return cls(dag.year, dag.month)

    @property
    def eerste_dag(self) -> date:
        return date(self.jaar, self.maand, 1)

    @property
    def laatste_dag(self) -> date:
        return date(self.jaar, self.maand, calendar.monthrange(self.jaar, self.maand)[1])

    def plus(self, maanden: int) -> Maand:
        """The month `maanden` later (negative: earlier)."""
        totaal = self.jaar * 12 + self.maand - 1 + maanden
        return Maand(totaal // 12, totaal % 12 + 1)

    def maanden_tot(self, tot: Maand) -> int:
        """How many months later `tot` is (negative: earlier)."""
        return (tot.jaar - self.jaar) * 12 + tot.maand - self.maand

    def tot_en_met(self, tot: Maand) -> Iterator[Maand]:
        """Every month from this one up to and including `tot`."""
        maand = self
        while maand <= tot:
            yield maand
            maand = maand.plus(1)

    def __str__(self) -> str:
        return f"{self.jaar:04d}-{self.maand:02d}"


@dataclass(frozen=True, slots=True)
class Horizon:
    """The months being planned, first and last included; at most sixty."""

    van: Maand
    tot: Maand

    def __post_init__(self) -> None:
        if self.tot < self.van:
            raise InvoerError(
                f"De periode eindigt ({self.tot}) voor zij begint ({self.van}).",
                hint="Kies een laatste maand die niet voor de eerste ligt.",
            )
        if len(self) > MAX_HORIZON_MAANDEN:
            raise InvoerError(
                f"De periode {self.van} tot en met {self.tot} telt {len(self)} maanden.",
                hint=f"Kies ten hoogste {MAX_HORIZON_MAANDEN} maanden.",
            )

    @classmethod
    def planjaar(cls, jaar: int) -> Horizon:
        return cls(Maand(jaar, 1), Maand(jaar, 12))

    @property
    def maanden(self) -> tuple[Maand, ...]:
        return tuple(self.van.tot_en_met(self.tot))

    @property
    def jaren(self) -> tuple[int, ...]:
        """The calendar years that the horizon touches."""
        return tuple(range(self.van.jaar, self.tot.jaar + 1))

    def raakt(self, van: date | None, tot: date | None) -> bool:
        """Does a window of days, ends included, touch these months? None is open."""
        return (van is None or van <= self.tot.laatste_dag) and (
            tot is None or tot >= self.van.eerste_dag
        )

    def __len__(self) -> int:
        return self.van.maanden_tot(self.tot) + 1
