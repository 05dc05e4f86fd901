"""Every command beside the running application gives the same bytes as without one."""

from __future__ import annotations

import contextlib
import os
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from sturing.loket import client
from tests.cli.toepassing import running
from tests.cli.werkboek import BLADEN, Antwoord, Opdrachtregel, schrijf

DB = "sturing.duckdb"
ZONDER_BACKUP = "inlezen-zonder-backup"
PERIODE = "--van 2027-01 --tot 2027-03"
REEKS: dict[str, str] = {
    "verdeling": f"verdeling --db {DB} {PERIODE}",
    "verdeling-json": f"verdeling --db {DB} {PERIODE} --json",
    "verdeling-methode": f"verdeling --db {DB} {PERIODE} --methode samenhangend --json",
    "verdeling-lang": f"verdeling --db {DB} --van 2027-01 --tot 2037-01",
    "verdeling-scenario": f"verdeling --db {DB} {PERIODE} --scenario 7 --json",
    "verdeling-scenario-tekst": f"verdeling --db {DB} {PERIODE} --scenario 7",
    "analyse": f"analyse opdrachtgever --db {DB}",
    "analyse-periode": f"analyse maand --db {DB} {PERIODE}",
    "analyse-json": f"analyse team --db {DB} --json",
    "analyse-csv": f"analyse gebied --db {DB} --csv",
    "analyse-xlsx": f"analyse team --db {DB} --xlsx team.xlsx",
    "analyse-xlsx-weer": f"analyse opdracht --db {DB} --xlsx team.xlsx",
    "analyse-xlsx-nergens": f"analyse team --db {DB} --xlsx geen-map/team.xlsx",
    "analyse-onbekend": f"analyse weer --db {DB} --json",
    "rapport-pdf": f"rapport directie --db {DB} --uit directie.pdf",
    "rapport-xlsx": f"rapport team T01 --db {DB} --uit t01-rapport.xlsx",
    "rapport-docx": f"rapport gebied GEM --db {DB} --uit gebied.docx",
    "rapport-onbekend": f"rapport team T99 --db {DB} --uit t99.pdf",
    "controleer": f"controleer --db {DB}",
    "sjabloon": f"sjabloon t01.xlsx --team T01 --db {DB}",
    "sjabloon-weer": f"sjabloon t01.xlsx --team T01 --db {DB}",
    "sjabloon-leeg": f"sjabloon leeg.xlsx --db {DB}",
    "sjabloon-onbekend": f"sjabloon t99.xlsx --team T99 --db {DB}",
    "inlezen-controle": f"inlezen goed.xlsx --db {DB} --alleen-controle",
    "inlezen-controle-json": f"inlezen goed.xlsx --db {DB} --alleen-controle --json",
    "inlezen-fout": f"inlezen fout.xlsx --db {DB}",
    "inlezen-fout-json": f"inlezen fout.xlsx --db {DB} --json",
    "inlezen-geen-werkboek": f"inlezen tekst.xlsx --db {DB} --json",
    "inlezen-te-groot": f"inlezen groot.xlsx --db {DB} --json",
    "inlezen-samen-te-groot": f"inlezen {'groot.xlsx ' * 6} --db {DB}",
    "inlezen-er-niet": f"inlezen goed.xlsx bestaat-niet.xlsx --db {DB} --json",
    "inlezen-map": f"inlezen . --db {DB}",
    "inlezen-minder": f"inlezen minder.xlsx --db {DB} --json",
    "inlezen-streng": f"inlezen letop.xlsx --db {DB} --streng",
    "inlezen-letop": f"inlezen letop.xlsx --db {DB}",
    "inlezen-bevestigd": f"inlezen minder.xlsx --db {DB} --bevestig --json",
    "inlezen-twee": f"inlezen goed.xlsx minder.xlsx --db {DB}",
    "inlezen-opgeslagen": f"inlezen goed.xlsx --db {DB}",
    ZONDER_BACKUP: f"inlezen goed.xlsx --db {DB} --json",
    "na-inlezen": f"verdeling --db {DB} {PERIODE} --json",
    "backup": f"backup kopie.duckdb --db {DB}",
    "backup-weer": f"backup kopie.duckdb --db {DB}",
    "backup-nergens": f"backup geen-map/kopie.duckdb --db {DB}",
    "backup-over-zichzelf": f"backup {DB} --db {DB}",
    "kopie": f"verdeling --db kopie.duckdb {PERIODE} --json",
    "controleer-na": f"controleer --db {DB}",
}


@dataclass(frozen=True)
class Kant:
    """What every command gave on one side, and the folder it worked in."""

    map_: Path
    antwoorden: dict[str, Antwoord]


