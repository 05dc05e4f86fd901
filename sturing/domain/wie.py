"""Who acts: the account behind a call, with the rights given to it in Beheer. Never a password."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sturing.domain.codes import GebiedCode, MedewerkerCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Domein


class RechtRol(StrEnum):
    """Roles of the rights matrix (vertrouwen.md), given to an account in Beheer only."""

    DIRECTIE = "directie"
    STRATEGISCH_MANAGER = "strategisch manager"
    CONTROLLER = "controller"
    PROCESVERANTWOORDELIJKE = "procesverantwoordelijke"
    GEBIEDSMAKELAAR = "gebiedsmakelaar"
    TEAMONDERSTEUNER = "teamondersteuner"
    PROJECTLEIDER = "projectleider"
    MEDEWERKER = "medewerker"
    BEHEERDER = "beheerder"
    BESTUUR = "bestuur"


class Herkomst(StrEnum):
    """How the acting user came in; stands in the log."""

    DEMONSTRATIE = "demonstratie"
    LOKAAL = "lokaal"
    SYSTEEM = "systeem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toekenning:
    """One role given to an account, with what it is given for (scope O D P G T Z)."""

    rol: RechtRol
    domein: Domein | None = None
    teams: frozenset[TeamCode] = frozenset()
    gebieden: frozenset[GebiedCode] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wie:
    """The acting user. Without a toekenning it may do nothing but ask for one.

    `persoon` links to the sheet Personen (scope P), `medewerker` to a pseudonymous member of staff
    (scope Z). Rights are a union of the toekenningen.
    """

    account: str
    naam: str
    herkomst: Herkomst
    toekenningen: tuple[Toekenning, ...] = ()
    persoon: PersoonCode | None = None
    medewerker: MedewerkerCode | None = None
    eigen_opdrachten: frozenset[OpdrachtCode] = frozenset()
