"""What the table of a sheet looks like, read from the database itself: columns, types, key.

Owns the sheet names of the contract in their order. The migrations are the only description of the
tables; this reads it back. Must never hold rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

from sturing.domain.levering import Rij, Waarde
from sturing.errors import InvariantError
from sturing.store.sql_tekst import sql

BLADNAMEN = (
    "Teams",
    "Personen",
    "Gebieden",
    "Programmas",
    "Begroting",
    "Doelen",
    "Opdrachten",
    "Gebiedsagenda",
    "Capaciteit",
    "Medewerkers",
    "Teamrollen",
    "Afwezigheid",
    "Inzet",
    "Uren",
    "Besteding",
    "Teamplannen",
    "Normen",
)
"""The sheets of the workbook contract; the table has the name in lower case."""

_ARROW = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "DECIMAL(18,6)": pa.decimal128(18, 6),
}

Sleutel = tuple[str | int | date, ...]
"""The key of a row as it sorts: an empty part is '' or the first day there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """The table of one sheet: `types` by column in order, `sleutel` its key columns in order."""

    blad: str
    types: Mapping[str, str]
    sleutel: tuple[str, ...]

    @property
    def naam(self) -> str:
        return self.blad.lower()

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema under which rows are registered as `inbreng`."""
        return pa.schema([(kolom, _ARROW[soort]) for kolom, soort in self.types.items()])

    def sleutel_van(self, rij: Rij) -> Sleutel:
        """The key of `rij`; rows sorted by it stand as a select of the sheet gives them."""
        return tuple(self._deel(kolom, rij[kolom]) for kolom in self.sleutel)

    def _deel(self, kolom: str, waarde: Waarde) -> str | int | date:
        if waarde is None:
            return date.min if self.types[kolom] == "DATE" else ""
        if isinstance(waarde, str | int | date):
            return waarde
        raise InvariantError(f"Blad {self.blad}: kolom {kolom} is geen sleutel.")


def lees_tabellen(cursor: duckdb.DuckDBPyConnection) -> Mapping[str, Tabel]:
    """Every sheet with its table, in contract order. Raises InvariantError when one lacks."""
    kolommen: dict[str, dict[str, str]] = {}
    for tabel, kolom, soort in cursor.execute(sql("beheer/kolommen")).fetchall():
        kolommen.setdefault(tabel, {})[kolom] = soort
    sleutels = dict(cursor.execute(sql("beheer/sleutels")).fetchall())
    try:
        return MappingProxyType(
            {
                blad: Tabel(
                    blad=blad,
                    types=MappingProxyType(kolommen[blad.lower()]),
                    sleutel=tuple(sleutels[blad.lower()]),
                )
                for blad in BLADNAMEN
            }
        )
    except KeyError as fout:
        raise InvariantError("Er ontbreekt een tabel in de database.") from fout
