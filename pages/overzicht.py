"""Overzicht: is there enough, and where not? For the directie."""

from __future__ import annotations

import streamlit as st

from sturing.services.overzicht import overzicht
from sturing.services.overzichtbeeld import Overzichtbeeld
from sturing.ui.components import overview
from sturing.ui.components.figures import figures
from sturing.ui.components.header import answer, page_head
from sturing.ui.components.signals import signals
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.view import choose_view
from sturing.ui.context import current_theme, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Overzicht", context):
            choose_view(context)
        beeld = to_draw(overzicht(context.omgeving, context.wie, context.kijk))
        if beeld is not None:
            _beeld(beeld)


def _beeld(beeld: Overzichtbeeld) -> None:
    theme = current_theme()
    answer(beeld.kop)
    figures(beeld.kerncijfers)
    left, right = st.columns([660, 388], gap="medium")
    with left:
        overview.differences(beeld, theme)
        overview.months(beeld, theme)
        overview.heat(beeld, theme)
        overview.money(beeld.geld)
    with right:
        overview.status(beeld, theme)
        st.header("Signalen", anchor=False)
        signals(beeld.signalen)
