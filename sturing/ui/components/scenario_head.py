"""The scenario in the head of Prioriteiten: which one, choosing another, sharing it; and links.

Owns that a link opens the scenario that it names, once. Must never store anything itself.
"""

from __future__ import annotations

import streamlit as st

from sturing.errors import SturingError
from sturing.services import delen, scenarios
from sturing.services.beelden import Bordbeeld
from sturing.services.scenariobeeld import Scenariokop
from sturing.services.scenariolijst import scenariokop
from sturing.ui import navigation, scenario_link, state
from sturing.ui.components import scenario_dialogs as dialogs
from sturing.ui.components import scenario_merge as merge
from sturing.ui.components.outcome import carry_out
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import PageContext

LONGEST_NAME = 28
"""A longer name of a scenario ends in an ellipsis in the head; the menu has it in full."""


def open_link(context: PageContext) -> None:
    """Open the scenario that the address names, once per session and account.

    The key leaves the address when it was used; who owns the scenario keeps it, to be sent on.
    """
    named = scenario_link.scenario_in_link()
    account = context.wie.account
    if named is None or state.link_was_opened((*named, account)):
        return
    number, key = named
    try:
        opened = delen.open_link(context.omgeving, context.wie, number, key)
    except SturingError as fault:
        scenario_link.scenario_to_link(None, account)
        state.tell(str(fault), refused=True)
        return
    scenario_link.scenario_to_link(number, account, key=key if opened.eigenaar else "")
    state.tell(opened.zin)


def scenario_head(context: PageContext) -> None:
    """`Concept: NAAM` with the choice of another, and `Deel link`."""
    kop = scenariokop(context.omgeving, context.wie)
    state.show_scenario(kop.concept)
    if not kop.mag_maken and not kop.keuzes:
        return
    if (
        kop.mag_delen
        and kop.concept is not None
        and st.button(link("Deel link"), type="tertiary", key="deel_scenario")
    ):
        dialogs.ask_share(kop.concept)
    moved = " ▲" if kop.basis else ""
    name = kop.naam if len(kop.naam) <= LONGEST_NAME else f"{kop.naam[: LONGEST_NAME - 1]}…"
    label = f"Concept: {plain(name)}{moved}" if name else "Concept: nog leeg"
    with st.popover(label, key=f"concept_{state.menu_round()}"):
        if kop.basis:
            st.markdown(f":orange[▲] {plain(kop.basis)}.")
        _choose(kop)
        st.divider()
        _acts(kop)


def follow_scenario(beeld: Bordbeeld) -> None:
    """The head stands outside what a move draws; when the scenario is another, draw it all."""
    if state.shown_scenario() not in ("", beeld.concept):
        st.rerun()


def _choose(kop: Scenariokop) -> None:
    """One button per scenario. Buttons, because a closed popover would send its old choice again
    with the next act."""
    if not kop.keuzes:
        st.markdown(note("Bij uw eerste wijziging begint een concept. Of begin zelf een scenario."))
        return
    with st.container(gap=None):
        for keuze in kop.keuzes:
            now = keuze.sleutel == str(kop.concept)
            st.button(
                f"**● {plain(keuze.naam)}** (nu)" if now else link(keuze.naam),
                key=f"kies_{keuze.sleutel}",
                type="tertiary",
                on_click=_chosen,
                args=(int(keuze.sleutel),),
            )


def _acts(kop: Scenariokop) -> None:
    with st.container(gap=None):
        if kop.mag_maken and _asks("Nieuw scenario"):
            dialogs.ask_new()
        if kop.concept is not None:
            if kop.basis and kop.mag_hernoemen and _asks("Werk bij"):
                merge.ask_update(kop.concept)
            if kop.mag_hernoemen and _asks("Naam en omschrijving"):
                dialogs.ask_name(kop.concept, kop.naam, kop.omschrijving)
            if kop.mag_maken and _asks("Maak een kopie"):
                dialogs.ask_copy(kop.concept, kop.naam)
        if st.button(link("Naar Scenario's"), type="tertiary"):
            navigation.go("scenarios")


def _asks(label: str) -> bool:
    """A button that opens a form; the menu folds, or it would lie over the form."""
    return st.button(link(label), type="tertiary", on_click=state.fold_menu)


def _chosen(number: int) -> None:
    def choose(context: PageContext) -> None:
        scenarios.kies(context.omgeving, context.wie, number)
        scenario_link.scenario_to_link(number, context.wie.account)

    carry_out("", choose)
