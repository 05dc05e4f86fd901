"""The plan in force, read as one frozen value of the domain, all of one moment.

Owns which tables make a plan. Must never calculate: the engine alone decides hours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from sturing.domain.codes import OpdrachtCode
from sturing.domain.levering import Mutatie, Rij
from sturing.domain.organisatie import Capaciteitsregel
from sturing.domain.plan import Instellingen, Plan
from sturing.errors import InvariantError
from sturing.store import naar_domein as n
from sturing.store.besloten import lees_instellingen as instellingen_van
from sturing.store.besloten import lees_rang, lees_staat
from sturing.store.hernoemen import hernoemd_aanbod, hernoemingen_van
from sturing.store.opslag import Opslag
from sturing.store.rijen import rijen_van

_MAAK: Mapping[str, Callable[[n.Gelezen], Any]] = MappingProxyType(
    {
        "Teams": n.team,
        "Personen": n.persoonsrol,
        "Gebieden": n.gebied,
        "Programmas": n.programma,
        "Begroting": n.begrotingsregel,
        "Doelen": n.doel,
        "Opdrachten": n.opdracht,
        "Gebiedsagenda": n.agendapunt,
        "Capaciteit": n.capaciteitsregel,
        "Medewerkers": n.medewerker,
        "Teamrollen": n.teamrol,
        "Afwezigheid": n.afwezigheid,
        "Inzet": n.inzetregel,
        "Uren": n.urenregel,
        "Besteding": n.bestedingsregel,
        "Teamplannen": n.teamplanregel,
        "Normen": n.norm,
    }
)
"""Sheet -> what makes a value of one of its rows; the field of a Plan is the name of the sheet."""


def lees_plan(opslag: Opslag) -> Plan:
    """Everything the calculation reads: the seventeen sheets, the decided order, the settings.

    `peildatum` is the last day of the last month in Uren, None without one. Raises OpslagError.
    """
    with opslag.lezen() as cursor:
        bladen = {naam: rijen_van(cursor, tabel) for naam, tabel in opslag.tabellen.items()}
        staat = lees_staat(cursor)
    return plan_van(bladen, staat.rang, staat.instellingen, staat.aanbod)


def plan_van(
    bladen: Mapping[str, tuple[Rij, ...]],
    besloten_rang: Mapping[OpdrachtCode, int],
    instellingen: Instellingen,
    besloten_aanbod: tuple[Capaciteitsregel, ...] = (),
) -> Plan:
    """The plan of these rows; also for the rows of an earlier levering (`toestand_na`).

    `besloten_aanbod` is the supply that decisions added beside the rows.
    """
    leeg = Plan(
        besloten_rang=besloten_rang, instellingen=instellingen, scenario_aanbod=besloten_aanbod
    )
    return _met_rijen(
        leeg,
        {
            blad: tuple([maak(dict(rij)) for rij in bladen.get(blad, ())])
            for blad, maak in _MAAK.items()
        },
    )


def plan_na(plan: Plan, mutaties: Iterable[Mutatie]) -> Plan:
    """The plan as it will be once these mutations are stored; nothing is stored here.

    Sheets without a mutation keep their very tuples, so that the engine sees what did not change.
    Raises InvariantError when a row that makes way is not in the plan.
    """
    per_blad: dict[str, list[Mutatie]] = {}
    for mutatie in mutaties:
        per_blad.setdefault(mutatie.blad, []).append(mutatie)
    nieuw: dict[str, tuple[Any, ...]] = {}
    for blad, lijst in per_blad.items():
        maak = _MAAK[blad]
        oud = [maak(dict(m.oud)) for m in lijst if m.oud is not None]
        blijft: Iterable[Any] = getattr(plan, blad.lower())
        if oud:
            blijft = _zonder(blad, blijft, oud)
        erbij = [maak(dict(m.nieuw)) for m in lijst if m.nieuw is not None]
        nieuw[blad] = (*blijft, *erbij)
    codes = hernoemingen_van((*per_blad.get("Opdrachten", ()), *per_blad.get("Teams", ())))
    rang = plan.besloten_rang
    if codes.opdrachten and rang:
        rang = {
            OpdrachtCode(codes.opdrachten.get(code, code)): plaats for code, plaats in rang.items()
        }
    aanbod = hernoemd_aanbod(plan.scenario_aanbod, codes)
    straks = replace(plan, besloten_rang=MappingProxyType(dict(rang)), scenario_aanbod=aanbod)
    return _met_rijen(straks, nieuw)


def _zonder(blad: str, waarden: Iterable[Any], weg: Sequence[Any]) -> list[Any]:
    """`waarden` without those of `weg`; raises InvariantError when one of these is not there.

    Equal values have equal fields; a tuple of them is looked up twice as fast as the value.
    """
    velden = attrgetter(*weg[0].__slots__)
    over = Counter(map(velden, weg))
    blijft = []
    for waarde in waarden:
        sleutel = velden(waarde)
        if over.get(sleutel):
            over[sleutel] -= 1
        else:
            blijft.append(waarde)
    if any(over.values()):
        raise InvariantError(f"Blad {blad}: een rij die vervalt, staat niet in het plan.")
    return blijft


def _met_rijen(plan: Plan, bladen: Mapping[str, tuple[Any, ...]]) -> Plan:
    """`plan` with the values of these sheets, and the data date that follows from its hours."""
    nieuw: dict[str, Any] = {blad.lower(): waarden for blad, waarden in bladen.items()}
    peildatum = n.peildatum_van(nieuw["uren"]) if "uren" in nieuw else plan.peildatum
    return replace(plan, **nieuw, peildatum=peildatum)


def lees_besloten_rang(opslag: Opslag) -> Mapping[OpdrachtCode, int]:
    """The places that the last decision stored, 1 for the first; empty before any decision."""
    with opslag.lezen() as cursor:
        return lees_rang(cursor)


def lees_instellingen(opslag: Opslag) -> Instellingen:
    """How the plan in force is calculated; the defaults before any decision."""
    with opslag.lezen() as cursor:
        return instellingen_van(cursor)
