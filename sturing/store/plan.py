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
from sturing.domain.keuzes import Methode
from sturing.domain.levering import Mutatie, Rij
from sturing.domain.plan import Gewichten, Instellingen, Plan
from sturing.errors import InvariantError
from sturing.store import naar_domein as n
from sturing.store.hernoemen import hernoemingen_van
from sturing.store.opslag import Cursor, Opslag
from sturing.store.rijen import gewoon, rijen_van
from sturing.store.sql_tekst import sql

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
        rang, instellingen = besloten_rang_van(cursor), instellingen_van(cursor)
    return plan_van(bladen, rang, instellingen)


def plan_van(
    bladen: Mapping[str, tuple[Rij, ...]],
    besloten_rang: Mapping[OpdrachtCode, int],
    instellingen: Instellingen,
) -> Plan:
    """The plan of these rows; also for the rows of an earlier levering (`toestand_na`)."""

    leeg = Plan(besloten_rang=besloten_rang, instellingen=instellingen)
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
    codes = hernoemingen_van(per_blad.get("Opdrachten", ())).opdrachten
    rang = plan.besloten_rang
    if codes and rang:
        rang = {OpdrachtCode(codes.get(code, code)): plaats for code, plaats in rang.items()}
    return _met_rijen(replace(plan, besloten_rang=MappingProxyType(dict(rang))), nieuw)


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
        return besloten_rang_van(cursor)


def lees_instellingen(opslag: Opslag) -> Instellingen:
    """How the plan in force is calculated; the defaults before any decision."""
    with opslag.lezen() as cursor:
        return instellingen_van(cursor)


def besloten_rang_van(cursor: Cursor) -> Mapping[OpdrachtCode, int]:
    """As `lees_besloten_rang`, in the transaction of `cursor`."""
    return MappingProxyType(dict(cursor.execute(sql("plan/besloten_rang")).fetchall()))


def instellingen_van(cursor: Cursor) -> Instellingen:
    """As `lees_instellingen`, in the transaction of `cursor`."""
    rijen = cursor.execute(sql("plan/instellingen")).fetchall()
    if not rijen:
        return Instellingen()
    methode, wettelijk_eerst, maatschappelijk, medewerkers, financieel = rijen[0]
    return Instellingen(
        methode=Methode(methode),
        wettelijk_eerst=wettelijk_eerst,
        gewichten=Gewichten(
            maatschappelijke_waarde=gewoon(maatschappelijk),
            medewerkerswaarde=gewoon(medewerkers),
            financiele_waarde=gewoon(financieel),
        ),
    )
