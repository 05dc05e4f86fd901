"""On what a draft rests: the levering, and the decided order and settings of that moment.

Owns when they are stored: the rows of an earlier levering can always be had again, the order and
the settings of that moment only from here. Must never calculate.
"""

from __future__ import annotations

from sturing.store.conceptbasis_json import Conceptbasis, basis_naar_json, basis_van_json
from sturing.store.opslag import Cursor, Opslag
from sturing.store.plan import besloten_rang_van, instellingen_van
from sturing.store.sql_tekst import sql


def basis_nu(cursor: Cursor) -> str:
    """The order and the settings of now, as they are stored with a draft."""
    return basis_naar_json(
        Conceptbasis(besloten_rang=besloten_rang_van(cursor), instellingen=instellingen_van(cursor))
    )


def lees_basis(opslag: Opslag, concept: int) -> Conceptbasis | None:
    """On what the draft rests; None for a draft of before this was kept, or without a draft."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("concept/kopie"), {"concept": concept}).fetchall()
    tekst = rijen[0][2] if rijen else None
    return None if tekst is None else basis_van_json(tekst)


def zet_basis(cursor: Cursor, concept: int, levering: int) -> None:
    """The draft rests on the plan of now: `levering` with the order and settings of now."""
    cursor.execute(sql("concept/zet_basis"), {"concept": concept, "basis_levering": levering})
    cursor.execute(sql("concept/zet_basis_json"), {"concept": concept, "basis": basis_nu(cursor)})
