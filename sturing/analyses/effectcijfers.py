"""The figures that every row per key shares, read from the engine's Effectregel and never redone.

Hours are hundredths, euros cents, coverage an exact fraction (None without demand).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sturing.domain.keuzes import Haalbaarheid
from sturing.engine.effecten import Aantallen, Effectregel, Opdrachtregel


@dataclass(frozen=True, slots=True, kw_only=True)
class Effectcijfers:
    """One key of a dimension; the counts are opdrachten by status."""

    effect: Effectregel

    @property
    def aanbod_honderdste(self) -> int | None:
        return self.effect.aanbod_honderdste

    @property
    def gevraagd_honderdste(self) -> int:
        return self.effect.gevraagd_honderdste

    @property
    def toegekend_honderdste(self) -> int:
        return self.effect.toegekend_honderdste

    @property
    def tekort_honderdste(self) -> int:
        return self.effect.tekort_honderdste

    @property
    def vrij_honderdste(self) -> int | None:
        """Supply that nobody got; None where there is no supply of its own."""
        if self.effect.aanbod_honderdste is None:
            return None
        return self.effect.aanbod_honderdste - self.effect.toegekend_honderdste

    @property
    def dekking_ratio(self) -> Fraction | None:
        return self.effect.dekking

    @property
    def haalbaar(self) -> int:
        return self.effect.aantallen.haalbaar

    @property
    def onder_druk(self) -> int:
        return self.effect.aantallen.onder_druk

    @property
    def niet_haalbaar(self) -> int:
        return self.effect.aantallen.niet_haalbaar

    @property
    def zonder_vraag(self) -> int:
        return self.effect.aantallen.zonder_vraag

    @property
    def gevraagd_cent(self) -> int | None:
        return self.effect.gevraagd_cent

    @property
    def toegekend_cent(self) -> int | None:
        return self.effect.toegekend_cent


def effect_van(sleutel: str | None, regels: Sequence[Opdrachtregel]) -> Effectregel:
    """The figures of these opdrachten together, as the engine would sum them under one key.

    For a reader who may see some of the opdrachten only, and for a key that nothing asks for; the
    sums of all opdrachten are those of the engine.
    """
    stand = Counter(r.status for r in regels if r.gevraagd_honderdste)
    return Effectregel(
        sleutel=sleutel,
        aanbod_honderdste=None,
        gevraagd_honderdste=sum(r.gevraagd_honderdste for r in regels),
        toegekend_honderdste=sum(r.toegekend_honderdste for r in regels),
        aantallen=Aantallen(
            haalbaar=stand[Haalbaarheid.HAALBAAR],
            onder_druk=stand[Haalbaarheid.ONDER_DRUK],
            niet_haalbaar=stand[Haalbaarheid.NIET_HAALBAAR],
            zonder_vraag=sum(not r.gevraagd_honderdste for r in regels),
        ),
        gevraagd_cent=sum(r.gevraagd_cent for r in regels),
        toegekend_cent=sum(r.toegekend_cent for r in regels),
    )
