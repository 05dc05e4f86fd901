"""Starts the application: one process with the database, Streamlit and its web server.

Owns: the order of starting and stopping, the line that says where the application is, and the
readiness route. Must never loosen a setting of server_settings.py or listen on an address that
others can reach. No units.
"""

from __future__ import annotations

import importlib
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from sturing.errors import BezetError, SturingError
from sturing.loket.client import running
from sturing.loket.server import open_loket
from sturing.services.bewaking import meldingen
from sturing.services.omgeving import Omgeving, open_omgeving, stel_in, systeem
from sturing.services.plaatsen import app_map
from sturing.ui import navigation
from sturing.ui.bord import lane
from sturing.ui.server_addresses import PageAddresses
from sturing.ui.server_faults import on_script_error
from sturing.ui.server_gate import Gate, SafePages
from sturing.ui.server_memory import PeriodicCollection
from sturing.ui.server_settings import (
    LOOPBACK_NAMES,
    apply_safe_options,
    require_loopback,
)
from sturing.ui.server_socket import open_socket

READY_ROUTE: Final = "/klaar"
CLOSING_S: Final = 3
"""Seconds that open connections get to end when the application stops."""


def start(
    *,
    db: Path | None,
    demo: bool,
    address: str = "127.0.0.1",
    port: int | None = None,
    browser: bool = True,
    say: Callable[[str], None] = print,
    progress: Callable[[str], None] | None = None,
) -> None:
    """Run the application until Ctrl+C or SIGTERM; return when everything is closed.

    `say` gets the one line with the address when the application is ready, and one when it stops;
    `progress` gets the steps before that. Raises StartError, PoortError, OpslagError or BezetError
    before anything is served.
    """
    require_loopback(address)
    folder = app_map()
    with open_socket(address, port) as listening:
        environment = _open(db, demo=demo, progress=progress)
        url = _url(address, listening)
        try:
            stel_in(environment)
            for notice in meldingen(environment, systeem()):
                (progress or say)(notice)
            # From here on, not when it is ready: the database is ours already.
            with open_loket(environment, url=url, say=progress or say):
                application = build_application(folder, environment)
                apply_safe_options(address=address, port=listening.getsockname()[1])
                warm_up(folder, environment)
                with PeriodicCollection():
                    _serve(
                        application,
                        listening,
                        on_ready=lambda: _announce(url, say, browser=browser),
                    )
        finally:
            environment.sluit()
    say("Sturing is gestopt.")


def _open(db: Path | None, *, demo: bool, progress: Callable[[str], None] | None) -> Omgeving:
    try:
        return open_omgeving(db, demo=demo, voortgang=progress)
    except BezetError as fault:
        hello = running(db) if db is not None else None
        if hello is None:
            raise
        raise BezetError(
            f"Sturing draait al met deze database, op {hello.url} (proces {hello.pid}).",
            hint="Open dat adres, of stop die toepassing eerst met Ctrl+C.",
        ) from fault


def build_application(folder: Path, environment: Omgeving) -> st.App:
    """The screens of `folder` with our gate, headers and readiness route around them."""

    def ready(_request: Request) -> Response:
        try:
            number = environment.nummer()
        except SturingError as fault:
            return PlainTextResponse(str(fault), status_code=503)
        return PlainTextResponse(f"klaar, levering {number}")

    def favicon(_request: Request) -> Response:
        return FileResponse(folder / "static" / "icon.png")

    return st.App(
        folder / "app.py",
        routes=[
            Route(READY_ROUTE, ready),
            Route("/favicon.png", favicon),
            lane.route(environment),
        ],
        middleware=[
            Middleware(SafePages),
            Middleware(Gate, host_names=LOOPBACK_NAMES),
            Middleware(PageAddresses, pages=_page_names(), first=navigation.FIRST),
        ],
        on_script_error=on_script_error,
    )


def _page_names() -> set[str]:
    return {name for pages in navigation.SECTIONS.values() for name, _title in pages}


def warm_up(folder: Path, environment: Omgeving) -> None:
    """Load every screen and calculate the plan in force: the first visitor does not wait."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    for page in sorted((folder / "pages").glob("[!_]*.py")):
        importlib.import_module(f"pages.{page.stem}")
    if environment.nummer():
        environment.basis()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_ready()


def _serve(application: st.App, listening: socket.socket, on_ready: Callable[[], None]) -> None:
    config = uvicorn.Config(
        application,
        log_level="warning",
        access_log=False,
        use_colors=False,
        server_header=False,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=CLOSING_S,
    )
    # uvicorn closes in good order on both signals and then raises them again; SIGTERM must not
    # end the process before the database is closed.
    previous = signal.signal(signal.SIGTERM, _interrupt)
    try:
        _Server(config, on_ready).run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, previous)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _url(address: str, listening: socket.socket) -> str:
    host = f"[{address}]" if ":" in address else address
    return f"http://{host}:{listening.getsockname()[1]}"


def _announce(url: str, say: Callable[[str], None], *, browser: bool) -> None:
    say(f"Sturing staat klaar op {url} (stoppen: Ctrl+C).")
    if browser and _has_screen():
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def _has_screen() -> bool:
    """Without a screen `webbrowser` would take over the terminal with a text browser."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
