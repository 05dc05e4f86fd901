"""A chart as a picture file, drawn by the browser of the server (kaleido); no units.

Must never be part of drawing a page: it takes a second or more, and only happens when asked.
"""

from __future__ import annotations

import shutil
from typing import Final

import plotly.graph_objects as go

from sturing.errors import SturingError

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
SCALE: Final = 2
"""Pixels per pixel of the screen, so that it is sharp on paper."""


def browser_present() -> bool:
    """Whether this computer has a browser that can draw a picture."""
    return any(shutil.which(name) for name in BROWSERS)


def png(figure: go.Figure, *, width_px: int, background: str) -> bytes:
    """`figure` as PNG on a ground of this colour; raises SturingError when it cannot be drawn."""
    whole = go.Figure(figure)
    whole.update_layout(paper_bgcolor=background)
    try:
        made: bytes = whole.to_image(format="png", width=width_px, scale=SCALE)
    except Exception as fault:  # whatever the browser says: the table has the same numbers
        raise SturingError(
            "Het beeld maken lukte niet.", hint="Haal de tabel op als Excel of CSV."
        ) from fault
    return made
