"""Planned and spent hours of one team as a view: which year can be told, and what it becomes.

Owns the choice of the year: the plan year when its hours are loaded, else the year of the data
date. The method of the forecast is that of analyses/besteed.py. Hours are whole hours as shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sturing.analyses.besteed import Besteedregel, compute_besteed
from sturing.analyses.besteed_team import compute_besteed_team
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wie import Wie
from sturing.rights.mag import zichtbare_opdrachten
from sturing.services import notatie
from sturing.services.effectrijen import hele_paren
from sturing.services.groepen import uren_te_klein
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.teambeeld import Besteedbeeld, Besteedrij

ANDERE = "Opdrachten die u niet mag zien"
GEEN_UREN = (
    "Van dit team zijn nog geen bestede uren ingelezen. Lever het blad Uren aan bij Gegevens; "
    "dan staat hier wat er gepland en besteed is, met een verwachting voor het jaar."
)

Groep = tuple[OpdrachtCode | None, str, Sequence[Besteedregel]]
"""What one row is about: the code of an opdracht (None: of more), its name and its lines."""
TE_KLEIN = "In dit team werken te weinig mensen om de bestede uren te tonen."


def besteedjaar(basis: Basis) -> Horizon:
    """The plan year when hours are loaded in it, else the year of the data date."""
    horizon, peildatum = basis.uitkomst.horizon, basis.plan.peildatum
    if peildatum is None or Maand.van_dag(peildatum) >= horizon.van:
        return horizon
    return Horizon.planjaar(peildatum.year)


def besteedbeeld(omgeving: Omgeving, basis: Basis, wie: Wie, team: TeamCode) -> Besteedbeeld:
    """Planned and spent of `team`, by the largest difference first."""
    horizon = besteedjaar(basis)
    jaar = horizon.van.jaar
    toen = basis if horizon == basis.uitkomst.horizon else omgeving.basis(horizon)
    samen = next((r for r in compute_besteed_team(toen.uitkomst) if r.team == team), None)
    if samen is None or samen.tot_en_met is None:
        return Besteedbeeld(jaar=jaar, zin=GEEN_UREN, rijen=(), totaal=None)
    if uren_te_klein(toen, wie, team):
        return Besteedbeeld(jaar=jaar, zin=TE_KLEIN, rijen=(), totaal=None)
    regels = [r for r in compute_besteed(toen.uitkomst) if r.team == team]
    zichtbaar = zichtbare_opdrachten(wie, toen.index, [r.opdracht for r in regels])
    groepen: list[Groep] = [
        (r.opdracht, toen.namen.opdracht(r.opdracht), [r])
        for r in regels
        if r.opdracht in zichtbaar
    ]
    verborgen = [r for r in regels if r.opdracht not in zichtbaar]
    if verborgen:
        groepen.append((None, f"{ANDERE} ({len(verborgen)})", verborgen))
    totaal = _rijen([(None, "Samen", regels)])[0]
    rijen = _rijen(groepen)
    los = rijen[: len(rijen) - bool(verborgen)]
    los.sort(key=lambda r: (-abs(r.verschil_uren), r.naam))
    return Besteedbeeld(
        jaar=jaar,
        zin=_zin(totaal, regels, jaar, samen.tot_en_met),
        rijen=(*los, *rijen[len(los) :]),
        totaal=totaal,
    )


def _rijen(groepen: Sequence[Groep]) -> list[Besteedrij]:
    """One row per group in whole hours; every column adds up to its sum, and what is expected to go
    as planned shows no difference."""

    def kolom(waarde: Callable[[Besteedregel], int | None]) -> list[int]:
        return [sum(waarde(r) or 0 for r in rs) for _, _, rs in groepen]

    gepland_tot = notatie.rond_op_totaal(kolom(lambda r: r.gepland_tot_honderdste))
    besteed = notatie.rond_op_totaal(kolom(lambda r: r.besteed_honderdste))
    gepland = kolom(lambda r: r.gepland_honderdste)
    verwacht = kolom(lambda r: r.verwacht_honderdste)
    nummers = [f"{i:06}" for i in range(len(groepen))]
    heel = hele_paren(list(zip(nummers, gepland, verwacht, strict=True)))
    return [
        Besteedrij(
            opdracht=opdracht,
            naam=naam,
            gepland_uren=heel[nummers[i]][0],
            gepland_tot_uren=gepland_tot[i],
            besteed_uren=besteed[i],
            verwacht_uren=heel[nummers[i]][1],
            verschil_uren=heel[nummers[i]][1] - heel[nummers[i]][0],
        )
        for i, (opdracht, naam, _) in enumerate(groepen)
    ]


def _zin(
    totaal: Besteedrij,
    regels: Sequence[Besteedregel],
    jaar: int,
    tot: Maand,
) -> str:
    """`Tot en met oktober 2026 is 8.200 uur besteed; gepland was 8.000. ...`"""
    los = sum(r.besteed_honderdste or 0 for r in regels if not r.gepland_honderdste)
    zin = (
        f"Tot en met {notatie.maand_lang(tot)} is {notatie.getal(totaal.besteed_uren)}"
        f"{notatie.VAST}uur besteed; gepland was {notatie.getal(totaal.gepland_tot_uren)}. "
        f"Verwacht voor heel {jaar}: {notatie.getal(totaal.verwacht_uren)}{notatie.VAST}uur, "
        f"tegen {notatie.getal(totaal.gepland_uren)} gepland."
    )
    if los:
        zin += f" {notatie.uren_met_eenheid(los)} ging naar werk zonder planning."
    return zin