def _vul(map_: Path) -> None:
    schrijf(map_ / "goed.xlsx")
    schrijf(
        map_ / "fout.xlsx", Inzet=[*BLADEN["Inzet"], ("O1", "T01", "2027-02", "2027-02", "twaalf")]
    )
    schrijf(map_ / "minder.xlsx", Inzet=BLADEN["Inzet"][:2])
    schrijf(map_ / "letop.xlsx", Kladblad=[("zomaar", "iets")])
    (map_ / "tekst.xlsx").write_text("geen werkboek")
    (map_ / "groot.xlsx").write_bytes(os.urandom(12 * 1024 * 1024))


@pytest.fixture(scope="module")
def zonder(tmp_path_factory: pytest.TempPathFactory) -> Kant:
    map_ = tmp_path_factory.mktemp("zonder")
    return Kant(map_, {})


@pytest.fixture(scope="module")
def naast(tmp_path_factory: pytest.TempPathFactory) -> Kant:
    map_ = tmp_path_factory.mktemp("naast")
    return Kant(map_, {})


@pytest.fixture
def kanten(zonder: Kant, naast: Kant, sturing: Opdrachtregel) -> tuple[Kant, Kant]:
    """The whole series on both sides, once: what one command stores the next one sees."""
    if zonder.antwoorden:
        return zonder, naast
    _vul(zonder.map_)
    with contextlib.chdir(zonder.map_):
        assert sturing("inlezen", "goed.xlsx", "--db", DB).code == 0
        shutil.copytree(zonder.map_, naast.map_, dirs_exist_ok=True)
        _reeks(zonder, sturing)
    with (
        running(naast.map_ / "output.txt", "--db", naast.map_ / DB, cwd=naast.map_) as application,
        contextlib.chdir(naast.map_),
    ):
        hello = client.running(Path(DB))
        assert hello is not None
        assert (hello.pid, hello.url) == (application.process.pid, application.url)
        _reeks(naast, sturing)
        assert application.get("/klaar").body == b"klaar, levering 5"
        assert application.stop() == 0
    return zonder, naast


def _reeks(kant: Kant, sturing: Opdrachtregel) -> None:
    for naam, regel in REEKS.items():
        if naam == ZONDER_BACKUP:
            # From here on no backup can be kept: where they go, stands a file.
            shutil.rmtree(f"{DB}-backup")
            Path(f"{DB}-backup").touch()
        kant.antwoorden[naam] = sturing(*regel.split())
        if naam == ZONDER_BACKUP:
            Path(f"{DB}-backup").unlink()


@pytest.mark.parametrize("naam", REEKS)
def test_a_command_gives_the_same_beside_the_application(
    kanten: tuple[Kant, Kant], naam: str
) -> None:
    zonder, naast = (kant.antwoorden[naam] for kant in kanten)
    assert zonder == naast
    assert zonder.uit or zonder.fout


def test_the_series_holds_every_kind_of_end(kanten: tuple[Kant, Kant]) -> None:
    zonder, _ = kanten
    codes = {naam: antwoord.code for naam, antwoord in zonder.antwoorden.items()}
    assert set(codes.values()) == {0, 2, 3}
    assert codes["backup"] == codes["inlezen-letop"] == codes["analyse-csv"] == 0
    assert codes["inlezen-fout"] == codes["inlezen-minder"] == codes["inlezen-streng"] == 2
    assert codes["inlezen-te-groot"] == codes["inlezen-samen-te-groot"] == 2
    assert codes["inlezen-er-niet"] == codes["backup-weer"] == 3
    assert codes[ZONDER_BACKUP] == 0
    assert "Levering 5 is opgeslagen, maar" in zonder.antwoorden[ZONDER_BACKUP].fout
    assert "BESTAND_TE_GROOT" in zonder.antwoorden["inlezen-te-groot"].uit
    assert "12,0 MB" in zonder.antwoorden["inlezen-samen-te-groot"].uit


@pytest.mark.parametrize("bestand", ["t01.xlsx", "leeg.xlsx"])
def test_a_template_has_the_same_bytes(kanten: tuple[Kant, Kant], bestand: str) -> None:
    zonder, naast = (kant.map_ / bestand for kant in kanten)
    assert zonder.read_bytes() == naast.read_bytes()


def test_an_analysis_in_a_workbook_has_the_same_parts_but_for_its_hour(
    kanten: tuple[Kant, Kant],
) -> None:
    zonder, naast = (_delen(kant.map_ / "team.xlsx") for kant in kanten)
    assert zonder == naast
    assert "xl/worksheets/sheet1.xml" in zonder


def _delen(pad: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(pad) as boek:
        return {n: boek.read(n) for n in boek.namelist() if n != "docProps/core.xml"}


def test_both_sides_leave_the_same_files_behind(kanten: tuple[Kant, Kant]) -> None:
    zonder, naast = ({pad.name for pad in kant.map_.iterdir()} for kant in kanten)
    assert zonder == naast - {"output.txt"}
