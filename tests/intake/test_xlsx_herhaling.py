"""The fast way through a sheet gives what openpyxl gives, cell by cell and type by type."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from html import escape
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sturing.intake import xlsx, xlsx_herhaling
from sturing.intake.cellen import Celsoort, Werkboek, kolomletters
from sturing.intake.lezer import lees_bestand
from sturing.intake.xlsx_herhaling import Rijen, lees_herhaling
from tests.intake.bouwer import Opmaak, boek, herpak

BLAD = "xl/worksheets/sheet1.xml"
OPMAAK = [
    "General", "0", "0.00", "#,##0.00", "0%", "0.0%", "000", "@", "dd-mm-yyyy", "mmm yyyy",
    "[$-413]mmm yyyy", 'yyyy-mm "dd"', "[h]:mm", "h:mm", "d mmm", "[Red]0", '0" uur"', "# ?/?",
]  # fmt: skip


@contextmanager
def alleen_openpyxl() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as plek:
        plek.setattr(xlsx, "lees_herhaling", lambda *_: None)
        yield


@contextmanager
def met_getuige(gezien: list[bool]) -> Iterator[None]:
    """Remembers per sheet whether the fast way gave its rows."""

    def lees(*delen: object) -> Rijen | object:
        uit = lees_herhaling(*delen)  # type: ignore[arg-type]
        gezien.append(isinstance(uit, tuple))
        return uit

    with pytest.MonkeyPatch.context() as plek:
        plek.setattr(xlsx, "lees_herhaling", lees)
        yield


def beide(inhoud: bytes) -> tuple[Werkboek, Werkboek, list[bool]]:
    """As read, as openpyxl alone reads it, and which sheets went fast."""
    gezien: list[bool] = []
    with met_getuige(gezien):
        gelezen = lees_bestand(inhoud, "a.xlsx")
    with alleen_openpyxl():
        return gelezen, lees_bestand(inhoud, "a.xlsx"), gezien


def sjabloon(*, sinds_1904: bool = False) -> bytes:
    """A workbook whose cell styles 0, 1, ... have the formats of OPMAAK, and with three texts."""
    werkboek = openpyxl.Workbook()
    if sinds_1904:
        werkboek.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    vel = werkboek.worksheets[0]
    for nummer, opmaak in enumerate(OPMAAK, start=1):
        vel.cell(1, nummer, 1).number_format = opmaak
    for nummer, tekst in enumerate(["tekst", " met  spaties ", "a&b <c> \"d\" 'e' é€ 😀"], start=1):
        vel.cell(2, nummer, tekst)
    uit = BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


SJABLONEN = {False: sjabloon(), True: sjabloon(sinds_1904=True)}


def met_rijen(rijen: str, *, sinds_1904: bool = False) -> bytes:
    """The template with other rows in the XML of its sheet."""

    def verander(naam: str, deel: bytes) -> bytes:
        if naam != BLAD:
            return deel
        kop, _, rest = deel.partition(b"<sheetData>")
        _, _, staart = rest.partition(b"</sheetData>")
        return kop + b"<sheetData>" + rijen.encode() + b"</sheetData>" + staart

    return herpak(SJABLONEN[sinds_1904], verander)


GETALTEKST = st.one_of(
    st.integers(-10, 50_000).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.decimals(-10_000, 3_000_000, places=4).map(str),
    st.sampled_from(["0", "1", "-0", "0.0", "59", "60", "61", "1E5", "1e-7", "46388.5", "1.0",
                     "007", "+5", ".5", "5.", "99999999999999999999", "2958466", "1E999"]),
)  # fmt: skip
TEKST = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n"),
    max_size=8,
)
STIJL = st.sampled_from(["", *(f' s="{nummer}"' for nummer in range(len(OPMAAK)))])
FORMULE = st.sampled_from(
    ["", "", "<f>A1*2</f>", "<f>A1&amp;B1</f>", "<f/>", '<f t="shared" ref="A1:A3" si="0">B1</f>']
)
CELREST = st.one_of(
    st.tuples(STIJL, st.sampled_from(["", ' t="n"']), FORMULE, GETALTEKST).map(
        lambda d: f"{d[0]}{d[1]}>{d[2]}<v>{d[3]}</v></c>"
    ),
    st.tuples(STIJL, st.integers(0, 2)).map(lambda d: f'{d[0]} t="s"><v>{d[1]}</v></c>'),
    st.tuples(STIJL, FORMULE, st.integers(0, 1)).map(
        lambda d: f'{d[0]} t="b">{d[1]}<v>{d[2]}</v></c>'
    ),
    st.tuples(STIJL, FORMULE, st.sampled_from(["#N/A", "#DIV/0!"])).map(
        lambda d: f'{d[0]} t="e">{d[1]}<v>{d[2]}</v></c>'
    ),
    st.tuples(STIJL, FORMULE, TEKST).map(
        lambda d: f'{d[0]} t="str">{d[1]}<v>{escape(d[2])}</v></c>'
    ),
    st.tuples(STIJL, TEKST).map(
        lambda d: f'{d[0]} t="inlineStr"><is><t xml:space="preserve">{escape(d[1])}</t></is></c>'
    ),
    st.tuples(STIJL, st.dates()).map(lambda d: f'{d[0]} t="d"><v>{d[1]}</v></c>'),
    st.tuples(STIJL, FORMULE).map(lambda d: f"{d[0]}>{d[1]}</c>"),
    STIJL.map(lambda stijl: f"{stijl}/>"),
    st.sampled_from(
        [
            ' t="inlineStr"><is><r><t>rijk</t></r><r><rPr><b/></rPr><t>e tekst</t></r></is></c>',
            ' t="inlineStr"><is/></c>',
            ' t="s"><v>99</v></c>',
            ' t="str"><v></v></c>',
            ' t="str"><v>&#233;&#x20AC;</v></c>',
            "><v>NaN</v></c>",
            "><v>twaalf</v></c>",
            "><v/></c>",
            "><!-- los --><v>5</v></c>",
            ' t="str"><v><![CDATA[a<b]]></v></c>',
            '><extLst><ext uri="x"/></extLst><v>5</v></c>',
        ]
    ),
)


@st.composite
def rijen_xml(trek: st.DrawFn) -> str:
    """Rows of cells of which many come back, some of them odd, in well-formed XML."""
    voorraad = trek(st.lists(CELREST, min_size=1, max_size=6))
    uit = []
    rij = 0
    for _ in range(trek(st.integers(0, 6))):
        rij += trek(st.integers(1, 3))
        kolommen = sorted(trek(st.sets(st.integers(1, 6), max_size=5)))
        cellen = "".join(
            f'<c r="{kolomletters(kolom)}{rij}"{trek(st.sampled_from(voorraad))}'
            for kolom in kolommen
        )
        rest = trek(st.sampled_from(["", ' spans="1:6"', ' ht="15" customHeight="1"']))
        wit = trek(st.sampled_from(["", "", "\n  "]))
        uit.append(f'{wit}<row r="{rij}"{rest}>{cellen}</row>')
    return "".join(uit)


@given(rijen_xml(), st.booleans())
@settings(max_examples=100, deadline=None)
def test_every_sheet_is_read_as_openpyxl_reads_it(rijen: str, sinds_1904: bool) -> None:
    gelezen, verwacht, _ = beide(met_rijen(rijen, sinds_1904=sinds_1904))
    assert repr(gelezen) == repr(verwacht)


@given(rijen_xml(), st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_sheets_give_no_other_cells(rijen: str, data: st.DataObject) -> None:
    """What openpyxl refuses may be refused for another reason, but is never read as good."""
    tekens = list(rijen or "<row/>")
    for _ in range(data.draw(st.integers(1, 3))):
        plek = data.draw(st.integers(0, len(tekens) - 1))
        tekens[plek] = data.draw(st.sampled_from(["", "<", ">", "/", '"', "&", "r", "9", "A", " "]))
    gelezen, verwacht, _ = beide(met_rijen("".join(tekens)))
    if verwacht.bevindingen:
        assert gelezen.bevindingen
    else:
        assert repr(gelezen) == repr(verwacht)


@contextmanager
def happen_van(bytes_: int) -> Iterator[None]:
    """Sheets are read in so small parts that columns are known after the first rows."""
    with pytest.MonkeyPatch.context() as plek:
        plek.setattr(xlsx_herhaling, "_HAP", bytes_)
        yield


@given(rijen_xml(), st.integers(150, 500))
@settings(max_examples=100, deadline=None)
def test_rows_of_known_columns_are_read_as_openpyxl_reads_them(rijen: str, hap: int) -> None:
    with happen_van(hap):
        gelezen, verwacht, _ = beide(met_rijen(rijen))
    assert repr(gelezen) == repr(verwacht)


def rij_xml(rij: int, *delen: str) -> str:
    cellen = (f'<c r="{k}{rij}"{deel}' for k, deel in zip("ABC", delen, strict=False) if deel)
    return f'<row r="{rij}">{"".join(cellen)}</row>'


EEN, TWEE = "><v>1</v></c>", ' t="str"><f>A1</f><v>b</v></c>'
VREEMD = {
    "a number that does not rise": lambda n: rij_xml(n - 1, EEN, TWEE),
    "a number that no sheet has": lambda _: rij_xml(200_001, EEN, TWEE),
    "a cell of another row": lambda n: rij_xml(n, EEN, TWEE).replace(f"B{n}", f"B{n + 1}"),
    "cells in another order": lambda n: f'<row r="{n}"><c r="B{n}"/><c r="A{n}"/></row>',
    "a row that was closed": lambda n: f'<row r="{n}"/>',
    "a row closed twice": lambda n: f'<row r="{n}"/></row>',
    "a new column": lambda n: rij_xml(n, EEN, TWEE, EEN),
    "no first cell": lambda n: rij_xml(n, "", TWEE),
    "no cell": rij_xml,
    "a comment": lambda n: rij_xml(n, EEN, "><v><!-- b -->1</v></c>"),
    "a text between cells": lambda n: rij_xml(n, EEN, TWEE).replace("</c></row>", "</c>1</row>"),
}


@pytest.mark.parametrize("vreemd", VREEMD.values(), ids=list(VREEMD))
def test_one_odd_row_among_many_alike_is_seen(vreemd: Callable[[int], str]) -> None:
    gewoon = [rij_xml(rij, EEN, TWEE) for rij in range(1, 40)]
    rijen = "".join([*gewoon[:20], vreemd(21), *gewoon[21:]])
    with happen_van(400):
        gelezen, verwacht, _ = beide(met_rijen(rijen))
    assert repr(gelezen) == repr(verwacht)


def test_rows_alike_are_read_a_column_at_a_time_and_a_wide_sheet_is_not() -> None:
    for kolommen, per_deel in ((4, 1), (65, 3)):
        lezing = xlsx_herhaling._Lezing(b"", b"", [], lambda _: ())
        gezien = []
        for begin in (1, 11, 21):
            hap = "".join(
                f'<row r="{rij}">'
                + "".join(f'<c r="{kolomletters(k)}{rij}"/>' for k in range(1, kolommen + 1))
                + "</row>"
                for rij in range(begin, begin + 10)
            )
            gezien.append(lezing._lees_per_kolom(hap.encode()))
            if not gezien[-1]:
                lezing._lees_per_deel(hap.encode())
        assert gezien.count(False) == per_deel


HANDGEMAAKT: dict[str, Sequence[object]] = {
    "numbers": [0, 1, -1, 1.5, 0.1 + 0.2, 1e-9, 123456789012345, 1e300, 8.0],
    "a day": [datetime(2027, 3, 15), date(2027, 3, 1), Opmaak(datetime(2027, 3, 15), "dd-mm-yyyy")],
    "a month": [Opmaak(datetime(2027, 3, 15), "mmm yyyy"), Opmaak(46461, "[$-413]mmmm yyyy")],
    "a date that looks like a number": [Opmaak(46461, "General"), Opmaak(46461.75, "0")],
    "a duration": [Opmaak(timedelta(hours=58, minutes=30), "[h]:mm"), Opmaak(time(2, 45), "h:mm")],
    "before 1 March 1900": [Opmaak(59, "d-m-yyyy"), Opmaak(60, "d-m-yyyy"), Opmaak(0, "d-m-yyyy")],
    "beyond all dates": [Opmaak(2958466, "d-m-yyyy"), Opmaak(-1, "d-m-yyyy")],
    "a percentage": [Opmaak(0.2, "0%"), Opmaak(0.065, "0.0%"), Opmaak(20, '0" %"')],
    "leading zeros": [Opmaak(7, "000"), Opmaak(7.5, "000"), Opmaak(8, "000"), "007"],
    "truth": [True, False],
    "texts": ["", " ", "  a  ", "a\nb", "1.234", "=geen formule", "_x000D_", "é€😀", "x" * 500],
    "errors": ["#N/A", "#DIV/0!", "#VALUE!"],
    "formulas": ["=1+1", '="a"&"b"'],
}


@pytest.mark.parametrize("waarden", HANDGEMAAKT.values(), ids=list(HANDGEMAAKT))
def test_values_of_a_kind_are_read_as_openpyxl_reads_them(waarden: Sequence[object]) -> None:
    inhoud = boek({"Blad": [[waarde, waarde] for waarde in [*waarden, *waarden]]})
    gelezen, verwacht, snel = beide(inhoud)
    assert repr(gelezen) == repr(verwacht)
    assert gelezen.bladen
    assert snel == [True]


def test_merged_cells_and_what_stands_around_the_rows() -> None:
    werkboek = openpyxl.Workbook()
    vel = werkboek.worksheets[0]
    for rij in range(1, 30):
        vel.append([f"O{rij % 3}", rij, None, "x"])
    vel.merge_cells("A2:B3")
    vel.freeze_panes = "A2"
    vel.auto_filter.ref = "A1:D29"
    uit = BytesIO()
    werkboek.save(uit)
    gelezen, verwacht, snel = beide(uit.getvalue())
    assert repr(gelezen) == repr(verwacht)
    assert snel == [True]


def met_xlsxwriter(**opties: object) -> bytes:
    uit = BytesIO()
    werkboek = xlsxwriter.Workbook(uit, {"in_memory": True, **opties})
    vel = werkboek.add_worksheet("Inzet")
    dag = werkboek.add_format({"num_format": "dd-mm-yyyy"})
    for rij in range(200):
        vel.write_row(rij, 0, [f"O{rij % 7}", f"T{rij % 5}", rij / 4])
        vel.write_datetime(rij, 3, datetime(2027, 1 + rij % 12, 1), dag)
        vel.write_formula(rij, 4, f"=C{rij + 1}*2", value=rij / 2)
        vel.write_rich_string(rij, 5, "a", werkboek.add_format({"bold": True}), "b")
    werkboek.close()
    return uit.getvalue()


@pytest.mark.parametrize(
    "maak",
    [met_xlsxwriter, lambda: met_xlsxwriter(date_1904=True)],
    ids=["since 1900", "since 1904"],
)
def test_a_sheet_of_another_writer_goes_fast_also_with_formulas(maak: Callable[[], bytes]) -> None:
    gelezen, verwacht, snel = beide(maak())
    assert repr(gelezen) == repr(verwacht)
    assert snel == [True]
    soorten = {cel.kolom: cel.soort for cel in gelezen.bladen[0].rijen[0][1]}
    assert (soorten[4], soorten[5]) == (Celsoort.DAG, Celsoort.GETAL)


def test_an_independent_reader_sees_the_same_texts_and_numbers() -> None:
    """calamine reads no formats, so it cannot stand in here; as a witness it can."""
    inhoud = met_xlsxwriter()
    gelezen = lees_bestand(inhoud, "a.xlsx").bladen[0]
    rooster = CalamineWorkbook.from_filelike(BytesIO(inhoud)).get_sheet_by_index(0).to_python()
    for (_, cellen), rij in zip(gelezen.rijen, rooster, strict=True):
        for cel, waarde in zip(cellen, rij, strict=True):
            assert waarde == cel.waarde


def test_equal_cells_are_one_cell() -> None:
    gelezen = lees_bestand(met_xlsxwriter(), "a.xlsx").bladen[0]
    cellen = [cel for _, rij in gelezen.rijen for cel in rij]
    assert len({id(cel) for cel in cellen}) == len(set(cellen)) < len(cellen)
