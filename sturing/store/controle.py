"""The check of a database: rules across rows, the history, the register and the chain of the log.

Owns which problems are looked for and how they are said: Dutch sentences that name codes and
counts, never the contents of other cells. Must never repair or keep a change.
"""

from __future__ import annotations

from collections.abc import Sequence

from sturing.domain.levering import Mutatie
from sturing.errors import OpslagError
from sturing.store import logboek
from sturing.store.geschiedenis import toestand_na
from sturing.store.leveringen import verwerk
from sturing.store.opslag import Cursor, Opslag
from sturing.store.rijen import rijen_van
from sturing.store.sql_tekst import sql, sql_namen

MAX_PER_REGEL = 20
"""So many sentences of one rule are given; the rest is counted."""

Telling = dict[str, tuple[int, int]]
"""Per table the number of rows, and a number that follows from all their values."""


def controleer(opslag: Opslag) -> tuple[str, ...]:
    """What is wrong, one Dutch sentence each; empty when all is well.

    Looks at the rules across rows (sql/queries/integriteit) and at `schade`. Raises OpslagError
    when it cannot read at all.
    """
    return (*_meldingen(opslag, "integriteit"), *schade(opslag))


def nieuwe_problemen(opslag: Opslag, mutaties: Sequence[Mutatie]) -> tuple[str, ...]:
    """Which rules across rows these mutations would break that hold now, as Dutch sentences.

    They are carried out in a transaction that is always taken back: nothing is stored. Raises
    ConflictError when a stored row differs from `oud` of its mutation.
    """
    na: list[str] = []
    try:
        with opslag.schrijven() as cursor:
            verwerk(opslag, cursor, mutaties)
            na = _meldingen_van(cursor)
            raise _NietOpslaanError
    except _NietOpslaanError:
        if not na:
            return ()
    with opslag.lezen() as cursor:
        voor = set(_meldingen_van(cursor))
    return tuple(melding for melding in na if melding not in voor)


class _NietOpslaanError(Exception):
    """Takes a trial back; never leaves this module."""


def _meldingen_van(cursor: Cursor) -> list[str]:
    return [
        str(melding)
        for naam in sql_namen("integriteit")
        for (melding,) in cursor.execute(sql(naam)).fetchall()
    ]


def schade(opslag: Opslag) -> tuple[str, ...]:
    """What can only come from a damaged file or a change behind our back, as Dutch sentences.

    The register, the rows against the history of the leveringen, the hash chain of the log.
    """
    # Reading every value first: DuckDB checks the checksum of each block that it reads.
    telling(opslag)
    problemen = [*_meldingen(opslag, "gaafheid"), *_tegen_geschiedenis(opslag)]
    breuk = logboek.verifieer(opslag)
    if breuk is not None:
        problemen.append(f"Het log klopt niet vanaf regel {breuk}: er is iets aan veranderd.")
    return tuple(problemen)


def _meldingen(opslag: Opslag, groep: str) -> list[str]:
    uit: list[str] = []
    for naam in sql_namen(groep):
        with opslag.lezen() as cursor:
            gevonden = [str(melding) for (melding,) in cursor.execute(sql(naam)).fetchall()]
        uit += gevonden[:MAX_PER_REGEL]
        if len(gevonden) > MAX_PER_REGEL:
            uit.append(f"En nog {len(gevonden) - MAX_PER_REGEL} keer hetzelfde.")
    return uit


def telling(opslag: Opslag) -> Telling:
    """Rows and a checksum per table; equal for equal contents, whatever the order of the rows."""
    with opslag.lezen() as cursor:
        return telling_van(cursor)


def telling_van(cursor: Cursor) -> Telling:
    """`telling` of the database that this cursor looks at."""
    rijen = cursor.execute(sql("beheer/telling")).fetchall()
    return {tabel: (aantal, int(som)) for tabel, aantal, som in rijen}


def _tegen_geschiedenis(opslag: Opslag) -> list[str]:
    """The stored rows must be exactly what the leveringen add up to."""
    with opslag.lezen() as cursor:
        nu = {blad: rijen_van(cursor, tabel) for blad, tabel in opslag.tabellen.items()}
        laatste = int(cursor.execute(sql("levering/laatste_nummer")).fetchall()[0][0])
    try:
        volgens = toestand_na(opslag, laatste)
    except OpslagError as fout:
        return [fout.title]
    return [
        f"Blad '{blad}' is anders dan de leveringen samen zeggen "
        f"({len(rijen)} rijen opgeslagen, {len(volgens[blad])} volgens de leveringen)."
        for blad, rijen in nu.items()
        if list(rijen) != list(volgens[blad])
    ]
