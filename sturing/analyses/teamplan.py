"""Has each team a plan, and does it answer the questions of the sturingskader?

"Wat is de (maatschappelijke) opgave die voor ons ligt? Welke resultaten leveren wij? Wat gaan we
precies doen, hoe zetten we onze capaciteit en kwaliteit in en wat hebben we van andere teams of
externe partners nodig? Elk team heeft een plan!" A number per question is the lines that answer it:
what exactly = the line names an opdracht; capaciteit = the team is asked hours for that opdracht in
the horizon (one that waits asks none). An empty "nodig van" may also mean that nothing is needed:
data cannot tell. A team whose window does not touch the horizon needs no plan and has no row. Lines
of the years of the horizon; hours are hundredths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.teamopdracht import compute_teamopdracht
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.organisatie import Team
from sturing.domain.werk import Teamplanregel
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Planregel:
    """One team. `buiten_plan_honderdste` are hours asked of the team for opdrachten that its plan
    does not name, of `buiten_plan` opdrachten; without a plan that is everything."""

    team: TeamCode
    naam: str
    resultaten: int
    opgave: int
    precies: int
    capaciteit: int
    kwaliteit: int
    nodig: int
    gevraagd_honderdste: int
    buiten_plan: int
    buiten_plan_honderdste: int

    @property
    def heeft_plan(self) -> bool:
        return self.resultaten > 0


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    heeft_plan="heeft een plan",
    resultaten="resultaten (regels)",
    opgave="met opgave (regels)",
    precies="met opdracht (regels)",
    capaciteit="met inzet van het team (regels)",
    kwaliteit="met kwaliteit (regels)",
    nodig="noemt een ander team of partner (regels)",
    gevraagd_honderdste="gevraagd van het team (uur)",
    buiten_plan="niet in het teamplan (opdrachten)",
    buiten_plan_honderdste="niet in het teamplan (uur)",
)


@onthoud
def compute_teamplan(uitkomst: Uitkomst) -> tuple[Planregel, ...]:
    """Every team that exists in the horizon, by code."""
    plan = uitkomst.stand.plan
    regels: dict[TeamCode, list[Teamplanregel]] = {}
    for regel in plan.teamplannen:
        if regel.jaar in uitkomst.horizon.jaren:
            regels.setdefault(regel.team, []).append(regel)
    gevraagd: dict[TeamCode, dict[OpdrachtCode, int]] = {}
    for uren in compute_teamopdracht(uitkomst):
        gevraagd.setdefault(uren.team, {})[uren.opdracht] = uren.gevraagd_honderdste
    return tuple(
        _regel(team, regels.get(team.team, []), gevraagd.get(team.team, {}))
        for team in sorted(plan.teams, key=lambda t: t.team)
        if uitkomst.horizon.raakt(team.van, team.tot)
    )


def _regel(
    team: Team, regels: Sequence[Teamplanregel], gevraagd: dict[OpdrachtCode, int]
) -> Planregel:
    genoemd = {r.opdracht for r in regels}
    buiten = {code: uren for code, uren in gevraagd.items() if code not in genoemd}
    return Planregel(
        team=team.team,
        naam=team.naam,
        resultaten=len(regels),
        opgave=sum(bool(r.opgave) for r in regels),
        precies=sum(r.opdracht is not None for r in regels),
        capaciteit=sum(r.opdracht in gevraagd for r in regels),
        kwaliteit=sum(bool(r.kwaliteit) for r in regels),
        nodig=sum(bool(r.nodig_van_team or r.nodig_van_partner) for r in regels),
        gevraagd_honderdste=sum(gevraagd.values()),
        buiten_plan=len(buiten),
        buiten_plan_honderdste=sum(buiten.values()),
    )
