"""Opening what a computer that stopped left: a damaged log goes aside, no loss is silent."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sturing.errors import BezetError, OpslagError
from sturing.store import concepten
from sturing.store.beheer import controleer, herstel, maak_kopie
from sturing.store.openen import opzij_gezet
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad
from tests.store.stilgevallen import bit_om, stilgevallen, wal
from tests.store.voorbeeld import TIJD, lever, nieuw, organisatie


@pytest.fixture(scope="module")
def vol(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opslag]:
    """One levering in the file with a backup of it; a second one and a draft only in the log."""
    with Opslag.open(tmp_path_factory.mktemp("vol") / "vol.duckdb") as opslag:
        lever(opslag, *organisatie())
        opslag.leg_vast()
        maak_kopie(opslag, 1, TIJD)
        lever(opslag, nieuw("Teams", team="T2"))
        concepten.maak(opslag, naam="c", eigenaar="a", basis_levering=2)
        yield opslag


@pytest.fixture
def stil(vol: Opslag, tmp_path: Path) -> Path:
    return stilgevallen(vol, tmp_path / "stil")


def _teams(opslag: Opslag) -> list[object]:
    return [rij["team"] for rij in lees_blad(opslag, "Teams")]


def test_a_whole_log_is_played_and_nothing_is_left_behind(stil: Path) -> None:
    with Opslag.open(stil) as opslag:
        assert _teams(opslag) == ["T1", "T2"]
        assert opslag.ontbreekt == 0
    assert opzij_gezet(stil) == ()
    assert sorted(p.name for p in stil.parent.iterdir()) == ["vol.duckdb", "vol.duckdb-backup"]


@pytest.mark.parametrize("schade", ["bit", "nullen", "rommel"])
def test_a_damaged_log_goes_aside_unchanged_and_the_file_opens(stil: Path, schade: str) -> None:
    heel = wal(stil).read_bytes()
    half = len(heel) // 2
    if schade == "bit":
        bit_om(wal(stil), half)
    else:
        staart = bytes(half) if schade == "nullen" else b"rommel" * half
        wal(stil).write_bytes(heel[:half] + staart)
    stuk = wal(stil).read_bytes()
    with Opslag.open(stil) as opslag:
        assert _teams(opslag) == ["T1"]
        assert opslag.ontbreekt == 2
        assert controleer(opslag) == ()
    (opzij,) = opzij_gezet(stil)
    assert opzij.read_bytes() == stuk
    assert opzij.name.startswith("vol.duckdb.wal.beschadigd-")


def test_a_log_that_is_left_out_without_a_word_is_noticed_and_kept(stil: Path) -> None:
    # In its first bytes DuckDB sees no damage: it plays nothing and throws the log away.
    bit_om(wal(stil), 0)
    stuk = wal(stil).read_bytes()
    with Opslag.open(stil) as opslag:
        assert _teams(opslag) == ["T1"]
        assert opslag.ontbreekt == 2
    assert [p.read_bytes() for p in opzij_gezet(stil)] == [stuk]


def test_a_log_that_was_cut_off_is_noticed(stil: Path) -> None:
    heel = wal(stil).read_bytes()
    wal(stil).write_bytes(heel[:-10])
    with Opslag.open(stil) as opslag:
        assert opslag.ontbreekt == 1
        assert _teams(opslag) == ["T1", "T2"]
        assert concepten.lijst(opslag) == ()


def test_a_log_that_is_gone_is_noticed(stil: Path) -> None:
    wal(stil).unlink()
    with Opslag.open(stil) as opslag:
        assert opslag.ontbreekt == 2
    assert opzij_gezet(stil) == ()


def test_what_is_missing_is_told_once(stil: Path) -> None:
    wal(stil).unlink()
    with Opslag.open(stil) as opslag:
        lever(opslag, nieuw("Teams", team="T3"))
    with Opslag.open(stil) as opslag:
        assert opslag.ontbreekt == 0


def test_a_second_damaged_log_never_takes_the_place_of_the_first(stil: Path, vol: Opslag) -> None:
    heel = wal(stil).read_bytes()
    for keer in (1, 2):
        wal(stil).write_bytes(heel)
        bit_om(wal(stil), len(heel) // 2 + keer)
        Opslag.open(stil).close()
        (stil.parent / "vol.duckdb").write_bytes(vol.pad.read_bytes() if vol.pad else b"")
    assert len({p.read_bytes() for p in opzij_gezet(stil)}) == 2


def test_a_copy_that_a_killed_opening_left_is_not_written_over(stil: Path) -> None:
    heel = wal(stil).read_bytes()
    wal(stil).with_name("vol.duckdb.wal.voor-openen").write_bytes(heel)
    wal(stil).unlink()
    with Opslag.open(stil) as opslag:
        assert opslag.ontbreekt == 2
    assert [p.read_bytes() for p in opzij_gezet(stil)] == [heel]


def test_a_database_that_another_process_holds_keeps_its_log(stil: Path) -> None:
    houder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path\n"
            "from sturing.store.opslag import Opslag\n"
            "from tests.store.voorbeeld import lever, nieuw\n"
            "opslag = Opslag.open(Path(sys.argv[1]))\n"
            "lever(opslag, nieuw('Teams', team='T3'))\n"
            "print('open', flush=True); sys.stdin.readline(); opslag.close()",
            str(stil),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert houder.stdin is not None
    assert houder.stdout is not None
    try:
        assert houder.stdout.readline() == "open\n"
        assert wal(stil).stat().st_size > 0
        with pytest.raises(BezetError):
            Opslag.open(stil)
        assert sorted(p.name for p in stil.parent.iterdir()) == [
            "vol.duckdb",
            "vol.duckdb-backup",
            "vol.duckdb.wal",
        ]
    finally:
        houder.stdin.close()
        houder.wait(timeout=20)
        houder.stdout.close()
    with Opslag.open(stil) as opslag:
        assert _teams(opslag) == ["T1", "T2", "T3"]


@pytest.mark.parametrize("inhoud", [b"brief" * 1000, b""])
def test_a_file_of_something_else_keeps_the_log_beside_it(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "brief.duckdb"
    pad.write_bytes(inhoud or b"x")
    wal(pad).write_bytes(b"log van een ander")
    with pytest.raises(OpslagError, match="kan niet worden gelezen"):
        Opslag.open(pad)
    assert wal(pad).read_bytes() == b"log van een ander"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_damaged_file_is_refused_with_the_backup_and_the_command(stil: Path) -> None:
    bit_om(stil, 20)
    heel = wal(stil).read_bytes()
    with pytest.raises(OpslagError, match=r"'vol\.duckdb' is beschadigd") as fout:
        Opslag.open(stil)
    (kopie,) = stil.with_name("vol.duckdb-backup").glob("*.duckdb")
    assert f"sturing herstel {kopie} --db {stil}" in str(fout.value)
    assert wal(stil).read_bytes() == heel
    assert opzij_gezet(stil) == ()
    herstel(kopie, stil)
    with Opslag.open(stil) as opslag:
        assert _teams(opslag) == ["T1"]
        assert opslag.ontbreekt == 0


def test_a_backup_that_is_damaged_too_is_not_advised(stil: Path) -> None:
    (kopie,) = stil.with_name("vol.duckdb-backup").glob("*.duckdb")
    jonger = kopie.with_name("levering-2-20991231T235959Z.duckdb")
    jonger.write_bytes(kopie.read_bytes())
    for plek in range(12_288, jonger.stat().st_size, 4096):
        bit_om(jonger, plek)
    bit_om(stil, 20)
    with pytest.raises(OpslagError) as fout:
        Opslag.open(stil)
    assert kopie.name in str(fout.value)
    assert jonger.name not in str(fout.value)


def test_logs_that_went_aside_go_with_the_old_database_at_a_restore(stil: Path) -> None:
    bit_om(wal(stil), wal(stil).stat().st_size // 2)
    Opslag.open(stil).close()
    (opzij,) = opzij_gezet(stil)
    inhoud = opzij.read_bytes()
    (kopie,) = stil.with_name("vol.duckdb-backup").glob("*.duckdb")
    oud = herstel(kopie, stil)
    assert oud is not None
    assert opzij_gezet(stil) == ()
    assert [p.read_bytes() for p in opzij_gezet(oud)] == [inhoud]


def test_a_restore_keeps_a_log_that_would_be_left_out_without_a_word(stil: Path) -> None:
    bit_om(wal(stil), 0)
    inhoud = wal(stil).read_bytes()
    (kopie,) = stil.with_name("vol.duckdb-backup").glob("*.duckdb")
    oud = herstel(kopie, stil)
    assert oud is not None
    assert [p.read_bytes() for p in opzij_gezet(oud)] == [inhoud]
