"""Dutch for the fixed texts of Streamlit itself, which has no translation.

Owns the list of those texts (woorden.json: exact English text -> Dutch; and patterns with a
number). A tiny component without any picture reads it in the browser and replaces texts and names
of Streamlit's own controls, never what the product shows. A text that is not in the list stays as
it is; a browser test looks for English on every page.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer


@cache
def _component() -> ComponentRenderer:
    folder = files("sturing.ui.taal")
    words = json.loads((folder / "woorden.json").read_text(encoding="utf-8"))
    script = (folder / "taal.js").read_text(encoding="utf-8")
    return st.components.v2.component(
        "taal", js=f"const WORDS = {json.dumps(words, ensure_ascii=False)};\n{script}"
    )


def dutch_interface() -> None:
    """Put the component on the page; it takes no room."""
    _component()(key="taal", height=1)
