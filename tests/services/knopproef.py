"""A richer organisation for the knobs: programmes with money, open vacatures, and windows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sturing.services import knoppen
from sturing.services import prioriteiten as p
from sturing.services.beelden import Bordbeeld
from sturing.services.concept import Verplaatsing
from sturing.services.knopvelden import Knop, Proef
from sturing.services.omgeving import LOKAAL, Omgeving

from .conftest import JAAR, LEEG, omgeving_met, rijen

VENSTER = {"van": date(2027, 3, 1), "tot": date(2027, 6, 30)}
VENSTERS = {"S3": VENSTER, "S2": {"van": date(2027, 1, 1), "tot": date(2027, 6, 30)}}
WAARDE = {"R1": Decimal(5), "S2": Decimal(4)}


def knoporganisatie() -> Omgeving:
    """As the small organisation. S3 runs March to June and S2 works until June; T2 has a vacature,
    and the programme of S3 may spend 100.000 euros."""
    gegeven = rijen()
    gegeven["Opdrachten"] = [
        r | VENSTER | {"programma": "PR", "budget_cent": 60_000_00}
        if r["opdracht"] == "S3"
        else r | {"maatschappelijke_waarde": WAARDE.get(str(r["opdracht"]), Decimal(1))}
        for r in gegeven["Opdrachten"]
    ]
    gegeven["Inzet"] = [r | VENSTERS.get(str(r["opdracht"]), {}) for r in gegeven["Inzet"]]
    gegeven["Capaciteit"].append(
        LEEG["Capaciteit"] | JAAR | {"team": "T2", "soort": "vacature", "fte": Decimal("0.5")}
    )
    gegeven["Programmas"] = [{"programma": "PR", "naam": "Wonen", "portefeuillehouder": None}]
    gegeven["Begroting"] = [
        {
            "programma": "PR",
            "jaar": 2027,
            "taakveld": "",
            "lasten_cent": 0,
            "baten_cent": None,
            "beschikbaar_cent": 100_000_00,
        }
    ]
    return omgeving_met(gegeven)


def bord(omgeving: Omgeving) -> Bordbeeld:
    """The board of the local user."""
    beeld = p.bord(omgeving, LOKAAL)
    assert isinstance(beeld, Bordbeeld)
    return beeld


def bekijk(omgeving: Omgeving, knop: Knop, **invoer: str | tuple[str, ...]) -> Proef:
    """What a filled form would do."""
    return knoppen.bekijk(omgeving, LOKAAL, knop, invoer)


def doe(
    omgeving: Omgeving, knop: Knop, *, regel: int | None = None, **invoer: str | tuple[str, ...]
) -> Verplaatsing:
    """Add a filled form to the draft of the local user."""
    return knoppen.voeg_toe(omgeving, LOKAAL, None, knop, invoer, regel=regel)


def zinnen(omgeving: Omgeving) -> list[str]:
    """The lines of the draft as the list shows them, with plain spaces."""
    return [x.tekst.replace("\u00a0", " ") for x in bord(omgeving).wijzigingen]


def leeg_concept(omgeving: Omgeving) -> None:
    """The local user sees the plan in force again."""
    p.terug_naar_plan(omgeving, LOKAAL, bord(omgeving).versie)
