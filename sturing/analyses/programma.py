"""What do the opdrachten of each programma ask in hours and euros, granted and available?

The programmabegroting is "het spoorboekje voor de uitvoering" (sturingskader). Hours hundredths,
euros cents of the whole calendar years that the horizon touches; None is not limited.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sturing.analyses.effectcijfers import Effectcijfers, effect_van
from sturing.analyses.kolom import AANTALLEN, GELD, UREN, kolommen
from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode
from sturing.engine.effecten import Dimensie, Effectregel, Opdrachtregel
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


def compute_programma(
    uitkomst: Uitkomst, alleen: Collection[OpdrachtCode] | None = None
) -> tuple[Programmaregel, ...]:
    """Every programma with a claiming opdracht, by code, without one last.

    Of the opdrachten in `alleen`, without the limit of the whole programme; None for all.
    """
    bekend = {programma.programma: programma for programma in uitkomst.stand.plan.programmas}
    rijen = []
    for effect in (
        uitkomst.effecten.per[Dimensie.PROGRAMMA] if alleen is None else _van(uitkomst, alleen)
    ):
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


def _van(uitkomst: Uitkomst, alleen: Collection[OpdrachtCode]) -> list[Effectregel]:
    programma_van = {o.opdracht: o.programma for o in uitkomst.stand.plan.opdrachten}
    per: dict[ProgrammaCode | None, list[Opdrachtregel]] = defaultdict(list)
    for regel in uitkomst.effecten.opdrachten:
        if regel.opdracht in alleen:
            per[programma_van[regel.opdracht]].append(regel)
    codes = sorted(per, key=lambda code: (code is None, code or ""))
    return [effect_van(code, per[code]) for code in codes]
