"""Sheets that the product itself puts beside those of the contract, and that reading passes over.

Owns: their names and how they are recognised when a workbook comes back. Somebody else's sheet that
happens to carry such a name is an unknown sheet like any other, and is said to be one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sturing.intake.cellen import Werkblad
from sturing.intake.schema import normaal

UITLEG = "Uitleg"
"""First sheet of a template: how to fill it in."""
CODELIJST = "Codelijst"
"""Last sheet of a filled template: the codes that are known, with their names."""
BEVINDINGEN = "Bevindingen"
"""First sheet of a file given back with remarks."""

CODEKOP = ": code"
"""How the first heading of the list of codes ends."""
BEVINDINGKOPPEN = ("ernst", "bestand", "blad", "cel", "waarde", "betekenis", "advies")
"""The headings of the list of findings."""


def _altijd(_koppen: tuple[str, ...]) -> bool:
    return True


def _codelijst(koppen: tuple[str, ...]) -> bool:
    return bool(koppen) and koppen[0].endswith(CODEKOP)


def _bevindingen(koppen: tuple[str, ...]) -> bool:
    return koppen == BEVINDINGKOPPEN


_HERKENNING: Mapping[str, Callable[[tuple[str, ...]], bool]] = MappingProxyType(
    {
        normaal(UITLEG): _altijd,
        normaal(CODELIJST): _codelijst,
        normaal(BEVINDINGEN): _bevindingen,
    }
)


def is_eigen_blad(werkblad: Werkblad) -> bool:
    """Did the product itself put this sheet in the workbook?"""
    herken = _HERKENNING.get(normaal(werkblad.naam))
    if herken is None:
        return False
    eerste = werkblad.rijen[0][1] if werkblad.rijen else ()
    return herken(tuple(str(cel.waarde) for cel in eerste))
