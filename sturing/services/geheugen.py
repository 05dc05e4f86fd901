"""What was read from a database, kept in memory while nothing is written there.

Owns nothing of its own: who keeps something here says how it is read. Must never be used for what
depends on who asks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from sturing.store.opslag import Opslag

T = TypeVar("T")


@dataclass(slots=True)
class Geheugen(Generic[T]):
    """What `lees` gave when the database had stored so many transactions."""

    lees: Callable[[Opslag], T]
    _bekend: WeakKeyDictionary[Opslag, tuple[int, T]] = field(default_factory=WeakKeyDictionary)

    def van(self, opslag: Opslag) -> T:
        """What is stored now, read again only when something was written."""
        geschreven = opslag.geschreven
        bekend = self._bekend.get(opslag)
        if bekend is None or bekend[0] != geschreven:
            bekend = (geschreven, self.lees(opslag))
            self._bekend[opslag] = bekend
        return bekend[1]
