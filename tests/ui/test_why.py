"""What travels of Waarom, and that opening it is a choice of the screen only."""

from __future__ import annotations

import json

import pytest
import voorbeelden as v
from streamlit.testing.v1 import AppTest

from sturing.ui.bord import why
from sturing.ui.bord.actions import read_action
from sturing.ui.bord.payload import board_payload
from sturing.ui.bord.why import why_payload
from sturing.ui.state import BoardTalk


def test_nothing_travels_while_no_row_is_open() -> None:
    assert board_payload(v.bordbeeld(), BoardTalk())["waarom"] is None


def test_the_open_row_travels_with_ready_words_and_without_the_changes() -> None:
    data = why_payload(v.waarombeeld())
    assert data is not None
    assert data["opdracht"] == "O030"
    assert data["maanden"][11] == ["d", "maand 12: 20 van 100 uur", 20, 80]
    assert data["voor"] == [["Spoorzone Bilthoven", 62], ["een andere opdracht", 38]]
    assert [proef[:2] for proef in data["proeven"]] == [
        ["plaats", "Zet op plaats 22"],
        ["ruil", "Ruil: parkeer Warmtetransitie"],
    ]
    assert len(json.dumps(data)) < 4_000


@pytest.mark.parametrize("welke", [5, None, "x" * 101])
def test_what_to_try_is_checked_as_text(welke: object) -> None:
    assert read_action({"nr": 1, "soort": "probeer", "opdracht": "O1", "welke": welke}) is None


def open_and_try() -> None:
    """The board asks for Waarom, then tries the first thing that helps, then closes."""
    from types import SimpleNamespace

    import streamlit as st

    from sturing.services.omgeving import huidige_omgeving, wie_van
    from sturing.ui import state
    from sturing.ui.bord import actions, why

    omgeving = huidige_omgeving()
    wie = wie_van(omgeving)
    opdracht = st.session_state["opdracht"]

    def send(nr: int, **action: object) -> None:
        sent = {"nr": nr, "versie": st.session_state.get("versie", 0), **action}
        st.session_state[state.BOARD] = SimpleNamespace(actie=sent)
        actions.handle(omgeving, wie, None)

    send(1, soort="waarom", opdracht=opdracht)
    beeld = why.opened(state.board_talk(), omgeving, wie, None)
    st.text(beeld.kern if beeld else "dicht")
    send(2, soort="probeer", opdracht=opdracht, welke=beeld.proeven[0].welke)
    st.text(state.board_talk().text)
    beeld = why.opened(state.board_talk(), omgeving, wie, None)
    st.text(beeld.kern if beeld else "dicht")
    send(3, soort="waarom", opdracht="bestaat niet")
    st.text("open" if why.opened(state.board_talk(), omgeving, wie, None) else "dicht")
    st.text(state.board_talk().why or "leeg")


def test_waarom_opens_is_tried_and_closes_when_there_is_nothing_to_explain(demonstratie) -> None:  # type: ignore[no-untyped-def]
    from sturing.services.omgeving import wie_van
    from sturing.services.prioriteiten import bord

    rijen = bord(demonstratie, wie_van(demonstratie)).rijen
    script = AppTest.from_function(open_and_try, default_timeout=20)
    script.session_state["opdracht"] = next(
        r.opdracht for r in rijen if not r.wettelijk and (r.dekking_pct or 100) < 90
    )
    script.run()
    assert not script.exception
    eerst, gezegd, daarna, dicht, leeg = (tekst.value for tekst in script.text)
    assert "%" in eerst
    assert "Past nu helemaal." in gezegd
    assert "krijgt alle" in daarna
    assert (dicht, leeg) == ("dicht", "leeg")


def test_a_row_that_opens_beside_a_drawing_is_not_closed_by_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    talk = BoardTalk(why="O1")

    def nothing_to_explain(*_asked: object) -> None:
        talk.why = "O2"

    monkeypatch.setattr(why, "waarom", nothing_to_explain)
    assert why.opened(talk, None, None, None) is None  # type: ignore[arg-type]
    assert talk.why == "O2"
