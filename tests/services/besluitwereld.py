"""A small organisation with two domains that share team T2, and the people who decide about it.

In 2027 T2 has 1 fte (about 1,375 hours). In order S3 (sociaal, 800 hours), S1 (900) and S2 (700,
both ruimtelijk) ask it: moving S2 to the front takes hours from S3 and S1.
"""

from __future__ import annotations

from decimal import Decimal

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.levering import Mutatie, Rij
from sturing.domain.wie import RechtRol, Wie
from tests.services.besluitproef import persoon
from tests.services.conftest import LEEG, rijen

S1, S2, S3, R1, W1 = (OpdrachtCode(code) for code in ("S1", "S2", "S3", "R1", "W1"))
VOORAAN = w.Rang(opdracht=S2, oude_plaats=4, plaats=2, onder=None)

SM: Wie = persoon("sm", RechtRol.STRATEGISCH_MANAGER, "ruimtelijk", persoon=PersoonCode("SM"))
SS: Wie = persoon("ss", RechtRol.STRATEGISCH_MANAGER, "sociaal", persoon=PersoonCode("SS"))
DIR: Wie = persoon("dir", RechtRol.DIRECTIE, persoon=PersoonCode("DIR"))
PV3: Wie = persoon("pv3", RechtRol.PROCESVERANTWOORDELIJKE, teams=frozenset({TeamCode("T3")}))
CON: Wie = persoon("con", RechtRol.CONTROLLER)
MEDEWERKER: Wie = persoon("med", RechtRol.MEDEWERKER, teams=frozenset({TeamCode("T1")}))


def wereld() -> list[Mutatie]:
    """The rows as new rows."""
    gegeven = rijen()
    personen: list[Rij] = [
        *gegeven["Personen"],
        LEEG["Personen"]
        | {
            "persoon": "SS",
            "naam": "SM sociaal",
            "rol": "strategisch manager",
            "domein": "sociaal",
        },
        LEEG["Personen"] | {"persoon": "DIR", "naam": "Directeur", "rol": "directie"},
        LEEG["Personen"] | {"persoon": "WET", "naam": "Wethouder", "rol": "portefeuillehouder"},
    ]
    anders: dict[str, dict[str, object]] = {
        "S3": {"opdrachtgever": "SS", "rang": 1, "portefeuillehouders": "WET"},
        "S1": {"rang": 2, "portefeuillehouders": "WET"},
        "S2": {"rang": 3},
    }
    opdrachten = [{**rij, **anders.get(str(rij["opdracht"]), {})} for rij in gegeven["Opdrachten"]]
    inzet = [
        {**rij, "uren_honderdste": 800_00} if rij["opdracht"] == "S3" else rij
        for rij in gegeven["Inzet"]
    ]
    medewerkers = [
        {
            "medewerker": "M1",
            "uren_per_week": Decimal(36),
            "dienstverband": "vast",
            "van": None,
            "tot": None,
        }
    ]
    rollen = [
        {
            "medewerker": "M1",
            "team": "T4",
            "van": None,
            "rol": None,
            "aandeel_pct": Decimal(50),
            "tot": None,
            "volgnr": 0,
        }
    ]
    alles = {
        **gegeven,
        "Personen": personen,
        "Opdrachten": opdrachten,
        "Inzet": inzet,
        # Team T4 takes its supply from persons: no row of Capaciteit.
        "Capaciteit": [rij for rij in gegeven["Capaciteit"] if rij["team"] != "T4"],
        "Medewerkers": medewerkers,
        "Teamrollen": rollen,
    }
    return [Mutatie(blad=blad, oud=None, nieuw=rij) for blad, rs in alles.items() for rij in rs]
