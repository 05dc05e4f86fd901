"""What the address of a page carries, so that a view can be sent to a colleague.

Owns the names in the address and reading and writing them; what a control holds is in state.py.
Must never be trusted: an address is text of a person, and rights are asked by the services.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from sturing.ui import state

TEAM: Final = "team"
"""Prioriteiten and Uitleg open on one team."""
VIEW: Final = "deel"
LOOK: Final = "bekijk"
LEVERING: Final = "levering"
"""The part of Gegevens, what is looked at in the history, and of which levering."""
DECISION_PART: Final = "onderdeel"
DECISION: Final = "besluit"
PROPOSAL: Final = "voorstel"
PERSON: Final = "portefeuillehouder"
"""The part of Besluiten, the decision whose plan is open, the proposal, and with whom the talk
is."""
CLIENT: Final = "persoon"
"""Opdrachtgever opens on one person."""
CLAIMS_BETWEEN: Final = "tussen"
"""Claims opens on opdrachtgevers or on scenarios."""


def text_in_link(name: str) -> str | None:
    """What the address has as `name`."""
    return st.query_params.get(name) or None


def choice_to_link(name: str, key: str) -> None:
    """Put what was just chosen in the control `key` in the address, as `name`."""
    st.query_params[name] = str(state.widget(key))


def number_in_link(name: str) -> int | None:
    """The number that the address has as `name`; None for none or for what is no number."""
    value = st.query_params.get(name) or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


def levering_to_link(number: int) -> None:
    """Put the levering that is looked at in the address."""
    if st.query_params.get(LEVERING) != str(number):
        st.query_params[LEVERING] = str(number)


def part_from_link(key: str, parts: Sequence[str]) -> None:
    """Choose the part that the address names, the first one when it names none of `parts`; only
    before that control was drawn."""
    if state.widget(key) not in parts:
        named = st.query_params.get(key)
        state.put_widget(key, named if named in parts else parts[0])


def part_to_link(key: str) -> None:
    """Put the part that was just chosen in the address."""
    st.query_params[key] = str(state.widget(key))


def look_at(view: str, look: str, number: int) -> None:
    """Open a part of Gegevens on one levering; for a button, before anything is drawn."""
    state.put_widget(VIEW, view)
    part_to_link(VIEW)
    look_at_levering(look, number)


def look_at_levering(look: str, number: int) -> None:
    """Go to another view of the history, of another levering; before that control is drawn."""
    state.put_widget(LOOK, look)
    part_to_link(LOOK)
    levering_to_link(number)


def open_decision(number: int) -> None:
    """Open the plan of a decision; for a button."""
    st.query_params[DECISION] = str(number)


def close_decision() -> None:
    """Back from the plan of a decision; for a button."""
    st.query_params.pop(DECISION, None)
