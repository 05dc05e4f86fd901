"""How much has each domein, how much is asked of it and granted? The domein of the team that works.

Hours are hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.effectcijfers import Effectcijfers
from sturing.analyses.kolom import AANBOD, AANTALLEN, UREN, kolommen
from sturing.domain.keuzes import Domein
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Domeinregel(Effectcijfers):
    """`domein` None holds the opdrachten that ask no hours, and teams that are not in Teams."""

    domein: Domein | None


KOLOMMEN = (*kolommen(domein="domein"), *AANBOD, *UREN, *AANTALLEN)


def compute_domein(uitkomst: Uitkomst) -> tuple[Domeinregel, ...]:
    """Every domein with a team, by name, None last."""
    return tuple(
        Domeinregel(effect=effect, domein=Domein(effect.sleutel) if effect.sleutel else None)
        for effect in uitkomst.effecten.per[Dimensie.DOMEIN]
    )
