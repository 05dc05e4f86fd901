"""One open database: opening it safely, a cursor per call, one writer at a time.

Owns the connection, the write lock, and the translation of every fault of DuckDB into a Dutch
sentence. Must never hand out the connection itself: shared by threads it gives wrong answers
(architectuur.md, measured); each call gets its own cursor. One process owns a database file.
"""

from __future__ import annotations

import re
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4
from weakref import WeakValueDictionary

import duckdb

from sturing.errors import BezetError, ConflictError, InvariantError, OpslagError, SturingError
from sturing.store.migraties import lees_kenmerk, migreer
from sturing.store.sql_tekst import sql
from sturing.store.tabellen import Tabel, lees_tabellen

Cursor = duckdb.DuckDBPyConnection
"""A cursor of one call, in a transaction. Fetch one result wholly before the next statement."""

OPSLAGVERSIE = "v1.5.0"
"""Storage format of the file; an older one than the program keeps a way back."""

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "storage_compatibility_version": OPSLAGVERSIE,
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}

_OPEN: WeakValueDictionary[Path, Opslag] = WeakValueDictionary()
_OPEN_SLOT = threading.Lock()
"""The files open in this process: DuckDB itself would let a second opener in, past our lock."""


class Opslag:
    """One open database, in a file or in memory; thread safe.

    `is_demo` is the mark inside the database that it holds the demonstration. `backup_map` is the
    only folder that the database may touch besides its own file; it need not exist yet.
    """

    def __init__(self, verbinding: Cursor, pad: Path | None, backup_map: Path) -> None:
        self._verbinding = verbinding
        self._slot = threading.RLock()
        self._schrijver: Cursor | None = None
        self._gebroken = False
        self._dicht = False
        self.geschreven = 0
        """Transactions stored since opening. This process alone writes, so an equal number means
        that nothing changed: what was read may be kept in memory."""
        self.pad = pad
        self.backup_map = backup_map
        self.is_demo = lees_kenmerk(verbinding, "demonstratie") == "ja"
        self.tabellen: Mapping[str, Tabel] = lees_tabellen(verbinding)

    @classmethod
    def open(
        cls,
        pad: Path | None,
        *,
        demo: bool = False,
        backup_map: Path | None = None,
        nieuw: bool = True,
    ) -> Opslag:
        """Open the database at `pad`, or one in memory (None); brings it to the newest version.

        `demo` marks a database that is made here as a demonstration; it never changes the mark of
        one that exists. With `nieuw=False` a file that does not exist is refused. Raises BezetError
        when another process (or this one) has it open, OpslagError when it is not a database of
        Sturing, is newer than the program, is damaged or cannot be made.
        """
        if pad is not None and not pad.exists():
            if not nieuw:
                raise OpslagError(
                    f"De database '{pad.name}' bestaat niet.",
                    hint="Controleer de plaats die u bij --db hebt gegeven.",
                )
            if not pad.parent.is_dir():
                raise OpslagError(
                    f"De map voor de database '{pad.name}' bestaat niet.",
                    hint="Maak de map eerst, of kies een andere plaats.",
                )
        with _OPEN_SLOT:
            _eis_niet_hier_open(pad)
            opslag = cls._open(pad, demo, (backup_map or _standaard_backup_map(pad)).absolute())
            if pad is not None:
                _OPEN[pad.resolve()] = opslag
            return opslag

    @classmethod
    def _open(cls, pad: Path | None, demo: bool, backup_map: Path) -> Opslag:
        verbinding = _verbind(pad)
        try:
            migreer(verbinding, demo=demo)
            verbinding.execute(sql("beheer/beperk_mappen"), {"mappen": [str(backup_map)]})
            verbinding.execute(sql("beheer/sluit_af"))
            return cls(verbinding, pad, backup_map)
        except duckdb.Error as fout:
            verbinding.close()
            raise vertaal(fout, _naam(pad)) from fout
        except BaseException:
            verbinding.close()
            raise

    def close(self) -> None:
        """Wait for the writer, write everything to the file and let go of it. Twice is allowed."""
        with self._slot:
            if not self._dicht:
                self._dicht = True
                try:
                    self._verbinding.close()
                except duckdb.Error as fout:
                    raise vertaal(fout, _naam(self.pad)) from fout
                finally:
                    with _OPEN_SLOT:
                        if self.pad is not None:
                            _OPEN.pop(self.pad.resolve(), None)

    def __enter__(self) -> Opslag:
        return self

    def __exit__(self, *_fout: object) -> None:
        self.close()

    @contextmanager
    def lezen(self) -> Iterator[Cursor]:
        """A cursor of its own in a read-only transaction: all its reads see one moment.

        Inside a `schrijven` block it sees what was stored before that block, not the block's own.
        Raises OpslagError in Dutch for a fault of the database inside the block.
        """
        cursor = self._nieuwe_cursor()
        try:
            cursor.execute(sql("beheer/begin_lezen"))
            yield cursor
        except duckdb.Error as fout:
            raise vertaal(fout, _naam(self.pad)) from fout
        finally:
            cursor.close()

    @contextmanager
    def schrijven(self) -> Iterator[Cursor]:
        """A cursor in a transaction under the write lock: all of the block is stored, or nothing.

        A block inside a block of the same thread joins its transaction; when the inner one fails
        the outer one can no longer be stored (InvariantError). Raises ConflictError when the
        database saw two writers, OpslagError for any other fault of the database.
        """
        with self._slot:
            if self._schrijver is not None:
                try:
                    yield self._schrijver
                except BaseException:
                    self._gebroken = True
                    raise
                return
            cursor = self._nieuwe_cursor()
            self._schrijver, self._gebroken = cursor, False
            try:
                cursor.begin()
                yield cursor
                if self._gebroken:
                    raise InvariantError("Een mislukte wijziging kan niet worden opgeslagen.")
                cursor.commit()
                self.geschreven += 1
            except duckdb.Error as fout:
                raise vertaal(fout, _naam(self.pad)) from fout
            finally:
                # Closing a cursor rolls back what was not committed.
                self._schrijver = None
                cursor.close()

    @contextmanager
    def onderhoud(self) -> Iterator[Cursor]:
        """A cursor outside any transaction, while nobody else writes: for a backup."""
        with self._slot:
            cursor = self._nieuwe_cursor()
            try:
                yield cursor
            except duckdb.Error as fout:
                raise vertaal(fout, _naam(self.pad)) from fout
            finally:
                cursor.close()

    def _nieuwe_cursor(self) -> Cursor:
        if self._dicht:
            raise OpslagError("De database is gesloten.", hint="Start Sturing opnieuw.")
        try:
            return self._verbinding.cursor()
        except duckdb.Error as fout:
            raise vertaal(fout, _naam(self.pad)) from fout


