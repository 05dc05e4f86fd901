"""Which work of the strategische agenda and the programmabegroting serves no doel?

A teamplan's work "houdt altijd verband met de strategische agenda van het college, is opgenomen in
de Programmabegroting en/of bestaat uit reguliere taken" (sturingskader): of the first two kinds a
doel is expected. What is finished or stopped is left out. Hours hundredths, euros cents.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import GELD, UREN, kolommen
from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode
from sturing.domain.keuzes import SoortWerk, Status
from sturing.engine.effecten import dekking
from sturing.engine.uitkomst import Uitkomst

VRAAGT_EEN_DOEL = (SoortWerk.STRATEGISCHE_AGENDA, SoortWerk.PROGRAMMABEGROTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zonderdoelregel:
    """One opdracht without a doel; `plaats` None and no hours when it asks nothing now."""

    plaats: int | None
    opdracht: OpdrachtCode
    naam: str
    opdrachtgever: PersoonCode | None
    soort_werk: SoortWerk
    programma: ProgrammaCode | None
    status: Status
    gevraagd_honderdste: int
    toegekend_honderdste: int
    gevraagd_cent: int
    toegekend_cent: int

    @property
    def tekort_honderdste(self) -> int:
        return self.gevraagd_honderdste - self.toegekend_honderdste

    @property
    def dekking_ratio(self) -> Fraction | None:
        return dekking(self.gevraagd_honderdste, self.toegekend_honderdste)


KOLOMMEN = (
    *kolommen(
        plaats="plaats",
        opdracht="opdracht",
        naam="naam",
        opdrachtgever="opdrachtgever",
        soort_werk="soort werk",
        programma="programma",
        status="status",
    ),
    *UREN,
    *GELD,
)


def compute_zonder_doel(uitkomst: Uitkomst) -> tuple[Zonderdoelregel, ...]:
    """By place, then those without a place by code."""
    per_code = {r.opdracht: r for r in uitkomst.effecten.opdrachten}
    rijen = []
    for opdracht in uitkomst.stand.plan.opdrachten:
        if opdracht.doel or opdracht.soort_werk not in VRAAGT_EEN_DOEL:
            continue
        if opdracht.status.voorbij:
            continue
        regel = per_code.get(opdracht.opdracht)
        rijen.append(
            Zonderdoelregel(
                plaats=regel.plaats if regel else None,
                opdracht=opdracht.opdracht,
                naam=opdracht.kort,
                opdrachtgever=opdracht.opdrachtgever,
                soort_werk=opdracht.soort_werk,
                programma=opdracht.programma,
                status=opdracht.status,
                gevraagd_honderdste=regel.gevraagd_honderdste if regel else 0,
                toegekend_honderdste=regel.toegekend_honderdste if regel else 0,
                gevraagd_cent=regel.gevraagd_cent if regel else 0,
                toegekend_cent=regel.toegekend_cent if regel else 0,
            )
        )
    return tuple(sorted(rijen, key=lambda r: (r.plaats is None, r.plaats or 0, r.opdracht)))
