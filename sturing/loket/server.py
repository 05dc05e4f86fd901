"""The side of the application: takes the requests of commands while it has the database open.

Owns: the listening socket beside the database, its threads, and the order of stopping. Requests run
on the one Omgeving, with its locks; those that leave something behind go one after the other, so
that each is judged on what the one before it stored. Must never serve another user than who runs
the application (or root), or wait for a command that says nothing. Units: seconds.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sturing.errors import LoketError
from sturing.loket import place, wire
from sturing.loket.commands import carry_out
from sturing.loket.request import Answer, Request
from sturing.services.omgeving import Omgeving, systeem

MOST_CONNECTIONS: Final = 64
AT_ONCE: Final = 4
"""Requests being carried out at the same time; the others wait for their turn."""

RECEIVE_S: Final = 10
SEND_S: Final = 60
CLOSING_S: Final = 5
"""A request that is being carried out gets so long to end when the application stops."""

PAUSE_S: Final = 0.1


@contextmanager
def open_loket(omgeving: Omgeving, *, url: str, say: Callable[[str], None]) -> Iterator[None]:
    """Take requests for the database of `omgeving` inside the block.

    Where that cannot be (the system has no such sockets, the folder takes none) the application
    runs without; `say` then gets one line, unless no command could expect otherwise.
    """
    pad = omgeving.opslag.pad
    if pad is None or not place.is_possible():
        yield
        return
    path = place.socket_path(pad)
    try:
        listening = place.listen(path)
    except OSError as fault:
        say(
            f"Commando's kunnen niet bij de database zolang de toepassing draait: '{path.name}' "
            f"kan niet worden gemaakt ({fault.strerror or type(fault).__name__})."
        )
        yield
        return
    loket = Loket(omgeving, listening, path, url)
    loket.start()
    try:
        yield
    finally:
        loket.stop()


class Loket:
    """One listening socket and a thread per connection; made for one Omgeving."""

    def __init__(self, omgeving: Omgeving, listening: socket.socket, path: Path, url: str) -> None:
        self._omgeving = omgeving
        self._listening = listening
        self._path = path
        self._identity = _identity(path)
        self._hello = wire.Hello(version=wire.own_version(), pid=os.getpid(), url=url)
        self._places = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._turns = threading.Semaphore(AT_ONCE)
        self._changing = threading.Semaphore(1)
        self._slot = threading.Lock()
        self._stopping = False
        self._waiting: set[socket.socket] = set()
        self._threads: set[threading.Thread] = set()
        self._acceptor = threading.Thread(target=self._accept, name="loket", daemon=True)

    def start(self) -> None:
        """Begin to take requests."""
        self._acceptor.start()

    def stop(self) -> None:
        """Take no more requests, leave those that did not begin, and wait for those that did."""
        with self._slot:
            self._stopping = True
            for connection in self._waiting:
                _hang_up(connection)
            threads = [self._acceptor, *self._threads]
        # Taken away while the database is still ours: nobody else can have made it anew.
        with suppress(OSError):
            if _identity(self._path) == self._identity:
                self._path.unlink()
        _hang_up(self._listening)
        end = time.monotonic() + CLOSING_S
        for thread in threads:
            thread.join(max(0.0, end - time.monotonic()))
        self._listening.close()

    def _accept(self) -> None:
        while not self._stopping:
            self._places.acquire()
            try:
                connection, _ = self._listening.accept()
            except OSError:
                # The end, or no more files may be opened: then a moment later there may be.
                self._places.release()
                time.sleep(PAUSE_S)
                continue
            self._receive(connection)

    def _receive(self, connection: socket.socket) -> None:
        thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
        with self._slot:
            try:
                thread.start()
            except RuntimeError:
                # No more threads: the command finds nobody and tries again.
                connection.close()
                self._places.release()
                return
            self._waiting.add(connection)
            self._threads.add(thread)
            if self._stopping:
                _hang_up(connection)

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection:
                self._talk(connection)
        except (OSError, EOFError):
            # The command is gone, or says nothing: there is nobody to tell.
            return
        finally:
            with self._slot:
                self._waiting.discard(connection)
                self._threads.discard(threading.current_thread())
            self._places.release()

    def _talk(self, connection: socket.socket) -> None:
        uid = place.peer(connection)
        if not place.may_ask(uid):
            return
        wire.send_hello(connection, self._hello, seconds=RECEIVE_S)
        try:
            request = wire.receive_request(connection, seconds=RECEIVE_S)
        except LoketError as fault:
            wire.send(connection, {"refused": str(fault)}, seconds=SEND_S)
            return
        with self._turn(request) as mine:
            if not mine or not self._begin(connection):
                return
            wire.send(connection, {"begun": True}, seconds=SEND_S)
            answer = self._carry_out(request, uid)
        wire.send_answer(connection, answer, seconds=SEND_S)

    def _carry_out(self, request: Request, uid: int) -> Answer:
        return carry_out(request, self._omgeving, systeem(place.account_of(uid)))

    @contextmanager
    def _turn(self, request: Request) -> Iterator[bool]:
        """Wait for a place among the requests that are carried out; False when we are stopping."""
        needed = [self._changing, self._turns] if request.changes else [self._turns]
        got: list[threading.Semaphore] = []
        try:
            for semaphore in needed:
                while not semaphore.acquire(timeout=PAUSE_S):
                    if self._stopping:
                        yield False
                        return
                got.append(semaphore)
            yield True
        finally:
            for semaphore in reversed(got):
                semaphore.release()

    def _begin(self, connection: socket.socket) -> bool:
        """From here on stopping waits for this request instead of hanging up; once only."""
        with self._slot:
            self._waiting.discard(connection)
            return not self._stopping


def _identity(path: Path) -> tuple[int, int]:
    found = path.lstat()
    return found.st_dev, found.st_ino


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
