"""What is mended on Streamlit's own shell in the browser, which has no setting for it.

Owns five things. Dutch for its fixed texts (woorden.json: exact English text -> Dutch, and
patterns with a number); a text that is not in the list stays as it is, and a browser test looks
for English on every page. Accessibility faults of its own elements. Where the keyboard goes after
what it opened or what was drawn anew (keyboard.js). The sidebar, folded in a narrow window. And the
theme: when the system turns dark or light, the page is drawn again in its colours.
Must never touch what the product itself shows.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer


@cache
def _component() -> ComponentRenderer:
    folder = files("sturing.ui.shell")
    words = json.loads((folder / "woorden.json").read_text(encoding="utf-8"))
    scripts = [(folder / name).read_text(encoding="utf-8") for name in ("keyboard.js", "shell.js")]
    named = f"const WORDS = {json.dumps(words, ensure_ascii=False)};"
    return st.components.v2.component("shell", js="\n".join((named, *scripts)))


def mend_shell() -> None:
    """Put the component on the page; it takes no room and has no picture."""
    _component()(key="shell", height=1, on_donker_change=_drawn_anew)


def _drawn_anew() -> None:
    """The run itself is what was asked for: it reads the theme of the browser."""
