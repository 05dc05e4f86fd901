"""The month of voorbeeld.py with everything that the analyses of teams look at, small enough to
work out by hand.

T1 (opgave) and T2 (dienstverlenend) as there; T3 is an ondersteunend team of two teamondersteuners
without own hours. T1 has a plan of two lines: O1 (needs T2, which plans nothing) and O2 (needs T2,
which has Inzet). T2 has a plan of one line without an opdracht. O3 is supporting work that T2
carries out, O1 legal work.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from sturing.domain.codes import (
    DoelCode,
    MedewerkerCode,
    OpdrachtCode,
    PersoonCode,
    TeamCode,
)
from sturing.domain.keuzes import Begeleiding, Domein, Rol, SoortWerk, TeamSoort
from sturing.domain.organisatie import Medewerker, Persoonsrol, Team, Teamrol
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand
from sturing.domain.werk import Teamplanregel, Urenregel
from sturing.engine.uitkomst import Uitkomst, reken
from tests.analyses.voorbeeld import FEB, HORIZON, PLAN, uur

T1, T2, T3 = TeamCode("T1"), TeamCode("T2"), TeamCode("T3")


def urenregel(maand: Maand, team: TeamCode, opdracht: str, uren: int) -> Urenregel:
    return Urenregel(
        maand=maand, team=team, opdracht=OpdrachtCode(opdracht), uren_honderdste=uur(uren)
    )


def teamrollen(per_team: dict[str, int], in_twee: tuple[str, str, int]) -> tuple[Teamrol, ...]:
    """So many persons per team, and so many that work in both teams of `in_twee`."""
    een, twee, aantal = in_twee
    alleen = [(f"M-{t}-{n}", t) for t, hoeveel in per_team.items() for n in range(hoeveel)]
    beide = [(f"M-B-{n}", t) for n in range(aantal) for t in (een, twee)]
    return tuple(
        Teamrol(medewerker=MedewerkerCode(m), team=TeamCode(t), aandeel_pct=Decimal(50))
        for m, t in (*alleen, *beide)
    )


def _regel(team: TeamCode, nummer: int, **velden: object) -> Teamplanregel:
    return Teamplanregel(team=team, jaar=2027, regel=nummer, resultaat=f"R{nummer}", **velden)


TEAMPLAN = replace(
    PLAN,
    teams=(
        replace(
            PLAN.teams[0],
            zelforganisatie=3,
            begeleiding=Begeleiding.COACHEND,
            teamondersteuner=PersoonCode("TO"),
        ),
        replace(PLAN.teams[1], begeleiding=Begeleiding.LEIDEND, teamondersteuner=PersoonCode("TO")),
        Team(
            team=T3,
            naam="Team drie",
            soort=TeamSoort.ONDERSTEUNEND,
            domein=Domein.BEDRIJFSVOERING,
            zelforganisatie=5,
            formatie_fte=Decimal(1),
        ),
    ),
    personen=(
        *PLAN.personen,
        *(
            Persoonsrol(persoon=PersoonCode(code), naam=code, rol=Rol.TEAMONDERSTEUNER, team=T3)
            for code in ("TO", "TO2")
        ),
    ),
    opdrachten=tuple(
        replace(
            o,
            naam="Fundament op orde: archief",
            soort_werk=SoortWerk.ONDERSTEUNEND,
            opdrachtnemer=T2,
            doel=DoelCode("D1"),
        )
        if o.opdracht == "O3"
        else replace(o, wettelijk=o.opdracht == "O1")
        for o in PLAN.opdrachten
    ),
    teamplannen=(
        _regel(
            T1, 1, opgave="Wonen", kwaliteit="goed", opdracht=OpdrachtCode("O1"), nodig_van_team=T2
        ),
        _regel(T1, 2, opdracht=OpdrachtCode("O2"), nodig_van_team=T2),
        _regel(T2, 1, nodig_van_team=T1, nodig_van_partner="provincie"),
    ),
    medewerkers=tuple(
        Medewerker(medewerker=MedewerkerCode(f"M-T1-{n}"), uren_per_week=Decimal(25))
        for n in range(6)
    ),
    teamrollen=teamrollen({"T1": 6, "T2": 7}, ("T1", "T2", 5)),
    uren=(urenregel(FEB, T1, "O1", 50), urenregel(FEB, T1, "O5", 8)),
)


def met_teams(plan: Plan = TEAMPLAN) -> Uitkomst:
    """The plan over February 2027."""
    return reken(plan, HORIZON)
