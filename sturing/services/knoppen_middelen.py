"""The knobs of supply and money: inhuur, vacature, lending, norms, budget of a programme.

Fte are decimals, rates cents per net hour, budgets cents per year.
"""

from __future__ import annotations

from decimal import Decimal

from sturing.domain import wijziging as w
from sturing.domain.keuzes import CapaciteitSoort
from sturing.domain.tijd import Maand
from sturing.domain.wijziging import Wijziging
from sturing.engine.uurnormen import NORMVELDEN, Normentabel
from sturing.services import knopinvoer as lees
from sturing.services import notatie
from sturing.services.knopdeel import Gelezen, Knopdeel
from sturing.services.knopformulieren import keuzeveld, tekstveld
from sturing.services.knopinvoer import Invoer, VeldError
from sturing.services.knopstand import Knopstand
from sturing.services.knopvelden import Knop, Veld
from sturing.services.oude_waarde import beschikbaar_cent, met_oude_waarde
from sturing.services.wijzigingszinnen import NORMNAMEN, euro_precies, maandperiode, norm

GEEN_PROGRAMMA = {"": "Geen programma (kost niemand iets)"}
ALLE_TEAMS = {"": "Alle teams"}
_MAAND_HULP = "Een maand als apr 2027."


def _venster_velden(stand: Knopstand, invoer: Invoer) -> tuple[Veld, Veld]:
    van, tot = stand.na.horizon.van, stand.na.horizon.tot
    return (
        tekstveld(invoer, "van", "Van", _MAAND_HULP, lees.schrijf_maand(van)),
        tekstveld(invoer, "tot", "Tot en met", _MAAND_HULP, lees.schrijf_maand(tot)),
    )


def _terug_venster(van: Maand, tot: Maand) -> dict[str, str]:
    return {"van": lees.schrijf_maand(van), "tot": lees.schrijf_maand(tot)}


def _periode(van: Maand, tot: Maand) -> str:
    return maandperiode(van.eerste_dag, tot.laatste_dag)


def _fte_begrepen(fte: Decimal, van: Maand, tot: Maand) -> str:
    return f"{lees.precies(fte)} fte, {_periode(van, tot)}"


def _geen_teams(stand: Knopstand) -> str:
    return "" if stand.teams else "U ziet geen team waarvan u het aanbod mag proberen."


# Inhuur


def _lees_inhuur(stand: Knopstand, invoer: Invoer) -> Gelezen:
    team, fte = stand.kies_team(invoer), lees.fte(invoer, "fte")
    van, tot = lees.venster(invoer)
    tarief = None
    begrepen = [_fte_begrepen(fte, van, tot)]
    if lees.tekst(invoer, "tarief"):
        tarief = lees.bedrag(invoer, "tarief", "het tarief")
        begrepen.append(f"{euro_precies(tarief)} per uur")
    programma = stand.kies_programma(invoer) if lees.tekst(invoer, "programma") else None
    if programma is not None and tarief is None:
        raise VeldError("tarief", "Vul het tarief in.", "Anders kost het het programma niets.")
    return Gelezen(
        wijziging=w.Inhuur(
            team=team, fte=fte, van=van, tot=tot, tarief_cent=tarief, programma=programma
        ),
        begrepen=tuple(begrepen),
    )


