"""A scenario: the plan in force plus an ordered list of changes (rekenmodel section 6).

Two phases: first all changes of facts in list order, then the base order on the result, then the
placements (rang, start with a place, score order) in list order. A change that no longer fits is a
Conflict with its reason and is not applied; it is never skipped in silence. Norms are settled
before the other facts, so that hired hours are paid by the norms under which they are worked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.wijziging import (
    NormWijziging,
    Parkeer,
    Rang,
    ScoreVolgorde,
    Start,
    Stop,
    Wijziging,
)
from sturing.engine.feiten import pas_feit_toe
from sturing.engine.normfeiten import pas_norm_toe
from sturing.engine.volgorde import (
    Volgorde,
    basisvolgorde,
    groep,
    score,
    verplaats,
    zet_onder,
)
from sturing.engine.werkstand import Geweigerd, Kostenregel, Werkstand


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A change of the list that no longer fits; `index` is its position, `reden` is Dutch, B1."""

    index: int
    wijziging: Wijziging
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The plan after the changes, the order over all its opdrachten, and what did not fit.

    `kosten`: what every Inhuur costs per year. `basis` is the order before the placements.
    """

    plan: Plan
    volgorde: Volgorde
    conflicten: tuple[Conflict, ...]
    kosten: tuple[Kostenregel, ...] = ()
    basis: Volgorde = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feitenstand:
    """The result of the first phase, kept to be used again when only placements change."""

    plan: Plan
    basis: Volgorde
    conflicten: tuple[Conflict, ...]
    kosten: tuple[Kostenregel, ...]


def is_feit(wijziging: Wijziging) -> bool:
    """Does the change alter facts (and not only places)?"""
    return not isinstance(wijziging, Rang | ScoreVolgorde)


def pas_toe(plan: Plan, wijzigingen: Sequence[Wijziging], horizon: Horizon) -> Stand:
    """Apply the changes. An empty list gives the plan itself in its base order."""
    return plaats_alles(feitenstand(plan, wijzigingen, horizon), wijzigingen)


def feitenstand(plan: Plan, wijzigingen: Sequence[Wijziging], horizon: Horizon) -> Feitenstand:
    """The first phase: every change of facts, in list order."""
    conflicten: list[Conflict] = []
    normen = plan.normen
    for index, wijziging in enumerate(wijzigingen):
        if isinstance(wijziging, NormWijziging):
            try:
                normen = pas_norm_toe(plan, normen, wijziging)
            except Geweigerd as fout:
                conflicten.append(Conflict(index=index, wijziging=wijziging, reden=fout.reden))
    stand = Werkstand(plan, horizon, normen)
    for index, wijziging in enumerate(wijzigingen):
        if isinstance(wijziging, NormWijziging | Rang | ScoreVolgorde):
            continue
        stand.index = index
        try:
            pas_feit_toe(stand, wijziging)
        except Geweigerd as fout:
            conflicten.append(Conflict(index=index, wijziging=wijziging, reden=fout.reden))
    nieuw = stand.sluit()
    return Feitenstand(
        plan=nieuw,
        basis=basisvolgorde(nieuw),
        conflicten=tuple(conflicten),
        kosten=tuple(stand.kosten),
    )


def plaats_alles(feiten: Feitenstand, wijzigingen: Sequence[Wijziging]) -> Stand:
    """The second phase: every placement, in list order, on the base order."""
    plan, volgorde = feiten.plan, feiten.basis
    conflicten = list(feiten.conflicten)
    mislukt = {conflict.index for conflict in conflicten}
    stil = {w.opdracht for w in wijzigingen if isinstance(w, Parkeer | Stop)}
    vraagt = {opdracht.opdracht: opdracht.status.vraagt for opdracht in plan.opdrachten}
    for index, wijziging in enumerate(wijzigingen):
        if index in mislukt:
            continue
        try:
            if isinstance(wijziging, Rang):
                if wijziging.opdracht not in vraagt:
                    raise Geweigerd(f"Opdracht {wijziging.opdracht} bestaat niet meer.")
                if not vraagt[wijziging.opdracht] and wijziging.opdracht not in stil:
                    raise Geweigerd(
                        f"Opdracht {wijziging.opdracht} is niet gepland of lopend en heeft dus "
                        "geen plaats."
                    )
                volgorde = _zet(plan, volgorde, wijziging, wijziging.plaats)
            elif isinstance(wijziging, Start) and wijziging.plaats is not None:
                volgorde = _zet(plan, volgorde, wijziging, wijziging.plaats)
            elif isinstance(wijziging, ScoreVolgorde):
                volgorde = _op_score(plan, volgorde, wijziging)
        except Geweigerd as fout:
            conflicten.append(Conflict(index=index, wijziging=wijziging, reden=fout.reden))
    return Stand(
        plan=plan,
        volgorde=volgorde,
        conflicten=tuple(sorted(conflicten, key=lambda conflict: conflict.index)),
        kosten=feiten.kosten,
        basis=feiten.basis,
    )


def _zet(plan: Plan, volgorde: Volgorde, wijziging: Rang | Start, plaats: int) -> Volgorde:
    """Directly under `onder` when it is given and still there, else at `plaats`."""
    onder = wijziging.onder
    if onder is not None and onder != wijziging.opdracht and onder in volgorde:
        return zet_onder(plan, volgorde, wijziging.opdracht, onder)
    return verplaats(plan, volgorde, wijziging.opdracht, plaats)[0]


def _op_score(plan: Plan, volgorde: Volgorde, wijziging: ScoreVolgorde) -> Volgorde:
    """The chosen set takes its own places by score, inside each wettelijk group; ties by code."""
    opdrachten = {opdracht.opdracht: opdracht for opdracht in plan.opdrachten}
    weg = sorted(set(wijziging.opdrachten) - set(opdrachten))
    if weg:
        raise Geweigerd(f"Opdracht {', '.join(weg)} bestaat niet meer.")
    gekozen = set(wijziging.opdrachten)
    gewichten = plan.instellingen.gewichten
    op_score = iter(
        sorted(
            gekozen,
            key=lambda code: (
                groep(plan, opdrachten[code]),
                -score(opdrachten[code], gewichten),
                code,
            ),
        )
    )
    return tuple(next(op_score) if code in gekozen else code for code in volgorde)
