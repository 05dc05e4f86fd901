"""Brings a database to the version of the program: every migration once, in one transaction.

Owns the tables `kenmerk` (what this database is) and `migratie` (what was applied, with the hash of
its text). Must never change a migration that was released: the hash of a stored one is compared.
"""

from __future__ import annotations

from hashlib import sha256

import duckdb

from sturing.errors import OpslagError
from sturing.store.sql_tekst import migratieteksten, sql

SOORT = "sturing"


def migreer(cursor: duckdb.DuckDBPyConnection, *, demo: bool) -> None:
    """Apply what is missing. An empty database becomes ours, and a demonstration when `demo`.

    Raises OpslagError, in Dutch, for a database of something else, a newer one, or one whose
    applied migrations are not those of this program.
    """
    tabellen = {str(naam) for (naam,) in cursor.execute(sql("beheer/tabelnamen")).fetchall()}
    toegepast: dict[int, str] = {}
    if tabellen:
        if not {"kenmerk", "migratie"} <= tabellen or lees_kenmerk(cursor, "soort") != SOORT:
            raise OpslagError(
                "Dit is geen database van Sturing.",
                hint="Kies een andere database, of een nieuwe plaats.",
            )
        toegepast = dict(cursor.execute(sql("beheer/migraties")).fetchall())
    bekend = [(int(naam[:3]), naam, tekst) for naam, tekst in migratieteksten()]
    if toegepast and max(toegepast) > bekend[-1][0]:
        raise OpslagError(
            "Deze database is gemaakt met een nieuwere versie van Sturing.",
            hint="Werk Sturing bij, of gebruik een oudere backup.",
        )
    for nummer, naam, tekst in bekend:
        kern = sha256(tekst.replace("\r\n", "\n").encode()).hexdigest()
        if nummer in toegepast:
            if toegepast[nummer] != kern:
                raise OpslagError(
                    "De opbouw van deze database past niet bij deze versie van Sturing.",
                    hint="Gebruik de versie waarmee de database is gemaakt.",
                )
            continue
        cursor.begin()
        try:
            cursor.execute(tekst)
            if nummer == 1:
                zet_kenmerk(cursor, "soort", SOORT)
                zet_kenmerk(cursor, "demonstratie", "ja" if demo else "nee")
            cursor.execute(
                sql("beheer/zet_migratie"), {"nummer": nummer, "naam": naam, "sha256": kern}
            )
            cursor.commit()
        except BaseException:
            cursor.rollback()
            raise


def lees_kenmerk(cursor: duckdb.DuckDBPyConnection, naam: str) -> str | None:
    """The value of one mark of this database; None when it was never set."""
    rij = cursor.execute(sql("beheer/kenmerk"), {"naam": naam}).fetchall()
    return str(rij[0][0]) if rij else None


def zet_kenmerk(cursor: duckdb.DuckDBPyConnection, naam: str, waarde: str) -> None:
    """Set one mark of this database, in the transaction of `cursor`."""
    cursor.execute(sql("beheer/zet_kenmerk"), {"naam": naam, "waarde": waarde})
