"""What does each portefeuillehouder (bestuurlijk opdrachtgever) ask, and what is granted?

The first named counts, so that the rows add up; what a person shares as second or later stands
beside as `mede`, outside the sum. Hours hundredths, euros cents.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.effectcijfers import Effectcijfers
from sturing.analyses.kolom import AANTALLEN, GELD, UREN, kolommen
from sturing.domain.codes import PersoonCode
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Portefeuilleregel(Effectcijfers):
    """`portefeuillehouder` None is work without one."""

    portefeuillehouder: PersoonCode | None
    naam: str | None
    mede_gevraagd_honderdste: int
    mede_toegekend_honderdste: int


KOLOMMEN = (
    *kolommen(portefeuillehouder="portefeuillehouder", naam="naam"),
    *UREN,
    *AANTALLEN,
    *GELD,
    *kolommen(
        mede_gevraagd_honderdste="mede gevraagd (uur)",
        mede_toegekend_honderdste="mede toegekend (uur)",
    ),
)


def compute_portefeuillehouder(uitkomst: Uitkomst) -> tuple[Portefeuilleregel, ...]:
    """Every portefeuillehouder with a claiming opdracht, also only mede; by code, without last."""
    namen = {rol.persoon: rol.naam for rol in uitkomst.stand.plan.personen}
    return tuple(
        Portefeuilleregel(
            effect=effect,
            portefeuillehouder=(code := PersoonCode(effect.sleutel) if effect.sleutel else None),
            naam=namen.get(code) if code else None,
            mede_gevraagd_honderdste=effect.mede.gevraagd_honderdste if effect.mede else 0,
            mede_toegekend_honderdste=effect.mede.toegekend_honderdste if effect.mede else 0,
        )
        for effect in uitkomst.effecten.per[Dimensie.PORTEFEUILLEHOUDER]
    )
