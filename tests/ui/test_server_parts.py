"""The parts of the server that can be looked at without starting it."""

from __future__ import annotations

import asyncio
import base64
import gc
import hashlib
import re
import socket
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest
from streamlit import config

from sturing.errors import PoortError, StartError
from sturing.ui.server_gate import Gate, content_security_policy, dutch_page
from sturing.ui.server_memory import PeriodicCollection
from sturing.ui.server_settings import (
    LOOPBACK_NAMES,
    SAFE_OPTIONS,
    UPLOAD_MB,
    is_loopback,
    require_safe_server,
)
from sturing.ui.server_socket import FIRST_PORT, open_socket


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.53", "::1", "localhost"])
def test_these_addresses_are_of_this_computer_alone(address: str) -> None:
    assert is_loopback(address)


@pytest.mark.parametrize(
    "address", ["0.0.0.0", "::", "10.0.0.1", "", "localhost.voorbeeld.nl", "127.0.0.1.nip.io"]
)
def test_these_addresses_can_be_reached_by_others(address: str) -> None:
    assert not is_loopback(address)


def test_streamlit_started_by_hand_on_another_address_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(config, "get_option", {"server.address": "0.0.0.0"}.get)
    with pytest.raises(StartError):
        require_safe_server()
    monkeypatch.setattr(config, "get_option", {"server.address": "127.0.0.1"}.get)
    require_safe_server()


def test_every_safe_option_exists_in_this_streamlit() -> None:
    config.get_config_options()
    assert set(SAFE_OPTIONS) <= set(config._config_options_template)


def test_the_safe_options_are_the_safe_ones() -> None:
    assert SAFE_OPTIONS["browser.gatherUsageStats"] is False
    assert SAFE_OPTIONS["client.showErrorDetails"] == "none"
    assert SAFE_OPTIONS["client.disableDataExport"] is True
    assert SAFE_OPTIONS["server.enableXsrfProtection"] is True
    assert SAFE_OPTIONS["server.enableAgentApi"] is False
    assert SAFE_OPTIONS["server.maxUploadSize"] == UPLOAD_MB == 10
    assert SAFE_OPTIONS["server.allowedHosts"] == list(LOOPBACK_NAMES)


def test_changes_leave_the_socket_without_waiting_for_more() -> None:
    with (
        closing(open_socket("127.0.0.1", 0)) as listening,
        socket.create_connection(listening.getsockname()),
    ):
        listening.setblocking(True)
        accepted, _ = listening.accept()
        with closing(accepted):
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_a_port_asked_for_is_that_one_or_none() -> None:
    with closing(open_socket("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PoortError, match=f"Poort {port} is niet vrij"):
            open_socket("127.0.0.1", port)


def test_without_a_port_the_next_free_one_is_taken() -> None:
    with (
        closing(open_socket("127.0.0.1", None)) as first,
        closing(open_socket("127.0.0.1", None)) as second,
    ):
        assert FIRST_PORT <= first.getsockname()[1] < second.getsockname()[1]


class _Ring:
    """Only the garbage collector frees it."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_collected_beside_the_answers_and_what_was_loaded_is_left_alone() -> None:
    gc.disable()
    try:
        with PeriodicCollection(period_s=0.02):
            assert gc.get_freeze_count() > 0
            ring = weakref.ref(_Ring())
            end = time.monotonic() + 10
            while ring() is not None and time.monotonic() < end:
                time.sleep(0.01)
            assert ring() is None
        assert gc.get_freeze_count() == 0
    finally:
        gc.enable()


def test_the_page_shell_becomes_dutch_and_loses_its_pointers() -> None:
    shell = (
        b'<!-- licence --><!DOCTYPE html><html lang="en"><head><title>Streamlit</title>'
        b'<link rel="service-desc" href="./_stcore/agent/openapi.json" />'
        b'<script type="module" src="./index.js"></script></head>'
        b"<body><noscript>You need JavaScript</noscript></body></html>"
    )
    page = dutch_page(shell)
    assert page.startswith(b'<!DOCTYPE html><html lang="nl">')
    assert b"<title>Sturing</title>" in page
    for gone in (b"service-desc", b"licence", b"You need JavaScript"):
        assert gone not in page
    assert page.index(b"BACKEND_BASE_URL") < page.index(b'type="module"')
    assert b'<link rel="stylesheet" href="/app/static/scherm.css">' in page
    assert b'<link rel="stylesheet" media="print" href="/app/static/afdruk.css"></head>' in page


def test_the_policy_allows_exactly_the_inline_scripts_of_the_page() -> None:
    script = b"window.x = 1"
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    allowed = content_security_policy([script]).split("; ")[1]
    assert allowed == f"script-src 'self' blob: 'sha256-{digest}'"


def test_no_directive_names_an_outside_host() -> None:
    for directive in content_security_policy().split("; "):
        for source in directive.split()[1:]:
            assert re.fullmatch(r"'(self|none|unsafe-inline)'|data:|blob:", source), directive


async def _welcome(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://localhost:8501", 200),
        ("http://127.0.0.1:8501", 403),
        ("http://localhost:8501.voorbeeld.nl", 403),
        ("http://iemand@localhost:8501", 403),
        ("null", 403),
        ("http://[::1", 403),
        ("[", 403),
    ],
)
def test_only_a_page_of_this_address_may_ask_and_a_broken_origin_is_no_fault(
    origin: str, status: int
) -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost:8501"), (b"origin", origin.encode())]
    scope = {"type": "http", "path": "/", "headers": headers}
    gate = Gate(_welcome, host_names=LOOPBACK_NAMES)
    # On a thread of its own: after the browser tests this one still has Playwright's loop.
    with ThreadPoolExecutor() as apart:
        apart.submit(asyncio.run, gate(scope, send, send)).result()
    assert sent[0]["status"] == status
