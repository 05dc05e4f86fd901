"""Is there enough, month by month, for the organisation as a whole? Hours are hundredths.

What is short at one team is not made good by what is free at another: therefore shortage and free
hours stand beside each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.kolom import kolommen
from sturing.domain.tijd import Maand
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.vraag import som_per


@dataclass(frozen=True, slots=True, kw_only=True)
class Maandregel:
    """One month; toegekend + tekort = gevraagd, and what is not granted of the supply is vrij."""

    maand: Maand
    aanbod_honderdste: int
    gevraagd_honderdste: int
    toegekend_honderdste: int
    tekort_honderdste: int
    vrij_honderdste: int


KOLOMMEN = kolommen(
    maand="maand",
    aanbod_honderdste="beschikbaar (uur)",
    gevraagd_honderdste="gevraagd (uur)",
    toegekend_honderdste="toegekend (uur)",
    tekort_honderdste="tekort (uur)",
    vrij_honderdste="niet toegekend (uur)",
)


def compute_maand(uitkomst: Uitkomst) -> tuple[Maandregel, ...]:
    """Every month of the horizon, in order."""
    model = uitkomst.model
    aantal = len(model.maanden)
    plek = model.vraag.cel_bron % aantal
    gevraagd = som_per(plek, model.vraag.cel_gevraagd, aantal)
    toegekend = som_per(plek, uitkomst.verdeling.toegekend, aantal)
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
