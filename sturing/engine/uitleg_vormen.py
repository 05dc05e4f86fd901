"""The frozen answers of "Waarom?" (rekenmodel section 7): what binds, and what would help.

Hours are whole hundredths of an hour, euros whole cents, places count from 1. Owns the types
only; `engine/uitleg.py` fills them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sturing.domain.codes import OpdrachtCode, ProgrammaCode, TeamCode
from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Maand


class GeenPlaats(StrEnum):
    """Why no place that the opdracht may take is high enough."""

    VRAAGT_MEER = "vraagt meer dan er is"
    WETTELIJK = "wettelijk werk staat ervoor"


class GeenRuil(StrEnum):
    """Why no swap is named."""

    BESTAAT_NIET = "ook zonder al het andere werk erboven dat niet wettelijk is, past het niet"
    TEN_HOOGSTE_DRIE = "geen ruil van ten hoogste drie gevonden"
    TE_GROOT = "de kleinste ruil is te groot om uit te rekenen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorganger:
    """One opdracht above it that was granted something there, with its part of the shortfall.

    `toegekend` and `aandeel` are in the unit of the binding (hundredths or cents).
    """

    opdracht: OpdrachtCode
    plaats: int
    toegekend: int
    aandeel: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Urenbinding:
    """A team and month that binds, in hundredths: asked, left at its turn, short.

    The parts of the `voorgangers` (first place first) add up to `tekort` exactly; there are none
    when nobody above it was granted anything there.
    """

    team: TeamCode
    maand: Maand
    gevraagd: int
    over: int
    voorgangers: tuple[Voorganger, ...]

    @property
    def tekort(self) -> int:
        return self.gevraagd - self.over


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldbinding:
    """A programme and year whose euros bind, in cents. `maanden`: whose hours it also holds down.

    Only in `samenhangend` can that be; elsewhere `maanden` is empty.
    """

    programma: ProgrammaCode
    jaar: int
    gevraagd: int
    over: int
    voorgangers: tuple[Voorganger, ...]
    maanden: tuple[Maand, ...] = ()

    @property
    def tekort(self) -> int:
        return self.gevraagd - self.over


@dataclass(frozen=True, slots=True, kw_only=True)
class Overvraag:
    """Where the opdracht alone asks more than there is: team and month, or programme and year.

    Hundredths for a team, cents for a programme.
    """

    gevraagd: int
    aanbod: int
    team: TeamCode | None = None
    maand: Maand | None = None
    programma: ProgrammaCode | None = None
    jaar: int | None = None

    @property
    def tekort(self) -> int:
        return self.gevraagd - self.aanbod


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsadvies:
    """The lowest place from which it would fit, or why there is none.

    `overvraag` is filled with VRAAGT_MEER: largest shortage first.
    """

    plaats: int | None
    reden: GeenPlaats | None = None
    overvraag: tuple[Overvraag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Venster:
    """A shift by whole months after which it fits at its own place; `maanden` below 0 is earlier.

    `van` and `tot` are the first and last month of the shifted opdracht and its hours.
    """

    maanden: int
    van: Maand | None
    tot: Maand | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vensteradvies:
    """`eerste`: the first window in time in which it fits; `later`: the smallest shift forward."""

    eerste: Venster | None
    later: Venster | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruil:
    """The smallest swap: these are parked, in their order. Hundredths that they were granted."""

    opdrachten: tuple[OpdrachtCode, ...]
    toegekend_honderdste: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitleg:
    """Why one opdracht falls short, and what would help it.

    `plaats`, `venster` and `ruil` are None when it fits (in `strikt` with only euros short: there
    an opdracht fits when it gets all its hours).
    """

    opdracht: OpdrachtCode
    plaats: int
    methode: Methode
    past: bool
    uren: tuple[Urenbinding, ...]
    euros: tuple[Geldbinding, ...]
    laagste_plaats: Plaatsadvies | None = None
    venster: Vensteradvies | None = None
    ruil: Ruil | GeenRuil | None = None
