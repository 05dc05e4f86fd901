"""Delegations in force: from when, until when and why, as a decision laid them down.

The plan says to whom an opdracht is delegated; the ledger of decisions says from when, until when
and with which reason. A delegation that came with a sheet has none of these and always runs. What
was decided ends when a later sheet names somebody else or takes the opdracht away, unless that
sheet was undone. Must never read the clock. Windows are
days, ends included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from sturing.domain.besluit import Voorstelstand
from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.domain.levering import Mutatie
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.werk import Opdracht
from sturing.domain.wijziging import Opdrachtgeverschap, Wijziging
from sturing.rights.mag import Planindex
from sturing.store import besluiten
from sturing.store import leveringen as register
from sturing.store.geschiedenis import mutaties_van_blad
from sturing.store.opslag import Opslag

Delegaties = Mapping[OpdrachtCode, Opdrachtgeverschap]


def besloten_delegaties(opslag: Opslag, plan: Plan) -> Delegaties:
    """Per opdracht the last decided delegation, as long as no later sheet ended it."""
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
        later = _later(opslag, besluit.levering)
        for delegatie in delegaties:
            code = _heet_nu(later, delegatie)
            if code is not None:
                laatste[code] = replace(delegatie, opdracht=code)
    return {
        code: delegatie
        for code, delegatie in laatste.items()
        if delegatie.nieuw is not None and nu.get(code) == delegatie.nieuw
    }


def _later(opslag: Opslag, levering: int) -> list[list[Mutatie]]:
    """What changed in the sheet Opdrachten after `levering`, per levering that was not undone."""
    ongedaan: set[int] = set()
    geldig: set[int] = set()
    for een in reversed(register.lijst(opslag)):
        if een.nummer in ongedaan:
            continue
        if een.maakt_ongedaan is not None:
            ongedaan.add(een.maakt_ongedaan)
        # Who undoes a levering of after `levering` only takes it away, which is done above.
        if een.maakt_ongedaan is None or een.maakt_ongedaan <= levering:
            geldig.add(een.nummer)
    per: dict[int, list[Mutatie]] = {}
    for nummer, mutatie in mutaties_van_blad(opslag, "Opdrachten", levering + 1):
        if nummer in geldig:
            per.setdefault(nummer, []).append(mutatie)
    return [per[nummer] for nummer in sorted(per)]


def _heet_nu(later: Iterable[list[Mutatie]], delegatie: Opdrachtgeverschap) -> OpdrachtCode | None:
    """What its opdracht is called now; None when a sheet took it away or named somebody else."""
    code: str = delegatie.opdracht
    for mutaties in later:
        rij = next((m for m in mutaties if m.oud is not None and m.oud["opdracht"] == code), None)
        if rij is None:
            continue
        if rij.nieuw is None or rij.nieuw["gedelegeerd_aan"] != delegatie.nieuw:
            return None
        code = str(rij.nieuw["opdracht"])
    return OpdrachtCode(code)


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


def gedelegeerde(
    opdracht: Opdracht, delegaties: Delegaties, horizon: Horizon
) -> PersoonCode | None:
    """To whom the opdracht is delegated on any day of these months."""
    loopt = loopt_in(delegaties.get(opdracht.opdracht), horizon)
    return opdracht.gedelegeerd_aan if loopt else None


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
