"""The work: opdrachten, what they ask of teams, the gebiedsagenda, teamplannen and what was spent.

Hours are whole hundredths of an hour, euros whole cents. Windows are days, ends included.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sturing.domain.codes import (
    DoelCode,
    GebiedCode,
    OpdrachtCode,
    PersoonCode,
    ProgrammaCode,
    TeamCode,
)
from sturing.domain.keuzes import AgendaSoort, Initiatief, SoortWerk, Status, Voortgang
from sturing.domain.tijd import Maand


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """One opdracht: "op elke opdracht wordt gestuurd" (sturingskader).

    `budget_cent` is the amount of the whole window. `rang` is the wish of the file; a decided
    order lives in Plan.besloten_rang. `waarde` replaces the weighed score when given.
    """

    opdracht: OpdrachtCode
    naam: str
    soort_werk: SoortWerk
    status: Status
    korte_naam: str | None = None
    opdrachtgever: PersoonCode | None = None
    gedelegeerd_aan: PersoonCode | None = None
    portefeuillehouders: tuple[PersoonCode, ...] = ()
    opdrachtnemer: TeamCode | None = None
    programma: ProgrammaCode | None = None
    doel: DoelCode | None = None
    wettelijk: bool = False
    rang: int | None = None
    van: date | None = None
    tot: date | None = None
    budget_cent: int | None = None
    maatschappelijke_waarde: Decimal | None = None
    medewerkerswaarde: Decimal | None = None
    financiele_waarde: Decimal | None = None
    waarde: Decimal | None = None
    kwaliteit: str | None = None
    voortgang: Voortgang | None = None
    peildatum: date | None = None
    resultaat: str | None = None
    toelichting: str | None = None

    @property
    def kort(self) -> str:
        return self.korte_naam or self.naam


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzetregel:
    """Hours (hundredths) asked of a team in total over the window."""

    opdracht: OpdrachtCode
    team: TeamCode
    van: date
    tot: date
    uren_honderdste: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt:
    """One item of one area's agenda; without opdracht or aandeel it counts no hours."""

    gebied: GebiedCode
    opdracht: OpdrachtCode | None = None
    vraagstuk: str | None = None
    soort: AgendaSoort | None = None
    aandeel_pct: Decimal | None = None
    initiatief: Initiatief | None = None
    bijdrage_gemeente: str | None = None
    bijdrage_partners: str | None = None
    overstijgend: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamplanregel:
    """One planned result of a team ("Elk team heeft een plan!")."""

    team: TeamCode
    jaar: int
    regel: int
    resultaat: str
    opgave: str | None = None
    kwaliteit: str | None = None
    opdracht: OpdrachtCode | None = None
    doel: DoelCode | None = None
    nodig_van_team: TeamCode | None = None
    nodig_van_partner: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Urenregel:
    """Hours (hundredths) spent by a team on an opdracht in a month; a correction may be below 0."""

    maand: Maand
    team: TeamCode
    opdracht: OpdrachtCode
    uren_honderdste: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestedingsregel:
    """Euros (cents) spent on an opdracht in a month; a correction may be below 0."""

    opdracht: OpdrachtCode
    maand: Maand
    euro_cent: int
