"""The lowest place from which an opdracht fits, all others in their own order (section 7).

If it fits at a place it fits at every higher one, in every method; so the answer is one count.
Legal work is a closed border while it goes first. Hours are hundredths, euros cents.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sturing.engine.uitleg_vormen import GeenPlaats, Overvraag, Plaatsadvies
from sturing.engine.uitleg_zicht import Zicht
from sturing.engine.volgorde import groep
from sturing.engine.vraag import Int


def laagste_plaats(zicht: Zicht) -> Plaatsadvies:
    """The lowest place that it may take and where it fits, or the reason that there is none."""
    model = zicht.verdeling.model
    vraag = model.vraag
    past = _past_na(zicht.uren_boven, vraag.aanbod[zicht.bron], zicht.gevraagd)
    if zicht.met_euros:
        np.logical_and(
            past, _past_na(zicht.cent_boven, vraag.budget[zicht.pot], zicht.cent), out=past
        )
    if not past[0]:
        return Plaatsadvies(plaats=None, reden=GeenPlaats.VRAAGT_MEER, overvraag=_overvraag(zicht))
    eigen = groep(model.plan, model.opdrachten[zicht.nummer])
    eerder = sum(
        groep(model.plan, model.opdrachten[nummer]) < eigen for nummer in zicht.boven.tolist()
    )
    plaats = int(np.flatnonzero(past)[-1]) + 1
    if plaats <= eerder:
        return Plaatsadvies(plaats=None, reden=GeenPlaats.WETTELIJK)
    return Plaatsadvies(plaats=plaats)


def _past_na(boven: Int, aanbod: Int, gevraagd: Int) -> NDArray[np.bool_]:
    """Per number of opdrachten above it (0 first): is there enough left of every resource?"""
    na = np.zeros((len(boven) + 1, len(aanbod)), dtype=np.int64)
    np.cumsum(boven, axis=0, out=na[1:])
    past: NDArray[np.bool_] = np.all(aanbod - na >= gevraagd, axis=1)
    return past


def _overvraag(zicht: Zicht) -> tuple[Overvraag, ...]:
    """Where it asks more than the whole supply: hours first, then the largest shortage."""
    model = zicht.verdeling.model
    vraag = model.vraag
    uren = []
    for bron, gevraagd in zip(zicht.bron.tolist(), zicht.gevraagd.tolist(), strict=True):
        aanbod = int(vraag.aanbod[bron])
        if gevraagd > aanbod:
            team, maand = divmod(bron, len(model.maanden))
            uren.append(
                Overvraag(
                    gevraagd=gevraagd,
                    aanbod=aanbod,
                    team=model.teams[team],
                    maand=model.maanden[maand],
                )
            )
    euros = []
    if zicht.met_euros:
        for pot, gevraagd in zip(zicht.pot.tolist(), zicht.cent.tolist(), strict=True):
            aanbod = int(vraag.budget[pot])
            if gevraagd > aanbod:
                programma, jaar = model.budgetten[pot]
                euros.append(
                    Overvraag(gevraagd=gevraagd, aanbod=aanbod, programma=programma, jaar=jaar)
                )
    # Sorting is stable: equal shortages stay by team and month, or by programme and year.
    return (
        *sorted(uren, key=lambda plek: -plek.tekort),
        *sorted(euros, key=lambda plek: -plek.tekort),
    )
