"""The direct way of an act on the board: one request, answered with the board as it then is.

A run of the page takes longer than the calculation; so the board asks here first, and lets the page
be drawn when the person pauses. Owns the route and which session it answers. Must never decide
anything: the acts are those of actions.py, and the services ask for the rights of the account that
the session acts for, read again on every request. An act that only the page can show, or a request
that is not understood, gets an answer other than 200, and then the board takes the way of the page.
"""

from __future__ import annotations

import json
from typing import Any, Final
from weakref import WeakValueDictionary

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.errors import SturingError
from sturing.services.beelden import Bordbeeld, Geweigerd, Leeg
from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.opnemen import met_signalen
from sturing.services.prioriteiten import bord
from sturing.ui.bord import actions, why
from sturing.ui.bord.action import Action
from sturing.ui.bord.payload import board_payload
from sturing.ui.components.states import unforeseen
from sturing.ui.remembered import BoardTalk

ADDRESS: Final = "/bord/actie"
PAGE_ACTS: Final = ("tabel", "knop", "pas_aan")
"""Acts that the page itself has to show."""
MOST_BYTES: Final = 65_536
"""An action names at most five hundred rows."""

_TALKS: WeakValueDictionary[str, BoardTalk] = WeakValueDictionary()
"""By token, as long as the session of the browser lives."""


def way_of(talk: BoardTalk) -> dict[str, Any]:
    """Where the board of this session sends its acts. From now on the route knows it."""
    _TALKS[talk.token] = talk
    return {"adres": ADDRESS, "sleutel": talk.token, "pagina": list(PAGE_ACTS)}


def drawn(
    talk: BoardTalk, omgeving: Omgeving, wie: Wie, horizon: Horizon | None
) -> Bordbeeld | Leeg | Geweigerd:
    """The board that this session looks at, with the marks of signals that were taken in."""
    beeld = bord(omgeving, wie, horizon, blik=talk.look)
    return met_signalen(omgeving, wie, beeld) if isinstance(beeld, Bordbeeld) else beeld


def payload(
    beeld: Bordbeeld,
    talk: BoardTalk,
    omgeving: Omgeving,
    wie: Wie,
    horizon: Horizon | None,
    heard: int | None = None,
) -> dict[str, Any]:
    """What the board draws: `beeld`, the row that is open, and the way to send an act."""
    open_row = why.opened(talk, omgeving, wie, horizon) if talk.list_too else None
    data = board_payload(beeld, talk, why=open_row, heard=heard)
    return data | {"weg": way_of(talk)}


def route(omgeving: Omgeving) -> Route:
    """The route of the direct way; POST with {sleutel, actie}, JSON."""

    async def endpoint(request: Request) -> Response:
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > MOST_BYTES:
                return PlainTextResponse("Te groot.", status_code=413)
        asked = _read(body)
        if asked is None:
            return PlainTextResponse("Niet begrepen.", status_code=400)
        return await run_in_threadpool(_answer, omgeving, *asked)

    return Route(ADDRESS, endpoint, methods=["POST"])


def _read(body: bytes) -> tuple[str, Action] | None:
    try:
        value = json.loads(body)
    except ValueError:
        return None
    if not isinstance(value, dict):
        return None
    token, action = value.get("sleutel"), actions.read_action(value.get("actie"))
    return (token, action) if isinstance(token, str) and action is not None else None


def _answer(omgeving: Omgeving, token: str, action: Action) -> Response:
    talk = _TALKS.get(token)
    if talk is None:
        return PlainTextResponse("Deze sessie is niet bekend.", status_code=410)
    if action.soort in PAGE_ACTS:
        return PlainTextResponse("Dit doet de pagina.", status_code=409)
    with talk.lock:
        wie = wie_van(omgeving, talk.account)
        try:
            if talk.hears(action.nr):
                actions.do(action, talk, omgeving, wie, talk.horizon)
            beeld = drawn(talk, omgeving, wie, talk.horizon)
            if not isinstance(beeld, Bordbeeld):
                return PlainTextResponse("De pagina zegt waarom niet.", status_code=409)
            return JSONResponse(payload(beeld, talk, omgeving, wie, talk.horizon))
        except SturingError as fault:
            talk.say(str(fault), refused="-")
        except Exception:  # the last net of an act: logged, and told in Dutch with its kenmerk
            talk.say(unforeseen(), refused="-")
    return PlainTextResponse("De pagina zegt wat er misging.", status_code=409)
