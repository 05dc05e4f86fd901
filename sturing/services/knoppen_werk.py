"""The knobs of what an opdracht asks and when: window, ambition, hours of one team.

Hours are hundredths, shifts whole months.
"""

from __future__ import annotations

from decimal import Decimal

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.wijziging import Wijziging
from sturing.engine.feiten import periode_van, schuif_dag
from sturing.engine.oude_waarde import gevraagde_uren, met_oude_waarde
from sturing.services import knopinvoer as lees
from sturing.services import notatie
from sturing.services.knopdeel import Gelezen, Knopdeel
from sturing.services.knopformulieren import (
    alleen_opdracht,
    keuzeveld,
    tekstveld,
    vraagt_veld,
)
from sturing.services.knopinvoer import Invoer, VeldError
from sturing.services.knopstand import Knopstand
from sturing.services.knopvelden import JA, Knop, Veld, Veldsoort, Vondst
from sturing.services.passend import eerste_passende_maand
from sturing.services.wijzigingszinnen import periode


def _lees_verschuif(stand: Knopstand, invoer: Invoer) -> Gelezen:
    opdracht = stand.kies_opdracht(invoer)
    maanden = lees.heel(invoer, "maanden", "het aantal maanden")
    kaal = w.Verschuif(opdracht=opdracht.opdracht, maanden=maanden)
    nieuw = _venster(stand, opdracht.opdracht, maanden)
    richting = "later" if maanden > 0 else "eerder"
    aantal = notatie.aantal(abs(maanden), "maand", "maanden")
    return Gelezen(
        wijziging=met_oude_waarde(stand.na.stand, kaal),
        begrepen=(f"{aantal} {richting}: {_venster(stand, opdracht.opdracht, 0)} → {nieuw}",)
        if maanden
        else (),
    )


def _venster(stand: Knopstand, code: OpdrachtCode, maanden: int) -> str:
    """The months of an opdracht and its Inzet after a shift."""
    opdracht = stand.opdrachten[code]
    rijen = (r for r in stand.plan.inzet if r.opdracht == code)
    van, tot = periode_van(opdracht, rijen)
    return periode(*(schuif_dag(dag, maanden) if dag else None for dag in (van, tot)))


def _velden_verschuif(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    hulp = "3 is drie maanden later, −2 is twee maanden eerder."
    return (vraagt_veld(stand, invoer), tekstveld(invoer, "maanden", "Aantal maanden", hulp))


def _zoek_maand(stand: Knopstand, invoer: Invoer) -> Vondst:
    code = stand.kies_opdracht(invoer).opdracht
    gevonden = eerste_passende_maand(stand.na, code, stand.namen)
    if gevonden.waarde is None:
        return Vondst(tekst=gevonden.waarom_niet)
    if gevonden.waarde == 0:
        return Vondst(tekst="Zij past al zonder te schuiven.")
    venster = _venster(stand, code, gevonden.waarde)
    return Vondst(
        tekst=f"Zij past voor het eerst in {venster}.",
        veld="maanden",
        waarde=str(gevonden.waarde),
    )


def _lees_ambitie(stand: Knopstand, invoer: Invoer) -> Gelezen:
    opdracht = stand.kies_opdracht(invoer)
    procent = lees.procent(invoer, "procent", "het percentage")
    ook_euro = lees.tekst(invoer, "ook_euro") == JA
    ambitie = w.Ambitie(
        opdracht=opdracht.opdracht, factor=procent / Decimal(100), ook_euro=ook_euro
    )
    oud = gevraagde_uren(stand.plan, opdracht.opdracht)
    if not oud and not (ook_euro and opdracht.budget_cent):
        raise VeldError("opdracht", f"{opdracht.kort} vraagt geen uren.")
    nieuw = int(oud * procent / 100)
    begrepen = f"{lees.precies(procent)}% van {notatie.uren_met_eenheid(oud)}"
    return Gelezen(
        wijziging=met_oude_waarde(stand.na.stand, ambitie),
        begrepen=(f"{begrepen} is ongeveer {notatie.uren_met_eenheid(nieuw)}",),
    )


def _velden_ambitie(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    return (
        vraagt_veld(stand, invoer),
        tekstveld(invoer, "procent", "Percentage van de uren", "80 is vier vijfde, 120 is meer."),
        Veld(
            sleutel="ook_euro",
            naam="Ook de euro's",
            soort=Veldsoort.JA_NEE,
            waarde=lees.tekst(invoer, "ook_euro"),
        ),
    )


def _terug_ambitie(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.Ambitie):
        return {}
    return {
        "opdracht": wijziging.opdracht,
        "procent": lees.schrijf(wijziging.factor * 100),
        "ook_euro": JA if wijziging.ook_euro else "",
    }


def _lees_uren(stand: Knopstand, invoer: Invoer) -> Gelezen:
    opdracht, team = stand.kies_opdracht(invoer), stand.kies_team(invoer)
    uren = lees.uren(invoer, "uren", "het aantal uren")
    oud = gevraagde_uren(stand.plan, opdracht.opdracht, team)
    inzet = w.InzetWijziging(opdracht=opdracht.opdracht, team=team, uren_honderdste=uren)
    nieuw = max(0, oud + uren)
    naam = stand.namen.team(team)
    return Gelezen(
        wijziging=met_oude_waarde(stand.na.stand, inzet),
        begrepen=(
            f"{notatie.uren(uren, teken=True)} uur van {naam}: "
            f"{notatie.uren(oud)} → {notatie.uren_met_eenheid(nieuw)} over de hele periode",
        ),
    )


def _velden_uren(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    return (
        vraagt_veld(stand, invoer),
        keuzeveld(invoer, "team", "Team", stand.teams),
        tekstveld(invoer, "uren", "Uren erbij of eraf", "120 vraagt meer, −40 vraagt minder."),
    )


def _terug_uren(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.InzetWijziging):
        return {}
    return {
        "opdracht": wijziging.opdracht,
        "team": wijziging.team,
        "uren": lees.schrijf(Decimal(wijziging.uren_honderdste) / 100),
    }


def _terug_verschuif(wijziging: Wijziging) -> Invoer:
    maanden = getattr(wijziging, "maanden", "")
    return {**alleen_opdracht(wijziging), "maanden": str(maanden).replace("-", "−")}


DELEN = {
    Knop.VERSCHUIF: Knopdeel(
        titel="Verschuif",
        uitleg="De periode van de opdracht en al haar uren schuiven hele maanden op, binnen de "
        "planperiode en niet voor de maand van de peildatum.",
        velden=_velden_verschuif,
        lees=_lees_verschuif,
        terug=_terug_verschuif,
        zoektekst="Zoek de eerste maand waarin zij past",
        zoek=_zoek_maand,
    ),
    Knop.AMBITIE: Knopdeel(
        titel="Ambitie",
        uitleg="De opdracht vraagt van elk team een deel van de uren, of juist meer.",
        velden=_velden_ambitie,
        lees=_lees_ambitie,
        terug=_terug_ambitie,
    ),
    Knop.UREN: Knopdeel(
        titel="Uren van een team",
        uitleg="De opdracht vraagt van één team meer of minder uren.",
        velden=_velden_uren,
        lees=_lees_uren,
        terug=_terug_uren,
    ),
}
"""Window, ambition and hours."""
