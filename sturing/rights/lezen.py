"""Who may look at a stored row of a workbook, of now or of an earlier levering.

Owns the row filter of the history. A row is no figure of a group, so a right on aggregates is not
enough; who may bring a row may see it. Rows of persons are for who may see hours by person, and for
nobody else, whatever may be brought. Must never read the database. Rows as in levering.Rij.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from sturing.domain.codes import GebiedCode, MedewerkerCode, OpdrachtCode, TeamCode
from sturing.domain.levering import Rij
from sturing.domain.wie import Wie
from sturing.rights.matrix import Actie
from sturing.rights.objecten import (
    Object,
    Planindex,
    object_gebied,
    object_medewerker,
    object_opdracht,
    object_organisatie,
    object_team,
)
from sturing.rights.oordeel import mag
from sturing.rights.rijen import mag_rij

PERSOONSBLADEN = frozenset({"Medewerkers", "Teamrollen", "Afwezigheid"})
"""The sheets of which every row is about one person."""

_GAAT_OVER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("Teams", "Personen", "Capaciteit", "Teamplannen", "Normen"), ("team",)),
        **dict.fromkeys(("Inzet", "Uren"), ("team", "opdracht")),
        **dict.fromkeys(("Opdrachten", "Besteding"), ("opdracht",)),
        "Gebieden": ("gebied",),
        "Gebiedsagenda": ("gebied", "opdracht"),
    }
)
"""The columns by which a row is about something; the other sheets are of the whole organisation."""


def mag_rij_lezen(
    wie: Wie, index: Planindex, blad: str, rij: Rij, teamrollen: Iterable[Rij] = ()
) -> bool:
    """May `wie` see this row of `blad`?

    `index` is of the plan in force. `teamrollen` are the rows of Teamrollen that place a person in
    teams besides those of the plan, such as those of an earlier levering: they only narrow who may
    see the person.
    """
    if blad in PERSOONSBLADEN:
        code = MedewerkerCode(str(rij["medewerker"]))
        persoon = object_medewerker(index, code)
        erbij = {TeamCode(str(r["team"])) for r in teamrollen if r["medewerker"] == code}
        if blad == "Teamrollen":
            erbij.add(TeamCode(str(rij["team"])))
        persoon = replace(
            persoon, teams=persoon.teams | erbij, uitvoerend=persoon.uitvoerend | erbij
        )
        return bool(mag(wie, Actie.UREN_PER_PERSOON_LEZEN, persoon))
    if any(
        mag(wie, Actie.TOTALEN_LEZEN, object_).per_rij for object_ in _objecten(index, blad, rij)
    ):
        return True
    return mag_rij(wie, index, blad, rij)


def _objecten(index: Planindex, blad: str, rij: Rij) -> Iterator[Object]:
    """What the row is about: any of these is enough to see it."""
    yield object_organisatie()
    velden = _GAAT_OVER.get(blad, ())
    if "team" in velden and rij.get("team"):
        yield object_team(index, TeamCode(str(rij["team"])))
    if "opdracht" in velden and rij.get("opdracht"):
        yield object_opdracht(index, OpdrachtCode(str(rij["opdracht"])))
    if "gebied" in velden and rij.get("gebied"):
        yield object_gebied(index, GebiedCode(str(rij["gebied"])))
