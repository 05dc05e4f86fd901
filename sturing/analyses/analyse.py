"""What an analysis that can be asked for by name is; the lists of them are in register*.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sturing.analyses.kolom import Kolom
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyse:
    """One analysis: what it is called on paper, its row type and columns, and how it is made."""

    titel: str
    rijtype: type
    compute: Callable[[Uitkomst], Sequence[object]]
    kolommen: tuple[Kolom, ...]
