"""The settings Streamlit may never run without.

Owns: the list of safe options and the addresses the application may listen on. The options are
given to Streamlit as flags, which win over every config file and environment variable, so that
nothing on the machine can loosen them. Must never open the database. Units: sizes in megabytes,
addresses as text.
"""

from __future__ import annotations

import ipaddress
from typing import Any, Final

from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import bootstrap

from sturing.errors import StartError

LOOPBACK_NAMES: Final = ("127.0.0.1", "localhost", "::1")
"""The host names under which the own computer may ask for a page."""

UPLOAD_MB: Final = 10
"""Largest upload in megabytes (trust design, "Uploads")."""

SAFE_OPTIONS: Final[dict[str, Any]] = {
    "browser.gatherUsageStats": False,
    "client.allowedOrigins": [],
    # Streamlit's own file of a long table asks no right to take figures along, leaves texts that
    # begin like a formula as they are, and holds row numbers where a table shows ready texts.
    "client.disableDataExport": True,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "global.developmentMode": False,
    "runner.magicEnabled": False,
    # Streamlit collects garbage after every run, before it sends the answer; server_memory.py does
    # it on a thread of its own instead.
    "runner.postScriptGC": False,
    "server.allowRunOnSave": False,
    "server.allowedHosts": list(LOOPBACK_NAMES),
    "server.corsAllowedOrigins": [],
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableStaticServing": True,
    "server.enableWebsocketCompression": False,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxUploadSize": UPLOAD_MB,
    "server.runOnSave": False,
    "server.showEmailPrompt": False,
    "server.trustedUserHeaders": {},
}


def is_loopback(address: str) -> bool:
    """Whether `address` can be reached from this computer only."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def require_loopback(address: str) -> None:
    """Refuse an address that others on the network could reach; there is no sign-in yet.

    Raises StartError. Rests on the trust design: the demonstration's switcher of identities and
    the one local user of an own database exist on loopback only.
    """
    if not is_loopback(address):
        raise StartError(
            "Sturing start alleen op deze computer zelf.",
            f"Het adres {address} is ook voor anderen te bereiken en er is nog geen aanmelding.",
            "Laat --adres weg, of kies 127.0.0.1.",
        )


def apply_safe_options(*, address: str, port: int) -> None:
    """Hand Streamlit the safe options; call after `st.App` exists and before it serves.

    Also says that the folder pages/ holds modules, not scripts, as `st.navigation` does from its
    first call on: otherwise the first visitor after a start who opens the link of a page gets the
    file as a script, or "Page not found".
    """
    PagesManager.uses_pages_directory = False
    bootstrap.load_config_options({**SAFE_OPTIONS, "server.address": address, "server.port": port})


def require_safe_server() -> None:
    """Refuse a Streamlit that was started by hand on an address others can reach.

    app.py calls this, so that `streamlit run app.py --server.address=...` opens nothing. Raises
    StartError. A Streamlit without any server (tests of a page) passes.
    """
    address = config.get_option("server.address")
    if address is not None:
        require_loopback(str(address))
