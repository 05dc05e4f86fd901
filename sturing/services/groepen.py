"""Which figures of a team rest on too few persons for a reader (vertrouwen.md, Privacy).

Owns the meeting of a right on figures of groups with the persons behind a figure. Totals from the
sheet Capaciteit rest on no persons and are never hidden; those counted from Medewerkers are. Unit:
persons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sturing.analyses.onderdrukking import te_klein
from sturing.domain.codes import MedewerkerCode, TeamCode
from sturing.domain.normen import GROEP_MINIMUM
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.bezetting import jaren_uit_capaciteit
from sturing.rights.mag import Actie, mag, object_organisatie, object_team
from sturing.services.omgeving import Basis


def uren_te_klein(basis: Basis, wie: Wie, team: TeamCode) -> bool:
    """Do the hours of this team rest on fewer persons than `wie` may see together?"""
    return team in te_kleine_teams(basis, wie, [team])


def te_kleine_teams(basis: Basis, wie: Wie, teams: Iterable[TeamCode]) -> frozenset[TeamCode]:
    """Those of `teams` whose hours rest on fewer persons than `wie` may see together; of a team
    that `wie` may not read at all, than the norm."""
    if not basis.plan.teamrollen:
        return frozenset()
    per_minimum: dict[int, set[TeamCode]] = defaultdict(set)
    for team in teams:
        oordeel = mag(wie, Actie.TOTALEN_LEZEN, object_team(basis.index, team))
        if not oordeel.per_rij:
            per_minimum[max(oordeel.minimum_groep, GROEP_MINIMUM)].add(team)
    return frozenset(
        team
        for minimum, gelezen in per_minimum.items()
        for team in gelezen & kleine_teams(basis.plan, basis.uitkomst.horizon, minimum)
    )


def kleine_teams(plan: Plan, horizon: Horizon, minimum: int) -> frozenset[TeamCode]:
    """Teams that take a year of the period from fewer than `minimum` persons (sheet Teamrollen)."""
    uit_capaciteit = jaren_uit_capaciteit(plan)
    klein = set()
    for jaar in horizon.jaren:
        personen: dict[TeamCode, set[MedewerkerCode]] = defaultdict(set)
        for rol in plan.teamrollen:
            begonnen = rol.van is None or rol.van.year <= jaar
            if begonnen and (rol.tot is None or rol.tot.year >= jaar):
                personen[rol.team].add(rol.medewerker)
        klein |= {
            team
            for team, groep in personen.items()
            if (team, jaar) not in uit_capaciteit and te_klein(len(groep), minimum)
        }
    return frozenset(klein)


def kleinste_groep(wie: Wie) -> int:
    """The smallest group of persons of which `wie` may see a figure; never under the norm."""
    oordeel = mag(wie, Actie.TOTALEN_LEZEN, object_organisatie())
    return max(GROEP_MINIMUM, oordeel.minimum_groep)
