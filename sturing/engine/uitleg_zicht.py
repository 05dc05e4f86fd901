"""What one opdracht sees at its turn: what it asks, and what those above it left.

In every method the opdrachten above are served without knowing of the one below. So what is left
at any higher place follows from the hours and euros that they hold now, without recalculation.
Hours are hundredths, euros cents.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.engine.verdeling import Verdeling
from sturing.engine.vraag import Int, som_per
from sturing.errors import InvoerError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Zicht:
    """The view of row `nummer` of the model.

    `boven` int64[k]: the rows above it, first place first. `bron`, `gevraagd` int64[c]: the
    resources of hours it asks and the hundredths. `pot`, `cent` int64[b]: the limited euros it
    asks. `over`, `pot_over`: what those above left of every resource of the model.
    `uren_boven` int64[k, c], `cent_boven` int64[k, b]: what each of them holds there.
    """

    verdeling: Verdeling
    nummer: int
    plaats: int
    boven: Int
    bron: Int
    gevraagd: Int
    pot: Int
    cent: Int
    over: Int
    pot_over: Int
    uren_boven: Int
    cent_boven: Int

    @property
    def met_euros(self) -> bool:
        """Do euros decide whether it fits? (Not in `strikt`.)"""
        return self.verdeling.methode is not Methode.STRIKT

    @property
    def opdracht(self) -> OpdrachtCode:
        return self.verdeling.model.opdrachten[self.nummer].opdracht


def build_zicht(verdeling: Verdeling, opdracht: OpdrachtCode) -> Zicht:
    """The view of a claiming opdracht. Raises InvoerError for any other."""
    model = verdeling.model
    vraag = model.vraag
    nummer = model.index.get(opdracht)
    if nummer is None:
        raise InvoerError(f"De opdracht '{opdracht}' heeft geen plaats in de volgorde.")
    plaats = int(verdeling.plaats[nummer])
    index = model.index
    boven = np.array([index[code] for code in verdeling.volgorde[: plaats - 1]], dtype=np.int64)
    cellen = slice(vraag.start[nummer], vraag.start[nummer + 1])
    lijnen = slice(vraag.lijn_start[nummer], vraag.lijn_start[nummer + 1])
    gegrensd = vraag.lijn_bron[lijnen] >= 0
    bron, pot = vraag.cel_bron[cellen], vraag.lijn_bron[lijnen][gegrensd]
    hoger = verdeling.plaats < plaats
    cel_hoger = hoger[vraag.cel_opdracht]
    lijn_hoger = hoger[vraag.lijn_opdracht] & (vraag.lijn_bron >= 0)
    op_bron, uren = vraag.cel_bron[cel_hoger], verdeling.toegekend[cel_hoger]
    op_pot, cent = vraag.lijn_bron[lijn_hoger], verdeling.budget_toegekend[lijn_hoger]
    rij = verdeling.plaats - 1
    return Zicht(
        verdeling=verdeling,
        nummer=nummer,
        plaats=plaats,
        boven=boven,
        bron=bron,
        gevraagd=vraag.cel_gevraagd[cellen],
        pot=pot,
        cent=vraag.lijn_gevraagd[lijnen][gegrensd],
        over=vraag.aanbod - som_per(op_bron, uren, len(vraag.aanbod)),
        pot_over=vraag.budget - som_per(op_pot, cent, len(vraag.budget)),
        uren_boven=_raster(
            rij[vraag.cel_opdracht[cel_hoger]], op_bron, uren, bron, (len(boven), len(vraag.aanbod))
        ),
        cent_boven=_raster(
            rij[vraag.lijn_opdracht[lijn_hoger]],
            op_pot,
            cent,
            pot,
            (len(boven), len(vraag.budget)),
        ),
    )


def _raster(rij: Int, bron: Int, waarde: Int, kolommen: Int, vorm: tuple[int, int]) -> Int:
    """`waarde` in a grid of rows above x the resources in `kolommen`."""
    hoogte, breedte = vorm
    kolom = np.full(breedte, -1, dtype=np.int64)
    kolom[kolommen] = np.arange(len(kolommen))
    raster = np.zeros((hoogte, len(kolommen)), dtype=np.int64)
    mee = kolom[bron] >= 0
    raster[rij[mee], kolom[bron[mee]]] = waarde[mee]
    return raster
