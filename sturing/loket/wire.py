"""Messages over the local socket: a header in JSON, and bytes that belong to it.

Owns: the frame (4 bytes length, the header, then the bytes that its `sizes` name), its limits and
its time. Whoever talks too long, too slow or no JSON is left (LoketError, TimeoutError); whoever is
gone is EOFError. Must never know a command. Units: bytes and seconds.
"""

from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from sturing.errors import LoketError
from sturing.loket.request import MOST_FILE_BYTES, MOST_FILES, Answer, Form, InputFile, Request

PROTOCOL: Final = 1
MOST_HEADER_BYTES: Final = 4 * 1024 * 1024
MOST_ANSWER_BYTES: Final = 1024 * 1024 * 1024
_LENGTH: Final = struct.Struct("!I")
_PIECE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """Which application answers: its version and that of its messages, its process, its address."""

    version: str
    pid: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message; `parts` are the bytes after the header."""

    header: Mapping[str, Any]
    parts: tuple[bytes, ...] = ()


def send(
    connection: socket.socket,
    header: Mapping[str, Any],
    parts: Sequence[bytes] = (),
    *,
    seconds: float,
) -> None:
    """Send one message. Raises TimeoutError, or another OSError when the other end is gone."""
    raw = json.dumps({**header, "sizes": [len(part) for part in parts]}).encode("ascii")
    end = time.monotonic() + seconds
    for piece in (_LENGTH.pack(len(raw)) + raw, *parts):
        view = memoryview(piece)
        while view:
            _wait_until(connection, end)
            view = view[connection.send(view[:_PIECE]) :]


def receive(
    connection: socket.socket,
    *,
    seconds: float,
    most_bytes: int = 0,
    most_parts: int = 0,
) -> Message:
    """The next message, whole, within `seconds`.

    Raises LoketError for what is no message or larger than allowed, TimeoutError, EOFError.
    """
    end = time.monotonic() + seconds
    (length,) = _LENGTH.unpack(_read(connection, _LENGTH.size, end))
    if not 2 <= length <= MOST_HEADER_BYTES:
        raise LoketError("Dit is geen verzoek van het commando sturing.")
    header, sizes = _header(_read(connection, length, end))
    if len(sizes) > most_parts or sum(sizes) > most_bytes:
        raise LoketError("Het verzoek is te groot.")
    return Message(header=header, parts=tuple(_read(connection, size, end) for size in sizes))


def _header(raw: bytes) -> tuple[dict[str, Any], list[int]]:
    try:
        header = json.loads(raw)
        sizes = header.pop("sizes")
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as fault:
        raise LoketError("Dit is geen verzoek van het commando sturing.") from fault
    if not isinstance(sizes, list) or not all(type(n) is int and n >= 0 for n in sizes):
        raise LoketError("Dit is geen verzoek van het commando sturing.")
    return header, sizes


def _read(connection: socket.socket, size: int, end: float) -> bytes:
    gathered = bytearray()
    while len(gathered) < size:
        _wait_until(connection, end)
        piece = connection.recv(min(size - len(gathered), _PIECE))
        if not piece:
            raise EOFError
        gathered += piece
    return bytes(gathered)


def _wait_until(connection: socket.socket, end: float) -> None:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection.settimeout(left)


def own_version() -> str:
    """The version of this program and of its messages; both ends must have the same."""
    from importlib import metadata  # takes longer than a short command may

    try:
        return f"{metadata.version('sturing')}-{PROTOCOL}"
    except metadata.PackageNotFoundError:
        return f"-{PROTOCOL}"


def send_hello(connection: socket.socket, hello: Hello, *, seconds: float) -> None:
    """Say who answers here, before anything is asked."""
    send(connection, asdict(hello), seconds=seconds)


def receive_hello(connection: socket.socket, *, seconds: float) -> Hello:
    """Who answers here. Raises LoketError when it does not say so, TimeoutError, EOFError."""
    header = receive(connection, seconds=seconds).header
    try:
        return Hello(version=str(header["version"]), pid=int(header["pid"]), url=str(header["url"]))
    except (KeyError, ValueError, TypeError) as fault:
        raise LoketError("De toepassing zegt niet wie zij is.") from fault


def send_request(connection: socket.socket, request: Request, *, seconds: float) -> None:
    """Bring a request with the contents of its files."""
    header = {
        "command": request.command,
        "form": request.form.value,
        "arguments": dict(request.arguments),
        "files": [file.name for file in request.files],
        "trace": request.trace,
    }
    send(connection, header, [file.content for file in request.files], seconds=seconds)


def receive_request(connection: socket.socket, *, seconds: float) -> Request:
    """The request that is brought. Raises LoketError when it is none, TimeoutError, EOFError."""
    message = receive(
        connection, seconds=seconds, most_bytes=MOST_FILE_BYTES, most_parts=MOST_FILES
    )
    try:
        header = message.header
        request = Request(
            command=str(header["command"]),
            form=Form(header["form"]),
            arguments=dict(header["arguments"]),
            files=tuple(
                InputFile(name=str(name), content=content)
                for name, content in zip(header["files"], message.parts, strict=True)
            ),
            trace=header["trace"] is True,
        )
        request.flag("alleen_controle")
    except (KeyError, ValueError, TypeError) as fault:
        raise LoketError("Dit is geen verzoek van het commando sturing.") from fault
    return request


def send_answer(connection: socket.socket, answer: Answer, *, seconds: float) -> None:
    """Bring an answer; a name of a file that is no text survives as it is."""
    texts = [text.encode("utf-8", "surrogatepass") for text in (answer.out, answer.err)]
    parts = texts if answer.content is None else [*texts, answer.content]
    send(connection, {"code": answer.code}, parts, seconds=seconds)


def read_answer(message: Message) -> Answer:
    """The answer in a message. Raises LoketError when there is none in it."""
    code = message.header.get("code")
    if not isinstance(code, int) or len(message.parts) not in (2, 3):
        raise LoketError("De toepassing gaf een antwoord dat dit commando niet begrijpt.")
    out, err, *content = message.parts
    return Answer(
        code=code,
        out=out.decode("utf-8", "surrogatepass"),
        err=err.decode("utf-8", "surrogatepass"),
        content=content[0] if content else None,
    )
