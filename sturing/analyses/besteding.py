"""Per programme and year: what was begroot, asked, granted and spent, and where does it end?

Forecast of a year, as simple as it is honest: what was spent up to and including the last month
with any booking in the whole organisation, divided by the number of those months, times twelve;
rounded half up to a cent. It says where the programme ends when it goes on at the same pace: what
is paid once, late or by season it does not see. It is None where nothing was booked in that year.
Hours have another method (besteed.py), for a plan tells what is asked in the months to come; what a
year asks of euros is not spread over its months.
A programme's spending is that of the opdrachten that hang on it now, whatever their status. Euros
are cents of whole calendar years.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import kolommen
from sturing.domain.codes import ProgrammaCode
from sturing.domain.tijd import Maand
from sturing.engine.effecten import dekking
from sturing.engine.model import beschikbaar
from sturing.engine.uitkomst import Uitkomst

Sleutel = tuple[ProgrammaCode | None, int]
MAANDEN_PER_JAAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestedingsjaar:
    """One programme (None: opdrachten without one) in one year.

    `besteed_cent` is None when nothing was booked; `geboekt_tot` is the last month with a booking
    in the whole organisation, from which the forecast is made.
    """

    programma: ProgrammaCode | None
    naam: str | None
    jaar: int
    lasten_cent: int | None
    baten_cent: int | None
    beschikbaar_cent: int | None
    gevraagd_cent: int
    toegekend_cent: int
    besteed_cent: int | None
    geboekt_tot: Maand | None

    @property
    def tekort_cent(self) -> int:
        return self.gevraagd_cent - self.toegekend_cent

    @property
    def over_cent(self) -> int | None:
        """What of the limit was not granted; None without a limit."""
        return (
            None if self.beschikbaar_cent is None else self.beschikbaar_cent - self.toegekend_cent
        )

    @property
    def nog_te_besteden_cent(self) -> int | None:
        """Granted and not spent yet, below zero when more was spent; None without a booking."""
        return None if self.besteed_cent is None else self.toegekend_cent - self.besteed_cent

    @property
    def dekking_ratio(self) -> Fraction | None:
        return dekking(self.gevraagd_cent, self.toegekend_cent)

    @property
    def prognose_cent(self) -> int | None:
        """Where the year ends at the pace so far."""
        if self.besteed_cent is None or self.geboekt_tot is None:
            return None
        return prognose(self.besteed_cent, self.geboekt_tot.maand)

    @property
    def prognose_verschil_cent(self) -> int | None:
        """Forecast less granted: above zero ends over what was granted."""
        einde = self.prognose_cent
        return None if einde is None else einde - self.toegekend_cent


KOLOMMEN = kolommen(
    programma="programma",
    naam="naam",
    jaar="jaar",
    lasten_cent="lasten (euro)",
    baten_cent="baten (euro)",
    beschikbaar_cent="beschikbaar (euro)",
    gevraagd_cent="gevraagd (euro)",
    toegekend_cent="toegekend (euro)",
    tekort_cent="tekort (euro)",
    over_cent="over (euro)",
    besteed_cent="besteed (euro)",
    geboekt_tot="geboekt tot en met",
    nog_te_besteden_cent="nog te besteden (euro)",
    prognose_cent="prognose (euro)",
    prognose_verschil_cent="prognose min toegekend (euro)",
)


def prognose(besteed_cent: int, maanden: int) -> int:
    """Twelve months at the pace of the first `maanden` (1 to 12), half up to a cent."""
    return (2 * besteed_cent * MAANDEN_PER_JAAR + maanden) // (2 * maanden)


def compute_besteding(uitkomst: Uitkomst) -> tuple[Bestedingsjaar, ...]:
    """Every programme in every year of the horizon, by year and code, without a programme last;
    without one only where something was asked, granted or spent."""
    plan = uitkomst.stand.plan
    jaren = uitkomst.horizon.jaren
    namen = {p.programma: p.naam for p in plan.programmas}
    lasten: dict[Sleutel, int] = defaultdict(int)
    baten: dict[Sleutel, int] = defaultdict(int)
    for rij in plan.begroting:
        if rij.jaar in jaren:
            lasten[rij.programma, rij.jaar] += rij.lasten_cent
            if rij.baten_cent is not None:
                baten[rij.programma, rij.jaar] += rij.baten_cent
    grenzen = beschikbaar(plan, jaren)
    gevraagd, toegekend = _gevraagd_en_toegekend(uitkomst)
    besteed, tot = _besteed(uitkomst)
    codes: list[ProgrammaCode | None] = [*sorted(namen)]
    vreemd = {p for p, _ in (*lasten, *gevraagd, *besteed)} - {*codes}
    codes += sorted(vreemd, key=lambda code: (code is None, code or ""))
    return tuple(
        Bestedingsjaar(
            programma=code,
            naam=namen.get(code) if code else None,
            jaar=jaar,
            lasten_cent=lasten.get((code, jaar)),
            baten_cent=baten.get((code, jaar)),
            beschikbaar_cent=grenzen.get((code, jaar)) if code else None,
            gevraagd_cent=gevraagd.get((code, jaar), 0),
            toegekend_cent=toegekend.get((code, jaar), 0),
            besteed_cent=besteed.get((code, jaar)),
            geboekt_tot=tot.get(jaar),
        )
        for jaar in jaren
        for code in codes
    )


def _gevraagd_en_toegekend(uitkomst: Uitkomst) -> tuple[dict[Sleutel, int], dict[Sleutel, int]]:
    gevraagd: dict[Sleutel, int] = defaultdict(int)
    toegekend: dict[Sleutel, int] = defaultdict(int)
    lijnen = uitkomst.model.budgetlijnen
    for lijn, cent in zip(lijnen, uitkomst.verdeling.budget_toegekend.tolist(), strict=True):
        gevraagd[lijn.programma, lijn.jaar] += lijn.gevraagd_cent
        toegekend[lijn.programma, lijn.jaar] += cent
    return gevraagd, toegekend


def _besteed(uitkomst: Uitkomst) -> tuple[dict[Sleutel, int], dict[int, Maand]]:
    """Spent per programme and year, and per year the last month with a booking."""
    plan = uitkomst.stand.plan
    programma_van = {o.opdracht: o.programma for o in plan.opdrachten}
    besteed: dict[Sleutel, int] = defaultdict(int)
    tot: dict[int, Maand] = {}
    for rij in plan.besteding:
        jaar = rij.maand.jaar
        if jaar in uitkomst.horizon.jaren:
            besteed[programma_van.get(rij.opdracht), jaar] += rij.euro_cent
            tot[jaar] = max(tot.get(jaar, rij.maand), rij.maand)
    return besteed, tot
