"""OpenDocument workbooks: the same cells as from Excel, and no harm from what they can hold."""

from __future__ import annotations

import datetime as dt
import tracemalloc
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.cellen import Cel, Celsoort
from sturing.intake.lezer import lees_bestand
from tests.intake.bouwer import boek, gevonden, goed
from tests.intake.ods import Xml, cel, ods

VAN_LIBREOFFICE = Path(__file__).with_name("libreoffice.ods")
INZET = ["opdracht", "team", "van", "tot", "uren"]


def keur(inhoud: bytes, naam: str = "werkboek.ods") -> Beoordeling:
    return beoordeel([Bestand(naam=naam, inhoud=inhoud)], {}, {}, lees=lees_bestand)


def blad(naam: str, *rijen: object, **keuzes: object) -> bytes:
    return ods({**goed(), naam: list(rijen)}, **keuzes)


def test_a_whole_workbook_gives_the_same_mutations_as_in_excel() -> None:
    bladen = goed()
    in_excel = beoordeel([Bestand(naam="w.xlsx", inhoud=boek(bladen))], {}, {}, lees=lees_bestand)
    in_ods = keur(ods(bladen))
    assert in_ods.bevindingen == ()
    assert [(m.blad, m.cel, m.nieuw) for m in in_ods.mutaties] == [
        (m.blad, m.cel, m.nieuw) for m in in_excel.mutaties
    ]


def test_a_file_made_by_libreoffice_is_read_with_its_formats_and_errors() -> None:
    boek_ = lees_bestand(VAN_LIBREOFFICE.read_bytes(), "libreoffice.ods")
    bladen = {b.naam: dict(b.rijen) for b in boek_.bladen}
    assert not any(b.fout_lijkt_leeg for b in boek_.bladen)
    assert bladen["Inzet"][4][2:] == (
        Cel(3, Celsoort.MAAND, dt.date(2027, 3, 15)),
        Cel(4, Celsoort.DAG, dt.date(2027, 6, 30)),
        Cel(5, Celsoort.DUUR, dt.timedelta(hours=58, minutes=30)),
    )
    assert bladen["Inzet"][5][4] == Cel(5, Celsoort.FOUT, "#DIV/0!")
    assert bladen["Inzet"][6][4] == Cel(5, Celsoort.FOUT, "#N/A")
    assert bladen["Normen"][2][1] == Cel(3, Celsoort.PROCENT, 0.065)
    assert bladen["Programmas"][2][0] == Cel(1, Celsoort.TEKST, "007")
    assert bladen["Programmas"][2][1] == Cel(2, Celsoort.TEKST, "Wonen\nen zo")
    assert bladen["Programmas"][3] == (
        Cel(1, Celsoort.TEKST, "0.10"),
        Cel(2, Celsoort.TEKST, "a  b"),
    )


@pytest.mark.parametrize("inhoud", [VAN_LIBREOFFICE.read_bytes(), ods(goed())])
def test_calamine_sees_the_same_filled_cells(inhoud: bytes, tmp_path: Path) -> None:
    pad = tmp_path / "w.ods"
    pad.write_bytes(inhoud)
    vreemd = CalamineWorkbook.from_path(pad)
    ons = lees_bestand(inhoud, "w.ods").bladen
    assert [b.naam for b in ons] == vreemd.sheet_names
    for werkblad in ons:
        rijen = vreemd.get_sheet_by_name(werkblad.naam).to_python(skip_empty_area=False)
        gevuld = {
            (r, k)
            for r, waarden in enumerate(rijen, start=1)
            for k, waarde in enumerate(waarden, start=1)
            if waarde != ""
        }
        eigen = {
            (r, c.kolom)
            for r, cellen in werkblad.rijen
            for c in cellen
            if c.soort is not Celsoort.FOUT  # calamine shows an error as an empty cell
        }
        assert eigen == gevuld


def test_a_date_without_a_day_in_its_format_is_a_month_also_by_a_style_above() -> None:
    stijlen = [
        Xml(
            f'<table:table-cell table:style-name="{stijl}" office:value-type="date"'
            ' office:date-value="2027-03-15T00:00:00"/>'
        )
        for stijl in ("maand", "kind", "onbekend")
    ]
    [werkblad] = lees_bestand(ods({"Inzet": [stijlen]}), "w.ods").bladen
    assert [c.soort for c in werkblad.rijen[0][1]] == [
        Celsoort.MAAND,
        Celsoort.MAAND,
        Celsoort.DAG,
    ]


