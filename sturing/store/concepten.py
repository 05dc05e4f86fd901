"""Drafts of scenarios, with every step of them, so that a reload or a crash loses nothing.

Owns the drafts and their undo and redo. A draft is a row of states: every write adds one,
`ongedaan` and `opnieuw` walk along them, and a write after `ongedaan` drops the states that were
undone. Every write names the version that it saw and raises the version; another one is a
ConflictError and nothing is stored. Must never apply or judge a change (the engine does).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sturing.domain.scenario import Regel, actief
from sturing.domain.wijziging import Wijziging
from sturing.errors import ConflictError, InvoerError
from sturing.store.opslag import Cursor, Opslag
from sturing.store.regel_json import regels_naar_json, regels_van_json
from sturing.store.sql_tekst import sql

EERSTE_VERSIE = 1
"""The version of a draft to which nothing was done yet."""
MAX_STAPPEN = 200
"""So many states of one draft are kept; the oldest go first."""
MAX_REGELS = 1_000
"""A draft holds at most so many lines; a number of a line is its version x this + its position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One draft. `versie` rises with every write; `basis_levering` is where it began (0: nothing).

    `regels` is the list as it is now, also the lines that are off; `terug` what `opnieuw` would
    bring back: the changes of the next state that are not in this one (empty when the next state
    only takes changes away).
    """

    id: int
    naam: str
    eigenaar: str
    basis_levering: int
    versie: int
    regels: tuple[Regel, ...]
    terug: tuple[Wijziging, ...]
    kan_ongedaan: bool
    kan_opnieuw: bool

    @property
    def wijzigingen(self) -> tuple[Wijziging, ...]:
        """The changes that count: of the lines that are on, in order."""
        return actief(self.regels)


def maak(opslag: Opslag, *, naam: str, eigenaar: str, basis_levering: int) -> Concept:
    """A new, empty draft of the account `eigenaar`, at EERSTE_VERSIE."""
    with opslag.schrijven() as cursor:
        concept_id = int(cursor.execute(sql("concept/laatste_id")).fetchall()[0][0]) + 1
        cursor.execute(
            sql("concept/voeg_in"),
            {
                "id": concept_id,
                "naam": naam,
                "eigenaar": eigenaar,
                "basis_levering": basis_levering,
            },
        )
        _zet_stap(cursor, concept_id, 0, ())
        return _lees(cursor, concept_id).concept


def lees(opslag: Opslag, concept_id: int) -> Concept:
    """The draft as it is now. Raises InvoerError when there is none with this number."""
    with opslag.lezen() as cursor:
        return _lees(cursor, concept_id).concept


def lijst(opslag: Opslag, eigenaar: str | None = None) -> tuple[Concept, ...]:
    """The drafts of an account (None: all), the newest last."""
    with opslag.lezen() as cursor:
        nummers = cursor.execute(sql("concept/van_eigenaar"), {"eigenaar": eigenaar}).fetchall()
        return tuple(_lees(cursor, nummer).concept for (nummer,) in nummers)


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


def leeg(opslag: Opslag, concept_id: int, verwachte_versie: int) -> Concept:
    """Back to the plan in force, as one step that can be undone. ConflictError as `voeg_toe`."""
    return vervang(opslag, concept_id, (), verwachte_versie)


def ongedaan(opslag: Opslag, concept_id: int, verwachte_versie: int) -> Concept:
    """One state back. Raises ConflictError when there is none, or as `voeg_toe`."""
    return _wandel(opslag, concept_id, verwachte_versie, -1)


def opnieuw(opslag: Opslag, concept_id: int, verwachte_versie: int) -> Concept:
    """One state forward again. Raises ConflictError when there is none, or as `voeg_toe`."""
    return _wandel(opslag, concept_id, verwachte_versie, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """A draft and the number of the state that it is in."""

    concept: Concept
    stap: int


def _wandel(opslag: Opslag, concept_id: int, verwachte_versie: int, richting: int) -> Concept:
    with opslag.schrijven() as cursor:
        nu = _eis_versie(cursor, concept_id, verwachte_versie)
        if not (nu.concept.kan_ongedaan if richting < 0 else nu.concept.kan_opnieuw):
            woord = "ongedaan te maken" if richting < 0 else "opnieuw te doen"
            raise ConflictError(f"Er is niets om {woord}.")
        _zet_stand(cursor, nu, nu.stap + richting)
        return _lees(cursor, concept_id).concept


def _nieuwe_stap(
    cursor: Cursor, nu: _Stand, regels: tuple[Regel | Wijziging, ...], door: str | None
) -> Concept:
    stap, versie = nu.stap + 1, nu.concept.versie + 1
    if len(regels) >= MAX_REGELS:
        raise InvoerError(
            f"Een concept kan niet meer dan {MAX_REGELS - 1} wijzigingen houden.",
            hint="Leg dit concept voor als besluit, of begin een nieuw.",
        )
    oud = {regel.nr: regel for regel in nu.concept.regels}
    nieuw = tuple(
        _regel(deel, oud, versie * MAX_REGELS + plek, versie, door or nu.concept.eigenaar)
        for plek, deel in enumerate(regels)
    )
    cursor.execute(
        sql("concept/neem_stappen_uit"),
        {"concept": nu.concept.id, "vanaf": stap, "tot": stap - MAX_STAPPEN},
    )
    _zet_stap(cursor, nu.concept.id, stap, nieuw)
    _zet_stand(cursor, nu, stap)
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


def _zet_stand(cursor: Cursor, nu: _Stand, stap: int) -> None:
    cursor.execute(
        sql("concept/zet_stand"),
        {"id": nu.concept.id, "versie": nu.concept.versie + 1, "stap": stap},
    )


def _eis_versie(cursor: Cursor, concept_id: int, verwachte_versie: int) -> _Stand:
    stand = _lees(cursor, concept_id)
    if stand.concept.versie != verwachte_versie:
        raise ConflictError(
            "Dit concept is net ergens anders gewijzigd.",
            hint="Bekijk de nieuwste stand en probeer het opnieuw. Er is niets opgeslagen.",
        )
    return stand


def _lees(cursor: Cursor, concept_id: int) -> _Stand:
    rijen = cursor.execute(sql("concept/lees"), {"id": concept_id}).fetchall()
    per_stap = {stap: tekst for *_, stap, tekst in rijen}
    if not rijen or rijen[0][4] not in per_stap:
        raise InvoerError(f"Concept {concept_id} bestaat niet.")
    naam, eigenaar, basis_levering, versie, nu, _, _ = rijen[0]
    regels = regels_van_json(per_stap[nu], eigenaar)
    straks = actief(regels_van_json(per_stap[nu + 1], eigenaar)) if nu + 1 in per_stap else ()
    concept = Concept(
        id=concept_id,
        naam=naam,
        eigenaar=eigenaar,
        basis_levering=basis_levering,
        versie=versie,
        regels=regels,
        terug=tuple(w for w in straks if w not in actief(regels)),
        kan_ongedaan=nu - 1 in per_stap,
        kan_opnieuw=nu + 1 in per_stap,
    )
    return _Stand(concept=concept, stap=nu)
