"""The dialogs of a scenario: new, name, copy, share and archive.

Each asks one thing and lets a service do it; a refusal stands in the dialog, in words, and what was
typed stays. Must never store anything itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from sturing.domain.scenario import Deelrecht
from sturing.domain.wie import Wie
from sturing.errors import SturingError
from sturing.services import delen, scenarios
from sturing.services.omgeving import Omgeving
from sturing.services.scenariobeeld import Deelbeeld
from sturing.ui import navigation, scenario_link, state
from sturing.ui.components.outcome import carry_out, done, refused, told
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext, page_context

RIGHTS = {
    Deelrecht.MEEWERKEN: "Meewerken: ziet en wijzigt het scenario",
    Deelrecht.KIJKEN: "Kijken: ziet het scenario, wijzigt niets",
}
SHORT = {Deelrecht.MEEWERKEN: "werkt mee", Deelrecht.KIJKEN: "kijkt mee"}


@st.dialog("Nieuw scenario")
def ask_new() -> None:
    """A new, empty scenario."""
    with st.form("scenario_nieuw", border=False):
        name = st.text_input("Naam", max_chars=scenarios.MAX_NAAM)
        text = _description("")
        st.markdown(note("U begint met het plan van nu. Het plan zelf verandert niet."))
        if st.form_submit_button("Maak scenario", type="primary") and done(
            lambda: _opened(scenarios.maak(*_who(), name, text))
        ):
            st.rerun()


@st.dialog("Naam en omschrijving")
def ask_name(number: int, name: str, text: str) -> None:
    """Another name and description."""
    with st.form("scenario_naam", border=False):
        new_name = st.text_input("Naam", name, max_chars=scenarios.MAX_NAAM)
        new_text = _description(text)
        if st.form_submit_button("Bewaar", type="primary") and done(
            lambda: scenarios.hernoem(*_who(), number, new_name, new_text)
        ):
            st.rerun()


@st.dialog("Kopie maken")
def ask_copy(number: int, name: str) -> None:
    """A copy to go on with, under a name of its own."""
    with st.form("scenario_kopie", border=False):
        new_name = st.text_input("Naam van de kopie", f"{name[:52]} (kopie)", max_chars=60)
        st.markdown(
            note(
                "De kopie is van u. Wat u erin wijzigt, staat niet in het eerste. "
                "U werkt daarna in de kopie."
            )
        )
        if st.form_submit_button("Maak kopie", type="primary") and done(
            lambda: _opened(scenarios.kopieer(*_who(), number, new_name))
        ):
            state.tell(
                f"U werkt nu in ‘{new_name.strip()}’, een kopie van ‘{name}’. "
                f"Wilt u verder in ‘{name}’? Kies daar Open."
            )
            st.rerun()


@st.dialog("Archiveren")
def ask_archive(number: int, name: str) -> None:
    """Put a scenario away."""
    st.markdown(
        f"**{plain(name)}** gaat naar het archief. Niemand kan erin werken totdat u het terughaalt."
    )
    if st.button("Archiveer", type="primary") and done(
        lambda: scenarios.archiveer(*_who(), number)
    ):
        state.tell(f"‘{name}’ staat in het archief.")
        st.rerun()


@st.dialog("Delen")
def ask_share(number: int) -> None:
    """Who sees or works in a scenario, and its link."""
    try:
        beeld = delen.deelbeeld(*_who(), number)
    except SturingError as fault:
        refused(fault)
        return
    told()
    _people(beeld)
    _colleague(beeld)
    _link(beeld)


def _people(beeld: Deelbeeld) -> None:
    st.subheader("Gedeeld met", anchor=False)
    if not beeld.deelnemers:
        st.markdown(note("Alleen u ziet dit scenario."))
    for collega in beeld.deelnemers:
        right = SHORT[collega.recht or Deelrecht.KIJKEN]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{plain(collega.naam)} :gray[{right}]", width="stretch")
            st.button(
                "Haal weg",
                key=f"weg_{collega.account}",
                help=f"Haal {plain(collega.naam)} weg",
                on_click=_act,
                args=(partial(delen.geef_recht, nummer=beeld.concept, account=collega.account),),
                kwargs={"recht": None},
            )


def _colleague(beeld: Deelbeeld) -> None:
    names = {collega.account: collega for collega in beeld.collegas}
    if not names:
        return
    st.subheader("Kies een collega", anchor=False)
    account = st.selectbox(
        "Collega",
        list(names),
        format_func=lambda key: names[key].naam,
        key=f"collega_{beeld.concept}_{len(names)}",
    )
    can = [r for r in RIGHTS if r is Deelrecht.KIJKEN or names[account].kan_meewerken]
    right = st.radio(
        "Wat mag deze collega?", can, format_func=lambda r: RIGHTS[r], key=f"recht_{account}"
    )
    st.button(
        "Deel met deze collega",
        type="primary",
        on_click=_act,
        args=(partial(delen.geef_recht, nummer=beeld.concept, account=account),),
        kwargs={"recht": right},
    )


def _link(beeld: Deelbeeld) -> None:
    st.subheader("Of deel een link", anchor=False)
    if not beeld.sleutel:
        right = st.radio(
            "Wie de link opent, mag",
            list(RIGHTS),
            format_func=lambda r: RIGHTS[r],
            index=1,
            key="link_recht",
        )
        st.button(
            "Maak link",
            on_click=_act,
            args=(partial(delen.maak_link, nummer=beeld.concept),),
            kwargs={"recht": right},
        )
        return
    recht = beeld.link_recht or Deelrecht.KIJKEN
    st.markdown(note(f"Wie met een account deze link opent, {SHORT[recht]}."))
    st.code(
        navigation.address("prioriteiten", scenario=str(beeld.concept), sleutel=beeld.sleutel),
        language=None,
        wrap_lines=True,
    )
    st.button(
        "Trek de link in",
        on_click=_act,
        args=(partial(delen.trek_link_in, nummer=beeld.concept),),
    )


def _act(do: Callable[..., object], **choices: object) -> None:
    """Carry out an act of a dialog that stays open; a refusal is told at its next drawing."""

    def act(context: PageContext) -> None:
        do(context.omgeving, context.wie, **choices)

    carry_out("", act)


def _description(text: str) -> str:
    return st.text_input("Omschrijving", text, max_chars=scenarios.MAX_OMSCHRIJVING)


def _opened(number: int) -> None:
    scenario_link.scenario_to_link(number, page_context().wie.account)


def _who() -> tuple[Omgeving, Wie]:
    context = page_context()
    return context.omgeving, context.wie
