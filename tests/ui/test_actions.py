"""Actions from the browser are checked field by field, and carried out once."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.ui.bord.actions import Action, read_action


def test_an_action_is_read_with_its_place() -> None:
    value = {"nr": 3, "versie": 7, "soort": "verplaats", "opdracht": "O016", "plaats": 22}
    assert read_action(value) == Action(
        nr=3, versie=7, soort="verplaats", opdracht="O016", plaats=22
    )


def test_an_action_on_several_rows_is_read_with_their_codes() -> None:
    value = {"nr": 1, "versie": 2, "soort": "blok", "opdrachten": ["O1", "O2"], "plaats": 4}
    action = read_action(value)
    assert action is not None
    assert action.opdrachten == ("O1", "O2")


@pytest.mark.parametrize(
    "value",
    [
        None,
        "verplaats",
        [1, 2],
        {"nr": "3", "soort": "verplaats"},
        {"nr": 3, "soort": 5},
        {"nr": -1, "soort": "verplaats"},
        {"nr": 3, "soort": "verplaats", "plaats": 2.5},
        {"nr": 3, "soort": "verplaats", "plaats": 10**12},
        {"nr": 3, "soort": "x" * 101},
        {"nr": 3, "soort": "blok", "opdrachten": "O1"},
        {"nr": 3, "soort": "blok", "opdrachten": [1]},
        {"nr": 3, "soort": "blok", "opdrachten": ["O1"] * 501},
    ],
)
def test_anything_else_is_no_action(value: object) -> None:
    assert read_action(value) is None


def twice() -> None:
    """The same action arrives two times, because the answer was lost on the way."""
    from types import SimpleNamespace

    import streamlit as st

    from sturing.services.omgeving import huidige_omgeving, wie_van
    from sturing.ui import state
    from sturing.ui.bord import actions

    omgeving = huidige_omgeving()
    wie = wie_van(omgeving)
    opdracht = st.session_state["opdracht"]
    action = {"nr": 1, "versie": 0, "soort": "verplaats", "opdracht": opdracht, "plaats": 60}
    for _ in range(2):
        st.session_state[state.BOARD] = SimpleNamespace(actie=action)
        actions.handle(omgeving, wie, None)
    talk = state.board_talk()
    st.text(f"{talk.heard} {talk.said} {talk.text}")


def test_an_action_that_arrives_twice_is_done_once(demonstratie) -> None:  # type: ignore[no-untyped-def]
    from sturing.services.omgeving import wie_van
    from sturing.services.prioriteiten import bord

    opdracht = bord(demonstratie, wie_van(demonstratie)).rijen[70].opdracht
    script = AppTest.from_function(twice, default_timeout=20)
    script.session_state["opdracht"] = opdracht
    script.run()
    assert not script.exception
    heard, said, text = script.text[0].value.split(" ", 2)
    assert (heard, said) == ("1", "1")
    assert "staat op plaats 60, was 71" in text
    wijzigingen = bord(demonstratie, wie_van(demonstratie)).wijzigingen
    assert len(wijzigingen) == 1


def looks() -> None:
    """What a person looks at is remembered; an unknown tab or unit changes nothing."""
    from types import SimpleNamespace

    import streamlit as st

    from sturing.services.omgeving import huidige_omgeving, wie_van
    from sturing.ui import state
    from sturing.ui.bord import actions

    omgeving = huidige_omgeving()
    for nr, act in enumerate(st.session_state["acts"], start=1):
        st.session_state[state.BOARD] = SimpleNamespace(actie={"nr": nr, "versie": 0, **act})
        actions.handle(omgeving, wie_van(omgeving), None)
    look, ask = state.board_talk().look, state.knob_ask()
    st.text(f"{look.tab} {look.eenheid} {look.niet_gepland}")
    st.text(f"knop {ask.knop}, {ask.opdrachten} {ask.regel} {ask.asked} {ask.number}")


def looked(*acts: dict[str, object]) -> list[str]:
    script = AppTest.from_function(looks, default_timeout=20)
    script.session_state["acts"] = list(acts)
    script.run()
    assert not script.exception
    return [text.value for text in script.text]


@pytest.mark.usefixtures("demonstratie")
def test_a_choice_of_table_and_unit_is_remembered() -> None:
    seen = looked(
        {"soort": "kijk", "tab": "team"},
        {"soort": "kijk", "eenheid": "euro"},
        {"soort": "kijk", "tab": "verzonnen", "eenheid": "verzonnen"},
        {"soort": "niet_gepland"},
    )
    assert seen[0] == "team euro True"


@pytest.mark.usefixtures("demonstratie")
def test_a_knob_is_asked_for_with_the_rows_it_is_about() -> None:
    seen = looked({"soort": "knop", "knop": "ambitie", "opdracht": "O1"})
    assert seen[1] == "knop ambitie, ('O1',) 0 True 1"
    seen = looked({"soort": "pas_aan", "nummer": 1000})
    assert seen[1] == "knop , () 1000 True 1"
