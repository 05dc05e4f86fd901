"""One draft as it stands in the database.

Owns what a draft is and how it is read. Must never change anything (concepten.py does).
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.scenario import Regel, actief
from sturing.domain.wijziging import Wijziging
from sturing.errors import InvoerError
from sturing.store.opslag import Cursor
from sturing.store.regel_json import regels_van_json
from sturing.store.sql_tekst import sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One draft. `versie` rises with every write and is of no other draft; `basis_levering` is
    where it began (0: nothing); `kopie_van` the draft that it was copied from.

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
    omschrijving: str = ""
    gearchiveerd: bool = False
    kopie_van: int | None = None

    @property
    def wijzigingen(self) -> tuple[Wijziging, ...]:
        """The changes that count: of the lines that are on, in order."""
        return actief(self.regels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A draft and the number of the state that it is in."""

    concept: Concept
    stap: int


def lees_stand(cursor: Cursor, concept_id: int) -> Stand:
    """The draft `concept_id`. Raises InvoerError when there is none with this number."""
    rijen = cursor.execute(sql("concept/lees"), {"id": concept_id}).fetchall()
    per_stap = {stap: tekst for *_, stap, tekst in rijen}
    if not rijen or rijen[0][4] not in per_stap:
        raise InvoerError(f"Concept {concept_id} bestaat niet.")
    naam, eigenaar, basis_levering, versie, nu, omschrijving, weg, kopie_van, _, _ = rijen[0]
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
        omschrijving=omschrijving,
        gearchiveerd=weg,
        kopie_van=kopie_van,
    )
    return Stand(concept=concept, stap=nu)
