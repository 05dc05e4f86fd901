"""A chart as a picture file, drawn by the browser of the server (kaleido); no units.

Must never be part of drawing a page: it takes a second or more, and only happens when asked. Must
never ask another address: left to itself, kaleido's page fetches MathJax from one.
"""

from __future__ import annotations

import asyncio
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import kaleido
import plotly.graph_objects as go

from sturing.errors import SturingError

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
SCALE: Final = 2
"""Pixels per pixel of the screen, so that it is sharp on paper."""
PATIENCE_S: Final = 30
"""So long for a picture, starting the browser included; then the browser is closed."""
OPTIONS: Final[dict[str, Any]] = {"mathjax": False}
_SLOT: Final = threading.Lock()
"""One browser at a time."""


def browser_present() -> bool:
    """Whether this computer has a browser that can draw a picture."""
    return any(shutil.which(name) for name in BROWSERS)


def png(figure: go.Figure, *, width_px: int, background: str) -> bytes:
    """`figure` as PNG on a ground of this colour; raises SturingError when it cannot be drawn."""
    whole = go.Figure(figure)
    whole.update_layout(paper_bgcolor=background)
    size = {"format": "png", "width": width_px, "height": whole.layout.height, "scale": SCALE}

    async def drawn() -> bytes:
        made: bytes = await asyncio.wait_for(
            kaleido.calc_fig(whole.to_dict(), opts=size, kopts=dict(OPTIONS)), PATIENCE_S
        )
        return made

    try:
        # A loop of its own: who asks may be in one already.
        with _SLOT, ThreadPoolExecutor(1) as apart:
            return apart.submit(asyncio.run, drawn()).result()
    except Exception as fault:  # whatever the browser says: the table has the same numbers
        raise SturingError(
            "Het beeld maken lukte niet.", hint="Haal de tabel op als Excel of CSV."
        ) from fault
