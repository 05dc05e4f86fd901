"""A plan that keeps to every afspraak, small enough to read; a test breaks one thing of it.

Plan year 2027, looked at on 1 December 2026. T1 (ruimtelijk) and T2 (bedrijfsvoering) each have
1 fte. One opdracht of every soort werk; K1 is a kern. Hours were loaded up to October 2026.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sturing.analyses.afspraken.regels import STANDAARD
from sturing.analyses.afspraken.stof import toetsstof
from sturing.analyses.afspraken.toets import Afspraakuitslag, Getoetst, toets
from sturing.domain.afspraak import Afspraakreden
from sturing.domain.codes import (
    DoelCode,
    GebiedCode,
    OpdrachtCode,
    PersoonCode,
    ProgrammaCode,
    TeamCode,
)
from sturing.domain.keuzes import (
    Begeleiding,
    CapaciteitSoort,
    DoelBron,
    Domein,
    GebiedSoort,
    Initiatief,
    Rol,
    SoortWerk,
    Status,
    TeamSoort,
)
from sturing.domain.organisatie import (
    Capaciteitsregel,
    Doel,
    Gebied,
    Persoonsrol,
    Programma,
    Team,
)
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.werk import Agendapunt, Inzetregel, Opdracht, Teamplanregel, Urenregel
from sturing.domain.wijziging import Opdrachtgeverschap
from sturing.engine.uitkomst import reken

DAG = date(2026, 12, 1)
JAAR = Horizon.planjaar(2027)
ROLLEN = {
    # persoon: (rol, domein, team)
    "DIR": (Rol.DIRECTIE, Domein.DIRECTIE, None),
    "SM": (Rol.STRATEGISCH_MANAGER, Domein.RUIMTELIJK, None),
    "CON": (Rol.CONTROLLER, Domein.BEDRIJFSVOERING, "T2"),
    "PV1": (Rol.PROCESVERANTWOORDELIJKE, Domein.RUIMTELIJK, "T1"),
    "PV2": (Rol.PROCESVERANTWOORDELIJKE, Domein.BEDRIJFSVOERING, "T2"),
    "TO": (Rol.TEAMONDERSTEUNER, Domein.DIRECTIE, None),
    "GM": (Rol.GEBIEDSMAKELAAR, Domein.RUIMTELIJK, None),
    "PL": (Rol.PROJECTLEIDER, Domein.RUIMTELIJK, "T1"),
    "CM": (Rol.COORDINEREND_MEDEWERKER, Domein.RUIMTELIJK, "T1"),
    "BM": (Rol.BELEIDSMEDEWERKER, Domein.RUIMTELIJK, "T1"),
    "W": (Rol.PORTEFEUILLEHOUDER, None, None),
}


def persoon(code: str, **velden: Any) -> Persoonsrol:
    rol, domein, team = ROLLEN[code]
    return Persoonsrol(
        persoon=PersoonCode(code),
        naam=f"Naam {code}",
        rol=rol,
        domein=domein,
        team=TeamCode(team) if team else None,
        **velden,
    )


def opdracht(code: str, soort: SoortWerk, gever: str | None, **velden: Any) -> Opdracht:
    basis: dict[str, Any] = {
        "status": Status.LOPEND,
        "portefeuillehouders": (PersoonCode("W"),),
        "opdrachtnemer": TeamCode("T1"),
        "resultaat": "klaar",
        "kwaliteit": "goed",
    }
    return Opdracht(
        opdracht=OpdrachtCode(code),
        naam=code,
        soort_werk=soort,
        opdrachtgever=PersoonCode(gever) if gever else None,
        **(basis | velden),
    )


def team(code: str, domein: Domein, **velden: Any) -> Team:
    basis: dict[str, Any] = {
        "teamondersteuner": PersoonCode("TO"),
        "zelforganisatie": 3,
        "begeleiding": Begeleiding.COACHEND,
        "soort": TeamSoort.OPGAVE,
    }
    return Team(
        team=TeamCode(code),
        naam=code,
        domein=domein,
        **(basis | velden),
    )


def planregel(code: str, **velden: Any) -> Teamplanregel:
    basis: dict[str, Any] = {
        "opgave": "wonen",
        "resultaat": "klaar",
        "kwaliteit": "goed",
        "opdracht": OpdrachtCode("REG"),
        "nodig_van_partner": "corporatie",
    }
    return Teamplanregel(team=TeamCode(code), jaar=2027, regel=1, **(basis | velden))


def agendapunt(**velden: Any) -> Agendapunt:
    basis: dict[str, Any] = {
        "opdracht": OpdrachtCode("GEB"),
        "vraagstuk": "Te weinig bankjes",
        "initiatief": Initiatief.GEMEENTE,
        "bijdrage_gemeente": "zet bankjes neer",
    }
    return Agendapunt(gebied=GebiedCode("K1"), **(basis | velden))


def _inzet(code: str, in_team: str, uren: int) -> Inzetregel:
    return Inzetregel(
        opdracht=OpdrachtCode(code),
        team=TeamCode(in_team),
        van=date(2027, 1, 1),
        tot=date(2027, 12, 31),
        uren_honderdste=uren * 100,
    )


def geboekt(code: str, maand: int, uren: int = 10) -> Urenregel:
    return Urenregel(
        maand=Maand(2026, maand),
        team=TeamCode("T1"),
        opdracht=OpdrachtCode(code),
        uren_honderdste=uren * 100,
    )


WERK = {
    "STR": opdracht("STR", SoortWerk.STRATEGISCHE_AGENDA, "SM", doel=DoelCode("D1")),
    "BEG": opdracht("BEG", SoortWerk.PROGRAMMABEGROTING, "SM", programma=ProgrammaCode("P1")),
    "GEB": opdracht("GEB", SoortWerk.GEBIEDSAGENDA, "SM"),
    "REG": opdracht("REG", SoortWerk.REGULIER, "PV1"),
    "OND": opdracht("OND", SoortWerk.ONDERSTEUNEND, "PV2", opdrachtnemer=TeamCode("T2")),
    "BES": opdracht("BES", SoortWerk.AFSTEMMING_BESTUUR, "SM"),
}
GOED = Plan(
    teams=(team("T1", Domein.RUIMTELIJK), team("T2", Domein.BEDRIJFSVOERING)),
    personen=tuple(persoon(code) for code in ROLLEN),
    gebieden=(
        Gebied(gebied=GebiedCode("GEM"), naam="Gemeente", soort=GebiedSoort.GEMEENTEBREED),
        Gebied(
            gebied=GebiedCode("K1"),
            naam="Kern",
            soort=GebiedSoort.KERN,
            valt_onder=GebiedCode("GEM"),
            gebiedsmakelaar=PersoonCode("GM"),
        ),
    ),
    programmas=(Programma(programma=ProgrammaCode("P1"), naam="Wonen"),),
    doelen=(Doel(doel=DoelCode("D1"), naam="Meer huizen", bron=DoelBron.STRATEGISCHE_AGENDA),),
    opdrachten=tuple(WERK.values()),
    gebiedsagenda=(agendapunt(),),
    capaciteit=tuple(
        Capaciteitsregel(
            team=TeamCode(code),
            van=Maand(2027, 1),
            tot=Maand(2027, 12),
            soort=CapaciteitSoort.BEZETTING,
            fte=Decimal(1),
        )
        for code in ("T1", "T2")
    ),
    inzet=tuple(_inzet(code, "T1", 100) for code in WERK),
    uren=tuple(geboekt(code, 10) for code in WERK),
    teamplannen=(planregel("T1"), planregel("T2")),
    peildatum=date(2026, 10, 31),
)


def met(code: str, **velden: Any) -> Plan:
    """The good plan with other fields of one opdracht."""
    ander = {**WERK, code: replace(WERK[code], **velden)}
    return replace(GOED, opdrachten=tuple(ander.values()))


def zonder_rol(*codes: str) -> Plan:
    """The good plan without these persons in Personen."""
    return replace(GOED, personen=tuple(p for p in GOED.personen if p.persoon not in codes))


def uitslag(
    code: str,
    plan: Plan,
    *,
    dag: date = DAG,
    horizon: Horizon = JAAR,
    drempel: int | None = None,
    delegaties: Iterable[Opdrachtgeverschap] = (),
    redenen: tuple[Afspraakreden, ...] = (),
) -> Afspraakuitslag:
    """One rule, tested on a plan."""
    regel = next(r for r in STANDAARD if r.code == code)
    if drempel is not None:
        regel = replace(regel, drempel=drempel)
    stof = toetsstof(reken(plan, horizon), dag, {d.opdracht: d for d in delegaties})
    return toets(stof, (regel,), redenen)[0]


def open_bij(code: str, plan: Plan, **opties: Any) -> dict[str, str]:
    """The open points of one rule: the object, and what is wrong."""
    return {g.toetsing.naam: _zin(g) for g in uitslag(code, plan, **opties).open}


def _zin(getoetst: Getoetst) -> str:
    assert getoetst.punt is not None
    return getoetst.punt.zin
