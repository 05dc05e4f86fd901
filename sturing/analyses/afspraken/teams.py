"""Does legal work fit in the hours of a team, and does every team have its support?

Hours are hundredths, summed over the horizon.
"""

from __future__ import annotations

from collections.abc import Iterator

from sturing.analyses.afspraken.punt import Punt, Toetsing, Weg, bij_team
from sturing.analyses.afspraken.stof import Toetsstof
from sturing.analyses.wettelijk import compute_wettelijk
from sturing.domain.afspraak import Afspraak
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import Rol, TeamSoort
from sturing.domain.organisatie import Team


def wettelijk_past(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """The legal work of a team alone asks no more than the team has; most too much first."""
    for regel in compute_wettelijk(stof.uitkomst):
        team = stof.teams[regel.team]
        punt = Punt(
            zin="Het wettelijke werk vraagt meer uren dan het team heeft.",
            herstel="Probeer in uw concept bij Prioriteiten ‘Inhuur’, ‘Vul een vacature’ of ‘Leen "
            "uit’ (van een ander team).",
            knop="Zoek uren",
            proef="inhuur",
            weg=Weg.PRIORITEITEN,
            aan_zet=_procesverantwoordelijke(stof, team) or stof.managers.get(team.domein),
            feiten=(str(regel.te_veel_honderdste),),
            uren_honderdste=regel.te_veel_honderdste,
        )
        yield bij_team(team, punt if regel.te_veel_honderdste else None)


def heeft_ondersteuner(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every team of the horizon names a teamondersteuner who has that role."""
    for team in _bestaand(stof):
        wie, zin = team.teamondersteuner, ""
        if wie is None:
            zin = "Het team heeft geen teamondersteuner."
        elif Rol.TEAMONDERSTEUNER not in stof.rollen.get(wie, frozenset()):
            zin = f"{stof.naam(wie)} heeft nu niet de rol teamondersteuner."
        if not zin:
            yield bij_team(team, None)
            continue
        punt = Punt(
            zin=zin,
            herstel="Vul bij Gegevens op blad Teams een teamondersteuner in.",
            knop="Wijs ondersteuner aan",
            weg=Weg.GEGEVENS,
            aan_zet=stof.directie,
            feiten=(wie or "",),
        )
        yield bij_team(team, punt)


def zelforganisatie_bekend(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Of every team of the horizon the level of zelforganisatie and the begeleiding are known."""
    for team in _bestaand(stof):
        delen = {"zelforganisatie": team.zelforganisatie, "begeleiding": team.begeleiding}
        mist = [woord for woord, waarde in delen.items() if waarde is None]
        if not mist:
            yield bij_team(team, None)
            continue
        punt = Punt(
            zin=f"Van dit team is niet bekend: {' en '.join(mist)}.",
            herstel="Vul dit bij Gegevens op blad Teams in.",
            knop="Vul het team aan",
            weg=Weg.GEGEVENS,
            aan_zet=team.teamondersteuner or stof.directie,
            feiten=tuple(mist),
        )
        yield bij_team(team, punt)


def tijdelijk_team_heeft_opdracht(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """A temporary team of the horizon hangs on an opdracht that claims."""
    for team in _bestaand(stof):
        if team.soort is not TeamSoort.TIJDELIJK:
            continue
        opdracht = stof.opdrachten.get(team.opdracht) if team.opdracht else None
        rust_op = (opdracht.opdracht,) if opdracht else ()
        zin = ""
        if opdracht is None:
            zin = "Bij dit tijdelijke team staat geen opdracht."
        elif not opdracht.status.vraagt:
            zin = f"De opdracht van dit team, {opdracht.kort}, loopt niet."
        if not zin:
            yield bij_team(team, None, rust_op)
            continue
        punt = Punt(
            zin=zin,
            herstel="Vul bij Gegevens op blad Teams de opdracht in, of de laatste dag van het "
            "team.",
            knop="Vul het team aan",
            weg=Weg.GEGEVENS,
            aan_zet=team.teamondersteuner or stof.directie,
            feiten=(opdracht.status.value if opdracht else "",),
        )
        yield bij_team(team, punt, rust_op)


def _bestaand(stof: Toetsstof) -> Iterator[Team]:
    for team in stof.teams.values():
        if stof.horizon.raakt(team.van, team.tot):
            yield team


def _procesverantwoordelijke(stof: Toetsstof, team: Team) -> PersoonCode | None:
    gevonden = sorted(
        rol.persoon
        for rol in stof.plan.personen
        if rol.team == team.team
        and rol.rol is Rol.PROCESVERANTWOORDELIJKE
        and rol.rol in stof.rollen.get(rol.persoon, frozenset())
    )
    return gevonden[0] if gevonden else None
