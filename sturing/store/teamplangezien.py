"""Who saw which teamplan: only added to, each with its line in the log in the same transaction.

Owns the table `teamplan_gezien`. Must never judge a right or what the plan is. Moments are UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sturing.domain.codes import TeamCode
from sturing.domain.gezien import TeamplanGezien
from sturing.domain.wie import Wie
from sturing.errors import ConflictError, InvariantError
from sturing.store import logboek
from sturing.store.leveringen import laatste_nummer
from sturing.store.opslag import Opslag
from sturing.store.sql_tekst import sql

ACTIE = "teamplan gezien"


def noteer(
    opslag: Opslag,
    *,
    wie: Wie,
    tijdstip: datetime,
    team: TeamCode,
    jaar: int,
    versie: str,
    regels: int,
    opmerking: str,
    na_levering: int,
) -> TeamplanGezien:
    """Record that `wie` saw this version. `na_levering` is the last levering when it was read:
    another one by now is a ConflictError. `tijdstip` must have a time zone (InvariantError)."""
    if tijdstip.tzinfo is None:
        raise InvariantError("Het tijdstip van gezien heeft geen tijdzone.")
    with opslag.schrijven() as cursor:
        if laatste_nummer(opslag) != na_levering:
            raise ConflictError(
                "Er zijn net nieuwe gegevens opgeslagen.",
                hint="Lees het teamplan opnieuw en leg het dan vast. Er is niets opgeslagen.",
            )
        gezien = TeamplanGezien(
            nummer=int(cursor.execute(sql("teamplan/laatste_nummer")).fetchall()[0][0]) + 1,
            team=team,
            jaar=jaar,
            versie=versie,
            regels=regels,
            tijdstip=tijdstip.astimezone(UTC),
            account=wie.account,
            naam=wie.naam,
            opmerking=opmerking,
        )
        cursor.execute(
            sql("teamplan/voeg_gezien_in"),
            {
                "nummer": gezien.nummer,
                "team": team,
                "jaar": jaar,
                "versie": versie,
                "regels": regels,
                "tijdstip": gezien.tijdstip.replace(tzinfo=None),
                "account": wie.account,
                "naam": wie.naam,
                "opmerking": opmerking,
            },
        )
        logboek.schrijf(
            opslag,
            wie=wie,
            tijdstip=tijdstip,
            actie=ACTIE,
            object_naam=f"gezien {gezien.nummer}: {team}, {jaar}",
        )
    return gezien


def alle(opslag: Opslag) -> tuple[TeamplanGezien, ...]:
    """Every time that a teamplan was seen, oldest first."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("teamplan/gezien")).fetchall()
    return tuple(
        TeamplanGezien(
            nummer=nummer,
            team=TeamCode(team),
            jaar=jaar,
            versie=versie,
            regels=regels,
            tijdstip=tijdstip.replace(tzinfo=UTC),
            account=account,
            naam=naam,
            opmerking=opmerking,
        )
        for nummer, team, jaar, versie, regels, tijdstip, account, naam, opmerking in rijen
    )
