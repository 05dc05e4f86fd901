"""What the functions of the demonstration said to each other: made up, through the services.

Owns the signals, the question and the seen teamplannen with which a demonstration begins, so that
its screens are not empty. Must never be used outside the demonstration.
"""

from __future__ import annotations

from typing import Final

from sturing.demonstratie.identiteiten import PLANJAAR
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.gezien import planversie
from sturing.domain.samenspel import Richting
from sturing.services import signaalformulier, teamsignalen, voorleggen
from sturing.services.melden import Wens, stel_voor
from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.teamplangezien import leg_vast, planregels

BURGERZAKEN: Final = "T01"
MOBILITEIT: Final = "T13"
PROJECTEN: Final = "T14"
NOBELKWARTIER: Final = "O003"
LEYENSETUIN: Final = "O004"
FUNDAMENT: Final = "T30"
SLUIPVERKEER: Final = "O094"


def vul_gesprekken(omgeving: Omgeving) -> None:
    """Three signals, one of them answered; one opdracht laid before a strategisch manager; three
    teamplannen that were seen."""
    ondersteuner = wie_van(omgeving, "demo-to-ruimte")
    _meld(
        omgeving,
        ondersteuner.account,
        PROJECTEN,
        NOBELKWARTIER,
        "Twee projectleiders zitten tot de zomer vol met Spoorzone. Kan Nobelkwartier later "
        "verder, of komt er inhuur?",
    )
    wens = Wens(
        opdracht=OpdrachtCode(SLUIPVERKEER), richting=Richting.HOGER, team=TeamCode(MOBILITEIT)
    )
    stel_voor(
        omgeving,
        ondersteuner,
        wens,
        "Het gaat om weinig uren, en het dorp vraagt er al twee jaar om.",
    )
    nummer = _meld(
        omgeving,
        "demo-pv-burgerzaken",
        BURGERZAKEN,
        signaalformulier.ZONDER_OPDRACHT,
        "Rond de verkiezingen kunnen wij de balie niet elke dag bezetten.",
        ("2027-02", "2027-03"),
    )
    teamsignalen.antwoord(
        omgeving,
        wie_van(omgeving, "demo-sm-bestuur"),
        nummer,
        "Ik vraag Klantcontact om in die weken twee dagen te helpen. Ik kom er in mei op terug.",
        gezien=1,
    )
    voorleggen.leg_voor(
        omgeving,
        wie_van(omgeving, "demo-pl-woningbouw"),
        LEYENSETUIN,
        "De ontwikkelaar wil voor 1 maart weten of wij doorgaan. Mag ik dat toezeggen, ook al "
        "past het niet in de uren van Projecten fysiek?",
    )
    for account, team, opmerking in (
        ("demo-sm-bestuur", BURGERZAKEN, "Sluit aan bij het dienstverleningsdoel van het college."),
        ("demo-sm-ruimtelijk", MOBILITEIT, ""),
        (
            "demo-directeur",
            FUNDAMENT,
            "Eén regel is weinig voor dit programma: kan het team de resultaten per kwartaal "
            "uitschrijven?",
        ),
    ):
        _bekijk_teamplan(omgeving, account, team, opmerking)


def _bekijk_teamplan(omgeving: Omgeving, account: str, team: str, opmerking: str) -> None:
    code = TeamCode(team)
    versie = planversie(planregels(omgeving.basis(), code, PLANJAAR))
    leg_vast(omgeving, wie_van(omgeving, account), code, PLANJAAR, opmerking, versie)


def _meld(
    omgeving: Omgeving,
    account: str,
    team: str,
    opdracht: str,
    tekst: str,
    maanden: tuple[str, str] = ("", ""),
) -> int:
    """A bottleneck with the hours of the calculation, and its months unless they are given."""
    wie = wie_van(omgeving, account)
    tekort = signaalformulier.tekort(omgeving, wie, team, opdracht, *maanden)
    return signaalformulier.meld(
        omgeving,
        wie,
        team=team,
        opdracht=opdracht,
        van=tekort.van,
        tot=tekort.tot,
        uren=tekort.uren,
        tekst=tekst,
    ).nummer
