"""A result as plain rows: the arrays of the engine with their codes put back. Only reads."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from sturing.domain.codes import OpdrachtCode, ProgrammaCode, TeamCode
from sturing.domain.tijd import Maand
from sturing.domain.werk import Opdracht
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.vraag import Int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdeelregel:
    """What one opdracht asks of one team in one month and gets, hundredths of an hour."""

    opdracht: OpdrachtCode
    team: TeamCode
    maand: Maand
    gevraagd_honderdste: int
    toegekend_honderdste: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgetregel:
    """What one opdracht asks of one programme in one year and gets, cents."""

    opdracht: OpdrachtCode
    programma: ProgrammaCode
    jaar: int
    gevraagd_cent: int
    toegekend_cent: int


def opdrachten_van(uitkomst: Uitkomst) -> Mapping[OpdrachtCode, Opdracht]:
    """Every opdracht of the plan after the changes, by code."""
    return {o.opdracht: o for o in uitkomst.stand.plan.opdrachten}


def aanbodregels(uitkomst: Uitkomst) -> Iterator[tuple[TeamCode, Maand, int]]:
    """Net hours (hundredths) of every team and month of the horizon, also 0."""
    model = uitkomst.model
    for team, rij in zip(model.teams, model.aanbod.netto.tolist(), strict=True):
        for maand, netto in zip(model.maanden, rij, strict=True):
            yield team, maand, netto


def verdeelregels(uitkomst: Uitkomst, cellen: Int | None = None) -> Iterator[Verdeelregel]:
    """Every cell on which something is asked, by opdracht, team and month; only the numbers in
    `cellen` when they are given."""
    model = uitkomst.model
    nummers = np.arange(len(model.vraag.cel_gevraagd)) if cellen is None else cellen
    rijen = zip(
        nummers.tolist(),
        model.vraag.cel_gevraagd[nummers].tolist(),
        uitkomst.verdeling.toegekend[nummers].tolist(),
        strict=True,
    )
    for nummer, vraagt, krijgt in rijen:
        opdracht, team, maand = model.cel(nummer)
        yield Verdeelregel(
            opdracht=opdracht,
            team=team,
            maand=maand,
            gevraagd_honderdste=vraagt,
            toegekend_honderdste=krijgt,
        )


def cellen_van_opdrachten(uitkomst: Uitkomst, codes: Collection[OpdrachtCode]) -> Int:
    """The cells of these opdrachten, in their order; those that do not claim have none."""
    model = uitkomst.model
    start = model.vraag.start
    delen = [
        np.arange(start[nummer], start[nummer + 1])
        for nummer, opdracht in enumerate(model.opdrachten)
        if opdracht.opdracht in codes
    ]
    return np.concatenate(delen) if delen else np.arange(0)


def cellen_van_team(uitkomst: Uitkomst, team: TeamCode) -> Int:
    """The cells on which hours of this team are asked."""
    model = uitkomst.model
    if team not in model.teams:
        return np.arange(0)
    van_team = model.vraag.cel_bron // len(model.maanden) == model.teams.index(team)
    return np.flatnonzero(van_team)


def cellen_met_tekort(uitkomst: Uitkomst) -> Int:
    """The cells that get less than they ask."""
    return np.flatnonzero(uitkomst.verdeling.toegekend < uitkomst.model.vraag.cel_gevraagd)


def budgetregels(uitkomst: Uitkomst) -> Iterator[Budgetregel]:
    """Every budget line on which something is asked, by opdracht and year."""
    toegekend = uitkomst.verdeling.budget_toegekend.tolist()
    for lijn, krijgt in zip(uitkomst.model.budgetlijnen, toegekend, strict=True):
        yield Budgetregel(
            opdracht=lijn.opdracht,
            programma=lijn.programma,
            jaar=lijn.jaar,
            gevraagd_cent=lijn.gevraagd_cent,
            toegekend_cent=krijgt,
        )


def teams_per_opdracht(uitkomst: Uitkomst) -> Mapping[OpdrachtCode, tuple[TeamCode, ...]]:
    """The teams of which an opdracht asks hours inside the horizon, by code."""
    model = uitkomst.model
    maanden = len(model.maanden)
    paren = sorted(
        set(
            zip(
                model.vraag.cel_opdracht.tolist(),
                (model.vraag.cel_bron // maanden).tolist(),
                strict=True,
            )
        )
    )
    per: dict[OpdrachtCode, list[TeamCode]] = {}
    for opdracht, team in paren:
        per.setdefault(model.opdrachten[opdracht].opdracht, []).append(model.teams[team])
    return {code: tuple(teams) for code, teams in per.items()}
