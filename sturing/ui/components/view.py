"""What the screens look at, chosen in one place: the period, the plan or a scenario, a domain.

Owns the menu in the head of a page; what was chosen goes with the person to every screen and stands
in the address. Must never draw a result.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from sturing.domain.keuzes import Domein
from sturing.services.beelden import Keuze
from sturing.services.blik import ALLE, PLAN, domeinkeuzes, scenariokeuzes
from sturing.ui import address, state
from sturing.ui.components.header import choose_plan_year
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import PageContext


def choose_view(context: PageContext, *, domain: bool = True) -> None:
    """The period, and a menu with the plan or scenario and the domain (without `domain` the screen
    has none). Must stand before the first use of `context.kijk`: it also reads the address."""
    address.view_from_link()
    choose_plan_year(context)
    scenarios = scenariokeuzes(context.omgeving, context.wie)
    domains = domeinkeuzes(context.omgeving, context.wie) if domain else ()
    now = state.viewed()
    plan = _name(scenarios, PLAN if now.scenario is None else str(now.scenario))
    if len(scenarios) == 1 and now.scenario is None and not domains:
        return
    label = plan if now.domein is None or not domains else f"{plan}, {now.domein.value}"
    # Buttons, because a closed menu would send its old choice again with the next act.
    with st.popover(plain(label), key=f"kijk_{state.menu_round()}"):
        st.markdown(note("Bekijk"))
        _choices(scenarios, PLAN if now.scenario is None else str(now.scenario), _look_at_plan)
        if domains:
            st.divider()
            st.markdown(note("Domein"))
            _choices(domains, now.domein or ALLE, _look_at_domain)


def _choices(keuzes: Sequence[Keuze], chosen: str, act: Callable[[str], None]) -> None:
    with st.container(gap=None):
        for keuze in keuzes:
            now = keuze.sleutel == chosen
            st.button(
                f"**● {plain(keuze.naam)}** (nu)" if now else link(keuze.naam),
                key=f"kijk_{act.__name__}_{keuze.sleutel}",
                type="tertiary",
                on_click=act,
                args=(keuze.sleutel,),
            )


def _name(keuzes: Sequence[Keuze], sleutel: str) -> str:
    """The name of what is looked at; a scenario of somebody else has none here."""
    return next((k.naam for k in keuzes if k.sleutel == sleutel), "Scenario van een ander")


def _look_at_plan(sleutel: str) -> None:
    scenario = None if sleutel == PLAN else int(sleutel)
    address.view_to_link(state.Viewed(scenario, state.viewed().domein))
    state.fold_menu()


def _look_at_domain(sleutel: str) -> None:
    domein = None if sleutel == ALLE else Domein(sleutel)
    address.view_to_link(state.Viewed(state.viewed().scenario, domein))
    state.fold_menu()
