"""Rapportage: one or two pages for who does not open a screen, as Excel, Word and PDF."""

from __future__ import annotations

import streamlit as st

from sturing.services.rapportage import Rapportagebeeld, rapportage
from sturing.ui import address, state
from sturing.ui.components.figures import figures
from sturing.ui.components.header import answer, choose, page_head
from sturing.ui.components.reports import bundle, contents, files, letter
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.view import choose_view
from sturing.ui.context import PageContext, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Rapportage", context):
            choose_view(context, domain=False)
        place = st.container(horizontal=True)
        beeld = to_draw(
            rapportage(
                context.omgeving,
                context.wie,
                address.text_in_link(address.REPORT),
                address.text_in_link(address.REPORT_OF),
                context.kijk,
            )
        )
        if beeld is None:
            return
        with place:
            _choices(beeld)
        _beeld(context, beeld)


def _choices(beeld: Rapportagebeeld) -> None:
    choose(
        "Voor wie",
        beeld.soorten,
        beeld.soort,
        key=state.REPORT_CHOICE,
        name=address.REPORT,
        before="Voor",
        width=180,
    )
    if len(beeld.sleutels) > 1:
        choose(
            "Van wie of wat",
            beeld.sleutels,
            beeld.sleutel,
            key=state.REPORT_OF_CHOICE,
            name=address.REPORT_OF,
            width=360,
        )


def _beeld(context: PageContext, beeld: Rapportagebeeld) -> None:
    answer(beeld.kop)
    figures(beeld.cijfers)
    left, right = st.columns([690, 366], gap="medium")
    with left:
        contents(beeld)
    with right:
        files(context, beeld)
        letter(context, beeld)
        bundle(context, beeld)
