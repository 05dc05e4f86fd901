"""One sheet of an OpenDocument workbook while it is read: how far it is, and its default styles.

Owns: counting of rows and columns that the file repeats. Rows and columns count from 1. Must never
read XML.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sturing.intake.cellen import Cel


@dataclass(slots=True, kw_only=True)
class Odsblad:
    """One sheet while it is read; `stijlen` are the default styles of its columns, in order."""

    naam: str
    rij: int = 0
    rijen: list[tuple[int, tuple[Cel, ...]]] = field(default_factory=list)
    stijlen: list[tuple[int, str]] = field(default_factory=list)
    kolommen: int = 0

    def stijl_van(self, kolom: int) -> str:
        """The default style of a column; empty when it has none."""
        return next((stijl for tot, stijl in self.stijlen if kolom <= tot), "")