def _verbind(pad: Path | None) -> Cursor:
    """The one place where a file is opened: a damaged write-ahead log is met here."""
    try:
        return duckdb.connect(":memory:" if pad is None else str(pad), config=_CONFIG)
    except duckdb.Error as fout:
        raise vertaal(fout, _naam(pad)) from fout


def _eis_niet_hier_open(pad: Path | None) -> None:
    if pad is not None and pad.resolve() in _OPEN:
        raise BezetError(f"De database '{pad.name}' is al open in dit programma.")


def eis_vrij(pad: Path, *, schrijf_bij: bool = False) -> None:
    """Raise BezetError when this or another process has the database at `pad` open.

    With `schrijf_bij` its write-ahead log is written into it, so that the file alone is whole. A
    file that is damaged, or no database at all, counts as free and stays as it is.
    """
    with _OPEN_SLOT:
        _eis_niet_hier_open(pad)
        try:
            duckdb.connect(str(pad), read_only=not schrijf_bij).close()
        except duckdb.Error as fout:
            if isinstance(bezet := vertaal(fout, pad.name), BezetError):
                raise bezet from fout


def _naam(pad: Path | None) -> str:
    return "in het geheugen" if pad is None else pad.name


def _standaard_backup_map(pad: Path | None) -> Path:
    if pad is None:
        return Path(tempfile.gettempdir()) / f"sturing-backup-{uuid4().hex}"
    return pad.with_name(f"{pad.name}-backup")


def vertaal(fout: duckdb.Error, naam: str) -> SturingError:
    """The Dutch error for a fault of DuckDB on the database called `naam`. Holds no cell contents.

    "Lock" is what DuckDB says of a file that another process holds, with its number.
    """
    tekst = str(fout)
    houder = re.search(r"held in (.*?) ?\(PID (\d+)\)", tekst)
    if houder:
        programma = Path(houder.group(1)).name
        return BezetError(
            f"De database '{naam}' is in gebruik door proces {houder.group(2)} ({programma}); "
            "sluit dat programma en probeer het opnieuw."
        )
    if "lock" in tekst.lower() and isinstance(fout, duckdb.IOException):
        return BezetError(f"De database '{naam}' is in gebruik door een ander proces.")
    if isinstance(fout, duckdb.TransactionException) and "conflict" in tekst.lower():
        return ConflictError(
            "Iemand anders wijzigde hetzelfde op hetzelfde moment.",
            hint="Probeer het opnieuw. Er is niets opgeslagen.",
        )
    if isinstance(fout, duckdb.ConstraintException):
        return OpslagError(
            "Een gegeven past niet in de database.",
            hint="Er is niets opgeslagen. Meld dit aan de beheerder.",
        )
    if isinstance(fout, duckdb.IOException | duckdb.SerializationException):
        return OpslagError(
            f"De database '{naam}' kan niet worden gelezen of geschreven.",
            hint="Controleer of het een database van Sturing is en of de schijf niet vol is.",
        )
    return OpslagError(
        f"De database '{naam}' gaf een fout.", hint="Er is niets opgeslagen. Start Sturing opnieuw."
    )
