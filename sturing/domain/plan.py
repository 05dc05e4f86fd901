"""Everything the calculation reads, as one frozen value: the plan in force, or a scenario of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.domain.organisatie import (
    Afwezigheid,
    Begrotingsregel,
    Capaciteitsregel,
    Doel,
    Gebied,
    Medewerker,
    Norm,
    Persoonsrol,
    Programma,
    Team,
    Teamrol,
)
from sturing.domain.werk import (
    Agendapunt,
    Bestedingsregel,
    Inzetregel,
    Opdracht,
    Teamplanregel,
    Urenregel,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gewichten:
    """Weight per criterion, the kernwaarden of the sturingskader; 1 until changed."""

    maatschappelijke_waarde: Decimal = Decimal(1)
    medewerkerswaarde: Decimal = Decimal(1)
    financiele_waarde: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instellingen:
    """How the plan is calculated; part of the plan in force, changed only by a decision."""

    methode: Methode = Methode.STRIKT
    wettelijk_eerst: bool = True
    gewichten: Gewichten = field(default_factory=Gewichten)


def _geen_rang() -> Mapping[OpdrachtCode, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All facts of one moment. Order of the tuples never matters to a result.

    `peildatum` is the data date: the last day of which spent hours are loaded, None when no
    hours were loaded. `besloten_rang` holds the places that the last decision stored.
    `scenario_aanbod` is the fte that a scenario adds (inhuur, a filled vacature, borrowed) or
    takes (lent: below zero) beside the facts; it never decides where a team takes a year from.
    """

    teams: tuple[Team, ...] = ()
    personen: tuple[Persoonsrol, ...] = ()
    gebieden: tuple[Gebied, ...] = ()
    programmas: tuple[Programma, ...] = ()
    begroting: tuple[Begrotingsregel, ...] = ()
    doelen: tuple[Doel, ...] = ()
    opdrachten: tuple[Opdracht, ...] = ()
    gebiedsagenda: tuple[Agendapunt, ...] = ()
    capaciteit: tuple[Capaciteitsregel, ...] = ()
    medewerkers: tuple[Medewerker, ...] = ()
    teamrollen: tuple[Teamrol, ...] = ()
    afwezigheid: tuple[Afwezigheid, ...] = ()
    inzet: tuple[Inzetregel, ...] = ()
    uren: tuple[Urenregel, ...] = ()
    besteding: tuple[Bestedingsregel, ...] = ()
    teamplannen: tuple[Teamplanregel, ...] = ()
    normen: tuple[Norm, ...] = ()
    besloten_rang: Mapping[OpdrachtCode, int] = field(default_factory=_geen_rang)
    instellingen: Instellingen = field(default_factory=Instellingen)
    peildatum: date | None = None
    scenario_aanbod: tuple[Capaciteitsregel, ...] = ()