def _velden_inhuur(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    return (
        keuzeveld(invoer, "team", "Team", stand.teams),
        tekstveld(invoer, "fte", "Fte", "0,5 is een halve werkweek."),
        *_venster_velden(stand, invoer),
        tekstveld(invoer, "tarief", "Tarief per uur (mag leeg)", "Een bedrag als 95 of 95,50."),
        keuzeveld(invoer, "programma", "Betaald uit", GEEN_PROGRAMMA | stand.programmas),
    )


def _terug_inhuur(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.Inhuur):
        return {}
    tarief = wijziging.tarief_cent
    return {
        "team": wijziging.team,
        "fte": lees.schrijf(wijziging.fte),
        **_terug_venster(wijziging.van, wijziging.tot),
        "tarief": "" if tarief is None else lees.schrijf(Decimal(tarief) / 100),
        "programma": wijziging.programma or "",
    }


# Vacature and lending


def _vacatures(stand: Knopstand) -> dict[str, str]:
    """The visible teams with open vacatures in the planning period."""
    van, tot = stand.na.horizon.van, stand.na.horizon.tot
    met = {
        r.team
        for r in stand.plan.capaciteit
        if r.soort is CapaciteitSoort.VACATURE and r.van <= tot and van <= r.tot
    }
    return {code: naam for code, naam in stand.teams.items() if code in met}


def _geen_vacatures(stand: Knopstand) -> str:
    return "" if _vacatures(stand) else "Geen team heeft in deze planperiode een open vacature."


def _lees_vacature(stand: Knopstand, invoer: Invoer) -> Gelezen:
    team, fte = stand.kies_team(invoer), lees.fte(invoer, "fte")
    van, tot = lees.venster(invoer)
    return Gelezen(
        wijziging=w.VulVacature(team=team, fte=fte, van=van, tot=tot),
        begrepen=(_fte_begrepen(fte, van, tot),),
    )


def _velden_vacature(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    return (
        keuzeveld(invoer, "team", "Team", _vacatures(stand)),
        tekstveld(invoer, "fte", "Fte", "Niet meer dan het team aan open vacatures heeft."),
        *_venster_velden(stand, invoer),
    )


def _terug_vacature(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.VulVacature):
        return {}
    venster = _terug_venster(wijziging.van, wijziging.tot)
    return {"team": wijziging.team, "fte": lees.schrijf(wijziging.fte), **venster}


def _lees_uitlenen(stand: Knopstand, invoer: Invoer) -> Gelezen:
    team, naar = stand.kies_team(invoer), stand.kies_team(invoer, "naar_team")
    if team == naar:
        raise VeldError("naar_team", "Een team leent niet aan zichzelf.", "Kies een ander team.")
    fte = lees.fte(invoer, "fte")
    van, tot = lees.venster(invoer)
    return Gelezen(
        wijziging=w.Uitlenen(team=team, naar_team=naar, fte=fte, van=van, tot=tot),
        begrepen=(_fte_begrepen(fte, van, tot),),
    )


def _velden_uitlenen(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    return (
        keuzeveld(invoer, "team", "Van team", stand.teams),
        keuzeveld(invoer, "naar_team", "Naar team", stand.teams),
        tekstveld(invoer, "fte", "Fte", "Het ene team heeft dit minder, het andere meer."),
        *_venster_velden(stand, invoer),
    )


def _terug_uitlenen(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.Uitlenen):
        return {}
    return {
        "team": wijziging.team,
        "naar_team": wijziging.naar_team,
        "fte": lees.schrijf(wijziging.fte),
        **_terug_venster(wijziging.van, wijziging.tot),
    }


# Norms


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
            stand.na, w.NormWijziging(jaar=jaar, veld=veld, nieuw=nieuw, team=team)
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


# Budget


def _lees_budget(stand: Knopstand, invoer: Invoer) -> Gelezen:
    programma = stand.kies_programma(invoer)
    jaar = lees.heel(invoer, "jaar", "het jaar", minstens=1900)
    if jaar not in stand.na.horizon.jaren:
        raise VeldError("jaar", f"Het jaar {jaar} hoort niet bij deze planperiode.")
    nieuw = lees.bedrag(invoer, "bedrag", "het bedrag") if lees.tekst(invoer, "bedrag") else None
    nu = beschikbaar_cent(stand.plan, programma, jaar)
    woorden = ["niet begrensd" if cent is None else notatie.euro(cent) for cent in (nu, nieuw)]
    return Gelezen(
        wijziging=met_oude_waarde(
            stand.na, w.BudgetWijziging(programma=programma, jaar=jaar, nieuw_cent=nieuw)
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
    Knop.INHUUR: Knopdeel(
        titel="Inhuur",
        uitleg="Het team krijgt tijdelijk mensen erbij; u ziet eerst wat dat kost.",
        velden=_velden_inhuur,
        lees=_lees_inhuur,
        terug=_terug_inhuur,
        waarom_niet=_geen_teams,
    ),
    Knop.VACATURE: Knopdeel(
        titel="Vul een vacature",
        uitleg="Een open plek in het team wordt gevuld.",
        velden=_velden_vacature,
        lees=_lees_vacature,
        terug=_terug_vacature,
        waarom_niet=_geen_vacatures,
    ),
    Knop.UITLENEN: Knopdeel(
        titel="Leen uit",
        uitleg="Een team werkt een tijd voor een ander team, elk met zijn eigen normen.",
        velden=_velden_uitlenen,
        lees=_lees_uitlenen,
        terug=_terug_uitlenen,
        waarom_niet=_geen_teams,
    ),
    Knop.NORM: Knopdeel(
        titel="Norm",
        uitleg="Ruimte, verzuim, indirecte tijd, verlof of voltijd, van alle teams of van een.",
        velden=_velden_norm,
        lees=_lees_norm,
        terug=_terug_norm,
        waarom_niet=_geen_teams,
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
"""Supply and money."""
