"""What one browser session remembers between two runs, and nothing else does.

Owns: the only access to `st.session_state` in the product. Holds choices of the screen (which
identity, which plan year, board or table), the conversation with the board, and the upload that was
judged but not stored. Must never hold a result of the calculation or a draft: drafts live in the
database, so that a reload loses nothing. No units.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

import streamlit as st

from sturing.domain.keuzes import Methode
from sturing.services.bordblik import Bordblik

if TYPE_CHECKING:
    from sturing.services.leveringen import Voorstel

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
_UNDONE: Final = "ongedaan_gemaakt"
_SWITCHES: Final = "getoonde_knoppen"
_MENU: Final = "menu_ronde"
_KNOB: Final = "gevraagde_knop"
_LOOK_AT_BOARD: Final = "blik_op_bord"
CLIENT_CHOICE: Final = "opdrachtgever_persoon"

T = TypeVar("T")


@dataclass(slots=True)
class BoardTalk:
    """The conversation with the board in this session.

    `heard` is the number of the last action that was carried out, so that an action that arrives
    twice is done once; `said` counts the announcements; `refused` is the opdracht whose move was
    refused by `text`, empty when `text` announces something; `others` tells that somebody else had
    changed the draft since it was seen.
    """

    session: str = field(default_factory=lambda: secrets.token_hex(4))
    heard: int = 0
    said: int = 0
    text: str = ""
    refused: str = ""
    why: str = ""
    """The opdracht of which Waarom is open; empty when none is."""
    others: bool = False

    def say(self, text: str, refused: str = "", *, others: bool = False) -> None:
        """Keep what the next drawing announces."""
        self.said += 1
        self.text = text
        self.refused = refused
        self.others = others


@dataclass(slots=True)
class KnobAsk:
    """Which knob the person asked for: `knop` empty to choose one, `regel` of the line that is
    edited (0: a new one). `number` counts, so that a new form has fields of its own."""

    number: int = 0
    knop: str = ""
    opdrachten: tuple[str, ...] = ()
    regel: int = 0
    versie: int = 0
    """The draft that the person saw when the form was opened."""
    asked: bool = False

    def ask(self, knop: str, versie: int, opdrachten: tuple[str, ...] = (), regel: int = 0) -> None:
        """Open the form at the next drawing."""
        self.number += 1
        self.knop = knop
        self.versie = versie
        self.opdrachten = opdrachten
        self.regel = regel
        self.asked = True


@dataclass(slots=True)
class Upload:
    """The upload of this session: which choice of files, and what came of it.

    `round` counts the choices, so that a new choice gets an empty field; `key` names the files that
    `voorstel` was made from.
    """

    round: int = 0
    key: tuple[str, ...] = ()
    voorstel: Voorstel | None = None
    stored: int | None = None
    """Number of the levering that was just stored."""
    choices: dict[tuple[str, str], str] = field(default_factory=dict)
    """Which code is meant by an unknown one (sheet, what was typed), in these files."""
    recorded: int = 0
    """Counts what was recorded about exports, so that the files are judged again."""
    told: str = ""
    """What came into the draft with it."""
    since: int | None = None
    """The last levering when these files were judged first; later ones came in between."""
    chosen: tuple[str, ...] = ()
    """Who chose which files, when `since` was set."""

    def clear(self, stored: int | None = None, told: str = "") -> None:
        """Back to choosing files; `stored` was just taken over, `told` came with it."""
        self.round += 1
        self.told = told
        self.key = ()
        self.voorstel = None
        self.choices = {}
        self.stored = stored
        self.since = None
        self.chosen = ()


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


def board_look() -> Bordblik:
    """What of the effect is looked at, and whether the list of what is not planned is open."""
    value = st.session_state.get(_LOOK_AT_BOARD)
    return value if isinstance(value, Bordblik) else Bordblik()


def look_at_board(look: Bordblik) -> None:
    """Look at another table or unit, or open or fold the list of what is not planned."""
    st.session_state[_LOOK_AT_BOARD] = look


def identity() -> str | None:
    """The key of the chosen identity of the demonstration; None before a choice."""
    value = st.session_state.get(IDENTITY)
    return value if isinstance(value, str) else None


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
