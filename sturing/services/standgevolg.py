"""Hours and fte per team of an earlier state, and of two states side by side.

Owns calculating the rows of an earlier levering; the decided order, settings and supply are those
of now (order and settings change neither asked hours nor fte). What a change does to the plan in
force says gevolg.py; how a team is written, teamcijfers.py. Units: hours whole as shown, fte
averaged over the months of the horizon.
"""

from __future__ import annotations

from sturing.domain.codes import TeamCode
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.rights.mag import zichtbare_teams
from sturing.services.namen import namen_samen, namen_van
from sturing.services.omgeving import Omgeving
from sturing.services.teamcijfers import Teamverschil, teamverschillen
from sturing.services.toestanden import Toestand
from sturing.store.plan import plan_van


def uitkomst_van_stand(omgeving: Omgeving, stand: Toestand, horizon: Horizon) -> Uitkomst:
    """The plan that these rows make, with the order, settings and decided supply of now."""
    plan = omgeving.basis(horizon).plan
    straks = plan_van(stand, plan.besloten_rang, plan.instellingen, plan.scenario_aanbod)
    return reken(straks, horizon)


def teams_naast(
    omgeving: Omgeving, wie: Wie, voor: Uitkomst, na: Uitkomst, *, alle: bool = False
) -> tuple[Teamverschil, ...]:
    """Teams that `wie` may read the totals of, by name: those whose asked hours or fte differ as
    they are shown, or all."""
    plannen = voor.stand.plan, na.stand.plan
    codes = [TeamCode(team.team) for plan in plannen for team in plan.teams]
    zichtbaar = zichtbare_teams(wie, omgeving.basis().index, codes)
    namen = namen_samen(*map(namen_van, plannen))
    rijen = teamverschillen(voor, na, namen, zichtbaar, alle=alle)
    getoond = [r for r in rijen if alle or r.gevraagd.richting or r.fte.richting]
    return tuple(sorted(getoond, key=lambda r: r.naam.casefold()))
