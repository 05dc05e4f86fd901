"""The workbook of a report, read back by another library."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from sturing.rapport.excel import schrijf_excel
from tests.rapport.voorbeeld import GEMEEN, GRAFIEK, RAPPORT

# openpyxl says that it does not know the bars behind the percentages, which Excel does.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


@pytest.fixture(scope="module")
def inhoud() -> bytes:
    return schrijf_excel(RAPPORT)


@pytest.fixture(scope="module")
def boek(inhoud: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(inhoud))


def test_the_sentence_comes_first_and_where_the_figures_are_from_last(boek: Workbook) -> None:
    kolom = [cel.value for cel in boek["Rapport"]["A"] if cel.value]
    assert kolom[0] == "Sturing · Directie: de hele organisatie · 2027, januari t/m december"
    assert kolom[1] == RAPPORT.zin
    assert kolom[-7:-1] == [f"{naam}: {waarde}" for naam, waarde in RAPPORT.herkomst.regels]
    assert kolom[-1] == "Vingerafdruk: a30ff9caf7d8"


def test_a_table_has_typed_numbers_in_the_notation_of_its_column(boek: Workbook) -> None:
    vel = boek["Opdrachten"]
    koppen = [cel.value for cel in vel[1]]
    assert koppen == ["Plaats", "Opdracht", "Gevraagd (uur)", "Dekking", "Status"]
    plaats, naam, gevraagd, dekking, status = vel[2]
    assert (plaats.value, naam.value, status.value) == (1, "=1+1", "▲ onder druk")
    assert (gevraagd.value, gevraagd.number_format) == (1_250, "#,##0")
    assert (dekking.value, dekking.number_format) == (0.76, "0%")
    assert vel.cell(9, 2).font.bold
    assert vel.freeze_panes == "A2"
    assert vel.auto_filter.ref == "A1:E8"  # the total stands outside


def test_whatever_a_person_typed_is_text_and_no_formula_or_link(boek: Workbook) -> None:
    namen = [boek["Opdrachten"].cell(n + 2, 2) for n in range(len(GEMEEN))]
    assert [cel.value for cel in namen] == list(GEMEEN)
    alle = [cel for vel in boek for rij in vel.iter_rows() for cel in rij]
    assert {cel.data_type for cel in alle} <= {"s", "n"}
    assert not any(cel.hyperlink for cel in alle)


def test_the_chart_is_native_and_draws_the_numbers_of_its_sheet(
    boek: Workbook, inhoud: bytes
) -> None:
    rijen = list(boek["Uren per maand"].values)
    assert rijen[0] == (
        "Maand",
        "Toegekend (uur)",
        "Tekort (uur)",
        "Gevraagd (uur)",
        "Beschikbaar (uur)",
    )
    assert rijen[1:] == [("jan", 100, 0, 100, 110), ("feb", 120, 40, 160, 120)]
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        grafiek = zip_.read("xl/charts/chart1.xml").decode()
        tekening = zip_.read("xl/drawings/drawing1.xml").decode()
    verwijst = {e.text for e in ElementTree.fromstring(grafiek).iter() if e.tag.endswith("}f")}
    assert {f"'Uren per maand'!${kolom}$2:${kolom}$3" for kolom in "ABCE"} <= verwijst
    assert f"{GRAFIEK.kop}. {GRAFIEK.zin}" in tekening


def test_every_sheet_prints_on_a4_one_page_wide(boek: Workbook) -> None:
    for vel in boek:
        assert vel.page_setup.paperSize == 9
        assert vel.sheet_properties.pageSetUpPr.fitToPage
        assert vel.page_setup.fitToWidth in (None, 1)
    assert boek["Rapport"].page_setup.fitToHeight in (None, 1)


def test_a_printed_sheet_says_of_which_report_and_which_table_it_is(boek: Workbook) -> None:
    assert boek["Opdrachten"].oddHeader.left.text == (
        "Directie: de hele organisatie: Opdrachten, 2027"
    )


def test_a_status_stands_off_the_number_before_it(boek: Workbook) -> None:
    status = boek["Opdrachten"].cell(2, 5)
    assert (status.alignment.horizontal, status.alignment.indent) == ("left", 1)


def test_the_same_report_gives_the_same_bytes(inhoud: bytes) -> None:
    assert schrijf_excel(RAPPORT) == inhoud
