"""What one browser session remembers between two runs, and nothing else does.

Owns: the only access to `st.session_state` in the product. Holds choices of the screen (which
identity, which plan year, board or table), the conversation with the board, and the upload that was
judged but not stored. Must never hold a result of the calculation or a draft: drafts live in the
database, so that a reload loses nothing. No units.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

import streamlit as st

from sturing.domain.keuzes import Methode
from sturing.ui.remembered import BoardTalk as BoardTalk
from sturing.ui.remembered import KnobAsk as KnobAsk
from sturing.ui.remembered import Upload as Upload
from sturing.ui.remembered import Viewed as Viewed

IDENTITY: Final = "identiteit"
PLAN_YEAR: Final = "jaar"
"""Also the name in the URL: a link carries the plan year."""
TEAM_CHOICE: Final = "uitleg_team"
BOARD: Final = "bord"
_BOARD_TALK: Final = "bord_gesprek"
_AS_TABLE: Final = "als_tabel"
_UPLOAD: Final = "upload"
PROPOSAL_CHOICE: Final = "voorstel_keuze"
PERSON_CHOICE: Final = "portefeuillehouder_keuze"
_LINK_OPENED: Final = "geopende_link"
_SCENARIO_SHOWN: Final = "getoond_scenario"
_TOLD: Final = "verteld"
CLAIM_PARTIES: Final = "claims_partijen"
CLAIM_SCENARIOS: Final = "claims_scenarios"
_PROPOSALS_OF: Final = "claims_uitgerekend"
_UNDONE: Final = "ongedaan_gemaakt"
_SWITCHES: Final = "getoonde_knoppen"
_MENU: Final = "menu_ronde"
_KNOB: Final = "gevraagde_knop"
REPORT_CHOICE: Final = "rapportage_soort"
REPORT_OF_CHOICE: Final = "rapportage_voor"
CLIENT_CHOICE: Final = "opdrachtgever_persoon"
TEAM_PAGE: Final = "teams_team"
AREA_CHOICE: Final = "gebieden_gebied"
ITEM_CHOICE: Final = "gebieden_onderwerp"
GOAL_CHOICE: Final = "programmas_doel"
PROGRAMME_CHOICE: Final = "programmas_programma"
RULE_CHOICE: Final = "afspraak_keuze"
_ROWS: Final = "getoonde_rijen"
_VIEWED: Final = "bekeken"
_PICKED: Final = "aangewezen"

T = TypeVar("T")


def _own(key: str, made: type[T]) -> T:
    """The value of this session under `key`, made at the first use."""
    value = st.session_state.get(key)
    if not isinstance(value, made):
        value = made()
        st.session_state[key] = value
    return value


def board_talk() -> BoardTalk:
    """The conversation with the board."""
    return _own(_BOARD_TALK, BoardTalk)


def upload() -> Upload:
    """The upload that is being judged."""
    return _own(_UPLOAD, Upload)


def knob_ask() -> KnobAsk:
    """The knob that was asked for last."""
    return _own(_KNOB, KnobAsk)


def menu_round() -> int:
    """How often a menu was folded: part of its key, because only a new one begins folded."""
    value = st.session_state.get(_MENU)
    return value if isinstance(value, int) else 0


def fold_menu() -> None:
    """Fold the menu of a scenario at the next drawing."""
    st.session_state[_MENU] = menu_round() + 1


def identity() -> str | None:
    """The key of the chosen identity of the demonstration; None before a choice."""
    value = st.session_state.get(IDENTITY)
    return value if isinstance(value, str) else None


def viewed() -> Viewed:
    """What the screens look at."""
    value = st.session_state.get(_VIEWED)
    return value if isinstance(value, Viewed) else Viewed()


def look_at(view: Viewed) -> None:
    """Look at another plan or domain, on every screen."""
    st.session_state[_VIEWED] = view


def plan_year() -> int | None:
    """The chosen plan year; None before a choice."""
    value = st.session_state.get(PLAN_YEAR)
    return value if isinstance(value, int) else None


def board_event() -> object:
    """The action that the board sent with this run, as it came from the browser; None without."""
    value = st.session_state.get(BOARD)
    return None if value is None else getattr(value, "actie", None)


def shown_as_table(name: str) -> bool:
    """Whether the picture or board `name` is shown as a table."""
    return name in _own(_AS_TABLE, set)


def swap_table(name: str) -> None:
    """Swap the picture or board `name` for its table, or back."""
    _own(_AS_TABLE, set).symmetric_difference_update({name})


def ask_proposals(parties: Sequence[str]) -> None:
    """Have the proposals between these parties made, until others are chosen."""
    st.session_state[_PROPOSALS_OF] = sorted(parties)


def proposals_asked(parties: Sequence[str] | None) -> bool:
    """Whether the proposals between these parties were asked for."""
    return parties is not None and st.session_state.get(_PROPOSALS_OF) == sorted(parties)


def rows_shown(name: str, at_first: int) -> int:
    """How many rows of the list `name` are shown."""
    shown: int = _own(_ROWS, dict).get(name, at_first)
    return shown


def show_rows(name: str, number: int) -> None:
    """Show so many rows of the list `name`."""
    _own(_ROWS, dict)[name] = number


def pick(name: str) -> None:
    """A part of the picture `name` was chosen in the browser; for its own callback."""
    event = st.session_state.get(name)
    points = getattr(getattr(event, "selection", None), "points", None) or []
    row = points[0].get("customdata") if points else None
    if isinstance(row, list):
        row = row[0] if row else None
    st.session_state[_PICKED] = (name, row) if isinstance(row, int) else None


def picked_row(name: str) -> int | None:
    """The row that was just chosen in the picture `name`; told once."""
    picked: tuple[str, int] | None = st.session_state.get(_PICKED)
    if picked is None or picked[0] != name:
        return None
    st.session_state[_PICKED] = None
    return picked[1]


def show_switches(shown: tuple[Methode, bool] | None) -> None:
    """Remember which switches Prioriteiten shows; None while it is being drawn."""
    st.session_state[_SWITCHES] = shown


def shown_switches() -> tuple[Methode, bool] | None:
    """Which switches Prioriteiten shows."""
    shown: tuple[Methode, bool] | None = st.session_state.get(_SWITCHES)
    return shown


def put_widget(key: str, value: object) -> None:
    """Set a widget to `value` before it is drawn, because the data changed under it."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def begin_widget(key: str, value: object) -> None:
    """What stands in a widget when it is drawn for the first time."""
    if key not in st.session_state:
        st.session_state[key] = value


