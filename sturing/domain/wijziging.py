"""The changes of a scenario, one frozen type per knob (rekenmodel section 6).

Each names its object, its old and its new value, so that it can be replayed, switched off and
shown as a sentence. Hours are hundredths, euros cents, fte decimals. A rang, start-with-place or
score order is a placement; every other change alters facts. `soort` is the stable name under which
a change is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode, TeamCode
from sturing.domain.keuzes import Methode, Status
from sturing.domain.plan import Gewichten
from sturing.domain.tijd import Maand


@dataclass(frozen=True, slots=True, kw_only=True)
class Rang:
    """Take the opdracht out of the order and put it back at `plaats`.

    `onder` is the opdracht directly above it at the moment of the change (None at the top of its
    group); a replay puts it back directly under that one, wherever that stands by then.
    """

    soort: ClassVar[str] = "rang"
    opdracht: OpdrachtCode
    oude_plaats: int
    plaats: int
    onder: OpdrachtCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parkeer:
    """To the parkeerplaats: waits for capacity, claims nothing."""

    soort: ClassVar[str] = "parkeer"
    opdracht: OpdrachtCode
    oude_status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    soort: ClassVar[str] = "stop"
    opdracht: OpdrachtCode
    oude_status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Back to gepland. Without `plaats` it comes where the rules of the order put it."""

    soort: ClassVar[str] = "start"
    opdracht: OpdrachtCode
    oude_status: Status
    plaats: int | None = None
    onder: OpdrachtCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschuif:
    """Shift the window of the opdracht and all its Inzet by whole months.

    Not before the month of the data date, not past the end of the horizon. The old window is kept
    to notice that the plan has moved.
    """

    soort: ClassVar[str] = "verschuif"
    opdracht: OpdrachtCode
    maanden: int
    oude_van: date | None = None
    oude_tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambitie:
    """Each Inzet row times `factor`, rounded down to a hundredth; euros only when asked."""

    soort: ClassVar[str] = "ambitie"
    opdracht: OpdrachtCode
    factor: Decimal
    ook_euro: bool = False
    oude_uren_honderdste: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InzetWijziging:
    """Ask a team `uren_honderdste` more (a row over the window) or less (in proportion)."""

    soort: ClassVar[str] = "inzet"
    opdracht: OpdrachtCode
    team: TeamCode
    uren_honderdste: int
    oude_uren_honderdste: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhuur:
    """Hire `fte` for a team; `tarief_cent` per net hour is taken from `programma` when named."""

    soort: ClassVar[str] = "inhuur"
    team: TeamCode
    fte: Decimal
    van: Maand
    tot: Maand
    tarief_cent: int | None = None
    programma: ProgrammaCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VulVacature:
    """Fill `fte` of the vacatures of a team in a window."""

    soort: ClassVar[str] = "vacature"
    team: TeamCode
    fte: Decimal
    van: Maand
    tot: Maand


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitlenen:
    """Lend `fte` of one team to another, each with its own norms."""

    soort: ClassVar[str] = "uitlenen"
    team: TeamCode
    naar_team: TeamCode
    fte: Decimal
    van: Maand
    tot: Maand


@dataclass(frozen=True, slots=True, kw_only=True)
class NormWijziging:
    """One field of Normen of a year, organisation-wide or of one team; None clears it."""

    soort: ClassVar[str] = "norm"
    jaar: int
    veld: str
    nieuw: Decimal | None
    oud: Decimal | None = None
    team: TeamCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetWijziging:
    """What a programme has available in a year, in cents; None is not limited."""

    soort: ClassVar[str] = "budget"
    programma: ProgrammaCode
    jaar: int
    nieuw_cent: int | None
    oud_cent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GewichtenWijziging:
    soort: ClassVar[str] = "gewichten"
    nieuw: Gewichten
    oud: Gewichten


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtgeverschap:
    """Name or delegate the ambtelijk opdrachtgever, with start, end and reason."""

    soort: ClassVar[str] = "opdrachtgeverschap"
    opdracht: OpdrachtCode
    delegatie: bool
    nieuw: PersoonCode | None
    oud: PersoonCode | None = None
    van: date | None = None
    tot: date | None = None
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodeWijziging:
    soort: ClassVar[str] = "methode"
    nieuw: Methode
    oud: Methode


@dataclass(frozen=True, slots=True, kw_only=True)
class WettelijkEerst:
    soort: ClassVar[str] = "wettelijk_eerst"
    nieuw: bool
    oud: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreVolgorde:
    """The chosen set takes its own places by score ("Neem de volgorde van de score over")."""

    soort: ClassVar[str] = "score_volgorde"
    opdrachten: tuple[OpdrachtCode, ...]


Wijziging = (
    Rang
    | Parkeer
    | Stop
    | Start
    | Verschuif
    | Ambitie
    | InzetWijziging
    | Inhuur
    | VulVacature
    | Uitlenen
    | NormWijziging
    | BudgetWijziging
    | GewichtenWijziging
    | Opdrachtgeverschap
    | MethodeWijziging
    | WettelijkEerst
    | ScoreVolgorde
)
