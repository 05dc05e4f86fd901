"""The plan as arrays: everything of a calculation that does not depend on the order.

The facts of a plan become the cells of engine/vraag.py and the keys of engine/kaart.py, once per
plan and horizon. Hours are hundredths, euros cents. Must never know order, method or settings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.werk import Opdracht
from sturing.engine.aanbod import Aanbod, compute_aanbod
from sturing.engine.kaart import Kaart, build_kaart
from sturing.engine.spreiding import maandbedragen, maanden_van, spreid_jaren
from sturing.engine.vraag import Budgetlijn, BudgetSleutel, Vraagstructuur, int_rij


@dataclass(frozen=True, kw_only=True, eq=False)
class Model:
    """The arrays of one plan and horizon. `opdrachten` are the claiming ones, sorted by code."""

    plan: Plan
    horizon: Horizon
    aanbod: Aanbod
    opdrachten: tuple[Opdracht, ...]
    budgetlijnen: tuple[Budgetlijn, ...]
    budgetten: tuple[BudgetSleutel, ...]
    vraag: Vraagstructuur
    kaart: Kaart

    @cached_property
    def index(self) -> dict[OpdrachtCode, int]:
        """Row number of every claiming opdracht."""
        return {opdracht.opdracht: nummer for nummer, opdracht in enumerate(self.opdrachten)}

    @property
    def teams(self) -> tuple[TeamCode, ...]:
        return self.aanbod.teams

    @property
    def maanden(self) -> tuple[Maand, ...]:
        return self.aanbod.maanden

    def cel(self, nummer: int) -> tuple[OpdrachtCode, TeamCode, Maand]:
        """Opdracht, team and month of a cell."""
        team, maand = divmod(int(self.vraag.cel_bron[nummer]), len(self.maanden))
        opdracht = self.opdrachten[int(self.vraag.cel_opdracht[nummer])]
        return opdracht.opdracht, self.teams[team], self.maanden[maand]


def budgetvenster(opdracht: Opdracht, horizon: Horizon) -> tuple[date, date] | None:
    """The window over which the budget is spread; None for an annual amount.

    One open end is the first or last day of the years of the horizon.
    """
    if opdracht.van is None and opdracht.tot is None:
        return None
    return (
        opdracht.van or date(horizon.jaren[0], 1, 1),
        opdracht.tot or date(horizon.jaren[-1], 12, 31),
    )


def budget_per_jaar(opdracht: Opdracht, horizon: Horizon) -> dict[int, int]:
    """Cents asked per year that the horizon touches, the whole year; years without are left out."""
    if opdracht.programma is None or not opdracht.budget_cent:
        return {}
    venster = budgetvenster(opdracht, horizon)
    if venster is None:
        return dict.fromkeys(horizon.jaren, opdracht.budget_cent)
    van, tot = venster
    if tot < van:
        return {}
    delen = spreid_jaren(opdracht.budget_cent, van, tot)
    return {jaar: delen[jaar] for jaar in horizon.jaren if delen.get(jaar)}


def beschikbaar(plan: Plan, jaren: Iterable[int]) -> dict[BudgetSleutel, int]:
    """Cents that a programme may spend in a year: the sum of its rows that give one."""
    gewenst = set(jaren)
    som: dict[BudgetSleutel, int] = {}
    for regel in plan.begroting:
        if regel.beschikbaar_cent is not None and regel.jaar in gewenst:
            sleutel = (regel.programma, regel.jaar)
            som[sleutel] = som.get(sleutel, 0) + regel.beschikbaar_cent
    return som


def build_model(plan: Plan, horizon: Horizon) -> Model:
    """Arrays of the plan over the horizon; the same for any order of the rows of the plan."""
    aanbod = compute_aanbod(plan, horizon)
    opdrachten = tuple(
        sorted(
            (opdracht for opdracht in plan.opdrachten if opdracht.status.vraagt),
            key=lambda opdracht: opdracht.opdracht,
        )
    )
    lijnen = tuple(
        Budgetlijn(
            opdracht=opdracht.opdracht,
            programma=opdracht.programma,
            jaar=jaar,
            gevraagd_cent=cent,
        )
        for opdracht in opdrachten
        if opdracht.programma is not None
        for jaar, cent in sorted(budget_per_jaar(opdracht, horizon).items())
    )
    grenzen = beschikbaar(plan, horizon.jaren)
    budgetten = tuple(sorted(grenzen))
    vraag = _vraagstructuur(plan, horizon, aanbod, opdrachten, lijnen, grenzen)
    return Model(
        plan=plan,
        horizon=horizon,
        aanbod=aanbod,
        opdrachten=opdrachten,
        budgetlijnen=lijnen,
        budgetten=budgetten,
        vraag=vraag,
        kaart=build_kaart(plan, horizon, aanbod, opdrachten, vraag, grenzen),
    )


def _cellen(
    plan: Plan, aanbod: Aanbod, nummers: dict[OpdrachtCode, int]
) -> dict[tuple[int, int], int]:
    """Asked hundredths per (opdracht, resource) inside the horizon, above 0."""
    teams = {team: nummer for nummer, team in enumerate(aanbod.teams)}
    maanden = {maand: nummer for nummer, maand in enumerate(aanbod.maanden)}
    cellen: dict[tuple[int, int], int] = defaultdict(int)
    plekken: dict[tuple[date, date], list[int | None]] = {}
    """Of every window the places of its months; few windows hold many rows."""
    eerste, laatste = aanbod.maanden[0].eerste_dag, aanbod.maanden[-1].laatste_dag
    for rij in plan.inzet:
        nummer, team = nummers.get(rij.opdracht), teams.get(rij.team)
        if nummer is None or team is None or rij.tot < eerste or rij.van > laatste:
            continue
        basis = team * len(maanden)
        venster = (rij.van, rij.tot)
        if venster not in plekken:
            plekken[venster] = [maanden.get(maand) for maand in maanden_van(*venster)]
        bedragen = maandbedragen(rij.uren_honderdste, *venster)
        for plek, deel in zip(plekken[venster], bedragen, strict=True):
            if plek is not None and deel:
                cellen[nummer, basis + plek] += deel
    return cellen


def _vraagstructuur(
    plan: Plan,
    horizon: Horizon,
    aanbod: Aanbod,
    opdrachten: tuple[Opdracht, ...],
    lijnen: tuple[Budgetlijn, ...],
    grenzen: dict[BudgetSleutel, int],
) -> Vraagstructuur:
    nummers = {opdracht.opdracht: nummer for nummer, opdracht in enumerate(opdrachten)}
    cellen = sorted(_cellen(plan, aanbod, nummers).items())
    budgetten = {sleutel: nummer for nummer, sleutel in enumerate(sorted(grenzen))}
    van_jaar = {
        jaar: range(
            min(nummer for nummer, maand in enumerate(horizon.maanden) if maand.jaar == jaar),
            max(nummer for nummer, maand in enumerate(horizon.maanden) if maand.jaar == jaar) + 1,
        )
        for jaar in horizon.jaren
    }
    grens = np.arange(len(opdrachten) + 1)
    return Vraagstructuur(
        n=len(opdrachten),
        periodes=len(horizon),
        aanbod=aanbod.netto.ravel(),
        start=np.searchsorted(int_rij(nummer for (nummer, _), _ in cellen), grens).astype(np.int64),
        cel_bron=int_rij(bron for (_, bron), _ in cellen),
        cel_gevraagd=int_rij(deel for _, deel in cellen),
        budget=int_rij(grenzen[sleutel] for sleutel in budgetten),
        lijn_start=np.searchsorted(
            int_rij(nummers[lijn.opdracht] for lijn in lijnen), grens
        ).astype(np.int64),
        lijn_bron=int_rij(budgetten.get((lijn.programma, lijn.jaar), -1) for lijn in lijnen),
        lijn_gevraagd=int_rij(lijn.gevraagd_cent for lijn in lijnen),
        lijn_periodes=tuple(van_jaar[lijn.jaar] for lijn in lijnen),
    )