def test_the_default_style_of_a_column_and_of_a_row_counts() -> None:
    datum = '<table:table-cell office:value-type="date" office:date-value="2027-03-15"/>'
    tabel = Xml(
        '<table:table-column table:number-columns-repeated="1"/>'
        '<table:table-column table:default-cell-style-name="maand"/>'
        f"<table:table-row>{datum}{datum}</table:table-row>"
        f'<table:table-row table:default-cell-style-name="maand">{datum}</table:table-row>'
    )
    [werkblad] = lees_bestand(ods({"Inzet": [tabel]}), "w.ods").bladen
    soorten = [c.soort for _, cellen in werkblad.rijen for c in cellen]
    assert soorten == [Celsoort.DAG, Celsoort.MAAND, Celsoort.MAAND]


def test_notes_and_drawings_are_no_text_of_the_cell() -> None:
    met_notitie = Xml(
        '<table:table-cell office:value-type="string"><office:annotation><text:p>let op!</text:p>'
        "</office:annotation><text:p>T<text:span>0</text:span>1<text:s text:c='2'/>x</text:p>"
        "<text:p>y</text:p></table:table-cell>"
    )
    [werkblad] = lees_bestand(ods({"A": [[met_notitie]]}), "w.ods").bladen
    assert werkblad.rijen == ((1, (Cel(1, Celsoort.TEKST, "T01  x\ny"),)),)


def test_an_error_cell_is_a_fout_at_its_address() -> None:
    fout = Xml(
        '<table:table-cell table:formula="of:=1/0" office:value-type="string"'
        ' office:string-value="" calcext:value-type="error"><text:p>#DEEL/0!</text:p>'
        "</table:table-cell>"
    )
    oordeel = keur(blad("Inzet", INZET, ["O1", "T01", "jan 2027", "dec 2027", fout]))
    assert gevonden(oordeel) == {"FOUTCEL Inzet!E2"}


def test_a_formula_without_a_result_is_a_fout() -> None:
    formule = Xml('<table:table-cell table:formula="of:=1+1"/>')
    oordeel = keur(blad("Inzet", INZET, ["O1", "T01", "jan 2027", "dec 2027", formule]))
    assert gevonden(oordeel) == {"FORMULE_ZONDER_UITKOMST Inzet!E2"}


NORMEN = (["jaar", "team", "verlofuren", "verzuim %"], [2027, None, 180, None])


def test_where_errors_look_empty_an_empty_number_cell_is_worth_a_look() -> None:
    oordeel = keur(blad("Normen", *NORMEN, libreoffice=False))
    lege = {b for b in gevonden(oordeel) if b.startswith("CEL_LEEG_OF_FOUT Normen")}
    assert lege == {"CEL_LEEG_OF_FOUT Normen!D2"}
    assert oordeel.mag_door


def test_libreoffice_marks_errors_so_its_empty_cells_are_just_empty() -> None:
    assert gevonden(keur(blad("Normen", *NORMEN))) == set()


def test_a_required_empty_number_is_said_once() -> None:
    oordeel = keur(
        blad("Inzet", INZET, ["O1", "T01", "jan 2027", "dec 2027", None], libreoffice=False)
    )
    assert {b for b in gevonden(oordeel) if "Inzet" in b} == {"VERPLICHT_LEEG Inzet!E2"}


def test_a_million_repeated_empty_rows_and_columns_cost_nothing() -> None:
    leeg = '<table:table-cell table:number-columns-repeated="16384"/>'
    eind = Xml(
        f'<table:table-row table:number-rows-repeated="1048000">{leeg}</table:table-row>'
        f"<table:table-row>{leeg}</table:table-row>"
    )
    inhoud = blad("Inzet", INZET, ["O1", "T01", "jan 2027", "dec 2027", 12], eind)
    tracemalloc.start()
    try:
        oordeel = keur(inhoud)
        _, piek = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert oordeel.bevindingen == ()
    assert piek < 50_000_000


GEVULD = cel("x")
MAAL = "table:number-rows-repeated"
TE_VEEL = {
    "a filled row a million times": (
        f'<table:table-row {MAAL}="1048576">{GEVULD}</table:table-row>'
    ),
    "a filled row below a million empty ones": (
        f'<table:table-row {MAAL}="300000"/><table:table-row>{GEVULD}</table:table-row>'
    ),
}


@pytest.mark.parametrize("xml", TE_VEEL.values(), ids=list(TE_VEEL))
def test_too_many_rows_are_refused(xml: str) -> None:
    assert gevonden(keur(ods({"Inzet": [Xml(xml)]}))) == {"BESTAND_TE_VEEL_RIJEN werkboek.ods"}


def test_too_many_columns_are_refused() -> None:
    breed = GEVULD.replace(
        "<table:table-cell", '<table:table-cell table:number-columns-repeated="201"'
    )
    assert gevonden(keur(ods({"A": [[Xml(breed)]]}))) == {"BESTAND_TE_VEEL_KOLOMMEN werkboek.ods"}


