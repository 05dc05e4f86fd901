"""Which right a row of a workbook asks: the action and the object of every sheet of werkboek.md.

Owns the way from a sheet and a row to `mag`. A row that equals what is stored needs no right, so
this is asked of changed rows only, for the row before as well as the row after: nobody takes a
row out of a domain or team that is not his. Must never read the database. Rows as in levering.Rij.
"""

from __future__ import annotations

from collections.abc import Iterable

from sturing.domain.codes import (
    GebiedCode,
    MedewerkerCode,
    OpdrachtCode,
    PersoonCode,
    ProgrammaCode,
    TeamCode,
)
from sturing.domain.keuzes import Domein
from sturing.domain.levering import Rij
from sturing.domain.wie import Wie
from sturing.errors import InvariantError
from sturing.rights.matrix import Actie
from sturing.rights.objecten import (
    Domeinen,
    Object,
    Objectsoort,
    Planindex,
    object_gebied,
    object_opdracht,
    object_organisatie,
    object_team,
)
from sturing.rights.oordeel import mag

_TEAMBLADEN = frozenset({"Teams", "Capaciteit", "Teamrollen", "Inzet", "Uren", "Teamplannen"})
_PERSOONSBLADEN = frozenset({"Medewerkers", "Afwezigheid"})
_GELDBLADEN = frozenset({"Programmas", "Begroting", "Besteding", "Normen"})
_PLANBLADEN = frozenset({"Opdrachten", "Personen", "Gebieden", "Doelen"})


def mag_rij(
    wie: Wie, index: Planindex, blad: str, rij: Rij, teamrollen: Iterable[Rij] = ()
) -> bool:
    """May `wie` add, change or remove this row of `blad`?

    `index` is of the stored plan, or that with `met_rijen` of the same upload; `teamrollen` are
    the rows of Teamrollen, stored and new together, and place a medewerker in teams. Raises
    InvariantError for a sheet that is not in the contract.
    """
    if blad in _TEAMBLADEN:
        team = object_team(index, TeamCode(_tekst(rij, "team")))
        return bool(mag(wie, Actie.TEAMBLADEN_LEVEREN, team))
    if blad in _PERSOONSBLADEN:
        return _mag_persoonsrij(wie, index, MedewerkerCode(_tekst(rij, "medewerker")), teamrollen)
    if blad in _GELDBLADEN:
        return bool(mag(wie, Actie.BEGROTING_LEVEREN, object_organisatie()))
    if blad == "Gebiedsagenda":
        return bool(mag(wie, Actie.AGENDA_LEVEREN, _agendapunt(index, rij)))
    if blad in _PLANBLADEN:
        plan = Object(soort=Objectsoort.DOMEIN, domeinen=domeinen_van_rij(index, blad, rij))
        return bool(mag(wie, Actie.PLANBLADEN_LEVEREN, plan))
    raise InvariantError(f"Blad '{blad}' staat niet in het contract.")


def domeinen_van_rij(index: Planindex, blad: str, rij: Rij) -> Domeinen:
    """The domains of a row of Opdrachten, Personen, Gebieden or Doelen.

    Opdrachten: as everywhere, of opdrachtgever or opdrachtnemer. Personen: its own domein (without
    one that of its team) together with those the person has already. Gebieden: of the
    gebiedsmakelaar. Doelen: of the portefeuillehouder of the doel, or of its programma. A row in
    which nobody leads to a domain has none, and is for an organisation-wide right alone.
    """
    if blad == "Opdrachten":
        return index.domeinen_van(_tekst(rij, "opdrachtgever"), _tekst(rij, "opdrachtnemer"))
    if blad == "Personen":
        domein = _tekst(rij, "domein")
        eigen = (
            frozenset({Domein(domein)})
            if domein
            else index.domeinen_team.get(TeamCode(_tekst(rij, "team")), frozenset())
        )
        return eigen | _van_persoon(index, _tekst(rij, "persoon"))
    if blad == "Gebieden":
        return _van_persoon(index, _tekst(rij, "gebiedsmakelaar"))
    houder = _tekst(rij, "portefeuillehouder") or index.portefeuillehouder_programma.get(
        ProgrammaCode(_tekst(rij, "programma")), ""
    )
    return _van_persoon(index, houder)


def _mag_persoonsrij(
    wie: Wie, index: Planindex, medewerker: MedewerkerCode, teamrollen: Iterable[Rij]
) -> bool:
    """A person who is stored in teams is for each of those; a new one for who owns all its teams.

    So nobody reaches a person of another team by giving that person a share in the own team.
    """
    if mag(wie, Actie.TEAMBLADEN_LEVEREN, object_organisatie()):
        return True
    oud = index.teams_medewerker.get(medewerker, frozenset())
    nieuw = {TeamCode(_tekst(r, "team")) for r in teamrollen if r["medewerker"] == medewerker}
    mogelijk = [
        bool(mag(wie, Actie.TEAMBLADEN_LEVEREN, object_team(index, team))) for team in oud or nieuw
    ]
    return any(mogelijk) if oud else bool(mogelijk) and all(mogelijk)


def _agendapunt(index: Planindex, rij: Rij) -> Object:
    """An item: its area, and the domain of its opdracht; without opdracht that of the area."""
    gebied = GebiedCode(_tekst(rij, "gebied"))
    opdracht = _tekst(rij, "opdracht")
    domeinen = (
        object_opdracht(index, OpdrachtCode(opdracht)).domeinen
        if opdracht
        else _van_persoon(index, index.makelaar_gebied.get(gebied, ""))
    )
    return Object(
        soort=Objectsoort.GEBIED,
        sleutel=gebied,
        domeinen=domeinen,
        gebieden=object_gebied(index, gebied).gebieden,
    )


def _van_persoon(index: Planindex, persoon: str) -> Domeinen:
    return index.domeinen_persoon.get(PersoonCode(persoon), frozenset())


def _tekst(rij: Rij, veld: str) -> str:
    waarde = rij.get(veld)
    return "" if waarde is None else str(waarde)
