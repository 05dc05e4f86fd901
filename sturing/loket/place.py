"""Where the socket of a database is, who is at the other end, and how that person is called.

Owns: the name beside the database file, the way around the 107 bytes that a socket address may
have, the making of the socket for its owner only, and the account of the operating system. Must
never trust a name that a person gave. Only where the system names the other end of a local socket
(Linux): elsewhere there is no socket and a command opens the database by itself. Units: bytes.
"""

from __future__ import annotations

import getpass
import os
import socket
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import uuid4

MOST_ADDRESS_BYTES: Final = 107
MOST_NAME_BYTES: Final = 60
"""Of the name of a socket: what is left of an address after `/proc/self/fd/N/` and more."""

BACKLOG: Final = 64
_PEER: Final = struct.Struct("3i")


def is_possible() -> bool:
    """Whether this system has local sockets that name who is at the other end."""
    return hasattr(socket, "AF_UNIX") and hasattr(socket, "SO_PEERCRED")


def socket_path(db: Path) -> Path:
    """The socket beside the database file itself, whatever links led to it."""
    real = db.resolve()
    name = f"{real.name}.sock"
    if len(os.fsencode(name)) > MOST_NAME_BYTES:
        name = f"sturing-{sha256(os.fsencode(real.name)).hexdigest()[:16]}.sock"
    return real.with_name(name)


@contextmanager
def address(path: Path) -> Iterator[str]:
    """`path` as the address of a socket, by way of its opened folder when it is too long."""
    if len(os.fsencode(path)) <= MOST_ADDRESS_BYTES:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def listen(path: Path) -> socket.socket:
    """A listening socket at `path` that only its owner may open, from its first moment.

    What a killed application left at `path` is replaced; anything but a socket is not. Raises
    OSError. To be called by who has the database open only: then nobody listens at `path`.
    """
    if path.exists() and not stat.S_ISSOCK(path.lstat().st_mode):
        raise FileExistsError(path)
    new = path.with_name(f".{uuid4().hex[:16]}.sock")
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        # Linux takes over the mode of an unbound socket when it makes the file.
        os.fchmod(listening.fileno(), 0o600)
        with address(new) as short:
            listening.bind(short)
        if stat.S_IMODE(new.lstat().st_mode) & 0o077:
            raise PermissionError(path)
        listening.listen(BACKLOG)
        new.replace(path)
    except BaseException:
        listening.close()
        new.unlink(missing_ok=True)
        raise
    return listening


def peer(connection: socket.socket) -> int:
    """The number of the user at the other end, from the system itself. Raises OSError."""
    raw = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER.size)
    _pid, uid, _gid = _PEER.unpack(raw)
    return int(uid)


def may_ask(uid: int) -> bool:
    """Whether a user may bring requests here: who runs the application, and root."""
    return uid in {os.getuid(), 0}


def may_answer(uid: int, db: Path) -> bool:
    """Whether an application of this user may be given our files: our own, or root's; for root also
    that of the owner of the database."""
    return uid in {os.getuid(), 0} or (os.getuid() == 0 and uid == db.stat().st_uid)


def account_of(uid: int) -> str:
    """The name of a user of this computer; its number when it has no name."""
    import pwd  # does not exist everywhere

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"uid-{uid}"


def own_account() -> str:
    """The account of the operating system that runs this program."""
    return account_of(os.getuid()) if hasattr(os, "getuid") else getpass.getuser()
