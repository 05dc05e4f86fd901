"""How an act of a person ended: run with a net under it, and told once, in Dutch.

Owns the two ways in which a page answers: at its top when it is drawn anew (`carry_out`, `finish`,
`told`), and where the act was asked (`done`, `refused`). The board tells its own acts in its live
region (sturing/ui/bord). Must never judge a right or store anything: the services do, and refuse.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from sturing.errors import SturingError
from sturing.services.berichten import Uitslag
from sturing.ui import state
from sturing.ui.components.states import unforeseen
from sturing.ui.components.texts import plain
from sturing.ui.context import PageContext, page_context


def told() -> None:
    """What came of the last act, once."""
    text, refused = state.told()
    if text:
        (st.warning if refused else st.success)(plain(text))


def carry_out(said: str, act: Callable[[PageContext], object]) -> None:
    """Run an act before the page is drawn; the top tells `said`, or the text that `act` gives."""
    try:
        answer = act(page_context())
    except SturingError as fault:
        state.tell(str(fault), refused=True)
    except Exception:  # the last net of an act: logged, and told in Dutch with its kenmerk
        state.tell(unforeseen(), refused=True)
    else:
        state.tell(answer if isinstance(answer, str) else said)


def finish(uitslag: Uitslag) -> None:
    """Tell how an act ended: a refusal where it was asked, else on the page drawn anew."""
    if uitslag.geweigerd:
        st.warning(plain(uitslag.geweigerd))
        return
    state.tell(uitslag.aankondiging)
    st.rerun()


def done(do: Callable[[], object]) -> bool:
    """Was it done? A refusal is shown where one is, so that a dialog keeps what was typed."""
    try:
        do()
    except SturingError as fault:
        refused(fault)
        return False
    return True


def refused(fault: SturingError) -> None:
    """A refusal in its own words, where one is."""
    st.error(plain(str(fault)))
