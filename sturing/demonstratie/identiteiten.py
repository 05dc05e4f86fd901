"""The identities of the demonstration: functions of the made-up organisation, never persons.

Owns: who the switcher of `--demo` offers, with the rights that a beheerder would have given them,
and the moments of the demonstration. The codes are those of `bron/personen.csv`, `bron/teams.csv`
and `bron/gebieden.csv`. Must never be used outside the demonstration.
"""

from __future__ import annotations

from datetime import date

from sturing.domain.codes import GebiedCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Domein
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie

PLANJAAR = 2027
"""The year that is being planned."""
PEILDATUM = date(2026, 10, 31)
"""The data date: the last day of which spent hours are loaded."""


def _wie(account: str, naam: str, *toekenningen: Toekenning, persoon: str | None = None) -> Wie:
    return Wie(
        account=f"demo-{account}",
        naam=naam,
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=toekenningen,
        persoon=PersoonCode(persoon) if persoon else None,
    )


def _teams(*codes: str) -> frozenset[TeamCode]:
    return frozenset(TeamCode(code) for code in codes)


def _strategisch(account: str, naam: str, persoon: str, domein: Domein) -> Wie:
    recht = Toekenning(rol=RechtRol.STRATEGISCH_MANAGER, domein=domein)
    return _wie(account, naam, recht, persoon=persoon)


IDENTITEITEN: tuple[Wie, ...] = (
    _wie("directeur", "Algemeen directeur", Toekenning(rol=RechtRol.DIRECTIE), persoon="DIR"),
    _strategisch("sm-ruimtelijk", "Strategisch manager ruimtelijk", "SM-R", Domein.RUIMTELIJK),
    _strategisch("sm-sociaal", "Strategisch manager sociaal", "SM-S", Domein.SOCIAAL),
    _strategisch(
        "sm-bestuur",
        "Strategisch manager bestuur en veiligheid",
        "SM-B",
        Domein.BESTUUR_EN_VEILIGHEID,
    ),
    _wie("controller", "Controller", Toekenning(rol=RechtRol.CONTROLLER), persoon="CON"),
    _wie(
        "pv-burgerzaken",
        "Procesverantwoordelijke Burgerzaken",
        Toekenning(
            rol=RechtRol.PROCESVERANTWOORDELIJKE,
            domein=Domein.BESTUUR_EN_VEILIGHEID,
            teams=_teams("T01"),
        ),
        persoon="PV-T01",
    ),
    _wie(
        "gm-west",
        "Gebiedsmakelaar west",
        Toekenning(
            rol=RechtRol.GEBIEDSMAKELAAR,
            gebieden=frozenset(GebiedCode(code) for code in ("GRO", "WES", "WES-A", "WES-NW")),
        ),
        persoon="GM-W",
    ),
    _wie(
        "to-ruimte",
        "Teamondersteuner ruimte en mobiliteit",
        Toekenning(rol=RechtRol.TEAMONDERSTEUNER, teams=_teams("T11", "T12", "T13", "T14", "T29")),
        persoon="TO-3",
    ),
    _wie(
        "pl-woningbouw",
        "Projectleider woningbouw",
        Toekenning(rol=RechtRol.PROJECTLEIDER, domein=Domein.RUIMTELIJK),
        persoon="PL-1",
    ),
    _wie("beheerder", "Beheerder", Toekenning(rol=RechtRol.BEHEERDER)),
    _wie(
        "wethouder-wonen",
        "Wethouder wonen en ruimte",
        Toekenning(rol=RechtRol.BESTUUR),
        persoon="BO-2",
    ),
    _wie("zonder-rol", "Nieuwe collega, nog zonder rol"),
)
"""In the order in which the switcher shows them."""
