"""To work of which value do the hours go? Per kernwaarde, from high to low.

"Zo werken we consistent aan het vergroten van onze kernwaarden: maatschappelijke waarde,
medewerkerswaarde en financiele waarde" (sturingskader). High and low are norms; a value that was
not filled in has a row of its own and is never 0. The rows of one kernwaarde add up to the
organisation. Hours are hundredths.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from sturing.analyses.kolom import UREN, kolommen
from sturing.analyses.urencijfers import Urencijfers
from sturing.domain import normen
from sturing.domain.codes import OpdrachtCode
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Opdrachtregel, dekking
from sturing.engine.uitkomst import Uitkomst


class Kernwaarde(StrEnum):
    """The three kernwaarden of the sturingskader, in its order."""

    MAATSCHAPPELIJK = "maatschappelijke waarde"
    MEDEWERKERS = "medewerkerswaarde"
    FINANCIEEL = "financiele waarde"


class Hoogte(StrEnum):
    """How high an opdracht scores on a kernwaarde."""

    HOOG = "hoog"
    MIDDEN = "midden"
    LAAG = "laag"
    LEEG = "niet ingevuld"


_WAARDE: dict[Kernwaarde, Callable[[Opdracht], Decimal | None]] = {
    Kernwaarde.MAATSCHAPPELIJK: lambda opdracht: opdracht.maatschappelijke_waarde,
    Kernwaarde.MEDEWERKERS: lambda opdracht: opdracht.medewerkerswaarde,
    Kernwaarde.FINANCIEEL: lambda opdracht: opdracht.financiele_waarde,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernwaarderegel(Urencijfers):
    """The claiming opdrachten of one height on one kernwaarde."""

    kernwaarde: Kernwaarde
    hoogte: Hoogte
    opdrachten: int
    aandeel_toegekend_ratio: Fraction | None
    """Of all granted hours of the opdrachten that count; None when nothing was granted at all."""


KOLOMMEN = (
    *kolommen(kernwaarde="kernwaarde", hoogte="hoogte", opdrachten="opdrachten"),
    *UREN,
    *kolommen(aandeel_toegekend_ratio="deel van alle toegekende uren (deel van 1)"),
)


def hoogte_van(waarde: Decimal | None) -> Hoogte:
    """`hoog` from the upper norm, `laag` below the lower one."""
    if waarde is None:
        return Hoogte.LEEG
    if waarde >= normen.KERNWAARDE_HOOG_VANAF:
        return Hoogte.HOOG
    return Hoogte.LAAG if waarde < normen.KERNWAARDE_LAAG_ONDER else Hoogte.MIDDEN


def compute_kernwaarde(
    uitkomst: Uitkomst, alleen: Collection[OpdrachtCode] | None = None
) -> tuple[Kernwaarderegel, ...]:
    """Every kernwaarde with its heights that occur, high first, not filled in last; of the
    opdrachten in `alleen`, None for all."""
    geteld = _geteld(uitkomst, alleen)
    geheel = sum(r.toegekend_honderdste for r in geteld)
    uit = []
    for kernwaarde in Kernwaarde:
        groepen = _per_hoogte(uitkomst, kernwaarde, geteld)
        for hoogte in Hoogte:
            if not (regels := groepen[hoogte]):
                continue
            toegekend = sum(r.toegekend_honderdste for r in regels)
            uit.append(
                Kernwaarderegel(
                    kernwaarde=kernwaarde,
                    hoogte=hoogte,
                    opdrachten=len(regels),
                    gevraagd_honderdste=sum(r.gevraagd_honderdste for r in regels),
                    toegekend_honderdste=toegekend,
                    aandeel_toegekend_ratio=dekking(geheel, toegekend),
                )
            )
    return tuple(uit)


def opdrachten_van(
    uitkomst: Uitkomst,
    kernwaarde: Kernwaarde,
    hoogte: Hoogte,
    alleen: Collection[OpdrachtCode] | None = None,
) -> tuple[Opdrachtregel, ...]:
    """The opdrachten that count in one row of `compute_kernwaarde`, in their order."""
    return tuple(_per_hoogte(uitkomst, kernwaarde, _geteld(uitkomst, alleen))[hoogte])


def _per_hoogte(
    uitkomst: Uitkomst, kernwaarde: Kernwaarde, regels: Sequence[Opdrachtregel]
) -> dict[Hoogte, list[Opdrachtregel]]:
    opdrachten = {o.opdracht: o for o in uitkomst.stand.plan.opdrachten}
    groepen: dict[Hoogte, list[Opdrachtregel]] = {hoogte: [] for hoogte in Hoogte}
    for regel in regels:
        groepen[hoogte_van(_WAARDE[kernwaarde](opdrachten[regel.opdracht]))].append(regel)
    return groepen


def _geteld(
    uitkomst: Uitkomst, alleen: Collection[OpdrachtCode] | None
) -> tuple[Opdrachtregel, ...]:
    regels = uitkomst.effecten.opdrachten
    return tuple(r for r in regels if alleen is None or r.opdracht in alleen)
