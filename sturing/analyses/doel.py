"""Which opdrachten serve each doel of college and raad, with enough hours and money?

The strategisch managers "kijken of de doelen van het college en raad worden gerealiseerd en of dat
binnen de kaders van de begroting gaat lukken" (sturingskader). Every doel of the plan has a row,
also without work; work without a doel stands under None, so that the rows add up. Enough is the
norm of an opdracht that is haalbaar. Hours hundredths; euros cents of whole calendar years.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sturing.analyses.effectcijfers import Effectcijfers, effect_van
from sturing.analyses.kolom import AANTALLEN, GELD, UREN, kolommen
from sturing.domain.codes import DoelCode, OpdrachtCode, PersoonCode, ProgrammaCode
from sturing.domain.keuzes import DoelBron, Haalbaarheid
from sturing.domain.organisatie import Doel
from sturing.engine.effecten import Dimensie, Effectregel, Opdrachtregel
from sturing.engine.tellen import status_van
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelregel(Effectcijfers):
    """One doel. `opdrachten` claim now, `wachtend` are an idee or on the parkeerplaats."""

    doel: DoelCode | None
    naam: str | None
    bron: DoelBron | None
    programma: ProgrammaCode | None
    portefeuillehouder: PersoonCode | None
    opdrachten: int
    wachtend: int

    @property
    def zonder_werk(self) -> bool:
        """A doel for which no opdracht asks anything now."""
        return self.doel is not None and not self.opdrachten

    @property
    def uren_genoeg(self) -> bool | None:
        """None when no hours are asked."""
        return _genoeg(self.gevraagd_honderdste, self.toegekend_honderdste)

    @property
    def geld_genoeg(self) -> bool | None:
        """None when no euros are asked."""
        return _genoeg(self.gevraagd_cent or 0, self.toegekend_cent or 0)

    @property
    def tekort_cent(self) -> int:
        return (self.gevraagd_cent or 0) - (self.toegekend_cent or 0)


def _genoeg(gevraagd: int, toegekend: int) -> bool | None:
    status = status_van(gevraagd, toegekend)
    return None if status is None else status is Haalbaarheid.HAALBAAR


KOLOMMEN = (
    *kolommen(
        doel="doel",
        naam="naam",
        bron="bron",
        programma="programma",
        portefeuillehouder="portefeuillehouder",
        opdrachten="opdrachten",
        wachtend="wachtend (opdrachten)",
        zonder_werk="zonder werk",
    ),
    *UREN,
    *AANTALLEN,
    *GELD,
    *kolommen(tekort_cent="tekort (euro)", uren_genoeg="genoeg uren", geld_genoeg="genoeg geld"),
)


def compute_doel(
    uitkomst: Uitkomst, alleen: Collection[OpdrachtCode] | None = None
) -> tuple[Doelregel, ...]:
    """Every doel by code, work without one last; of the opdrachten in `alleen`, None for all."""
    plan = uitkomst.stand.plan
    bekend = {doel.doel: doel for doel in plan.doelen}
    doel_van = {o.opdracht: o.doel for o in plan.opdrachten}
    per_doel: dict[DoelCode | None, list[Opdrachtregel]] = defaultdict(list)
    for regel in uitkomst.effecten.opdrachten:
        if alleen is None or regel.opdracht in alleen:
            per_doel[doel_van[regel.opdracht]].append(regel)
    wachtend = Counter(
        o.doel
        for o in plan.opdrachten
        if not (o.status.vraagt or o.status.voorbij) and (alleen is None or o.opdracht in alleen)
    )
    effecten = (
        {r.sleutel: r for r in uitkomst.effecten.per[Dimensie.DOEL]} if alleen is None else {}
    )
    codes = sorted(bekend.keys() | per_doel.keys(), key=lambda code: (code is None, code or ""))
    return tuple(
        _regel(
            effecten.get(code) or effect_van(code, per_doel[code]),
            bekend.get(code) if code else None,
            code,
            len(per_doel[code]),
            wachtend[code],
        )
        for code in codes
    )


def _regel(
    effect: Effectregel, doel: Doel | None, code: DoelCode | None, opdrachten: int, wachtend: int
) -> Doelregel:
    return Doelregel(
        effect=effect,
        doel=code,
        naam=doel.naam if doel else None,
        bron=doel.bron if doel else None,
        programma=doel.programma if doel else None,
        portefeuillehouder=doel.portefeuillehouder if doel else None,
        opdrachten=opdrachten,
        wachtend=wachtend,
    )
