"""When Python collects garbage while the application runs.

Owns: the freeze after loading and the periodic collection on a thread of its own. Streamlit
collects at the end of every run, before the answer leaves (30 to 75 ms); that option is off
(server_settings.py), and what was loaded at the start is frozen, so that a collection looks only
at what came after. Must never touch data. Units: seconds.
"""

from __future__ import annotations

import gc
import threading
from types import TracebackType
from typing import Final, Self

PERIOD_S: Final = 60.0
"""Between two collections."""


class PeriodicCollection:
    """Freezes what is loaded and collects the rest once per period, until the block ends."""

    def __init__(self, period_s: float = PERIOD_S) -> None:
        self._period_s = period_s
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sturing-gc", daemon=True)

    def __enter__(self) -> Self:
        gc.collect()
        gc.freeze()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join(timeout=5)
        gc.unfreeze()

    def _run(self) -> None:
        while not self._stop.wait(self._period_s):
            gc.collect()
