"""How many hours have the teamondersteuners, and for how many teams?

A row is a team in which teamondersteuners work (sheet Personen, rol teamondersteuner): the
"collectief van teamondersteuners" of the sturingskader. What data can tell: its hours, and what
goes to its own opdrachten (opdrachtnemer) and to those of others. What it cannot tell: how many
hours each supported team gets; `per_team_honderdste` is the granted hours on own opdrachten divided
by the teams, an average and no more. Hours are hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.team import compute_team
from sturing.analyses.teamopdracht import compute_teamopdracht
from sturing.domain.codes import PersoonCode, TeamCode
from sturing.domain.keuzes import Begeleiding, Rol
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Ondersteunersregel:
    """One team of teamondersteuners; teams that one of them supports are counted once."""

    team: TeamCode
    naam: str | None
    teamondersteuners: int
    teams: int
    leidend: int
    aanbod_honderdste: int
    gevraagd_honderdste: int
    eigen_werk_honderdste: int
    voor_anderen_honderdste: int

    @property
    def per_team_honderdste(self) -> int | None:
        """Granted hours on own opdrachten per supported team, rounded down; None without one."""
        return self.eigen_werk_honderdste // self.teams if self.teams else None


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    teamondersteuners="teamondersteuners",
    teams="teams die zij ondersteunen",
    leidend="waarvan leidend begeleid (teams)",
    aanbod_honderdste="beschikbaar (uur)",
    gevraagd_honderdste="gevraagd (uur)",
    eigen_werk_honderdste="toegekend aan eigen opdrachten (uur)",
    voor_anderen_honderdste="toegekend aan opdrachten van anderen (uur)",
    per_team_honderdste="eigen opdrachten per ondersteund team (uur)",
)


@onthoud
def compute_teamondersteuning(uitkomst: Uitkomst) -> tuple[Ondersteunersregel, ...]:
    """By team; empty when no teamondersteuner is placed in a team. Roles outside the horizon do
    not count."""
    horizon, plan = uitkomst.horizon, uitkomst.stand.plan
    per_team: dict[TeamCode, set[PersoonCode]] = {}
    for rol in plan.personen:
        ondersteunt = rol.rol is Rol.TEAMONDERSTEUNER and horizon.raakt(rol.van, rol.tot)
        if ondersteunt and rol.team is not None:
            per_team.setdefault(rol.team, set()).add(rol.persoon)
    uren = compute_teamopdracht(uitkomst)
    cijfers = {regel.team: regel for regel in compute_team(uitkomst)}
    rijen = []
    for code, personen in sorted(per_team.items()):
        regel = cijfers.get(code)
        gesteund = [
            t for t in plan.teams if t.teamondersteuner in personen and horizon.raakt(t.van, t.tot)
        ]
        rijen.append(
            Ondersteunersregel(
                team=code,
                naam=regel.naam if regel else None,
                teamondersteuners=len(personen),
                teams=len(gesteund),
                leidend=sum(t.begeleiding is Begeleiding.LEIDEND for t in gesteund),
                aanbod_honderdste=(regel.aanbod_honderdste or 0) if regel else 0,
                gevraagd_honderdste=regel.gevraagd_honderdste if regel else 0,
                eigen_werk_honderdste=sum(
                    r.toegekend_honderdste for r in uren if r.team == code and r.eigen
                ),
                voor_anderen_honderdste=sum(
                    r.toegekend_honderdste for r in uren if r.team == code and not r.eigen
                ),
            )
        )
    return tuple(rijen)
