"""A line of a scenario: one change with its own number, switched on or off; and who may share it.

Owns how a change stands in the list of a draft. Must never judge or apply a change (the engine
does). Only the changes that are on take part in a calculation, in the order of the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sturing.domain.wijziging import Wijziging


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line. `nr` is its own for ever, whatever its position; `aan` says whether it counts.

    `door` is the account that wrote the line last, `versie` the version of the draft which that
    gave.
    """

    nr: int
    wijziging: Wijziging
    door: str
    versie: int
    aan: bool = True


def actief(regels: Iterable[Regel]) -> tuple[Wijziging, ...]:
    """The changes that count, in order."""
    return tuple(regel.wijziging for regel in regels if regel.aan)


class Deelrecht(StrEnum):
    """What an account may do with a scenario that was shared with it."""

    KIJKEN = "kijken"
    MEEWERKEN = "meewerken"
