"""A database as a computer that stopped would leave it: its file, its log and its backup folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from sturing.store.opslag import Opslag


def wal(pad: Path) -> Path:
    return pad.with_name(f"{pad.name}.wal")


def stilgevallen(opslag: Opslag, map_: Path) -> Path:
    """Copy what is on the disk of an open database into the new folder `map_`; gives its path."""
    assert opslag.pad is not None
    map_.mkdir()
    kopie = map_ / opslag.pad.name
    shutil.copyfile(opslag.pad, kopie)
    if wal(opslag.pad).exists():
        shutil.copyfile(wal(opslag.pad), wal(kopie))
    if opslag.backup_map.is_dir():
        shutil.copytree(opslag.backup_map, map_ / opslag.backup_map.name)
    return kopie


def bit_om(pad: Path, plek: int) -> None:
    """One bit of a file the other way."""
    inhoud = bytearray(pad.read_bytes())
    inhoud[plek] ^= 1
    pad.write_bytes(inhoud)
