"""What the screens show of a merge: per opdracht and field three values and a choice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Botsingrij:
    """One conflict: what it was, what I made of it, what it is elsewhere; `kan_mijn` is false when
    the object is gone and there is nothing to keep."""

    sleutel: str
    onderwerp: str
    veld: str
    basis: str
    mijn: str
    ander: str
    kan_mijn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Planbeweging:
    """The plan moved from levering `van` to `tot` since the scenario was begun (the same when it
    did not), seen at `versie` of the scenario."""

    concept: int
    naam: str
    versie: int
    van: int
    tot: int
    botsingen: tuple[Botsingrij, ...]

    @property
    def bewoog(self) -> bool:
        return self.van < self.tot


@dataclass(frozen=True, slots=True, kw_only=True)
class Overname:
    """What can be taken from scenario `bron` into `concept`: `zonder_vraag` as sentences, and the
    conflicts; seen at these versions of both."""

    concept: int
    versie: int
    bron: int
    bron_naam: str
    bron_versie: int
    zonder_vraag: tuple[str, ...]
    botsingen: tuple[Botsingrij, ...]
