"""Notes of the talks with portefeuillehouders: only added, each with its line in the log.

Owns the table `gespreksnotitie`. Must never judge a right. Times are UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sturing.domain.codes import PersoonCode
from sturing.domain.gesprek import Gespreksnotitie
from sturing.domain.wie import Wie
from sturing.store import logboek
from sturing.store.opslag import Opslag
from sturing.store.sql_tekst import sql


def noteer(
    opslag: Opslag, wie: Wie, portefeuillehouder: PersoonCode, tekst: str, tijdstip: datetime
) -> Gespreksnotitie:
    """Add a note of a talk with this portefeuillehouder."""
    with opslag.schrijven() as cursor:
        notitie = Gespreksnotitie(
            nummer=int(cursor.execute(sql("gesprek/laatste_nummer")).fetchall()[0][0]) + 1,
            portefeuillehouder=portefeuillehouder,
            tijdstip=tijdstip.astimezone(UTC),
            account=wie.account,
            naam=wie.naam,
            tekst=tekst,
        )
        cursor.execute(
            sql("gesprek/voeg_in"),
            {
                "nummer": notitie.nummer,
                "portefeuillehouder": portefeuillehouder,
                "tijdstip": notitie.tijdstip.replace(tzinfo=None),
                "account": wie.account,
                "naam": wie.naam,
                "tekst": tekst,
            },
        )
        logboek.schrijf(
            opslag,
            wie=wie,
            tijdstip=tijdstip,
            actie="gesprek noteren",
            object_naam=f"portefeuillehouder {portefeuillehouder}",
        )
    return notitie


def lijst(opslag: Opslag, portefeuillehouder: PersoonCode) -> tuple[Gespreksnotitie, ...]:
    """The notes of the talks with one portefeuillehouder, newest first."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(
            sql("gesprek/lijst"), {"portefeuillehouder": portefeuillehouder}
        ).fetchall()
    return tuple(
        Gespreksnotitie(
            nummer=nummer,
            portefeuillehouder=PersoonCode(wie),
            tijdstip=tijdstip.replace(tzinfo=UTC),
            account=account,
            naam=naam,
            tekst=tekst,
        )
        for nummer, wie, tijdstip, account, naam, tekst in rijen
    )
