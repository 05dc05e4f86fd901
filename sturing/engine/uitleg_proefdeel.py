"""One part of the plan that decides whether an opdracht fits, run for many parked sets at once.

Used by engine/uitleg_proef.py. One pass down the order over a table of resource x set. Resources of
hours keep their number, limited euros are numbered after them. Exact integers: hundredths, cents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vraag = Mapping[int, int]
"""What one opdracht asks: amount per resource."""

Getallen = NDArray[np.int64]
Bool = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronnen:
    """The resources of a model: supply of each, how many are hours, and the year of the rest."""

    aanbod: Sequence[int]
    uren: int
    periodes: int
    maandjaar: Sequence[int]
    potjaar: Sequence[int]

    def is_uren(self, bron: int) -> bool:
        return bron < self.uren

    def maand(self, bron: int) -> int:
        """Column of the month of a resource of hours."""
        return bron % self.periodes


class Proefdeel:
    """The resources `krap`, those above that reach `eigen` along them, and `eigen` itself."""

    def __init__(
        self,
        bronnen: Bronnen,
        krap: set[int],
        boven: Mapping[int, Vraag],
        eigen: Vraag,
        *,
        samenhangend: bool,
    ) -> None:
        self.bronnen = bronnen
        self.samenhangend = samenhangend
        self.plek = {bron: nummer for nummer, bron in enumerate(sorted(krap))}
        self.eigen = {bron: deel for bron, deel in eigen.items() if bron in krap}
        beperkt = {
            rij: {bron: deel for bron, deel in delen.items() if bron in krap}
            for rij, delen in boven.items()
        }
        self.boven = self._verbonden(beperkt, eigen.keys() & krap)
        self.doet_mee = {rij for rij, _ in self.boven}
        bedragen = [deel for _, delen in self.boven for deel in delen.values()]
        bedragen += [bronnen.aanbod[bron] for bron in krap]
        # Cross products must be exact: plain integers where 64 bits could be too few.
        self.soort = np.dtype(np.int64 if max(bedragen, default=0) < 1 << 31 else object)
        self.aanbod = np.array([bronnen.aanbod[bron] for bron in sorted(krap)], dtype=self.soort)

    def _verbonden(self, boven: Mapping[int, Vraag], eigen: set[int]) -> list[tuple[int, Vraag]]:
        """Those that reach the opdracht along scarce resources, in order.

        In `samenhangend` the euros of a year reach every hour of the part.
        """
        bereikt = set(eigen)
        if self.samenhangend:
            bereikt |= {bron for bron in self.plek if not self.bronnen.is_uren(bron)}
        while True:
            raakt = {b for delen in boven.values() if bereikt & delen.keys() for b in delen}
            if raakt <= bereikt:
                break
            bereikt |= raakt
        return [(rij, delen) for rij, delen in boven.items() if bereikt & delen.keys()]

    def past(self, sets: Sequence[Sequence[int]]) -> Bool:
        """Per set of parked rows: is there enough left of everything that the opdracht asks?"""
        over = np.repeat(self.aanbod[:, None], len(sets), axis=1)
        weg: dict[int, list[int]] = {}
        for nummer, keuze in enumerate(sets):
            for rij in keuze:
                weg.setdefault(rij, []).append(nummer)
        for rij, delen in self.boven:
            blijft = np.ones(len(sets), dtype=np.int64)
            blijft[weg.get(rij, [])] = 0
            if self.samenhangend:
                self._geef_samen(over, delen, blijft)
            else:
                self._geef_alles(over, delen, blijft)
        past = np.ones(len(sets), dtype=bool)
        for bron, deel in self.eigen.items():
            past &= (over[self.plek[bron]] >= deel).astype(bool)
        return past

    def _geef_alles(self, over: Getallen, delen: Vraag, blijft: Getallen) -> None:
        """`alles of niets`: everything it asks, or nothing."""
        krijgt = blijft.astype(bool)
        for bron, deel in delen.items():
            krijgt &= (over[self.plek[bron]] >= deel).astype(bool)
        telt = krijgt.astype(np.int64)
        for bron, deel in delen.items():
            over[self.plek[bron]] -= deel * telt

    def _geef_samen(self, over: Getallen, delen: Vraag, blijft: Getallen) -> None:
        """`samenhangend`: per month the smallest left/asked of hours and the year's euros.

        Euros are given in full first; their ratio is the one from before.
        """
        geld: dict[int, list[tuple[Getallen, int]]] = {}
        per_maand: dict[int, list[tuple[Getallen, int]]] = {}
        for bron, deel in delen.items():
            rest = over[self.plek[bron]]
            if self.bronnen.is_uren(bron):
                per_maand.setdefault(self.bronnen.maand(bron), []).append((rest, deel))
            else:
                jaar = self.bronnen.potjaar[bron - self.bronnen.uren]
                geld.setdefault(jaar, []).append((rest.copy(), deel))
                rest -= np.minimum(rest, deel) * blijft
        for maand, cellen in per_maand.items():
            (links, vraagt), *meer = [*geld.get(self.bronnen.maandjaar[maand], []), *cellen]
            links, noemer = np.minimum(links, vraagt), np.full_like(links, vraagt)
            for rest, deel in meer:
                kleiner = (rest * noemer < links * deel).astype(bool)
                links, noemer = np.where(kleiner, rest, links), np.where(kleiner, deel, noemer)
            for rest, deel in cellen:
                rest -= deel * links // noemer * blijft
