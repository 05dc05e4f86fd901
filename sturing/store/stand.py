"""How many transactions were stored, kept outside the database: a loss is noticed at the start.

Owns the file `stand` in the backup folder. DuckDB silently leaves out the end of a write-ahead log
that was cut off, and the whole of it when its first bytes are damaged (measured, 2.0.0); the
database then opens, older than it was. The number in this file is written after each transaction,
so a database that counts fewer has lost some. Must never be a reason to fail: what is stored is
stored. While there is no backup folder there is no file.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

LOG = logging.getLogger("sturing.store")
NAAM = "stand"
_BREEDTE = 64
"""Bytes of the file, always the same: it is overwritten in place, also on a full disk."""


def lees(map_: Path) -> int | None:
    """The number of stored transactions as last noted; None without a (whole) note."""
    try:
        tekst = (map_ / NAAM).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return None
    delen = tekst.split()
    if len(delen) != 2 or not delen[0].isdigit() or _kern(delen[0]) != delen[1]:
        return None
    return int(delen[0])


def noteer(map_: Path, opgeslagen: int, *, zeker: bool = False) -> None:
    """Note the number; `zeker` waits until the disk has it."""
    if not map_.is_dir():
        return
    tekst = f"{opgeslagen} {_kern(str(opgeslagen))}".ljust(_BREEDTE - 1) + "\n"
    try:
        handvat = os.open(map_ / NAAM, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(handvat, tekst.encode("ascii"))
            if zeker:
                os.fsync(handvat)
        finally:
            os.close(handvat)
    except OSError as fout:
        LOG.info("The number of stored transactions could not be noted: %s", fout)


def vergeet(map_: Path) -> None:
    """Take the note away: another database comes in the place of the one it is of."""
    with suppress(FileNotFoundError):
        (map_ / NAAM).unlink()


def _kern(getal: str) -> str:
    return sha256(getal.encode("ascii")).hexdigest()[:16]
