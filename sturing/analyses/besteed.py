"""What was planned and what was spent, per team and opdracht, and what will the year become?

Spent are the loaded hours (sheet Uren) in the months of the horizon; planned is what the plan asks
(claims of the model). A team is known up to the last month of which its hours are loaded: that
month is the data date, never the clock; a team without loaded hours in the horizon is unknown
(None), never 0.

Method of the forecast. Work that is planned in the horizon: spent, plus what is planned in the
months after the data date. Work that is not planned: spent, and when hours were booked on it in the
last three known months (`slapend.RECENTE_MAANDEN`) the same hours per working day for the rest of
the horizon, rounded down. So a plan is trusted for what is to come and work outside it goes on as
it went. Euros have another method (besteding.py): of euros no plan per month is known. Hours are
hundredths.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.slapend import RECENTE_MAANDEN
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Status
from sturing.domain.tijd import Maand
from sturing.engine.kalender import werkdagen_per_maand
from sturing.engine.uitkomst import Uitkomst

Paar = tuple[TeamCode, OpdrachtCode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Besteedcijfers:
    """Planned, spent and expected hours of a team or of one opdracht of it.

    `tot_en_met` is the last month of which hours of the team are loaded; None without one, and then
    what rests on spent hours is None.
    """

    team: TeamCode
    naam: str | None
    tot_en_met: Maand | None
    gepland_honderdste: int
    gepland_tot_honderdste: int | None
    besteed_honderdste: int | None
    verwacht_honderdste: int | None

    @property
    def verschil_honderdste(self) -> int | None:
        """Expected less planned, over the whole horizon."""
        if self.verwacht_honderdste is None:
            return None
        return self.verwacht_honderdste - self.gepland_honderdste


@dataclass(frozen=True, slots=True, kw_only=True)
class Besteedregel(Besteedcijfers):
    """One team and opdracht (`naam` is its name) on which hours are planned or spent in the
    horizon. `naam` and `status` are None for an opdracht that is not in the plan."""

    opdracht: OpdrachtCode
    status: Status | None


KOLOMMEN = kolommen(
    team="team",
    opdracht="opdracht",
    naam="naam",
    status="status",
    tot_en_met="uren bekend tot en met",
    gepland_honderdste="gepland, hele periode (uur)",
    gepland_tot_honderdste="gepland tot en met die maand (uur)",
    besteed_honderdste="besteed (uur)",
    verwacht_honderdste="verwacht, hele periode (uur)",
    verschil_honderdste="verwacht min gepland (uur)",
)


@onthoud
def compute_besteed(uitkomst: Uitkomst) -> tuple[Besteedregel, ...]:
    """By team, then opdracht."""
    maanden = uitkomst.model.maanden
    gepland = _gepland(uitkomst)
    besteed: dict[Paar, dict[Maand, int]] = defaultdict(dict)
    laatste: dict[TeamCode, Maand] = {}
    for regel in uitkomst.stand.plan.uren:
        if maanden[0] <= regel.maand <= maanden[-1]:
            per_maand = besteed[regel.team, regel.opdracht]
            per_maand[regel.maand] = per_maand.get(regel.maand, 0) + regel.uren_honderdste
            laatste[regel.team] = max(regel.maand, laatste.get(regel.team, regel.maand))
    opdrachten = {o.opdracht: o for o in uitkomst.stand.plan.opdrachten}
    rijen = []
    for team, code in sorted(gepland.keys() | besteed.keys()):
        plan, boekingen = gepland.get((team, code), {}), besteed.get((team, code), {})
        tot = laatste.get(team)
        opdracht = opdrachten.get(code)
        rijen.append(
            Besteedregel(
                team=team,
                opdracht=code,
                naam=opdracht.naam if opdracht else None,
                status=opdracht.status if opdracht else None,
                tot_en_met=tot,
                gepland_honderdste=sum(plan.values()),
                gepland_tot_honderdste=None
                if tot is None
                else sum(uren for maand, uren in plan.items() if maand <= tot),
                besteed_honderdste=None if tot is None else sum(boekingen.values()),
                verwacht_honderdste=None
                if tot is None
                else _verwacht(plan, boekingen, tot, maanden),
            )
        )
    return tuple(rijen)


def _gepland(uitkomst: Uitkomst) -> dict[Paar, dict[Maand, int]]:
    """Asked hundredths per team, opdracht and month, as the model spread them."""
    uit: dict[Paar, dict[Maand, int]] = defaultdict(dict)
    model, vraag = uitkomst.model, uitkomst.model.vraag
    aantal = len(model.maanden)
    cellen = (vraag.cel_opdracht, vraag.cel_bron, vraag.cel_gevraagd)
    for nummer, bron, uren in zip(*(cel.tolist() for cel in cellen), strict=True):
        paar = (model.teams[bron // aantal], model.opdrachten[nummer].opdracht)
        uit[paar][model.maanden[bron % aantal]] = uren
    return uit


def _verwacht(
    plan: dict[Maand, int], boekingen: dict[Maand, int], tot: Maand, maanden: tuple[Maand, ...]
) -> int:
    besteed = sum(boekingen.values())
    if plan:
        return besteed + sum(uren for maand, uren in plan.items() if maand > tot)
    if not any(uren for maand, uren in boekingen.items() if maand > tot.plus(-RECENTE_MAANDEN)):
        return besteed
    dagen = {maand: werkdagen_per_maand(maand) for maand in maanden}
    geweest = sum(aantal for maand, aantal in dagen.items() if maand <= tot)
    return besteed + besteed * (sum(dagen.values()) - geweest) // geweest