def test_repetition_cannot_make_millions_of_cells() -> None:
    breed = GEVULD.replace(
        "<table:table-cell", '<table:table-cell table:number-columns-repeated="200"'
    )
    xml = Xml(f'<table:table-row {MAAL}="199999">{breed}</table:table-row>')
    assert gevonden(keur(ods({"A": [xml]}))) == {"BESTAND_VERHOUDING werkboek.ods"}


@pytest.mark.parametrize("aantal", ["0", "-1", "x", "1" * 30])
def test_an_impossible_repetition_is_refused(aantal: str) -> None:
    xml = Xml(f'<table:table-row {MAAL}="{aantal}">{GEVULD}</table:table-row>')
    assert gevonden(keur(ods({"A": [xml]}))) == {"BESTAND_VERWIJZING werkboek.ods"}


def test_a_number_that_is_not_finite_is_found_at_its_cell() -> None:
    nan = Xml('<table:table-cell office:value-type="float" office:value="NaN"/>')
    oordeel = keur(blad("Inzet", INZET, ["O1", "T01", "jan 2027", "dec 2027", nan]))
    assert gevonden(oordeel) == {"GETAL_NIET_EINDIG Inzet!E2"}


KLEIN = {"Programmas": [["programma", "naam"], ["8", "Wonen"]]}
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
VERSLEUTELD = b"<m><manifest:encryption-data/></m>"
GEWEIGERD = {
    "no mimetype": (ods(KLEIN, mimetype=None), "BESTAND_GEEN_ODS"),
    "a text document": (
        ods(KLEIN, mimetype=b"application/vnd.oasis.opendocument.text"),
        "BESTAND_GEEN_ODS",
    ),
    "a password": (
        ods(KLEIN, delen={"META-INF/manifest.xml": VERSLEUTELD}),
        "BESTAND_VERSLEUTELD",
    ),
    "a package in a package": (
        ods(KLEIN, delen={"encrypted-package": b"x"}),
        "BESTAND_VERSLEUTELD",
    ),
    "Basic": (ods(KLEIN, delen={"Basic/Standard/Module1.xml": b"<a/>"}), "BESTAND_MACRO"),
    "a script": (ods(KLEIN, delen={"Scripts/python/x.py": b"x"}), "BESTAND_MACRO"),
    "a doctype": (ods(KLEIN, delen={"content.xml": DOCTYPE}), "BESTAND_DOCTYPE"),
    "a doctype nobody reads": (ods(KLEIN, delen={"meta.xml": DOCTYPE}), "BESTAND_DOCTYPE"),
    "a climbing part": (ods(KLEIN, delen={"../x": b"x"}), "BESTAND_PAD"),
    "a bomb": (ods(KLEIN, delen={"x.xml": b" " * 2_000_000}), "BESTAND_VERHOUDING"),
    "no XML": (ods(KLEIN, delen={"content.xml": b"<a><b></a>"}), "BESTAND_ONLEESBAAR"),
    "another document": (ods(KLEIN, delen={"content.xml": b"<a/>"}), "BESTAND_ONLEESBAAR"),
    "styles that are no XML": (ods(KLEIN, delen={"styles.xml": b"<"}), "BESTAND_ONLEESBAAR"),
    "no sheets": (ods({}), "BESTAND_ONLEESBAAR"),
    "too many sheets": (ods({f"B{n}": [["x"]] for n in range(51)}), "BESTAND_TE_VEEL_BLADEN"),
    "half a file": (ods(KLEIN)[:-100], "BESTAND_ONLEESBAAR"),
    "nothing": (b"", "BESTAND_LEEG"),
}


@pytest.mark.parametrize(("inhoud", "code"), GEWEIGERD.values(), ids=list(GEWEIGERD))
def test_a_file_that_cannot_be_read_is_refused_whole(inhoud: bytes, code: str) -> None:
    oordeel = keur(inhoud)
    assert [(b.code, b.blad, b.cel) for b in oordeel.fouten] == [(code, None, None)]


def test_an_empty_list_of_macros_is_no_macro() -> None:
    inhoud = ods(
        KLEIN, delen={"Basic/script-lc.xml": b"<a/>", "Basic/Standard/script-lb.xml": b"<a/>"}
    )
    assert keur(inhoud).bevindingen == ()


def test_what_libreoffice_keeps_of_another_file_is_no_sheet() -> None:
    inhoud = ods({"'file:///elders.ods'#$Uren": [["x"]], **KLEIN})
    assert [b.naam for b in lees_bestand(inhoud, "w.ods").bladen] == ["Programmas"]
