"""A result as plain rows: the arrays of the engine with their codes put back. Only reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode, ProgrammaCode, TeamCode
from sturing.domain.tijd import Maand
from sturing.domain.werk import Opdracht
from sturing.engine.uitkomst import Uitkomst


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


def verdeelregels(uitkomst: Uitkomst) -> Iterator[Verdeelregel]:
    """Every cell on which something is asked, by opdracht, team and month."""
    model = uitkomst.model
    gevraagd = model.vraag.cel_gevraagd.tolist()
    toegekend = uitkomst.verdeling.toegekend.tolist()
    for nummer, (vraagt, krijgt) in enumerate(zip(gevraagd, toegekend, strict=True)):
        opdracht, team, maand = model.cel(nummer)
        yield Verdeelregel(
            opdracht=opdracht,
            team=team,
            maand=maand,
            gevraagd_honderdste=vraagt,
            toegekend_honderdste=krijgt,
        )


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
