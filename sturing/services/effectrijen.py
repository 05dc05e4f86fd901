"""Rows of before, after and difference in whole units that add up to the total under them.

Owns the rounding of such figures: input is hundredths of an hour or cents, output whole hours or
euros. It is done over all keys of a dimension at once, so that a key has the same number in every
table, whatever is folded there. Equal values show no difference, and every column adds up. No
calculation of what the values are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    rijen = [_rij(naam(s), *heel[s]) for s, _, _ in paren if s in gekozen]
    rijen.sort(key=lambda rij: not rij.verschil_uren)
    rest = [heel[s] for s, _, _ in paren if s not in gekozen]
    if rest:
        rijen.append(_rij(f"{len(rest)} andere", sum(a for a, _ in rest), sum(b for _, b in rest)))
    som = sum(rij.voor_uren for rij in rijen), sum(rij.na_uren for rij in rijen)
    return (*rijen, _rij("Samen", *som, totaal=True))


def _rij(naam: str, voor: int, na: int, *, totaal: bool = False) -> Effectrij:
    return Effectrij(naam=naam, voor_uren=voor, na_uren=na, verschil_uren=na - voor, totaal=totaal)


def hele_paren(paren: Sequence[Paar]) -> dict[str | None, tuple[int, int]]:
    """Whole units before and after per key, each side adding up to its own rounded total.

    By largest remainder, ties to the lower key. The side after gives and takes among the changed
    keys only, so that rounding never invents a loser; a key that did not change differs only when
    all the changed ones show 0 and the column could not add up otherwise.
    """
    op_sleutel = sorted(paren, key=lambda p: (p[0] is None, p[0] or ""))
    links = notatie.rond_op_totaal([a for _, a, _ in op_sleutel])
    rechts = [x if a == b else b // 100 for x, (_, a, b) in zip(links, op_sleutel, strict=True)]
    tekort = notatie.uren_heel(sum(b for _, _, b in paren)) - sum(rechts)
    beurt = sorted(
        range(len(op_sleutel)),
        key=lambda i: (op_sleutel[i][1] == op_sleutel[i][2], -(op_sleutel[i][2] % 100), i),
    )
    gewijzigd = [i for i in beurt if op_sleutel[i][1] != op_sleutel[i][2]]
    for stap in range(tekort):
        rechts[gewijzigd[stap % len(gewijzigd)]] += 1
    for _ in range(-tekort):
        over = [i for i in gewijzigd if rechts[i] > 0] or [i for i in beurt if rechts[i] > 0]
        rechts[max(over, key=lambda i: (rechts[i] * 100 - op_sleutel[i][2], i))] -= 1
    return {s: (x, y) for (s, _, _), x, y in zip(op_sleutel, links, rechts, strict=True)}


def gekozen_sleutels(paren: Sequence[Paar]) -> frozenset[str | None]:
    """The keys that stand by themselves: all up to twelve, else the changed and the largest."""
    if len(paren) <= _RIJEN_ZONDER_VOUW:
        return frozenset(s for s, _, _ in paren)
    op_verschil = sorted(paren, key=lambda p: (-abs(p[2] - p[1]), -p[2]))
    return frozenset(s for s, _, _ in op_verschil[: _RIJEN_ZONDER_VOUW - 1])
