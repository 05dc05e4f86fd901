"""Where does it pinch? Asked against available per team and month, in hundredths of an hour."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from sturing.domain.codes import TeamCode
from sturing.domain.tijd import Maand
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Warmteregel:
    """One team in one month; `gevraagd_ratio` is asked / available, None without supply."""

    team: TeamCode
    maand: Maand
    aanbod_honderdste: int
    gevraagd_honderdste: int
    toegekend_honderdste: int
    tekort_honderdste: int
    gevraagd_ratio: Fraction | None


def compute_warmtekaart(uitkomst: Uitkomst) -> tuple[Warmteregel, ...]:
    """Every team and month of the horizon, by team, then month."""
    model = uitkomst.model
    cellen = len(model.teams) * len(model.maanden)
    gevraagd = np.zeros(cellen, dtype=np.int64)
    toegekend = np.zeros(cellen, dtype=np.int64)
    np.add.at(gevraagd, model.vraag.cel_bron, model.vraag.cel_gevraagd)
    np.add.at(toegekend, model.vraag.cel_bron, uitkomst.verdeling.toegekend)
    waarden = zip(
        model.aanbod.netto.ravel().tolist(), gevraagd.tolist(), toegekend.tolist(), strict=True
    )
    plekken = [(team, maand) for team in model.teams for maand in model.maanden]
    return tuple(
        Warmteregel(
            team=team,
            maand=maand,
            aanbod_honderdste=aanbod,
            gevraagd_honderdste=vraagt,
            toegekend_honderdste=krijgt,
            tekort_honderdste=vraagt - krijgt,
            gevraagd_ratio=Fraction(vraagt, aanbod) if aanbod else None,
        )
        for (team, maand), (aanbod, vraagt, krijgt) in zip(plekken, waarden, strict=True)
    )
