"""Rows of before, after and difference in whole units that add up to the total under them.

Owns the rounding of such a table: input is hundredths of an hour or cents, output whole hours or
euros. Equal values never show a difference, and no column fails to add up. No calculation of what
the values are.
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
    """Granted hours per key, before and after, in the fixed order of the keys.

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
    """The rows of `paren` in their own order, folded above twelve, and the total."""
    gekozen = gekozen_sleutels(paren)
    rest = [paar for paar in paren if paar[0] not in gekozen]
    delen = [(naam(s), a, b) for s, a, b in paren if s in gekozen]
    if rest:
        delen.append(
            (f"{len(rest)} andere", sum(a for _, a, _ in rest), sum(b for _, _, b in rest))
        )
    links = notatie.rond_op_totaal([a for _, a, _ in delen])
    verschillen = rond_verschillen([(a, b) for _, a, b in delen])
    rijen = [
        Effectrij(naam=wie, voor_uren=x, na_uren=x + verschil, verschil_uren=verschil)
        for (wie, _, _), x, verschil in zip(delen, links, verschillen, strict=True)
    ]
    rijen.append(
        Effectrij(
            naam="Samen",
            voor_uren=sum(links),
            na_uren=sum(links) + sum(verschillen),
            verschil_uren=sum(verschillen),
            totaal=True,
        )
    )
    return tuple(rijen)


def rond_verschillen(paren: Sequence[tuple[int, int]]) -> list[int]:
    """Differences in whole units that add up; equal hundredths always show no difference.

    Largest remainder over the changed keys only, so that rounding never invents a loser.
    """
    doel = notatie.uren_heel(sum(b for _, b in paren)) - notatie.uren_heel(sum(a for a, _ in paren))
    uit = [(b - a) // 100 for a, b in paren]
    gewijzigd = [i for i, (a, b) in enumerate(paren) if a != b]
    gewijzigd.sort(key=lambda i: (-((paren[i][1] - paren[i][0]) % 100), i))
    tekort = doel - sum(uit)
    for i in gewijzigd[: max(0, tekort)]:
        uit[i] += 1
    for i in gewijzigd[::-1][: max(0, -tekort)]:
        uit[i] -= 1
    return uit


def gekozen_sleutels(paren: Sequence[Paar]) -> frozenset[str | None]:
    """The keys that stand by themselves: all up to twelve, else the changed and the largest."""
    if len(paren) <= _RIJEN_ZONDER_VOUW:
        return frozenset(s for s, _, _ in paren)
    op_verschil = sorted(paren, key=lambda p: (-abs(p[2] - p[1]), -p[2]))
    return frozenset(s for s, _, _ in op_verschil[: _RIJEN_ZONDER_VOUW - 1])