def widget(key: str) -> object:
    """The value of a keyed widget; None when it was not drawn yet."""
    return st.session_state.get(key)


def claim_parties(key: str) -> tuple[str, ...] | None:
    """Which opdrachtgevers or scenarios were chosen on Claims; None before a choice."""
    value = st.session_state.get(key)
    return tuple(map(str, value)) if isinstance(value, list) else None


def remember_undone(numbers: tuple[int, int] | None) -> None:
    """Remember which levering was just undone, and by which; None when it was told."""
    st.session_state[_UNDONE] = numbers


def undone() -> tuple[int, int] | None:
    """Which levering was just undone, and by which."""
    numbers: tuple[int, int] | None = st.session_state.get(_UNDONE)
    return numbers


def typed(key: str) -> str:
    """What stands in a text field; empty when it was not drawn yet."""
    value = st.session_state.get(key)
    return value if isinstance(value, str) else ""


def remember_link(named: tuple[int, str, str] | None) -> None:
    """Remember that this session opened a link: scenario, key and account."""
    st.session_state[_LINK_OPENED] = named


def link_was_opened(named: tuple[int, str, str]) -> bool:
    """Did this session open what the address names (scenario, key) for this account already?"""
    opened: object = st.session_state.get(_LINK_OPENED)
    return opened == named


def show_scenario(number: int | None) -> None:
    """Remember which scenario the head of Prioriteiten shows."""
    st.session_state[_SCENARIO_SHOWN] = number


def shown_scenario() -> int | str | None:
    """The scenario in the head, None for none; empty before the head was drawn."""
    shown: int | str | None = st.session_state.get(_SCENARIO_SHOWN, "")
    return shown


def tell(text: str, *, refused: bool = False) -> None:
    """Keep what the next drawing says at the top, once."""
    st.session_state[_TOLD] = (text, refused)


def told() -> tuple[str, bool]:
    """What there is to say and whether it is a refusal; said once."""
    said: tuple[str, bool] = st.session_state.pop(_TOLD, ("", False))
    return said
