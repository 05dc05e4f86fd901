"""What decisions leave beside the sheets: the decided order, the settings and the added supply.

Owns reading and replacing those three tables. Must never decide what goes in (services do). Places
count from 1, fte are decimals with at most six places.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from sturing.domain.besluit import BeslotenStaat
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import CapaciteitSoort, Methode
from sturing.domain.organisatie import Capaciteitsregel
from sturing.domain.plan import Gewichten, Instellingen
from sturing.domain.tijd import Maand
from sturing.errors import OpslagError
from sturing.store.opslag import Cursor
from sturing.store.rijen import breng_in, gewoon
from sturing.store.sql_tekst import sql

_ZES = pa.decimal128(18, 6)
_RANG = pa.schema([("opdracht", pa.string()), ("plaats", pa.int32())])
_AANBOD = pa.schema(
    [
        ("volgnr", pa.int32()),
        ("team", pa.string()),
        ("van", pa.date32()),
        ("tot", pa.date32()),
        ("soort", pa.string()),
        ("fte", _ZES),
    ]
)
_INSTELLING = pa.schema(
    [
        ("id", pa.int32()),
        ("methode", pa.string()),
        ("wettelijk_eerst", pa.bool_()),
        ("gewicht_maatschappelijke_waarde", _ZES),
        ("gewicht_medewerkerswaarde", _ZES),
        ("gewicht_financiele_waarde", _ZES),
    ]
)


def lees_staat(cursor: Cursor) -> BeslotenStaat:
    """All three as this transaction sees them; the defaults before any decision."""
    return BeslotenStaat(
        rang=lees_rang(cursor), instellingen=lees_instellingen(cursor), aanbod=lees_aanbod(cursor)
    )


def lees_rang(cursor: Cursor) -> Mapping[OpdrachtCode, int]:
    """The places that the last decision stored; empty before any."""
    return MappingProxyType(dict(cursor.execute(sql("plan/besloten_rang")).fetchall()))


def lees_instellingen(cursor: Cursor) -> Instellingen:
    """How the plan in force is calculated; the defaults before any decision."""
    rijen = cursor.execute(sql("plan/instellingen")).fetchall()
    if not rijen:
        return Instellingen()
    methode, wettelijk_eerst, maatschappelijk, medewerkers, financieel = rijen[0]
    return Instellingen(
        methode=Methode(methode),
        wettelijk_eerst=wettelijk_eerst,
        gewichten=Gewichten(
            maatschappelijke_waarde=gewoon(maatschappelijk),
            medewerkerswaarde=gewoon(medewerkers),
            financiele_waarde=gewoon(financieel),
        ),
    )


def lees_aanbod(cursor: Cursor) -> tuple[Capaciteitsregel, ...]:
    """The fte that decisions added or took, in the order in which they were decided."""
    return tuple(
        Capaciteitsregel(
            team=TeamCode(team),
            van=Maand.van_dag(van),
            tot=Maand.van_dag(tot),
            soort=CapaciteitSoort(soort),
            fte=gewoon(fte),
        )
        for team, van, tot, soort, fte in cursor.execute(sql("plan/besloten_aanbod")).fetchall()
    )


def zet_staat(cursor: Cursor, staat: BeslotenStaat) -> None:
    """Replace all three. Raises OpslagError for a value that the database cannot hold exactly."""
    cursor.execute(sql("plan/neem_rang_uit"))
    rang = sorted(staat.rang.items(), key=lambda paar: paar[1])
    _breng(cursor, "plan/voeg_rangen_in", _RANG, [list(deel) for deel in zip(*rang, strict=True)])
    nu, wegen = staat.instellingen, staat.instellingen.gewichten
    waarden: list[Any] = [1, nu.methode.value, nu.wettelijk_eerst]
    waarden += [wegen.maatschappelijke_waarde, wegen.medewerkerswaarde, wegen.financiele_waarde]
    _breng(cursor, "plan/zet_instellingen", _INSTELLING, [[waarde] for waarde in waarden])
    zet_aanbod(cursor, staat.aanbod)


def zet_aanbod(cursor: Cursor, aanbod: tuple[Capaciteitsregel, ...]) -> None:
    """Replace the added supply. Raises OpslagError as `zet_staat`."""
    cursor.execute(sql("plan/neem_aanbod_uit"))
    rijen: list[tuple[int, str, date, date, str, Decimal]] = [
        (nr, r.team, r.van.eerste_dag, r.tot.eerste_dag, r.soort.value, r.fte)
        for nr, r in enumerate(aanbod, start=1)
    ]
    _breng(
        cursor, "plan/voeg_aanbod_in", _AANBOD, [list(deel) for deel in zip(*rijen, strict=True)]
    )


def _breng(cursor: Cursor, naam: str, schema: pa.Schema, kolommen: list[list[Any]]) -> None:
    if not kolommen:
        return
    try:
        reeksen = [pa.array(k, type=veld.type) for k, veld in zip(kolommen, schema, strict=True)]
    except (pa.ArrowException, TypeError, ValueError, OverflowError) as fout:
        raise OpslagError(
            "Een getal van dit besluit past niet in de database.",
            hint="Gebruik ten hoogste zes cijfers achter de komma. Er is niets opgeslagen.",
        ) from fout
    breng_in(cursor, naam, pa.Table.from_arrays(reeksen, schema=schema))
