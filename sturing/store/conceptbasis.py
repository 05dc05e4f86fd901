"""On what a draft rests: the levering, and what decisions had left beside the sheets by then.

Owns when that is stored: the rows of an earlier levering can always be had again, the decided
order, settings and supply of that moment only from here. Must never calculate.
"""

from __future__ import annotations

from sturing.domain.besluit import BeslotenStaat
from sturing.store.besloten import lees_staat
from sturing.store.opslag import Cursor, Opslag
from sturing.store.sql_tekst import sql
from sturing.store.staat_json import staat_naar_json, staat_van_json


def basis_nu(cursor: Cursor) -> str:
    """The decided state of now, as it is stored with a draft."""
    return staat_naar_json(lees_staat(cursor))


def lees_basis(opslag: Opslag, concept: int) -> BeslotenStaat | None:
    """On what the draft rests; None for a draft of before this was kept, or without a draft."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("concept/kopie"), {"concept": concept}).fetchall()
    tekst = rijen[0][2] if rijen else None
    return None if tekst is None else staat_van_json(tekst)


def zet_basis(cursor: Cursor, concept: int, levering: int) -> None:
    """The draft rests on the plan of now: `levering` with the order and settings of now."""
    cursor.execute(sql("concept/zet_basis"), {"concept": concept, "basis_levering": levering})
    cursor.execute(sql("concept/zet_basis_json"), {"concept": concept, "basis": basis_nu(cursor)})
