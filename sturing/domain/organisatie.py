"""The organisation: teams, persons, areas, programmes, goals, capacity and hour norms.

Frozen facts as a levering gave them. Fte are decimals with at most six places; euros are whole
cents; None means unknown, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sturing.domain.codes import (
    DoelCode,
    GebiedCode,
    MedewerkerCode,
    OpdrachtCode,
    PersoonCode,
    ProgrammaCode,
    TeamCode,
)
from sturing.domain.keuzes import (
    Begeleiding,
    CapaciteitSoort,
    Dienstverband,
    DoelBron,
    Domein,
    GebiedSoort,
    Rol,
    TeamSoort,
)
from sturing.domain.tijd import Maand


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """One team; `van` and `tot` bound its supply. A regional team lists the own share only."""

    team: TeamCode
    naam: str
    soort: TeamSoort
    domein: Domein
    korte_naam: str | None = None
    teamondersteuner: PersoonCode | None = None
    zelforganisatie: int | None = None
    begeleiding: Begeleiding | None = None
    formatie_fte: Decimal | None = None
    gebied: GebiedCode | None = None
    opdracht: OpdrachtCode | None = None
    van: date | None = None
    tot: date | None = None

    @property
    def kort(self) -> str:
        return self.korte_naam or self.naam


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsrol:
    """One role of one person or function. Never grants a right."""

    persoon: PersoonCode
    naam: str
    rol: Rol
    domein: Domein | None = None
    team: TeamCode | None = None
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebied:
    """One area of the tree; exactly one is gemeentebreed."""

    gebied: GebiedCode
    naam: str
    soort: GebiedSoort
    valt_onder: GebiedCode | None = None
    gebiedsmakelaar: PersoonCode | None = None
    inwoners: int | None = None


def gebiedsketen(
    gebied: GebiedCode, gebieden: Mapping[GebiedCode, Gebied]
) -> tuple[GebiedCode, ...]:
    """The area itself and every known area above it, from below; a circle ends where it began."""
    keten = [gebied]
    while (hier := gebieden.get(keten[-1])) is not None:
        boven = hier.valt_onder
        if boven is None or boven not in gebieden or boven in keten:
            break
        keten.append(boven)
    return tuple(keten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programma:
    programma: ProgrammaCode
    naam: str
    portefeuillehouder: PersoonCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrotingsregel:
    """Euros (cents) of one programme, or one taakveld of it, in one year.

    `beschikbaar_cent` is what opdrachten of the programme may spend; None is not limited.
    """

    programma: ProgrammaCode
    jaar: int
    taakveld: str | None = None
    lasten_cent: int
    baten_cent: int | None = None
    beschikbaar_cent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    doel: DoelCode
    naam: str
    bron: DoelBron
    programma: ProgrammaCode | None = None
    portefeuillehouder: PersoonCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capaciteitsregel:
    """Fte of a team in each month of the window; rows add up."""

    team: TeamCode
    van: Maand
    tot: Maand
    soort: CapaciteitSoort
    fte: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Medewerker:
    """Optional and pseudonymous: contract hours, never a name, never a reason of absence."""

    medewerker: MedewerkerCode
    uren_per_week: Decimal
    dienstverband: Dienstverband | None = None
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamrol:
    """The share (percent of the contract) that a medewerker gives to a team."""

    medewerker: MedewerkerCode
    team: TeamCode
    aandeel_pct: Decimal
    rol: str | None = None
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwezigheid:
    """Long-term known absence, in percent of the contract; on top of the verzuim norm."""

    medewerker: MedewerkerCode
    van: date
    tot: date
    afwezig_pct: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """Hour norms of a year, or of one team in that year; every empty field falls back by itself."""

    jaar: int
    team: TeamCode | None = None
    voltijd_uren_per_week: Decimal | None = None
    verlofuren: Decimal | None = None
    verzuim_pct: Decimal | None = None
    indirect_pct: Decimal | None = None
    ruimte_pct: Decimal | None = None
