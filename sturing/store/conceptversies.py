"""Every version of a draft: who made it, which lines went out and which came in.

Owns the record by which two people in one draft are held apart, also what undo brought back. A
version is given out once in the whole database, so that it names its draft as well. Must never
judge whether two changes touch each other (services/bewerken.py does, by domain/sleutel.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sturing.domain.scenario import Regel
from sturing.errors import ConflictError
from sturing.store.opslag import Cursor, Opslag
from sturing.store.regel_json import regels_naar_json, regels_van_json
from sturing.store.sql_tekst import sql

BEWAARD = 10_000
"""So many versions of one draft are kept; the oldest go first."""
_OPRUIMEN_OM = 100
"""Old versions are looked for once in so many versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """One version: `door` (account) took the lines `weg` out and put the lines `erbij` in."""

    versie: int
    door: str
    weg: tuple[Regel, ...]
    erbij: tuple[Regel, ...]


def volgende(cursor: Cursor) -> int:
    """The next version to give out, to any draft."""
    return int(cursor.execute(sql("concept/laatste_versie")).fetchall()[0][0]) + 1


def noteer(
    cursor: Cursor,
    versie: int,
    *,
    concept: int,
    door: str,
    oud: Iterable[Regel],
    nieuw: Iterable[Regel],
) -> None:
    """Record as version `versie` (see `volgende`) the change of the list from `oud` to `nieuw`."""
    voor, na = {r.nr: r for r in oud}, {r.nr: r for r in nieuw}
    cursor.execute(
        sql("concept/voeg_versie_in"),
        {
            "versie": versie,
            "concept": concept,
            "door": door,
            "weg": regels_naar_json(r for nr, r in voor.items() if _anders(r, na.get(nr))),
            "erbij": regels_naar_json(r for nr, r in na.items() if _anders(r, voor.get(nr))),
        },
    )
    if versie % _OPRUIMEN_OM == 0:
        cursor.execute(sql("concept/neem_versies_uit"), {"concept": concept, "bewaard": BEWAARD})


def huidige(cursor: Cursor, concept: int) -> int:
    """The version of the last write to the draft; 0 when it is gone."""
    rijen = cursor.execute(sql("concept/versie"), {"id": concept}).fetchall()
    return int(rijen[0][0]) if rijen else 0


def sinds(cursor: Cursor, concept: int, versie: int) -> tuple[Versie, ...]:
    """What happened to the draft after `versie`, oldest first.

    Raises ConflictError when that version was of another draft, or is not known any more.
    """
    gevonden = cursor.execute(sql("concept/concept_van_versie"), {"versie": versie}).fetchall()
    if not gevonden or gevonden[0][0] != concept:
        raise ConflictError(
            "U werkt inmiddels in een ander concept."
            if gevonden
            else "Wat u zag, is te lang geleden gewijzigd.",
            hint="U ziet nu de nieuwste stand. Er is niets opgeslagen.",
        )
    return _na(cursor, concept, versie)


def geschiedenis(opslag: Opslag, concept: int) -> tuple[Versie, ...]:
    """Every kept version of a draft, oldest first."""
    with opslag.lezen() as cursor:
        return _na(cursor, concept, 0)


def _na(cursor: Cursor, concept: int, versie: int) -> tuple[Versie, ...]:
    rijen = cursor.execute(
        sql("concept/versies_sinds"), {"concept": concept, "versie": versie}
    ).fetchall()
    return tuple(
        Versie(
            versie=nummer,
            door=door,
            weg=regels_van_json(weg, door),
            erbij=regels_van_json(erbij, door),
        )
        for nummer, door, weg, erbij in rijen
    )


def _anders(regel: Regel, ander: Regel | None) -> bool:
    return ander is None or (regel.wijziging, regel.aan) != (ander.wijziging, ander.aan)
