"""The arrays of the allocation core: cells and budget lines over resources.

A cell is what one opdracht asks of one team in one month; cells are sorted by opdracht, then
resource, and `start` is the row pointer per opdracht (CSR). A resource of hours is team x period,
numbered team * periods + period; a resource of euros is (programma, jaar) with a `beschikbaar`.
Hours are hundredths, euros cents, int64 throughout. Must never know order, method or settings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sturing.domain.codes import OpdrachtCode, ProgrammaCode

Int = NDArray[np.int64]

BudgetSleutel = tuple[ProgrammaCode, int]


def int_rij(waarden: Iterable[int]) -> Int:
    """A read-only int64 array of `waarden`."""
    rij = np.fromiter(waarden, dtype=np.int64)
    rij.setflags(write=False)
    return rij


def som_per(index: Int, waarden: Int, lengte: int) -> Int:
    """Sums of `waarden` per `index`, exact in int64 (a bincount would go through floats)."""
    som = np.zeros(lengte, dtype=np.int64)
    np.add.at(som, index, waarden)
    return som


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgetlijn:
    """What one claiming opdracht asks of its programme in one year, in cents; above 0."""

    opdracht: OpdrachtCode
    programma: ProgrammaCode
    jaar: int
    gevraagd_cent: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kolommen:
    """The cells (or budget lines) of every resource: CSC beside the CSR of the opdrachten.

    `nummers[start[b]:start[b + 1]]` are those of resource b, ascending.
    """

    start: Int
    nummers: Int

    def van(self, bronnen: Int) -> tuple[Int, Int]:
        """The cells of the resources `bronnen`, one column after the other, and their column."""
        lengtes = self.start[bronnen + 1] - self.start[bronnen]
        return self.nummers[in_volgorde(self.start, bronnen)], np.repeat(
            np.arange(len(bronnen), dtype=np.int64), lengtes
        )


def in_volgorde(start: Int, rijen: Int) -> Int:
    """The positions of the rows `rijen` of a row pointer, one row after the other."""
    lengtes = start[rijen + 1] - start[rijen]
    posities: Int = np.repeat(start[rijen] - np.cumsum(lengtes) + lengtes, lengtes)
    posities += np.arange(len(posities))
    return posities


def _kolommen(bron: Int, aantal: int) -> Kolommen:
    nummers = np.argsort(bron, kind="stable").astype(np.int64)
    start = np.searchsorted(bron[nummers], np.arange(aantal + 1)).astype(np.int64)
    return Kolommen(start=start, nummers=nummers)


@dataclass(frozen=True, kw_only=True, eq=False)
class Vraagstructuur:
    """The allocation core: cells and budget lines of `n` opdrachten over resources.

    `cel_bron`, `cel_gevraagd` int64[cells] with row pointer `start` int64[n + 1]; `lijn_*`
    int64[lines] with row pointer `lijn_start`; `lijn_bron` is -1 without a limit. `lijn_periodes`
    tells per line which periods (columns of the resource grid) its year covers. It does not care
    what a period is: a month in the plan, a week in the benchmarks.
    """

    n: int
    periodes: int
    aanbod: Int
    start: Int
    cel_bron: Int
    cel_gevraagd: Int
    budget: Int
    lijn_start: Int
    lijn_bron: Int
    lijn_gevraagd: Int
    lijn_periodes: tuple[range, ...]

    @cached_property
    def cel_opdracht(self) -> Int:
        """Opdracht of every cell."""
        return np.repeat(np.arange(self.n, dtype=np.int64), np.diff(self.start))

    @cached_property
    def lijn_opdracht(self) -> Int:
        """Opdracht of every budget line."""
        return np.repeat(np.arange(self.n, dtype=np.int64), np.diff(self.lijn_start))

    @cached_property
    def kolommen(self) -> Kolommen:
        """Per resource of hours (team x period) the cells that claim it, opdracht ascending."""
        return _kolommen(self.cel_bron, len(self.aanbod))

    @cached_property
    def potten(self) -> Kolommen:
        """Per resource of euros the budget lines that claim it; lines without a limit are out."""
        return _kolommen(self.lijn_bron, len(self.budget))

    @cached_property
    def groepen(self) -> tuple[tuple[tuple[int, tuple[tuple[int, int, int], ...]], ...], ...]:
        """Per opdracht, per period: (cell, resource, asked) as plain numbers.

        Plain integers never overflow: the coupled method compares ratios with them.
        """
        bron, gevraagd = self.cel_bron.tolist(), self.cel_gevraagd.tolist()
        start = self.start.tolist()
        uit = []
        for nummer in range(self.n):
            per: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
            for cel in range(start[nummer], start[nummer + 1]):
                per[bron[cel] % self.periodes].append((cel, bron[cel], gevraagd[cel]))
            uit.append(tuple((periode, tuple(per[periode])) for periode in sorted(per)))
        return tuple(uit)
