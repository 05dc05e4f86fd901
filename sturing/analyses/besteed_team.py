"""What was planned and spent per team, and what will the year become? The sum of compute_besteed.

The method of the forecast stands there. Hours are hundredths; None where nothing was loaded.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.besteed import Besteedcijfers, Besteedregel, compute_besteed
from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.domain.codes import TeamCode
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Teambesteedregel(Besteedcijfers):
    """`niet_gepland_honderdste` is what was spent on work that the plan has no hours for."""

    aanbod_honderdste: int
    niet_gepland_honderdste: int | None


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    tot_en_met="uren bekend tot en met",
    aanbod_honderdste="beschikbaar, hele periode (uur)",
    gepland_honderdste="gepland, hele periode (uur)",
    gepland_tot_honderdste="gepland tot en met die maand (uur)",
    besteed_honderdste="besteed (uur)",
    niet_gepland_honderdste="waarvan op werk zonder planning (uur)",
    verwacht_honderdste="verwacht, hele periode (uur)",
    verschil_honderdste="verwacht min gepland (uur)",
)


@onthoud
def compute_besteed_team(uitkomst: Uitkomst) -> tuple[Teambesteedregel, ...]:
    """Every team of the plan, by code."""
    per_team: dict[TeamCode, list[Besteedregel]] = {}
    for regel in compute_besteed(uitkomst):
        per_team.setdefault(regel.team, []).append(regel)
    aanbod = {
        effect.sleutel: effect.aanbod_honderdste or 0
        for effect in uitkomst.effecten.per[Dimensie.TEAM]
    }
    return tuple(
        _regel(team.team, team.naam, per_team.get(team.team, []), aanbod.get(team.team, 0))
        for team in sorted(uitkomst.stand.plan.teams, key=lambda t: t.team)
    )


def _regel(
    team: TeamCode, naam: str, regels: list[Besteedregel], aanbod_honderdste: int
) -> Teambesteedregel:
    tot = next((r.tot_en_met for r in regels), None)
    return Teambesteedregel(
        team=team,
        naam=naam,
        tot_en_met=tot,
        aanbod_honderdste=aanbod_honderdste,
        gepland_honderdste=sum(r.gepland_honderdste for r in regels),
        gepland_tot_honderdste=None
        if tot is None
        else sum(r.gepland_tot_honderdste or 0 for r in regels),
        besteed_honderdste=None if tot is None else sum(r.besteed_honderdste or 0 for r in regels),
        niet_gepland_honderdste=None
        if tot is None
        else sum(r.besteed_honderdste or 0 for r in regels if not r.gepland_honderdste),
        verwacht_honderdste=None
        if tot is None
        else sum(r.verwacht_honderdste or 0 for r in regels),
    )
