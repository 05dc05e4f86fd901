"""A field of a plan in words: what it is about, how it is called, and its value. No calculation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sturing.domain.plan import Gewichten
from sturing.domain.sleutel import INSTELLING, Veld
from sturing.services import notatie
from sturing.services.namen import Namen

VELDEN: Mapping[str, str] = {
    "plaats": "plaats",
    "status": "status",
    "periode": "periode",
    "uren": "gevraagde uren",
    "euro": "budget",
    "opdrachtgever": "opdrachtgever",
    "delegatie": "gedelegeerd aan",
    "aanbod": "netto uren",
    "norm": "norm",
    "budget": "beschikbaar",
}
_NIET_VAN_OPDRACHT = (INSTELLING, "aanbod", "norm", "budget")
INSTELLINGEN = {
    "methode": "methode",
    "wettelijk_eerst": "wettelijk eerst",
    "gewichten": "gewichten van de criteria",
}


def onderwerp(veld: Veld, namen: Namen) -> str:
    """The opdracht, team or programma that the field is of."""
    soort, *codes = veld
    match soort:
        case "instelling":
            return "Het hele plan"
        case "aanbod":
            return namen.team(codes[0])
        case "norm":
            return namen.team(codes[2]) if codes[2] else "Alle teams"
        case "budget":
            programma = namen.programmas.get(codes[0])
            return programma.naam if programma else codes[0]
        case "uren" if len(codes) > 1:
            return f"{namen.opdracht(codes[0])}, {namen.team(codes[1])}"
        case _:
            return namen.opdracht(codes[0])


def veldnaam(veld: Veld) -> str:
    """How the field is called."""
    soort, *codes = veld
    if soort == INSTELLING:
        return INSTELLINGEN[codes[0]]
    if soort == "norm":
        return f"{codes[1].removesuffix('_pct').replace('_', ' ')} {codes[0]}"
    return f"{VELDEN[soort]} {codes[1]}" if soort == "budget" else VELDEN[soort]


def waardezin(veld: Veld, waarde: object, namen: Namen) -> str:
    """The value as a screen shows it; nothing is an en dash, as is what is of an opdracht that the
    reader may not see."""
    if veld[0] not in _NIET_VAN_OPDRACHT and namen.verbergt(veld[1]):
        return notatie.ONBEKEND
    match waarde:
        case None:
            return "niemand" if veld[0] in ("opdrachtgever", "delegatie") else notatie.ONBEKEND
        case bool():
            return "aan" if waarde else "uit"
        case int() if veld[0] in ("uren", "aanbod"):
            return notatie.uren_met_eenheid(waarde)
        case int() if veld[0] in ("euro", "budget"):
            return notatie.euro(waarde)
        case Decimal():
            return notatie.getal(waarde, 1)
        case (van, tot):
            return f"{_dag(van)} t/m {_dag(tot)}"
        case Gewichten():
            delen = (
                waarde.maatschappelijke_waarde,
                waarde.medewerkerswaarde,
                waarde.financiele_waarde,
            )
            return " / ".join(notatie.getal(deel, 1) for deel in delen)
        case _ if veld[0] in ("opdrachtgever", "delegatie"):
            return namen.persoon(str(waarde))
        case _:
            return str(getattr(waarde, "value", waarde)).replace("-", " ")


def _dag(dag: object) -> str:
    return notatie.datum(dag) if isinstance(dag, date) else notatie.ONBEKEND
