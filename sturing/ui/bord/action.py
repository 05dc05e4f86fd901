"""One act of a person on the board, as it was read. Owns its fields and how large they can be."""

from __future__ import annotations

from dataclasses import dataclass

TEXTS = ("soort", "opdracht", "knop", "tab", "eenheid", "welke")
MOST_ROWS = 500
"""So many rows can be chosen together; a longer list is no choice of a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action of the board; `nr` counts them, `versie` is the draft it was done on."""

    nr: int
    versie: int
    soort: str
    opdracht: str = ""
    plaats: int = 0
    nummer: int = 0
    knop: str = ""
    tab: str = ""
    eenheid: str = ""
    welke: str = ""
    opdrachten: tuple[str, ...] = ()
