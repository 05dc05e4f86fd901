"""How are the hours divided over the kinds of work of the sturingskader ("Soorten werk")?

Hours hundredths, euros cents; shares are exact fractions of all hours asked or granted.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.effectcijfers import Effectcijfers
from sturing.analyses.kolom import AANTALLEN, GELD, UREN, kolommen
from sturing.domain.keuzes import SoortWerk
from sturing.engine.effecten import Dimensie, dekking
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class SoortWerkregel(Effectcijfers):
    """One kind of work; the shares are None when nothing is asked or granted at all."""

    soort_werk: SoortWerk
    aandeel_gevraagd_ratio: Fraction | None
    aandeel_toegekend_ratio: Fraction | None


KOLOMMEN = (
    *kolommen(soort_werk="soort werk"),
    *UREN,
    *AANTALLEN,
    *GELD,
    *kolommen(
        aandeel_gevraagd_ratio="deel van alle gevraagde uren (deel van 1)",
        aandeel_toegekend_ratio="deel van alle toegekende uren (deel van 1)",
    ),
)


def compute_soort_werk(uitkomst: Uitkomst) -> tuple[SoortWerkregel, ...]:
    """Every kind of work with a claiming opdracht, in the order of the sturingskader."""
    geheel = uitkomst.effecten.organisatie
    effecten = {regel.sleutel: regel for regel in uitkomst.effecten.per[Dimensie.SOORT_WERK]}
    return tuple(
        SoortWerkregel(
            effect=effect,
            soort_werk=soort,
            aandeel_gevraagd_ratio=dekking(geheel.gevraagd_honderdste, effect.gevraagd_honderdste),
            aandeel_toegekend_ratio=dekking(
                geheel.toegekend_honderdste, effect.toegekend_honderdste
            ),
        )
        for soort in SoortWerk
        if (effect := effecten.get(soort.value)) is not None
    )
