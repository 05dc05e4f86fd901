"""The order of rows as ranks with room between them: one move touches one row.

Places (1, 2, 3, ...) would all shift when one row moves; ranks only have to ascend. A move puts the
row halfway between its new neighbours; when there is no room left all ranks are dealt out again.
Owns the order and nothing else: must never know what a row asks. Ranks have no unit and no meaning
outside one Rangorde.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from sturing.engine.vraag import Int
from sturing.errors import InvariantError

STAP = 1 << 32
"""The room between two neighbours after dealing out: 32 moves into one gap before the next."""
_GEEN = -1


class Rangorde:
    """A mutable order of the rows 0..n-1; `rang` int64[n] ascends down the order."""

    def __init__(self, rijen: Int) -> None:
        """`rijen`: the row numbers, first place first; each of 0..n-1 once."""
        aantal = len(rijen)
        self.rang: Int = np.empty(aantal, dtype=np.int64)
        volgorde = rijen.tolist()
        self._eerste = volgorde[0] if volgorde else _GEEN
        self._boven = [_GEEN] * aantal
        self._onder = [_GEEN] * aantal
        for hoger, lager in pairwise(volgorde):
            self._onder[hoger] = lager
            self._boven[lager] = hoger
        self._deel_uit(rijen)

    def rijen(self) -> Int:
        """The row numbers as they stand now, first place first."""
        return np.argsort(self.rang, kind="stable").astype(np.int64)

    def staat_onder(self, rij: int) -> int | None:
        """The row directly above `rij`; None at the top."""
        boven = self._boven[rij]
        return None if boven == _GEEN else boven

    def nieuwe_rang(self, rij: int, onder: int | None) -> int:
        """The rank that `rij` would get directly under `onder` (None: at the top).

        May deal out all ranks again first, which changes no order. No other row has this rank.
        Raises InvariantError when a row is put under itself.
        """
        if onder == rij:
            raise InvariantError("Een opdracht kan niet onder zichzelf staan.")
        laag, hoog = self._tussen(rij, onder)
        if hoog - laag < 2:
            self._deel_uit(self.rijen())
            laag, hoog = self._tussen(rij, onder)
        return (laag + hoog) // 2

    def zet(self, rij: int, onder: int | None, rang: int) -> None:
        """Put `rij` directly under `onder` with the `rang` that `nieuwe_rang` gave for it."""
        boven, lager = self._boven[rij], self._onder[rij]
        self._knoop(boven, lager)
        hoger = _GEEN if onder is None else onder
        volgende = self._eerste if onder is None else self._onder[onder]
        self._knoop(hoger, rij)
        self._knoop(rij, volgende)
        self.rang[rij] = rang

    def _knoop(self, hoger: int, lager: int) -> None:
        if hoger == _GEEN:
            self._eerste = lager
        else:
            self._onder[hoger] = lager
        if lager != _GEEN:
            self._boven[lager] = hoger

    def _tussen(self, rij: int, onder: int | None) -> tuple[int, int]:
        volgende = self._eerste if onder is None else self._onder[onder]
        if volgende == rij:
            volgende = self._onder[rij]
        laag = None if onder is None else int(self.rang[onder])
        hoog = None if volgende == _GEEN else int(self.rang[volgende])
        if laag is None:
            laag = (STAP if hoog is None else hoog) - 2 * STAP
        return laag, laag + 2 * STAP if hoog is None else hoog

    def _deel_uit(self, rijen: Int) -> None:
        self.rang[rijen] = np.arange(1, len(rijen) + 1, dtype=np.int64) * STAP
