"""Which figures of a team rest on too few persons for a reader (vertrouwen.md, Privacy).

Owns the meeting of a right on figures of groups with the persons behind a figure. Totals from the
sheet Capaciteit rest on no persons and are never hidden; those counted from Medewerkers are. Unit:
persons.
"""

from __future__ import annotations

from collections.abc import Iterable

from sturing.analyses.onderdrukking import te_klein
from sturing.domain.codes import MedewerkerCode, TeamCode
from sturing.domain.normen import GROEP_MINIMUM
from sturing.domain.wie import Wie
from sturing.engine.bezetting import jaren_uit_capaciteit
from sturing.rights.mag import Actie, mag, object_organisatie, object_team
from sturing.services.omgeving import Basis


def uren_te_klein(basis: Basis, wie: Wie, team: TeamCode) -> bool:
    """Do the hours of this team rest on fewer persons than `wie` may see together?"""
    return team in te_kleine_teams(basis, wie, [team])


def te_kleine_teams(basis: Basis, wie: Wie, teams: Iterable[TeamCode]) -> frozenset[TeamCode]:
    """Those of `teams` whose hours rest on fewer persons than `wie` may see together."""
    plan, horizon = basis.plan, basis.uitkomst.horizon
    if not plan.teamrollen:
        return frozenset()
    uit_capaciteit = jaren_uit_capaciteit(plan)
    personen: dict[TeamCode, set[MedewerkerCode]] = {}
    for rol in plan.teamrollen:
        begonnen = rol.van is None or rol.van <= horizon.tot.laatste_dag
        if begonnen and (rol.tot is None or rol.tot >= horizon.van.eerste_dag):
            personen.setdefault(rol.team, set()).add(rol.medewerker)
    klein = set()
    for team in teams:
        oordeel = mag(wie, Actie.TOTALEN_LEZEN, object_team(basis.index, team))
        op_personen = not all((team, jaar) in uit_capaciteit for jaar in horizon.jaren)
        aantal = len(personen.get(team, ()))
        if oordeel.geaggregeerd and op_personen and te_klein(aantal, oordeel.minimum_groep):
            klein.add(team)
    return frozenset(klein)


def kleinste_groep(wie: Wie) -> int:
    """The smallest group of persons of which `wie` may see a figure; never under the norm."""
    oordeel = mag(wie, Actie.TOTALEN_LEZEN, object_organisatie())
    return max(GROEP_MINIMUM, oordeel.minimum_groep)
