"""How does each opdracht stand: its place, what it asks and gets, and which team binds?

First the opdrachten that claim, in order; then the others, which have no place and no hours. Hours
hundredths, euros cents.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import GELD, UREN, kolommen
from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode, TeamCode
from sturing.domain.keuzes import Haalbaarheid, SoortWerk, Status
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Opdrachtregel as Effect
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtregel:
    """One opdracht. Without a place everything counted is None; `stand` is None without demand."""

    plaats: int | None
    opdracht: OpdrachtCode
    naam: str
    opdrachtgever: PersoonCode | None
    gedelegeerd_aan: PersoonCode | None
    soort_werk: SoortWerk
    programma: ProgrammaCode | None
    wettelijk: bool
    status: Status
    stand: Haalbaarheid | None
    past: bool | None
    gevraagd_honderdste: int | None
    toegekend_honderdste: int | None
    tekort_honderdste: int | None
    dekking_ratio: Fraction | None
    bindend_team: TeamCode | None
    bindend_tekort_honderdste: int | None
    gevraagd_cent: int | None
    toegekend_cent: int | None
    budget_tekort: bool | None


KOLOMMEN = (
    *kolommen(
        plaats="plaats",
        opdracht="opdracht",
        naam="naam",
        opdrachtgever="opdrachtgever",
        gedelegeerd_aan="gedelegeerd aan",
        soort_werk="soort werk",
        programma="programma",
        wettelijk="wettelijk",
        status="status",
        stand="stand",
        past="past",
    ),
    *UREN,
    *kolommen(
        bindend_team="knelpunt (team)", bindend_tekort_honderdste="tekort bij knelpunt (uur)"
    ),
    *GELD,
    *kolommen(budget_tekort="budget tekort"),
)


def compute_opdracht(uitkomst: Uitkomst) -> tuple[Opdrachtregel, ...]:
    """Every opdracht: those that claim by place, then the others by code."""
    opdrachten = {opdracht.opdracht: opdracht for opdracht in uitkomst.stand.plan.opdrachten}
    effecten = uitkomst.effecten.opdrachten
    vragend = {effect.opdracht for effect in effecten}
    rest = sorted(code for code in opdrachten if code not in vragend)
    return (
        *(_regel(opdrachten[effect.opdracht], effect) for effect in effecten),
        *(_regel(opdrachten[code], None) for code in rest),
    )


def _regel(opdracht: Opdracht, effect: Effect | None) -> Opdrachtregel:
    return Opdrachtregel(
        plaats=effect.plaats if effect else None,
        opdracht=opdracht.opdracht,
        naam=opdracht.naam,
        opdrachtgever=opdracht.opdrachtgever,
        gedelegeerd_aan=opdracht.gedelegeerd_aan,
        soort_werk=opdracht.soort_werk,
        programma=opdracht.programma,
        wettelijk=opdracht.wettelijk,
        status=opdracht.status,
        stand=effect.status if effect else None,
        past=effect.past if effect else None,
        gevraagd_honderdste=effect.gevraagd_honderdste if effect else None,
        toegekend_honderdste=effect.toegekend_honderdste if effect else None,
        tekort_honderdste=effect.tekort_honderdste if effect else None,
        dekking_ratio=effect.dekking if effect else None,
        bindend_team=effect.bindend_team if effect else None,
        bindend_tekort_honderdste=effect.bindend_tekort_honderdste if effect else None,
        gevraagd_cent=effect.gevraagd_cent if effect else None,
        toegekend_cent=effect.toegekend_cent if effect else None,
        budget_tekort=effect.budget_tekort if effect else None,
    )
