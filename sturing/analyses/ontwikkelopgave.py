"""How do the ontwikkelopgaven of the organisation stand: supporting work and Fundament op Orde?

"Het managementcollectief is verantwoordelijk voor de ontwikkelopgaven van de organisatie"; "met het
programma Fundament Op Orde verbeteren we onze ondersteunende taken" (sturingskader). The data has
no mark of its own for an ontwikkelopgave: shown is all supporting work that claims, with its doel.
Fundament op Orde is recognised by its name, of the opdracht or of the team that carries it out.
Hours are hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sturing.analyses.kolom import UREN, kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.urencijfers import Urencijfers
from sturing.domain.codes import DoelCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Haalbaarheid, SoortWerk
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.uitkomst import Uitkomst

PROGRAMMA: Final = "fundament op orde"
"""The name in the sturingskader, in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontwikkelregel(Urencijfers):
    """One opdracht of supporting work that claims; `fundament` when it is of Fundament op Orde."""

    opdracht: OpdrachtCode
    naam: str
    plaats: int
    opdrachtgever: PersoonCode | None
    opdrachtnemer: TeamCode | None
    doel: DoelCode | None
    fundament: bool
    stand: Haalbaarheid | None


KOLOMMEN = (
    *kolommen(
        opdracht="opdracht",
        naam="naam",
        plaats="plaats",
        opdrachtgever="opdrachtgever",
        opdrachtnemer="uitvoerend team",
        doel="doel",
        fundament="Fundament op Orde",
        stand="stand",
    ),
    *UREN,
)


@onthoud
def compute_ontwikkelopgave(uitkomst: Uitkomst) -> tuple[Ontwikkelregel, ...]:
    """Fundament op Orde first, then by place in the order."""
    plan = uitkomst.stand.plan
    opdrachten = {o.opdracht: o for o in plan.opdrachten}
    teams = {t.team: t.naam for t in plan.teams}
    rijen = [
        _regel(regel, opdrachten[regel.opdracht], teams) for regel in uitkomst.effecten.opdrachten
    ]
    eigen = [
        rij
        for rij in rijen
        if rij.fundament or opdrachten[rij.opdracht].soort_werk is SoortWerk.ONDERSTEUNEND
    ]
    return tuple(sorted(eigen, key=lambda r: (not r.fundament, r.plaats)))


def _van_fundament(opdracht: Opdracht, teams: dict[TeamCode, str]) -> bool:
    team = teams.get(opdracht.opdrachtnemer, "") if opdracht.opdrachtnemer else ""
    return any(PROGRAMMA in naam.casefold() for naam in (opdracht.naam, team))


def _regel(regel: Opdrachtregel, opdracht: Opdracht, teams: dict[TeamCode, str]) -> Ontwikkelregel:
    return Ontwikkelregel(
        opdracht=regel.opdracht,
        naam=opdracht.naam,
        plaats=regel.plaats,
        opdrachtgever=opdracht.opdrachtgever,
        opdrachtnemer=opdracht.opdrachtnemer,
        doel=opdracht.doel,
        fundament=_van_fundament(opdracht, teams),
        stand=regel.status,
        gevraagd_honderdste=regel.gevraagd_honderdste,
        toegekend_honderdste=regel.toegekend_honderdste,
    )
