"""A draft on a plan that moved, and two drafts from one copy: what merges, and what is a conflict.

Pure. Base, mine and theirs are held against each other by field (domain/sleutel.py). Nothing is
chosen here: a conflict is given with its three values, and applied as the person chose.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.plan import Plan
from sturing.domain.scenario import Regel
from sturing.domain.sleutel import Sleutel, Veld, raken, sleutel_van
from sturing.domain.tijd import Horizon
from sturing.engine.bewogen import bewogen
from sturing.engine.oude_waarde import met_oude_waarde
from sturing.engine.planveld import Planzicht, bestaat, veldwaarde
from sturing.engine.scenario import pas_toe


@dataclass(frozen=True, slots=True, kw_only=True)
class Planbotsing:
    """A field that my lines touch and that the plan changed since: what stood there, what stands
    there now, and the numbers of my lines. `bestaat`: the object is still in the plan."""

    veld: Veld
    basis: object
    nu: object
    nummers: tuple[int, ...]
    bestaat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelbotsing:
    """Fields that mine and theirs changed differently since the copy; empty is no line at all."""

    velden: Sleutel
    basis: tuple[Regel, ...]
    mijn: tuple[Regel, ...]
    hun: tuple[Regel, ...]


def planbotsingen(
    regels: Sequence[Regel],
    basis: Planzicht,
    nu: Planzicht,
    oude_codes: Mapping[str, str],
) -> tuple[Planbotsing, ...]:
    """Every field of the lines whose value in the plan is another now than in `basis`.

    A place changed when the opdracht moved among the others, not when it only made room.
    `oude_codes` gives what an opdracht or team of now was called in `basis`.
    """
    nieuwe_codes = {oud: nieuw for nieuw, oud in oude_codes.items()}
    toen = [OpdrachtCode(nieuwe_codes.get(code, code)) for code in basis.plaatsen]
    verplaatst = bewogen(toen, list(nu.plaatsen))
    per_veld: dict[Veld, list[int]] = {}
    for regel in regels:
        for veld in sorted(sleutel_van(regel.wijziging)):
            per_veld.setdefault(veld, []).append(regel.nr)
    uit = []
    for veld, nummers in per_veld.items():
        oud_veld = (veld[0], *(oude_codes.get(code, code) for code in veld[1:]))
        voor, na = veldwaarde(basis, oud_veld), veldwaarde(nu, veld)
        er_nog = bestaat(nu, veld)
        if veld[0] == "plaats":
            anders = veld[1] in verplaatst or (voor is None) != (na is None)
        else:
            anders = voor != _zelfde_code(na, oude_codes)
        if anders or bestaat(basis, oud_veld) != er_nog:
            uit.append(
                Planbotsing(veld=veld, basis=voor, nu=na, nummers=tuple(nummers), bestaat=er_nog)
            )
    return tuple(uit)


def _zelfde_code(waarde: object, oude_codes: Mapping[str, str]) -> object:
    return oude_codes.get(waarde, waarde) if isinstance(waarde, str) else waarde


def op_nieuw_plan(
    regels: Sequence[Regel],
    botsingen: Sequence[Planbotsing],
    houd: Collection[Veld],
    plan: Plan,
    horizon: Horizon,
) -> tuple[Regel, ...]:
    """The lines on the plan of now: of a conflict the wish is kept (in `houd`) with the old value
    of now, or the plan of now is taken and the line goes."""
    weg = {botsing.veld for botsing in botsingen if botsing.veld not in houd}
    blijft = [nieuw for regel in regels if (nieuw := _zonder(regel, weg)) is not None]
    velden = {botsing.veld for botsing in botsingen}
    uit: list[Regel] = []
    for regel in blijft:
        if raken(sleutel_van(regel.wijziging), velden):
            stand = pas_toe(plan, [r.wijziging for r in uit if r.aan], horizon)
            regel = replace(regel, wijziging=met_oude_waarde(stand, regel.wijziging))
        uit.append(regel)
    return tuple(uit)


def _zonder(regel: Regel, weg: Collection[Veld]) -> Regel | None:
    """The line without these fields: a start keeps its status without its place, an order of the
    score its other opdrachten; any other line goes as a whole."""
    wijziging = regel.wijziging
    if not sleutel_van(wijziging) & set(weg):
        return regel
    if isinstance(wijziging, w.Start) and ("status", wijziging.opdracht) not in weg:
        return replace(regel, wijziging=replace(wijziging, plaats=None, onder=None))
    if isinstance(wijziging, w.ScoreVolgorde):
        rest = tuple(code for code in wijziging.opdrachten if ("plaats", code) not in weg)
        return replace(regel, wijziging=w.ScoreVolgorde(opdrachten=rest)) if rest else None
    return None


def drieweg(
    basis: Sequence[Regel], mijn: Sequence[Regel], hun: Sequence[Regel]
) -> tuple[tuple[Regelbotsing, ...], tuple[Regelbotsing, ...]]:
    """What can be taken from `hun` without asking, and the conflicts; what is equal is in neither.

    Lines that touch each other, on whatever side, are judged together.
    """
    neem: list[Regelbotsing] = []
    botsingen: list[Regelbotsing] = []
    for velden in _groepen((*basis, *mijn, *hun)):
        groep = Regelbotsing(
            velden=velden,
            basis=_in(basis, velden),
            mijn=_in(mijn, velden),
            hun=_in(hun, velden),
        )
        van_ons, van_hen = _inhoud(groep.mijn), _inhoud(groep.hun)
        oud = _inhoud(groep.basis)
        if van_hen in (van_ons, oud):
            continue
        (neem if van_ons == oud else botsingen).append(groep)
    return tuple(neem), tuple(botsingen)


def neem_over(mijn: Sequence[Regel], groepen: Sequence[Regelbotsing]) -> tuple[Regel, ...]:
    """My lines with those of theirs in place of mine, for these groups; theirs come at the end."""
    weg = {regel.nr for groep in groepen for regel in groep.mijn}
    erbij = [regel for groep in groepen for regel in groep.hun]
    return (*(regel for regel in mijn if regel.nr not in weg), *erbij)


def _groepen(regels: Sequence[Regel]) -> list[Sleutel]:
    groepen: list[Sleutel] = []
    for regel in regels:
        velden = sleutel_van(regel.wijziging)
        for groep in [g for g in groepen if raken(g, velden)]:
            groepen.remove(groep)
            velden |= groep
        groepen.append(velden)
    return groepen


def _in(regels: Sequence[Regel], velden: Sleutel) -> tuple[Regel, ...]:
    return tuple(r for r in regels if raken(sleutel_van(r.wijziging), velden))


def _inhoud(regels: Sequence[Regel]) -> list[tuple[object, bool]]:
    return [(regel.wijziging, regel.aan) for regel in regels]
