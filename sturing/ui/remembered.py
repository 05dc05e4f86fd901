"""The shapes of what a session remembers; state.py keeps them.

Must never touch the session itself, nor hold a result of the calculation. No units.
"""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sturing.domain.keuzes import Domein
from sturing.domain.tijd import Horizon
from sturing.services.bordblik import Bordblik

if TYPE_CHECKING:
    from sturing.services.leveringen import Voorstel


@dataclass(slots=True, weakref_slot=True)
class BoardTalk:
    """The conversation with the board in this session.

    `token` is the key of the direct way (bord/lane.py); `lock` is held while an act is carried out.
    `account`, `horizon`, `team` and `list_too` are what the board was last drawn with.

    `heard` is the number of the last action that was carried out, so that an action that arrives
    twice is done once; `said` counts the announcements; `refused` is the opdracht whose move was
    refused by `text`, empty when `text` announces something; `others` tells that somebody else had
    changed the draft since it was seen.
    """

    session: str = field(default_factory=lambda: secrets.token_hex(4))
    heard: int = 0
    said: int = 0
    text: str = ""
    refused: str = ""
    why: str = ""
    """The opdracht of which Waarom is open; empty when none is."""
    others: bool = False
    look: Bordblik = field(default_factory=Bordblik)
    """What of the effect is looked at, and whether the list of what is not planned is open."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    lock: threading.RLock = field(default_factory=threading.RLock)
    account: str | None = None
    horizon: Horizon | None = None
    team: str | None = None
    list_too: bool = True

    def hears(self, number: int) -> bool:
        """Whether action `number` is new; from now on it is not."""
        new = number > self.heard
        self.heard = max(self.heard, number)
        return new

    def settled(self) -> int:
        """The last action that was carried out: an action is heard before it is done, so this waits
        for the one that is being carried out beside it."""
        with self.lock:
            return self.heard

    def say(self, text: str, refused: str = "", *, others: bool = False) -> None:
        """Keep what the next drawing announces."""
        self.said += 1
        self.text = text
        self.refused = refused
        self.others = others


@dataclass(frozen=True, slots=True)
class Viewed:
    """What the screens look at: a scenario (None: the plan in force) and a domain (None: all)."""

    scenario: int | None = None
    domein: Domein | None = None


@dataclass(slots=True)
class KnobAsk:
    """Which knob the person asked for: `knop` empty to choose one, `regel` of the line that is
    edited (0: a new one). `number` counts, so that a new form has fields of its own."""

    number: int = 0
    knop: str = ""
    opdrachten: tuple[str, ...] = ()
    regel: int = 0
    versie: int = 0
    """The draft that the person saw when the form was opened."""
    asked: bool = False

    def ask(self, knop: str, versie: int, opdrachten: tuple[str, ...] = (), regel: int = 0) -> None:
        """Open the form at the next drawing."""
        self.number += 1
        self.knop = knop
        self.versie = versie
        self.opdrachten = opdrachten
        self.regel = regel
        self.asked = True


@dataclass(slots=True)
class Upload:
    """The upload of this session: which choice of files, and what came of it.

    `round` counts the choices, so that a new choice gets an empty field; `key` names the files that
    `voorstel` was made from.
    """

    round: int = 0
    key: tuple[str, ...] = ()
    voorstel: Voorstel | None = None
    stored: int | None = None
    """Number of the levering that was just stored."""
    choices: dict[tuple[str, str], str] = field(default_factory=dict)
    """Which code is meant by an unknown one (sheet, what was typed), in these files."""
    recorded: int = 0
    """Counts what was recorded about exports, so that the files are judged again."""
    told: str = ""
    """What came into the draft with it."""
    since: int | None = None
    """The last levering when these files were judged first; later ones came in between."""
    chosen: tuple[str, ...] = ()
    """Who chose which files, when `since` was set."""

    def clear(self, stored: int | None = None, told: str = "") -> None:
        """Back to choosing files; `stored` was just taken over, `told` came with it."""
        self.round += 1
        self.told = told
        self.key = ()
        self.voorstel = None
        self.choices = {}
        self.stored = stored
        self.since = None
        self.chosen = ()
