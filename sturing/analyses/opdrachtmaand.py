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
from sturing.engine.vraag import som_per


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


def compute_opdrachtmaand(uitkomst: Uitkomst) -> tuple[Opdrachtmaandregel, ...]:
    """By place, then month; only months in which the opdracht asks something."""
    model, vraag = uitkomst.model, uitkomst.model.vraag
    aantal = len(model.maanden)
    plek = vraag.cel_opdracht * aantal + vraag.cel_bron % aantal
    lengte = len(model.opdrachten) * aantal
    gevraagd = som_per(plek, vraag.cel_gevraagd, lengte).tolist()
    toegekend = som_per(plek, uitkomst.verdeling.toegekend, lengte).tolist()
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
