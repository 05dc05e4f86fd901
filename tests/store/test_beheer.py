"""Backup, restore and the check."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.samenspel import Signaalsoort
from sturing.errors import BestandError, BezetError, OpslagError
from sturing.store import concepten, logboek, samenspel
from sturing.store.beheer import backup, controleer, herstel
from sturing.store.controle import telling
from sturing.store.geschiedenis import toestand_na
from sturing.store.opslag import Opslag
from sturing.store.plan import lees_plan
from tests.store.stilgevallen import bit_om
from tests.store.voorbeeld import TIJD, WIE, lever, nieuw, organisatie, rij, weg


def _vul(opslag: Opslag) -> None:
    lever(opslag, *organisatie())
    lever(opslag, nieuw("Opdrachten", opdracht="O2"))
    concept = concepten.maak(opslag, naam="c", eigenaar="a", basis_levering=2)
    zet = w.Rang(opdracht=OpdrachtCode("O2"), oude_plaats=2, plaats=1)
    concepten.voeg_toe(opslag, concept.id, zet, concept.versie)
    wat = {"wie": WIE, "tijdstip": TIJD, "opdracht": OpdrachtCode("O1"), "tekst": "Het past niet."}
    samenspel.meld(opslag, soort=Signaalsoort.VOORSTEL, **wat)
    samenspel.leg_voor(opslag, aan="Manager een", **wat)


@pytest.fixture(scope="module")
def vol(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with everything in it, made once."""
    pad = tmp_path_factory.mktemp("vol") / "vol.duckdb"
    with Opslag.open(pad) as opslag:
        _vul(opslag)
    return pad


@pytest.mark.parametrize("naam", ["proef.duckdb", 'een "bron" van 2027.db'])
def test_a_restored_backup_equals_the_database_in_counts_sums_and_hashes(
    tmp_path: Path, naam: str
) -> None:
    with Opslag.open(tmp_path / naam, demo=True) as opslag:
        _vul(opslag)
        verwacht = telling(opslag), lees_plan(opslag), logboek.lees(opslag)
        backup(opslag, tmp_path / "kopie.duckdb")
        lever(opslag, nieuw("Teams", team="T9"))
        assert telling(opslag) != verwacht[0]
    oud = herstel(tmp_path / "kopie.duckdb", tmp_path / naam)
    with Opslag.open(tmp_path / naam) as opslag:
        assert (telling(opslag), lees_plan(opslag), logboek.lees(opslag)) == verwacht
        assert controleer(opslag) == ()
        assert opslag.is_demo
        assert lever(opslag, nieuw("Teams", team="T8")).nummer == 3
    assert oud is not None
    with Opslag.open(oud) as opslag:
        assert len(lees_plan(opslag).teams) == 2


def test_a_backup_leaves_no_other_file_behind(pad: Path) -> None:
    doel = pad.with_name("kopie.duckdb")
    with Opslag.open(pad) as opslag:
        _vul(opslag)
        backup(opslag, doel)
    assert sorted(p.name for p in pad.parent.iterdir()) == ["kopie.duckdb", "proef.duckdb"]


def test_what_a_killed_copy_left_beside_its_goal_goes_with_the_next_one(
    gevuld: Opslag, tmp_path: Path
) -> None:
    kopie, plan = tmp_path / "kopie.duckdb", tmp_path / "plan.duckdb"
    half = [f".kopie.duckdb.{'a' * 32}.tmp", f"plan.duckdb.{'b' * 32}.tmp"]
    (tmp_path / f"plan.duckdb.{'c' * 32}.tmp").mkdir()
    for naam in (*half, f".ander.duckdb.{'a' * 32}.tmp", ".kopie.duckdb.mijn.tmp"):
        (tmp_path / naam).write_bytes(b"half")
    backup(gevuld, kopie)
    herstel(kopie, plan)
    over = {pad.name for pad in tmp_path.iterdir()}
    assert over - {"kopie.duckdb", "plan.duckdb"} == {
        f".ander.duckdb.{'a' * 32}.tmp",
        ".kopie.duckdb.mijn.tmp",
    }


