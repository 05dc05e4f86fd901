"""The limits of the guarded process: what reading one file may cost.

Owns: their size, and setting them on the process itself. On systems without `resource` (Windows)
only the wall time holds, which the other process guards. Units: bytes and seconds.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """`processor` is time of the processor, `wand` time on the clock."""

    geheugen: int = 768 * 1024 * 1024
    processor: int = 60
    wand: float = 60.0


GRENZEN = Grenzen()

_KANALEN = 3
"""Standard input, output and error: with these open, no file or socket can be opened any more."""


def begrens(geheugen: int, processor: int) -> None:
    """Bind this process for good: it cannot widen a limit again.

    The memory limit is that of the address space (RLIMIT_AS), because every kernel keeps it and it
    counts all the process maps, also what a library takes past Python. This process loads no
    threads and no numpy, so what it maps is close to what it uses. It is told from within, right
    after its imports and before the first byte of the file: a fork hook would run between threads
    of the server.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    for soort, grens, marge in (
        (resource.RLIMIT_AS, geheugen, 0),
        (resource.RLIMIT_CPU, processor, 1),  # at the first it is told (SIGXCPU), then killed
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, _KANALEN, 0),
    ):
        _, hoogste = resource.getrlimit(soort)
        hard = grens + marge
        if hoogste != resource.RLIM_INFINITY:
            hard = min(hard, hoogste)
        with suppress(OSError, ValueError):  # macOS knows no limit on the address space
            resource.setrlimit(soort, (min(grens, hard), hard))
