"""Which opdrachten really moved between two orders, and which only made room.

Pure. Moving one opdracht from 70 to 42 shifts 28 others; only the one moved. The ones that stayed
are a longest common row of both orders, so that as few as possible are called moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sturing.domain.codes import OpdrachtCode


def bewogen(oud: Sequence[OpdrachtCode], nieuw: Sequence[OpdrachtCode]) -> frozenset[OpdrachtCode]:
    """The opdrachten of both orders that stand elsewhere among the others.

    What stands in one of the orders only did not move: it came or went. When two opdrachten change
    places either could be called moved; the one that stands later in `nieuw` stays.
    """
    plek = {code: i for i, code in enumerate(oud)}
    samen = [code for code in nieuw if code in plek]
    eindes: list[int] = []
    laatste: list[int] = []
    voor: list[int | None] = []
    for i, code in enumerate(samen):
        waar = bisect_left(eindes, plek[code])
        if waar == len(eindes):
            eindes.append(plek[code])
            laatste.append(i)
        else:
            eindes[waar], laatste[waar] = plek[code], i
        voor.append(laatste[waar - 1] if waar else None)
    gebleven: set[OpdrachtCode] = set()
    hier = laatste[-1] if laatste else None
    while hier is not None:
        gebleven.add(samen[hier])
        hier = voor[hier]
    return frozenset(samen) - gebleven
