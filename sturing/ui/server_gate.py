"""What every request passes on its way in and every answer on its way out.

Owns: which host names and origins may ask (a page of another site never reaches the application,
and Streamlit never has to look up the outside address of this computer to decide), the headers
that keep the browser at this address, and the language of the page. Must never read the body of a
request or know who is acting. No units.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from sturing.ui.server_scripts import with_preloads

CLOSED_PATHS: Final = ("/_stcore/agent", "/_stcore/metrics", "/_stcore/script-health-check")
"""Streamlit's doors for programs; nobody needs them here, so they answer 404."""

_INLINE_SCRIPT: Final = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_NOSCRIPT: Final = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
_PROGRAM_LINK: Final = re.compile(
    rb"<!--(?:(?!-->).)*-->|<link rel=\"service-desc\"[^>]*>", re.DOTALL
)
_PRELOADED_FONT: Final = re.compile(rb"<link\s+rel=\"preload\"[^>]*as=\"font\"[^>]*>", re.DOTALL)
_NOSCRIPT_NL: Final = (
    b"<noscript><p>Sturing heeft JavaScript nodig. "
    b"Zet JavaScript aan voor dit adres.</p></noscript>"
)

_ONE_ADDRESS: Final = (
    b'<script>window.__streamlit = {BACKEND_BASE_URL: window.location.origin + "/"}</script>\n    '
)
"""Tells the front end where the server is; else it looks for it below the address of each page
and reports the misses as errors in the console."""
_STYLES: Final = (
    b'<link rel="stylesheet" href="/app/static/scherm.css">'
    b'<link rel="stylesheet" media="print" href="/app/static/afdruk.css">'
)
"""How a screen stands before all of it is there, and how it comes on paper: files of their own,
because Streamlit has no setting for either."""

FIXED_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def content_security_policy(inline_scripts: Sequence[bytes] = ()) -> str:
    """The policy of a page with these inline scripts; no outside host in any directive.

    `blob:` for scripts: Streamlit imports the JavaScript of a v2 component from one. Inline styles:
    emotion, Plotly and the dataframe write them. Nothing needs eval.
    """
    hashes = "".join(
        f" 'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
        for script in inline_scripts
    )
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob:{hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "media-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-src 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
        )
    )


def dutch_page(html: bytes) -> bytes:
    """Streamlit's page shell in Dutch, with our styles, and without its pointers for
    programs and its own font."""
    html = _PROGRAM_LINK.sub(b"", html)
    html = _PRELOADED_FONT.sub(b"", html)
    html = html.replace(b'<html lang="en"', b'<html lang="nl"')
    html = html.replace(b"<title>Streamlit</title>", b"<title>Sturing</title>")
    html = html.replace(b'<script type="module"', _ONE_ADDRESS + b'<script type="module"', 1)
    html = html.replace(b"</head>", _STYLES + b"</head>", 1)
    html = with_preloads(html)
    return _NOSCRIPT.sub(_NOSCRIPT_NL, html).lstrip()


class Gate:
    """Refuses requests for another host, from another origin, or at a closed door."""

    def __init__(self, app: ASGIApp, *, host_names: Sequence[str]) -> None:
        self._app = app
        self._host_names = frozenset(host_names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403 or 404 (close a websocket), or hand the request on."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not self._may_ask(headers.get("host"), headers.get("origin")):
            await _refuse(scope, receive, send, 403, "Dit adres hoort niet bij Sturing.")
        elif str(scope["path"]).startswith(CLOSED_PATHS):
            await _refuse(scope, receive, send, 404, "Niet gevonden.")
        else:
            await self._app(scope, receive, send)

    def _may_ask(self, host: str | None, origin: str | None) -> bool:
        if host is None or _host_name(host) not in self._host_names:
            return False
        return origin is None or origin in {f"http://{host}", f"https://{host}"}


def _host_name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, text: str) -> None:
    if scope["type"] == "websocket":
        await WebSocketClose(code=1008, reason=text)(scope, receive, send)
    else:
        await PlainTextResponse(text, status_code=status)(scope, receive, send)


class SafePages:
    """Adds the headers to every answer and makes the page shell Dutch."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on and hold back an HTML answer until it is whole."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = MutableHeaders(scope=scope)
        if "text/html" in headers.get("accept", ""):
            # A compressed shell cannot be read; it is small, so it goes out as it is.
            del headers["accept-encoding"]
        answer = _Answer(send)
        await self._app(scope, receive, answer.send)


class _Answer:
    """One answer on its way out; an HTML page is kept until its last part."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._parts: list[bytes] = []

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in FIXED_HEADERS.items():
                headers[name] = value
            headers["Content-Security-Policy"] = content_security_policy()
            is_page = headers.get("content-type", "").startswith("text/html")
            if is_page and "content-encoding" not in headers:
                self._start = message
                return
        elif self._start is not None and message["type"] == "http.response.body":
            self._parts.append(message.get("body", b""))
            if message.get("more_body", False):
                return
            page = dutch_page(b"".join(self._parts))
            headers = MutableHeaders(scope=self._start)
            if page:
                headers["content-length"] = str(len(page))
            else:  # the answer to HEAD: the length of the Dutch page is not known
                del headers["content-length"]
            headers["Content-Security-Policy"] = content_security_policy(
                _INLINE_SCRIPT.findall(page)
            )
            # The tag belongs to the file as it was; an old copy must not come back as this one.
            del headers["etag"]
            del headers["last-modified"]
            await self._send(self._start)
            self._start = None
            message = {"type": "http.response.body", "body": page}
        await self._send(message)
