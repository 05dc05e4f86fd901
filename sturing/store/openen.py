"""Opening the file of a database, also one whose write-ahead log is damaged.

Owns the connection settings and the quarantine: a log that cannot be replayed is moved aside, as
`<db>.wal.beschadigd-<time in UTC>`, and the database opens as it was at its last checkpoint. Such a
file is never overwritten and never removed. Must never move a log aside because another process
holds the database, because the disk is full, or when the database does not open without it either.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import duckdb

from sturing.errors import BezetError
from sturing.store import kopieen
from sturing.store.fouten import is_alleen_lezen, is_logschade, vertaal

LOG = logging.getLogger("sturing.store")
Cursor = duckdb.DuckDBPyConnection
"""A cursor of one call, in a transaction. Fetch one result wholly before the next statement."""

OPSLAGVERSIE = "v1.5.0"
"""Storage format of the file; an older one than the program keeps a way back."""
BLOK_BYTES = 16_384
"""Size of a block in the file, the smallest there is. A table takes at least one block per column:
with the small organisation of the tests a database is 0.8 MB and not 11, as fast (measured)."""

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "storage_compatibility_version": OPSLAGVERSIE,
    "default_block_size": str(BLOK_BYTES),
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}
_LOGS = (".wal", ".wal.checkpoint", ".wal.recovery")
"""The write-ahead log, and its two forms while a checkpoint is being written."""
_VOORAF = ".voor-openen"
_OPZIJ = ".beschadigd-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbonden:
    """An open connection; `alleen_lezen` when the file or its disk cannot be written."""

    verbinding: Cursor
    alleen_lezen: bool = False


def verbind(pad: Path | None, backup_map: Path) -> Verbonden:
    """Open the file, or a database in memory. Raises BezetError or OpslagError in Dutch.

    A log that is there is copied first: DuckDB throws away what it leaves out of it. `rond_af`
    decides about that copy, when it is known whether something is missing.
    """
    if pad is None:
        return Verbonden(verbinding=duckdb.connect(":memory:", config=_CONFIG))
    gemaakt = () if _vastgehouden(pad) else _kopieer_logs(pad)
    try:
        return _verbind(pad)
    except duckdb.Error as fout:
        for kopie in gemaakt:
            kopie.unlink(missing_ok=True)
        if isinstance(vertaald := vertaal(fout, pad.name), BezetError):
            raise vertaald from fout
        raise vertaal(fout, pad.name, kopieen.advies(backup_map, pad)) from fout


def _verbind(pad: Path) -> Verbonden:
    try:
        return Verbonden(verbinding=duckdb.connect(str(pad), config=_CONFIG))
    except duckdb.Error as fout:
        if is_alleen_lezen(fout) and pad.exists():
            lezend = duckdb.connect(str(pad), read_only=True, config=_CONFIG)
            return Verbonden(verbinding=lezend, alleen_lezen=True)
        if not is_logschade(fout, pad) or not any(_logs(pad)):
            raise
        LOG.info("The write-ahead log of %s cannot be replayed: %s", pad.name, type(fout).__name__)
    with _logs_opzij(pad):
        return Verbonden(verbinding=duckdb.connect(str(pad), config=_CONFIG))


@contextmanager
def _logs_opzij(pad: Path) -> Iterator[None]:
    """Move the logs aside; back again when the block fails, for then they were not the fault."""
    verplaatst: list[tuple[Path, Path]] = []
    try:
        for log in _logs(pad):
            nieuw = _vrije_naam(log)
            log.rename(nieuw)
            verplaatst.append((log, nieuw))
        yield
    except BaseException:
        for log, nieuw in verplaatst:
            nieuw.rename(log)
        raise
    for log in _logs(pad, _VOORAF):
        log.unlink()


def rond_af(pad: Path, *, verloren: bool) -> None:
    """Keep the copies of the logs from before opening when something is missing; else drop them."""
    for kopie in _logs(pad, _VOORAF):
        if verloren:
            kopie.rename(_vrije_naam(kopie.with_name(kopie.name.removesuffix(_VOORAF))))
        else:
            kopie.unlink()


def opzij_gezet(pad: Path) -> tuple[Path, ...]:
    """Every log of this database that was ever moved aside and is still there, oldest first."""
    begin = tuple(f"{pad.name}{log}{_OPZIJ}" for log in _LOGS)
    return tuple(sorted(p for p in pad.parent.iterdir() if p.name.startswith(begin)))


def standaard_backup_map(pad: Path | None) -> Path:
    """The folder beside the database in which its backups are kept."""
    if pad is None:
        return Path(tempfile.gettempdir()) / f"sturing-backup-{uuid4().hex}"
    return pad.with_name(f"{pad.name}-backup")


def _logs(pad: Path, achtervoegsel: str = "") -> list[Path]:
    """The logs of this database that hold anything."""
    namen = (pad.with_name(f"{pad.name}{log}{achtervoegsel}") for log in _LOGS)
    return [p for p in namen if p.is_file() and (achtervoegsel or p.stat().st_size)]


def _kopieer_logs(pad: Path) -> tuple[Path, ...]:
    """Copy the logs; a copy that an earlier opening left, before it was killed, is kept."""
    gemaakt = []
    for log in _logs(pad):
        kopie = log.with_name(f"{log.name}{_VOORAF}")
        try:
            with kopie.open("xb") as naar, log.open("rb") as van:
                gemaakt.append(kopie)
                shutil.copyfileobj(van, naar)
            kopie.chmod(0o600)
        except FileExistsError:
            continue
        except OSError as fout:
            LOG.info("The write-ahead log could not be copied before opening: %s", fout)
            with suppress(OSError):
                kopie.unlink(missing_ok=True)
    return tuple(gemaakt)


def _vastgehouden(pad: Path) -> bool:
    """Does another process hold the database? This process does not, or the lock would be lost."""
    if os.name == "nt" or not pad.exists():
        return False
    import fcntl

    try:
        with pad.open("rb+") as bestand:
            fcntl.lockf(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _vrije_naam(log: Path) -> Path:
    stempel = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    kandidaat, nummer = log.with_name(f"{log.name}{_OPZIJ}{stempel}"), 1
    while kandidaat.exists():
        nummer += 1
        kandidaat = log.with_name(f"{log.name}{_OPZIJ}{stempel}-{nummer}")
    return kandidaat
