"""Completeness: per team which sheets are in, how old, and what is missing."""

from __future__ import annotations

from sturing.ui.context import PageContext


def show(context: PageContext) -> None:
    """Draw this part of the page."""
    del context
