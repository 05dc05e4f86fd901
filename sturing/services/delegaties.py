"""Delegations in force: from when, until when and why, as a decision laid them down.

The plan says to whom an opdracht is delegated; the ledger of decisions says from when, until when
and with which reason. A delegation that came with a sheet has none of these and always runs. What
was decided ends when a later sheet names somebody else. Must never read the clock. Windows are
days, ends included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from sturing.domain.besluit import Voorstelstand
from sturing.domain.codes import OpdrachtCode
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.werk import Opdracht
from sturing.domain.wijziging import Opdrachtgeverschap, Wijziging
from sturing.intake.standverschil import keten_van_codes
from sturing.rights.mag import Planindex
from sturing.store import besluiten
from sturing.store.geschiedenis import mutaties_van_blad
from sturing.store.opslag import Opslag

Delegaties = Mapping[OpdrachtCode, Opdrachtgeverschap]


def besloten_delegaties(opslag: Opslag, plan: Plan) -> Delegaties:
    """Per opdracht the last decided delegation, as far as the plan still names that person."""
    nu = {o.opdracht: o.gedelegeerd_aan for o in plan.opdrachten}
    laatste: dict[OpdrachtCode, Opdrachtgeverschap] = {}
    for besluit in besluiten.lijst(opslag):
        if besluit.stand is not Voorstelstand.AANGENOMEN or besluit.levering is None:
            continue
        delegaties = [
            x for x in besluit.wijzigingen if isinstance(x, Opdrachtgeverschap) and x.delegatie
        ]
        if not delegaties:
            continue
        heet = _codes_sinds(opslag, besluit.levering)
        for delegatie in delegaties:
            code = OpdrachtCode(heet.get(delegatie.opdracht, delegatie.opdracht))
            laatste[code] = replace(delegatie, opdracht=code)
    return {
        code: delegatie
        for code, delegatie in laatste.items()
        if delegatie.nieuw is not None and nu.get(code) == delegatie.nieuw
    }


def _codes_sinds(opslag: Opslag, levering: int) -> dict[str, str]:
    """What an opdracht of after `levering` is called now."""
    rijen = mutaties_van_blad(opslag, "Opdrachten", levering + 1)
    nummers = sorted({nummer for nummer, _ in rijen})
    keten = keten_van_codes([m for n, m in rijen if n == nummer] for nummer in nummers)
    return {oud: nieuw for (_, oud), nieuw in keten.items()}


def loopt_op(delegatie: Opdrachtgeverschap | None, dag: date) -> bool:
    """Does the delegation run on this day? One without a decision (None) always does."""
    if delegatie is None:
        return True
    return (delegatie.van or date.min) <= dag <= (delegatie.tot or date.max)


def loopt_in(delegatie: Opdrachtgeverschap | None, horizon: Horizon) -> bool:
    """Does the delegation run on any day of these months?"""
    if delegatie is None:
        return True
    begint = delegatie.van or date.min
    eindigt = delegatie.tot or date.max
    return begint <= horizon.tot.laatste_dag and eindigt >= horizon.van.eerste_dag


def opdrachten_in(
    opdrachten: Mapping[OpdrachtCode, Opdracht],
    delegaties: Delegaties,
    wijzigingen: Iterable[Wijziging],
    horizon: Horizon,
) -> dict[OpdrachtCode, Opdracht]:
    """The opdrachten after `wijzigingen` of a draft, without the delegates whose window lies
    outside these months."""
    alle = dict(delegaties)
    for wijziging in wijzigingen:
        if isinstance(wijziging, Opdrachtgeverschap) and wijziging.delegatie:
            alle[wijziging.opdracht] = wijziging
    buiten = {code for code, delegatie in alle.items() if not loopt_in(delegatie, horizon)}
    return {
        code: replace(opdracht, gedelegeerd_aan=None) if code in buiten else opdracht
        for code, opdracht in opdrachten.items()
    }


def index_op(plan: Plan, delegaties: Delegaties, dag: date) -> Planindex:
    """What rights rest on, on this day: outside its window a delegation gives none."""
    index = Planindex.van(plan)
    buiten = {code for code, delegatie in delegaties.items() if not loopt_op(delegatie, dag)}
    if not buiten:
        return index
    opdrachten = {
        code: replace(opdracht, gedelegeerd_aan=None) if code in buiten else opdracht
        for code, opdracht in index.opdrachten.items()
    }
    return replace(index, opdrachten=opdrachten)
