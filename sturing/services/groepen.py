"""Which figures of a team rest on too few persons for a reader (vertrouwen.md, Privacy).

Owns the meeting of a right on figures of groups with the persons behind a figure. Totals from the
sheet Capaciteit rest on no persons and are never hidden; those counted from Medewerkers are. Unit:
persons.
"""

from __future__ import annotations

from sturing.analyses.onderdrukking import te_klein
from sturing.domain.codes import TeamCode
from sturing.domain.normen import GROEP_MINIMUM
from sturing.domain.wie import Wie
from sturing.engine.bezetting import jaren_uit_capaciteit
from sturing.rights.mag import Actie, mag, object_organisatie, object_team
from sturing.services.omgeving import Basis


def uren_te_klein(basis: Basis, wie: Wie, team: TeamCode) -> bool:
    """Do the hours of this team rest on fewer persons than `wie` may see together?"""
    oordeel = mag(wie, Actie.TOTALEN_LEZEN, object_team(basis.index, team))
    if not oordeel.geaggregeerd:
        return False
    plan, horizon = basis.plan, basis.uitkomst.horizon
    uit_capaciteit = jaren_uit_capaciteit(plan)
    if all((team, jaar) in uit_capaciteit for jaar in horizon.jaren):
        return False
    personen = {
        rol.medewerker
        for rol in plan.teamrollen
        if rol.team == team
        and (rol.van is None or rol.van <= horizon.tot.laatste_dag)
        and (rol.tot is None or rol.tot >= horizon.van.eerste_dag)
    }
    return te_klein(len(personen), oordeel.minimum_groep)


def kleinste_groep(wie: Wie) -> int:
    """The smallest group of persons of which `wie` may see a figure; never under the norm."""
    oordeel = mag(wie, Actie.TOTALEN_LEZEN, object_organisatie())
    return max(GROEP_MINIMUM, oordeel.minimum_groep)
