"""Seeing a teamplan: a strategisch manager or the directie records it, for the version of now.

Owns the act and what may be read of it. Must never change a plan. A record says that the plan was
seen, not that it was approved; the sturingskader asks the manager to look, not to sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sturing.domain.codes import TeamCode
from sturing.domain.gezien import TeamplanGezien, planversie
from sturing.domain.werk import Teamplanregel
from sturing.domain.wie import Wie
from sturing.errors import ConflictError
from sturing.rights.mag import Actie, eis, mag, object_team
from sturing.services import notatie
from sturing.services.berichten import Uitslag, bezwaar_tegen
from sturing.services.omgeving import Basis, Omgeving
from sturing.store import teamplangezien as opgeslagen


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezienregel:
    """One time that the plan was seen; `gewijzigd` when the plan changed since."""

    wie: str
    wanneer: str
    opmerking: str
    gewijzigd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezienbeeld:
    """What is recorded about one plan, newest first. `stand` is one line; `actueel` when somebody
    saw the plan as it is now. `versie` goes back with the act, so that nobody records a plan that
    changed under his eyes; empty without a plan."""

    stand: str
    actueel: bool
    regels: tuple[Gezienregel, ...]
    mag_vastleggen: bool
    versie: str


def planregels(basis: Basis, team: TeamCode, jaar: int) -> tuple[Teamplanregel, ...]:
    """The lines of one plan, by number."""
    return plannen_van(basis, jaar).get(team, ())


def plannen_van(basis: Basis, jaar: int) -> dict[TeamCode, tuple[Teamplanregel, ...]]:
    """The lines of every plan of one year, by number."""
    per_team: dict[TeamCode, list[Teamplanregel]] = {}
    for regel in basis.plan.teamplannen:
        if regel.jaar == jaar:
            per_team.setdefault(regel.team, []).append(regel)
    return {team: tuple(sorted(regels, key=lambda r: r.regel)) for team, regels in per_team.items()}


def gezien_per_team(omgeving: Omgeving, jaar: int) -> dict[TeamCode, list[TeamplanGezien]]:
    """What was recorded of the plans of one year, oldest first; filter before showing."""
    uit: dict[TeamCode, list[TeamplanGezien]] = {}
    for gezien in opgeslagen.alle(omgeving.opslag):
        if gezien.jaar == jaar:
            uit.setdefault(gezien.team, []).append(gezien)
    return uit


def gezien_woord(regels: Sequence[Teamplanregel], gezien: Sequence[TeamplanGezien]) -> str:
    """`gezien 16-11-2026`, `gewijzigd sinds 16-11-2026`, `nog niet gezien`, or an en dash without
    a plan."""
    if not regels:
        return notatie.ONBEKEND
    nu = planversie(regels)
    actueel = [g for g in gezien if g.versie == nu]
    if actueel:
        return f"gezien {notatie.datum(notatie.dag(actueel[-1].tijdstip))}"
    if gezien:
        return f"gewijzigd sinds {notatie.datum(notatie.dag(gezien[-1].tijdstip))}"
    return "nog niet gezien"


def gezienbeeld(
    basis: Basis,
    wie: Wie,
    team: TeamCode,
    regels: Sequence[Teamplanregel],
    gezien: Sequence[TeamplanGezien],
) -> Gezienbeeld:
    """What is recorded about the plan of `team` that `wie` may read."""
    nu = planversie(regels) if regels else ""
    actueel = [g for g in gezien if g.versie == nu]
    return Gezienbeeld(
        stand=_stand(regels, gezien, actueel),
        actueel=bool(actueel),
        regels=tuple(
            Gezienregel(
                wie=g.naam,
                wanneer=notatie.datum_zin(notatie.dag(g.tijdstip)),
                opmerking=g.opmerking,
                gewijzigd=g.versie != nu,
            )
            for g in reversed(gezien)
        ),
        mag_vastleggen=bool(regels) and _mag_vastleggen(basis, wie, team),
        versie=nu,
    )


def _mag_vastleggen(basis: Basis, wie: Wie, team: TeamCode) -> bool:
    return bool(mag(wie, Actie.TEAMPLAN_ZIEN, object_team(basis.index, team)))


def _stand(
    regels: Sequence[Teamplanregel],
    gezien: Sequence[TeamplanGezien],
    actueel: Sequence[TeamplanGezien],
) -> str:
    if not regels:
        return "Er is nog geen teamplan om te zien."
    if actueel:
        wanneer = notatie.datum_zin(notatie.dag(actueel[-1].tijdstip))
        return f"{actueel[-1].naam} zag dit teamplan op {wanneer}."
    if gezien:
        wanneer = notatie.datum_zin(notatie.dag(gezien[-1].tijdstip))
        return f"Het teamplan is gewijzigd sinds {gezien[-1].naam} het zag, op {wanneer}."
    return "Nog geen strategisch manager heeft vastgelegd dat hij dit teamplan zag."


def leg_vast(
    omgeving: Omgeving, wie: Wie, team: TeamCode, jaar: int, opmerking: str, versie: str
) -> Uitslag:
    """Record that `wie` saw this plan in `versie`. Raises RechtError for who may not."""
    basis = omgeving.basis()
    eis(wie, Actie.TEAMPLAN_ZIEN, object_team(basis.index, team))
    tekst = opmerking.strip()
    bezwaar = bezwaar_tegen(tekst, "uw opmerking") if tekst else ""
    if bezwaar:
        return Uitslag(geweigerd=bezwaar)
    regels = planregels(basis, team, jaar)
    if not regels:
        return Uitslag(
            geweigerd=f"Dit team heeft geen teamplan voor {jaar}. Er is niets opgeslagen."
        )
    if planversie(regels) != versie:
        return Uitslag(
            geweigerd="Het teamplan is intussen gewijzigd. Lees het opnieuw en leg het dan vast. "
            "Er is niets opgeslagen."
        )
    try:
        opgeslagen.noteer(
            omgeving.opslag,
            wie=wie,
            tijdstip=datetime.now(UTC),
            team=team,
            jaar=jaar,
            versie=versie,
            regels=len(regels),
            opmerking=tekst,
            na_levering=basis.levering,
        )
    except ConflictError as fout:
        return Uitslag(geweigerd=f"{fout.title} {fout.hint}")
    return Uitslag(
        aankondiging=f"Vastgelegd: u zag het teamplan {jaar} van {basis.namen.team(team)}."
    )
