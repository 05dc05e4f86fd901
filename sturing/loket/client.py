"""The side of the command: ask the running application, else open the database itself.

Owns: which of both it is, and what is said when neither works or the application is lost halfway.
A request that may leave something behind is never carried out twice: the application says when it
begins, and only before that another way is tried. Must never import a screen. Units: seconds.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from sturing.errors import BezetError, LoketError
from sturing.loket import lines, place, wire
from sturing.loket.commands import carry_out
from sturing.loket.request import Answer, Request

HELLO_S: Final = 5
"""An application that says nothing for so long is not asked."""

SEND_S: Final = 60
ANSWER_S: Final = 900
PATIENCE_S: Final = 3
"""How long a database in use is tried again: an application may just be starting or stopping, or
another command be busy."""

PAUSE_S: Final = 0.1


def ask(request: Request, db: Path | None, *, make: bool = False) -> Answer:
    """Carry out `request` on `db` (None: one in memory), in the application that has it open or
    here.

    `make` lets a database that is not there be made. Raises BezetError when something else holds
    the database, OpslagError when it cannot be opened, LoketError when the application is of
    another version or was lost halfway.
    """
    first_busy: float | None = None
    while True:
        answer = _by_application(request, db) if db is not None else None
        if answer is not None:
            return answer
        try:
            return _here(request, db, make=make)
        except BezetError:
            now = time.monotonic()
            first_busy = first_busy or now
            if now - first_busy >= PATIENCE_S:
                raise
        time.sleep(PAUSE_S)


def running(db: Path) -> wire.Hello | None:
    """The application that has `db` open; None when none answers."""
    with _connect(db) as met:
        return met[1] if met else None


def require_stopped(db: Path) -> None:
    """Raises BezetError when the application has `db` open, for what cannot be done meanwhile."""
    hello = running(db)
    if hello is not None:
        raise BezetError(
            f"De toepassing draait met de database '{db.name}' (proces {hello.pid}).",
            hint="Stop haar eerst met Ctrl+C en herhaal dan het commando. Er is niets veranderd.",
        )


def _here(request: Request, db: Path | None, *, make: bool) -> Answer:
    from sturing.services.omgeving import open_voor_commando, systeem

    omgeving = open_voor_commando(db, nieuw=make)
    try:
        answer = carry_out(request, omgeving, systeem(place.own_account()))
        return _with_notices(answer, omgeving.meldingen.nieuw)
    finally:
        omgeving.sluit()


def _with_notices(answer: Answer, notices: Sequence[str]) -> Answer:
    """The answer, after what came up while the database was opened and used."""
    fresh = [notice for notice in notices if notice not in answer.err]
    return replace(answer, err=lines.text(fresh) + answer.err) if fresh else answer


def _by_application(request: Request, db: Path) -> Answer | None:
    """The answer of the application; None when there is none, or it did not begin."""
    with _connect(db) as met:
        if met is None:
            return None
        connection, hello = met
        _require_same_version(hello)
        begun = False
        try:
            wire.send_request(connection, request, seconds=SEND_S)
            message = wire.receive(connection, seconds=ANSWER_S)
            if "refused" in message.header:
                raise LoketError(str(message.header["refused"]))
            begun = True
            return wire.read_answer(
                wire.receive(
                    connection, seconds=ANSWER_S, most_bytes=wire.MOST_ANSWER_BYTES, most_parts=3
                )
            )
        except (OSError, EOFError) as fault:
            if begun and request.changes:
                raise _lost("De toepassing is gestopt voordat zij antwoord gaf.") from fault
            return None
        except KeyboardInterrupt as fault:
            if begun and request.changes:
                raise _lost("Gestopt, terwijl de toepassing bezig was.") from fault
            raise


def _lost(what: str) -> LoketError:
    return LoketError(
        what,
        "Het kan zijn dat het commando al is uitgevoerd.",
        "Kijk dat na voordat u het herhaalt.",
    )


@contextmanager
def _connect(db: Path) -> Iterator[tuple[socket.socket, wire.Hello] | None]:
    """A connection on which the application said who it is; None when there is none."""
    if not place.is_possible():
        yield None
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        hello = _meet(connection, db)
        yield None if hello is None else (connection, hello)


def _meet(connection: socket.socket, db: Path) -> wire.Hello | None:
    try:
        connection.settimeout(HELLO_S)
        with place.address(place.socket_path(db)) as address:
            connection.connect(address)
        if not place.may_answer(place.peer(connection), db):
            return None
        return wire.receive_hello(connection, seconds=HELLO_S)
    except (OSError, EOFError, LoketError):
        return None


def _require_same_version(hello: wire.Hello) -> None:
    if hello.version != (own := wire.own_version()):
        raise LoketError(
            f"De toepassing (proces {hello.pid}) is van een andere versie van Sturing "
            f"({hello.version}) dan dit commando ({own}).",
            hint="Stop haar met Ctrl+C, start haar opnieuw en herhaal het commando.",
        )
