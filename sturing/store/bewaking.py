"""Notices to the administrator about the safety of what is stored, kept until somebody saw them.

Owns the table `beheermelding`; each notice has its line in the log, in the same transaction. Must
never hold cell contents. Times are UTC.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from sturing.domain.wie import Wie
from sturing.store import logboek
from sturing.store.opslag import Opslag
from sturing.store.sql_tekst import sql


def meld(
    opslag: Opslag,
    *,
    wie: Wie,
    tijdstip: datetime,
    onderwerp: str,
    tekst: str,
    bestanden: Iterable[str] = (),
) -> None:
    """Keep one notice; `onderwerp` stands in the log, `bestanden` are the files that it names.

    Raises OpslagError when it cannot be stored.
    """
    with opslag.schrijven() as cursor:
        cursor.execute(
            sql("bewaking/voeg_in"),
            {
                "tijdstip": tijdstip.astimezone(UTC).replace(tzinfo=None),
                "tekst": tekst,
                "bestanden": json.dumps(sorted(bestanden), ensure_ascii=False),
            },
        )
        logboek.schrijf(
            opslag, wie=wie, tijdstip=tijdstip, actie="beheer melden", object_naam=onderwerp
        )


def ongezien(opslag: Opslag) -> tuple[str, ...]:
    """The notices that nobody has acknowledged, oldest first."""
    with opslag.lezen() as cursor:
        return tuple(str(tekst) for (tekst,) in cursor.execute(sql("bewaking/open")).fetchall())


def genoemde_bestanden(opslag: Opslag) -> frozenset[str]:
    """The names of all files that a notice was ever about."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("bewaking/bestanden")).fetchall()
    return frozenset(str(naam) for (lijst,) in rijen for naam in json.loads(lijst))


def zet_gezien(opslag: Opslag, *, wie: Wie, tijdstip: datetime) -> None:
    """All notices are acknowledged by `wie`."""
    with opslag.schrijven() as cursor:
        cursor.execute(
            sql("bewaking/gezien"),
            {
                "tijdstip": tijdstip.astimezone(UTC).replace(tzinfo=None),
                "account": wie.account,
            },
        )
        logboek.schrijf(
            opslag, wie=wie, tijdstip=tijdstip, actie="beheer gezien", object_naam="meldingen"
        )
