"""Scenarios in the address: which one is shown, with the key of its link, and which are compared.

Owns their names in the URL. What a session remembers of it is in state.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from sturing.ui import address, state

SCENARIO: Final = "scenario"
KEY: Final = "sleutel"
COMPARED: Final = "vergelijk"


def scenario_in_link() -> tuple[int, str] | None:
    """The scenario that the address names, with the key of its link (empty without)."""
    number = address.number_in_link(SCENARIO)
    return None if number is None else (number, st.query_params.get(KEY) or "")


def scenario_to_link(number: int | None, account: str, *, key: str = "") -> None:
    """Put the scenario that is shown in the address (None: none), with the key of its link or
    without; for this account it counts as opened."""
    address.put(SCENARIO, "" if number is None else str(number))
    address.put(KEY, key)
    if number is not None:
        state.remember_link((number, key, account))


def compared_in_link() -> frozenset[int]:
    """The scenarios that the address puts beside each other."""
    parts = (st.query_params.get(COMPARED) or "").split("-")
    return frozenset(number for part in parts if (number := address.number(part)) is not None)


def compared_to_link(numbers: Sequence[int]) -> None:
    """Put the scenarios that are compared in the address."""
    address.put(COMPARED, "-".join(map(str, numbers)))
