"""Stored and new rows together, as the checks across rows see them.

Owns: which rows of an upload are sound enough to be put together, and what the sheets look like
after it. Must never check anything itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from sturing.domain.levering import Rij
from sturing.intake.ontleden import Regel
from sturing.intake.samenvoegen import Bladstand

Regels = Mapping[str, Sequence[Regel]]
"""Rows of an upload per sheet, in the order of file and row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheel:
    """An upload over what is stored.

    `voor` are the stored rows under their new codes; `standen` the sheets of the upload after it,
    made of the rows without a fout.
    `onvolledig` are sheets of which some rows are not known, so that a sum over them says nothing.
    """

    voor: Mapping[str, Sequence[Rij]]
    onvolledig: Set[str]
    standen: Mapping[str, Bladstand]

    def na(self, blad: str) -> Sequence[Rij]:
        """All rows of a sheet after the upload; parts of one row stand apart."""
        stand = self.standen.get(blad)
        return self.voor.get(blad, ()) if stand is None else stand.stand

    def nieuw(self, blad: str) -> Sequence[tuple[Regel, Rij]]:
        """The sound rows of the upload with the whole row that each became."""
        stand = self.standen.get(blad)
        return () if stand is None else stand.heel
