"""How much organises each team itself, and who helps it, how?

"De mate van zelforganisatie hoeft niet bij elk team hetzelfde te zijn" (sturingskader,
Teamondersteuning): no level is better than another. Fte are averaged over the months.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.team import compute_team
from sturing.domain.codes import PersoonCode, TeamCode
from sturing.domain.keuzes import Begeleiding, TeamSoort
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelforganisatieregel:
    """One team; `zelforganisatie` 1 to 5, None when it was not filled in."""

    team: TeamCode
    naam: str
    soort: TeamSoort
    zelforganisatie: int | None
    begeleiding: Begeleiding | None
    teamondersteuner: PersoonCode | None
    gemiddeld_fte: Fraction


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    soort="soort",
    zelforganisatie="zelforganisatie (1-5)",
    begeleiding="begeleiding",
    teamondersteuner="teamondersteuner",
    gemiddeld_fte="fte (gemiddeld)",
)


@onthoud
def compute_zelforganisatie(uitkomst: Uitkomst) -> tuple[Zelforganisatieregel, ...]:
    """Every team that exists in the horizon, by level (unknown last), then code."""
    fte = {regel.team: regel.fte_gemiddeld for regel in compute_team(uitkomst)}
    rijen = [
        Zelforganisatieregel(
            team=team.team,
            naam=team.naam,
            soort=team.soort,
            zelforganisatie=team.zelforganisatie,
            begeleiding=team.begeleiding,
            teamondersteuner=team.teamondersteuner,
            gemiddeld_fte=fte.get(team.team, Fraction(0)),
        )
        for team in uitkomst.stand.plan.teams
        if uitkomst.horizon.raakt(team.van, team.tot)
    ]
    return tuple(sorted(rijen, key=lambda r: (r.zelforganisatie or 9, r.team)))
