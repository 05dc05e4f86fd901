"""Changes of the work itself: status, window, ambition, asked hours, opdrachtgever, settings.

Each function applies one kind of change to a Werkstand or raises Geweigerd with a Dutch reason.
Parts of one row that were cut at a year end count as one row again before they are changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import assert_never

from sturing.domain.keuzes import Status
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.werk import Inzetregel, Opdracht
from sturing.domain.wijziging import (
    Ambitie,
    BudgetWijziging,
    GewichtenWijziging,
    Inhuur,
    InzetWijziging,
    MethodeWijziging,
    NormWijziging,
    Opdrachtgeverschap,
    Parkeer,
    Rang,
    ScoreVolgorde,
    Start,
    Stop,
    Uitlenen,
    Verschuif,
    VulVacature,
    WettelijkEerst,
    Wijziging,
)
from sturing.engine.aanbodfeiten import huur_in, leen_uit, vul_vacature, wijzig_budget
from sturing.engine.spreiding import grootste_rest, voeg_samen
from sturing.engine.werkstand import Geweigerd, Werkstand


def pas_feit_toe(stand: Werkstand, wijziging: Wijziging) -> None:
    """Apply one change of facts. Raises Geweigerd when it no longer fits."""
    match wijziging:
        case Parkeer() | Stop() | Start():
            _zet_status(stand, wijziging)
        case Verschuif():
            _verschuif(stand, wijziging)
        case Ambitie():
            _pas_ambitie_aan(stand, wijziging)
        case InzetWijziging():
            _wijzig_inzet(stand, wijziging)
        case Inhuur():
            huur_in(stand, wijziging)
        case VulVacature():
            vul_vacature(stand, wijziging)
        case Uitlenen():
            leen_uit(stand, wijziging)
        case BudgetWijziging():
            wijzig_budget(stand, wijziging)
        case Opdrachtgeverschap():
            _benoem(stand, wijziging)
        case GewichtenWijziging() | MethodeWijziging() | WettelijkEerst():
            _stel_in(stand, wijziging)
        case Rang() | ScoreVolgorde() | NormWijziging():
            return
        case _:
            assert_never(wijziging)


def samengevoegd(rijen: list[Inzetregel]) -> list[Inzetregel]:
    """The rows as a person gave them, per team: parts cut at a year end joined."""
    uit: list[Inzetregel] = []
    for team in sorted({rij.team for rij in rijen}):
        eigen = [rij for rij in rijen if rij.team == team]
        delen = voeg_samen((rij.van, rij.tot, rij.uren_honderdste) for rij in eigen)
        uit.extend(
            replace(eigen[0], van=van, tot=tot, uren_honderdste=uren) for van, tot, uren in delen
        )
    return uit


def schuif_dag(dag: date, maanden: int) -> date:
    """The same day `maanden` later, or the last of that month when it has no such day."""
    maand = Maand.van_dag(dag).plus(maanden)
    return maand.laatste_dag.replace(day=min(dag.day, maand.laatste_dag.day))


def periode_van(opdracht: Opdracht, rijen: Iterable[Inzetregel]) -> tuple[date | None, date | None]:
    """First and last day of an opdracht and its own rows of Inzet together; None is not known."""
    delen = [(opdracht.van, opdracht.tot), *((rij.van, rij.tot) for rij in rijen)]
    return (
        min((van for van, _ in delen if van), default=None),
        max((tot for _, tot in delen if tot), default=None),
    )


def _zet_status(stand: Werkstand, wijziging: Parkeer | Stop | Start) -> None:
    opdracht = stand.opdracht(wijziging.opdracht)
    if opdracht.status is not wijziging.oude_status:
        raise Geweigerd(
            f"Opdracht {opdracht.opdracht} heeft de status '{opdracht.status}' en niet meer "
            f"'{wijziging.oude_status}'."
        )
    nieuw = {"parkeer": Status.PARKEERPLAATS, "stop": Status.GESTOPT, "start": Status.GEPLAND}
    stand.opdrachten[opdracht.opdracht] = replace(opdracht, status=nieuw[wijziging.soort])


def _verschuif(stand: Werkstand, wijziging: Verschuif) -> None:
    opdracht = stand.opdracht(wijziging.opdracht)
    onthouden = (wijziging.oude_van, wijziging.oude_tot)
    if onthouden != (None, None) and onthouden != (opdracht.van, opdracht.tot):
        raise Geweigerd(f"De periode van opdracht {opdracht.opdracht} is inmiddels een andere.")
    rijen = samengevoegd(stand.inzet_van(opdracht.opdracht))
    k = wijziging.maanden
    nieuw = replace(
        opdracht,
        van=schuif_dag(opdracht.van, k) if opdracht.van else None,
        tot=schuif_dag(opdracht.tot, k) if opdracht.tot else None,
    )
    geschoven = [
        replace(rij, van=schuif_dag(rij.van, k), tot=schuif_dag(rij.tot, k)) for rij in rijen
    ]
    begin, einde = periode_van(nieuw, geschoven)
    if begin is None and einde is None:
        raise Geweigerd(f"Opdracht {opdracht.opdracht} heeft geen periode om te verschuiven.")
    peildatum = stand.plan.peildatum
    if peildatum and begin and Maand.van_dag(begin) < Maand.van_dag(peildatum):
        raise Geweigerd(
            f"Opdracht {opdracht.opdracht} zou beginnen in {Maand.van_dag(begin)}, voor de "
            f"maand van de peildatum ({Maand.van_dag(peildatum)})."
        )
    if einde and einde > stand.horizon.tot.laatste_dag:
        raise Geweigerd(
            f"Opdracht {opdracht.opdracht} zou eindigen op {einde:%d-%m-%Y}, na het einde "
            f"van de planperiode ({stand.horizon.tot})."
        )
    stand.opdrachten[opdracht.opdracht] = nieuw
    stand.vervang_inzet(opdracht.opdracht, geschoven)


def _pas_ambitie_aan(stand: Werkstand, wijziging: Ambitie) -> None:
    opdracht = stand.opdracht(wijziging.opdracht)
    if wijziging.factor < 0:
        raise Geweigerd("De ambitie kan niet onder 0 liggen.")
    rijen = samengevoegd(stand.inzet_van(opdracht.opdracht))
    _eis_oude_uren(opdracht, rijen, wijziging.oude_uren_honderdste)
    factor = Fraction(wijziging.factor)
    stand.vervang_inzet(
        opdracht.opdracht,
        [replace(rij, uren_honderdste=int(rij.uren_honderdste * factor // 1)) for rij in rijen],
    )
    if wijziging.ook_euro and opdracht.budget_cent is not None:
        stand.opdrachten[opdracht.opdracht] = replace(
            opdracht, budget_cent=int(opdracht.budget_cent * factor // 1)
        )


def _wijzig_inzet(stand: Werkstand, wijziging: InzetWijziging) -> None:
    opdracht, team = stand.opdracht(wijziging.opdracht), stand.team(wijziging.team)
    rijen = samengevoegd(stand.inzet_van(opdracht.opdracht, team.team))
    _eis_oude_uren(opdracht, rijen, wijziging.oude_uren_honderdste)
    if wijziging.uren_honderdste >= 0:
        van, tot = _venster_in_horizon(opdracht, stand.horizon)
        extra = Inzetregel(
            opdracht=opdracht.opdracht,
            team=team.team,
            van=van,
            tot=tot,
            uren_honderdste=wijziging.uren_honderdste,
        )
        stand.voeg_inzet_toe(extra)
        return
    if not rijen:
        raise Geweigerd(f"Opdracht {opdracht.opdracht} vraagt geen uren van team {team.team}.")
    uren = [rij.uren_honderdste for rij in rijen]
    eraf = grootste_rest(min(-wijziging.uren_honderdste, sum(uren)), uren)
    minder = [
        replace(rij, uren_honderdste=rij.uren_honderdste - deel)
        for rij, deel in zip(rijen, eraf, strict=True)
    ]
    stand.vervang_inzet(opdracht.opdracht, minder, team.team)


def _venster_in_horizon(opdracht: Opdracht, horizon: Horizon) -> tuple[date, date]:
    van = max(opdracht.van or date.min, horizon.van.eerste_dag)
    tot = min(opdracht.tot or date.max, horizon.tot.laatste_dag)
    if tot < van:
        raise Geweigerd(
            f"Opdracht {opdracht.opdracht} loopt niet in de planperiode "
            f"({horizon.van} tot en met {horizon.tot})."
        )
    return van, tot


def _eis_oude_uren(opdracht: Opdracht, rijen: list[Inzetregel], oud: int | None) -> None:
    nu = sum(rij.uren_honderdste for rij in rijen)
    if oud is not None and nu != oud:
        raise Geweigerd(
            f"Opdracht {opdracht.opdracht} vraagt nu {uren_tekst(nu)} uur en niet meer "
            f"{uren_tekst(oud)} uur."
        )


def uren_tekst(honderdste: int) -> str:
    """Hundredths as Dutch text: 123450 -> 1234,50."""
    return f"{honderdste // 100},{honderdste % 100:02d}"


def _benoem(stand: Werkstand, wijziging: Opdrachtgeverschap) -> None:
    opdracht = stand.opdracht(wijziging.opdracht)
    huidig = opdracht.gedelegeerd_aan if wijziging.delegatie else opdracht.opdrachtgever
    if huidig != wijziging.oud:
        raise Geweigerd(
            f"Opdracht {opdracht.opdracht} heeft nu {huidig or 'niemand'} en niet meer "
            f"{wijziging.oud or 'niemand'} als "
            f"{'gedelegeerd opdrachtgever' if wijziging.delegatie else 'opdrachtgever'}."
        )
    personen = {persoon.persoon for persoon in stand.plan.personen}
    if wijziging.nieuw is not None and wijziging.nieuw not in personen:
        raise Geweigerd(f"Persoon {wijziging.nieuw} bestaat niet meer.")
    stand.opdrachten[opdracht.opdracht] = (
        replace(opdracht, gedelegeerd_aan=wijziging.nieuw)
        if wijziging.delegatie
        else replace(opdracht, opdrachtgever=wijziging.nieuw)
    )


def _stel_in(
    stand: Werkstand, wijziging: GewichtenWijziging | MethodeWijziging | WettelijkEerst
) -> None:
    nu = stand.instellingen
    if isinstance(wijziging, GewichtenWijziging):
        _eis_instelling(nu.gewichten == wijziging.oud, "De gewichten zijn")
        stand.instellingen = replace(nu, gewichten=wijziging.nieuw)
    elif isinstance(wijziging, MethodeWijziging):
        _eis_instelling(nu.methode is wijziging.oud, "De methode is")
        stand.instellingen = replace(nu, methode=wijziging.nieuw)
    else:
        _eis_instelling(nu.wettelijk_eerst is wijziging.oud, "De instelling 'wettelijk eerst' is")
        stand.instellingen = replace(nu, wettelijk_eerst=wijziging.nieuw)


def _eis_instelling(klopt: bool, wat: str) -> None:
    if not klopt:
        raise Geweigerd(f"{wat} inmiddels gewijzigd.")
