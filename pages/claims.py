"""Claims: with whom do I ask for the same hours, and what is fair? For the strategisch manager."""

from __future__ import annotations

from sturing.ui import address
from sturing.ui.components.claims import BETWEEN, show_claims
from sturing.ui.components.header import choose_plan_year, page_head
from sturing.ui.components.parts import choose_part
from sturing.ui.components.states import guard
from sturing.ui.context import page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Claims", context):
            between = choose_part("Claims tussen", BETWEEN, address.CLAIMS_BETWEEN)
            choose_plan_year(context)
        show_claims(context, between)
