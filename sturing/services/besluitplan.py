"""The plan that a decision makes, and any earlier plan opened again from the ledger.

Owns that the plan after a decision is exactly the result of its scenario, and that an earlier plan
is built again from the leveringen and the state that the ledger kept. Must never store.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from sturing.domain.besluit import BeslotenStaat, Besluit
from sturing.domain.plan import Plan
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.vingerafdruk import ENGINE_VERSIE, vingerafdruk
from sturing.engine.volgorde import plaatsen
from sturing.errors import InvariantError, SturingError
from sturing.services import toestanden
from sturing.services.omgeving import Omgeving
from sturing.services.regels import budgetregels, verdeelregels
from sturing.store import besluiten as ledger
from sturing.store import logboek
from sturing.store.geschiedenis import toestand_na
from sturing.store.plan import plan_van


def staat_na(na: Uitkomst) -> BeslotenStaat:
    """What a decision on this result leaves beside the sheets: the places of all that claim, the
    settings, and the supply that scenarios added."""
    plan = na.stand.plan
    return BeslotenStaat(
        rang=MappingProxyType(plaatsen(plan, na.stand.volgorde)),
        instellingen=plan.instellingen,
        aanbod=plan.scenario_aanbod,
    )


def besloten_plan(na: Uitkomst) -> Plan:
    """The plan in force once this result is decided."""
    return met_staat(na.stand.plan, staat_na(na))


def met_staat(plan: Plan, staat: BeslotenStaat) -> Plan:
    """The rows of `plan` with another decided state beside them."""
    return replace(
        plan,
        besloten_rang=staat.rang,
        instellingen=staat.instellingen,
        scenario_aanbod=staat.aanbod,
    )


def eis_gelijk(na: Uitkomst, plan: Plan) -> Uitkomst:
    """The result of `plan` without changes, which must equal the scenario `na` to the last unit.

    Raises InvariantError otherwise: then nothing may be stored.
    """
    straks = reken(plan, na.horizon)
    if (
        straks.effecten != na.effecten
        or list(verdeelregels(straks)) != list(verdeelregels(na))
        or list(budgetregels(straks)) != list(budgetregels(na))
    ):
        raise InvariantError("Het besloten plan geeft iets anders dan het voorstel.")
    return straks


@dataclass(frozen=True, kw_only=True)
class Planpaar:
    """The plan before a decision with its changes, and the plan in force after it (None when the
    proposal was turned down)."""

    voor: Plan
    na: Plan | None


def plannen_van(omgeving: Omgeving, besluit: Besluit, *, opnieuw: bool = False) -> Planpaar:
    """Both plans of a decision, built again from the leveringen and the ledger.

    `opnieuw` reads the leveringen from the database, whatever is kept in memory of them.
    """
    lees = (
        partial(toestand_na, omgeving.opslag) if opnieuw else partial(toestanden.toestand, omgeving)
    )
    voor = _plan(lees(besluit.basis_levering), besluit.staat_voor)
    if besluit.levering is None or besluit.staat_na is None:
        return Planpaar(voor=voor, na=None)
    return Planpaar(voor=voor, na=_plan(lees(besluit.levering), besluit.staat_na))


def _plan(rijen: toestanden.Toestand, staat: BeslotenStaat) -> Plan:
    return plan_van(rijen, staat.rang, staat.instellingen, staat.aanbod)


def controleer_besluiten(omgeving: Omgeving) -> tuple[str, ...]:
    """The first decision that does not calculate to its fingerprint again, or whose line is not as
    the log has it, as a Dutch sentence; empty when all do. A decision of another engine version
    cannot be compared: its line is."""
    kernen = _kernen(omgeving)
    for besluit in ledger.lijst(omgeving.opslag):
        naam = f"Besluit {besluit.nummer}"
        if ledger.regelkern(besluit) != kernen.get(besluit.nummer):
            return (f"{naam} is anders dan het log zegt: er is iets aan veranderd.",)
        if besluit.rekenversie != ENGINE_VERSIE:
            continue
        try:
            klopt = klopt_kenmerk(besluit, plannen_van(omgeving, besluit, opnieuw=True))
        except SturingError as fout:
            return (f"{naam} kan niet meer worden nagerekend: {fout.title}",)
        if not klopt:
            return (f"{naam} geeft bij narekenen een ander kenmerk: de gegevens zijn veranderd.",)
    return ()


def klopt_kenmerk(besluit: Besluit, paar: Planpaar) -> bool:
    """Do both plans give the fingerprints that the ledger has?"""
    voor = vingerafdruk(paar.voor, besluit.wijzigingen, besluit.horizon)
    na = None if paar.na is None else vingerafdruk(paar.na, (), besluit.horizon)
    return (voor, na) == (besluit.vingerafdruk, besluit.vingerafdruk_na)


def _kernen(omgeving: Omgeving) -> dict[int, str]:
    """The hash of the line of every decision, as the log has it."""
    uit = {}
    for regel in logboek.lees(omgeving.opslag):
        if regel.actie == ledger.ACTIE and regel.nieuw:
            uit[int(regel.object.removeprefix("besluit "))] = ledger.kern_uit_log(regel.nieuw)
    return uit
