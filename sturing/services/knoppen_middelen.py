"""The knobs of the supply of a team: inhuur, filling a vacature, lending to another team.

Fte are decimals, rates cents per net hour.
"""

from __future__ import annotations

from decimal import Decimal

from sturing.domain import wijziging as w
from sturing.domain.codes import ProgrammaCode
from sturing.domain.keuzes import CapaciteitSoort
from sturing.domain.tijd import Maand
from sturing.domain.wijziging import Wijziging
from sturing.services import knopinvoer as lees
from sturing.services.knopdeel import Gelezen, Knopdeel
from sturing.services.knopformulieren import keuzeveld, tekstveld
from sturing.services.knopinvoer import Invoer, VeldError
from sturing.services.knopstand import Knopstand
from sturing.services.knopvelden import Knop, Veld
from sturing.services.wijzigingszinnen import euro_precies, maandperiode

GEEN = "(geen)"
GEEN_PROGRAMMA = {GEEN: "Geen programma: de euro's tellen nergens mee"}
"""An answer of its own: inhuur is never free because a field was passed over."""
KIES_BETALER = "Kies wie betaalt"
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
    betaler = lees.keuze(invoer, "programma", (GEEN, *stand.programmas), f"{KIES_BETALER}.")
    programma = None if betaler == GEEN else ProgrammaCode(betaler)
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
        keuzeveld(
            invoer, "programma", "Betaald uit", stand.programmas | GEEN_PROGRAMMA, KIES_BETALER
        ),
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
        "programma": wijziging.programma or GEEN,
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
}
"""Supply."""
