"""A wide part with a narrow part beside it, which fold under each other where there is no room.

Owns the width (pixels). Streamlit's own columns fold only on a telephone; on a small laptop with
the menu open they would cut off the tables in the narrow part.
"""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

WIDE = 560
"""Pixels; the part beside it takes what is left, and folds when that is under 128 (Streamlit)."""


def wide_and_narrow() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The wide part on the left and the narrow one on the right, or under it."""
    with st.container(horizontal=True, gap="medium"):
        return st.container(width=WIDE), st.container()
