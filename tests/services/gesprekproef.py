"""The small organisation with a directie and a steering procesverantwoordelijke, and who acts."""

from __future__ import annotations

from sturing.domain.codes import MedewerkerCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Domein
from sturing.domain.samenspel import Richting
from sturing.domain.tijd import Maand
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.services.melden import Knelpunt, Wens, meld_knelpunt, stel_voor
from sturing.services.omgeving import Omgeving

from .conftest import LEEG, omgeving_met, rijen

VAN, TOT = Maand(2027, 3), Maand(2027, 6)


def wie(
    account: str,
    rol: RechtRol | None,
    *teams: str,
    persoon: str | None = None,
    domein: Domein | None = Domein.RUIMTELIJK,
) -> Wie:
    """An account with one role, or none."""
    rechten = (
        ()
        if rol is None
        else (Toekenning(rol=rol, domein=domein, teams=frozenset(map(TeamCode, teams))),)
    )
    return Wie(
        account=account,
        naam=account.capitalize(),
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=rechten,
        persoon=PersoonCode(persoon) if persoon else None,
        medewerker=MedewerkerCode("M1"),
    )


SM = wie("manager", RechtRol.STRATEGISCH_MANAGER, persoon="SM")
SM_SOCIAAL = wie("sociaal", RechtRol.STRATEGISCH_MANAGER, persoon="SM-S", domein=Domein.SOCIAAL)
PV = wie("proces", RechtRol.PROCESVERANTWOORDELIJKE, "T1", persoon="PV")
ONDERSTEUNER = wie("ondersteuner", RechtRol.TEAMONDERSTEUNER, "T2")
ANDER_TEAM = wie("ander", RechtRol.TEAMONDERSTEUNER, "T1")
COLLEGA = wie("collega", RechtRol.MEDEWERKER, "T2")
DELEGATE = wie("projectleider", RechtRol.PROJECTLEIDER, persoon="PL")
DIRECTIE = wie("directeur", RechtRol.DIRECTIE)
CONTROLLER = wie("controller", RechtRol.CONTROLLER)
BESTUUR = wie("wethouder", RechtRol.BESTUUR, persoon="BO")
BEHEERDER = wie("beheerder", RechtRol.BEHEERDER)
NIEMAND = wie("niemand", None)
ALLEN = (
    SM,
    SM_SOCIAAL,
    PV,
    ONDERSTEUNER,
    ANDER_TEAM,
    COLLEGA,
    DELEGATE,
    DIRECTIE,
    CONTROLLER,
    BESTUUR,
    BEHEERDER,
    NIEMAND,
)


def organisatie() -> Omgeving:
    """S3 is delegated to PL, W1 is steered by PV, R2 and X1 by nobody; BO is portefeuillehouder of
    S2. X1 asks T2 only and is carried out by no team, so it has no domain."""
    gegeven = rijen()
    gegeven["Personen"] = [r | {"domein": "ruimtelijk"} for r in gegeven["Personen"]] + [
        LEEG["Personen"] | {"persoon": p, "naam": naam, "rol": rol, "domein": domein}
        for p, naam, rol, domein in (
            ("SM-S", "Strategisch manager sociaal domein", "strategisch manager", "sociaal"),
            ("PL", "Projectleider woningbouw", "projectleider", "ruimtelijk"),
            ("DIR", "Algemeen directeur", "directie", "directie"),
            ("BO", "Wethouder wonen", "portefeuillehouder", None),
        )
    ]
    delen = {
        "S2": {"portefeuillehouders": "BO"},
        "S3": {"gedelegeerd_aan": "PL", "voortgang": "aandacht", "kwaliteit": "goed"},
        "R2": {"opdrachtnemer": "T3"},
    }
    gegeven["Opdrachten"] = [r | delen.get(r["opdracht"], {}) for r in gegeven["Opdrachten"]] + [
        gegeven["Opdrachten"][1]
        | {"opdracht": "X1", "naam": "Zonder iemand", "rang": 9, "opdrachtgever": None}
    ]
    gegeven["Inzet"] = [
        *gegeven["Inzet"],
        gegeven["Inzet"][1] | {"opdracht": "X1", "team": "T2", "uren_honderdste": 10_00},
    ]
    return omgeving_met(gegeven)


def knelpunt(
    omgeving: Omgeving, opdracht: str | None = "S2", door: Wie = ONDERSTEUNER, team: str = "T2"
) -> int:
    """Raise a bottleneck of `team`; gives its number."""
    wat = Knelpunt(
        team=TeamCode(team),
        opdracht=OpdrachtCode(opdracht) if opdracht else None,
        van=VAN,
        tot=TOT,
        uren_honderdste=225_00,
    )
    return meld_knelpunt(omgeving, door, wat, "Wij redden dit niet.").nummer


def voorstel(
    omgeving: Omgeving,
    opdracht: str = "S3",
    richting: Richting = Richting.HOGER,
    plaats: int | None = None,
    door: Wie = ONDERSTEUNER,
) -> int:
    """Propose another place; gives the number of the signal."""
    wens = Wens(opdracht=OpdrachtCode(opdracht), richting=richting, plaats=plaats)
    return stel_voor(omgeving, door, wens, "Dit kan niet wachten.").nummer
