"""The listening socket of the application.

Owns: which port is taken and the socket options. Streamlit's own socket lacks TCP_NODELAY, which
costs 40 ms on quick successive changes; on Linux accepted connections inherit the option from the
listening socket, and asyncio sets it by itself on sockets that name their protocol. Must never
listen on an address that was not asked for. Units: port numbers.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
from typing import Final

from sturing.errors import PoortError

FIRST_PORT: Final = 8501
"""Where the search for a free port begins when none was asked for (Streamlit's own number)."""

PORTS_TRIED: Final = 20
TAKEN: Final = frozenset({errno.EADDRINUSE, errno.EACCES})


def open_socket(address: str, port: int | None) -> socket.socket:
    """A bound, not yet listening socket on `address`.

    With `port` exactly that port (0: any free one); without it the first free one from
    `FIRST_PORT`. Raises PoortError when it is taken.
    """
    if port is not None:
        try:
            return _bind(address, port)
        except OSError as fault:
            raise PoortError(
                f"Poort {port} is niet vrij.",
                "Een ander programma gebruikt hem al, of u mag hem niet gebruiken.",
                "Kies met --poort een ander nummer, of laat --poort weg.",
            ) from fault
    for candidate in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        try:
            return _bind(address, candidate)
        except OSError as fault:
            if fault.errno not in TAKEN:
                raise PoortError(
                    f"Op het adres {address} kan niet worden geluisterd.",
                    hint="Laat --adres weg, of kies 127.0.0.1.",
                ) from fault
    raise PoortError(
        "Er is geen vrije poort gevonden.",
        f"Geprobeerd: {FIRST_PORT} tot en met {FIRST_PORT + PORTS_TRIED - 1}.",
        "Kies met --poort een ander nummer.",
    )


def _bind(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with contextlib.ExitStack() as undo:
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        undo.callback(listening.close)
        if os.name != "nt":  # there it would let two programs have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.bind((address, port))
        # Linux lets two sockets bind one port with SO_REUSEADDR until one of them listens.
        listening.listen(128)
        listening.setblocking(False)
        undo.pop_all()
    return listening
