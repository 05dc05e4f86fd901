"""The person's own file given back: every finding in its cell, values as they were, nothing shown
that was masked, and never half a sheet that passes for a whole one."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta

import openpyxl
import pytest

from sturing.intake.beoordeling import Bestand, beoordeel
from sturing.services.opmerkingen import WERKMAP, ZIP, met_opmerkingen, naam_en_soort
from sturing.services.opmerkingenboek import maak_opmerkingenboek
from tests.intake.bouwer import Opmaak, boek, gevonden, goed, goed_met, keur, koppen

KOPPEN = ["ernst", "bestand", "blad", "cel", "waarde", "betekenis", "advies"]
BSN = "111222333"


def kopie(inhoud: bytes, **kader: int) -> openpyxl.Workbook:
    bevindingen = keur(inhoud).bevindingen
    return openpyxl.load_workbook(
        io.BytesIO(maak_opmerkingenboek("werkboek.xlsx", inhoud, bevindingen, **kader))
    )


def test_the_first_sheet_lists_sheet_cell_value_meaning_and_advice() -> None:
    boek_ = kopie(goed_met(Inzet_E2="twaalf", Opdrachten_E2=None))
    assert boek_.sheetnames == ["Bevindingen", *goed()]
    kop, *rijen = boek_["Bevindingen"].values
    assert list(kop) == KOPPEN
    assert rijen[0] == (
        "fout",
        "werkboek.xlsx",
        "Inzet",
        "E2",
        "twaalf",
        "'twaalf' is geen getal.",
        "Toegestaan: uren, bijvoorbeeld 120 of 1.234,5.",
    )
    assert rijen[1][0] == "let op"
    assert boek_["Bevindingen"]["D2"].hyperlink.location == "'Inzet'!E2"


def test_a_faulty_cell_is_tinted_and_says_what_is_wrong_and_what_to_do() -> None:
    boek_ = kopie(goed_met(Inzet_E2="twaalf", Opdrachten_E2=None))
    fout, leeg, gaaf = boek_["Inzet"]["E2"], boek_["Opdrachten"]["E2"], boek_["Inzet"]["E3"]
    assert fout.fill.fgColor.rgb == "FFFAE9E7"
    assert "'twaalf' is geen getal." in fout.comment.text
    assert "Toegestaan: uren" in fout.comment.text
    assert leeg.value is None
    assert leeg.fill.fgColor.rgb == "FFFBF0DC"
    assert "Vul de opdrachtgever in." in leeg.comment.text
    assert gaaf.comment is None
    assert gaaf.fill.fill_type is None


def test_values_come_back_as_they_were_read_and_never_as_a_formula() -> None:
    cellen = {
        "Inzet_E2": "twaalf",
        "Programmas_B2": "=1+1",
        "Opdrachten_Y2": "@SUM(A1)",
        "Opdrachten_K2": True,
        "Gebiedsagenda_E2": Opmaak(0.2, "0%"),
        "Uren_D2": Opmaak(timedelta(hours=58, minutes=30), "[h]:mm"),
        "Inzet_D3": date(2027, 6, 30),
        "Inzet_C3": Opmaak(date(2027, 2, 1), "mmm yyyy"),
        "Begroting_C2": Opmaak(8, "000"),
    }
    inhoud = goed_met(**{**cellen, "Programmas_B2": "Wonen"})
    na = kopie(inhoud)
    assert {cel.data_type for vel in na for rij in vel.iter_rows() for cel in rij} <= set("nsdb")
    assert na["Opdrachten"]["Y2"].value == "@SUM(A1)"
    assert na["Begroting"]["C2"].value == "008"
    uit = io.BytesIO()
    na.save(uit)
    assert gevonden(keur(uit.getvalue())) == gevonden(keur(inhoud))
    na["Inzet"]["E2"].value = 12
    uit = io.BytesIO()
    na.save(uit)
    hersteld = keur(uit.getvalue())
    assert hersteld.bevindingen == ()
    bron = keur(goed_met(**{**cellen, "Programmas_B2": "Wonen", "Inzet_E2": 12}))
    assert [m.nieuw for m in hersteld.mutaties] == [m.nieuw for m in bron.mutaties]


@pytest.mark.parametrize(
    ("waarde", "code"), [("#N/A", "FOUTCEL"), ("=100+20", "FORMULE_ZONDER_UITKOMST")]
)
@pytest.mark.parametrize("plek", ["Inzet_E2", "Opdrachten_Y2"])
def test_an_error_or_formula_that_was_not_mended_is_found_again(
    plek: str, waarde: str, code: str
) -> None:
    inhoud = goed_met(**{plek: waarde})
    verwacht = {f"{code} {plek.replace('_', '!')}"}
    assert gevonden(keur(inhoud)) == verwacht
    uit = io.BytesIO()
    kopie(inhoud).save(uit)
    assert gevonden(keur(uit.getvalue())) == verwacht


def test_what_may_be_a_bsn_is_masked_everywhere_but_in_a_column_of_numbers() -> None:
    werk = goed()
    werk["Personen"][0].append("bsn")
    werk["Personen"][1].append(int(BSN))
    werk["Personen"][2].append(f"zie {BSN}")
    werk[f"Blad {BSN}"] = [[BSN]]
    werk["Begroting"][1][3] = int(BSN)
    werk["Opdrachten"][1][24] = int(BSN)
    na = kopie(boek(werk))
    cellen = [cel for vel in na for rij in vel.iter_rows() for cel in rij]
    met_bsn = [cel for cel in cellen if BSN in f"{cel.value} {cel.comment and cel.comment.text}"]
    assert [(cel.parent.title, cel.coordinate) for cel in met_bsn] == [("Begroting", "D2")]
    assert not any(BSN in naam for naam in na.sheetnames)


def test_a_sheet_that_is_too_large_is_copied_in_part_under_another_name() -> None:
    rijen = [["O1", "T01", "2027-01", "2027-12", n] for n in range(2000)]
    rijen[1500][4] = "veel"
    werk = {**goed(), "Inzet": [koppen("Inzet"), *rijen]}
    inhoud = boek(werk)
    bevindingen = [b for b in keur(inhoud).bevindingen if b.code == "GETAL_ONGELDIG"]
    na = openpyxl.load_workbook(
        io.BytesIO(maak_opmerkingenboek("w.xlsx", inhoud, bevindingen, max_cellen=500))
    )
    assert "Inzet (deel)" in na.sheetnames
    assert "Inzet" not in na.sheetnames
    deel = na["Inzet (deel)"]
    assert deel["E1502"].value == "veel"
    assert deel["E1502"].comment
    gevuld = [rij[0].row for rij in deel.iter_rows() if rij[0].value is not None]
    assert gevuld == [*range(1, 11), *range(1499, 1506)]
    assert "alleen de rijen rond een bevinding" in na["Bevindingen"]["A2"].value
    uit = io.BytesIO()
    na.save(uit)
    assert "BLAD_ONBEKEND Inzet (deel)" in gevonden(keur(uit.getvalue()))


def test_a_file_refused_as_a_whole_gives_the_list_alone() -> None:
    [bevinding] = keur(b"geen werkboek").bevindingen
    na = openpyxl.load_workbook(
        io.BytesIO(maak_opmerkingenboek("lijst.xlsx", b"geen werkboek", [bevinding]))
    )
    assert na.sheetnames == ["Bevindingen"]
    assert na["Bevindingen"]["F2"].value == (
        "Dit is geen Excel-werkmap (.xlsx), maar een tekstbestand."
    )


def test_sheets_are_found_by_what_they_were_read_as() -> None:
    werk = {"Programma": [["titel"], ["programmacode", "naam"], ["8", None]]}
    inhoud = boek(werk)
    na = kopie(inhoud)
    assert na.sheetnames == ["Bevindingen", "Programma"]
    assert "gevuld" in na["Programma"]["B3"].comment.text
    assert na["Bevindingen"]["D2"].hyperlink.location == "'Programma'!B3"


def test_the_copy_of_a_copy_has_one_list_of_findings() -> None:
    uit = io.BytesIO()
    kopie(goed_met(Inzet_E2="twaalf")).save(uit)
    assert kopie(uit.getvalue()).sheetnames.count("Bevindingen") == 1
    eigen = kopie(boek({**goed(), "Bevindingen": [["mijn eigen blad"]]}))
    assert eigen.sheetnames[0] == "Bevindingen"
    assert eigen["Bevindingen (2)"]["A1"].value == "mijn eigen blad"


def test_several_files_come_back_as_one_zip_with_a_workbook_each() -> None:
    namen = ("a.xlsx", "map/b.xlsx", "goed.xlsx")
    inhouden = (
        goed_met(Inzet_E2="x"),
        goed_met(Inzet_E3="1.480"),
        boek({"Teams": goed()["Teams"]}),
    )
    bestanden = list(zip(namen, inhouden, strict=True))
    oordeel = beoordeel([Bestand(naam=n, inhoud=i) for n, i in bestanden[:2]], {}, {})
    bevindingen = [b for b in oordeel.bevindingen if b.code.startswith("GETAL_")]
    assert naam_en_soort(bestanden, bevindingen) == ("bestanden-met-opmerkingen.zip", ZIP)
    inhoud = met_opmerkingen(bestanden, bevindingen)
    assert inhoud == met_opmerkingen(bestanden, bevindingen)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        assert pakket.namelist() == ["a-met-opmerkingen.xlsx", "b-met-opmerkingen.xlsx"]
        b = openpyxl.load_workbook(io.BytesIO(pakket.read("b-met-opmerkingen.xlsx")))
    assert b["Inzet"]["E3"].comment
    assert not b["Inzet"]["E2"].comment
    een = [x for x in bevindingen if x.bestand == "a.xlsx"]
    assert naam_en_soort(bestanden, een) == ("a-met-opmerkingen.xlsx", WERKMAP)
