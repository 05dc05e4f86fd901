"""Backups that are made by themselves: names, how long they stay, and what is never touched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sturing.domain.normen import BACKUPS_LAATSTE, BACKUPS_MAANDEN
from sturing.errors import BestandError
from sturing.store import kopieen
from sturing.store.beheer import maak_kopie
from sturing.store.controle import telling
from sturing.store.opslag import Opslag
from tests.store.voorbeeld import TIJD, lever, nieuw, organisatie

BEGIN = datetime(2024, 1, 1, 9, 30, tzinfo=UTC)


def _namen(map_: Path) -> set[str]:
    return {pad.name for pad in map_.iterdir()}


def _maak(map_: Path, dagen: range) -> None:
    for nummer, dag in enumerate(dagen, start=1):
        kopieen.vrije_naam(map_, nummer, BEGIN + timedelta(days=dag)).write_bytes(b"backup")


def test_a_backup_is_named_after_its_levering_and_time_and_is_for_its_owner(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        lever(opslag, *organisatie())
        kopie = maak_kopie(opslag, 1, datetime(2026, 11, 12, 9, 42, 7, tzinfo=UTC))
        assert kopie == opslag.backup_map / "levering-1-20261112T094207Z.duckdb"
        assert kopie.stat().st_mode & 0o777 == 0o600
        assert opslag.backup_map.stat().st_mode & 0o777 == 0o700
        verwacht = telling(opslag)
        assert _namen(opslag.backup_map) == {kopie.name}
    with Opslag.open(kopie, nieuw=False) as gekopieerd:
        assert telling(gekopieerd) == verwacht


def test_two_backups_of_one_second_both_stay(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        lever(opslag, *organisatie())
        eerste, tweede = (maak_kopie(opslag, 1, TIJD) for _ in range(2))
        assert eerste != tweede
        assert kopieen.lijst(opslag.backup_map)[0].pad == tweede


def test_of_one_second_the_later_levering_is_the_newest(tmp_path: Path) -> None:
    for nummer in (9, 10):
        kopieen.vrije_naam(tmp_path, nummer, BEGIN).write_bytes(b"")
    assert kopieen.lijst(tmp_path)[0].nummer == 10


def test_the_newest_and_the_last_of_each_month_stay(tmp_path: Path) -> None:
    _maak(tmp_path, range(0, 1000))
    kopieen.ruim_op(tmp_path)
    over = kopieen.lijst(tmp_path)
    assert [k.nummer for k in over[:BACKUPS_LAATSTE]] == list(range(1000, 970, -1))
    per_maand = {(k.tijdstip.year, k.tijdstip.month) for k in over}
    assert len(per_maand) == BACKUPS_MAANDEN
    for kopie in over[BACKUPS_LAATSTE:]:
        assert (kopie.tijdstip + timedelta(days=1)).month != kopie.tijdstip.month


def test_after_years_without_a_levering_the_old_ones_are_still_there(tmp_path: Path) -> None:
    _maak(tmp_path, range(0, 10))
    assert kopieen.ruim_op(tmp_path) == 0
    assert len(kopieen.lijst(tmp_path)) == 10


def test_files_of_others_and_links_are_never_touched(tmp_path: Path) -> None:
    map_ = tmp_path / "map"
    map_.mkdir()
    _maak(map_, range(0, 100))
    ander = tmp_path / "levering-1-20200101T000000Z.duckdb"
    ander.write_bytes(b"van een ander")
    (map_ / "levering-1-20200101T000000Z.duckdb").symlink_to(ander)
    blijft = {
        "levering-1-20200101T000000Z.duckdb",
        "levering-1-20200101T000000Z.duckdb.txt",
        "levering-x-20200101T000000Z.duckdb",
        "levering-1-20209901T000000Z.duckdb",
        "mijn kopie.duckdb",
        "stand",
    }
    for naam in blijft - {"levering-1-20200101T000000Z.duckdb"}:
        (map_ / naam).write_bytes(b"blijft")
    assert kopieen.ruim_op(map_) > 0
    assert blijft <= _namen(map_)
    assert ander.read_bytes() == b"van een ander"


def test_what_a_killed_backup_left_is_cleared_by_the_next_one(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        lever(opslag, *organisatie())
        maak_kopie(opslag, 1, TIJD)
        for naam in ("0" * 32 + ".duckdb", "0" * 32 + ".duckdb.wal"):
            (opslag.backup_map / naam).write_bytes(b"half")
        maak_kopie(opslag, 2, TIJD)
        assert {n.split("-")[0] for n in _namen(opslag.backup_map)} == {"levering"}


def test_a_backup_that_cannot_be_made_leaves_database_and_backups_as_they_were(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        lever(opslag, *organisatie())
        opslag.backup_map.write_bytes(b"hier staat al iets")
        with pytest.raises(BestandError, match="kan niet worden geschreven"):
            maak_kopie(opslag, 1, TIJD)
        assert opslag.backup_map.read_bytes() == b"hier staat al iets"
        assert lever(opslag, nieuw("Teams", team="T2")).nummer == 2
