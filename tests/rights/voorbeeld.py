"""A small organisation in which every object is own in one way only, and the golden file of it.

`python -m tests.rights.voorbeeld` writes golden_rechten.csv again; read the difference by hand
against vertrouwen.md before it is committed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from sturing.domain.codes import (
    GebiedCode,
    MedewerkerCode,
    OpdrachtCode,
    PersoonCode,
    TeamCode,
)
from sturing.domain.keuzes import Domein, GebiedSoort, Rol, SoortWerk, Status, TeamSoort
from sturing.domain.organisatie import Gebied, Persoonsrol, Team, Teamrol
from sturing.domain.plan import Plan
from sturing.domain.werk import Agendapunt, Inzetregel, Opdracht
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.rights import mag as recht
from sturing.rights.mag import Actie, Object, Oordeel, Planindex, mag

GOLDEN = Path(__file__).parent / "golden_rechten.csv"
EIGEN_DOMEIN, ANDER_DOMEIN = Domein.RUIMTELIJK, Domein.SOCIAAL


def opdracht(code: str, **velden: Any) -> Opdracht:
    basis: dict[str, Any] = {
        "naam": code,
        "soort_werk": SoortWerk.STRATEGISCHE_AGENDA,
        "status": Status.LOPEND,
        "opdrachtgever": PersoonCode("COLLEGA"),
    }
    return Opdracht(opdracht=OpdrachtCode(code), **(basis | velden))


def _team(code: str, domein: Domein) -> Team:
    return Team(team=TeamCode(code), naam=code, soort=TeamSoort.DIENSTVERLENEND, domein=domein)


def _rol(persoon: str, rol: Rol, domein: Domein) -> Persoonsrol:
    return Persoonsrol(persoon=PersoonCode(persoon), naam=persoon, rol=rol, domein=domein)


def _inzet(code: str, team: str) -> Inzetregel:
    return Inzetregel(
        opdracht=OpdrachtCode(code),
        team=TeamCode(team),
        van=date(2027, 1, 1),
        tot=date(2027, 12, 31),
        uren_honderdste=100_00,
    )


def _gebied(code: str, onder: str | None) -> Gebied:
    return Gebied(
        gebied=GebiedCode(code),
        naam=code,
        soort=GebiedSoort.WIJK if onder else GebiedSoort.KERN,
        valt_onder=GebiedCode(onder) if onder else None,
    )


def _teamrol(medewerker: str, team: str) -> Teamrol:
    return Teamrol(
        medewerker=MedewerkerCode(medewerker), team=TeamCode(team), aandeel_pct=Decimal(50)
    )


PLAN = Plan(
    teams=(
        _team("T-EIGEN", ANDER_DOMEIN),
        _team("T-RUIM", EIGEN_DOMEIN),
        _team("T2", ANDER_DOMEIN),
    ),
    personen=(
        _rol("COLLEGA", Rol.STRATEGISCH_MANAGER, ANDER_DOMEIN),
        _rol("BUUR", Rol.STRATEGISCH_MANAGER, EIGEN_DOMEIN),
        _rol("IK", Rol.PROJECTLEIDER, ANDER_DOMEIN),
        _rol("TWEE", Rol.STRATEGISCH_MANAGER, EIGEN_DOMEIN),
        _rol("TWEE", Rol.STRATEGISCH_MANAGER, ANDER_DOMEIN),
    ),
    gebieden=(_gebied("G-EIGEN", None), _gebied("G-WIJK", "G-EIGEN"), _gebied("G2", None)),
    opdrachten=(
        opdracht("O-GEVER", opdrachtgever=PersoonCode("IK")),
        opdracht("O-GEDELEGEERD", gedelegeerd_aan=PersoonCode("IK")),
        opdracht("O-PORTEFEUILLE", portefeuillehouders=(PersoonCode("A"), PersoonCode("IK"))),
        opdracht("O-DOMEIN", opdrachtgever=PersoonCode("BUUR"), opdrachtnemer=TeamCode("T2")),
        opdracht("O-NEMER-DOMEIN", opdrachtgever=None, opdrachtnemer=TeamCode("T-RUIM")),
        opdracht("O-TWEE-DOMEINEN", opdrachtgever=PersoonCode("TWEE")),
        opdracht("O-GEBIED"),
        opdracht("O-TEAM", opdrachtnemer=TeamCode("T-EIGEN"), soort_werk=SoortWerk.REGULIER),
        opdracht("O-TEAM-STRATEGISCH", opdrachtnemer=TeamCode("T-EIGEN")),
        opdracht("O-INZET", opdrachtnemer=TeamCode("T2"), soort_werk=SoortWerk.REGULIER),
        opdracht("O-ANDER", opdrachtnemer=TeamCode("T2"), soort_werk=SoortWerk.REGULIER),
        opdracht("O-ZONDER-DOMEIN", opdrachtgever=None),
    ),
    inzet=(
        _inzet("O-TEAM", "T-EIGEN"),
        _inzet("O-INZET", "T-EIGEN"),
        _inzet("O-INZET", "T2"),
        _inzet("O-ANDER", "T2"),
    ),
    gebiedsagenda=(
        Agendapunt(gebied=GebiedCode("G-WIJK"), opdracht=OpdrachtCode("O-GEBIED")),
        Agendapunt(gebied=GebiedCode("G2"), opdracht=OpdrachtCode("O-ANDER")),
    ),
    teamrollen=(
        _teamrol("M-IK", "T2"),
        _teamrol("M-TEAM", "T-EIGEN"),
        _teamrol("M-TWEE-TEAMS", "T-EIGEN"),
        _teamrol("M-TWEE-TEAMS", "T2"),
        _teamrol("M-ANDER", "T2"),
    ),
)
INDEX = Planindex.van(PLAN)


def wie(*rollen: RechtRol, **velden: Any) -> Wie:
    """The account `ik`: own domain, own team, own area, for every role it has."""
    basis: dict[str, Any] = {"persoon": PersoonCode("IK"), "medewerker": MedewerkerCode("M-IK")}
    return Wie(
        account="ik",
        naam="Ik",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=tuple(
            Toekenning(
                rol=rol,
                domein=EIGEN_DOMEIN,
                teams=frozenset({TeamCode("T-EIGEN")}),
                gebieden=frozenset({GebiedCode("G-EIGEN")}),
            )
            for rol in rollen
        ),
        **(basis | velden),
    )


def objecten() -> Iterator[tuple[str, Object]]:
    """Name and object; the name says in which way it is own."""
    yield "organisatie", recht.object_organisatie()
    yield "domein eigen", recht.object_domein(EIGEN_DOMEIN)
    yield "domein ander", recht.object_domein(ANDER_DOMEIN)
    for opdracht_ in PLAN.opdrachten:
        yield opdracht_.opdracht, recht.object_opdracht(INDEX, opdracht_.opdracht)
    for team in PLAN.teams:
        yield team.team, recht.object_team(INDEX, team.team)
    for gebied in PLAN.gebieden:
        yield gebied.gebied, recht.object_gebied(INDEX, gebied.gebied)
    for medewerker in ("M-IK", "M-TEAM", "M-TWEE-TEAMS", "M-ANDER"):
        yield medewerker, recht.object_medewerker(INDEX, MedewerkerCode(medewerker))
    for soort, maak in (("account", recht.object_account), ("scenario", recht.object_scenario)):
        yield f"{soort} eigen", maak("ik")
        yield f"{soort} ander", maak("collega")


def in_woord(oordeel: Oordeel) -> str:
    """`nee`, `ja`, `voorstel`, `groep 5`, with the condition the service must keep behind it."""
    if not oordeel:
        return "nee"
    woord = "ja"
    if oordeel.alleen_voorstel:
        woord = "voorstel"
    elif oordeel.geaggregeerd:
        woord = f"groep {oordeel.minimum_groep}"
    return f"{woord}, mits {oordeel.voorwaarde}" if oordeel.voorwaarde else woord


def tabel() -> str:
    """The golden file: a row per action and object, a column per role."""
    uit = StringIO()
    schrijver = csv.writer(uit, lineterminator="\n")
    schrijver.writerow(["actie", "object", "zonder rol", *(rol.value for rol in RechtRol)])
    accounts = [wie(), *(wie(rol) for rol in RechtRol)]
    for actie in Actie:
        for naam, object_ in objecten():
            oordelen = (in_woord(mag(account, actie, object_)) for account in accounts)
            schrijver.writerow([actie.value, naam, *oordelen])
    return uit.getvalue()


if __name__ == "__main__":
    GOLDEN.write_text(tabel(), encoding="utf-8")
