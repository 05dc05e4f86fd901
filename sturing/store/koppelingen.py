"""Koppelingen of exports: how each source is read, who recorded that, and when.

Owns the table `koppeling`: rows are only added, the newest of a source counts. A line of the log is
written in the same transaction; it names the source and the sheet, never a value. Times are UTC.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from sturing.domain.koppeling import Koppeling, Vastlegging
from sturing.domain.wie import Wie
from sturing.errors import InvariantError
from sturing.store import logboek
from sturing.store.opslag import Opslag
from sturing.store.sql_tekst import sql

_VERSIE = 1


def leg_vast(opslag: Opslag, *, wie: Wie, koppeling: Koppeling, tijdstip: datetime) -> int:
    """Record a koppeling and give its number. `tijdstip` must have a time zone (InvariantError)."""
    if tijdstip.tzinfo is None:
        raise InvariantError("Het tijdstip van een koppeling heeft geen tijdzone.")
    with opslag.schrijven() as cursor:
        nummer = int(cursor.execute(sql("koppeling/laatste_nummer")).fetchall()[0][0]) + 1
        cursor.execute(
            sql("koppeling/voeg_in"),
            {
                "nummer": nummer,
                "kenmerk": koppeling.kenmerk,
                "bron": koppeling.bron,
                "doel": koppeling.doel,
                "afspraken": _naar_json(koppeling),
                "account": wie.account,
                "naam": wie.naam,
                "tijdstip": tijdstip.astimezone(UTC).replace(tzinfo=None),
            },
        )
        logboek.schrijf(
            opslag,
            wie=wie,
            tijdstip=tijdstip,
            actie="koppeling",
            object_naam=f"koppeling {nummer}: {koppeling.bron} als {koppeling.doel}",
        )
    return nummer


def lijst(opslag: Opslag) -> tuple[Vastlegging, ...]:
    """The newest koppeling of every source and account, oldest first."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("koppeling/lijst")).fetchall()
    return tuple(
        Vastlegging(
            nummer=nummer,
            koppeling=_van_json(kenmerk, bron, doel, afspraken),
            account=account,
            naam=naam,
            tijdstip=tijdstip.replace(tzinfo=UTC),
        )
        for nummer, kenmerk, bron, doel, afspraken, account, naam, tijdstip in rijen
    )


def _naar_json(koppeling: Koppeling) -> str:
    inhoud = {
        "versie": _VERSIE,
        "kolommen": dict(koppeling.kolommen),
        "vast": dict(koppeling.vast),
        "waarden": {veld: dict(paren) for veld, paren in koppeling.waarden.items()},
        "decimaalpunt": koppeling.decimaalpunt,
    }
    return json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _van_json(kenmerk: str, bron: str, doel: str, afspraken: str) -> Koppeling:
    inhoud = json.loads(afspraken)
    if not isinstance(inhoud, dict) or inhoud.get("versie") != _VERSIE:
        raise InvariantError("Een koppeling in de database is niet te lezen.")
    return Koppeling(
        kenmerk=kenmerk,
        bron=bron,
        doel=doel,
        kolommen=_paren(inhoud["kolommen"]),
        vast=_paren(inhoud["vast"]),
        waarden=MappingProxyType({str(v): _paren(p) for v, p in inhoud["waarden"].items()}),
        decimaalpunt=bool(inhoud["decimaalpunt"]),
    )


def _paren(paren: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({str(naam): str(waarde) for naam, waarde in paren.items()})
