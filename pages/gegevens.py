"""Gegevens: can a workbook go in, and what will it do? For the teamondersteuner."""

from __future__ import annotations

import streamlit as st

from sturing.services.beelden import Gegevensbeeld
from sturing.services.leveringen import Voorstel, gegevens
from sturing.ui import state
from sturing.ui.components import (
    columns,
    completeness,
    delivery,
    difference,
    effect,
    history,
    mapping,
    ranks,
    remarks,
    upload,
)
from sturing.ui.components.header import answer, page_head
from sturing.ui.components.states import guard, to_draw
from sturing.ui.context import PageContext, current_theme, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        beeld = gegevens(context.omgeving, context.wie)
        with page_head("Gegevens", context):
            if isinstance(beeld, Gegevensbeeld):
                delivery.template_button(context, beeld)
        drawn = to_draw(beeld)
        if drawn is None:
            return
        match delivery.choose_view():
            case delivery.HISTORY:
                history.show(context)
            case delivery.COMPLETENESS:
                completeness.show(context)
            case _:
                _beeld(context, drawn)


def _beeld(context: PageContext, beeld: Gegevensbeeld) -> None:
    head = st.container(gap=None)
    voorstel = None
    if beeld.mag_leveren:
        voorstel = delivery.choose_files(context)
    else:
        st.markdown(beeld.waarom_niet)
    with head:
        answer(voorstel.beeld.kop if voorstel else beeld.kop)
    if voorstel is None:
        delivery.just_stored(context, state.upload().stored)
        upload.leveringen(beeld.leveringen)
        delivery.empty_organisation(context, beeld)
    else:
        _voorstel(context, voorstel)


def _voorstel(context: PageContext, voorstel: Voorstel) -> None:
    beeld = voorstel.beeld
    mapping.show(context, voorstel)
    if beeld.geweigerd:
        _bevindingen(voorstel)
        return
    blik = voorstel.vooruitblik
    left, right = columns.wide_and_narrow()
    with left:
        _bevindingen(voorstel)
        chosen = ranks.choose(blik.rangen)
        delivery.accept(context, voorstel, chosen)
        difference.rows(blik.verschil)
        effect.details(blik.gevolg)
    with right:
        difference.counts(blik.verschil, beeld.verschil_titel)
        difference.team(blik.gevolg)
        effect.line(blik.gevolg)
    difference.teams(blik.gevolg)


def _bevindingen(voorstel: Voorstel) -> None:
    upload.findings(voorstel.beeld.bevindingen, lambda: remarks.download_remarks(voorstel))
    for fragment in voorstel.beeld.fragmenten:
        upload.cells(fragment, current_theme())
