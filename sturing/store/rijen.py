"""Rows of sheets in and out of their tables, as the mapping `Rij` of the domain.

Owns the way of one row between Python and its table. Must never judge a row (intake does) or decide
what replaces what. Decimals come out without trailing zeros, so that equal values look equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

import pyarrow as pa  # type: ignore[import-untyped]

from sturing.domain.levering import Rij, Waarde
from sturing.errors import InvariantError, OpslagError
from sturing.store.opslag import Cursor, Opslag
from sturing.store.sql_tekst import sql
from sturing.store.tabellen import BLADNAMEN, Tabel

_SOORTEN: Mapping[str, frozenset[type]] = {
    "VARCHAR": frozenset({str}),
    "INTEGER": frozenset({int}),
    "BIGINT": frozenset({int}),
    "BOOLEAN": frozenset({bool}),
    "DATE": frozenset({date}),
    "DECIMAL(18,6)": frozenset({Decimal, int}),
}
"""What a value may be in Python, exactly (a bool is no int here), per type of the database."""


def lees_blad(opslag: Opslag, blad: str) -> tuple[Rij, ...]:
    """All stored rows of one sheet, in order of its key. Raises InvariantError for another name."""
    with opslag.lezen() as cursor:
        return rijen_van(cursor, tabel_van(opslag, blad))


def lees_bladen(opslag: Opslag, bladen: Iterable[str] | None = None) -> dict[str, tuple[Rij, ...]]:
    """The stored rows of the sheets (None: all seventeen), all of one moment."""
    gekozen = [tabel_van(opslag, blad) for blad in (BLADNAMEN if bladen is None else bladen)]
    with opslag.lezen() as cursor:
        return {tabel.blad: rijen_van(cursor, tabel) for tabel in gekozen}


def tabel_van(opslag: Opslag, blad: str) -> Tabel:
    """The table of a sheet. Raises InvariantError for a name outside the contract."""
    tabel = opslag.tabellen.get(blad)
    if tabel is None:
        raise InvariantError(f"Blad '{blad}' bestaat niet.")
    return tabel


def rijen_van(cursor: Cursor, tabel: Tabel) -> tuple[Rij, ...]:
    """All rows of the table as this transaction sees them, in order of the key."""
    cursor.execute(sql(f"lees/{tabel.naam}"))
    return _als_rijen(tabel, cursor.fetchall())


def voeg_in(cursor: Cursor, tabel: Tabel, rijen: Sequence[Rij]) -> None:
    """Store new rows. A key that is stored already, or a value outside its range, is a fault."""
    if rijen:
        breng_in(cursor, f"voeg_in/{tabel.naam}", _als_arrow(tabel, rijen))


def neem_uit(cursor: Cursor, tabel: Tabel, sleutels: Sequence[Rij]) -> tuple[Rij, ...]:
    """Remove the stored rows with the keys of these rows and give back what was stored there."""
    if not sleutels:
        return ()
    return _als_rijen(
        tabel, breng_in(cursor, f"neem_uit/{tabel.naam}", _als_arrow(tabel, sleutels))
    )


def gewoon(waarde: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent: 6.500000 is 6.5."""
    kort = waarde.normalize()
    return kort.quantize(Decimal(1)) if kort == kort.to_integral_value() else kort


_gewoon = lru_cache(maxsize=8192)(gewoon)


def breng_in(cursor: Cursor, naam: str, tabel: pa.Table) -> list[tuple[Waarde, ...]]:
    """Run the query `naam` with an Arrow table registered as `inbreng`; its rows, when it has any.

    The fast way in: 20,000 rows in a tenth of a second.
    """
    cursor.register("inbreng", tabel)
    try:
        return cursor.execute(sql(naam)).fetchall()
    finally:
        cursor.unregister("inbreng")


def _als_rijen(tabel: Tabel, gelezen: list[tuple[Waarde, ...]]) -> tuple[Rij, ...]:
    kolommen = tuple(tabel.types)
    decimaal = [i for i, soort in enumerate(tabel.types.values()) if soort.startswith("DECIMAL")]
    if not decimaal:
        return tuple(dict(zip(kolommen, rij, strict=True)) for rij in gelezen)
    uit: list[Rij] = []
    for rij in gelezen:
        waarden = list(rij)
        for i in decimaal:
            waarde = waarden[i]
            if isinstance(waarde, Decimal):
                waarden[i] = _gewoon(waarde)
        uit.append(dict(zip(kolommen, waarden, strict=True)))
    return tuple(uit)


def _als_arrow(tabel: Tabel, rijen: Sequence[Rij]) -> pa.Table:
    velden = set(tabel.types)
    for rij in rijen:
        if rij.keys() != velden:
            anders = ", ".join(sorted(velden ^ rij.keys()))
            raise InvariantError(f"Blad {tabel.blad}: een rij heeft andere velden ({anders}).")
    schema = tabel.schema
    kolommen = []
    for veld, soort in zip(schema, tabel.types.values(), strict=True):
        waarden = [rij[veld.name] for rij in rijen]
        try:
            _eis_soort(waarden, soort)
            kolommen.append(pa.array(waarden, type=veld.type))
        except (pa.ArrowException, TypeError, ValueError, OverflowError) as fout:
            raise OpslagError(
                f"Blad {tabel.blad}: een waarde van '{veld.name}' past niet in de database.",
                hint="Er is niets opgeslagen. Meld dit aan de beheerder.",
            ) from fout
    return pa.Table.from_arrays(kolommen, schema=schema)


def _eis_soort(waarden: Iterable[Waarde], soort: str) -> None:
    """Arrow would turn 1.5 into 1 without a word; so every type is checked first."""
    toegestaan = _SOORTEN[soort]
    for gevonden in {type(waarde) for waarde in waarden} - {type(None)}:
        if gevonden not in toegestaan and not (soort == "VARCHAR" and issubclass(gevonden, str)):
            raise TypeError(gevonden.__name__)
