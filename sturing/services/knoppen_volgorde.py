"""The knobs of the order as a whole: weights, the order of the score, method, wettelijk eerst.

Weights are decimals; a score is their sum over the criteria.
"""

from __future__ import annotations

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.domain.plan import Gewichten
from sturing.domain.wijziging import Wijziging
from sturing.engine.oude_waarde import met_oude_waarde
from sturing.services import knopinvoer as lees
from sturing.services import notatie
from sturing.services.knopdeel import Gelezen, Knopdeel
from sturing.services.knopformulieren import keuzeveld, tekstveld
from sturing.services.knopinvoer import Invoer, VeldError
from sturing.services.knopstand import Knopstand
from sturing.services.knopvelden import Knop, Veld, Veldsoort
from sturing.services.wijzigingszinnen import CRITERIA

METHODEN = {m.value: m.value.replace("-", " ") for m in Methode}
AAN_UIT = {"aan": "Aan", "uit": "Uit"}


def _lees_gewichten(stand: Knopstand, invoer: Invoer) -> Gelezen:
    waarden = {}
    for veld, naam in CRITERIA.items():
        waarden[veld] = lees.getal(invoer, veld, f"het gewicht van {naam}")
        if waarden[veld] < 0:
            raise VeldError(veld, "Een gewicht ligt niet onder 0.", "Typ 0 of meer.")
    nieuw = Gewichten(
        maatschappelijke_waarde=waarden["maatschappelijke_waarde"],
        medewerkerswaarde=waarden["medewerkerswaarde"],
        financiele_waarde=waarden["financiele_waarde"],
    )
    oud = stand.plan.instellingen.gewichten
    delen = [f"{naam} {lees.precies(waarden[veld])}" for veld, naam in CRITERIA.items()]
    return Gelezen(
        wijziging=w.GewichtenWijziging(nieuw=nieuw, oud=oud),
        begrepen=(notatie.opsomming(delen),),
    )


def _velden_gewichten(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    nu = stand.plan.instellingen.gewichten
    return tuple(
        tekstveld(
            invoer,
            veld,
            f"{naam[0].upper()}{naam[1:]}",
            "2 telt dubbel, 0 telt niet mee.",
            lees.schrijf(getattr(nu, veld)),
        )
        for veld, naam in CRITERIA.items()
    )


def _terug_gewichten(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.GewichtenWijziging):
        return {}
    return {veld: lees.schrijf(getattr(wijziging.nieuw, veld)) for veld in CRITERIA}


def _lees_score(stand: Knopstand, invoer: Invoer) -> Gelezen:
    gekozen = lees.lijst(invoer, "opdrachten")
    onbekend = [code for code in gekozen if code not in stand.opdrachten]
    if len(gekozen) < 2 or onbekend:
        raise VeldError(
            "opdrachten", "Kies ten minste twee opdrachten.", "Zij ruilen hun plaatsen onderling."
        )
    codes = tuple(OpdrachtCode(code) for code in stand.opdrachten if code in gekozen)
    return Gelezen(
        wijziging=w.ScoreVolgorde(opdrachten=codes),
        begrepen=(f"{notatie.aantal(len(codes), 'opdracht', 'opdrachten')} op volgorde van score",),
    )


def _velden_score(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    keuzes = stand.opdracht_keuzes(lambda o: o.status.vraagt)
    gekozen = lees.lijst(invoer, "opdrachten") if "opdrachten" in invoer else ()
    return (
        Veld(
            sleutel="opdrachten",
            naam="Welke opdrachten",
            soort=Veldsoort.MEERKEUZE,
            keuzes=keuzes,
            waarde=gekozen,
            hulp="Zij ruilen hun plaatsen onderling; de andere blijven staan.",
        ),
    )


def _terug_score(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.ScoreVolgorde):
        return {}
    return {"opdrachten": tuple(str(code) for code in wijziging.opdrachten)}


def _lees_methode(stand: Knopstand, invoer: Invoer) -> Gelezen:
    gekozen = Methode(lees.keuze(invoer, "methode", tuple(METHODEN), "Kies een methode."))
    kaal = w.MethodeWijziging(nieuw=gekozen, oud=gekozen)
    return Gelezen(wijziging=met_oude_waarde(stand.na.stand, kaal))


def _velden_methode(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    nu = {"methode": stand.plan.instellingen.methode.value, **invoer}
    return (keuzeveld(nu, "methode", "Methode", METHODEN),)


def _terug_methode(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.MethodeWijziging):
        return {}
    return {"methode": wijziging.nieuw.value}


def _lees_wettelijk(stand: Knopstand, invoer: Invoer) -> Gelezen:
    aan = lees.keuze(invoer, "wettelijk", tuple(AAN_UIT), "Kies aan of uit.") == "aan"
    return Gelezen(wijziging=met_oude_waarde(stand.na.stand, w.WettelijkEerst(nieuw=aan, oud=aan)))


def _velden_wettelijk(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    nu = {"wettelijk": "aan" if stand.plan.instellingen.wettelijk_eerst else "uit", **invoer}
    return (keuzeveld(nu, "wettelijk", "Wettelijk eerst", AAN_UIT),)


def _terug_wettelijk(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.WettelijkEerst):
        return {}
    return {"wettelijk": "aan" if wijziging.nieuw else "uit"}


DELEN = {
    Knop.GEWICHTEN: Knopdeel(
        titel="Gewichten van de criteria",
        uitleg="De score telt de criteria op, elk maal zijn gewicht. Zij ordent alleen wat geen "
        "rang heeft.",
        velden=_velden_gewichten,
        lees=_lees_gewichten,
        terug=_terug_gewichten,
    ),
    Knop.SCORE: Knopdeel(
        titel="Neem de volgorde van de score over",
        uitleg="De gekozen opdrachten ruilen hun plaatsen: de hoogste score komt vooraan.",
        velden=_velden_score,
        lees=_lees_score,
        terug=_terug_score,
    ),
    Knop.METHODE: Knopdeel(
        titel="Methode",
        uitleg="Hoe de uren langs de volgorde worden verdeeld.",
        velden=_velden_methode,
        lees=_lees_methode,
        terug=_terug_methode,
    ),
    Knop.WETTELIJK: Knopdeel(
        titel="Wettelijk eerst",
        uitleg="Aan: wettelijk werk staat vooraan en krijgt het eerst uren.",
        velden=_velden_wettelijk,
        lees=_lees_wettelijk,
        terug=_terug_wettelijk,
    ),
}
"""The order as a whole."""
