"""When does an opdracht get its hours, and in which months does it fall short? Per opdracht, month.

All teams of the opdracht together. Hours are hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.kolom import kolommen
from sturing.analyses.urencijfers import Urencijfers
from sturing.domain.codes import OpdrachtCode
from sturing.domain.tijd import Maand
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.vraag import Int, som_per


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtmaandregel(Urencijfers):
    """One opdracht in one month in which it asks hours; `plaats` is its place in the order."""

    plaats: int
    opdracht: OpdrachtCode
    naam: str
    maand: Maand


KOLOMMEN = kolommen(
    plaats="plaats",
    opdracht="opdracht",
    naam="naam",
    maand="maand",
    gevraagd_honderdste="gevraagd (uur)",
    toegekend_honderdste="toegekend (uur)",
    tekort_honderdste="tekort (uur)",
    dekking_ratio="dekking (deel van 1)",
)


def uren_per_maand(uitkomst: Uitkomst) -> tuple[Int, Int]:
    """Asked and granted hours of every opdracht that claims in every month of the horizon, in the
    order of the model: int64[opdrachten, months] each."""
    model, vraag = uitkomst.model, uitkomst.model.vraag
    aantal = len(model.maanden)
    plek = vraag.cel_opdracht * aantal + vraag.cel_bron % aantal
    gevraagd, toegekend = (
        som_per(plek, uren, len(model.opdrachten) * aantal).reshape(-1, aantal)
        for uren in (vraag.cel_gevraagd, uitkomst.verdeling.toegekend)
    )
    return gevraagd, toegekend


def compute_opdrachtmaand(uitkomst: Uitkomst) -> tuple[Opdrachtmaandregel, ...]:
    """By place, then month; only months in which the opdracht asks something."""
    model = uitkomst.model
    aantal = len(model.maanden)
    gevraagd, toegekend = (uren.ravel().tolist() for uren in uren_per_maand(uitkomst))
    nummer = {opdracht.opdracht: i for i, opdracht in enumerate(model.opdrachten)}
    return tuple(
        Opdrachtmaandregel(
            plaats=regel.plaats,
            opdracht=regel.opdracht,
            naam=model.opdrachten[nummer[regel.opdracht]].naam,
            maand=maand,
            gevraagd_honderdste=gevraagd[cel],
            toegekend_honderdste=toegekend[cel],
        )
        for regel in uitkomst.effecten.opdrachten
        for cel, maand in enumerate(model.maanden, start=nummer[regel.opdracht] * aantal)
        if gevraagd[cel]
    )
