"""The history of leveringen: every one with its difference, earlier states, and undoing."""

from __future__ import annotations

from sturing.ui.context import PageContext


def show(context: PageContext) -> None:
    """Draw this part of the page."""
    del context
