"""What a person did on the board, carried out by the services. The browser is not trusted here.

Owns the reading of an action (every field is checked) and which service does it. Must never change
anything itself; rights are checked by the services.
"""

from __future__ import annotations

from collections.abc import Callable

from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.errors import SturingError
from sturing.services import prioriteiten, waarom
from sturing.services.concept import Verplaatsing
from sturing.services.omgeving import Omgeving
from sturing.ui import state
from sturing.ui.bord import knob_actions
from sturing.ui.bord.action import MOST_ROWS, TEXTS, Action
from sturing.ui.remembered import BoardTalk


def read_action(value: object) -> Action | None:
    """The action in what the browser sent; None when it is not one."""
    if not isinstance(value, dict):
        return None
    numbers = {name: value.get(name, 0) for name in ("nr", "versie", "plaats", "nummer")}
    texts = {name: value.get(name, "") for name in TEXTS}
    several = value.get("opdrachten", [])
    if not all(isinstance(x, int) and 0 <= x < 10**9 for x in numbers.values()):
        return None
    if not all(isinstance(x, str) and len(x) <= 100 for x in texts.values()):
        return None
    if not isinstance(several, list) or len(several) > MOST_ROWS:
        return None
    if not all(isinstance(x, str) and len(x) <= 100 for x in several):
        return None
    return Action(**numbers, **texts, opdrachten=tuple(several))


def carry_out(
    action: Action, omgeving: Omgeving, wie: Wie, horizon: Horizon | None
) -> Verplaatsing:
    """Let the services do it. Raises SturingError as they do; an unknown action does nothing."""
    services: dict[str, Callable[[], Verplaatsing]] = {
        "verplaats": lambda: prioriteiten.verplaats(
            omgeving, wie, action.versie, action.opdracht, action.plaats, horizon
        ),
        "probeer": lambda: waarom.probeer(
            omgeving, wie, action.versie, action.opdracht, action.welke, horizon
        ),
        "ongedaan": lambda: prioriteiten.ongedaan(omgeving, wie, action.versie),
        "opnieuw": lambda: prioriteiten.opnieuw(omgeving, wie, action.versie),
        "terug": lambda: prioriteiten.terug_naar_plan(omgeving, wie, action.versie),
    }
    services |= knob_actions.services_for(action, omgeving, wie, horizon)
    do = services.get(action.soort)
    return Verplaatsing() if do is None else do()


def handle(omgeving: Omgeving, wie: Wie, horizon: Horizon | None) -> None:
    """Carry out what the board sent with this run, once, and keep what to say about it."""
    action = read_action(state.board_event())
    talk = state.board_talk()
    if action is None:
        return
    with talk.lock:
        if not talk.hears(action.nr):
            return
        if action.soort == "tabel":
            state.swap_table(state.BOARD)
        elif not knob_actions.ask(action):
            do(action, talk, omgeving, wie, horizon)


def do(
    action: Action, talk: BoardTalk, omgeving: Omgeving, wie: Wie, horizon: Horizon | None
) -> None:
    """Carry out what the board itself can show, and keep what to say about it; the caller holds
    the lock of `talk` and has let it hear the action."""
    if action.soort == "waarom":
        talk.why = action.opdracht
        return
    if knob_actions.look(action, talk):
        return
    try:
        answer = carry_out(action, omgeving, wie, horizon)
    except SturingError as fault:
        answer = Verplaatsing(geweigerd=str(fault))
    if answer.geweigerd:
        talk.say(answer.geweigerd, refused=action.opdracht or "-", others=answer.anderen)
    else:
        talk.say(answer.aankondiging, others=answer.anderen)