def test_a_damaged_index_of_a_backup_does_not_come_along(vol: Path, tmp_path: Path) -> None:
    """Which blocks hold an index is found by damaging each: the rows are then all still read."""
    heel, plan = tmp_path / "heel.duckdb", tmp_path / "plan.duckdb"
    with Opslag.open(vol, backup_map=tmp_path / "werk") as opslag:
        backup(opslag, heel)
        verwacht = telling(opslag)
    teruggezet = 0
    for plek in range(12_288 + 500, heel.stat().st_size, 4 * 16_384):
        stuk = tmp_path / "stuk.duckdb"
        shutil.copyfile(heel, stuk)
        bit_om(stuk, plek)
        plan.unlink(missing_ok=True)
        try:
            herstel(stuk, plan)
        except OpslagError:
            assert not plan.exists()
            continue
        teruggezet += 1
        with Opslag.open(plan) as opslag:
            assert telling(opslag) == verwacht
            lever(opslag, nieuw("Teams", team="T9"), nieuw("Gebieden", gebied="G9", soort="kern"))
    assert teruggezet > 0


def test_a_backup_is_for_its_owner_only(gevuld: Opslag, tmp_path: Path) -> None:
    backup(gevuld, tmp_path / "kopie.duckdb")
    assert (tmp_path / "kopie.duckdb").stat().st_mode & 0o077 == 0


def test_a_database_in_memory_can_be_kept_too(gevuld: Opslag, tmp_path: Path) -> None:
    backup(gevuld, tmp_path / "kopie.duckdb")
    assert not gevuld.backup_map.exists()
    with Opslag.open(tmp_path / "kopie.duckdb") as kopie:
        assert telling(kopie) == telling(gevuld)


def test_a_backup_goes_by_its_own_folder_when_one_is_given(pad: Path, tmp_path: Path) -> None:
    werkmap = tmp_path / "werk"
    werkmap.mkdir()
    with Opslag.open(pad, backup_map=werkmap) as opslag:
        backup(opslag, tmp_path / "kopie.duckdb")
    assert list(werkmap.iterdir()) == []


def test_an_existing_file_is_only_overwritten_when_asked(pad: Path) -> None:
    doel = pad.with_name("kopie.duckdb")
    doel.write_text("van een ander")
    with Opslag.open(pad) as opslag:
        with pytest.raises(BestandError, match="bestaat al"):
            backup(opslag, doel)
        assert doel.read_text() == "van een ander"
        backup(opslag, doel, overschrijf=True)
        with pytest.raises(BestandError, match="database zelf"):
            backup(opslag, pad, overschrijf=True)
        with pytest.raises(BestandError, match="bestaat niet"):
            backup(opslag, pad.parent / "weg" / "kopie.duckdb")
    Opslag.open(doel, nieuw=False).close()


def test_a_backup_is_made_while_others_read(gevuld: Opslag, tmp_path: Path) -> None:
    with gevuld.lezen() as cursor:
        backup(gevuld, tmp_path / "kopie.duckdb")
        assert cursor.execute("select count(*) from teams").fetchall() == [(1,)]


def test_restore_to_a_new_place_has_nothing_to_keep(gevuld: Opslag, tmp_path: Path) -> None:
    backup(gevuld, tmp_path / "kopie.duckdb")
    assert herstel(tmp_path / "kopie.duckdb", tmp_path / "nieuw.duckdb") is None
    with Opslag.open(tmp_path / "nieuw.duckdb", nieuw=False) as opslag:
        assert telling(opslag) == telling(gevuld)
    assert (tmp_path / "kopie.duckdb").exists()


def test_restoring_twice_keeps_both_old_ones(gevuld: Opslag, tmp_path: Path) -> None:
    backup(gevuld, tmp_path / "kopie.duckdb")
    oud = [herstel(tmp_path / "kopie.duckdb", tmp_path / "plan.duckdb") for _ in range(3)]
    assert [p and p.name for p in oud] == [None, "plan.oud-1.duckdb", "plan.oud-2.duckdb"]


