"""Keeps the rows of an analysis while the same results are looked at, so that a screen that needs
them in several places, and everybody who opens it, has them made once.

Owns the memory: of every analysis the rows of the last few results. A result never changes, so what
is kept is never old; it goes when others take its place. Thread safe.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from sturing.engine.uitkomst import Uitkomst

_R = TypeVar("_R")
HOEVEEL = 4
"""Results per analysis: the plan in force and a scenario, over two periods."""


def onthoud(compute: Callable[[Uitkomst], _R]) -> Callable[[Uitkomst], _R]:
    """`compute`, but made once per result as long as that is among the last few asked."""
    bekend: OrderedDict[int, tuple[ref[Uitkomst], _R]] = OrderedDict()
    slot = threading.Lock()

    @wraps(compute)
    def eens(uitkomst: Uitkomst) -> _R:
        with slot:
            gevonden = bekend.get(id(uitkomst))
            # Another result may have the number of one that is gone.
            if gevonden is not None and gevonden[0]() is uitkomst:
                bekend.move_to_end(id(uitkomst))
                return gevonden[1]
        rijen = compute(uitkomst)
        with slot:
            bekend[id(uitkomst)] = (ref(uitkomst), rijen)
            bekend.move_to_end(id(uitkomst))
            while len(bekend) > HOEVEEL:
                bekend.popitem(last=False)
        return rijen

    return eens
