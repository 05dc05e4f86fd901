"""The order: one total order over the whole organisation (rekenmodel section 3).

The order covers all opdrachten; only those that claim (gepland, lopend) have a place, the others
keep their position so that they come back where they stood. Must never know hours or filters.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from sturing.domain.codes import OpdrachtCode
from sturing.domain.plan import Gewichten, Plan
from sturing.domain.werk import Opdracht
from sturing.errors import InvoerError

Volgorde = tuple[OpdrachtCode, ...]


@lru_cache(maxsize=1 << 16)
def _score(waarden: tuple[object, ...], gewichten: tuple[object, ...]) -> Fraction:
    eigen, *criteria = waarden
    if eigen is not None:
        return Fraction(str(eigen))
    return sum(
        (
            Fraction(str(gewicht)) * Fraction(str(waarde))
            for gewicht, waarde in zip(gewichten, criteria, strict=True)
            if waarde is not None
        ),
        Fraction(0),
    )


def score(opdracht: Opdracht, gewichten: Gewichten) -> Fraction:
    """The given `waarde`, else the sum of weight x value; an empty value counts 0. Exact."""
    return _score(
        (
            opdracht.waarde,
            opdracht.maatschappelijke_waarde,
            opdracht.medewerkerswaarde,
            opdracht.financiele_waarde,
        ),
        (
            gewichten.maatschappelijke_waarde,
            gewichten.medewerkerswaarde,
            gewichten.financiele_waarde,
        ),
    )


def groep(plan: Plan, opdracht: Opdracht) -> int:
    """0 for legal work while `wettelijk eerst` is on, 1 for the rest; the groups are closed."""
    return int(not opdracht.wettelijk) if plan.instellingen.wettelijk_eerst else 0


def basisvolgorde(plan: Plan) -> Volgorde:
    """All opdrachten by the rules 1 to 4: wettelijk, decided rang, uploaded rang, score, code."""
    besloten = plan.besloten_rang
    gewichten = plan.instellingen.gewichten

    def sleutel(opdracht: Opdracht) -> tuple[int, bool, int, bool, int, Fraction, str]:
        vast = besloten.get(opdracht.opdracht)
        wens = opdracht.rang
        return (
            groep(plan, opdracht),
            vast is None,
            vast or 0,
            wens is None,
            wens or 0,
            -score(opdracht, gewichten),
            opdracht.opdracht,
        )

    return tuple(opdracht.opdracht for opdracht in sorted(plan.opdrachten, key=sleutel))


def vragers(plan: Plan, volgorde: Sequence[OpdrachtCode]) -> Volgorde:
    """The opdrachten of the order that claim, in order: their index plus one is their place."""
    vraagt = {opdracht.opdracht for opdracht in plan.opdrachten if opdracht.status.vraagt}
    return tuple(code for code in volgorde if code in vraagt)


def plaatsen(plan: Plan, volgorde: Sequence[OpdrachtCode]) -> dict[OpdrachtCode, int]:
    """Place of every claiming opdracht, 1 for the first."""
    return {code: nummer for nummer, code in enumerate(vragers(plan, volgorde), start=1)}


def verplaats(
    plan: Plan, volgorde: Sequence[OpdrachtCode], opdracht: OpdrachtCode, plaats: int
) -> tuple[Volgorde, int, OpdrachtCode | None]:
    """Take the opdracht out and put it back at `plaats`, clamped to its group.

    Returns the new order, the place it reached (counted over the claiming opdrachten, itself
    included) and the opdracht directly above it (None at the top of its group). Raises
    InvoerError when the opdracht does not stand in the order.
    """
    groepen = {o.opdracht: groep(plan, o) for o in plan.opdrachten}
    if opdracht not in groepen or opdracht not in volgorde:
        raise InvoerError(f"De opdracht '{opdracht}' bestaat niet.")
    eigen = groepen[opdracht]
    rest = [code for code in volgorde if code != opdracht]
    boven = [code for code in vragers(plan, rest) if groepen[code] <= eigen]
    eerder = sum(1 for code in boven if groepen[code] < eigen)
    bereikt = min(max(plaats, eerder + 1), len(boven) + 1)
    onder = boven[bereikt - 2] if bereikt > eerder + 1 else None
    return zet_onder(plan, rest, opdracht, onder), bereikt, onder


def zet_onder(
    plan: Plan,
    volgorde: Sequence[OpdrachtCode],
    opdracht: OpdrachtCode,
    onder: OpdrachtCode | None,
) -> Volgorde:
    """Put the opdracht directly under `onder`, or at the top of its own group when None.

    When `onder` has moved to the other group, the opdracht ends at the border of its own.
    """
    groepen = {o.opdracht: groep(plan, o) for o in plan.opdrachten}
    eigen = groepen[opdracht]
    rest = [code for code in volgorde if code != opdracht]
    begin = sum(1 for code in rest if groepen[code] < eigen)
    einde = sum(1 for code in rest if groepen[code] <= eigen)
    positie = begin if onder is None else rest.index(onder) + 1
    positie = min(max(positie, begin), einde)
    return (*rest[:positie], opdracht, *rest[positie:])
