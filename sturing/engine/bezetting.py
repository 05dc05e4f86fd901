"""Who works in a team and for how many days: fte x working days, per team and month.

Owns the choice of source: a team takes a year from Capaciteit when it has a row bezetting or
inhuur touching that year (also with fte 0), else from Medewerkers x Teamrollen. A vacature never
counts by itself. Unit: fte-days, exact fractions. Must never know hours after leave.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from sturing.domain.codes import MedewerkerCode, TeamCode
from sturing.domain.keuzes import CapaciteitSoort
from sturing.domain.organisatie import Afwezigheid, Capaciteitsregel, Team
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand
from sturing.engine.kalender import werkdagen
from sturing.engine.uurnormen import Normentabel

FteDagen = dict[tuple[TeamCode, Maand], Fraction]

_TELT = (CapaciteitSoort.BEZETTING, CapaciteitSoort.INHUUR)
_BEGIN = date.min
_EINDE = date.max


def jaren_uit_capaciteit(plan: Plan) -> frozenset[tuple[TeamCode, int]]:
    """The (team, jaar) whose supply comes from Capaciteit."""
    return frozenset(
        (regel.team, jaar)
        for regel in plan.capaciteit
        if regel.soort in _TELT
        for jaar in range(regel.van.jaar, regel.tot.jaar + 1)
    )


def dagen_in_maand(team: Team, maand: Maand) -> int:
    """Working days of the month inside the window of the team."""
    return werkdagen(
        max(maand.eerste_dag, team.van or _BEGIN), min(maand.laatste_dag, team.tot or _EINDE)
    )


def regels_fte_dagen(
    regels: Iterable[Capaciteitsregel], teams: dict[TeamCode, Team], maanden: Sequence[Maand]
) -> FteDagen:
    """Fte-days of rows of fte per month; rows add up, the window of the team cuts them."""
    fte: dict[tuple[TeamCode, Maand], Fraction] = defaultdict(Fraction)
    eerste, laatste = maanden[0], maanden[-1]
    for regel in regels:
        if regel.team not in teams:
            continue
        waarde = Fraction(regel.fte)
        for maand in max(regel.van, eerste).tot_en_met(min(regel.tot, laatste)):
            fte[regel.team, maand] += waarde
    return {
        (team, maand): som * dagen_in_maand(teams[team], maand)
        for (team, maand), som in fte.items()
    }


def fte_dagen(plan: Plan, maanden: Sequence[Maand], normen: Normentabel) -> FteDagen:
    """Fte-days of every team and month that has any, the scenario's own supply included."""
    teams = {team.team: team for team in plan.teams}
    uit_capaciteit = jaren_uit_capaciteit(plan)
    telt = [regel for regel in plan.capaciteit if regel.soort in _TELT]
    dagen = regels_fte_dagen(telt, teams, maanden)
    for bron in (
        _personen(plan, teams, maanden, normen, uit_capaciteit),
        regels_fte_dagen(plan.scenario_aanbod, teams, maanden),
    ):
        for sleutel, aantal in bron.items():
            dagen[sleutel] = dagen.get(sleutel, Fraction(0)) + aantal
    return dagen


def _personen(
    plan: Plan,
    teams: dict[TeamCode, Team],
    maanden: Sequence[Maand],
    normen: Normentabel,
    uit_capaciteit: frozenset[tuple[TeamCode, int]],
) -> FteDagen:
    """Fte-days of Medewerkers x Teamrollen, for the years that do not come from Capaciteit."""
    medewerkers = {medewerker.medewerker: medewerker for medewerker in plan.medewerkers}
    afwezig: dict[MedewerkerCode, list[Afwezigheid]] = defaultdict(list)
    for rij in plan.afwezigheid:
        afwezig[rij.medewerker].append(rij)
    dagen: FteDagen = {}
    for rol in plan.teamrollen:
        persoon, team = medewerkers.get(rol.medewerker), teams.get(rol.team)
        if persoon is None or team is None:
            continue
        van = max(rol.van or _BEGIN, persoon.van or _BEGIN, team.van or _BEGIN)
        tot = min(rol.tot or _EINDE, persoon.tot or _EINDE, team.tot or _EINDE)
        uren = Fraction(persoon.uren_per_week) * Fraction(rol.aandeel_pct) / 100
        for maand in maanden:
            begin, einde = max(van, maand.eerste_dag), min(tot, maand.laatste_dag)
            voltijd = normen.van(rol.team, maand.jaar).voltijd
            if begin > einde or (rol.team, maand.jaar) in uit_capaciteit or voltijd <= 0:
                continue
            aantal = uren / voltijd * _aanwezige_dagen(begin, einde, afwezig[rol.medewerker])
            sleutel = (rol.team, maand)
            dagen[sleutel] = dagen.get(sleutel, Fraction(0)) + aantal
    return dagen


def _aanwezige_dagen(van: date, tot: date, afwezig: Sequence[Afwezigheid]) -> Fraction:
    """Working days in the window, each less the absence of that day (together at most 100%)."""
    raakt = [rij for rij in afwezig if rij.van <= tot and rij.tot >= van]
    if not raakt:
        return Fraction(werkdagen(van, tot))
    grenzen = {van, tot + timedelta(days=1)}
    for rij in raakt:
        grenzen.add(max(rij.van, van))
        grenzen.add(min(rij.tot, tot) + timedelta(days=1))
    dagen = Fraction(0)
    for begin, volgende in pairwise(sorted(grenzen)):
        pct = sum((rij.afwezig_pct for rij in raakt if rij.van <= begin <= rij.tot), Decimal(0))
        aanwezig = 1 - min(Fraction(pct) / 100, Fraction(1))
        dagen += aanwezig * werkdagen(begin, volgende - timedelta(days=1))
    return dagen
