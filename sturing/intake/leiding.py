"""The pipes to the guarded process, with a clock: nothing waits past a moment for the other end.

Owns: reading and writing until that moment. The end of a process does not end its pipes: whatever
it started holds them too. Must never know what goes through. Moments are those of
`time.monotonic`, in seconds. Where the system cannot wait for a pipe (Windows) there is no clock.
"""

from __future__ import annotations

import io
import os
import select
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer

_KLOK = hasattr(select, "poll")


class Uitlaat(io.RawIOBase):
    """What comes out of a pipe; after `einde` it is as if the pipe had ended."""

    def __init__(self, leiding: int, einde: float) -> None:
        self._leiding = leiding
        self._einde = einde

    def readable(self) -> bool:
        return True

    def readinto(self, plaats: Buffer, /) -> int:
        if not _klaar(self._leiding, self._einde, schrijven=False):
            return 0
        ruimte = memoryview(plaats)
        deel = os.read(self._leiding, len(ruimte))
        ruimte[: len(deel)] = deel
        return len(deel)


def geef(leiding: int, inhoud: bytes, einde: float) -> None:
    """Write `inhoud` to a pipe as far as it is taken before `einde`. Raises OSError."""
    if _KLOK:
        os.set_blocking(leiding, False)
    rest = memoryview(inhoud)
    while rest and _klaar(leiding, einde, schrijven=True):
        rest = rest[os.write(leiding, rest) :]


def _klaar(leiding: int, einde: float, *, schrijven: bool) -> bool:
    """Wait until a pipe can be used; False when it could not before `einde`."""
    if not _KLOK:
        return True
    wachter = select.poll()
    wachter.register(leiding, select.POLLOUT if schrijven else select.POLLIN)
    return bool(wachter.poll(max(0.0, einde - time.monotonic()) * 1000))
