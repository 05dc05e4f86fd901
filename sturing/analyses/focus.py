"""Is there focus and ruimte: how much is under way per team and month, and what is left to learn?

"Focus en Ruimte", the motto of the sturingskader. Counts are opdrachten with granted hours; crumbs
are below the norm of domain/normen.py. Hours are hundredths, fte averaged over the month.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import kolommen
from sturing.domain.codes import TeamCode
from sturing.domain.tijd import Maand
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Focusregel:
    """`versnippering` is opdrachten under way per fte, None without fte."""

    team: TeamCode
    naam: str | None
    maand: Maand
    fte: Fraction
    onderhanden: int
    versnippering: Fraction | None
    kruimels: int
    ruimte_norm_honderdste: int
    niet_toegekend_honderdste: int


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    maand="maand",
    fte="fte (gemiddeld)",
    onderhanden="onderhanden (opdrachten)",
    versnippering="versnippering (opdrachten per fte)",
    kruimels="kruimels (opdrachten)",
    ruimte_norm_honderdste="ruimte volgens de norm (uur)",
    niet_toegekend_honderdste="niet toegekend (uur)",
)


def compute_focus(uitkomst: Uitkomst) -> tuple[Focusregel, ...]:
    """Every team and month of the horizon, by team, then month."""
    namen = {team.team: team.naam for team in uitkomst.stand.plan.teams}
    fte = {
        (team, stap.maand): stap.fte
        for team in uitkomst.model.teams
        for stap in uitkomst.model.aanbod.keten(team)
    }
    return tuple(
        Focusregel(
            team=regel.team,
            naam=namen.get(regel.team),
            maand=regel.maand,
            fte=fte[regel.team, regel.maand],
            onderhanden=regel.onderhanden,
            versnippering=regel.versnippering,
            kruimels=regel.kruimels,
            ruimte_norm_honderdste=regel.ruimte_norm_honderdste,
            niet_toegekend_honderdste=regel.niet_toegekend_honderdste,
        )
        for regel in uitkomst.effecten.focus
    )
