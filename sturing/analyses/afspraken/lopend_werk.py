"""Is time spent on what was agreed, and only on that?

Spent hours are hundredths. "The last months" are the last months of which spent hours were loaded,
up to the data date; without loaded hours nothing can be said, and nothing is tested.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sturing.analyses.afspraken.punt import Punt, Toetsing, Weg, bij_opdracht
from sturing.analyses.afspraken.stof import Toetsstof
from sturing.analyses.slapend import compute_slapend
from sturing.domain.afspraak import Afspraak
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Status
from sturing.domain.tijd import Maand
from sturing.domain.werk import Opdracht

_STAND = {
    Status.IDEE: "is nog een idee",
    Status.PARKEERPLAATS: "staat op de parkeerplaats",
    Status.AFGEROND: "is afgerond",
    Status.GESTOPT: "is gestopt",
}


def geen_uren_op_stilstaand(stof: Toetsstof, afspraak: Afspraak) -> Iterator[Toetsing]:
    """On an opdracht that does not claim no hours were booked in the last months; most first."""
    geboekt = {
        regel.opdracht: regel.geboekt_honderdste
        for regel in compute_slapend(stof.plan, afspraak.drempel or 0)
    }
    stil = [o for o in stof.opdrachten.values() if not o.status.vraagt]
    for opdracht in sorted(stil, key=lambda o: (-geboekt.get(o.opdracht, 0), o.opdracht)):
        uren = geboekt.get(opdracht.opdracht)
        if not uren:
            yield bij_opdracht(opdracht, None)
            continue
        punt = Punt(
            zin=f"De opdracht {_STAND.get(opdracht.status, '')}, maar er wordt nog op geschreven.",
            herstel="Start de opdracht weer (bij Prioriteiten: ‘Start’), of spreek met het team af "
            "dat er geen uren meer op komen.",
            knop="Start of stop",
            proef="start",
            weg=Weg.PRIORITEITEN,
            aan_zet=opdracht.opdrachtgever or stof.eindverantwoordelijke(opdracht),
            feiten=(opdracht.status.value, str(uren)),
            uren_honderdste=uren,
        )
        yield bij_opdracht(opdracht, punt)


def niets_slaapt(stof: Toetsstof, afspraak: Afspraak) -> Iterator[Toetsing]:
    """On a running opdracht that asks hours of a team that books, hours were booked in the last
    months. One that began in those months is not tested."""
    if stof.plan.peildatum is None:
        return
    maanden = afspraak.drempel or 0
    vanaf = Maand.van_dag(stof.plan.peildatum).plus(1 - maanden)
    teams = _teams_die_schrijven(stof, vanaf)
    vragen = _gevraagde_teams(stof)
    geschreven = {u.opdracht for u in stof.plan.uren if u.maand >= vanaf and u.uren_honderdste > 0}
    for opdracht in stof.lopend:
        if not _hoort_te_lopen(opdracht, vanaf) or not vragen.get(opdracht.opdracht, set()) & teams:
            continue
        if opdracht.opdracht in geschreven:
            yield bij_opdracht(opdracht, None)
            continue
        punt = Punt(
            zin=f"De opdracht loopt, maar in de laatste {maanden} maanden is er geen uur op "
            "geschreven.",
            herstel="Parkeer of stop de opdracht (bij Prioriteiten: ‘Parkeer’ of ‘Stop’). Dan "
            "komen haar uren vrij.",
            knop="Parkeer of leg uit",
            proef="parkeer",
            weg=Weg.PRIORITEITEN,
            aan_zet=opdracht.opdrachtgever or stof.eindverantwoordelijke(opdracht),
            feiten=(opdracht.status.value, str(vanaf)),
        )
        yield bij_opdracht(opdracht, punt)


def _hoort_te_lopen(opdracht: Opdracht, vanaf: Maand) -> bool:
    begint = opdracht.van is None or opdracht.van < vanaf.eerste_dag
    return opdracht.status is Status.LOPEND and begint


def _teams_die_schrijven(stof: Toetsstof, vanaf: Maand) -> frozenset[TeamCode]:
    """The teams of which hours were loaded for these months: of the others nothing is known."""
    return frozenset(u.team for u in stof.plan.uren if u.maand >= vanaf)


def _gevraagde_teams(stof: Toetsstof) -> Mapping[OpdrachtCode, set[TeamCode]]:
    vragen: dict[OpdrachtCode, set[TeamCode]] = {}
    for regel in stof.plan.inzet:
        if regel.uren_honderdste:
            vragen.setdefault(regel.opdracht, set()).add(regel.team)
    return vragen
