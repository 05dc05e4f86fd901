"""A seeded plan at the size of De Bilt: 32 teams, 150 opdrachten, about 700 rows of Inzet.

Only for measuring; the demonstration organisation is another thing. Hours in hundredths.
"""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from sturing.domain.codes import (
    DoelCode,
    GebiedCode,
    OpdrachtCode,
    PersoonCode,
    ProgrammaCode,
    TeamCode,
)
from sturing.domain.keuzes import (
    CapaciteitSoort,
    Domein,
    GebiedSoort,
    SoortWerk,
    Status,
    TeamSoort,
)
from sturing.domain.organisatie import Begrotingsregel, Capaciteitsregel, Gebied, Programma, Team
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand
from sturing.domain.werk import Agendapunt, Inzetregel, Opdracht

TEAMS, OPDRACHTEN, GEBIEDEN, PROGRAMMAS, RIJEN, JAAR = 32, 150, 12, 9, 700, 2027


def maak_plan(zaad: int = 1) -> Plan:
    """The plan; the same for the same `zaad`. About 1.2 times the supply is asked."""
    kans = random.Random(zaad)
    teams = [TeamCode(f"T{nummer:02d}") for nummer in range(TEAMS)]
    codes = [OpdrachtCode(f"O{nummer:03d}") for nummer in range(OPDRACHTEN)]
    gebieden = [GebiedCode(f"G{nummer:02d}") for nummer in range(GEBIEDEN)]
    programmas = [ProgrammaCode(f"P{nummer}") for nummer in range(PROGRAMMAS)]
    return Plan(
        teams=tuple(
            Team(
                team=team,
                naam=f"Team {team}",
                soort=TeamSoort.DIENSTVERLENEND,
                domein=kans.choice(list(Domein)),
            )
            for team in teams
        ),
        gebieden=(
            Gebied(gebied=GebiedCode("G"), naam="Gemeente", soort=GebiedSoort.GEMEENTEBREED),
            *(
                Gebied(
                    gebied=gebied,
                    naam=gebied,
                    soort=GebiedSoort.KERN,
                    valt_onder=GebiedCode("G"),
                )
                for gebied in gebieden
            ),
        ),
        programmas=tuple(Programma(programma=p, naam=p) for p in programmas),
        begroting=tuple(
            Begrotingsregel(
                programma=p,
                jaar=JAAR,
                lasten_cent=50_000_000_00,
                beschikbaar_cent=2_500_000_00 if kans.random() < 0.6 else None,
            )
            for p in programmas
        ),
        opdrachten=tuple(_opdracht(kans, code, programmas) for code in codes),
        gebiedsagenda=tuple(
            Agendapunt(gebied=gebied, opdracht=code, aandeel_pct=Decimal(kans.randint(5, 30)))
            for code in kans.sample(codes, 50)
            for gebied in kans.sample(gebieden, 3)
        ),
        capaciteit=tuple(
            Capaciteitsregel(
                team=team,
                van=Maand(JAAR, 1),
                tot=Maand(JAAR, 12),
                soort=CapaciteitSoort.BEZETTING,
                fte=Decimal(kans.randint(20, 120)) / 10,
            )
            for team in teams
        ),
        inzet=tuple(_inzet(kans, nummer, codes, teams) for nummer in range(RIJEN)),
        peildatum=date(JAAR - 1, 10, 31),
    )


def _opdracht(kans: random.Random, code: OpdrachtCode, programmas: list[ProgrammaCode]) -> Opdracht:
    return Opdracht(
        opdracht=code,
        naam=f"Opdracht {code}",
        soort_werk=kans.choice(list(SoortWerk)),
        status=Status.LOPEND,
        opdrachtgever=PersoonCode(f"A{kans.randint(1, 20):02d}"),
        portefeuillehouders=tuple(
            PersoonCode(f"W{nummer}") for nummer in kans.sample(range(1, 6), kans.randint(1, 2))
        ),
        programma=kans.choice(programmas),
        doel=DoelCode(f"D{kans.randint(1, 25):02d}"),
        wettelijk=kans.random() < 0.3,
        rang=kans.randint(1, 100) if kans.random() < 0.5 else None,
        budget_cent=kans.randint(0, 400_000) * 100,
        maatschappelijke_waarde=Decimal(kans.randint(0, 5)),
        medewerkerswaarde=Decimal(kans.randint(0, 5)),
        financiele_waarde=Decimal(kans.randint(0, 5)),
    )


def _inzet(
    kans: random.Random, nummer: int, codes: list[OpdrachtCode], teams: list[TeamCode]
) -> Inzetregel:
    begin = kans.randint(1, 6)
    return Inzetregel(
        opdracht=codes[nummer % OPDRACHTEN],
        team=kans.choice(teams),
        van=Maand(JAAR, begin).eerste_dag,
        tot=Maand(JAAR, kans.randint(begin, 12) if kans.random() < 0.4 else 12).laatste_dag,
        uren_honderdste=kans.randint(2_000, 96_000),
    )
