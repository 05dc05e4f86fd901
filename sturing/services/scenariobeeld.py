"""What the screen Scenario's shows: ready texts and counts. No calculation."""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.scenario import Deelrecht
from sturing.services.beelden import Keuze, Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenarioregel:
    """One scenario of the list. `recht` is None for the owner; `basis` says when the plan moved
    since it was begun (empty when it did not); `kopie_van` the name of what it was copied from."""

    concept: int
    naam: str
    omschrijving: str
    eigenaar: str
    recht: Deelrecht | None
    wijzigingen: int
    gedeeld_met: tuple[str, ...]
    gekozen: bool
    basis: str
    kopie_van: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenariosbeeld:
    """Own scenarios, those shared with me, and the archived of my own; the newest first."""

    kop: Kop
    eigen: tuple[Scenarioregel, ...]
    gedeeld: tuple[Scenarioregel, ...]
    archief: tuple[Scenarioregel, ...]
    mag_maken: bool
    waarom_niet: str

    @property
    def open(self) -> tuple[Scenarioregel, ...]:
        """Everything that can be chosen and compared."""
        return (*self.eigen, *self.gedeeld)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenariokop:
    """What the head of Prioriteiten says about scenarios: the one that is shown (None before the
    first), what can be chosen, and what may be done with it."""

    concept: int | None
    naam: str
    omschrijving: str
    keuzes: tuple[Keuze, ...]
    mag_maken: bool
    mag_hernoemen: bool
    mag_delen: bool
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collega:
    """An account with whom a scenario is shared, or could be."""

    account: str
    naam: str
    recht: Deelrecht | None
    kan_meewerken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelbeeld:
    """The sharing of one scenario; `sleutel` is empty without a link."""

    concept: int
    naam: str
    sleutel: str
    link_recht: Deelrecht | None
    deelnemers: tuple[Collega, ...]
    collegas: tuple[Collega, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geopend:
    """A scenario was opened by a link: what one can do in it, and whether one owns it."""

    zin: str
    eigenaar: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijkrij:
    """One figure: first of the plan in force, then of every scenario; `anders` says which of them
    differ from the plan. `mee`: the reader may take it along as a file."""

    groep: str
    wat: str
    waarden: tuple[str, ...]
    anders: tuple[bool, ...]
    mee: bool = False

    @property
    def verschilt(self) -> bool:
        return any(self.anders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijkbeeld:
    """One to four scenarios beside the plan in force: a column each, the differences first.

    `verborgen` counts the opdrachten, opdrachtgevers and gebieden that are the same everywhere,
    `opgeschoven` the opdrachten of which only the place differs, because another one moved.
    """

    kop: Kop
    kolommen: tuple[str, ...]
    rijen: tuple[Vergelijkrij, ...]
    verborgen: str
    opgeschoven: int
