"""Opening a database, and what a cursor may and may not do."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import duckdb
import pytest

from sturing.errors import BezetError, InvariantError, OpslagError
from sturing.store import concepten
from sturing.store.fouten import vertaal
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad
from tests.store.voorbeeld import lever, nieuw

_HOUDER = """
import sys
from pathlib import Path
from sturing.store.opslag import Opslag
with Opslag.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.readline()
"""


def test_a_new_database_holds_the_mark_it_was_made_with(pad: Path) -> None:
    with Opslag.open(pad, demo=True) as opslag:
        assert opslag.is_demo
    with Opslag.open(pad) as opslag:
        assert opslag.is_demo


def test_an_own_database_never_becomes_a_demonstration(pad: Path) -> None:
    Opslag.open(pad).close()
    with Opslag.open(pad, demo=True) as opslag:
        assert not opslag.is_demo


def test_what_was_stored_is_there_after_reopening(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        lever(opslag, nieuw("Teams", team="T9"))
    with Opslag.open(pad) as opslag:
        assert [r["team"] for r in lees_blad(opslag, "Teams")] == ["T9"]


def test_the_file_keeps_a_way_back_to_an_older_duckdb(pad: Path) -> None:
    Opslag.open(pad).close()
    with duckdb.connect(str(pad)) as los:
        tags = los.execute("select tags from duckdb_databases() where path is not null").fetchall()
    assert tags[0][0]["storage_version"].startswith("v1.5.0")


def test_a_database_that_must_exist_is_not_made(pad: Path) -> None:
    with pytest.raises(OpslagError, match="bestaat niet"):
        Opslag.open(pad, nieuw=False)
    assert not pad.exists()


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(OpslagError, match="De map voor de database 'x"):
        Opslag.open(tmp_path / "weg" / "x.duckdb")


def test_a_database_of_something_else_is_refused_and_left_alone(pad: Path) -> None:
    with duckdb.connect(str(pad)) as los:
        los.execute("create table klanten (naam varchar)")
    with pytest.raises(OpslagError, match="geen database van Sturing"):
        Opslag.open(pad)
    with duckdb.connect(str(pad)) as los:
        assert los.execute("select table_name from duckdb_tables()").fetchall() == [("klanten",)]


def test_a_file_that_is_no_database_is_refused_and_left_alone(pad: Path) -> None:
    pad.write_bytes(b"geen database" * 1000)
    with pytest.raises(OpslagError, match="kan niet worden gelezen"):
        Opslag.open(pad)
    assert pad.read_bytes() == b"geen database" * 1000


def test_a_database_of_a_newer_version_is_refused(pad: Path) -> None:
    Opslag.open(pad).close()
    with duckdb.connect(str(pad)) as los:
        los.execute("insert into migratie values (999, '999_later', 'abc')")
    with pytest.raises(OpslagError, match="nieuwere versie"):
        Opslag.open(pad)


def test_a_migration_that_was_changed_afterwards_is_noticed(pad: Path) -> None:
    Opslag.open(pad).close()
    with duckdb.connect(str(pad)) as los:
        los.execute("update migratie set sha256 = 'anders' where nummer = 2")
    with pytest.raises(OpslagError, match="past niet bij deze versie"):
        Opslag.open(pad)


def test_a_migration_that_fails_leaves_the_version_before_it(
    pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sturing.store import migraties

    echt = migraties.migratieteksten()
    stuk = (*echt, ("999_stuk", "create table half (a integer); select * from bestaat_niet;"))
    monkeypatch.setattr(migraties, "migratieteksten", lambda: stuk)
    with pytest.raises(OpslagError):
        Opslag.open(pad)
    with duckdb.connect(str(pad)) as los:
        assert los.execute("select max(nummer) from migratie").fetchall() == [
            (int(echt[-1][0][:3]),)
        ]
        tabellen = los.execute("select table_name from duckdb_tables()").fetchall()
    assert ("half",) not in tabellen
    monkeypatch.undo()
    Opslag.open(pad).close()


def test_a_file_held_by_another_process_names_that_process_in_one_sentence(pad: Path) -> None:
    houder = subprocess.Popen(
        [sys.executable, "-c", _HOUDER, str(pad)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert houder.stdin is not None
    assert houder.stdout is not None
    try:
        assert houder.stdout.readline() == "open\n"
        with pytest.raises(BezetError) as fout:
            Opslag.open(pad)
        assert f"in gebruik door proces {houder.pid} (" in str(fout.value)
        assert str(fout.value).count(".") == 1 + pad.name.count(".") + _punten(fout.value)
    finally:
        houder.stdin.close()
        houder.wait(timeout=20)
        houder.stdout.close()
    Opslag.open(pad).close()


def _punten(fout: BezetError) -> int:
    """Full stops inside the name of the program (python3.11)."""
    return str(fout).split("(", 1)[1].split(")", 1)[0].count(".")


def test_a_second_opener_in_this_process_is_refused(pad: Path) -> None:
    with Opslag.open(pad), pytest.raises(BezetError, match="al open in dit programma"):
        Opslag.open(pad)
    Opslag.open(pad).close()


def test_the_database_reaches_no_file(opslag: Opslag, tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.csv"
    geheim.write_text("a\n1\n")
    with opslag.onderhoud() as cursor, pytest.raises(duckdb.PermissionException):
        cursor.execute("select * from read_csv($pad)", {"pad": str(geheim)})


def test_the_settings_of_an_open_database_are_locked(opslag: Opslag) -> None:
    with opslag.onderhoud() as cursor, pytest.raises(duckdb.Error, match="locked"):
        cursor.execute("set enable_external_access = true")


def test_a_read_cannot_write(gevuld: Opslag) -> None:
    with pytest.raises(OpslagError), gevuld.lezen() as cursor:
        cursor.execute("delete from teams")
    assert len(lees_blad(gevuld, "Teams")) == 1


def test_all_reads_of_one_block_see_one_moment(gevuld: Opslag) -> None:
    with gevuld.lezen() as cursor:
        voor = cursor.execute("select count(*) from teams").fetchall()
        lever(gevuld, nieuw("Teams", team="T2"))
        assert cursor.execute("select count(*) from teams").fetchall() == voor
    assert len(lees_blad(gevuld, "Teams")) == 2


def _zet_programma(opslag: Opslag, *, mislukt: bool) -> None:
    with opslag.schrijven() as cursor:
        cursor.execute("insert into programmas (programma, naam) values ('1', 'een')")
        if mislukt:
            raise ZeroDivisionError


def test_a_write_that_fails_leaves_nothing(opslag: Opslag) -> None:
    with pytest.raises(ZeroDivisionError):
        _zet_programma(opslag, mislukt=True)
    assert lees_blad(opslag, "Programmas") == ()


def test_writes_inside_a_write_are_stored_together_or_not_at_all(opslag: Opslag) -> None:
    def beide(*, mislukt: bool) -> None:
        with opslag.schrijven():
            concepten.maak(opslag, naam="Concept", eigenaar="a", basis_levering=0)
            _zet_programma(opslag, mislukt=mislukt)

    with pytest.raises(ZeroDivisionError):
        beide(mislukt=True)
    assert concepten.lijst(opslag) == ()
    beide(mislukt=False)
    assert len(concepten.lijst(opslag)) == len(lees_blad(opslag, "Programmas")) == 1


def test_a_failed_inner_write_cannot_be_passed_over(opslag: Opslag) -> None:
    def buitenste() -> None:
        with opslag.schrijven(), suppress(ZeroDivisionError):
            _zet_programma(opslag, mislukt=True)

    with pytest.raises(InvariantError):
        buitenste()
    assert lees_blad(opslag, "Programmas") == ()


def test_a_closed_database_says_so(opslag: Opslag) -> None:
    opslag.close()
    opslag.close()
    with pytest.raises(OpslagError, match="gesloten"), opslag.lezen():
        pass


def test_python_variables_are_never_read_as_tables(opslag: Opslag) -> None:
    import pandas as pd

    gegevens = pd.DataFrame({"a": [1]})
    with pytest.raises(OpslagError), opslag.lezen() as cursor:
        cursor.execute("select * from gegevens")
    assert len(gegevens) == 1


def test_faults_of_the_database_never_show_cell_contents() -> None:
    fout = vertaal(
        duckdb.ConstraintException('Constraint Error: Duplicate key "team: GEHEIM"'), "x.duckdb"
    )
    assert "GEHEIM" not in str(fout)
    assert "past niet" in str(fout)
