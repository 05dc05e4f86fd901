"""Drafts of scenarios, with every step of them, so that a reload or a crash loses nothing.

Owns the drafts and their undo and redo. A draft is a row of states: every write adds one,
`ongedaan` and `opnieuw` walk along them, and a write after `ongedaan` drops the states that were
undone. Every write names the version that it saw and raises the version; another one is a
ConflictError and nothing is stored. What every version changed is recorded beside it
(conceptversies.py). Must never apply or judge a change (the engine does).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sturing.domain.scenario import Regel
from sturing.domain.wijziging import Wijziging
from sturing.errors import ConflictError, InvoerError
from sturing.store import conceptversies
from sturing.store.conceptbasis import basis_nu
from sturing.store.conceptlezing import Concept, Stand, lees_stand
from sturing.store.opslag import Cursor, Opslag
from sturing.store.regel_json import regels_naar_json
from sturing.store.sql_tekst import sql

__all__ = ["Concept"]

MAX_STAPPEN = 200
"""So many states of one draft are kept; the oldest go first."""
MAX_REGELS = 1_000
"""A draft holds at most so many lines; a number of a line is its version x this + its position."""


def maak(
    opslag: Opslag,
    *,
    naam: str,
    eigenaar: str,
    basis_levering: int,
    omschrijving: str = "",
) -> Concept:
    """A new, empty draft of the account `eigenaar`, at a version of its own."""
    with opslag.schrijven() as cursor:
        return _begin(
            cursor,
            _Begin(
                naam=naam,
                eigenaar=eigenaar,
                basis_levering=basis_levering,
                omschrijving=omschrijving,
                basis=basis_nu(cursor),
            ),
        )


def kopieer(opslag: Opslag, bron: int, *, naam: str, eigenaar: str) -> Concept:
    """A new draft of `eigenaar` with the lines of draft `bron`, resting on the same levering.

    The lines keep their number and author, so that both can be merged later. Raises InvoerError
    when there is no such draft.
    """
    with opslag.schrijven() as cursor:
        van = lees_stand(cursor, bron).concept
        ((_, _, basis, _),) = cursor.execute(sql("concept/kopie"), {"concept": bron}).fetchall()
        return _begin(
            cursor,
            _Begin(
                naam=naam,
                eigenaar=eigenaar,
                basis_levering=van.basis_levering,
                omschrijving=van.omschrijving,
                basis=basis,
                kopie_van=bron,
                regels=van.regels,
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begin:
    """What a draft begins with."""

    naam: str
    eigenaar: str
    basis_levering: int
    omschrijving: str
    basis: str | None
    kopie_van: int | None = None
    regels: tuple[Regel, ...] = ()


def _begin(cursor: Cursor, begin: _Begin) -> Concept:
    concept_id = int(cursor.execute(sql("concept/laatste_id")).fetchall()[0][0]) + 1
    versie = conceptversies.volgende(cursor)
    conceptversies.noteer(
        cursor, versie, concept=concept_id, door=begin.eigenaar, oud=(), nieuw=begin.regels
    )
    cursor.execute(
        sql("concept/voeg_in"),
        {
            "id": concept_id,
            "naam": begin.naam,
            "eigenaar": begin.eigenaar,
            "basis_levering": begin.basis_levering,
            "versie": versie,
        },
    )
    cursor.execute(
        sql("concept/voeg_gegevens_in"),
        {
            "concept": concept_id,
            "omschrijving": begin.omschrijving,
            "kopie_van": begin.kopie_van,
            "kopie_regels": regels_naar_json(begin.regels),
            "basis": begin.basis,
        },
    )
    _zet_stap(cursor, concept_id, 0, begin.regels)
    return lees_stand(cursor, concept_id).concept


def lees(opslag: Opslag, concept_id: int) -> Concept:
    """The draft as it is now. Raises InvoerError when there is none with this number."""
    with opslag.lezen() as cursor:
        return lees_stand(cursor, concept_id).concept


def zoek(opslag: Opslag, concept_id: int) -> Concept | None:
    """The draft as it is now; None when it is gone."""
    try:
        return lees(opslag, concept_id)
    except InvoerError:
        return None


def lijst(opslag: Opslag, eigenaar: str | None = None) -> tuple[Concept, ...]:
    """The drafts of an account (None: all), the newest last."""
    with opslag.lezen() as cursor:
        nummers = cursor.execute(sql("concept/van_eigenaar"), {"eigenaar": eigenaar}).fetchall()
        return tuple(lees_stand(cursor, nummer).concept for (nummer,) in nummers)


def voeg_toe(
    opslag: Opslag,
    concept_id: int,
    wijziging: Wijziging,
    verwachte_versie: int,
    door: str | None = None,
) -> Concept:
    """Add one change at the end. Raises ConflictError when the version is another by now."""
    with opslag.schrijven() as cursor:
        nu = _eis_versie(cursor, concept_id, verwachte_versie)
        return _nieuwe_stap(cursor, nu, (*nu.concept.regels, wijziging), door)


def vervang(
    opslag: Opslag,
    concept_id: int,
    regels: Iterable[Regel | Wijziging],
    verwachte_versie: int,
    door: str | None = None,
) -> Concept:
    """Put a whole list in place, as one step. ConflictError as `voeg_toe`.

    A bare change becomes a new line; a line that differs from the stored one with its number is
    written by `door` (None: the owner). Raises InvoerError above MAX_REGELS lines.
    """
    with opslag.schrijven() as cursor:
        nu = _eis_versie(cursor, concept_id, verwachte_versie)
        return _nieuwe_stap(cursor, nu, tuple(regels), door)


def leeg(
    opslag: Opslag, concept_id: int, verwachte_versie: int, door: str | None = None
) -> Concept:
    """Back to the plan in force, as one step that can be undone. ConflictError as `voeg_toe`."""
    return vervang(opslag, concept_id, (), verwachte_versie, door)


def ongedaan(
    opslag: Opslag, concept_id: int, verwachte_versie: int, door: str | None = None
) -> Concept:
    """One state back. Raises ConflictError when there is none, or as `voeg_toe`."""
    return _wandel(opslag, concept_id, verwachte_versie, -1, door)


def opnieuw(
    opslag: Opslag, concept_id: int, verwachte_versie: int, door: str | None = None
) -> Concept:
    """One state forward again. Raises ConflictError when there is none, or as `voeg_toe`."""
    return _wandel(opslag, concept_id, verwachte_versie, 1, door)


def _wandel(
    opslag: Opslag, concept_id: int, verwachte_versie: int, richting: int, door: str | None
) -> Concept:
    with opslag.schrijven() as cursor:
        nu = _eis_versie(cursor, concept_id, verwachte_versie)
        if not (nu.concept.kan_ongedaan if richting < 0 else nu.concept.kan_opnieuw):
            woord = "ongedaan te maken" if richting < 0 else "opnieuw te doen"
            raise ConflictError(f"Er is niets om {woord}.")
        _zet_stand(cursor, concept_id, nu.concept.versie, nu.stap + richting)
        straks = lees_stand(cursor, concept_id).concept
        versie = conceptversies.volgende(cursor)
        conceptversies.noteer(
            cursor,
            versie,
            concept=concept_id,
            door=door or nu.concept.eigenaar,
            oud=nu.concept.regels,
            nieuw=straks.regels,
        )
        _zet_stand(cursor, concept_id, versie, nu.stap + richting)
        return replace(straks, versie=versie)


def _nieuwe_stap(
    cursor: Cursor, nu: Stand, regels: tuple[Regel | Wijziging, ...], door: str | None
) -> Concept:
    stap, versie = nu.stap + 1, conceptversies.volgende(cursor)
    wie = door or nu.concept.eigenaar
    if len(regels) >= MAX_REGELS:
        raise InvoerError(
            f"Een concept kan niet meer dan {MAX_REGELS - 1} wijzigingen houden.",
            hint="Leg dit concept voor als besluit, of begin een nieuw.",
        )
    oud = {regel.nr: regel for regel in nu.concept.regels}
    nieuw = tuple(
        _regel(deel, oud, versie * MAX_REGELS + plek, versie, wie)
        for plek, deel in enumerate(regels)
    )
    cursor.execute(
        sql("concept/neem_stappen_uit"),
        {"concept": nu.concept.id, "vanaf": stap, "tot": stap - MAX_STAPPEN},
    )
    _zet_stap(cursor, nu.concept.id, stap, nieuw)
    conceptversies.noteer(
        cursor, versie, concept=nu.concept.id, door=wie, oud=nu.concept.regels, nieuw=nieuw
    )
    _zet_stand(cursor, nu.concept.id, versie, stap)
    return replace(
        nu.concept, versie=versie, regels=nieuw, terug=(), kan_ongedaan=True, kan_opnieuw=False
    )


def _regel(
    deel: Regel | Wijziging, oud: dict[int, Regel], nr: int, versie: int, door: str
) -> Regel:
    """The line as it is stored: what did not change keeps its author."""
    if not isinstance(deel, Regel):
        return Regel(nr=nr, wijziging=deel, door=door, versie=versie)
    bekend = oud.get(deel.nr)
    if bekend is not None and (bekend.wijziging, bekend.aan) == (deel.wijziging, deel.aan):
        return bekend
    return replace(deel, door=door, versie=versie)


def _zet_stap(cursor: Cursor, concept_id: int, stap: int, regels: tuple[Regel, ...]) -> None:
    cursor.execute(
        sql("concept/voeg_stap_in"),
        {"concept": concept_id, "stap": stap, "wijzigingen": regels_naar_json(regels)},
    )


def _zet_stand(cursor: Cursor, concept_id: int, versie: int, stap: int) -> None:
    cursor.execute(sql("concept/zet_stand"), {"id": concept_id, "versie": versie, "stap": stap})


def _eis_versie(cursor: Cursor, concept_id: int, verwachte_versie: int) -> Stand:
    stand = lees_stand(cursor, concept_id)
    if stand.concept.versie != verwachte_versie:
        raise ConflictError(
            "Dit concept is net ergens anders gewijzigd.",
            hint="Bekijk de nieuwste stand en probeer het opnieuw. Er is niets opgeslagen.",
        )
    return stand
