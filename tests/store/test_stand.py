"""The number of stored transactions outside the database, and what is missing by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sturing.store import stand
from sturing.store.beheer import maak_kopie
from sturing.store.opslag import Opslag
from tests.store.voorbeeld import TIJD, lever, nieuw


def test_what_is_noted_is_read_back_and_later_is_on_top(tmp_path: Path) -> None:
    for getal in (7, 123_456, 8):
        stand.noteer(tmp_path, getal, zeker=True)
        assert stand.lees(tmp_path) == getal
    assert (tmp_path / "stand").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("inhoud", [b"", b"12", b"12 0000000000000000", b"\xff\xfe", b"a b c"])
def test_a_note_that_is_not_whole_is_no_note(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "stand").write_bytes(inhoud)
    assert stand.lees(tmp_path) is None


def test_without_a_backup_folder_there_is_no_note(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        lever(opslag, nieuw("Teams", team="T9"))
        stand.noteer(opslag.backup_map, 5)
        assert stand.lees(opslag.backup_map) is None
        assert not opslag.backup_map.exists()


def test_every_stored_transaction_counts_and_one_that_failed_does_not(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        maak_kopie(opslag, 0, TIJD)
        for keer in (1, 2):
            lever(opslag, nieuw("Teams", team=f"T{keer}"))
            assert stand.lees(opslag.backup_map) == keer
        with pytest.raises(ZeroDivisionError), opslag.schrijven():
            raise ZeroDivisionError
        assert stand.lees(opslag.backup_map) == 2


def test_a_new_database_in_the_place_of_an_old_one_misses_nothing(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        maak_kopie(opslag, 0, TIJD)
        lever(opslag, nieuw("Teams", team="T1"))
    pad.unlink()
    with Opslag.open(pad) as opslag:
        assert opslag.ontbreekt == 0
    with Opslag.open(pad) as opslag:
        assert opslag.ontbreekt == 0


def test_a_damaged_note_is_no_reason_to_fail(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        maak_kopie(opslag, 0, TIJD)
        (opslag.backup_map / "stand").mkdir()
        assert lever(opslag, nieuw("Teams", team="T1")).nummer == 1
    with Opslag.open(pad) as opslag:
        assert opslag.ontbreekt == 0