def test_an_open_database_is_never_replaced(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        backup(opslag, pad.with_name("kopie.duckdb"))
        with pytest.raises(BezetError):
            herstel(pad.with_name("kopie.duckdb"), pad)
        with pytest.raises(BezetError):
            herstel(pad, pad.with_name("anders.duckdb"))
    assert sorted(p.name for p in pad.parent.iterdir()) == ["kopie.duckdb", "proef.duckdb"]


def test_a_damaged_database_can_be_replaced_and_is_kept(gevuld: Opslag, tmp_path: Path) -> None:
    stuk = tmp_path / "plan.duckdb"
    stuk.write_bytes(b"stuk")
    stuk.with_name("plan.duckdb.wal").write_bytes(b"ook stuk")
    backup(gevuld, tmp_path / "kopie.duckdb")
    oud = herstel(tmp_path / "kopie.duckdb", stuk)
    assert oud is not None
    assert oud.read_bytes() == b"stuk"
    assert oud.with_name(f"{oud.name}.wal").read_bytes() == b"ook stuk"
    with Opslag.open(stuk, nieuw=False) as opslag:
        assert telling(opslag) == telling(gevuld)


def test_rows_still_in_the_write_ahead_log_are_kept_with_the_old_one(
    gevuld: Opslag, tmp_path: Path
) -> None:
    backup(gevuld, tmp_path / "kopie.duckdb")
    pad = tmp_path / "plan.duckdb"
    _lever_en_stop_hard(pad)
    assert pad.with_name("plan.duckdb.wal").exists()
    oud = herstel(tmp_path / "kopie.duckdb", pad)
    assert oud is not None
    with Opslag.open(oud) as opslag:
        assert [t.team for t in lees_plan(opslag).teams] == ["T-kind"]
    with Opslag.open(pad) as opslag:
        assert telling(opslag) == telling(gevuld)


def _lever_en_stop_hard(pad: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path\n"
        "from sturing.store.opslag import Opslag\n"
        "from tests.store.voorbeeld import lever, nieuw\n"
        "opslag = Opslag.open(Path(sys.argv[1]))\n"
        "lever(opslag, nieuw('Teams', team='T-kind')); os._exit(0)\n"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(pad)], check=True, cwd=Path(__file__).parents[2]
    )


@pytest.mark.parametrize(
    ("ingreep", "melding"),
    [
        ("update teams set naam = 'stiekem'", "Blad 'Teams' is anders"),
        ("delete from levering_mutatie where volgnr = 1", "mist rijen"),
        ("update logboek set account = 'ander'", "Het log klopt niet"),
        ("delete from logboek", "staat niet in het log"),
        ("update kenmerk set waarde = 'anders' where naam = 'soort'", "geen database van Sturing"),
    ],
)
def test_a_backup_that_was_tampered_with_is_refused_and_nothing_changes(
    vol: Path, pad: Path, ingreep: str, melding: str
) -> None:
    kopie = pad.with_name("kopie.duckdb")
    for doel in (pad, kopie):
        shutil.copyfile(vol, doel)
    with duckdb.connect(str(kopie)) as los:
        los.execute(ingreep)
    with pytest.raises(OpslagError, match=melding):
        herstel(kopie, pad)
    assert sorted(p.name for p in pad.parent.iterdir()) == ["kopie.duckdb", "proef.duckdb"]
    assert pad.read_bytes() == vol.read_bytes()


def test_a_file_that_is_no_backup_is_refused(pad: Path, tmp_path: Path) -> None:
    Opslag.open(pad).close()
    (tmp_path / "brief.txt").write_text("beste collega")
    with pytest.raises(OpslagError, match=r"De backup 'brief\.txt' kan niet"):
        herstel(tmp_path / "brief.txt", pad)
    with pytest.raises(BestandError, match="bestaat niet"):
        herstel(tmp_path / "weg.duckdb", pad)
    with pytest.raises(BestandError, match="hetzelfde bestand"):
        herstel(pad, pad)


