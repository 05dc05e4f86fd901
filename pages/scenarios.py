"""Scenario's: which plans are being tried, and which does what? For managers."""

from __future__ import annotations

import streamlit as st

from sturing.services.scenariolijst import scenariolijst
from sturing.services.scenariovergelijk import MEEST, MINST, vergelijking
from sturing.ui import scenario_link
from sturing.ui.components import scenario_list
from sturing.ui.components.header import answer, choose_plan_year, page_head
from sturing.ui.components.outcome import told
from sturing.ui.components.scenario_compare import comparison
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.texts import note
from sturing.ui.context import PageContext, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Scenario's", context):
            choose_plan_year(context)
        beeld = to_draw(scenariolijst(context.omgeving, context.wie))
        if beeld is None:
            return
        answer(beeld.kop)
        told()
        scenario_list.lists(context, beeld)
        if beeld.open:
            _compare(context, scenario_list.chosen(beeld))


def _compare(context: PageContext, nummers: list[int]) -> None:
    """The chosen scenarios beside the plan, or what to choose."""
    scenario_link.compared_to_link(nummers)
    if not MINST <= len(nummers) <= MEEST:
        text = f"Vink hoogstens {MEEST} scenario's aan om ze te vergelijken met het plan van nu."
        st.markdown(note(text))
        return
    with st.spinner("Vergelijken"):
        beeld = vergelijking(context.omgeving, context.wie, nummers, context.horizon)
    drawn = to_draw(beeld)
    if drawn is not None:
        comparison(drawn)
