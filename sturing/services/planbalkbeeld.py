"""Opdrachten over the months, ready to draw; hours are whole, coverage in whole percent."""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.keuzes import Haalbaarheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Planmaand:
    """One month of one opdracht; `dekking_pct` and `status` None when it asks nothing then."""

    dekking_pct: int | None
    status: Haalbaarheid | None
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planbalk:
    """One opdracht over the months of the period, with its whole hours."""

    opdracht: str
    naam: str
    maanden: tuple[Planmaand, ...]
    gevraagd_uren: int

    @property
    def komt_tekort(self) -> bool:
        """Whether it is not haalbaar in one month or more."""
        return any(m.status not in (None, Haalbaarheid.HAALBAAR) for m in self.maanden)

    def vraagt(self, maand: int) -> bool:
        """Whether it asks hours in that month of the period, 0 for the first."""
        return self.maanden[maand].status is not None
