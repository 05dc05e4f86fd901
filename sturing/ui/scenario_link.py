"""Scenarios in the address: which one is shown, with the key of its link, and which are compared.

Owns their names in the URL. What a session remembers of it is in state.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from sturing.ui import state

SCENARIO: Final = "scenario"
KEY: Final = "sleutel"
COMPARED: Final = "vergelijk"


def scenario_in_link() -> tuple[int, str] | None:
    """The scenario that the address names, with the key of its link (empty without)."""
    number = _number(st.query_params.get(SCENARIO) or "")
    return None if number is None else (number, st.query_params.get(KEY) or "")


def scenario_to_link(number: int | None, account: str, *, key: str = "") -> None:
    """Put the scenario that is shown in the address (None: none), with the key of its link or
    without; for this account it counts as opened."""
    _put(SCENARIO, "" if number is None else str(number))
    _put(KEY, key)
    if number is not None:
        state.remember_link((number, key, account))


def compared_in_link() -> frozenset[int]:
    """The scenarios that the address puts beside each other."""
    parts = (st.query_params.get(COMPARED) or "").split("-")
    return frozenset(number for part in parts if (number := _number(part)) is not None)


def compared_to_link(numbers: Sequence[int]) -> None:
    """Put the scenarios that are compared in the address."""
    _put(COMPARED, "-".join(map(str, numbers)))


def _put(name: str, value: str) -> None:
    if value == (st.query_params.get(name) or ""):
        return
    if value:
        st.query_params[name] = value
    else:
        del st.query_params[name]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
