"""Is there enough, month by month? The organisation's hours over the horizon, in hundredths."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sturing.domain.tijd import Maand
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Maandregel:
    """One month; toegekend + tekort = gevraagd, and what is not granted of the supply is vrij."""

    maand: Maand
    aanbod_honderdste: int
    gevraagd_honderdste: int
    toegekend_honderdste: int
    tekort_honderdste: int
    vrij_honderdste: int


def compute_maand(uitkomst: Uitkomst) -> tuple[Maandregel, ...]:
    """Every month of the horizon, in order."""
    model = uitkomst.model
    aantal = len(model.maanden)
    plek = model.vraag.cel_bron % aantal
    gevraagd = np.zeros(aantal, dtype=np.int64)
    toegekend = np.zeros(aantal, dtype=np.int64)
    np.add.at(gevraagd, plek, model.vraag.cel_gevraagd)
    np.add.at(toegekend, plek, uitkomst.verdeling.toegekend)
    return tuple(
        Maandregel(
            maand=maand,
            aanbod_honderdste=aanbod,
            gevraagd_honderdste=vraagt,
            toegekend_honderdste=krijgt,
            tekort_honderdste=vraagt - krijgt,
            vrij_honderdste=aanbod - krijgt,
        )
        for maand, aanbod, vraagt, krijgt in zip(
            model.maanden,
            model.aanbod.netto.sum(axis=0).tolist(),
            gevraagd.tolist(),
            toegekend.tolist(),
            strict=True,
        )
    )