@pytest.fixture(scope="module")
def heel() -> Iterator[Opslag]:
    with Opslag.open(None) as opslag:
        lever(opslag, *organisatie())
        yield opslag


def test_a_whole_database_has_no_problems(opslag: Opslag) -> None:
    assert controleer(opslag) == ()
    _vul(opslag)
    assert controleer(opslag) == ()


@pytest.mark.parametrize(
    ("blad", "velden", "melding"),
    [
        ("Inzet", {"team": "T7"}, "Blad 'Inzet' noemt team 'T7', maar blad 'Teams' kent"),
        ("Uren", {"opdracht": "O7"}, "Blad 'Uren' noemt opdracht 'O7', maar blad 'Opdrachten'"),
        ("Opdrachten", {"opdracht": "O2", "portefeuillehouders": "P1; P7"}, "noemt persoon 'P7'"),
        ("Teams", {"team": "T2", "gebied": "G7"}, "noemt gebied 'G7'"),
        ("Doelen", {"doel": "D2", "programma": "7"}, "noemt programma '7'"),
        ("Teamplannen", {"regel": 2, "doel": "D7"}, "noemt doel 'D7'"),
        ("Afwezigheid", {"medewerker": "M7"}, "noemt medewerker 'M7'"),
        ("Gebieden", {"gebied": "G2"}, "Er zijn 2 gebieden van soort gemeentebreed"),
        (
            "Gebieden",
            {"gebied": "G2", "soort": "kern", "valt_onder": "G2"},
            "Gebied 'G2' valt onder zichzelf",
        ),
        (
            "Personen",
            {"rol": "directie", "naam": "Een ander"},
            "Persoon 'P1' heeft meer dan één naam",
        ),
        ("Begroting", {"taakveld": "8.3"}, "Programma '8' heeft in 2027 een totaal en ook"),
    ],
)
def test_a_broken_rule_across_rows_is_named(
    heel: Opslag, blad: str, velden: dict[str, str | int], melding: str
) -> None:
    lever(heel, nieuw(blad, **velden))
    gevonden = controleer(heel)
    lever(heel, weg(blad, rij(blad, **velden)))
    assert len(gevonden) == 1
    assert melding in gevonden[0]
    assert controleer(heel) == ()


def test_shares_hours_and_windows_are_checked_too(gevuld: Opslag) -> None:
    from datetime import date
    from decimal import Decimal

    lever(
        gevuld,
        nieuw("Gebieden", gebied="G2", soort="kern"),
        *(
            nieuw("Gebiedsagenda", gebied=g, vraagstuk="v", aandeel_pct=Decimal(60))
            for g in ("G1", "G2")
        ),
        nieuw("Inzet", van=date(2026, 12, 1)),
        nieuw("Uren", maand=date(2026, 9, 1), uren_honderdste=-1),
    )
    assert controleer(gevuld) == (
        "De aandelen van opdracht 'O1' in de gebieden zijn samen meer dan 100%.",
        "Blad 'Inzet' heeft van team 'T1' een rij over een jaargrens.",
        "De uren van team 'T1' in 2026-09 zijn samen minder dan 0.",
    )


def test_many_of_one_problem_are_counted(gevuld: Opslag) -> None:
    lever(gevuld, *(nieuw("Inzet", team=f"T-{n:02d}") for n in range(25)))
    gevonden = controleer(gevuld)
    assert len(gevonden) == 21
    assert gevonden[-1] == "En nog 5 keer hetzelfde."


def test_a_restore_of_a_backup_that_only_breaks_a_rule_goes_on(
    gevuld: Opslag, tmp_path: Path
) -> None:
    lever(gevuld, nieuw("Inzet", team="T-onbekend"))
    backup(gevuld, tmp_path / "kopie.duckdb")
    herstel(tmp_path / "kopie.duckdb", tmp_path / "plan.duckdb")
    with Opslag.open(tmp_path / "plan.duckdb") as opslag:
        assert toestand_na(opslag, 1)["Teams"] == (rij("Teams"),)
