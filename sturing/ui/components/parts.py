"""Choosing one of a few parts of a page, side by side; the address names it.

Must never be bound to the address by Streamlit itself: that writes the label, with its colour.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from sturing.ui import address


def choose_part(label: str, parts: Mapping[str, str], key: str) -> str:
    """The key of the chosen part; the first one before a choice. `parts` maps it to its name.

    In the link colour, because the text of a chosen one would be too dark on the dark theme.
    """
    address.part_from_link(key, list(parts))
    chosen = st.segmented_control(
        label,
        list(parts),
        format_func=lambda part: f":blue[{parts[part]}]",
        required=True,
        key=key,
        on_change=address.part_to_link,
        args=(key,),
        label_visibility="collapsed",
    )
    return chosen or next(iter(parts))
