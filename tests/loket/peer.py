"""The other end of a local socket, for what a good command or application would never do."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sturing.loket import place, wire

SECONDS = 30


@contextmanager
def connected(db: Path) -> Iterator[socket.socket]:
    """A connection with the application of `db`, after its hello."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(SECONDS)
        with place.address(place.socket_path(db)) as address:
            connection.connect(address)
        wire.receive_hello(connection, seconds=SECONDS)
        yield connection


def framed(header: object) -> bytes:
    """Any JSON value as the header of a message."""
    raw = json.dumps(header).encode()
    return struct.pack("!I", len(raw)) + raw


@contextmanager
def application(db: Path, messages: Sequence[dict[str, object]], version: str) -> Iterator[None]:
    """Something at the socket of `db` that says hello, takes one request, sends `messages`, and
    hangs up."""
    listening = place.listen(place.socket_path(db))

    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            hello = wire.Hello(version=version, pid=4711, url="")
            wire.send_hello(connection, hello, seconds=SECONDS)
            if messages:
                wire.receive_request(connection, seconds=SECONDS)
            for message in messages:
                wire.send(connection, message, seconds=SECONDS)
        place.socket_path(db).unlink()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield
    finally:
        thread.join(SECONDS)
        listening.close()
        assert not thread.is_alive()
