"""Backup and restore: a whole copy out, checked, and a whole copy back, checked.

Owns the files of a backup, for their owner only, and the swap of a database file. Must never
leave half a file under the asked name, overwrite silently, or touch a database that somebody has
open. `controleer` is found here too, because administrators look for it here.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sturing.errors import BestandError, OpslagError
from sturing.store import kopieen, stand
from sturing.store.controle import Telling, controleer, schade, telling_van
from sturing.store.openen import opzij_gezet, standaard_backup_map
from sturing.store.opslag import Cursor, Opslag, eis_vrij
from sturing.store.sql_tekst import sql

__all__ = ["backup", "controleer", "herstel", "maak_kopie"]

KOPIE = "sturing_backup_kopie"
"""The name of a backup inside the database while it is made (sql/queries/beheer)."""
_BACKUP_SLOT = threading.Lock()
"""One backup at a time: the rest of a killed one can then be told from one that is being made."""


def backup(opslag: Opslag, pad: Path, *, overschrijf: bool = False) -> None:
    """Write a whole copy of the open database to `pad`, also while others read.

    The copy is made in the backup folder of the database (the only place it may write), compared
    with the original table by table, and only then put in place under its name. Raises BestandError
    when `pad` exists (unless `overschrijf`), is the database itself or cannot be written;
    OpslagError when the copy is not equal.
    """
    doel = pad.absolute()
    _eis_doel(doel, overschrijf=overschrijf)
    if opslag.pad is not None and doel.resolve() == opslag.pad.resolve():
        raise BestandError("Een backup kan niet over de database zelf heen worden geschreven.")
    if opslag.alleen_lezen:
        raise OpslagError(
            "Van een database die alleen gelezen kan worden, maakt Sturing geen backup.",
            hint="Kopieer het bestand zelf terwijl Sturing niet draait.",
        )
    with _BACKUP_SLOT, _werkmap(opslag.backup_map) as werkmap:
        kopie = werkmap / f"{uuid4().hex}.duckdb"
        try:
            _kopieer(opslag, kopie)
            _zet_neer(kopie, doel)
        except OSError as fout:
            raise _bestandsfout(doel) from fout
        finally:
            kopie.unlink(missing_ok=True)


def maak_kopie(opslag: Opslag, nummer: int, tijdstip: datetime) -> Path:
    """Keep a backup after levering `nummer` in the backup folder, and remove those past their time.

    Made and compared as by `backup`, then renamed in place. Gives its path. Raises BestandError or
    OpslagError when it cannot be made; the database and the older backups are then as they were.
    """
    map_ = opslag.backup_map
    with _BACKUP_SLOT:
        try:
            map_.mkdir(mode=0o700, parents=True, exist_ok=True)
            kopieen.ruim_op(map_)
        except OSError as fout:
            raise _bestandsfout(map_) from fout
        tijdelijk = map_ / f"{uuid4().hex}.duckdb"
        try:
            _kopieer(opslag, tijdelijk)
            doel = kopieen.vrije_naam(map_, nummer, tijdstip)
            tijdelijk.rename(doel)
            _bewaar(map_)
            kopieen.ruim_op(map_)
        except OSError as fout:
            raise _bestandsfout(map_) from fout
        finally:
            tijdelijk.unlink(missing_ok=True)
    return doel


def herstel(pad_backup: Path, pad_db: Path) -> Path | None:
    """Put a backup in the place of the database `pad_db`, which nobody may have open.

    The backup is copied, brought to the version of this program, checked, and written anew from its
    rows, so that a damaged index does not come along. What stood at `pad_db` is kept beside it; its
    new path is the answer (None when nothing stood there). Raises
    BestandError for a missing file, BezetError when one of both is open, OpslagError when the
    backup is damaged or is no database of Sturing; then nothing has changed.
    """
    bron, doel = pad_backup.absolute(), pad_db.absolute()
    if not bron.is_file():
        raise BestandError(
            f"De backup '{bron.name}' bestaat niet.", hint="Controleer de naam en de map."
        )
    if bron.resolve() == doel.resolve():
        raise BestandError("De backup en de database zijn hetzelfde bestand.")
    eis_vrij(bron)
    if doel.exists():
        eis_vrij(doel, schrijf_bij=True)
    elif not doel.parent.is_dir():
        raise BestandError(f"De map voor de database '{doel.name}' bestaat niet.")
    _ruim_halve_op(doel, doel.name)
    werkmap = doel.with_name(f"{doel.name}.{uuid4().hex}.tmp")
    try:
        with _werkmap(werkmap):
            _kopieer_bestand(bron, werkmap / "kopie.duckdb")
            _schrijf_gaaf(werkmap / "kopie.duckdb", bron.name, werkmap / "nieuw.duckdb")
            return _verwissel(werkmap / "nieuw.duckdb", doel)
    finally:
        shutil.rmtree(werkmap, ignore_errors=True)


def _kopieer(opslag: Opslag, kopie: Path) -> None:
    """Write the copy, read it back from its file, and compare every table."""
    try:
        gelijk = _kopieer_en_vergelijk(opslag, kopie)
    except OpslagError as fout:
        raise OpslagError("Er kon geen backup worden gemaakt.", fout.title, fout.hint) from fout
    if not gelijk:
        raise OpslagError(
            "De backup is niet gelijk aan de database.", hint="Er is geen backup gemaakt."
        )


def _kopieer_en_vergelijk(opslag: Opslag, kopie: Path) -> bool:
    with opslag.onderhoud() as cursor:
        # The one name that cannot be a parameter: quoted, as SQL quotes a name.
        naam = str(cursor.execute(sql("beheer/naam")).fetchall()[0][0]).replace('"', '""')
        cursor.execute(sql("beheer/koppel_kopie"), {"pad": str(kopie)})
        try:
            _alleen_eigenaar(kopie)
            cursor.execute(sql("beheer/kopieer").replace("bron", naam))
        finally:
            cursor.execute(sql("beheer/ontkoppel_kopie"))
        _bewaar(kopie)
        return _telling_van_kopie(cursor, kopie, naam) == telling_van(cursor)


def _telling_van_kopie(cursor: Cursor, kopie: Path, naam: str) -> Telling:
    cursor.execute(sql("beheer/koppel_ter_controle"), {"pad": str(kopie)})
    try:
        cursor.execute(sql("beheer/gebruik").replace("bron", KOPIE))
        return telling_van(cursor)
    finally:
        cursor.execute(sql("beheer/gebruik").replace("bron", naam))
        cursor.execute(sql("beheer/ontkoppel_kopie"))


def _schrijf_gaaf(pad: Path, naam: str, nieuw: Path) -> None:
    """Write the backup anew. A damaged one is refused; one that only breaks a rule across rows is
    better than none."""
    try:
        with Opslag.open(pad, nieuw=False, backup_map=pad.parent) as opslag:
            gevonden = schade(opslag)
            if not gevonden:
                _kopieer(opslag, nieuw)
    except OpslagError as fout:
        gevonden = ((fout.message or fout.title).replace(pad.name, naam),)
    if gevonden:
        raise OpslagError(
            f"De backup '{naam}' kan niet worden teruggezet.",
            gevonden[0],
            hint="Er is niets veranderd. Gebruik een andere backup.",
        )


def _verwissel(nieuw: Path, doel: Path) -> Path | None:
    """Put `nieuw` at `doel` in one rename; the old file and its write-ahead log stay beside it."""
    try:
        oud = _vrije_naam(doel) if doel.exists() else None
        if oud is not None:
            shutil.copy(doel, oud)
            _bewaar(oud)
            shutil.copymode(doel, nieuw)
        if _wal(doel).exists():
            # A log of the old database would be played into the new one.
            _wal(doel).replace(_wal(oud or _vrije_naam(doel)))
        for log in opzij_gezet(doel):
            # What was moved aside is of the old database too.
            log.rename(log.with_name((oud or _vrije_naam(doel)).name + log.name[len(doel.name) :]))
        nieuw.replace(doel)
        _bewaar(doel.parent)
        stand.vergeet(standaard_backup_map(doel))
    except OSError as fout:
        raise _bestandsfout(doel) from fout
    return oud


def _vrije_naam(doel: Path) -> Path:
    nummer = 1
    while True:
        oud = doel.with_name(f"{doel.stem}.oud-{nummer}{doel.suffix}")
        if not oud.exists() and not _wal(oud).exists():
            return oud
        nummer += 1


def _wal(pad: Path) -> Path:
    return pad.with_name(f"{pad.name}.wal")


def _eis_doel(doel: Path, *, overschrijf: bool) -> None:
    if doel.exists() and not overschrijf:
        raise BestandError(
            f"Het bestand '{doel.name}' bestaat al.", hint="Kies een naam die nog niet bestaat."
        )
    if not doel.parent.is_dir():
        raise BestandError(f"De map voor '{doel.name}' bestaat niet.", hint="Maak de map eerst.")


def _ruim_halve_op(doel: Path, naam: str) -> None:
    """Remove what a killed copy towards `doel` left; `naam` is the begin of its name."""
    half = re.compile(re.escape(naam) + r"\.[0-9a-f]{32}\.tmp(\.wal)?", re.ASCII)
    for pad in doel.parent.iterdir():
        if half.fullmatch(pad.name):
            shutil.rmtree(pad) if pad.is_dir() else pad.unlink(missing_ok=True)


def _zet_neer(kopie: Path, doel: Path) -> None:
    _ruim_halve_op(doel, f".{doel.name}")
    tijdelijk = doel.with_name(f".{doel.name}.{uuid4().hex}.tmp")
    try:
        _kopieer_bestand(kopie, tijdelijk)
        try:
            tijdelijk.replace(doel)
            _bewaar(doel.parent)
        except OSError as fout:
            raise _bestandsfout(doel) from fout
    finally:
        tijdelijk.unlink(missing_ok=True)


def _kopieer_bestand(van: Path, naar: Path) -> None:
    """Copy, with the write-ahead log beside it if there is one, and wait for the disk."""
    try:
        shutil.copyfile(van, naar)
        _alleen_eigenaar(naar)
        _bewaar(naar)
        if _wal(van).exists():
            shutil.copyfile(_wal(van), _wal(naar))
    except OSError as fout:
        naar.unlink(missing_ok=True)
        raise _bestandsfout(naar) from fout


def _alleen_eigenaar(pad: Path) -> None:
    pad.chmod(0o600)


def _bewaar(pad: Path) -> None:
    """Ask the disk to keep a file, or the names of a folder, before going on."""
    if pad.is_dir() and os.name == "nt":
        return
    handvat = os.open(pad, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handvat)
    finally:
        os.close(handvat)


@contextmanager
def _werkmap(pad: Path) -> Iterator[Path]:
    """The backup folder, for the owner only; taken away again when it was made here."""
    bestond = pad.is_dir()
    try:
        pad.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fout:
        raise _bestandsfout(pad) from fout
    try:
        yield pad
    finally:
        if not bestond:
            with suppress(OSError):
                pad.rmdir()


def _bestandsfout(pad: Path) -> BestandError:
    return BestandError(
        f"Het bestand '{pad.name}' kan niet worden geschreven.",
        hint="Controleer of u in de map mag schrijven en of de schijf niet vol is.",
    )
