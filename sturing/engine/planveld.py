"""What stands in a plan in one field, and a change with the old value that stands there.

Pure. Owns how the field of a key (domain/sleutel.py) is read in a plan. None is unknown, or an
object that is not there. Hours are hundredths, euros cents, supply net hours over the horizon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.plan import Plan
from sturing.domain.sleutel import Veld
from sturing.domain.werk import Opdracht
from sturing.domain.wijziging import Wijziging
from sturing.engine.effecten import Dimensie
from sturing.engine.scenario import Stand
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.volgorde import plaatsen


@dataclass(frozen=True, slots=True, kw_only=True)
class Planzicht:
    """A plan to be read by field: with the places (1 for the first) and the supply per team."""

    plan: Plan
    plaatsen: Mapping[OpdrachtCode, int]
    aanbod: Mapping[str | None, int | None]


def zicht_van(uitkomst: Uitkomst) -> Planzicht:
    """A result, to be read by field."""
    return Planzicht(
        plan=uitkomst.stand.plan,
        plaatsen={regel.opdracht: regel.plaats for regel in uitkomst.effecten.opdrachten},
        aanbod={r.sleutel: r.aanbod_honderdste for r in uitkomst.effecten.per[Dimensie.TEAM]},
    )


def zicht_op(stand: Stand) -> Planzicht:
    """A plan after changes that was not calculated: without supply."""
    return Planzicht(plan=stand.plan, plaatsen=plaatsen(stand.plan, stand.volgorde), aanbod={})


def bestaat(zicht: Planzicht, veld: Veld) -> bool:
    """Is the object of this field in the plan?"""
    soort, *codes = veld
    match soort:
        case "instelling" | "norm":
            return True
        case "aanbod":
            return any(team.team == codes[0] for team in zicht.plan.teams)
        case "budget":
            return any(p.programma == codes[0] for p in zicht.plan.programmas)
        case _:
            return _opdracht(zicht, codes[0]) is not None


def veldwaarde(zicht: Planzicht, veld: Veld) -> object:
    """What stands there; None when nothing does."""
    soort, *codes = veld
    plan = zicht.plan
    match soort:
        case "instelling":
            return getattr(plan.instellingen, codes[0])
        case "norm":
            jaar, naam, team = codes
            rijen = [n for n in plan.normen if (n.jaar, n.team or "") == (int(jaar), team)]
            return getattr(rijen[0], naam) if rijen else None
        case "budget":
            bedragen = [
                r.beschikbaar_cent
                for r in plan.begroting
                if (r.programma, str(r.jaar)) == (codes[0], codes[1])
                and r.beschikbaar_cent is not None
            ]
            return sum(bedragen) if bedragen else None
        case "aanbod":
            return zicht.aanbod.get(codes[0])
        case "plaats":
            return zicht.plaatsen.get(OpdrachtCode(codes[0]))
        case "uren":
            uren = [
                r.uren_honderdste
                for r in plan.inzet
                if r.opdracht == codes[0] and (len(codes) == 1 or r.team == codes[1])
            ]
            return sum(uren) if _opdracht(zicht, codes[0]) else None
        case _:
            opdracht = _opdracht(zicht, codes[0])
            return None if opdracht is None else _van_opdracht(opdracht, soort)


def met_oude_waarde(wijziging: Wijziging, zicht: Planzicht) -> Wijziging:
    """The same wish with the old value that stands in `zicht`; what keeps no old value stays."""

    def oud(*veld: str) -> object:
        return veldwaarde(zicht, veld)

    match wijziging:
        case w.Rang():
            plaats = zicht.plaatsen.get(wijziging.opdracht, wijziging.oude_plaats)
            return replace(wijziging, oude_plaats=plaats)
        case w.Parkeer() | w.Stop() | w.Start():
            opdracht = _opdracht(zicht, wijziging.opdracht)
            return (
                wijziging if opdracht is None else replace(wijziging, oude_status=opdracht.status)
            )
        case w.Verschuif():
            opdracht = _opdracht(zicht, wijziging.opdracht)
            if opdracht is None:
                return wijziging
            return replace(wijziging, oude_van=opdracht.van, oude_tot=opdracht.tot)
        case w.Ambitie():
            uren = oud("uren", wijziging.opdracht)
            return replace(wijziging, oude_uren_honderdste=uren if isinstance(uren, int) else None)
        case w.InzetWijziging():
            uren = oud("uren", wijziging.opdracht, wijziging.team)
            return replace(wijziging, oude_uren_honderdste=uren if isinstance(uren, int) else None)
        case w.Opdrachtgeverschap():
            opdracht = _opdracht(zicht, wijziging.opdracht)
            if opdracht is None:
                return wijziging
            wie = opdracht.gedelegeerd_aan if wijziging.delegatie else opdracht.opdrachtgever
            return replace(wijziging, oud=wie)
        case w.NormWijziging():
            norm = next(
                (
                    n
                    for n in zicht.plan.normen
                    if (n.jaar, n.team) == (wijziging.jaar, wijziging.team)
                ),
                None,
            )
            return replace(wijziging, oud=getattr(norm, wijziging.veld) if norm else None)
        case w.BudgetWijziging():
            cent = oud("budget", wijziging.programma, str(wijziging.jaar))
            return replace(wijziging, oud_cent=cent if isinstance(cent, int) else None)
        case w.GewichtenWijziging():
            return replace(wijziging, oud=zicht.plan.instellingen.gewichten)
        case w.MethodeWijziging():
            return replace(wijziging, oud=zicht.plan.instellingen.methode)
        case w.WettelijkEerst():
            return replace(wijziging, oud=zicht.plan.instellingen.wettelijk_eerst)
        case _:
            return wijziging


def _opdracht(zicht: Planzicht, code: str) -> Opdracht | None:
    return next((o for o in zicht.plan.opdrachten if o.opdracht == code), None)


def _van_opdracht(opdracht: Opdracht, soort: str) -> object:
    match soort:
        case "status":
            return opdracht.status
        case "periode":
            return opdracht.van, opdracht.tot
        case "euro":
            return opdracht.budget_cent
        case "opdrachtgever":
            return opdracht.opdrachtgever
        case "delegatie":
            return opdracht.gedelegeerd_aan
        case _:
            raise KeyError(soort)
