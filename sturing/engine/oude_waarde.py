"""What a change holds of the plan under it: its old value, its object, and whether it does a thing.

Owns which value of a plan is the old one of each kind of change, and when two changes are of one
kind on one object. Pure. Must never apply a change (engine/feiten.py does). Units as in the domain.
"""

from __future__ import annotations

from dataclasses import replace

from sturing.domain import wijziging as w
from sturing.domain.plan import Plan
from sturing.domain.werk import Opdracht
from sturing.domain.wijziging import Wijziging
from sturing.engine.aanbodfeiten import beschikbaar_cent
from sturing.engine.scenario import Stand
from sturing.engine.volgorde import plaatsen


def opdracht_van(plan: Plan, code: str) -> Opdracht | None:
    """The opdracht as the plan has it; None when it is gone."""
    return next((o for o in plan.opdrachten if o.opdracht == code), None)


def gevraagde_uren(plan: Plan, opdracht: str, team: str | None = None) -> int:
    """Hundredths that the opdracht asks over its whole window, of all teams or of one."""
    return sum(
        r.uren_honderdste
        for r in plan.inzet
        if r.opdracht == opdracht and (team is None or r.team == team)
    )


def met_oude_waarde(stand: Stand, wijziging: Wijziging) -> Wijziging:
    """The same wish with the old value that stands in `stand`, so that it holds there.

    A change whose object is gone comes back as it is: applying it says why it does not fit.
    """
    plan = stand.plan
    if not _bestaat(plan, wijziging):
        return wijziging
    match wijziging:
        case w.Parkeer() | w.Stop() | w.Start():
            opdracht = opdracht_van(plan, wijziging.opdracht)
            return replace(wijziging, oude_status=opdracht.status) if opdracht else wijziging
        case w.Verschuif():
            opdracht = opdracht_van(plan, wijziging.opdracht)
            if opdracht is None:
                return wijziging
            return replace(wijziging, oude_van=opdracht.van, oude_tot=opdracht.tot)
        case w.Ambitie():
            return replace(wijziging, oude_uren_honderdste=gevraagde_uren(plan, wijziging.opdracht))
        case w.InzetWijziging():
            uren = gevraagde_uren(plan, wijziging.opdracht, wijziging.team)
            return replace(wijziging, oude_uren_honderdste=uren)
        case w.NormWijziging():
            norm = next(
                (n for n in plan.normen if (n.jaar, n.team) == (wijziging.jaar, wijziging.team)),
                None,
            )
            return replace(wijziging, oud=getattr(norm, wijziging.veld) if norm else None)
        case w.BudgetWijziging():
            cent = beschikbaar_cent(plan.begroting, wijziging.programma, wijziging.jaar)
            return replace(wijziging, oud_cent=cent)
        case w.GewichtenWijziging():
            return replace(wijziging, oud=plan.instellingen.gewichten)
        case w.Opdrachtgeverschap():
            opdracht = opdracht_van(plan, wijziging.opdracht)
            if opdracht is None:
                return wijziging
            nu = opdracht.gedelegeerd_aan if wijziging.delegatie else opdracht.opdrachtgever
            return replace(wijziging, oud=nu)
        case w.MethodeWijziging():
            return replace(wijziging, oud=plan.instellingen.methode)
        case w.WettelijkEerst():
            return replace(wijziging, oud=plan.instellingen.wettelijk_eerst)
        case w.Rang():
            plaats = plaatsen(plan, stand.volgorde).get(wijziging.opdracht)
            return wijziging if plaats is None else replace(wijziging, oude_plaats=plaats)
        case w.Inhuur() | w.VulVacature() | w.Uitlenen() | w.ScoreVolgorde():
            return wijziging


def _bestaat(plan: Plan, wijziging: Wijziging) -> bool:
    """Are the opdracht, the team and the programme of the change in the plan?"""
    opdracht, team, programma = (
        getattr(wijziging, soort, None) for soort in ("opdracht", "team", "programma")
    )
    return (
        (opdracht is None or opdracht_van(plan, opdracht) is not None)
        and (team is None or any(bekend.team == team for bekend in plan.teams))
        and (programma is None or any(b.programma == programma for b in plan.programmas))
    )


Doel = tuple[str | int | bool | None, ...]


def doel(wijziging: Wijziging) -> Doel:
    """What a change is about: of two with the same doel in a row, the later takes the place.

    Parking, stopping and starting are all the status of an opdracht; a window of supply is part of
    what it is about, because a team can hire twice.
    """
    match wijziging:
        case w.Parkeer() | w.Stop() | w.Start():
            return ("status", wijziging.opdracht)
        case w.Rang() | w.Verschuif() | w.Ambitie():
            return (wijziging.soort, wijziging.opdracht)
        case w.InzetWijziging():
            return (wijziging.soort, wijziging.opdracht, wijziging.team)
        case w.Inhuur() | w.VulVacature():
            return (wijziging.soort, wijziging.team, str(wijziging.van), str(wijziging.tot))
        case w.Uitlenen():
            van, tot = str(wijziging.van), str(wijziging.tot)
            return (wijziging.soort, wijziging.team, wijziging.naar_team, van, tot)
        case w.NormWijziging():
            return (wijziging.soort, wijziging.jaar, wijziging.veld, wijziging.team)
        case w.BudgetWijziging():
            return (wijziging.soort, wijziging.programma, wijziging.jaar)
        case w.Opdrachtgeverschap():
            return (wijziging.soort, wijziging.opdracht, wijziging.delegatie)
        case _:
            return (wijziging.soort,)


def doet_niets(wijziging: Wijziging) -> bool:
    """Is the new value the old one?"""
    match wijziging:
        case w.Rang():
            return wijziging.plaats == wijziging.oude_plaats
        case w.Start():
            return wijziging.oude_status.vraagt and wijziging.plaats is None
        case w.Verschuif():
            return wijziging.maanden == 0
        case w.Ambitie():
            return wijziging.factor == 1
        case w.InzetWijziging():
            return wijziging.uren_honderdste == 0
        case w.BudgetWijziging():
            return wijziging.nieuw_cent == wijziging.oud_cent
        case w.Opdrachtgeverschap():
            # The same delegate with another window is another delegation.
            venster = wijziging.delegatie and (wijziging.van or wijziging.tot) is not None
            return wijziging.nieuw == wijziging.oud and not venster
        case w.NormWijziging() | w.GewichtenWijziging() | w.MethodeWijziging() | w.WettelijkEerst():
            return wijziging.nieuw == wijziging.oud
        case _:
            return False
