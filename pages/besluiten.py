"""Besluiten: what is asked to decide, who objects, what was decided before? For the directie."""

from __future__ import annotations

import streamlit as st

from sturing.services.besluitbeeld import Besluitenbeeld
from sturing.services.besluitscherm import besluiten
from sturing.services.besluitterug import open_plan
from sturing.services.gesprek import gesprek
from sturing.ui import address, state
from sturing.ui.components import decision, ledger, talk
from sturing.ui.components.header import answer, choose, choose_plan_year, page_head
from sturing.ui.components.outcome import told
from sturing.ui.components.parts import choose_part
from sturing.ui.components.proposal_head import proposal_head
from sturing.ui.components.states import guard, to_draw
from sturing.ui.context import PageContext, page_context

PARTS = {"besluiten": "Besluiten", "gesprek": "Gesprek"}


def toon() -> None:
    """Draw the page: an earlier plan, or one of its two parts."""
    with guard():
        context = page_context()
        number = address.number_in_link(address.DECISION)
        with page_head("Besluiten", context):
            part = choose_part("Onderdeel", PARTS, address.DECISION_PART) if number is None else ""
            if part == "gesprek":
                choose_plan_year(context)
            place = st.container(width="content")
        told()
        if number is not None:
            _earlier(context, number)
        elif part == "gesprek":
            _talk(context, place)
        else:
            _decide(context, place)


def _decide(context: PageContext, place: st.delta_generator.DeltaGenerator) -> None:
    number = address.number_in_link(address.PROPOSAL)
    beeld = to_draw(besluiten(context.omgeving, context.wie, number))
    if beeld is None:
        return
    with place, st.container(horizontal=True):
        _choose(beeld)
        if beeld.voorstel is not None:
            proposal_head(beeld.voorstel)
    answer(beeld.kop)
    if beeld.voorstel is not None:
        decision.proposal(beeld.voorstel)
    ledger.ledger(beeld.eerdere)


def _choose(beeld: Besluitenbeeld) -> None:
    """Which open proposal, when there is more than one."""
    if beeld.voorstel is not None and len(beeld.open_voorstellen) > 1:
        choose(
            "Voorstel",
            beeld.open_voorstellen,
            str(beeld.voorstel.nummer),
            key=state.PROPOSAL_CHOICE,
            name=address.PROPOSAL,
        )


def _earlier(context: PageContext, number: int) -> None:
    beeld = to_draw(open_plan(context.omgeving, context.wie, number))
    if beeld is not None:
        ledger.earlier_plan(beeld)


def _talk(context: PageContext, place: st.delta_generator.DeltaGenerator) -> None:
    person = address.text_in_link(address.PERSON)
    beeld = to_draw(gesprek(context.omgeving, context.wie, context.horizon, person))
    if beeld is None:
        return
    if beeld.gekozen is not None:
        with place:
            choose(
                "Portefeuillehouder",
                beeld.personen,
                beeld.gekozen,
                key=state.PERSON_CHOICE,
                name=address.PERSON,
                width=280,
            )
    answer(beeld.kop)
    talk.talk(beeld)
