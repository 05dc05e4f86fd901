"""What is there of every sheet for one year: how many rows, and for which months?

Owns which rows count as being there. Capaciteit counts with bezetting or inhuur (a vacature gives
no hours, werkboek.md); a row with 0 counts, for that is how a team says that there is nothing.
Must never judge whether it is enough (volledigheid.py does). Unit: rows and calendar months.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sturing.domain.keuzes import CapaciteitSoort
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand

Plek = tuple[str, str | None]
"""A sheet, and the team or gebied of it; None for what the organisation has once."""
_Gevonden = tuple[str, str | None, Iterable[Maand]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """Rows that touch the year, and the months of the year that they hold (no months: none)."""

    rijen: int = 0
    maanden: frozenset[Maand] = frozenset()


LEEG = Inhoud()


def maanden_in_jaar(jaar: int, van: date | None, tot: date | None) -> tuple[Maand, ...]:
    """The months of `jaar` that a window touches, ends included; None is open."""
    eerste = max(Maand(jaar, 1), Maand.van_dag(van)) if van else Maand(jaar, 1)
    laatste = min(Maand(jaar, 12), Maand.van_dag(tot)) if tot else Maand(jaar, 12)
    return tuple(eerste.tot_en_met(laatste))


def compute_bladinhoud(plan: Plan, jaar: int) -> Mapping[Plek, Inhoud]:
    """What is there, by sheet and team or gebied; a place without rows is left out."""
    rijen: dict[Plek, int] = defaultdict(int)
    maanden: dict[Plek, set[Maand]] = defaultdict(set)
    for blad, sleutel, gevonden in (*_per_maand(plan, jaar), *_per_jaar(plan, jaar)):
        rijen[blad, sleutel] += 1
        maanden[blad, sleutel].update(gevonden)
    return {
        plek: Inhoud(rijen=aantal, maanden=frozenset(maanden[plek]))
        for plek, aantal in rijen.items()
    }


def _per_maand(plan: Plan, jaar: int) -> Iterator[_Gevonden]:
    """The sheets whose rows belong to months."""
    for fte in plan.capaciteit:
        venster = maanden_in_jaar(jaar, fte.van.eerste_dag, fte.tot.laatste_dag)
        if venster and fte.soort is not CapaciteitSoort.VACATURE:
            yield "Capaciteit", fte.team, venster
    for rol in plan.teamrollen:
        if venster := maanden_in_jaar(jaar, rol.van, rol.tot):
            yield "Teamrollen", rol.team, venster
    for inzet in plan.inzet:
        if venster := maanden_in_jaar(jaar, inzet.van, inzet.tot):
            yield "Inzet", inzet.team, venster
    for boeking in plan.uren:
        if boeking.maand.jaar == jaar:
            yield "Uren", boeking.team, (boeking.maand,)
    for besteed in plan.besteding:
        if besteed.maand.jaar == jaar:
            yield "Besteding", None, (besteed.maand,)


def _per_jaar(plan: Plan, jaar: int) -> Iterator[_Gevonden]:
    """The sheets whose rows belong to a year, or to no time at all."""
    for resultaat in plan.teamplannen:
        if resultaat.jaar == jaar:
            yield "Teamplannen", resultaat.team, ()
    for punt in plan.gebiedsagenda:
        yield "Gebiedsagenda", punt.gebied, ()
    for opdracht in plan.opdrachten:
        if maanden_in_jaar(jaar, opdracht.van, opdracht.tot):
            yield "Opdrachten", None, ()
    for begroot in plan.begroting:
        if begroot.jaar == jaar:
            yield "Begroting", None, ()
    for norm in plan.normen:
        if norm.jaar == jaar and norm.team is None:
            yield "Normen", None, ()
    zonder_tijd = {
        "Programmas": len(plan.programmas),
        "Doelen": len(plan.doelen),
        "Gebieden": len(plan.gebieden),
        "Personen": len(plan.personen),
    }
    for blad, aantal in zonder_tijd.items():
        yield from ((blad, None, ()) for _ in range(aantal))
