"""A pause in the automatic collection of garbage while an upload is judged.

Judging 100,000 rows makes a million small containers that stay, and no cycles among them; every
collection in between looks at all of them for nothing and takes a third of the time. Owns: when the
pause begins and ends, for all uploads of this process together. Must never collect by itself.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SLOT = threading.Lock()
_pauzes = 0
_hervat = False


@contextmanager
def opruimpauze() -> Iterator[None]:
    """No automatic collection inside; as it was again when the last one that paused is done."""
    global _pauzes, _hervat
    with _SLOT:
        if _pauzes == 0:
            _hervat = gc.isenabled()
            gc.disable()
        _pauzes += 1
    try:
        yield
    finally:
        with _SLOT:
            _pauzes -= 1
            if _pauzes == 0 and _hervat:
                gc.enable()
