"""The connection to one open database file: a cursor per call, and opening anew when need be.

Owns the connection, which threads have a cursor, and what was missing when it was opened. DuckDB
gives up on an open file when a checkpoint fails, on a full disk for instance; nothing can then be
read until it is opened anew. Must never hand out the connection itself, and never open anew while
another thread still reads.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from sturing.errors import OpslagError, SturingError
from sturing.store import kopieen, stand
from sturing.store.fouten import is_fataal, is_schade, vertaal
from sturing.store.migraties import migreer
from sturing.store.openen import Cursor, rond_af, verbind
from sturing.store.sql_tekst import sql

WACHT_OP_LEZERS_S = 10
"""Seconds that opening anew waits for the reads that are going on."""

WACHT_VOOR_STILTE_S = 1
"""Seconds that a checkpoint waits for them; after that it is for the next levering."""


class Toegang:
    """The way into one database; thread safe.

    `alleen_lezen` is True when the file or its disk cannot be written. `ontbreekt` is the number of
    stored transactions that were gone when it was opened. `heropend` counts the openings anew.
    """

    def __init__(
        self, pad: Path | None, backup_map: Path, *, demo: bool = False, bijwerken: bool = True
    ) -> None:
        """Open it and, unless `bijwerken` is False, bring it to the newest version.

        Raises BezetError or OpslagError.
        """
        self.pad = pad
        self.backup_map = backup_map
        self.ontbreekt = 0
        self.heropend = 0
        self._slot = threading.Condition()
        self._bezig: dict[int, int] = {}
        """Cursors per thread that has any."""
        self._opgegeven = False
        self._dicht = False
        bestond = pad is not None and pad.exists()
        if not bestond:
            stand.vergeet(backup_map)
        self._verbind(demo=demo, bijwerken=bijwerken)

    @contextmanager
    def cursor(self) -> Iterator[Cursor]:
        """A cursor; raises the Dutch error for a fault of DuckDB in the block."""
        ik = threading.get_ident()
        try:
            with self._slot:
                if self._dicht:
                    raise OpslagError("De database is gesloten.", hint="Start Sturing opnieuw.")
                if self._opgegeven and ik not in self._bezig:
                    self._heropen()
                cursor = self._verbinding.cursor()
                self._bezig[ik] = self._bezig.get(ik, 0) + 1
            try:
                yield cursor
            finally:
                # Closing a cursor rolls back what was not committed.
                cursor.close()
                with self._slot:
                    self._bezig[ik] -= 1
                    if not self._bezig[ik]:
                        del self._bezig[ik]
                        self._slot.notify_all()
        except duckdb.Error as fout:
            raise self._vertaal(fout) from fout

    @contextmanager
    def alleen(self) -> Iterator[Cursor]:
        """A cursor while no other thread reads: what a checkpoint needs.

        Raises OpslagError when reading goes on too long, or when this thread reads itself.
        """
        with self._slot:
            if threading.get_ident() in self._bezig or not self._slot.wait_for(
                lambda: not self._bezig, timeout=WACHT_VOOR_STILTE_S
            ):
                raise OpslagError("Er wordt nog gelezen.", hint="Probeer het later opnieuw.")
            with self.cursor() as cursor:
                yield cursor

    def geef_op(self) -> None:
        """What is open is not to be trusted any more: the next cursor opens the file anew."""
        self._opgegeven = True

    def opgeslagen(self) -> int:
        """The number of transactions stored since the database was made."""
        with self.cursor() as cursor:
            gevonden = cursor.execute(sql("beheer/opgeslagen")).fetchall()
        return int(gevonden[0][0]) if gevonden else 0

    def sluit(self) -> None:
        """Write everything to the file and let go of it. Twice is allowed."""
        if self._dicht:
            return
        self._dicht = True
        try:
            self._verbinding.close()
        except duckdb.Error as fout:
            raise self._vertaal(fout) from fout

    def _verbind(self, *, demo: bool = False, bijwerken: bool = True) -> None:
        geopend = verbind(self.pad, self.backup_map)
        self._verbinding, self.alleen_lezen = geopend.verbinding, geopend.alleen_lezen
        try:
            if bijwerken:
                self._migreer(demo=demo)
            self._verbinding.execute(
                sql("beheer/beperk_mappen"), {"mappen": [str(self.backup_map)]}
            )
            self._verbinding.execute(sql("beheer/sluit_af"))
            self._vergelijk_stand()
        except duckdb.Error as fout:
            self._verbinding.close()
            raise self._vertaal(fout) from fout
        except BaseException:
            self._verbinding.close()
            raise

    def _migreer(self, *, demo: bool) -> None:
        try:
            migreer(self._verbinding, demo=demo)
        except duckdb.InvalidInputException as fout:
            if not self.alleen_lezen:
                raise
            raise OpslagError(
                "Deze database is van een oudere versie en kan hier niet worden bijgewerkt.",
                hint="Zet haar op een plaats waar Sturing mag schrijven.",
            ) from fout

    def _vergelijk_stand(self) -> None:
        """Is anything missing that was stored? Then the logs from before opening are kept."""
        if self.pad is None or self.alleen_lezen:
            return
        genoteerd = stand.lees(self.backup_map)
        if genoteerd is not None:
            self.ontbreekt = max(0, genoteerd - self.opgeslagen())
        rond_af(self.pad, verloren=self.ontbreekt > 0)

    def _heropen(self) -> None:
        """Let go of the file and open it anew, when no thread has a cursor any more."""
        if self.pad is None or not self._slot.wait_for(
            lambda: not (self._opgegeven and self._bezig), timeout=WACHT_OP_LEZERS_S
        ):
            raise OpslagError(
                "De database is na een fout niet opnieuw te openen.", hint="Start Sturing opnieuw."
            )
        if not self._opgegeven:
            return
        with suppress(duckdb.Error):
            self._verbinding.close()
        self._opgegeven = False
        try:
            self._verbind()
        except SturingError:
            self._opgegeven = True
            raise
        self.heropend += 1

    def _vertaal(self, fout: duckdb.Error) -> SturingError:
        if is_fataal(fout):
            self.geef_op()
        if self.pad is None:
            return vertaal(fout, "in het geheugen")
        # Which backup can be put back is looked up only to say it: that reads a whole backup.
        advies = kopieen.advies(self.backup_map, self.pad) if is_schade(fout) else ""
        return vertaal(fout, self.pad.name, advies)
