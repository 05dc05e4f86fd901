"""The asked and granted hours of the gebieden, per opdracht and per month: shared by analyses.

Sums over the parts that the engine made (engine/gebiedsdelen.py); owns no division of its own. A
gebied None is work for which no gemeentebreed area is known. Hours are hundredths.
"""

from __future__ import annotations

import numpy as np

from sturing.domain.codes import GebiedCode, OpdrachtCode
from sturing.domain.tijd import Maand
from sturing.engine.effecten import Paar
from sturing.engine.gebiedsdelen import toegekende_delen
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.vraag import Int, som_per


def uren_per_opdracht(
    uitkomst: Uitkomst,
) -> dict[tuple[OpdrachtCode, GebiedCode | None], Paar]:
    """What each opdracht asks and gets for each gebied; pairs without asked hours are left out."""
    model = uitkomst.model
    opdrachten = model.vraag.cel_opdracht[model.kaart.gebieden.cel]
    paren = _per(uitkomst, opdrachten, model.vraag.n)
    return {
        (model.opdrachten[nummer].opdracht, gebied): paar
        for (nummer, gebied), paar in paren.items()
    }


def uren_per_maand(uitkomst: Uitkomst) -> dict[tuple[Maand, GebiedCode | None], Paar]:
    """What each gebied, without those below it, asks and gets per month; without demand left
    out."""
    model = uitkomst.model
    periodes = model.vraag.periodes
    maanden = model.vraag.cel_bron[model.kaart.gebieden.cel] % periodes
    paren = _per(uitkomst, maanden, periodes)
    return {(model.maanden[nummer], gebied): paar for (nummer, gebied), paar in paren.items()}


def _per(uitkomst: Uitkomst, groep: Int, aantal: int) -> dict[tuple[int, GebiedCode | None], Paar]:
    """The sums per (`groep`, gebied); `groep` int64[parts] is below `aantal`."""
    model = uitkomst.model
    delen = model.kaart.gebieden
    krijgt = toegekende_delen(delen, model.vraag.cel_gevraagd, uitkomst.verdeling.toegekend)
    breedte = max(len(delen.sleutels), 1)
    sleutel = groep * breedte + delen.gebied
    lengte = aantal * breedte
    gevraagd = som_per(sleutel, delen.gevraagd, lengte)
    toegekend = som_per(sleutel, krijgt, lengte)
    uit: dict[tuple[int, GebiedCode | None], Paar] = {}
    for plek in np.flatnonzero(gevraagd).tolist():
        nummer, gebied = divmod(plek, breedte)
        code = delen.sleutels[gebied]
        uit[nummer, GebiedCode(code) if code is not None else None] = Paar(
            gevraagd_honderdste=int(gevraagd[plek]), toegekend_honderdste=int(toegekend[plek])
        )
    return uit
