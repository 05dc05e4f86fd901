"""The hour norms of a team in a year: every field falls back by itself.

Team row, year row, default of domain/normen.py (rekenmodel section 1). Percentages become exact
fractions of one (6.5 -> 13/200).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sturing.domain import normen
from sturing.domain.codes import TeamCode
from sturing.domain.organisatie import Norm

NORMVELDEN = (
    "voltijd_uren_per_week",
    "verlofuren",
    "verzuim_pct",
    "indirect_pct",
    "ruimte_pct",
)
"""The fields of the sheet Normen that hold a norm."""


def _standaard(veld: str, jaar: int) -> Decimal:
    return {
        "voltijd_uren_per_week": normen.VOLTIJD_UREN_PER_WEEK,
        "verlofuren": normen.verlofuren_standaard(jaar),
        "verzuim_pct": normen.VERZUIM_PCT,
        "indirect_pct": normen.INDIRECT_PCT,
        "ruimte_pct": normen.RUIMTE_PCT,
    }[veld]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uurnorm:
    """Norms as exact numbers: hours per week, hours per year, and fractions of one."""

    voltijd: Fraction
    verlofuren: Fraction
    verzuim: Fraction
    indirect: Fraction
    ruimte: Fraction


class Normentabel:
    """Looks up the norms of (team, jaar); remembers what it looked up."""

    def __init__(self, rijen: Iterable[Norm]) -> None:
        self._rijen = {(rij.jaar, rij.team): rij for rij in rijen}
        self._gevonden: dict[tuple[TeamCode, int], Uurnorm] = {}

    def waarde(self, team: TeamCode | None, jaar: int, veld: str) -> Decimal:
        """One field as written. `veld` is one of NORMVELDEN."""
        for sleutel in ((jaar, team), (jaar, None)):
            rij = self._rijen.get(sleutel)
            waarde: Decimal | None = getattr(rij, veld) if rij is not None else None
            if waarde is not None:
                return waarde
        return _standaard(veld, jaar)

    def van(self, team: TeamCode, jaar: int) -> Uurnorm:
        """All norms of a team in a year."""
        norm = self._gevonden.get((team, jaar))
        if norm is None:
            week, verlof, verzuim, indirect, ruimte = (
                Fraction(self.waarde(team, jaar, veld)) for veld in NORMVELDEN
            )
            norm = Uurnorm(
                voltijd=week,
                verlofuren=verlof,
                verzuim=verzuim / 100,
                indirect=indirect / 100,
                ruimte=ruimte / 100,
            )
            self._gevonden[team, jaar] = norm
        return norm
