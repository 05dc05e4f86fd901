"""The knobs of norms and budgets: one field of Normen, what a programme has available in a year.

Norms are decimals as written (6.5 means 6.5%), budgets cents per year.
"""

from __future__ import annotations

from decimal import Decimal

from sturing.domain import wijziging as w
from sturing.domain.wijziging import Wijziging
from sturing.engine.aanbodfeiten import beschikbaar_cent
from sturing.engine.oude_waarde import met_oude_waarde
from sturing.engine.uurnormen import NORMVELDEN, Normentabel
from sturing.services import knopinvoer as lees
from sturing.services import notatie
from sturing.services.knopdeel import Gelezen, Knopdeel
from sturing.services.knopformulieren import keuzeveld, tekstveld
from sturing.services.knopinvoer import Invoer, VeldError
from sturing.services.knopstand import Knopstand
from sturing.services.knopvelden import Knop, Veld
from sturing.services.wijzigingszinnen import NORMNAMEN, norm

ALLE_TEAMS = {"": "Alle teams"}


def _lees_norm(stand: Knopstand, invoer: Invoer) -> Gelezen:
    veld = lees.keuze(invoer, "norm", NORMVELDEN, "Kies een norm.")
    team = stand.kies_team(invoer) if lees.tekst(invoer, "team") else None
    if team is None and not stand.totalen:
        raise VeldError("team", "Kies een team.", "Alleen van teams die u mag zien.")
    jaar = lees.heel(invoer, "jaar", "het jaar", minstens=1900)
    if jaar not in stand.na.horizon.jaren:
        raise VeldError("jaar", f"Het jaar {jaar} hoort niet bij deze planperiode.")
    nieuw = None
    if lees.tekst(invoer, "waarde"):
        is_procent = veld.endswith("_pct")
        soort = lees.procent if is_procent else lees.getal
        nieuw = soort(invoer, "waarde", "de norm")
    geldt = Normentabel(stand.plan.normen).waarde(team, jaar, veld)
    wordt = "terug naar de standaard" if nieuw is None else f"wordt {norm(veld, nieuw)}"
    return Gelezen(
        wijziging=met_oude_waarde(
            stand.na.stand, w.NormWijziging(jaar=jaar, veld=veld, nieuw=nieuw, team=team)
        ),
        begrepen=(f"{NORMNAMEN[veld]}: nu {norm(veld, geldt)}, {wordt}",),
    )


def _velden_norm(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    teams = (ALLE_TEAMS if stand.totalen else {}) | stand.teams
    jaren = {str(jaar): str(jaar) for jaar in stand.na.horizon.jaren}
    hulp = "Een percentage als 4, of uren als 36. Leeg: terug naar de standaard."
    return (
        keuzeveld(invoer, "team", "Voor", teams),
        keuzeveld({"norm": "ruimte_pct", **invoer}, "norm", "Norm", dict(NORMNAMEN)),
        keuzeveld({"jaar": next(iter(jaren)), **invoer}, "jaar", "Jaar", jaren),
        tekstveld(invoer, "waarde", "Wordt", hulp),
    )


def _terug_norm(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.NormWijziging):
        return {}
    return {
        "team": wijziging.team or "",
        "norm": wijziging.veld,
        "jaar": str(wijziging.jaar),
        "waarde": lees.schrijf(wijziging.nieuw),
    }


def _lees_budget(stand: Knopstand, invoer: Invoer) -> Gelezen:
    programma = stand.kies_programma(invoer)
    jaar = lees.heel(invoer, "jaar", "het jaar", minstens=1900)
    if jaar not in stand.na.horizon.jaren:
        raise VeldError("jaar", f"Het jaar {jaar} hoort niet bij deze planperiode.")
    nieuw = lees.bedrag(invoer, "bedrag", "het bedrag") if lees.tekst(invoer, "bedrag") else None
    nu = beschikbaar_cent(stand.plan.begroting, programma, jaar)
    woorden = ["niet begrensd" if cent is None else notatie.euro(cent) for cent in (nu, nieuw)]
    return Gelezen(
        wijziging=met_oude_waarde(
            stand.na.stand, w.BudgetWijziging(programma=programma, jaar=jaar, nieuw_cent=nieuw)
        ),
        begrepen=(f"Nu {woorden[0]}, wordt {woorden[1]}",),
    )


def _velden_budget(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    jaren = {str(jaar): str(jaar) for jaar in stand.na.horizon.jaren}
    hulp = "Wat opdrachten van dit programma samen mogen uitgeven. Leeg: niet begrensd."
    return (
        keuzeveld(invoer, "programma", "Programma", stand.programmas),
        keuzeveld({"jaar": next(iter(jaren)), **invoer}, "jaar", "Jaar", jaren),
        tekstveld(invoer, "bedrag", "Wordt", hulp),
    )


def _terug_budget(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.BudgetWijziging):
        return {}
    cent = wijziging.nieuw_cent
    return {
        "programma": wijziging.programma,
        "jaar": str(wijziging.jaar),
        "bedrag": "" if cent is None else lees.schrijf(Decimal(cent) / 100),
    }


def _geen_programmas(stand: Knopstand) -> str:
    if not stand.totalen:
        return "U mag de bedragen van de programma's niet zien."
    return "" if stand.programmas else "Er zijn nog geen programma's geleverd."


DELEN = {
    Knop.NORM: Knopdeel(
        titel="Norm",
        uitleg="Ruimte, verzuim, indirecte tijd, verlof of voltijd, van alle teams of van een.",
        velden=_velden_norm,
        lees=_lees_norm,
        terug=_terug_norm,
    ),
    Knop.BUDGET: Knopdeel(
        titel="Budget van een programma",
        uitleg="Wat opdrachten van het programma in een jaar samen mogen uitgeven.",
        velden=_velden_budget,
        lees=_lees_budget,
        terug=_terug_budget,
        waarom_niet=_geen_programmas,
    ),
}
"""Norms and budgets."""
