"""The frame around every page: settings of the window, navigation, who one is, and the net.

Called by app.py on every run. Must always call `st.navigation`, also when the application was not
started well: otherwise a page could be opened past it.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from sturing.errors import SturingError
from sturing.services.plaatsen import app_map
from sturing.services.rondleiding import eerste_schermen
from sturing.services.toegankelijk import toegankelijke_schermen
from sturing.ui import navigation
from sturing.ui.components.notices import notices
from sturing.ui.components.sidebar import sidebar_foot
from sturing.ui.components.states import guard, show_error
from sturing.ui.context import PageContext, page_context
from sturing.ui.server_settings import require_safe_server
from sturing.ui.shell.component import mend_shell
from sturing.ui.theme import DARK, theme_of

SIDEBAR_PX = 216


def run() -> None:
    """Draw the frame and the page that is asked for."""
    static = app_map() / "static"
    st.set_page_config(
        page_title="Sturing",
        page_icon=str(static / "icon.png"),
        layout="wide",
        initial_sidebar_state=SIDEBAR_PX,
    )
    context = _context()
    page = st.navigation(_sections(context), expanded=True)
    _logo(static)
    if isinstance(context, SturingError):
        show_error(context)
        with st.sidebar:
            mend_shell()
        return
    notices(context)
    with guard():
        page.run()
    with st.sidebar:
        sidebar_foot(context)
        mend_shell()


def _context() -> PageContext | SturingError:
    """Who is there, or why nobody can be: the navigation is called either way."""
    try:
        require_safe_server()
        return page_context()
    except SturingError as fault:
        return fault


def _sections(context: PageContext | SturingError) -> dict[str, list[st.Page]]:
    """The menu of who is there; all of it when nobody can be."""
    if isinstance(context, SturingError):
        return navigation.sections((), navigation.names())
    wie = context.wie
    return navigation.sections(eerste_schermen(wie), toegankelijke_schermen(wie))


def _logo(static: Path) -> None:
    dark = theme_of(st.context.theme.type) is DARK
    st.logo(str(static / ("logo-donker.svg" if dark else "logo.svg")), size="medium")
