"""Which addresses show a page, and what a visitor gets at any other.

Owns: the answer at an address without a page, in Dutch (Streamlit itself would open the first page
under an English notice), and the way from the first page's name to its place at `/`. Must never
list the pages itself: navigation does. No units.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_NO_PAGE: Final = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Sturing</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.png">
<style>
@font-face { font-family: "Sturing Sans"; font-weight: 200 900;
  src: url(/app/static/source-sans-3-latin-wght-normal.woff2) format("woff2"); }
:root { color-scheme: light dark; }
body { font: 400 14px/1.4 "Sturing Sans", sans-serif; margin: 70px; max-width: 70ch;
  color: light-dark(#1B2025, #ECEAE5); background: light-dark(#FFFFFF, #12161A); }
h1 { font-size: 24.5px; line-height: 1.25; font-weight: 600; }
a { color: light-dark(#0F5470, #7CC4DD); }
</style></head>
<body><main><h1>Deze pagina bestaat niet.</h1>
<p>Het adres klopt niet, of de pagina heet nu anders.
<a href="/">Ga naar het overzicht</a></p></main></body></html>
"""


class PageAddresses:
    """Sends an unknown page away with a Dutch page, and the first page's name to `/`."""

    def __init__(self, app: ASGIApp, *, pages: Collection[str], first: str) -> None:
        self._app = app
        self._pages = frozenset(f"/{name}" for name in pages)
        self._first = f"/{first}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 or 307, or hand the request on."""
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or not _is_page_visit(scope, path):
            await self._app(scope, receive, send)
        elif path == self._first:
            query = scope.get("query_string", b"").decode("latin-1")
            await RedirectResponse(f"/?{query}" if query else "/")(scope, receive, send)
        elif path == "/" or path in self._pages:
            await self._app(scope, receive, send)
        else:
            await HTMLResponse(_NO_PAGE, status_code=404)(scope, receive, send)


def _is_page_visit(scope: Scope, path: str) -> bool:
    """A browser that asks for a page: not a file, an upload or a route of the server."""
    wants_page = "text/html" in Headers(scope=scope).get("accept", "")
    is_server_path = path.startswith(("/_stcore/", "/media/", "/static/", "/app/", "/component/"))
    is_file = "." in path.rsplit("/", 1)[-1]
    return wants_page and not is_server_path and not is_file and path != "/klaar"
