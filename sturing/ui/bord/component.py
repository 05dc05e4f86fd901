"""The board as one Streamlit component: its files, and how it is put on a page.

Owns the mounting and nothing of what the board shows (payload.py) or does (actions.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from sturing.ui import theme
from sturing.ui.state import BOARD

SCRIPTS = (
    "shapes",
    "order",
    "queue",
    "lane",
    "row",
    "list",
    "drag",
    "keys",
    "menu",
    "toolbar",
    "selection",
    "count",
    "tell",
    "table",
    "changes",
    "rest",
    "effect",
    "waarom",
    "board",
)
"""In this order they are one module: a part uses only what stands above it."""


def script() -> str:
    """The JavaScript of the board, as one module."""
    folder = files("sturing.ui.bord") / "js"
    return "\n".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)


@cache
def _component() -> ComponentRenderer:
    folder = files("sturing.ui.bord")
    return st.components.v2.component(
        "bord",
        html=(folder / "bord.html").read_text(encoding="utf-8"),
        css=theme.css_variables() + (folder / "bord.css").read_text(encoding="utf-8"),
        js=script(),
    )


def board(data: dict[str, Any], on_action: Callable[[], None]) -> None:
    """Draw the board with `data`; `on_action` runs before the page when a person did something."""
    _component()(key=BOARD, data=data, on_actie_change=on_action)
