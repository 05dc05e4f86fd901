"""Asked and granted hours of one row, and what follows from the two: shortage and coverage.

Owns these figures for rows that an analysis sums itself; rows on an effect of the engine have
theirs from effectcijfers.py. Hours are hundredths, coverage an exact fraction.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.engine.effecten import Paar


@dataclass(frozen=True, slots=True, kw_only=True)
class Urencijfers(Paar):
    """The fields that the columns `kolom.UREN` show."""

    @property
    def dekking_ratio(self) -> Fraction | None:
        """None when no hours are asked."""
        return self.dekking
