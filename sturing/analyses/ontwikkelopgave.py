"""How do the ontwikkelopgaven of the organisation stand: supporting work and Fundament op Orde?

"Het managementcollectief is verantwoordelijk voor de ontwikkelopgaven van de organisatie"; "met het
programma Fundament Op Orde verbeteren we onze ondersteunende taken" (sturingskader). The data has
no mark of its own for an ontwikkelopgave: shown is all supporting work that claims, with its doel.
Fundament op Orde is recognised by its name, of the opdracht or of the team that carries it out.
Hours are hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sturing.analyses.kolom import UREN, kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.opdracht import Opdrachtregel, compute_opdracht
from sturing.domain.codes import DoelCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Haalbaarheid, SoortWerk
from sturing.domain.werk import Opdracht
from sturing.engine.uitkomst import Uitkomst

PROGRAMMA: Final = "fundament op orde"
"""The name in the sturingskader, in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontwikkelregel:
    """One opdracht of supporting work that claims; `fundament` when it is of Fundament op Orde."""

    opdracht: OpdrachtCode
    naam: str
    plaats: int | None
    opdrachtgever: PersoonCode | None
    opdrachtnemer: TeamCode | None
    doel: DoelCode | None
    fundament: bool
    stand: Haalbaarheid | None
    gevraagd_honderdste: int
    toegekend_honderdste: int
    tekort_honderdste: int
    dekking_ratio: Fraction | None


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
        _regel(regel, opdrachten[regel.opdracht], teams)
        for regel in compute_opdracht(uitkomst)
        if regel.plaats is not None
        and (
            regel.soort_werk is SoortWerk.ONDERSTEUNEND
            or _van_fundament(opdrachten[regel.opdracht], teams)
        )
    ]
    return tuple(sorted(rijen, key=lambda r: (not r.fundament, r.plaats or 0)))


def _van_fundament(opdracht: Opdracht, teams: dict[TeamCode, str]) -> bool:
    team = teams.get(opdracht.opdrachtnemer, "") if opdracht.opdrachtnemer else ""
    return any(PROGRAMMA in naam.casefold() for naam in (opdracht.naam, team))


def _regel(regel: Opdrachtregel, opdracht: Opdracht, teams: dict[TeamCode, str]) -> Ontwikkelregel:
    return Ontwikkelregel(
        opdracht=regel.opdracht,
        naam=regel.naam,
        plaats=regel.plaats,
        opdrachtgever=regel.opdrachtgever,
        opdrachtnemer=opdracht.opdrachtnemer,
        doel=opdracht.doel,
        fundament=_van_fundament(opdracht, teams),
        stand=regel.stand,
        gevraagd_honderdste=regel.gevraagd_honderdste or 0,
        toegekend_honderdste=regel.toegekend_honderdste or 0,
        tekort_honderdste=regel.tekort_honderdste or 0,
        dekking_ratio=regel.dekking_ratio,
    )
