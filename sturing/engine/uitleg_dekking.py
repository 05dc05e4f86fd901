"""The smallest set that covers every need: exact branch and bound over whole numbers.

A need is an amount that must come free of one resource; an item frees an amount of each. Wanted is
the set with the fewest items that covers every need, among equals with the least cost, then with
the highest `voorkeur` (numbers, all different; the highest of both sets is compared first). Knows
nothing of opdrachten or teams. Bounds are integers too, so nothing is lost to rounding.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sturing.engine.vraag import Int

MAX_STAPPEN = 400_000
"""Steps of the search after which it stops with DekkingTeGrootError; a count, never a clock."""

MAX_DIEPTE = 400
"""Most items in an answer; beyond it the search would go too deep."""

MAX_TABEL = 10_000_000
"""Most cells of the tables of bounds."""

_SCHAAL = 1 << 10
"""Multipliers of the cost bound are whole numbers of this fraction."""

_GEWICHT = 1 << 20
"""Multipliers of a summed need are whole numbers of this fraction."""

_RONDEN = 150
"""Steps towards sharp multipliers."""


class DekkingTeGrootError(Exception):
    """The search was cut; caught by engine/uitleg_ruil.py only."""


def kleinste_dekking(nodig: Int, levert: Int, kosten: Int, voorkeur: Int) -> tuple[int, ...] | None:
    """Items (sorted) that cover all needs; None when all together do not.

    `nodig` int64[m], `levert` int64[n, m], `kosten` and `voorkeur` int64[n]. Raises
    DekkingTeGrootError when the search would take more than MAX_STAPPEN steps.
    """
    zeker: list[int] = []
    vrij = np.arange(len(levert))
    while True:
        open_ = nodig > 0
        nodig, levert = nodig[open_], np.minimum(levert[:, open_], nodig[open_])
        if not len(nodig):
            return tuple(sorted(zeker))
        nuttig = levert.any(axis=1)
        vrij, levert = vrij[nuttig], levert[nuttig]
        speling = levert.sum(axis=0) - nodig
        if (speling < 0).any():
            return None
        moet = (levert > speling).any(axis=1)
        if not moet.any():
            break
        zeker += vrij[moet].tolist()
        nodig = nodig - levert[moet].sum(axis=0)
        vrij, levert = vrij[~moet], levert[~moet]
    blijft = _onafhankelijk(nodig, levert)
    zoek = _Zoek(nodig[blijft], levert[:, blijft], kosten[vrij], voorkeur[vrij])
    return tuple(sorted([*zeker, *vrij[zoek.los_op()].tolist()]))


def _onafhankelijk(nodig: Int, levert: Int) -> list[int]:
    """The needs that no other need implies.

    When every item frees at least as large a part of need r as of need s, covering s covers r.
    """
    m = len(nodig)
    if levert.max() * nodig.max() >= 1 << 62:
        return list(range(m))
    blijft = list(range(m))
    for r in range(m):
        ander = [s for s in blijft if s != r]
        if not ander:
            break
        if (levert[:, [r]] * nodig[ander] >= levert[:, ander] * nodig[r]).all(axis=0).any():
            blijft.remove(r)
    return blijft


@dataclass(slots=True)
class _Beste:
    kosten: int
    voorkeur: int
    keuze: list[int] = field(default_factory=list)


class _Zoek:
    """Depth first over the items in one order: in it or not, with `k` items in all."""

    def __init__(self, nodig: Int, levert: Int, kosten: Int, voorkeur: Int) -> None:
        samen = _samenvattingen(nodig, levert)
        self.volgorde = np.lexsort((kosten, -(levert @ samen[:, 1])))
        levert = levert[self.volgorde]
        self.nodig = np.concatenate([nodig, nodig @ samen])
        self.levert = np.concatenate([levert, levert @ samen], axis=1)
        self.kosten = kosten[self.volgorde]
        rang = np.argsort(np.argsort(voorkeur))[self.volgorde]
        self.voorkeur = [1 << int(r) for r in rang]
        self.n = len(levert)
        self.stappen = 0

    def los_op(self) -> list[int]:
        k = self._ondergrens()
        while True:
            beste = self._beste_van(k)
            if beste is not None:
                return [int(plek) for plek in self.volgorde[beste.keuze]]
            k += 1

    def _ondergrens(self) -> int:
        """Fewest items that any single need asks by itself."""
        som = np.cumsum(-np.sort(-self.levert, axis=0), axis=0)
        return int((som < self.nodig).sum(axis=0).max()) + 1

    def _beste_van(self, k: int) -> _Beste | None:
        if k > MAX_DIEPTE or self.n * k * len(self.nodig) > MAX_TABEL:
            raise DekkingTeGrootError
        self._tabellen(k)
        self.beste: _Beste | None = None
        self._daal(0, k, self.nodig, 0, 0, [])
        return self.beste

    def _tabellen(self, k: int) -> None:
        """Per position and number of items still to choose: the best that the rest can do."""
        los = _vermenigvuldigers(self.nodig, self.levert, self.kosten, k)
        prijs = np.floor(los * _SCHAAL).astype(np.int64)
        self.prijs = prijs
        rest = self.kosten * _SCHAAL - self.levert @ prijs
        self.top = np.zeros((self.n + 1, k + 1, len(self.nodig)), dtype=np.int64)
        self.laagste: list[list[int]] = []
        self.hoogste: list[list[int]] = []
        for plek in range(self.n + 1):
            aantal = min(k, self.n - plek)
            gesorteerd = -np.sort(-self.levert[plek:], axis=0)[:k]
            self.top[plek, 1 : aantal + 1] = np.cumsum(gesorteerd, axis=0)
            self.top[plek, aantal + 1 :] = -1  # not that many left
            self.laagste.append([0, *np.cumsum(np.sort(rest[plek:])[:k]).tolist()])
            voorkeur = sorted(self.voorkeur[plek:], reverse=True)[:k]
            self.hoogste.append([sum(voorkeur[:aantal]) for aantal in range(k + 1)])

    def _daal(
        self, plek: int, nog: int, nodig: Int, kosten: int, voorkeur: int, keuze: list[int]
    ) -> None:
        """Choose `nog` more items from `plek` on; the bounds only get tighter further on."""
        if nog == 0:
            if not (nodig > 0).any() and self._beter(kosten, voorkeur):
                self.beste = _Beste(kosten=kosten, voorkeur=voorkeur, keuze=list(keuze))
            return
        for volgende in range(plek, self.n - nog + 1):
            self.stappen += 1
            if self.stappen > MAX_STAPPEN:
                raise DekkingTeGrootError
            if (self.top[volgende, nog] < nodig).any() or self._te_duur(
                volgende, nog, nodig, kosten, voorkeur
            ):
                return
            keuze.append(volgende)
            self._daal(
                volgende + 1,
                nog - 1,
                nodig - self.levert[volgende],
                kosten + int(self.kosten[volgende]),
                voorkeur + self.voorkeur[volgende],
                keuze,
            )
            keuze.pop()

    def _te_duur(self, plek: int, nog: int, nodig: Int, kosten: int, voorkeur: int) -> bool:
        """Can no choice from here be better than the best so far?"""
        if self.beste is None:
            return False
        grens = kosten * _SCHAAL + int(nodig @ self.prijs) + self.laagste[plek][nog]
        verschil = grens - self.beste.kosten * _SCHAAL
        if verschil:
            return verschil > 0
        return voorkeur + self.hoogste[plek][nog] <= self.beste.voorkeur

    def _beter(self, kosten: int, voorkeur: int) -> bool:
        if self.beste is None:
            return True
        return (kosten, -voorkeur) < (self.beste.kosten, -self.beste.voorkeur)


def _samenvattingen(nodig: Int, levert: Int) -> Int:
    """Weights of two needs more, each a sum of all: alike, and so that the number is bounded best.

    A sum is implied by its parts, whatever the weights (whole, at least 0); but together the needs
    ask for more items than any of them does by itself. int64[m, 2].
    """
    gelijk = 1 / nodig
    best = _vermenigvuldigers(nodig, levert, np.ones(len(levert), dtype=np.int64), None)
    gewichten = np.stack([gelijk, best if best.any() else gelijk], axis=1)
    grootste = (gewichten * nodig[:, None]).sum(axis=0)
    geheel: Int = np.ceil(gewichten / grootste * _GEWICHT).astype(np.int64)
    return geheel


def _vermenigvuldigers(nodig: Int, levert: Int, kosten: Int, k: int | None) -> NDArray[np.float64]:
    """Multipliers (at least 0) under which the cost of the needs is a sharp lower bound.

    Subgradient steps on the Lagrangian of choosing k items (None: as many as pay); any outcome
    gives a valid bound.
    """
    schaal = 1 / nodig
    deel = levert * schaal
    u = np.zeros(len(nodig))
    beste_u, beste = u, -np.inf
    stap = float(np.sort(kosten)[-(k or 1) :].sum() + 1) / 4
    for ronde in range(_RONDEN):
        rest = kosten - deel @ u
        keuze = np.flatnonzero(rest < 0) if k is None else np.argpartition(rest, k - 1)[:k]
        waarde = rest[keuze].sum() + u.sum()
        if waarde > beste:
            beste, beste_u = waarde, u
        helling = 1 - deel[keuze].sum(axis=0)
        norm = float((helling**2).sum())
        if norm < 1e-12:
            break
        u = np.maximum(0, u + stap / (1 + ronde / 4) * helling / norm**0.5)
    prijs: NDArray[np.float64] = beste_u * schaal
    return prijs
