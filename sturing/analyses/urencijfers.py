"""Asked and granted hours of one row, and what follows from the two: shortage and coverage.

Owns these figures for rows that an analysis sums itself; rows on an effect of the engine have
theirs from effectcijfers.py. Hours are hundredths, coverage an exact fraction.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.engine.effecten import dekking


@dataclass(frozen=True, slots=True, kw_only=True)
class Urencijfers:
    """The fields that the columns `kolom.UREN` show."""

    gevraagd_honderdste: int
    toegekend_honderdste: int

    @property
    def tekort_honderdste(self) -> int:
        return self.gevraagd_honderdste - self.toegekend_honderdste

    @property
    def dekking_ratio(self) -> Fraction | None:
        """None when no hours are asked."""
        return dekking(self.gevraagd_honderdste, self.toegekend_honderdste)
