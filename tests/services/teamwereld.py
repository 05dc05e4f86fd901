"""The small organisation of conftest.py with teamplannen, people and a second domain.

T1 to T3 are ruimtelijk, T4 is sociaal. T1 has a plan of two lines: S1 (which needs T2, and T2 has
hours on it) and R1 (needs T4, which plans nothing). T4 has no plan. `te_klein()` gives T4 its hours
from three persons instead of from Capaciteit.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sturing.domain.codes import TeamCode
from sturing.domain.levering import Rij
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from tests.services.conftest import rijen

_PLAN = dict.fromkeys(
    ["opgave", "kwaliteit", "opdracht", "doel", "nodig_van_team", "nodig_van_partner", "status"]
)


def _regel(team: str, nummer: int, resultaat: str, **velden: object) -> Rij:
    return {"team": team, "jaar": 2027, "regel": nummer, "resultaat": resultaat, **_PLAN} | velden


def organisatie() -> dict[str, list[Rij]]:
    """The rows as a levering stores them."""
    gegeven = rijen()
    for team in gegeven["Teams"]:
        team["domein"] = "sociaal" if team["team"] == "T4" else "ruimtelijk"
        team["zelforganisatie"], team["begeleiding"] = 3, "coachend"
    gegeven["Teamplannen"] = [
        _regel(
            "T1",
            1,
            "Een plan voor Spoorzone",
            opgave="Wonen",
            opdracht="S1",
            nodig_van_team="T2",
            nodig_van_partner="provincie",
        ),
        _regel("T1", 2, "Groen op orde", opdracht="R1", nodig_van_team="T4"),
        _regel("T2", 1, "Ontwerp klaar", opdracht="S2", nodig_van_team="T1"),
    ]
    return gegeven


def te_klein() -> dict[str, list[Rij]]:
    """T4 has three persons and no row of Capaciteit."""
    gegeven = organisatie()
    gegeven["Capaciteit"] = [r for r in gegeven["Capaciteit"] if r["team"] != "T4"]
    codes = [f"M{n}" for n in range(3)]
    gegeven["Medewerkers"] = [
        {
            "medewerker": code,
            "uren_per_week": Decimal(36),
            "dienstverband": None,
            "van": None,
            "tot": None,
        }
        for code in codes
    ]
    gegeven["Teamrollen"] = [
        {
            "medewerker": code,
            "team": "T4",
            "van": date(2026, 1, 1),
            "rol": None,
            "aandeel_pct": Decimal(50),
            "tot": None,
            "volgnr": 0,
        }
        for code in codes
    ]
    return gegeven


def wie(rol: RechtRol, *, domein: str | None = None, teams: str = "") -> Wie:
    """An account with one role, for the domain or the teams (`T1 T2`) given."""
    return Wie(
        account=f"{rol}-{domein}-{teams}",
        naam=f"Iemand met {rol}",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(
            Toekenning(
                rol=rol,
                domein=domein,  # type: ignore[arg-type]
                teams=frozenset(TeamCode(code) for code in teams.split()),
            ),
        ),
    )


DIRECTIE = wie(RechtRol.DIRECTIE)
MANAGER = wie(RechtRol.STRATEGISCH_MANAGER, domein="ruimtelijk")
ONDERSTEUNER = wie(RechtRol.TEAMONDERSTEUNER, teams="T1")
TWEE_TEAMS = wie(RechtRol.TEAMONDERSTEUNER, teams="T2 T4")
MEDEWERKER = wie(RechtRol.MEDEWERKER, teams="T1")
PROCES = wie(RechtRol.PROCESVERANTWOORDELIJKE, domein="ruimtelijk", teams="T2")
BESTUUR = wie(RechtRol.BESTUUR)
BEHEERDER = wie(RechtRol.BEHEERDER)
