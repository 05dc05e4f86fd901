"""The backups that are made by themselves: their names, how long they stay, which is the newest.

Owns the files `levering-<number>-<time in UTC>.duckdb` in the backup folder of a database. Must
never touch a file of another name, a link, or a file of another account, and never remove the
newest backup. Making one is for beheer.py.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from sturing.domain.normen import BACKUPS_LAATSTE, BACKUPS_MAANDEN
from sturing.store.sql_tekst import sql

_NAAM = re.compile(r"levering-(\d{1,10})-(\d{8}T\d{6})Z(?:-(\d{1,4}))?\.duckdb", re.ASCII)
_TIJD = "%Y%m%dT%H%M%S"
_REST = re.compile(r"\.?[0-9a-f]{32}\.(duckdb|tmp)(\.wal)?(\.tmp)?", re.ASCII)
"""What a killed backup leaves in the folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopie:
    """One backup: made after levering `nummer`, at `tijdstip` (UTC)."""

    pad: Path
    nummer: int
    tijdstip: datetime
    volgnr: int = 1


def vrije_naam(map_: Path, nummer: int, tijdstip: datetime) -> Path:
    """The path for a backup after levering `nummer`; never one that exists."""
    stam = f"levering-{nummer}-{tijdstip.astimezone(UTC).strftime(_TIJD)}Z"
    pad, volgnr = map_ / f"{stam}.duckdb", 1
    while pad.exists():
        volgnr += 1
        pad = map_ / f"{stam}-{volgnr}.duckdb"
    return pad


def lijst(map_: Path) -> tuple[Kopie, ...]:
    """The backups in the folder, newest first; empty without a folder."""
    if not map_.is_dir():
        return ()
    kopieen = (_kopie(pad) for pad in map_.iterdir())
    eigen = [k for k in kopieen if k is not None]
    return tuple(sorted(eigen, key=_op_tijd, reverse=True))


def te_bewaren(kopieen: Iterable[Kopie]) -> set[Path]:
    """Which of these stay: the newest ones, and the last of each of the newest months.

    The newest backup is always among them.
    """
    op_tijd = sorted(kopieen, key=_op_tijd, reverse=True)
    per_maand: dict[tuple[int, int], Path] = {}
    for kopie in op_tijd:
        per_maand.setdefault((kopie.tijdstip.year, kopie.tijdstip.month), kopie.pad)
    maanden = list(per_maand.values())[:BACKUPS_MAANDEN]
    return {k.pad for k in op_tijd[:BACKUPS_LAATSTE]} | set(maanden)


def ruim_op(map_: Path) -> int:
    """Remove what need not stay, and what a killed backup left; the number of backups removed."""
    kopieen = lijst(map_)
    blijft = te_bewaren(kopieen)
    weg = [k.pad for k in kopieen if k.pad not in blijft]
    rest = [p for p in map_.iterdir() if _REST.fullmatch(p.name) and _is_eigen(p)]
    for pad in (*weg, *rest):
        pad.unlink(missing_ok=True)
    return len(weg)


def nieuwste_gave(map_: Path) -> Kopie | None:
    """The newest backup of which every row can be read; None when there is none."""
    return next((k for k in lijst(map_) if _is_gaaf(k.pad)), None)


def advies(map_: Path, db: Path) -> str:
    """The sentence that says which backup can be put back, and how; empty when there is none."""
    if (kopie := nieuwste_gave(map_)) is None:
        return ""
    return (
        f"De nieuwste gave backup is van levering {kopie.nummer}: '{kopie.pad.name}'. "
        f"Zet haar terug met: sturing herstel {kopie.pad} --db {db}"
    )


def _op_tijd(kopie: Kopie) -> tuple[datetime, int, int]:
    return kopie.tijdstip, kopie.nummer, kopie.volgnr


def _kopie(pad: Path) -> Kopie | None:
    naam = _NAAM.fullmatch(pad.name)
    if naam is None or not _is_eigen(pad):
        return None
    try:
        tijdstip = datetime.strptime(naam[2], _TIJD).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Kopie(pad=pad, nummer=int(naam[1]), tijdstip=tijdstip, volgnr=int(naam[3] or 1))


def _is_eigen(pad: Path) -> bool:
    """A real file, made by this account."""
    if pad.is_symlink() or not pad.is_file():
        return False
    return os.name == "nt" or pad.stat().st_uid == os.geteuid()


def _is_gaaf(pad: Path) -> bool:
    """Every block that holds rows is read, and DuckDB checks the checksum of each."""
    try:
        with duckdb.connect(str(pad), read_only=True) as los:
            tabellen = los.execute(sql("beheer/tabelnamen")).fetchall()
            for (tabel,) in tabellen:
                # The one name that cannot be a parameter: quoted, as SQL quotes a name.
                naam = str(tabel).replace('"', '""')
                los.execute(sql("beheer/lees_tabel").replace("tabelnaam", naam)).fetchall()
    except duckdb.Error:
        return False
    return bool(tabellen)
