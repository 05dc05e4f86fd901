"""The fewest fte more of one team with which an opdracht gets what it asks there, where it stands.

`strikt` only: there each team and month stands by itself, so that more supply first serves whoever
stands higher and then this opdracht, and takes from nobody. In the other methods that does not
hold (rekenmodel section 4) and there is no answer. Months before the data date are over: hiring
there helps nobody. Exact in hundredths of an fte, rounded up; hours in hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

import numpy as np

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Maand
from sturing.domain.wijziging import Inhuur
from sturing.engine.aanbod import maak_keten
from sturing.engine.bezetting import dagen_in_maand
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.uurnormen import Normentabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodadvies:
    """The hire, the hours that whoever stands higher takes of it first, and whether short months
    are over (`te_laat`): those stay short."""

    inhuur: Inhuur
    hoger_honderdste: int
    te_laat: bool


def extra_aanbod(uitkomst: Uitkomst, opdracht: OpdrachtCode, team: TeamCode) -> Aanbodadvies | None:
    """The hire for `opdracht` at `team`; None when none helps: nothing short there, all of it over,
    the team not at work then, or another method."""
    model, verdeling = uitkomst.model, uitkomst.verdeling
    if verdeling.methode is not Methode.STRIKT:
        return None
    eigen, vraag = model.index[opdracht], model.vraag
    peildatum = uitkomst.stand.plan.peildatum
    begin = Maand.van_dag(peildatum) if peildatum else model.horizon.van
    nodig: dict[Maand, int] = {}
    hoger, te_laat = 0, False
    for cel in range(int(vraag.start[eigen]), int(vraag.start[eigen + 1])):
        _, van_team, maand = model.cel(cel)
        kort = int(vraag.cel_gevraagd[cel] - verdeling.toegekend[cel])
        if van_team != team or not kort:
            continue
        if maand < begin:
            te_laat = True
            continue
        bron = int(vraag.cel_bron[cel])
        kolommen = vraag.kolommen
        cellen = kolommen.nummers[kolommen.start[bron] : kolommen.start[bron + 1]]
        voor = verdeling.plaats[vraag.cel_opdracht[cellen]] <= verdeling.plaats[eigen]
        tekort = vraag.cel_gevraagd[cellen][voor] - verdeling.toegekend[cellen][voor]
        nodig[maand] = int(np.sum(tekort, dtype=np.int64))
        hoger += nodig[maand] - kort
    fte = _fte(uitkomst, team, nodig)
    if fte is None:
        return None
    return Aanbodadvies(
        inhuur=Inhuur(team=team, fte=fte, van=min(nodig), tot=max(nodig)),
        hoger_honderdste=hoger,
        te_laat=te_laat,
    )


def _fte(uitkomst: Uitkomst, team: TeamCode, nodig: dict[Maand, int]) -> Decimal | None:
    """So many fte that every month has its hours; None when no number does."""
    plan = uitkomst.stand.plan
    eigen = next((t for t in plan.teams if t.team == team), None)
    if eigen is None or not nodig:
        return None
    normen = Normentabel(plan.normen)
    meest = 0
    for maand, uren in nodig.items():
        dagen = Fraction(dagen_in_maand(eigen, maand))
        per_fte = maak_keten(team, maand, dagen, normen.van(team, maand.jaar)).netto
        if per_fte <= 0:
            return None
        # Rounding down of the sum never gives less than the sum of what is rounded down.
        meest = max(meest, ceil(Fraction(uren) / per_fte))
    return Decimal(meest) / 100
