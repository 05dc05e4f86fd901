"""Does the legal work alone ask more than a team has? (sturingskader: "reguliere wettelijke taken")

Hours are hundredths, summed over the horizon. Owns only this question; asks nothing of the order.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sturing.domain.codes import TeamCode
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
