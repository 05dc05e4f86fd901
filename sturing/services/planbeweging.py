"""The plan moved since a scenario was begun: what of that touches it, and bringing it up to now.

Owns the plan on which a scenario rests and the choice per conflict (the own change, or the plan of
now). Base is that plan, mine the lines of the scenario, theirs the plan of now; engine/samenvoegen
judges. Every act is asked by right, stored in one transaction and logged.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sturing.domain.codes import OpdrachtCode
from sturing.domain.plan import Plan
from sturing.domain.sleutel import Veld
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.planveld import zicht_van
from sturing.engine.samenvoegen import Planbotsing, op_nieuw_plan, planbotsingen
from sturing.engine.uitkomst import reken
from sturing.errors import ConflictError, InvoerError
from sturing.services.bordzinnen import wijzigingszin
from sturing.services.namen import Namen
from sturing.services.namenvoor import namen_voor
from sturing.services.omgeving import Omgeving
from sturing.services.samenvoegbeeld import Botsingrij, Planbeweging
from sturing.services.scenariolog import schrijf_over
from sturing.services.scenariorecht import eis_meewerken, eis_zien
from sturing.services.toestanden import codes_tussen, toestand
from sturing.services.veldzinnen import onderwerp, veldnaam, waardezin
from sturing.store import concepten
from sturing.store.conceptbasis import lees_basis, zet_basis
from sturing.store.concepten import Concept
from sturing.store.plan import plan_van

MIJN, PLAN = "mijn", "plan"
"""The two choices of a conflict."""


def planbeweging(
    omgeving: Omgeving, wie: Wie, nummer: int, horizon: Horizon | None = None
) -> Planbeweging:
    """What moved in the plan of what scenario `nummer` touches. RechtError as for seeing it."""
    concept = eis_zien(omgeving, wie, nummer)
    basis = omgeving.basis(horizon)
    namen = namen_voor(basis, wie)
    return Planbeweging(
        concept=nummer,
        naam=concept.naam,
        versie=concept.versie,
        van=concept.basis_levering,
        tot=basis.levering,
        botsingen=tuple(_rij(b, concept, namen) for b in _botsingen(omgeving, concept, horizon)),
    )


def werk_bij(
    omgeving: Omgeving,
    wie: Wie,
    gezien: Planbeweging,
    keuzes: Mapping[str, str],
    horizon: Horizon | None = None,
) -> None:
    """Let the scenario rest on the plan of now, with a choice (MIJN or PLAN) per conflict.

    Raises ConflictError when the scenario or the plan is another by now than was `gezien`,
    InvoerError when a conflict has no choice or one that cannot be, RechtError as for changing it.
    """
    with omgeving.opslag.schrijven() as cursor:
        concept = eis_meewerken(omgeving, wie, gezien.concept)
        basis = omgeving.basis(horizon)
        if (concept.versie, basis.levering) != (gezien.versie, gezien.tot):
            raise ConflictError(
                "Het scenario of het plan is net gewijzigd.",
                hint="Bekijk het verschil opnieuw. Er is niets opgeslagen.",
            )
        botsingen = _botsingen(omgeving, concept, horizon)
        houd = {b.veld for b in botsingen if _keuze(b, keuzes) == MIJN}
        regels = op_nieuw_plan(concept.regels, botsingen, houd, basis.plan, basis.uitkomst.horizon)
        if regels != concept.regels:
            concepten.vervang(omgeving.opslag, concept.id, regels, concept.versie, door=wie.account)
        zet_basis(cursor, concept.id, basis.levering)
        schrijf_over(
            omgeving,
            wie,
            "scenario bijwerken",
            concept,
            oud=f"levering {concept.basis_levering}",
            nieuw=f"levering {basis.levering}",
        )


def _keuze(botsing: Planbotsing, keuzes: Mapping[str, str]) -> str:
    keuze = keuzes.get(sleuteltekst(botsing.veld), "")
    if keuze not in (MIJN, PLAN) or (keuze == MIJN and not botsing.bestaat):
        raise InvoerError(
            "Kies bij elk verschil wat u houdt: uw wijziging of het plan van nu.",
            hint="Er is niets opgeslagen.",
        )
    return keuze


def _botsingen(
    omgeving: Omgeving, concept: Concept, horizon: Horizon | None
) -> tuple[Planbotsing, ...]:
    """The conflicts of the draft with the plan in force; none while the plan did not move."""
    basis = omgeving.basis(horizon)
    if concept.basis_levering >= basis.levering or not concept.regels:
        return ()
    codes = codes_tussen(omgeving, concept.basis_levering, basis.levering)
    oude_codes = {nieuw: oud for (_, oud), nieuw in codes.items()}
    toen = reken(_plan_van_toen(omgeving, concept, oude_codes), basis.uitkomst.horizon)
    return planbotsingen(concept.regels, zicht_van(toen), zicht_van(basis.uitkomst), oude_codes)


def _plan_van_toen(omgeving: Omgeving, concept: Concept, oude_codes: Mapping[str, str]) -> Plan:
    """The plan on which the draft rests, under the codes of that moment. Of a draft of before order
    and settings were kept, those of now stand in."""
    nu = omgeving.basis().plan
    gekend = lees_basis(omgeving.opslag, concept.id)
    rang = gekend.rang if gekend else nu.besloten_rang
    return plan_van(
        toestand(omgeving, concept.basis_levering),
        MappingProxyType({OpdrachtCode(oude_codes.get(c, c)): p for c, p in rang.items()}),
        gekend.instellingen if gekend else nu.instellingen,
        gekend.aanbod if gekend else nu.scenario_aanbod,
    )


def _rij(botsing: Planbotsing, concept: Concept, namen: Namen) -> Botsingrij:
    mijn = [
        wijzigingszin(regel.wijziging, namen) + ("" if regel.aan else " (uitgezet)")
        for regel in concept.regels
        if regel.nr in botsing.nummers
    ]
    return Botsingrij(
        sleutel=sleuteltekst(botsing.veld),
        onderwerp=onderwerp(botsing.veld, namen),
        veld=veldnaam(botsing.veld),
        basis=waardezin(botsing.veld, botsing.basis, namen),
        mijn="; ".join(mijn),
        ander=waardezin(botsing.veld, botsing.nu, namen)
        if botsing.bestaat
        else "bestaat niet meer",
        kan_mijn=botsing.bestaat,
    )


def sleuteltekst(veld: Veld) -> str:
    """A field as one text, to name a conflict by."""
    return "|".join(veld)
