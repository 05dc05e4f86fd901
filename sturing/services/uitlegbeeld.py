"""What the screen Uitleg shows: the hour chain of one team and the terms. Texts, ready to place."""

from __future__ import annotations

from dataclasses import dataclass

from sturing.services.beelden import Kerncijfer, Keuze, Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketenstap:
    """One step of formatie to netto. `uren_precies` is what is left after the step, `af_precies`
    what the step took off (empty for the first); `uitleg` gives the rule with its numbers."""

    naam: str
    uitleg: str
    af_precies: str
    uren_precies: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrip:
    term: str
    betekenis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Maandketen:
    """The chain of one month, texts with one decimal, in the order of the steps."""

    maand: str
    waarden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitlegbeeld:
    kop: Kop
    teams: tuple[Keuze, ...]
    team: str
    personeel: tuple[Kerncijfer, ...]
    """Formatie, bezetting, inhuur, vacatureruimte of the team."""
    keten: tuple[Ketenstap, ...]
    maanden: tuple[Maandketen, ...]
    gevraagd: str
    toegekend: str
    verdeling: tuple[str, ...]
    """How the hours are given out, as numbered sentences for this team."""
    begrippen: tuple[Begrip, ...]
