"""A month that can be worked out by hand: February 2027, twenty working days, nothing comes off.

One fte is 100 hours. T1 (ruimtelijk) has 100 hours and is asked 120; T2 (sociaal) has 100, half of
it inhuur, and is asked 25. In order: O1 and O2 by A, O3 without opdrachtgever, O4 with money only,
O5 parked. P1 has 1,500 euros and is asked 2,000.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from sturing.domain.codes import GebiedCode, OpdrachtCode, PersoonCode, ProgrammaCode, TeamCode
from sturing.domain.keuzes import (
    CapaciteitSoort,
    Domein,
    GebiedSoort,
    Rol,
    SoortWerk,
    Status,
    TeamSoort,
)
from sturing.domain.organisatie import (
    Begrotingsregel,
    Capaciteitsregel,
    Gebied,
    Norm,
    Persoonsrol,
    Programma,
    Team,
)
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.werk import Agendapunt, Inzetregel, Opdracht
from sturing.engine.uitkomst import Uitkomst, reken

FEB = Maand(2027, 2)
HORIZON = Horizon(FEB, FEB)
JAAR = Horizon.planjaar(2027)


def uur(uren: int) -> int:
    """Hours as hundredths."""
    return uren * 100


def _persoon(code: str, naam: str, rol: Rol) -> Persoonsrol:
    return Persoonsrol(persoon=PersoonCode(code), naam=naam, rol=rol)


def _gebied(code: str, soort: GebiedSoort, onder: str | None, inwoners: int | None) -> Gebied:
    return Gebied(
        gebied=GebiedCode(code),
        naam=f"Gebied {code}",
        soort=soort,
        valt_onder=GebiedCode(onder) if onder else None,
        inwoners=inwoners,
    )


def _opdracht(code: str, rang: int, **velden: Any) -> Opdracht:
    basis: dict[str, Any] = {
        "naam": f"Opdracht {code}",
        "soort_werk": SoortWerk.REGULIER,
        "status": Status.LOPEND,
    }
    return Opdracht(opdracht=OpdrachtCode(code), rang=rang, **(basis | velden))


def _inzet(code: str, team: str, uren: int) -> Inzetregel:
    return Inzetregel(
        opdracht=OpdrachtCode(code),
        team=TeamCode(team),
        van=FEB.eerste_dag,
        tot=FEB.laatste_dag,
        uren_honderdste=uur(uren),
    )


def _fte(team: str, fte: str, soort: CapaciteitSoort) -> Capaciteitsregel:
    return Capaciteitsregel(team=TeamCode(team), van=FEB, tot=FEB, soort=soort, fte=Decimal(fte))


PLAN = Plan(
    teams=(
        Team(
            team=TeamCode("T1"),
            naam="Team een",
            soort=TeamSoort.OPGAVE,
            domein=Domein.RUIMTELIJK,
            formatie_fte=Decimal(2),
        ),
        Team(
            team=TeamCode("T2"),
            naam="Team twee",
            soort=TeamSoort.DIENSTVERLENEND,
            domein=Domein.SOCIAAL,
        ),
    ),
    personen=(
        _persoon("A", "Manager A", Rol.STRATEGISCH_MANAGER),
        _persoon("B", "Leider B", Rol.PROJECTLEIDER),
        _persoon("W1", "Wethouder een", Rol.PORTEFEUILLEHOUDER),
    ),
    gebieden=(
        _gebied("G0", GebiedSoort.GEMEENTEBREED, None, None),
        _gebied("G1", GebiedSoort.KERN, "G0", 2000),
        _gebied("G2", GebiedSoort.KERN, "G0", None),
        _gebied("G1-W", GebiedSoort.WIJK, "G1", 500),
    ),
    programmas=(
        Programma(
            programma=ProgrammaCode("P1"), naam="Wonen", portefeuillehouder=PersoonCode("W1")
        ),
    ),
    begroting=(
        Begrotingsregel(
            programma=ProgrammaCode("P1"), jaar=2027, lasten_cent=0, beschikbaar_cent=150_000
        ),
    ),
    opdrachten=(
        _opdracht(
            "O1",
            1,
            opdrachtgever=PersoonCode("A"),
            gedelegeerd_aan=PersoonCode("B"),
            portefeuillehouders=(PersoonCode("W1"), PersoonCode("W2")),
            programma=ProgrammaCode("P1"),
            budget_cent=100_000,
        ),
        _opdracht(
            "O2",
            2,
            opdrachtgever=PersoonCode("A"),
            portefeuillehouders=(PersoonCode("W2"),),
            soort_werk=SoortWerk.STRATEGISCHE_AGENDA,
        ),
        _opdracht("O3", 3),
        _opdracht(
            "O4",
            4,
            opdrachtgever=PersoonCode("B"),
            programma=ProgrammaCode("P1"),
            budget_cent=100_000,
        ),
        _opdracht("O5", 5, opdrachtgever=PersoonCode("B"), status=Status.PARKEERPLAATS),
    ),
    gebiedsagenda=(
        Agendapunt(gebied=GebiedCode("G1"), opdracht=OpdrachtCode("O1"), aandeel_pct=Decimal(40)),
        Agendapunt(
            gebied=GebiedCode("G1-W"),
            opdracht=OpdrachtCode("O2"),
            aandeel_pct=Decimal(10),
            overstijgend=True,
        ),
    ),
    capaciteit=(
        _fte("T1", "1", CapaciteitSoort.BEZETTING),
        _fte("T2", "0.5", CapaciteitSoort.BEZETTING),
        _fte("T2", "0.5", CapaciteitSoort.INHUUR),
        _fte("T2", "0.4", CapaciteitSoort.VACATURE),
    ),
    inzet=(
        _inzet("O1", "T1", 60),
        _inzet("O2", "T1", 60),
        _inzet("O2", "T2", 20),
        _inzet("O3", "T2", 5),
        _inzet("O5", "T2", 90),
    ),
    normen=(
        Norm(
            jaar=2027,
            voltijd_uren_per_week=Decimal(25),
            verlofuren=Decimal(0),
            verzuim_pct=Decimal(0),
            indirect_pct=Decimal(0),
            ruimte_pct=Decimal(0),
        ),
    ),
)


def maand_februari() -> Uitkomst:
    """The plan over February 2027."""
    return reken(PLAN, HORIZON)


def met_normen() -> Uitkomst:
    """The same plan over the year with the default norms (the steps of the chain take hours)."""
    fte = replace(PLAN.capaciteit[0], van=Maand(2027, 1), tot=Maand(2027, 12))
    return reken(replace(PLAN, normen=(), capaciteit=(fte,)), JAAR)


def zonder_iets() -> Uitkomst:
    """An organisation of which nothing is known yet."""
    return reken(Plan(), HORIZON)
