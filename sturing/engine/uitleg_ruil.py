"""The smallest swap: which opdrachten above it to park, so that it fits where it is (section 7).

Never legal work. The fewest; among equals the least granted hours, then the lowest in the order
(the lowest of both sets is compared first; no two share a place, so the code never decides).
Exact in `strikt`, where every resource gives by itself and the question is one of covering. In the
other methods sets of up to three are calculated anew (engine/uitleg_proef.py).
"""

from __future__ import annotations

import numpy as np

from sturing.engine.uitleg_dekking import DekkingTeGrootError, kleinste_dekking
from sturing.engine.uitleg_proef import kleinste_proef
from sturing.engine.uitleg_vormen import GeenRuil, Ruil
from sturing.engine.uitleg_zicht import Zicht
from sturing.engine.vraag import Int, som_per


def kleinste_ruil(zicht: Zicht) -> Ruil | GeenRuil:
    """The swap of an opdracht that does not fit, or why none is named."""
    model, verdeling = zicht.verdeling.model, zicht.verdeling
    wettelijk = np.array([opdracht.wettelijk for opdracht in model.opdrachten], dtype=bool)
    mag = zicht.boven[~wettelijk[zicht.boven]]
    toegekend = som_per(model.vraag.cel_opdracht, verdeling.toegekend, model.vraag.n)
    if zicht.met_euros:
        keuze = kleinste_proef(zicht, mag, toegekend)
        if keuze is None:
            return GeenRuil.TEN_HOOGSTE_DRIE
    else:
        nodig, levert = _dekking(zicht, mag)
        try:
            gekozen = kleinste_dekking(nodig, levert, toegekend[mag], verdeling.plaats[mag])
        except DekkingTeGrootError:
            return GeenRuil.TE_GROOT
        if gekozen is None:
            return GeenRuil.BESTAAT_NIET
        keuze = tuple(int(mag[nummer]) for nummer in gekozen)
    return Ruil(
        opdrachten=tuple(
            model.opdrachten[rij].opdracht
            for rij in sorted(keuze, key=lambda rij: int(verdeling.plaats[rij]))
        ),
        toegekend_honderdste=int(toegekend[list(keuze)].sum()),
    )


def _dekking(zicht: Zicht, mag: Int) -> tuple[Int, Int]:
    """What must come free of each resource it asks, and what parking each of `mag` frees.

    By what is asked and not by what was granted: hours that come free go first to those above it
    that are short there themselves.
    """
    vraag = zicht.verdeling.model.vraag
    kolom = np.full(len(vraag.aanbod), -1, dtype=np.int64)
    kolom[zicht.bron] = np.arange(len(zicht.bron))
    raster = np.zeros((vraag.n, len(zicht.bron)), dtype=np.int64)
    mee = kolom[vraag.cel_bron] >= 0
    raster[vraag.cel_opdracht[mee], kolom[vraag.cel_bron[mee]]] = vraag.cel_gevraagd[mee]
    nodig = raster[zicht.boven].sum(axis=0) + zicht.gevraagd - vraag.aanbod[zicht.bron]
    return nodig, raster[mag]
