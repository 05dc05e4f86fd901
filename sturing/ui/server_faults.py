"""What a visitor sees when a screen breaks.

Owns: the last net under every screen. The visitor gets a Dutch sentence and a mark to give to the
administrator; the details go to the log of the server only (they can hold data of the
organisation). Must never swallow a fault without logging it. No units.
"""

from __future__ import annotations

import logging
import secrets

import streamlit as st

from sturing.errors import SturingError

_LOG = logging.getLogger("sturing.schermen")


def on_script_error(fault: Exception) -> bool:
    """Log `fault` under a mark and show that mark; True: Streamlit adds no message of its own."""
    mark = f"{secrets.token_hex(2)} {secrets.token_hex(2)}"
    _LOG.error("Fout in een scherm, kenmerk %s", mark, exc_info=fault)
    if isinstance(fault, SturingError):
        st.error(plain(" ".join(filter(None, (fault.title, fault.message, fault.hint)))))
    else:
        st.error(
            "Dit scherm kon niet worden getoond. Wat u had gewijzigd, is bewaard. Probeer het "
            f"opnieuw, of geef de beheerder dit kenmerk door: {mark}."
        )
    return True


def plain(text: str) -> str:
    """`text` with every sign that Markdown would read escaped, so that it shows as it stands."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-!|$:~" else sign for sign in text)
