"""The plan in force, read as one frozen value of the domain, all of one moment.

Owns which tables make a plan. Must never calculate: the engine alone decides hours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.domain.levering import Rij
from sturing.domain.plan import Gewichten, Instellingen, Plan
from sturing.store import naar_domein as n
from sturing.store.opslag import Cursor, Opslag
from sturing.store.rijen import gewoon, rijen_van
from sturing.store.sql_tekst import sql

T = TypeVar("T")


def lees_plan(opslag: Opslag) -> Plan:
    """Everything the calculation reads: the seventeen sheets, the decided order, the settings.

    `peildatum` is the last day of the last month in Uren, None without one. Raises OpslagError.
    """
    with opslag.lezen() as cursor:
        bladen = {naam: rijen_van(cursor, tabel) for naam, tabel in opslag.tabellen.items()}
        rang, instellingen = _besloten_rang(cursor), _instellingen(cursor)
    return plan_van(bladen, rang, instellingen)


def plan_van(
    bladen: Mapping[str, tuple[Rij, ...]],
    besloten_rang: Mapping[OpdrachtCode, int],
    instellingen: Instellingen,
) -> Plan:
    """The plan of these rows; also for the rows of an earlier levering (`toestand_na`)."""

    def alle(blad: str, maak: Callable[[n.Gelezen], T]) -> tuple[T, ...]:
        return tuple(maak(dict(rij)) for rij in bladen.get(blad, ()))

    uren = alle("Uren", n.urenregel)
    return Plan(
        teams=alle("Teams", n.team),
        personen=alle("Personen", n.persoonsrol),
        gebieden=alle("Gebieden", n.gebied),
        programmas=alle("Programmas", n.programma),
        begroting=alle("Begroting", n.begrotingsregel),
        doelen=alle("Doelen", n.doel),
        opdrachten=alle("Opdrachten", n.opdracht),
        gebiedsagenda=alle("Gebiedsagenda", n.agendapunt),
        capaciteit=alle("Capaciteit", n.capaciteitsregel),
        medewerkers=alle("Medewerkers", n.medewerker),
        teamrollen=alle("Teamrollen", n.teamrol),
        afwezigheid=alle("Afwezigheid", n.afwezigheid),
        inzet=alle("Inzet", n.inzetregel),
        uren=uren,
        besteding=alle("Besteding", n.bestedingsregel),
        teamplannen=alle("Teamplannen", n.teamplanregel),
        normen=alle("Normen", n.norm),
        besloten_rang=besloten_rang,
        instellingen=instellingen,
        peildatum=n.peildatum_van(uren),
    )


def lees_besloten_rang(opslag: Opslag) -> Mapping[OpdrachtCode, int]:
    """The places that the last decision stored, 1 for the first; empty before any decision."""
    with opslag.lezen() as cursor:
        return _besloten_rang(cursor)


def lees_instellingen(opslag: Opslag) -> Instellingen:
    """How the plan in force is calculated; the defaults before any decision."""
    with opslag.lezen() as cursor:
        return _instellingen(cursor)


def _besloten_rang(cursor: Cursor) -> Mapping[OpdrachtCode, int]:
    return MappingProxyType(dict(cursor.execute(sql("plan/besloten_rang")).fetchall()))


def _instellingen(cursor: Cursor) -> Instellingen:
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
