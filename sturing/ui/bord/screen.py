"""Prioriteiten on the screen: the board or its table, the switches, and the effect beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pandas as pd
import streamlit as st

from sturing.domain.keuzes import Methode
from sturing.errors import SturingError
from sturing.services import prioriteiten
from sturing.services.beelden import Bordbeeld, Geweigerd, Leeg
from sturing.services.concept import Verplaatsing
from sturing.ui import address, state
from sturing.ui.bord import actions, lane
from sturing.ui.bord.component import board
from sturing.ui.components import tables
from sturing.ui.components.badges import status_word
from sturing.ui.components.states import unforeseen
from sturing.ui.components.texts import link, note
from sturing.ui.context import PageContext, page_context

METHOD = "methode"
LEGAL_FIRST = "wettelijk_eerst"
METHODS: dict[Methode, tuple[str, str]] = {
    Methode.STRIKT: ("Strikt", "Elk team geeft wat het heeft, los van de andere teams."),
    Methode.SAMENHANGEND: (
        "Samenhangend",
        "Per maand gaat een opdracht zo snel als het krapste team. "
        "Wat andere teams daardoor overhouden, is voor de volgende.",
    ),
    Methode.ALLES_OF_NIETS: (
        "Alles of niets",
        "Een opdracht krijgt alles wat zij vraagt, of niets.",
    ),
}
LEGAL_HELP = (
    "Aan: wettelijke taken staan vooraan en krijgen het eerst uren. "
    "Uit: ook wettelijk werk kan lager komen te staan."
)


def on_action() -> None:
    """The board did something: carry it out before the page is drawn."""
    with _told():
        context = page_context()
        actions.handle(context.omgeving, context.wie, context.horizon)


def forget_switches() -> None:
    """The whole page is drawn: the switches are about to be, too."""
    state.show_switches(None)


def follow_switches(beeld: Bordbeeld) -> None:
    """The switches stand outside what a move draws; when undo changed them, draw the whole page."""
    if state.shown_switches() not in (None, (beeld.methode, beeld.wettelijk_eerst)):
        st.rerun()


def switches(beeld: Bordbeeld) -> None:
    """How the hours are given out: method and wettelijk eerst, each with its explanation."""
    state.show_switches((beeld.methode, beeld.wettelijk_eerst))
    name, _ = METHODS[beeld.methode]
    with st.popover(f"Methode: {name.casefold()}"):
        if not beeld.mag_wijzigen:
            st.markdown(note(beeld.waarom_niet))
        state.put_widget(METHOD, beeld.methode)
        st.radio(
            "Methode",
            list(METHODS),
            format_func=lambda methode: METHODS[methode][0],
            captions=[text for _, text in METHODS.values()],
            key=METHOD,
            on_change=_set_method,
            args=(beeld.versie,),
            disabled=not beeld.mag_wijzigen,
        )
        state.put_widget(LEGAL_FIRST, beeld.wettelijk_eerst)
        st.toggle(
            "Wettelijk eerst",
            key=LEGAL_FIRST,
            on_change=_set_legal_first,
            args=(beeld.versie,),
            disabled=not beeld.mag_wijzigen,
        )
        st.markdown(note(LEGAL_HELP))


def _set_method(seen: int) -> None:
    """`seen` is the version of the draft with which the switch was drawn."""
    value = state.widget(METHOD)
    if isinstance(value, Methode):
        _answered(lambda c: prioriteiten.zet_methode(c.omgeving, c.wie, seen, value))


def _set_legal_first(seen: int) -> None:
    on = bool(state.widget(LEGAL_FIRST))
    _answered(lambda c: prioriteiten.zet_wettelijk_eerst(c.omgeving, c.wie, seen, on))


def _answered(do: Callable[[PageContext], Verplaatsing]) -> None:
    with _told():
        answer = do(page_context())
        talk = state.board_talk()
        talk.say(answer.geweigerd or answer.aankondiging, refused="-" if answer.geweigerd else "")


@contextmanager
def _told() -> Iterator[None]:
    """A fault of an act is told on the board: the page itself stays as it was."""
    talk = state.board_talk()
    try:
        yield
    except SturingError as fault:
        talk.say(str(fault), refused="-")
    except Exception:  # the last net of an act: logged, and told in Dutch with its kenmerk
        talk.say(unforeseen(), refused="-")


def board_to_draw(context: PageContext) -> tuple[Bordbeeld | Leeg | Geweigerd, int]:
    """The board of this session, and the last action that it knows."""
    talk = state.board_talk()
    # What is heard from here on may not be in it: the direct way runs beside this one.
    heard = talk.settled()
    talk.account, talk.horizon = state.identity(), context.horizon
    talk.team = address.text_in_link(address.TEAM)
    if asked := address.taken_from_link(address.OPENED):
        talk.why = asked
    talk.list_too = not state.shown_as_table(state.BOARD)
    return lane.drawn(talk, context.omgeving, context.wie, context.horizon), heard


def board_with_effect(
    context: PageContext, beeld: Bordbeeld, heard: int, on_act: Callable[[], None]
) -> None:
    """The board with the effect in one component, or the table with the effect beside it."""
    talk = state.board_talk()
    data = lane.payload(beeld, talk, context.omgeving, context.wie, context.horizon, heard)
    if talk.list_too:
        board(data, on_act)
        return
    left, right = st.columns([2.8, 1], gap="medium")
    with left:
        st.button(link("Als bord"), type="tertiary", on_click=state.swap_table, args=(state.BOARD,))
        frame = board_frame(beeld)
        numbers = {"Dekking %": tables.dutch, "Was %": tables.dutch, "Uren tekort": tables.dutch}
        tables.show_long_table(
            tables.styled(frame, numbers),
            "Opdrachten op volgorde",
            key="tabel_bord",
            numbers=["Plaats", "Uren", *numbers],
        )
        along = prioriteiten.mee_te_nemen(context.omgeving, context.wie, beeld, context.horizon)
        if along:
            tables.download(frame[frame["Code"].isin(along)], "volgorde")
    with right:
        board(data, on_act)


def board_frame(beeld: Bordbeeld) -> pd.DataFrame:
    """Every opdracht in order with everything that the board knows of it."""
    rijen = beeld.rijen
    return pd.DataFrame(
        {
            "Plaats": [r.plaats for r in rijen],
            "Code": [r.opdracht for r in rijen],
            "Opdracht": [r.volledige_naam for r in rijen],
            "Haalbaarheid": [status_word(r.status) for r in rijen],
            "Wettelijk": ["ja" if r.wettelijk else "nee" for r in rijen],
            "Opdrachtgever": [r.opdrachtgever_voluit for r in rijen],
            "Soort werk": [r.soort_werk for r in rijen],
            "Uren": [r.uren for r in rijen],
            "Dekking %": pd.array([r.dekking_pct for r in rijen], dtype="Int64"),
            "Was %": pd.array([r.dekking_voor_pct for r in rijen], dtype="Int64"),
            "Knelpunt": [r.knelpunt for r in rijen],
            "Uren tekort": [r.tekort_uren for r in rijen],
            "Budget tekort": [r.budget_tekort for r in rijen],
        }
    )
