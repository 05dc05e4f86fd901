"""Which opdrachten sleep (claim nothing) but still book hours? Hours are hundredths."""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Status
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand

RECENTE_MAANDEN = 3
"""Sleeping means: hours booked in the last three months that were loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slapendregel:
    """An opdracht that does not claim, with what was booked in the last loaded months."""

    opdracht: OpdrachtCode
    status: Status
    geboekt_honderdste: int


def compute_slapend(plan: Plan, maanden: int = RECENTE_MAANDEN) -> tuple[Slapendregel, ...]:
    """Most hours first, then by code; empty without loaded hours. Looks at the last `maanden` that
    were loaded."""
    if plan.peildatum is None:
        return ()
    vanaf = Maand.van_dag(plan.peildatum).plus(1 - maanden)
    status = {o.opdracht: o.status for o in plan.opdrachten if not o.status.vraagt}
    geboekt: dict[OpdrachtCode, int] = {}
    for regel in plan.uren:
        if regel.opdracht in status and regel.maand >= vanaf:
            geboekt[regel.opdracht] = geboekt.get(regel.opdracht, 0) + regel.uren_honderdste
    rijen = [
        Slapendregel(opdracht=code, status=status[code], geboekt_honderdste=uren)
        for code, uren in geboekt.items()
        if uren > 0
    ]
    return tuple(sorted(rijen, key=lambda r: (-r.geboekt_honderdste, r.opdracht)))
