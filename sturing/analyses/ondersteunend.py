"""What have the ondersteunende teams, and what do they give to others?

"De ondersteunende teams ondersteunen alle teams en de organisatie als geheel" (sturingskader). Own
work are the opdrachten that the team carries out itself (opdrachtnemer); the rest of its granted
hours goes to opdrachten that another team carries out (or that have no opdrachtnemer). Hours are
hundredths.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.team import compute_team
from sturing.analyses.teamopdracht import Teamopdrachtregel, compute_teamopdracht
from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import TeamSoort
from sturing.engine.effecten import dekking
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Ondersteunendregel:
    """One ondersteunend team. `andere_teams` are the teams whose opdrachten it works on, `nodig`
    the lines in teamplannen of others that name it."""

    team: TeamCode
    naam: str | None
    aanbod_honderdste: int
    gevraagd_honderdste: int
    toegekend_honderdste: int
    eigen_werk_honderdste: int
    voor_anderen_honderdste: int
    andere_teams: int
    nodig: int

    @property
    def voor_anderen_ratio(self) -> Fraction | None:
        """Granted to the work of others, of all granted hours; None without granted hours."""
        return dekking(self.toegekend_honderdste, self.voor_anderen_honderdste)


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    aanbod_honderdste="beschikbaar (uur)",
    gevraagd_honderdste="gevraagd (uur)",
    toegekend_honderdste="toegekend (uur)",
    eigen_werk_honderdste="waarvan eigen opdrachten (uur)",
    voor_anderen_honderdste="waarvan opdrachten van anderen (uur)",
    voor_anderen_ratio="opdrachten van anderen (deel van 1)",
    andere_teams="andere teams waarvoor",
    nodig="genoemd in teamplannen van anderen (regels)",
)


@onthoud
def compute_ondersteunend(uitkomst: Uitkomst) -> tuple[Ondersteunendregel, ...]:
    """Every ondersteunend team, by code."""
    plan = uitkomst.stand.plan
    nemers = {o.opdracht: o.opdrachtnemer for o in plan.opdrachten}
    uren: dict[TeamCode, list[Teamopdrachtregel]] = {}
    for rij in compute_teamopdracht(uitkomst):
        uren.setdefault(rij.team, []).append(rij)
    genoemd = Counter(
        r.nodig_van_team
        for r in plan.teamplannen
        if r.jaar in uitkomst.horizon.jaren and r.nodig_van_team != r.team
    )
    rijen = []
    for regel in compute_team(uitkomst):
        if regel.team is None or regel.soort is not TeamSoort.ONDERSTEUNEND:
            continue
        van_team = uren.get(regel.team, [])
        eigen = sum(r.toegekend_honderdste for r in van_team if r.eigen)
        anderen = {
            nemers[r.opdracht] for r in van_team if not r.eigen and r.toegekend_honderdste
        } - {None}
        rijen.append(
            Ondersteunendregel(
                team=regel.team,
                naam=regel.naam,
                aanbod_honderdste=regel.aanbod_honderdste or 0,
                gevraagd_honderdste=regel.gevraagd_honderdste,
                toegekend_honderdste=regel.toegekend_honderdste,
                eigen_werk_honderdste=eigen,
                voor_anderen_honderdste=regel.toegekend_honderdste - eigen,
                andere_teams=len(anderen),
                nodig=genoemd[regel.team],
            )
        )
    return tuple(rijen)
