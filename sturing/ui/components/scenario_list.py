"""The list of scenarios on the screen: what each is, what can be done with it, which to compare.

Owns the choice of what is compared; it stands in the address. Must never store anything itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from sturing.domain.scenario import Deelrecht
from sturing.errors import SturingError
from sturing.services import notatie, scenarios
from sturing.services.beelden import Keuze
from sturing.services.scenariobeeld import Scenarioregel, Scenariosbeeld
from sturing.ui import navigation, scenario_link, state
from sturing.ui.components import scenario_dialogs as dialogs
from sturing.ui.components import scenario_merge as merge
from sturing.ui.components.header import section
from sturing.ui.components.outcome import carry_out
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import PageContext


def lists(context: PageContext, beeld: Scenariosbeeld) -> None:
    """Own, shared with me, archived."""
    with section("Van u"):
        if beeld.mag_maken and st.button("Nieuw scenario", type="primary"):
            dialogs.ask_new()
    if not beeld.mag_maken:
        st.markdown(note(beeld.waarom_niet))
    elif not beeld.eigen:
        st.markdown(note("Begin een scenario, of wijzig iets bij Prioriteiten."))
    _rows(context, beeld.eigen, beeld)
    if beeld.gedeeld:
        st.header("Met u gedeeld", anchor=False)
        _rows(context, beeld.gedeeld, beeld)
    if beeld.archief:
        with st.expander(
            f"Archief: {notatie.aantal(len(beeld.archief), 'scenario', 'scenario’s')}"
        ):
            for regel in beeld.archief:
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.markdown(plain(regel.naam), width="stretch")
                    st.button(
                        "Haal terug",
                        key=f"terug_{regel.concept}",
                        help=f"Haal {plain(regel.naam)} terug uit het archief",
                        on_click=carry_out,
                        args=(
                            f"‘{regel.naam}’ is terug uit het archief.",
                            partial(_bring_back, number=regel.concept),
                        ),
                    )


def chosen(beeld: Scenariosbeeld) -> list[int]:
    """The scenarios of the list that are ticked, in its order."""
    return [r.concept for r in beeld.open if state.widget(_tick(r.concept))]


def _rows(context: PageContext, regels: Sequence[Scenarioregel], beeld: Scenariosbeeld) -> None:
    named = scenario_link.compared_in_link()
    with st.container(gap="small"):
        for regel in regels:
            with st.container(border=True, horizontal=True, vertical_alignment="center"):
                key = _tick(regel.concept)
                if state.widget(key) is None:
                    state.put_widget(key, regel.concept in named)
                with st.container(gap=None):
                    st.checkbox(f"**{plain(regel.naam)}** {_mark(regel)}".strip(), key=key)
                    st.markdown(note(_about(regel)))
                _open(context, regel)
                with st.popover("Meer", key=f"meer_{regel.concept}_{state.menu_round()}"):
                    _acts(regel, beeld)


def _mark(regel: Scenarioregel) -> str:
    if regel.gekozen:
        return ":blue-badge[● hierin kijkt u]" if _looks(regel) else ":blue-badge[● hierin werkt u]"
    return ""


def _looks(regel: Scenarioregel) -> bool:
    return regel.recht is Deelrecht.KIJKEN


def _about(regel: Scenarioregel) -> str:
    """Description, changes, of whom, with whom, from what, and whether the plan moved."""
    parts = [regel.omschrijving] if regel.omschrijving else []
    parts.append(notatie.aantal(regel.wijzigingen, "wijziging", "wijzigingen"))
    if regel.recht is not None:
        what = "u kijkt mee" if _looks(regel) else "u werkt mee"
        parts.append(f"van {regel.eigenaar}, {what}")
    elif regel.gedeeld_met:
        parts.append(f"gedeeld met {notatie.opsomming(regel.gedeeld_met)}")
    if regel.kopie_van:
        parts.append(f"kopie van {regel.kopie_van}")
    if regel.basis:
        parts.append(regel.basis)
    return " · ".join(parts)


def _open(context: PageContext, regel: Scenarioregel) -> None:
    if st.button(
        "Open", key=f"open_{regel.concept}", help=f"Open {plain(regel.naam)} bij Prioriteiten"
    ):
        try:
            scenarios.kies(context.omgeving, context.wie, regel.concept)
        except SturingError as fault:
            state.tell(str(fault), refused=True)
            st.rerun()
        navigation.go("prioriteiten")


def _acts(regel: Scenarioregel, beeld: Scenariosbeeld) -> None:
    number = regel.concept
    others = [Keuze(sleutel=str(r.concept), naam=r.naam) for r in beeld.open if r is not regel]
    if (
        regel.basis
        and not _looks(regel)
        and st.button(
            link("Werk bij met het plan van nu"),
            key=f"bij_{number}",
            type="tertiary",
            on_click=state.fold_menu,
        )
    ):
        merge.ask_update(number)
    if (
        others
        and not _looks(regel)
        and st.button(
            link("Neem wijzigingen over"),
            key=f"neem_{number}",
            type="tertiary",
            on_click=state.fold_menu,
        )
    ):
        merge.ask_take(number, others)
    if not _looks(regel) and st.button(
        link("Naam en omschrijving"),
        key=f"naam_{number}",
        type="tertiary",
        on_click=state.fold_menu,
    ):
        dialogs.ask_name(number, regel.naam, regel.omschrijving)
    if beeld.mag_maken and st.button(
        link("Maak een kopie"), key=f"kopie_{number}", type="tertiary", on_click=state.fold_menu
    ):
        dialogs.ask_copy(number, regel.naam)
    if regel.recht is not None:
        return
    if st.button(link("Delen"), key=f"delen_{number}", type="tertiary", on_click=state.fold_menu):
        dialogs.ask_share(number)
    if st.button(
        link("Archiveren"), key=f"archief_{number}", type="tertiary", on_click=state.fold_menu
    ):
        dialogs.ask_archive(number, regel.naam)


def _bring_back(context: PageContext, number: int) -> None:
    scenarios.haal_terug(context.omgeving, context.wie, number)


def _tick(number: int) -> str:
    return f"vergelijk_{number}"
