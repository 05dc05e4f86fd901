"""Talk about the plan: signals of teams, and opdrachten laid before the strategisch manager.

Owns the two kinds of talk and the state that follows from their messages; what was said is only
added to, never changed ("signaleren knelpunten en stellen prioriteiten voor"; "kan altijd de
strategisch manager geraadpleegd worden", sturingskader). Must never judge who may say something.
Hours are whole hundredths, moments have a time zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.tijd import Maand


class Signaalsoort(StrEnum):
    """A bottleneck, or the proposal of another priority."""

    KNELPUNT = "knelpunt"
    VOORSTEL = "voorstel"


class Richting(StrEnum):
    """Where a proposal wants an opdracht: higher, lower, or on one named place."""

    HOGER = "hoger"
    LAGER = "lager"
    PLAATS = "plaats"


class Berichtsoort(StrEnum):
    """What a message does to the state: see `stand`."""

    VRAAG = "vraag"
    ANTWOORD = "antwoord"
    VERVOLG = "vervolg"
    OPNAME = "opname"
    SLUITING = "sluiting"
    INTREKKING = "intrekking"


class Stand(StrEnum):
    """Where a talk is now."""

    OPEN = "open"
    BEANTWOORD = "beantwoord"
    IN_SCENARIO = "in scenario"
    GESLOTEN = "gesloten"
    INGETROKKEN = "ingetrokken"

    @property
    def klaar(self) -> bool:
        """Nothing more can be said."""
        return self in (Stand.GESLOTEN, Stand.INGETROKKEN)


_STAND = {
    Berichtsoort.VRAAG: Stand.OPEN,
    Berichtsoort.ANTWOORD: Stand.BEANTWOORD,
    Berichtsoort.VERVOLG: Stand.OPEN,
    Berichtsoort.OPNAME: Stand.IN_SCENARIO,
    Berichtsoort.SLUITING: Stand.GESLOTEN,
    Berichtsoort.INTREKKING: Stand.INGETROKKEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """One message. `concept` is the draft into which a signal was taken, None otherwise."""

    soort: Berichtsoort
    tekst: str
    account: str
    naam: str
    tijdstip: datetime
    concept: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamsignaal:
    """One signal with everything that was said about it, the raising first.

    A knelpunt has a team, months and hours short (hundredths), perhaps an opdracht; a voorstel has
    an opdracht and a direction, with `plaats` when that is a place, and no team when it does not
    come from one.
    """

    nummer: int
    soort: Signaalsoort
    team: TeamCode | None
    opdracht: OpdrachtCode | None
    van: Maand | None
    tot: Maand | None
    uren_honderdste: int | None
    richting: Richting | None
    plaats: int | None
    berichten: tuple[Bericht, ...]

    @property
    def stand(self) -> Stand:
        return stand(self.berichten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalatie:
    """One opdracht laid before the strategisch manager; `aan` is who that was then, in words."""

    nummer: int
    opdracht: OpdrachtCode
    aan: str
    berichten: tuple[Bericht, ...]

    @property
    def stand(self) -> Stand:
        return stand(self.berichten)


def stand(berichten: Sequence[Bericht]) -> Stand:
    """The state after the last message; a follow-up opens the talk again."""
    return _STAND[berichten[-1].soort]
