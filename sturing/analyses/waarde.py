"""Which opdrachten ask much for little value, and which the other way round? Per claiming opdracht.

Source: the score of rekenmodel section 3 (a given `waarde`, else the weighed kernwaarden). Hours
are hundredths; a score has no unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import kolommen
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.plan import Gewichten
from sturing.domain.werk import Opdracht
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.volgorde import score


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarderegel:
    """One opdracht that asks hours; `score` None is one to which nobody gave any value: in the
    order it counts as 0."""

    plaats: int
    opdracht: OpdrachtCode
    naam: str
    wettelijk: bool
    score: Fraction | None
    gevraagd_honderdste: int
    toegekend_honderdste: int
    stand: Haalbaarheid | None


KOLOMMEN = kolommen(
    plaats="plaats",
    opdracht="opdracht",
    naam="naam",
    wettelijk="wettelijk",
    score="score",
    gevraagd_honderdste="gevraagd (uur)",
    toegekend_honderdste="toegekend (uur)",
    stand="stand",
)


def compute_waarde(uitkomst: Uitkomst) -> tuple[Waarderegel, ...]:
    """Every opdracht that asks hours, by place."""
    plan = uitkomst.stand.plan
    opdrachten = {opdracht.opdracht: opdracht for opdracht in plan.opdrachten}
    return tuple(
        Waarderegel(
            plaats=regel.plaats,
            opdracht=regel.opdracht,
            naam=opdrachten[regel.opdracht].naam,
            wettelijk=opdrachten[regel.opdracht].wettelijk,
            score=_score(opdrachten[regel.opdracht], plan.instellingen.gewichten),
            gevraagd_honderdste=regel.gevraagd_honderdste,
            toegekend_honderdste=regel.toegekend_honderdste,
            stand=regel.status,
        )
        for regel in uitkomst.effecten.opdrachten
        if regel.gevraagd_honderdste
    )


def _score(opdracht: Opdracht, gewichten: Gewichten) -> Fraction | None:
    gegeven = (
        opdracht.waarde,
        opdracht.maatschappelijke_waarde,
        opdracht.medewerkerswaarde,
        opdracht.financiele_waarde,
    )
    return None if all(waarde is None for waarde in gegeven) else score(opdracht, gewichten)
