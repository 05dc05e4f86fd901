"""The commands on a real database: what they store, print and end with."""

from __future__ import annotations

import csv
import io
import os
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.cli.werkboek import BLADEN, Opdrachtregel, schrijf

JANUARI = ("--van", "2027-01", "--tot", "2027-01")


def test_a_valid_workbook_is_stored_and_its_difference_printed(
    sturing: Opdrachtregel, tmp_path: Path
) -> None:
    db = tmp_path / "nieuw.duckdb"
    antwoord = sturing("inlezen", schrijf(tmp_path / "a.xlsx"), "--db", db, "--json")
    assert antwoord.code == 0
    assert antwoord.fout == ""
    assert antwoord.json["versie"] == 1
    assert antwoord.json["status"] == "opgeslagen"
    assert antwoord.json["levering"] == 1
    assert antwoord.json["verschil"]["Inzet"] == {"nieuw": 2, "gewijzigd": 0, "vervallen": 0}
    assert set(antwoord.json["verschil"]) == set(BLADEN)
    assert list(antwoord.json) == ["versie", "status", "levering", "bevindingen", "verschil"]


def test_a_faulty_workbook_names_its_cell_and_stores_nothing(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    fout = schrijf(
        tmp_path / "fout.xlsx",
        Inzet=[*BLADEN["Inzet"], ("O1", "T01", "2027-02", "2027-02", "twaalf")],
    )
    antwoord = sturing("inlezen", fout, "--db", db, "--json")
    assert antwoord.code == 2
    assert antwoord.json["status"] == "geweigerd"
    assert antwoord.json["levering"] is None
    (bevinding,) = [b for b in antwoord.json["bevindingen"] if b["ernst"] == "fout"]
    assert (bevinding["blad"], bevinding["cel"], bevinding["waarde"]) == ("Inzet", "E4", "twaalf")
    assert list(bevinding) == ["code", "ernst", "blad", "cel", "waarde", "melding"]
    later = sturing("inlezen", schrijf(tmp_path / "goed.xlsx"), "--db", db, "--json").json
    assert later["levering"] == 2


def test_a_refusal_is_readable_without_json(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    fout = schrijf(tmp_path / "fout.xlsx", Inzet=[*BLADEN["Inzet"], ("O9", "T01", "", "", 1)])
    antwoord = sturing("inlezen", fout, "--db", db)
    assert antwoord.code == 2
    assert "fout" in antwoord.uit
    assert "O9" in antwoord.uit
    assert antwoord.uit.rstrip().endswith("Geweigerd. Er is niets opgeslagen.")


def test_a_check_alone_makes_no_database(sturing: Opdrachtregel, tmp_path: Path) -> None:
    db = tmp_path / "niet.duckdb"
    antwoord = sturing(
        "inlezen", schrijf(tmp_path / "a.xlsx"), "--db", db, "--alleen-controle", "--json"
    )
    assert antwoord.code == 0
    assert antwoord.json["status"] == "gecontroleerd"
    assert antwoord.json["verschil"]["Opdrachten"]["nieuw"] == 2
    assert not db.exists()


def test_a_large_removal_needs_bevestig(sturing: Opdrachtregel, db: Path, tmp_path: Path) -> None:
    minder = schrijf(tmp_path / "minder.xlsx", Inzet=BLADEN["Inzet"][:2])
    geweigerd = sturing("inlezen", minder, "--db", db, "--json")
    assert geweigerd.code == 2
    assert "GROTE_VERWIJDERING" in [b["code"] for b in geweigerd.json["bevindingen"]]
    gedaan = sturing("inlezen", minder, "--db", db, "--json", "--bevestig")
    assert gedaan.code == 0
    assert gedaan.json["verschil"]["Inzet"]["vervallen"] == 1


def test_a_file_that_is_not_there_is_a_fault_of_the_system(
    sturing: Opdrachtregel, db: Path
) -> None:
    antwoord = sturing("inlezen", "bestaat-niet.xlsx", "--db", db, "--json")
    assert antwoord.code == 3
    assert antwoord.uit == ""
    assert "bestaat-niet.xlsx" in antwoord.fout


@pytest.mark.parametrize("methode", ["strikt", "samenhangend", "alles-of-niets"])
def test_the_distribution_is_the_hand_calculated_one(
    sturing: Opdrachtregel, db: Path, methode: str
) -> None:
    antwoord = sturing("verdeling", "--db", db, *JANUARI, "--methode", methode, "--json")
    assert antwoord.code == 0
    assert antwoord.fout == ""
    verdeling = antwoord.json
    assert verdeling["methode"] == methode
    assert verdeling["aanbod"] == [{"team": "T01", "maand": "2027-01", "netto_uren": 160}]
    tweede = 0 if methode == "alles-of-niets" else 60
    assert [o["toegekend_uren"] for o in verdeling["opdrachten"]] == [100, tweede]
    assert verdeling["opdrachten"][0]["status"] == "haalbaar"
    assert verdeling["lijn"] == 1


def test_without_json_the_distribution_is_a_table(sturing: Opdrachtregel, db: Path) -> None:
    antwoord = sturing("verdeling", "--db", db, *JANUARI)
    assert antwoord.code == 0
    assert "methode strikt. De lijn ligt op plaats 1." in antwoord.uit
    assert any(regel.split()[:4] == ["2", "O2", "100", "60"] for regel in antwoord.uit.splitlines())


def test_a_database_that_is_not_there_is_not_made(sturing: Opdrachtregel, tmp_path: Path) -> None:
    db = tmp_path / "niet.duckdb"
    for commando in (("verdeling", *JANUARI), ("analyse", "team"), ("controleer",)):
        antwoord = sturing(*commando, "--db", db)
        assert antwoord.code == 3
        assert antwoord.uit == ""
        assert "bestaat niet" in antwoord.fout
    assert not db.exists()


def test_an_analysis_gives_the_same_rows_in_every_form(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    als_json = sturing("analyse", "team", "--db", db, *JANUARI, "--json").json
    assert als_json["versie"] == 1
    assert len(als_json["rijen"]) == 1
    (rij,) = als_json["rijen"]
    assert 160 in rij
    als_csv = sturing("analyse", "team", "--db", db, *JANUARI, "--csv").uit
    regels = list(csv.reader(io.StringIO(als_csv), delimiter=";"))
    assert regels[0] == als_json["kolommen"]
    assert len(regels) == 2
    pad = tmp_path / "team.xlsx"
    assert sturing("analyse", "team", "--db", db, *JANUARI, "--xlsx", pad).code == 0
    vel = openpyxl.load_workbook(pad).active
    assert vel is not None
    assert [cel.value for cel in vel[1]] == als_json["kolommen"]
    assert [cel.value for cel in vel[2]] == rij
    tekst = sturing("analyse", "team", "--db", db, *JANUARI).uit
    assert als_json["titel"] in tekst


def test_completeness_is_an_analysis_like_the_others(sturing: Opdrachtregel, db: Path) -> None:
    antwoord = sturing("analyse", "volledigheid", "--db", db, *JANUARI, "--json").json
    kop = antwoord["kolommen"]
    rijen = [dict(zip(kop, rij, strict=True)) for rij in antwoord["rijen"]]
    capaciteit = next(r for r in rijen if r["code"] == "T01" and r["blad"] == "Capaciteit")
    assert (capaciteit["levering"], capaciteit["leeftijd (dagen)"]) == (1, 0)
    plan = next(r for r in rijen if r["code"] == "T01" and r["blad"] == "Teamplannen")
    assert (plan["stand"], plan["rol"], plan["uiterlijk"]) == (
        "ontbreekt",
        "teamondersteuner",
        "2027-01-31",
    )


def test_an_unknown_analysis_names_those_that_exist(sturing: Opdrachtregel, db: Path) -> None:
    antwoord = sturing("analyse", "weer", "--db", db)
    assert antwoord.code == 2
    for naam in ("opdrachtgever", "gebied", "programma", "team", "soort-werk", "volledigheid"):
        assert naam in antwoord.fout


def test_a_template_is_written_and_a_filled_one_never_overwritten(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    pad = tmp_path / "leeg.xlsx"
    assert sturing("sjabloon", pad).code == 0
    assert "Inzet" in openpyxl.load_workbook(pad).sheetnames
    nogmaals = sturing("sjabloon", pad)
    assert nogmaals.code == 2
    assert "wordt niet overschreven" in nogmaals.fout
    gevuld = tmp_path / "t01.xlsx"
    assert sturing("sjabloon", gevuld, "--team", "T01", "--db", db).code == 0
    waarden = [cel for rij in openpyxl.load_workbook(gevuld)["Inzet"].values for cel in rij]
    assert "O2" in waarden
    domein = tmp_path / "domein.xlsx"
    assert sturing("sjabloon", domein, "--domein", "ruimtelijk", "--db", db).code == 0
    assert "Opdrachten" in openpyxl.load_workbook(domein).sheetnames
    assert sturing("sjabloon", tmp_path / "x.xlsx", "--domein", "fysiek", "--db", db).code == 2


def test_a_backup_put_back_gives_the_same_distribution(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    vraag = ("verdeling", *JANUARI, "--json", "--db")
    voor = sturing(*vraag, db).uit
    kopie, terug = tmp_path / "kopie.duckdb", tmp_path / "terug.duckdb"
    assert sturing("backup", kopie, "--db", db).code == 0
    assert sturing("backup", kopie, "--db", db).code == 3
    assert sturing("herstel", kopie, "--db", terug).code == 0
    assert sturing(*vraag, terug).uit == voor
    controle = sturing("controleer", "--db", terug)
    assert (controle.code, controle.uit) == (0, "De database is in orde.\n")


def test_the_demonstration_gets_a_database_of_its_own_and_its_workbooks(
    sturing: Opdrachtregel, tmp_path: Path
) -> None:
    db, boeken = tmp_path / "demo.duckdb", tmp_path / "boeken"
    antwoord = sturing("demo", "--db", db, "--werkboek", boeken)
    assert antwoord.code == 0, antwoord.fout
    assert len(list(boeken.glob("team-*.xlsx"))) == 32
    jaar = ("--van", "2027-01", "--tot", "2027-12")
    verdeling = sturing("verdeling", "--db", db, *jaar, "--json").json
    assert len(verdeling["aanbod"]) == 32 * 12
    assert sturing("demo", "--db", db).code == 2


def test_text_with_semicolons_is_delivered_by_the_name_of_its_sheet(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    tekst = tmp_path / "inzet-T01.csv"
    tekst.write_bytes(b"opdracht;team;van;tot;uren\r\nO1;T01;2027-05;2027-05;1.234,5\r\n")
    antwoord = sturing("inlezen", tekst, "--db", db, "--json", "--bevestig")
    assert antwoord.code == 0, antwoord.json
    assert antwoord.json["verschil"].keys() == {"Inzet"}
    fout = tmp_path / "inzet.csv"
    fout.write_bytes(b"opdracht,team\nO1,T01\n")
    geweigerd = sturing("inlezen", fout, "--db", db, "--json")
    assert geweigerd.code == 2
    [bevinding] = geweigerd.json["bevindingen"]
    assert (bevinding["code"], bevinding["blad"]) == ("BESTAND_GEEN_CSV", None)


def test_an_export_without_a_koppeling_says_where_to_record_it(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    export = tmp_path / "afas.csv"
    export.write_bytes(b"EmId;DaTi;Qu;PrId\r\n7;2026-10-05;8;O1\r\n")
    antwoord = sturing("inlezen", export, "--db", db, "--json")
    assert antwoord.code == 2
    [bevinding] = [b for b in antwoord.json["bevindingen"] if b["code"] == "EXPORT_NIET_GEKOPPELD"]
    assert "pagina Gegevens" in bevinding["melding"]
    assert (bevinding["blad"], bevinding["waarde"]) == ("afas", "AFAS Profit")


@pytest.mark.skipif(sys.platform != "linux", reason="a disk that takes any bytes as a name")
def test_a_file_whose_name_is_in_other_letters_is_read(
    sturing: Opdrachtregel, tmp_path: Path
) -> None:
    vreemd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.xlsx"))
    schrijf(tmp_path / "a.xlsx").rename(vreemd)
    antwoord = sturing("inlezen", vreemd, "--db", tmp_path / "nieuw.duckdb", "--json")
    assert (antwoord.code, antwoord.fout) == (0, "")
    assert antwoord.json["levering"] == 1
