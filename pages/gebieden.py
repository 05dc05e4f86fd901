"""Gebieden: what does each area get, and what on its agenda has no one? For the gebiedsmakelaar."""

from __future__ import annotations

import streamlit as st

from sturing.services.gebieden import gebieden
from sturing.services.gebiedenbeeld import Gebiedenbeeld
from sturing.ui import address, state
from sturing.ui.components.agenda import agenda, missing
from sturing.ui.components.areas import small_pictures, themes, tree
from sturing.ui.components.header import answer, choose, page_head
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.view import choose_view
from sturing.ui.context import current_theme, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Gebieden", context):
            place = st.container(width="content")
            choose_view(context, domain=False)
        area = address.text_in_link(address.AREA)
        item = address.text_in_link(address.ITEM)
        beeld = to_draw(gebieden(context.omgeving, context.wie, context.kijk, area, item))
        if beeld is None:
            return
        with place:
            choose(
                "Gebied",
                beeld.keuzes,
                beeld.gekozen,
                key=state.AREA_CHOICE,
                name=address.AREA,
                before="Agenda van",
                width=220,
            )
        _beeld(beeld)


def _beeld(beeld: Gebiedenbeeld) -> None:
    theme = current_theme()
    answer(beeld.kop)
    _open(tree(beeld, theme), beeld.gekozen)
    agenda(beeld)
    missing(beeld)
    themes(beeld.themas, export=beeld.mag_exporteren)
    _open(small_pictures(beeld, theme), beeld.gekozen)


def _open(area: str | None, shown: str) -> None:
    """The area that was just chosen in a table or a picture, from the top of the page; a row stays
    chosen, so that the area that is shown already must not draw the page again and again."""
    if area is not None and area != shown:
        address.put(address.AREA, area)
        st.rerun()
