"""Where and when is it too hot: what is asked of each team in each month against its supply?

Hours are hundredths. `gevraagd_ratio` is asked divided by supply (exact; 1 is just full), None
without supply.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import kolommen
from sturing.domain.codes import TeamCode
from sturing.domain.tijd import Maand
from sturing.engine.effecten import dekking
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.vraag import som_per


@dataclass(frozen=True, slots=True, kw_only=True)
class Warmteregel:
    """One team in one month; `vrij_honderdste` is supply that nobody got."""

    team: TeamCode
    naam: str | None
    maand: Maand
    aanbod_honderdste: int
    gevraagd_honderdste: int
    toegekend_honderdste: int
    vrij_honderdste: int

    @property
    def tekort_honderdste(self) -> int:
        return self.gevraagd_honderdste - self.toegekend_honderdste

    @property
    def gevraagd_ratio(self) -> Fraction | None:
        return dekking(self.aanbod_honderdste, self.gevraagd_honderdste)


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    maand="maand",
    aanbod_honderdste="beschikbaar (uur)",
    gevraagd_honderdste="gevraagd (uur)",
    toegekend_honderdste="toegekend (uur)",
    tekort_honderdste="tekort (uur)",
    vrij_honderdste="niet toegekend (uur)",
    gevraagd_ratio="gevraagd tegen beschikbaar (deel van 1)",
)


def compute_warmtekaart(uitkomst: Uitkomst) -> tuple[Warmteregel, ...]:
    """Every team and month of the horizon, by team, then month."""
    model, vraag = uitkomst.model, uitkomst.model.vraag
    namen = {team.team: team.naam for team in uitkomst.stand.plan.teams}
    gevraagd = som_per(vraag.cel_bron, vraag.cel_gevraagd, len(vraag.aanbod)).tolist()
    aanbod, over = vraag.aanbod.tolist(), uitkomst.verdeling.over.tolist()
    plekken = [(team, maand) for team in model.teams for maand in model.maanden]
    return tuple(
        Warmteregel(
            team=team,
            naam=namen.get(team),
            maand=maand,
            aanbod_honderdste=aanbod[nummer],
            gevraagd_honderdste=gevraagd[nummer],
            toegekend_honderdste=aanbod[nummer] - over[nummer],
            vrij_honderdste=over[nummer],
        )
        for nummer, (team, maand) in enumerate(plekken)
    )
