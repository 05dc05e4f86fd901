"""Does the legal work alone ask more than a team has? (sturingskader: "reguliere wettelijke taken")

And which legal opdrachten ask most. Hours are hundredths, summed over the horizon. Owns only these
questions; asks nothing of the order.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sturing.analyses.kolom import UREN, kolommen
from sturing.analyses.urencijfers import Urencijfers
from sturing.domain.codes import OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Haalbaarheid
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Wettelijkregel:
    """One team with legal work; `te_veel_honderdste` is what it asks above the supply, from 0."""

    team: TeamCode
    aanbod_honderdste: int
    wettelijk_gevraagd_honderdste: int
    te_veel_honderdste: int


def compute_wettelijk(uitkomst: Uitkomst) -> tuple[Wettelijkregel, ...]:
    """Every team of which legal opdrachten ask hours, most too much first, then by code."""
    model = uitkomst.model
    wettelijk = np.array([o.wettelijk for o in model.opdrachten], dtype=bool)
    if not wettelijk.any():
        return ()
    per_team = np.zeros(len(model.teams), dtype=np.int64)
    cellen = wettelijk[model.vraag.cel_opdracht]
    teams = model.vraag.cel_bron[cellen] // len(model.maanden)
    np.add.at(per_team, teams, model.vraag.cel_gevraagd[cellen])
    rijen = [
        Wettelijkregel(
            team=team,
            aanbod_honderdste=aanbod,
            wettelijk_gevraagd_honderdste=gevraagd,
            te_veel_honderdste=max(0, gevraagd - aanbod),
        )
        for team, aanbod, gevraagd in zip(
            model.teams, model.aanbod.netto.sum(axis=1).tolist(), per_team.tolist(), strict=True
        )
        if gevraagd
    ]
    return tuple(sorted(rijen, key=lambda r: (-r.te_veel_honderdste, r.team)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wettelijkeopdracht(Urencijfers):
    """One legal opdracht that claims; `stand` is None when it asks no hours and no euros."""

    opdracht: OpdrachtCode
    naam: str
    opdrachtgever: PersoonCode | None
    stand: Haalbaarheid | None
    bindend_team: TeamCode | None


KOLOMMEN = (
    *kolommen(opdracht="opdracht", naam="naam", opdrachtgever="opdrachtgever", stand="stand"),
    *UREN,
    *kolommen(bindend_team="bindend team"),
)


def compute_wettelijke_opdrachten(uitkomst: Uitkomst) -> tuple[Wettelijkeopdracht, ...]:
    """The legal opdrachten that claim, most asked hours first, then by code."""
    opdrachten = {o.opdracht: o for o in uitkomst.stand.plan.opdrachten if o.wettelijk}
    rijen = [
        Wettelijkeopdracht(
            opdracht=regel.opdracht,
            naam=opdrachten[regel.opdracht].naam,
            opdrachtgever=opdrachten[regel.opdracht].opdrachtgever,
            stand=regel.status,
            gevraagd_honderdste=regel.gevraagd_honderdste,
            toegekend_honderdste=regel.toegekend_honderdste,
            bindend_team=regel.bindend_team,
        )
        for regel in uitkomst.effecten.opdrachten
        if regel.opdracht in opdrachten
    ]
    return tuple(sorted(rijen, key=lambda r: (-r.gevraagd_honderdste, r.opdracht)))
