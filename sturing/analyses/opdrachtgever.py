"""What does each ambtelijk opdrachtgever ask, and what is granted?

"De ambtelijk opdrachtgever draait aan de knoppen capaciteit en middelen" (sturingskader). Counts
who is eindverantwoordelijk; what was delegated is shown beside. Hours hundredths, euros cents.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sturing.analyses.effectcijfers import Effectcijfers
from sturing.analyses.kolom import AANTALLEN, GELD, UREN, kolommen
from sturing.domain.codes import PersoonCode
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtgeverregel(Effectcijfers):
    """`opdrachtgever` None is work without one; `gedelegeerd` counts claiming opdrachten."""

    opdrachtgever: PersoonCode | None
    naam: str | None
    gedelegeerd: int


KOLOMMEN = (
    *kolommen(opdrachtgever="opdrachtgever", naam="naam"),
    *UREN,
    *AANTALLEN,
    *kolommen(gedelegeerd="gedelegeerd (opdrachten)"),
    *GELD,
)


def compute_opdrachtgever(uitkomst: Uitkomst) -> tuple[Opdrachtgeverregel, ...]:
    """Every opdrachtgever with a claiming opdracht, by code, without one last."""
    namen = {rol.persoon: rol.naam for rol in uitkomst.stand.plan.personen}
    gedelegeerd = Counter(
        opdracht.opdrachtgever
        for opdracht in uitkomst.model.opdrachten
        if opdracht.gedelegeerd_aan is not None
    )
    return tuple(
        Opdrachtgeverregel(
            effect=effect,
            opdrachtgever=(code := PersoonCode(effect.sleutel) if effect.sleutel else None),
            naam=namen.get(code) if code else None,
            gedelegeerd=gedelegeerd[code],
        )
        for effect in uitkomst.effecten.per[Dimensie.OPDRACHTGEVER]
    )
