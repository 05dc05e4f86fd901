"""What do the opdrachten of each programma ask in hours and euros, granted and available?

The programmabegroting is "het spoorboekje voor de uitvoering" (sturingskader). Hours hundredths,
euros cents of the whole calendar years that the horizon touches; None is not limited.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.effectcijfers import Effectcijfers
from sturing.analyses.kolom import AANTALLEN, GELD, UREN, kolommen
from sturing.domain.codes import PersoonCode, ProgrammaCode
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmaregel(Effectcijfers):
    """`programma` None is work that hangs on none. `over_cent` is what is left of the limit."""

    programma: ProgrammaCode | None
    naam: str | None
    portefeuillehouder: PersoonCode | None

    @property
    def beschikbaar_cent(self) -> int | None:
        return self.effect.beschikbaar_cent

    @property
    def tekort_cent(self) -> int:
        return (self.effect.gevraagd_cent or 0) - (self.effect.toegekend_cent or 0)

    @property
    def over_cent(self) -> int | None:
        if self.effect.beschikbaar_cent is None:
            return None
        return self.effect.beschikbaar_cent - (self.effect.toegekend_cent or 0)


KOLOMMEN = (
    *kolommen(programma="programma", naam="naam", portefeuillehouder="portefeuillehouder"),
    *UREN,
    *AANTALLEN,
    *GELD,
    *kolommen(
        tekort_cent="tekort (euro)",
        beschikbaar_cent="beschikbaar (euro)",
        over_cent="over (euro)",
    ),
)


def compute_programma(uitkomst: Uitkomst) -> tuple[Programmaregel, ...]:
    """Every programma with a claiming opdracht, by code, without one last."""
    bekend = {programma.programma: programma for programma in uitkomst.stand.plan.programmas}
    rijen = []
    for effect in uitkomst.effecten.per[Dimensie.PROGRAMMA]:
        code = ProgrammaCode(effect.sleutel) if effect.sleutel else None
        programma = bekend.get(code) if code else None
        rijen.append(
            Programmaregel(
                effect=effect,
                programma=code,
                naam=programma.naam if programma else None,
                portefeuillehouder=programma.portefeuillehouder if programma else None,
            )
        )
    return tuple(rijen)
