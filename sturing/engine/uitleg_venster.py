"""The first window in which an opdracht fits at its own place (section 7, shifts of section 6).

Every shift by whole months that the change `verschuif` allows is tried by the change itself. A
shift that takes work out of the planning period counts as no answer: it would fit only because
part of what it asks now is no longer looked at. "First" is first in time, so the window may lie
earlier than now; the smallest shift forward is given beside it. Hours hundredths, euros cents.
"""

from __future__ import annotations

from dataclasses import replace

from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wijziging import Verschuif
from sturing.engine.feiten import pas_feit_toe, periode_van
from sturing.engine.model import budget_per_jaar, cellen_van
from sturing.engine.uitleg_vormen import Venster, Vensteradvies
from sturing.engine.uitleg_zicht import Zicht
from sturing.engine.werkstand import Geweigerd, Werkstand


def vensters(zicht: Zicht, plan: Plan) -> Vensteradvies:
    """The windows of the opdracht; `plan` is the plan after the changes."""
    model = zicht.verdeling.model
    code, horizon = zicht.opdracht, model.horizon
    klein = replace(
        plan,
        opdrachten=tuple(o for o in plan.opdrachten if o.opdracht == code),
        inzet=tuple(rij for rij in plan.inzet if rij.opdracht == code),
    )
    vraagt_nu = _gevraagd(zicht, klein)
    eerste = later = None
    for maanden in _schuiven(klein, horizon):
        geschoven = _schuif(klein, horizon, Verschuif(opdracht=code, maanden=maanden))
        if geschoven is None:
            continue
        vraagt = _gevraagd(zicht, geschoven)
        if vraagt[0] < vraagt_nu[0] or vraagt[1] < vraagt_nu[1] or not _past(zicht, geschoven):
            continue
        van, tot = periode_van(geschoven.opdrachten[0], geschoven.inzet)
        venster = Venster(
            maanden=maanden,
            van=Maand.van_dag(van) if van else None,
            tot=Maand.van_dag(tot) if tot else None,
        )
        eerste = eerste or venster
        if maanden > 0:
            later = venster
            break
    return Vensteradvies(eerste=eerste, later=later)


def _schuiven(plan: Plan, horizon: Horizon) -> list[int]:
    """Every shift that leaves something in the horizon and ends in it, earliest first."""
    begin, einde = periode_van(plan.opdrachten[0], plan.inzet)
    dag = einde or begin
    if dag is None:
        return []
    laatste = Maand.van_dag(dag)
    terug = laatste.maanden_tot(horizon.van)
    vooruit = laatste.maanden_tot(horizon.tot)
    return [maanden for maanden in range(min(terug, 0), max(vooruit, 0) + 1) if maanden]


def _schuif(plan: Plan, horizon: Horizon, wijziging: Verschuif) -> Plan | None:
    """The small plan after the change; None when the change is refused."""
    stand = Werkstand(plan, horizon, plan.normen)
    try:
        pas_feit_toe(stand, wijziging)
    except Geweigerd:
        return None
    return stand.sluit()


def _gevraagd(zicht: Zicht, plan: Plan) -> tuple[int, int]:
    """Hundredths and cents asked in the horizon."""
    model = zicht.verdeling.model
    return (
        sum(cellen_van(plan, model.aanbod, {zicht.opdracht: 0}).values()),
        sum(budget_per_jaar(plan.opdrachten[0], model.horizon).values()),
    )


def _past(zicht: Zicht, plan: Plan) -> bool:
    """Does the shifted opdracht get all it asks from what those above it left?"""
    model = zicht.verdeling.model
    cellen = cellen_van(plan, model.aanbod, {zicht.opdracht: 0})
    if any(deel > zicht.over[bron] for (_, bron), deel in cellen.items()):
        return False
    opdracht = plan.opdrachten[0]
    if not zicht.met_euros or opdracht.programma is None:
        return True
    potten = {sleutel: nummer for nummer, sleutel in enumerate(model.budgetten)}
    return all(
        (opdracht.programma, jaar) not in potten
        or cent <= zicht.pot_over[potten[opdracht.programma, jaar]]
        for jaar, cent in budget_per_jaar(opdracht, model.horizon).items()
    )
