"""One move under `samenhangend`: whom it reaches, and what those get (rekenmodel section 4).

Follows the walk of engine/doorwerking.py per period. Hours in hundredths, euros in cents. Must
never change what it is given, and never give another answer than engine/verdeling.py.
"""

from __future__ import annotations

import numpy as np

from sturing.engine.doorwerking import Bronnen, Deel, Loop, Zet, met_ruimte, verreken
from sturing.engine.vraag import Int, Vraagstructuur


def samenhangend(
    vraag: Vraagstructuur, uren: Int, cent: Int, nieuwe_cent: dict[int, int], zet: Zet, ruimte: int
) -> Deel:
    """The move under `samenhangend`. `nieuwe_cent`: the budget lines that the move changes.

    Periods only meet in the euros, and euros do not depend on hours, so each period is walked by
    itself. Raises TeVeel after weighing `ruimte` times an opdracht in a period.
    """
    deel = Deel(cent=nieuwe_cent)
    bronnen = Bronnen(vraag.kolommen, vraag.cel_opdracht, uren, vraag.aanbod, zet.rang)
    raakt: dict[int, set[int]] = {periode: set() for periode in _periodes(vraag, zet.rij)}
    for lijn in nieuwe_cent:
        rij = int(vraag.lijn_opdracht[lijn])
        if rij != zet.rij:
            for periode in vraag.lijn_periodes[lijn]:
                raakt.setdefault(periode, set()).add(rij)
    tel = met_ruimte(ruimte)
    eigen = set(_periodes(vraag, zet.rij))
    for periode, rijen in sorted(raakt.items()):
        loop = Loop(tel)
        if periode in eigen:
            loop.zet((zet.oud, zet.rij))
            loop.zet((zet.nieuw, zet.rij))
        for rij in sorted(rijen):
            loop.zet((int(zet.rang[rij]), rij))
        _periode(vraag, uren, cent, bronnen, periode, loop, zet, deel)
    return deel


def _periodes(vraag: Vraagstructuur, rij: int) -> list[int]:
    bron = vraag.cel_bron[vraag.start[rij] : vraag.start[rij + 1]]
    return sorted(set((bron % vraag.periodes).tolist()))


def _cellen_van(vraag: Vraagstructuur, rij: int, periode: int) -> list[tuple[int, int, int]]:
    """(cell, resource, asked) of the row in the period."""
    begin, einde = vraag.start[rij], vraag.start[rij + 1]
    bron = vraag.cel_bron[begin:einde]
    cellen = begin + np.flatnonzero(bron % vraag.periodes == periode)
    return list(
        zip(
            cellen.tolist(),
            vraag.cel_bron[cellen].tolist(),
            vraag.cel_gevraagd[cellen].tolist(),
            strict=True,
        )
    )


def _periode(
    vraag: Vraagstructuur,
    uren: Int,
    cent: Int,
    bronnen: Bronnen,
    periode: int,
    loop: Loop,
    zet: Zet,
    deel: Deel,
) -> None:
    """Walk one period; `anders` is what is left now less what was left, where that is not 0."""
    anders: dict[int, int] = {}
    while (gebeurt := loop.neem()) is not None:
        rang, rij = gebeurt
        cellen = _cellen_van(vraag, rij, periode)
        komt = rang == zet.nieuw
        gaf = [0] * len(cellen) if komt else [int(uren[cel]) for cel, _, _ in cellen]
        if rang == zet.oud:
            geeft = [0] * len(cellen)
        else:
            links, gevraagd = _krap_geld(vraag, cent, deel.cent, rij, periode)
            for _, bron, vraagt in cellen:
                rest = bronnen.over(bron, rang) + anders.get(bron, 0)
                if rest < vraagt and rest * gevraagd < links * vraagt:
                    links, gevraagd = rest, vraagt
            geeft = [vraagt * links // gevraagd for _, _, vraagt in cellen]
            for (cel, _, _), nu in zip(cellen, geeft, strict=True):
                if nu != int(uren[cel]):
                    deel.uren[cel] = nu
        for (_, bron, _), toen, nu in zip(cellen, gaf, geeft, strict=True):
            verreken(anders, bron, toen - nu)
        for _, bron, _ in cellen:
            if bron in anders:
                loop.zet(bronnen.volgende(bron, rang))
    deel.over |= anders


def _krap_geld(
    vraag: Vraagstructuur, cent: Int, nieuw: dict[int, int], rij: int, periode: int
) -> tuple[int, int]:
    """The ratio of the euros of the year of `periode`, as granted over asked; 1 over 1 else."""
    for lijn in range(int(vraag.lijn_start[rij]), int(vraag.lijn_start[rij + 1])):
        if vraag.lijn_bron[lijn] >= 0 and periode in vraag.lijn_periodes[lijn]:
            krijgt, vraagt = nieuw.get(lijn, int(cent[lijn])), int(vraag.lijn_gevraagd[lijn])
            if krijgt < vraagt:
                return krijgt, vraagt
    return 1, 1
