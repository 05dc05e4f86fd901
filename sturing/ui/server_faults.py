"""The last net under every screen: a fault outside the net of the page itself.

Owns: what Streamlit does with a fault in a callback or in the frame around a page. The visitor gets
the designed state with its kenmerk, the log the details (they can hold data of the organisation).
Must never let Streamlit add a message of its own. No units.
"""

from __future__ import annotations

from sturing.ui.components.states import guard


def on_script_error(fault: Exception) -> bool:
    """Show and log `fault` as a page does; True: it has been told."""
    with guard():
        _meet(fault)
    return True


def _meet(fault: Exception) -> None:
    raise fault
