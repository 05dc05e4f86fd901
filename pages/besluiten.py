"""Besluiten: what is asked to decide, who objects, what was decided before? For the directie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from sturing.services.beelden import Geweigerd, Keuze, Leeg
from sturing.services.besluitbeeld import Besluitenbeeld, Voorstelbeeld
from sturing.services.besluitscherm import besluiten
from sturing.services.besluitterug import open_plan
from sturing.services.gesprek import Gesprekbeeld, gesprek
from sturing.ui import address, navigation, state
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
            draw = _part(context) if number is None else partial(_earlier, context, number)
        told()
        draw()


def _part(context: PageContext) -> Callable[[], None]:
    """What belongs to the chosen part in the head, and what draws the part below it."""
    if choose_part("Onderdeel", PARTS, address.DECISION_PART) == "gesprek":
        choose_plan_year(context)
        person = address.text_in_link(address.PERSON)
        talking = gesprek(context.omgeving, context.wie, context.horizon, person)
        if isinstance(talking, Gesprekbeeld) and talking.gekozen is not None:
            choose(
                "Portefeuillehouder",
                talking.personen,
                talking.gekozen,
                key=state.PERSON_CHOICE,
                name=address.PERSON,
                width=260,
            )
        return partial(_talk, talking)
    number = address.number_in_link(address.PROPOSAL)
    deciding = besluiten(context.omgeving, context.wie, number)
    if isinstance(deciding, Besluitenbeeld) and deciding.voorstel is not None:
        _choose(deciding.open_voorstellen, deciding.voorstel)
        proposal_head(deciding.voorstel)
    return partial(_decide, deciding)


def _choose(keuzes: Sequence[Keuze], voorstel: Voorstelbeeld) -> None:
    """Which open proposal, when there is more than one."""
    if len(keuzes) > 1:
        choose(
            "Voorstel",
            keuzes,
            str(voorstel.nummer),
            key=state.PROPOSAL_CHOICE,
            name=address.PROPOSAL,
        )


def _decide(beeld: Besluitenbeeld | Geweigerd) -> None:
    drawn = to_draw(beeld)
    if drawn is None:
        return
    answer(drawn.kop)
    if drawn.voorstel is not None:
        decision.proposal(drawn.voorstel)
    elif drawn.mag_voorleggen and st.button("Naar Prioriteiten", key="naar_prioriteiten"):
        navigation.go("prioriteiten")
    ledger.ledger(drawn.eerdere)


def _earlier(context: PageContext, number: int) -> None:
    beeld = to_draw(open_plan(context.omgeving, context.wie, number))
    if beeld is not None:
        ledger.earlier_plan(beeld)


def _talk(beeld: Gesprekbeeld | Leeg | Geweigerd) -> None:
    drawn = to_draw(beeld)
    if drawn is not None:
        answer(drawn.kop)
        talk.talk(drawn)
