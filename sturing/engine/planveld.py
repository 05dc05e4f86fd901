"""What stands in a plan in one field.

Pure. Owns how the field of a key (domain/sleutel.py) is read in a plan. None is unknown, or an
object that is not there. Hours are hundredths, euros cents, supply net hours over the horizon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode, ProgrammaCode
from sturing.domain.plan import Plan
from sturing.domain.sleutel import Veld
from sturing.domain.werk import Opdracht
from sturing.engine.aanbodfeiten import beschikbaar_cent
from sturing.engine.effecten import Dimensie
from sturing.engine.oude_waarde import gevraagde_uren, opdracht_van
from sturing.engine.uitkomst import Uitkomst


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
            return opdracht_van(zicht.plan, codes[0]) is not None


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
            return beschikbaar_cent(plan.begroting, ProgrammaCode(codes[0]), int(codes[1]))
        case "aanbod":
            return zicht.aanbod.get(codes[0])
        case "plaats":
            return zicht.plaatsen.get(OpdrachtCode(codes[0]))
        case "uren":
            code, *van_team = codes
            if opdracht_van(plan, code) is None:
                return None
            return gevraagde_uren(plan, code, van_team[0] if van_team else None)
        case _:
            opdracht = opdracht_van(plan, codes[0])
            return None if opdracht is None else _van_opdracht(opdracht, soort)


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
