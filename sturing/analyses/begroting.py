"""What does the programmabegroting give each programme and taakveld, per year?

The programmabegroting is "het spoorboekje voor de uitvoering" (sturingskader). An opdracht has no
taakveld, so that euros asked stand per programme (analyses/besteding.py) and hours are attributed
(analyses/taakveld.py). Euros are cents of the calendar years that the horizon touches; None is not
given, and for `beschikbaar` not limited.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.kolom import kolommen
from sturing.domain.codes import ProgrammaCode
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakveldregel:
    """One programme (or one taakveld of it) in one year."""

    programma: ProgrammaCode
    naam: str | None
    jaar: int
    taakveld: str | None
    lasten_cent: int
    baten_cent: int | None
    beschikbaar_cent: int | None

    @property
    def saldo_cent(self) -> int:
        """Baten less lasten: below zero is what it costs."""
        return (self.baten_cent or 0) - self.lasten_cent


KOLOMMEN = kolommen(
    programma="programma",
    naam="naam",
    jaar="jaar",
    taakveld="taakveld",
    lasten_cent="lasten (euro)",
    baten_cent="baten (euro)",
    saldo_cent="saldo (euro)",
    beschikbaar_cent="beschikbaar (euro)",
)


def compute_begroting(uitkomst: Uitkomst) -> tuple[Taakveldregel, ...]:
    """By year, programme and taakveld; a taakveld 0.10 stands after 0.9."""
    plan = uitkomst.stand.plan
    namen = {p.programma: p.naam for p in plan.programmas}
    rijen = [
        Taakveldregel(
            programma=regel.programma,
            naam=namen.get(regel.programma),
            jaar=regel.jaar,
            taakveld=regel.taakveld,
            lasten_cent=regel.lasten_cent,
            baten_cent=regel.baten_cent,
            beschikbaar_cent=regel.beschikbaar_cent,
        )
        for regel in plan.begroting
        if regel.jaar in uitkomst.horizon.jaren
    ]
    return tuple(
        sorted(rijen, key=lambda r: (r.jaar, r.programma, *_in_volgorde(r.taakveld or "")))
    )


def _in_volgorde(taakveld: str) -> tuple[tuple[int, ...], str]:
    delen = taakveld.split(".")
    nummers = tuple(int(deel) for deel in delen) if all(d.isdecimal() for d in delen) else ()
    return nummers, taakveld
