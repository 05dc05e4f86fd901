"""How much of each team does every opdracht ask, and what does it get there?

One row per team and opdracht on which the team is asked hours, in the order of the opdrachten. The
hours of a team add up to those of compute_team. The pairs are those of engine/kaart.py; what other
analyses sum over teams and opdrachten, they sum over these rows. Hours are hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.kolom import UREN, kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.urencijfers import Urencijfers
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Haalbaarheid, SoortWerk
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.vraag import som_per


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamopdrachtregel(Urencijfers):
    """`stand` is of the whole opdracht, over all its teams; `eigen` when this team carries it
    out (opdrachtnemer)."""

    team: TeamCode
    plaats: int
    opdracht: OpdrachtCode
    naam: str
    soort_werk: SoortWerk
    wettelijk: bool
    eigen: bool
    stand: Haalbaarheid | None


KOLOMMEN = (
    *kolommen(
        team="team",
        plaats="plaats",
        opdracht="opdracht",
        naam="naam",
        soort_werk="soort werk",
        wettelijk="wettelijk",
        eigen="eigen opdracht van het team",
        stand="stand",
    ),
    *UREN,
)


@onthoud
def compute_teamopdracht(uitkomst: Uitkomst) -> tuple[Teamopdrachtregel, ...]:
    """By team, then by place in the order."""
    model, kaart = uitkomst.model, uitkomst.model.kaart
    toegekend = som_per(kaart.cel_paar, uitkomst.verdeling.toegekend, len(kaart.paar_team))
    effect = {regel.opdracht: regel for regel in uitkomst.effecten.opdrachten}
    rijen = []
    for nummer, plek, vraagt, krijgt in zip(
        kaart.paar_opdracht.tolist(),
        kaart.paar_team.tolist(),
        kaart.paar_gevraagd.tolist(),
        toegekend.tolist(),
        strict=True,
    ):
        opdracht, team = model.opdrachten[nummer], model.teams[plek]
        rijen.append(
            Teamopdrachtregel(
                team=team,
                plaats=effect[opdracht.opdracht].plaats,
                opdracht=opdracht.opdracht,
                naam=opdracht.naam,
                soort_werk=opdracht.soort_werk,
                wettelijk=opdracht.wettelijk,
                eigen=opdracht.opdrachtnemer == team,
                stand=effect[opdracht.opdracht].status,
                gevraagd_honderdste=vraagt,
                toegekend_honderdste=krijgt,
            )
        )
    return tuple(sorted(rijen, key=lambda rij: (rij.team, rij.plaats)))
