"""How one move works on down the order, in the two methods that couple teams: the walk.

Both runs, before and after, are equal above the first touched place. From there down, what is left
of a resource differs between them, or not. An opdracht whose resources do not differ gets what it
got; only one that claims a resource that differs is weighed again, and its own grant may make
others differ or agree again. So the work is that of the opdrachten that the move really reaches.
What an opdracht then gets is told by engine/samenhang.py and engine/inpassing.py.
Every answer is exact. Hours in hundredths, euros in cents. Must never change what it is given.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from sturing.engine.vraag import Int, Kolommen


class TeVeel(Exception):  # noqa: N818 - a Dutch word; caught by engine/herrekening.py only
    """The move reaches so many opdrachten that a full pass is cheaper."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Zet:
    """One move: row `rij` from rank `oud` to rank `nieuw`; `rang` int64[n] still holds `oud`."""

    rij: int
    oud: int
    nieuw: int
    rang: Int


@dataclass(slots=True)
class Deel:
    """What the move changes: new values by cell and by budget line, and the rise of what is left
    by resource. Only values that are really other ones."""

    uren: dict[int, int] = field(default_factory=dict)
    cent: dict[int, int] = field(default_factory=dict)
    over: dict[int, int] = field(default_factory=dict)
    budget_over: dict[int, int] = field(default_factory=dict)


class Bronnen:
    """What was left of each resource at every rank in the run before, made when first asked."""

    def __init__(
        self, kolommen: Kolommen, eigenaar: Int, toegekend: Int, aanbod: Int, rang: Int
    ) -> None:
        self._kolommen, self._eigenaar, self._toegekend = kolommen, eigenaar, toegekend
        self._aanbod, self._rang = aanbod, rang
        self._klaar: dict[int, tuple[list[int], list[int], list[int]]] = {}

    def _kolom(self, bron: int) -> tuple[list[int], list[int], list[int]]:
        kolom = self._klaar.get(bron)
        if kolom is None:
            start = self._kolommen.start
            nummers = self._kolommen.nummers[start[bron] : start[bron + 1]]
            rijen = self._eigenaar[nummers]
            rang = self._rang[rijen]
            orde = np.argsort(rang)
            weg = np.cumsum(self._toegekend[nummers[orde]])
            aanbod = int(self._aanbod[bron])
            kolom = (
                rang[orde].tolist(),
                rijen[orde].tolist(),
                [aanbod, *(aanbod - weg).tolist()],
            )
            self._klaar[bron] = kolom
        return kolom

    def over(self, bron: int, rang: int) -> int:
        """Left over before `rang`, in the run before."""
        rangen, _, over = self._kolom(bron)
        return over[bisect_left(rangen, rang)]

    def volgende(self, bron: int, rang: int) -> tuple[int, int] | None:
        """Rank and row of the first claim on `bron` below `rang`."""
        rangen, rijen, _ = self._kolom(bron)
        plek = bisect_right(rangen, rang)
        return (rangen[plek], rijen[plek]) if plek < len(rangen) else None


class Loop:
    """Walks down the ranks at which something may differ, each once, highest place first."""

    def __init__(self, ruimte: Callable[[], None]) -> None:
        self._ruimte = ruimte
        self._stapel: list[tuple[int, int]] = []
        self._gezien: set[int] = set()

    def zet(self, gebeurt: tuple[int, int] | None) -> None:
        """Have a (rank, row) weighed when the walk gets there; None is nothing to do."""
        if gebeurt is not None and gebeurt[0] not in self._gezien:
            self._gezien.add(gebeurt[0])
            heapq.heappush(self._stapel, gebeurt)

    def neem(self) -> tuple[int, int] | None:
        """The next (rank, row) down the order; None at the end. Raises TeVeel."""
        if not self._stapel:
            return None
        self._ruimte()
        return heapq.heappop(self._stapel)


def met_ruimte(hoogstens: int) -> Callable[[], None]:
    """A counter that raises TeVeel past `hoogstens` calls."""
    gedaan = 0

    def tel() -> None:
        nonlocal gedaan
        gedaan += 1
        if gedaan > hoogstens:
            raise TeVeel

    return tel


def verreken(anders: dict[int, int], bron: int, erbij: int) -> None:
    """Add `erbij` to how much is left of `bron` more than in the run before; 0 is not kept."""
    nieuw = anders.get(bron, 0) + erbij
    if nieuw:
        anders[bron] = nieuw
    else:
        anders.pop(bron, None)
