"""Is there enough, month by month, for the organisation as a whole? Hours are hundredths.

What is short at one team is not made good by what is free at another: therefore shortage and free
hours stand beside each other.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sturing.analyses.kolom import kolommen
from sturing.domain.codes import TeamCode
from sturing.domain.tijd import Maand
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.vraag import Int, som_per


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


def compute_maand(
    uitkomst: Uitkomst, teams: Collection[TeamCode] | None = None
) -> tuple[Maandregel, ...]:
    """Every month of the horizon, in order, of these teams (None: of all)."""
    model = uitkomst.model
    aantal = len(model.maanden)
    gevraagd = som_per(model.vraag.cel_bron, model.vraag.cel_gevraagd, len(model.vraag.aanbod))
    toegekend = som_per(model.vraag.cel_bron, uitkomst.verdeling.toegekend, len(gevraagd))
    keus = [teams is None or team in teams for team in model.teams]

    def per_maand(waarden: Int) -> list[int]:
        heel: list[int] = waarden.reshape(len(model.teams), aantal)[keus].sum(axis=0).tolist()
        return heel

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
            per_maand(model.aanbod.netto),
            per_maand(gevraagd),
            per_maand(toegekend),
            strict=True,
        )
    )
