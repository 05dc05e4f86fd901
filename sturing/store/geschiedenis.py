"""The history: what every levering changed, and the rows as they stood after any of them.

Owns reading the append-only mutations back. The seam for undo, for looking at an earlier levering
and for the check that the stored rows are what the history says. Must never write.
"""

from __future__ import annotations

from typing import Any

from sturing.domain.levering import Bereik, Mutatie, Rij
from sturing.errors import InvoerError
from sturing.store.opslag import Cursor, Opslag
from sturing.store.rij_json import rij_naar_json, rij_van_json, sleutel_van_json
from sturing.store.sql_tekst import sql


def mutaties_van(opslag: Opslag, nummer: int) -> tuple[Mutatie, ...]:
    """What one levering changed, in the order in which it was stored; empty for another number."""
    with opslag.lezen() as cursor:
        return tuple(m for _, m in _lees(cursor, nummer, nummer))


def bereiken_van(opslag: Opslag, van: int, tot: int) -> dict[int, tuple[Bereik, ...]]:
    """The recorded scopes per levering, of numbers `van` to `tot`; one without any is not in it."""
    gevonden: dict[int, list[Bereik]] = {}
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("levering/bereiken"), {"van": van, "tot": tot}).fetchall()
    for nummer, blad, sleutel in rijen:
        gevonden.setdefault(nummer, []).append(Bereik(blad=blad, sleutel=sleutel_van_json(sleutel)))
    return {nummer: tuple(bereiken) for nummer, bereiken in gevonden.items()}


def mutaties_van_blad(opslag: Opslag, blad: str, vanaf: int) -> tuple[tuple[int, Mutatie], ...]:
    """Number and mutation of every row of one sheet that changed from levering `vanaf` on."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(
            sql("levering/mutaties_van_blad"), {"blad": blad, "van": vanaf}
        ).fetchall()
    return tuple(_als_mutaties(rijen))


def laatste_met_rij(opslag: Opslag, blad: str, rij: Rij) -> int | None:
    """The levering that stored exactly this row, the last one when several did; None for none."""
    with opslag.lezen() as cursor:
        gevonden = cursor.execute(
            sql("levering/laatste_met_rij"), {"blad": blad, "rij": rij_naar_json(rij)}
        ).fetchall()
    nummer = gevonden[0][0]
    return None if nummer is None else int(nummer)


def toestand_na(opslag: Opslag, nummer: int) -> dict[str, tuple[Rij, ...]]:
    """All rows of every sheet as they stood after levering `nummer`, as `lees_bladen` gives them.

    0 is before the first levering. Raises InvoerError for a number that was never given out,
    OpslagError when the history is damaged.
    """
    with opslag.lezen() as cursor:
        laatste = int(cursor.execute(sql("levering/laatste_nummer")).fetchall()[0][0])
        if not 0 <= nummer <= laatste:
            raise InvoerError(f"Levering {nummer} bestaat niet.")
        gelezen = cursor.execute(sql("levering/toestand"), {"nummer": nummer}).fetchall()
    stand: dict[str, list[Rij]] = {blad: [] for blad in opslag.tabellen}
    for blad, tekst in gelezen:
        stand[blad].append(rij_van_json(tekst))
    return {
        blad: tuple(sorted(rijen, key=opslag.tabellen[blad].sleutel_van))
        for blad, rijen in stand.items()
    }


def _lees(cursor: Cursor, van: int, tot: int) -> list[tuple[int, Mutatie]]:
    rijen = cursor.execute(sql("levering/mutaties"), {"van": van, "tot": tot}).fetchall()
    return _als_mutaties(rijen)


def _als_mutaties(rijen: list[tuple[Any, ...]]) -> list[tuple[int, Mutatie]]:
    return [
        (
            nummer,
            Mutatie(
                blad=blad,
                oud=None if oud is None else rij_van_json(oud),
                nieuw=None if nieuw is None else rij_van_json(nieuw),
                cel=cel,
                bestand=bestand,
            ),
        )
        for nummer, blad, cel, bestand, oud, nieuw in rijen
    ]
