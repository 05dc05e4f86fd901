"""The rows around the findings of an upload, so that a person recognises the own file.

Owns: which rows are kept of what was read, when the rest is let go: per file and sheet at most
forty, with the header on top, those with a fout first. Must never read a file again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.intake.cellen import Cel, Werkblad, plek_van

RIJEN = 40
RAND = 1
"""Rows kept above and below a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitsnede:
    """Rows of one sheet in order: the first filled one, and those at or next to a finding.

    A row without filled cells is there when a finding stands in it. `blad` is the name of the
    contract. `ernst` tells per (row, column) of a finding how bad it is, of the kept rows only.
    """

    bestand: str
    blad: str
    rijen: tuple[tuple[int, tuple[Cel, ...]], ...]
    ernst: dict[tuple[int, int], Ernst]


def snijd_uit(
    bladen: Iterable[tuple[str, str, Werkblad]], bevindingen: Sequence[Bevinding]
) -> tuple[Uitsnede, ...]:
    """One cut per file and sheet with findings at a cell; sheets with a fout first."""
    per_blad: dict[tuple[str | None, str], dict[tuple[int, int], Ernst]] = defaultdict(dict)
    for bevinding in bevindingen:
        if bevinding.blad and bevinding.cel:
            gevonden = per_blad[bevinding.bestand, bevinding.blad]
            plek = plek_van(bevinding.cel)
            if bevinding.ernst is Ernst.FOUT or plek not in gevonden:
                gevonden[plek] = bevinding.ernst
    uitsneden = [
        _uitsnede(bestand, naam, blad, plekken)
        for bestand, naam, blad in bladen
        if blad.rijen and (plekken := per_blad.get((bestand, naam)))
    ]
    return tuple(sorted(uitsneden, key=lambda u: Ernst.FOUT not in u.ernst.values()))


def _uitsnede(
    bestand: str, naam: str, blad: Werkblad, ernst: dict[tuple[int, int], Ernst]
) -> Uitsnede:
    eerst = sorted(ernst, key=lambda plek: (ernst[plek] is not Ernst.FOUT, plek))[:RIJEN]
    gevonden = {rij for rij, _ in eerst}
    rondom = {rij + stap for rij in gevonden for stap in range(-RAND, RAND + 1)}
    kop = blad.rijen[0][0]
    gevuld = {nummer: cellen for nummer, cellen in blad.rijen if nummer == kop or nummer in rondom}
    nummers = sorted({*gevuld, *gevonden})[:RIJEN]
    getoond = set(nummers)
    return Uitsnede(
        bestand=bestand,
        blad=naam,
        rijen=tuple((nummer, gevuld.get(nummer, ())) for nummer in nummers),
        ernst={plek: e for plek, e in ernst.items() if plek[0] in getoond},
    )
