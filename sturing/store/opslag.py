"""One open database: reading at one moment, one writer at a time, all of a change or nothing.

Owns the transactions, the write lock, and that a file is open once. Each call gets its own cursor
(toegang.py): a connection shared by threads gives wrong answers (architectuur.md, measured). Must
never report as stored what is not, nor the other way round. One process owns a database file.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakValueDictionary

import duckdb

from sturing.errors import BezetError, InvariantError, OpslagError, SturingError
from sturing.store import stand
from sturing.store.fouten import vertaal
from sturing.store.migraties import lees_kenmerk
from sturing.store.openen import Cursor, standaard_backup_map
from sturing.store.sql_tekst import sql
from sturing.store.tabellen import Tabel, lees_tabellen
from sturing.store.toegang import Toegang

LOG = logging.getLogger("sturing.store")
__all__ = ["Cursor", "Opslag", "eis_vrij"]

_OPEN: WeakValueDictionary[Path, Opslag] = WeakValueDictionary()
_OPEN_SLOT = threading.Lock()
"""The files open in this process: DuckDB itself would let a second opener in, past our lock."""


class Opslag:
    """One open database, in a file or in memory; thread safe.

    `is_demo` is the mark inside the database that it holds the demonstration. `backup_map` is the
    only folder that the database may touch besides its own file; it need not exist yet.
    """

    def __init__(self, toegang: Toegang) -> None:
        self._toegang = toegang
        self._slot = threading.RLock()
        self._schrijver: Cursor | None = None
        self._gebroken = False
        self._dicht = False
        self._geschreven = 0
        self.pad = toegang.pad
        self.backup_map = toegang.backup_map
        with toegang.cursor() as cursor:
            self.is_demo = lees_kenmerk(cursor, "demonstratie") == "ja"
            self.tabellen: Mapping[str, Tabel] = lees_tabellen(cursor)

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
        one that exists. With `nieuw=False` a file that does not exist is refused. A write-ahead log
        that is damaged is moved aside (openen.py), and a file that cannot be written is opened to
        read only. Raises BezetError when another process (or this one) has it open, OpslagError
        when it is not a database of Sturing, is newer than the program, is damaged or cannot be
        made.
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
            map_ = (backup_map or standaard_backup_map(pad)).absolute()
            toegang = Toegang(pad, map_, demo=demo)
            try:
                opslag = cls(toegang)
            except BaseException:
                toegang.sluit()
                raise
            if pad is not None:
                _OPEN[pad.resolve()] = opslag
            return opslag

    @property
    def geschreven(self) -> int:
        """Transactions stored since opening, and openings anew. This process alone writes, so an
        equal number means that nothing changed: what was read may be kept in memory."""
        return self._geschreven + self._toegang.heropend

    @property
    def alleen_lezen(self) -> bool:
        """The file or its disk cannot be written."""
        return self._toegang.alleen_lezen

    @property
    def ontbreekt(self) -> int:
        """The number of stored transactions that were gone when the file was opened."""
        return self._toegang.ontbreekt

    def close(self) -> None:
        """Wait for the writer, write everything to the file and let go of it. Twice is allowed."""
        with self._slot:
            if not self._dicht:
                self._dicht = True
                try:
                    self._toegang.sluit()
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
        with self._toegang.cursor() as cursor:
            cursor.execute(sql("beheer/begin_lezen"))
            yield cursor

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
            self._eis_schrijfbaar()
            volgnr: int | None = None
            try:
                with self._toegang.cursor() as cursor:
                    self._schrijver, self._gebroken = cursor, False
                    try:
                        cursor.begin()
                        yield cursor
                        if self._gebroken:
                            raise InvariantError(
                                "Een mislukte wijziging kan niet worden opgeslagen."
                            )
                        volgnr = int(cursor.execute(sql("beheer/tel_opgeslagen")).fetchall()[0][0])
                        cursor.commit()
                    finally:
                        self._schrijver = None
            except SturingError:
                if volgnr is None or not self._toch_opgeslagen(volgnr):
                    raise
            self._geschreven += 1
            stand.noteer(self.backup_map, volgnr)

    @contextmanager
    def onderhoud(self) -> Iterator[Cursor]:
        """A cursor outside any transaction, while nobody else writes: for a backup."""
        with self._slot, self._toegang.cursor() as cursor:
            yield cursor

    def leg_vast(self) -> None:
        """Write what is stored from the log into the file, and the stand to the disk.

        Damage of the log can then take none of it. Raises OpslagError when the disk is full or when
        somebody reads on and on: what was stored is still stored, and can be read.
        """
        if self.pad is None or self.alleen_lezen:
            return
        with self._slot:
            try:
                with self._toegang.alleen() as cursor:
                    cursor.execute(sql("beheer/leg_vast"))
            finally:
                stand.noteer(self.backup_map, self._toegang.opgeslagen(), zeker=True)

    def _eis_schrijfbaar(self) -> None:
        if self.alleen_lezen and self.pad is not None:
            raise OpslagError(
                f"De database '{self.pad.name}' kan alleen worden gelezen.",
                hint="Er is niets opgeslagen. Vraag de beheerder of de map en de schijf mogen "
                "worden beschreven, en start Sturing daarna opnieuw.",
            )

    def _toch_opgeslagen(self, volgnr: int) -> bool:
        """Storing failed at the last moment: opened anew, is transaction `volgnr` there?

        Opened anew, because DuckDB then gives a wrong `max()` of what it took back (measured,
        2.0.0, when the log could not be written): its statistics still count the rows.
        """
        if self.pad is None:
            return False
        self._toegang.geef_op()
        try:
            return self._toegang.opgeslagen() >= volgnr
        except OpslagError as fout:
            raise OpslagError(
                "Het is niet zeker of dit is opgeslagen.",
                hint="Start Sturing opnieuw en kijk of uw wijziging er is.",
            ) from fout


def _eis_niet_hier_open(pad: Path | None) -> None:
    if pad is not None and pad.resolve() in _OPEN:
        raise BezetError(f"De database '{pad.name}' is al open in dit programma.")


def eis_vrij(pad: Path, *, schrijf_bij: bool = False) -> None:
    """Raise BezetError when this or another process has the database at `pad` open.

    With `schrijf_bij` its write-ahead log is written into it, so that the file alone is whole; what
    of the log cannot be, is moved aside beside it. A file that is damaged, or no database at all,
    counts as free and stays as it is.
    """
    with _OPEN_SLOT:
        _eis_niet_hier_open(pad)
        try:
            if schrijf_bij:
                Toegang(pad, standaard_backup_map(pad).absolute(), bijwerken=False).sluit()
            else:
                duckdb.connect(str(pad), read_only=True).close()
        except duckdb.Error as fout:
            if isinstance(bezet := vertaal(fout, pad.name), BezetError):
                raise bezet from fout
        except BezetError:
            raise
        except SturingError as fout:
            LOG.info("%s is damaged or something else: %s", pad.name, fout)
