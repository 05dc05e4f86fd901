"""What does a team need of other teams, and did the other side plan it?

One row per line of a teamplan that names another team ("wat hebben we van andere teams of externe
partners nodig?", sturingskader). The other side planned it when it has Inzet on that opdracht in
the months of the horizon, or a line on that opdracht in its own teamplan. A line without an
opdracht cannot be told: None. Lines of the years of the horizon. Hours are hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.teamopdracht import compute_teamopdracht
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Afhankelijkregel:
    """`heeft_inzet`: the other team plans hours on the opdracht, also when the opdracht waits;
    `gevraagd_honderdste` and `toegekend_honderdste` are of the other team on it."""

    team: TeamCode
    jaar: int
    regel: int
    resultaat: str
    opdracht: OpdrachtCode | None
    nodig_van_team: TeamCode
    heeft_inzet: bool
    staat_in_teamplan: bool
    gevraagd_honderdste: int
    toegekend_honderdste: int

    @property
    def gepland(self) -> bool | None:
        """Planned by the other side; None when the line names no opdracht."""
        return None if self.opdracht is None else self.heeft_inzet or self.staat_in_teamplan


KOLOMMEN = kolommen(
    team="team",
    jaar="jaar",
    regel="regel",
    resultaat="resultaat",
    opdracht="opdracht",
    nodig_van_team="nodig van team",
    gepland="door dat team gepland",
    heeft_inzet="dat team heeft inzet",
    staat_in_teamplan="staat in het teamplan van dat team",
    gevraagd_honderdste="gevraagd van dat team (uur)",
    toegekend_honderdste="toegekend bij dat team (uur)",
)


@onthoud
def compute_afhankelijkheid(uitkomst: Uitkomst) -> tuple[Afhankelijkregel, ...]:
    """By team, year and number of the line; a team that names itself needs nothing of another."""
    plan, horizon = uitkomst.stand.plan, uitkomst.horizon
    inzet = {
        (rij.team, rij.opdracht)
        for rij in plan.inzet
        if rij.uren_honderdste and horizon.raakt(rij.van, rij.tot)
    }
    regels = [r for r in plan.teamplannen if r.jaar in horizon.jaren]
    genoemd = {(r.team, r.jaar, r.opdracht) for r in regels if r.opdracht is not None}
    uren = {(r.team, r.opdracht): r for r in compute_teamopdracht(uitkomst)}
    rijen = []
    for regel in sorted(regels, key=lambda r: (r.team, r.jaar, r.regel)):
        ander, opdracht = regel.nodig_van_team, regel.opdracht
        if ander is None or ander == regel.team:
            continue
        bij = uren.get((ander, opdracht)) if opdracht is not None else None
        rijen.append(
            Afhankelijkregel(
                team=regel.team,
                jaar=regel.jaar,
                regel=regel.regel,
                resultaat=regel.resultaat,
                opdracht=opdracht,
                nodig_van_team=ander,
                heeft_inzet=(ander, opdracht) in inzet,
                staat_in_teamplan=(ander, regel.jaar, opdracht) in genoemd,
                gevraagd_honderdste=bij.gevraagd_honderdste if bij else 0,
                toegekend_honderdste=bij.toegekend_honderdste if bij else 0,
            )
        )
    return tuple(rijen)
