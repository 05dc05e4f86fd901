"""The history: what every levering changed, and the rows as they stood after any of them.

Owns reading the append-only mutations back. The seam for undo, for looking at an earlier levering
and for the check that the stored rows are what the history says. Must never write.
"""

from __future__ import annotations

from sturing.domain.levering import Mutatie, Rij
from sturing.errors import InvoerError
from sturing.store.opslag import Cursor, Opslag
from sturing.store.rij_json import rij_van_json
from sturing.store.sql_tekst import sql
from sturing.store.tabellen import Sleutel


def mutaties_van(opslag: Opslag, nummer: int) -> tuple[Mutatie, ...]:
    """What one levering changed, in the order in which it was stored; empty for another number."""
    with opslag.lezen() as cursor:
        return tuple(m for _, m in _lees(cursor, nummer, nummer))


def toestand_na(opslag: Opslag, nummer: int) -> dict[str, tuple[Rij, ...]]:
    """All rows of every sheet as they stood after levering `nummer`, as `lees_bladen` gives them.

    0 is before the first levering. Raises InvoerError for a number that was never given out,
    OpslagError when the history is damaged.
    """
    with opslag.lezen() as cursor:
        laatste = int(cursor.execute(sql("levering/laatste_nummer")).fetchall()[0][0])
        if not 0 <= nummer <= laatste:
            raise InvoerError(f"Levering {nummer} bestaat niet.")
        gelezen = _lees(cursor, 1, nummer)
    per_levering: dict[tuple[int, str], list[Mutatie]] = {}
    for volgt, mutatie in gelezen:
        per_levering.setdefault((volgt, mutatie.blad), []).append(mutatie)
    stand: dict[str, dict[Sleutel, Rij]] = {blad: {} for blad in opslag.tabellen}
    for (_, blad), mutaties in per_levering.items():
        rijen, sleutel_van = stand[blad], opslag.tabellen[blad].sleutel_van
        # First everything out, then everything in: two rows of one levering may swap their keys.
        for mutatie in mutaties:
            if mutatie.oud is not None:
                rijen.pop(sleutel_van(mutatie.oud), None)
        for mutatie in mutaties:
            if mutatie.nieuw is not None:
                rijen[sleutel_van(mutatie.nieuw)] = mutatie.nieuw
    return {
        blad: tuple(rijen[sleutel] for sleutel in sorted(rijen)) for blad, rijen in stand.items()
    }


def _lees(cursor: Cursor, van: int, tot: int) -> list[tuple[int, Mutatie]]:
    rijen = cursor.execute(sql("levering/mutaties"), {"van": van, "tot": tot}).fetchall()
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
