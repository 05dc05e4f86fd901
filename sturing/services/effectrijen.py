"""Rows of before, after and difference in whole units that add up to the total under them.

Owns the rounding of such figures: input is hundredths of an hour or cents, output whole hours or
euros. It is done over all keys of a dimension at once, so that a key has the same number in every
table, whatever is folded there. Equal values show no difference, and every column adds up. No
calculation of what the values are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

from sturing.engine.effecten import Dimensie, Effectregel, Verschilregel
from sturing.services import notatie
from sturing.services.beelden import Effectrij
from sturing.services.namen import Namen

_RIJEN_ZONDER_VOUW = 12

Paar = tuple[str | None, int, int]
"""A key with its value before and after, in hundredths."""


def effectrijen(
    dimensie: Dimensie, verschil: Sequence[Verschilregel], namen: Namen
) -> tuple[Effectrij, ...]:
    """Granted hours per key, before and after: what changed first, then the order of the keys.

    Up to twelve keys stand all; of more, the changed ones and the largest, and one row for the
    others. Every column adds up to its total as shown.
    """
    paren = paren_van(verschil, lambda regel: regel.toegekend_honderdste)
    return rijen_van(paren, lambda s: namen.sleutel(dimensie, s).removeprefix("Team "))


def paren_van(
    verschil: Sequence[Verschilregel], waarde: Callable[[Effectregel], int]
) -> list[Paar]:
    """The value of every key on both sides; 0 where the key does not occur."""
    return [
        (
            regel.sleutel,
            waarde(regel.voor) if regel.voor else 0,
            waarde(regel.na) if regel.na else 0,
        )
        for regel in verschil
    ]


def rijen_van(paren: Sequence[Paar], naam: Callable[[str | None], str]) -> tuple[Effectrij, ...]:
    """The rows of `paren`, what differs first and otherwise in their own order, folded above
    twelve, and the total."""
    heel = hele_paren(paren)
    gekozen = gekozen_sleutels(paren)
    rijen = [_rij(naam(s), *heel[s], sleutel=s or "") for s, _, _ in paren if s in gekozen]
    rijen.sort(key=lambda rij: not rij.verschil_uren)
    rest = [heel[s] for s, _, _ in paren if s not in gekozen]
    if rest:
        van, naar = sum(a for a, _ in rest), sum(b for _, b in rest)
        rijen.append(_rij(f"{len(rest)} andere", van, naar, rest=True))
    som = sum(rij.voor_uren for rij in rijen), sum(rij.na_uren for rij in rijen)
    return (*rijen, _rij("Samen", *som, totaal=True))


def _rij(
    naam: str,
    voor: int,
    na: int,
    *,
    totaal: bool = False,
    sleutel: str = "",
    rest: bool = False,
) -> Effectrij:
    return Effectrij(
        naam=naam,
        voor_uren=voor,
        na_uren=na,
        verschil_uren=na - voor,
        totaal=totaal,
        sleutel=sleutel,
        rest=rest,
    )


def hele_paren(paren: Sequence[Paar]) -> dict[str | None, tuple[int, int]]:
    """Whole units before and after per key, each side adding up to its own rounded total.

    By largest remainder, ties to the lower key. The side after gives and takes among the changed
    keys only, and who got more shows no less there, so that rounding never invents a loser; a key
    that did not change differs only when all the changed ones show 0, and one goes the other way
    only when the column could not add up otherwise.
    """
    op_sleutel = sorted(paren, key=lambda p: (p[0] is None, p[0] or ""))
    links = notatie.rond_op_totaal([a for _, a, _ in op_sleutel])
    rechts = [_begin(x, a, b) for x, (_, a, b) in zip(links, op_sleutel, strict=True)]
    tekort = notatie.uren_heel(sum(b for _, _, b in paren)) - sum(rechts)
    alle = range(len(op_sleutel))
    gewijzigd = [i for i in alle if op_sleutel[i][1] != op_sleutel[i][2]]
    stap = 1 if tekort > 0 else -1

    def beurt(i: int) -> tuple[bool, int, int]:
        """Who would show the other way round than it went comes last, then the nearest first."""
        naar = rechts[i] + stap
        ver = stap * (rechts[i] * 100 - op_sleutel[i][2])
        return _andersom(links[i], naar, op_sleutel[i]), ver, i

    rij = [beurt(i) for i in gewijzigd if rechts[i] + stap >= 0]
    heapify(rij)
    for _ in range(abs(tekort)):
        if not rij:
            rij = [beurt(i) for i in alle if rechts[i] + stap >= 0]
            heapify(rij)
        _, _, i = heappop(rij)
        rechts[i] += stap
        if rechts[i] + stap >= 0:
            heappush(rij, beurt(i))
    return {s: (x, y) for (s, _, _), x, y in zip(op_sleutel, links, rechts, strict=True)}


def _begin(voor: int, a: int, b: int) -> int:
    """The side after of a key before the total is made up: never the other way than it went."""
    if a == b:
        return voor
    return max(voor, b // 100) if b > a else min(voor, b // 100)


def _andersom(voor: int, na: int, paar: Paar) -> bool:
    """Would a winner show as a loser, or a loser as a winner?"""
    _, a, b = paar
    return (na - voor) * (b - a) < 0


def gekozen_sleutels(paren: Sequence[Paar]) -> frozenset[str | None]:
    """The keys that stand by themselves: all up to twelve, else the changed and the largest."""
    if len(paren) <= _RIJEN_ZONDER_VOUW:
        return frozenset(s for s, _, _ in paren)
    op_verschil = sorted(paren, key=lambda p: (-abs(p[2] - p[1]), -p[2]))
    return frozenset(s for s, _, _ in op_verschil[: _RIJEN_ZONDER_VOUW - 1])
