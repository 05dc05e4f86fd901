"""Afspraken: do we keep what the sturingskader says? For directie and managers."""

from __future__ import annotations

import streamlit as st

from sturing.services.afspraken import afsprakenbeeld
from sturing.services.afsprakenbeeld import Afsprakenbeeld
from sturing.ui import address
from sturing.ui.components import afspraak_dialogs as dialogs
from sturing.ui.components.afspraken import exceptions, legal, points, rules
from sturing.ui.components.header import answer, page_head
from sturing.ui.components.outcome import told
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.texts import link
from sturing.ui.components.view import choose_view
from sturing.ui.context import page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Afspraken", context):
            place = st.container(width="content")
            choose_view(context)
        beeld = to_draw(afsprakenbeeld(context.omgeving, context.wie, context.kijk))
        if beeld is None:
            return
        if beeld.mag_wijzigen and place.button(
            link("Wijzig een afspraak"), type="tertiary", key="wijzig_afspraak"
        ):
            dialogs.change_rule(beeld.regels, address.text_in_link(address.RULE))
        _beeld(beeld)


def _beeld(beeld: Afsprakenbeeld) -> None:
    answer(beeld.kop)
    told()
    rules(beeld)
    points(beeld)
    exceptions(beeld)
    legal(beeld.wettelijk)
    if beeld.geschiedenis:
        with st.expander("Wat er aan de afspraken is gewijzigd"):
            dialogs.changes(beeld.geschiedenis, named=True)
