"""Files that are refused as a whole, and sheets and columns that are not what they seem."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from sturing.errors import StartError
from sturing.intake import keuring, xlsx
from sturing.intake.beoordeling import Bestand, beoordeel
from sturing.intake.lezer import lees_bestand
from tests.intake.bouwer import boek, gevonden, goed, herpak, keur, koppen, met_deel

BLAD = "xl/worksheets/sheet1.xml"


def klein() -> bytes:
    return boek({"Programmas": [["programma", "naam"], ["8", "Wonen"]]})


def met_blad(oud: str, nieuw: str) -> bytes:
    """The small workbook with a text in its sheet replaced."""

    def verander(naam: str, deel: bytes) -> bytes:
        if naam != BLAD:
            return deel
        assert oud.encode() in deel
        return deel.replace(oud.encode(), nieuw.encode())

    return herpak(klein(), verander)


def met_inhoudstype(soort: str) -> bytes:
    return herpak(
        klein(),
        lambda naam, deel: (
            deel.replace(b"spreadsheetml.sheet.main", soort.encode())
            if naam == "[Content_Types].xml"
            else deel
        ),
    )


def veel_bladen(aantal: int) -> bytes:
    return boek({f"Blad{nummer}": [["x"]] for nummer in range(aantal)})


def met_kopbytes(lokaal: int, waarde: int) -> bytes:
    """The small workbook with one byte of every part's two headers replaced.

    `lokaal` is its place in the header before a part; in the list of parts it stands 2 further.
    """
    inhoud = bytearray(klein())
    for merk, plaats in ((b"PK\x03\x04", lokaal), (b"PK\x01\x02", lokaal + 2)):
        plek = 0
        while (plek := inhoud.find(merk, plek)) >= 0:
            inhoud[plek + plaats] = waarde
            plek += 4
    return bytes(inhoud)


def anders_ingepakt(methode: int) -> bytes:
    """The small workbook with one part packed in another way, soundly."""
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(klein())) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in oud.infolist():
            soort = methode if deel.filename == BLAD else zipfile.ZIP_DEFLATED
            nieuw.writestr(deel.filename, oud.read(deel), soort)
    return uit.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEEL_BESTAND = {
    "an empty file": (b"", "BESTAND_LEEG"),
    "text that calls itself a workbook": (b"opdracht;team\nO1;T1\n", "BESTAND_GEEN_XLSX"),
    "an old .xls": (OLE + bytes(600), "BESTAND_GEEN_XLSX"),
    "a workbook with a password": (
        OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
        "BESTAND_VERSLEUTELD",
    ),
    "a package with encrypted parts": (met_kopbytes(6, 1), "BESTAND_VERSLEUTELD"),
    "macros": (met_deel(klein(), "xl/vbaProject.bin", b"x"), "BESTAND_MACRO"),
    "a macro sheet": (met_deel(klein(), "xl/macrosheets/sheet1.xml", b"<a/>"), "BESTAND_MACRO"),
    "a macro type": (met_inhoudstype("ms-excel.sheet.macroEnabled.main"), "BESTAND_MACRO"),
    "a document": (met_inhoudstype("wordprocessingml.document.main"), "BESTAND_GEEN_XLSX"),
    "a binary workbook": (met_deel(klein(), "xl/workbook.bin", b"x"), "BESTAND_GEEN_XLSX"),
    "a climbing part": (met_deel(klein(), "../evil.xml", b"<a/>"), "BESTAND_PAD"),
    "an absolute part": (met_deel(klein(), "/evil.xml", b"<a/>"), "BESTAND_PAD"),
    "a part on a drive": (met_deel(klein(), "C:evil.xml", b"<a/>"), "BESTAND_PAD"),
    "a part twice but for case": (
        met_deel(klein(), "XL/Workbook.xml", b"<a/>"),
        "BESTAND_NAAM_DUBBEL",
    ),
    "a bomb in one part": (
        met_deel(klein(), "xl/bom.xml", b"<a>" + b" " * 2_000_000 + b"</a>"),
        "BESTAND_VERHOUDING",
    ),
    "a doctype in a sheet": (
        met_blad("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
        "BESTAND_DOCTYPE",
    ),
    "an entity in a part nobody reads": (
        met_deel(klein(), "xl/los.xml", '<!ENTITY a "b">'.encode("utf-16")),
        "BESTAND_DOCTYPE",
    ),
    "a packing that nobody knows": (met_kopbytes(8, 99), "BESTAND_ONLEESBAAR"),
    "a part packed with bzip2": (anders_ingepakt(zipfile.ZIP_BZIP2), "BESTAND_ONLEESBAAR"),
    "a part packed with lzma": (anders_ingepakt(zipfile.ZIP_LZMA), "BESTAND_ONLEESBAAR"),
    "a package for a newer unpacker": (met_kopbytes(4, 99), "BESTAND_ONLEESBAAR"),
    "a part that is a patch of another": (met_kopbytes(6, 0x20), "BESTAND_ONLEESBAAR"),
    "half a file": (klein()[:-200], "BESTAND_ONLEESBAAR"),
    "a flipped byte": (
        klein()[:60] + bytes([klein()[60] ^ 0xFF]) + klein()[61:],
        "BESTAND_ONLEESBAAR",
    ),
    "a sheet that is no XML": (met_blad("</worksheet>", "</werkblad>"), "BESTAND_ONLEESBAAR"),
    "a missing part": (
        herpak(klein(), lambda naam, deel: None if naam == BLAD else deel),
        "BESTAND_ONLEESBAAR",
    ),
    "a workbook without sheets": (
        herpak(klein(), lambda naam, deel: b"<a/>" if naam == "xl/workbook.xml" else deel),
        "BESTAND_ONLEESBAAR",
    ),
    "values in a namespace of its own": (
        met_blad("spreadsheetml/2006/main", "spreadsheetml/2006/ander"),
        "BESTAND_ONLEESBAAR",
    ),
    "too many sheets": (veel_bladen(51), "BESTAND_TE_VEEL_BLADEN"),
    "row 0": (met_blad('r="A2"', 'r="A0"'), "BESTAND_VERWIJZING"),
    "no such column": (met_blad('r="B2"', 'r="XFE2"'), "BESTAND_VERWIJZING"),
    "a cell of another row": (met_blad('r="B2"', 'r="B9"'), "BESTAND_VERWIJZING"),
    "a cell twice": (met_blad('r="B2"', 'r="A2"'), "BESTAND_VERWIJZING"),
    "rows out of order": (met_blad('<row r="2"', '<row r="1"'), "BESTAND_VERWIJZING"),
    "a row beyond Excel": (met_blad('<row r="2"', '<row r="1048577"'), "BESTAND_VERWIJZING"),
    "a row number of words": (met_blad('<row r="2"', '<row r="twee"'), "BESTAND_VERWIJZING"),
    "a row too far": (met_blad('<row r="2">', '<row r="200001">'), "BESTAND_TE_VEEL_RIJEN"),
    "a column too far": (met_blad('r="B2"', 'r="GS2"'), "BESTAND_TE_VEEL_KOLOMMEN"),
    "no sheet of the contract": (boek({"Blad1": [["a"]]}), "BESTAND_ZONDER_BLAD"),
}


@pytest.mark.parametrize(("inhoud", "code"), HEEL_BESTAND.values(), ids=list(HEEL_BESTAND))
def test_a_file_that_cannot_be_read_is_refused_whole(inhoud: bytes, code: str) -> None:
    beoordeling = keur(inhoud)
    fouten = [(b.code, b.blad, b.cel, b.bestand) for b in beoordeling.fouten]
    assert fouten == [(code, None, None, "werkboek.xlsx")]
    assert beoordeling.mutaties == ()


@pytest.mark.parametrize("inhoud", [met_kopbytes(8, 99), anders_ingepakt(zipfile.ZIP_BZIP2)])
def test_another_way_of_packing_is_told_and_is_no_damage(inhoud: bytes) -> None:
    [bevinding] = keur(inhoud).fouten
    assert "een deel is ingepakt op een manier die Sturing niet leest." in bevinding.melding


def test_parts_that_are_not_packed_at_all_are_read() -> None:
    assert keur(anders_ingepakt(zipfile.ZIP_STORED)).fouten == keur(klein()).fouten == ()


def test_a_file_above_ten_megabytes_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keuring, "MAX_BESTAND", 1000)
    assert gevonden(keur(klein())) == {"BESTAND_TE_GROOT werkboek.xlsx"}


def test_too_many_parts_and_too_much_unpacked_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keuring, "MAX_UITGEPAKT", 1000)
    assert gevonden(keur(klein())) == {"BESTAND_UITGEPAKT_TE_GROOT werkboek.xlsx"}
    monkeypatch.setattr(keuring, "MAX_DELEN", 3)
    assert gevonden(keur(klein())) == {"BESTAND_TE_VEEL_DELEN werkboek.xlsx"}


def test_rows_count_also_without_references() -> None:
    scan = met_blad("</sheetData>", "<row/>" * 200_001 + "</sheetData>")
    # 1.2 MB of empty rows packs tighter than the gate allows; the count is what is tested here.
    with pytest.MonkeyPatch.context() as plek:
        plek.setattr(keuring, "MAX_VERHOUDING", 10_000)
        [bevinding] = lees_bestand(scan, "x").bevindingen
    assert bevinding.code == "BESTAND_TE_VEEL_RIJEN"


def test_a_number_that_is_not_finite_is_found_at_its_cell() -> None:
    inhoud = boek({"Inzet": [koppen("Inzet"), ["O1", "T1", "2027-01", "2027-02", 77]]})

    def verander(waarde: bytes) -> bytes:
        return herpak(
            inhoud,
            lambda naam, deel: (
                deel.replace(b"<v>77</v>", b"<v>" + waarde + b"</v>") if naam == BLAD else deel
            ),
        )

    assert gevonden(keur(verander(b"NaN"))) == {"GETAL_NIET_EINDIG Inzet!E2"}
    assert "GETAL_NIET_EINDIG Inzet!E2" in gevonden(keur(verander(b"1E999")))


def test_a_number_without_end_is_no_text_either() -> None:
    """Only `inf` is left of the 1e400 in the file, and that is nobody's text."""
    inhoud = boek({"Programmas": [["programma", "naam"], ["8", 77]]})
    beoordeling = keur(
        herpak(
            inhoud,
            lambda naam, deel: (
                deel.replace(b"<v>77</v>", b"<v>1e400</v>") if naam == BLAD else deel
            ),
        )
    )
    assert gevonden(beoordeling) == {"GETAL_NIET_EINDIG Programmas!B2"}


def test_a_formula_whose_stored_result_is_empty_text_is_an_empty_cell() -> None:
    inhoud = boek({"Programmas": [["programma", "naam", "portefeuillehouder"], ["8", "W", "=1"]]})

    def met_uitkomst(naam: str, deel: bytes) -> bytes:
        deel = deel.replace(b'<c r="C2">', b'<c r="C2" t="str">')
        return deel.replace(b'<c r="C2"><f>', b'<c r="C2" t="str"><f>') if naam == BLAD else deel

    assert gevonden(keur(inhoud)) == {"FORMULE_ZONDER_UITKOMST Programmas!C2"}
    assert gevonden(keur(herpak(inhoud, met_uitkomst))) == set()


def test_the_reader_uses_the_protection_against_xml_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert xlsx.openpyxl.DEFUSEDXML
    monkeypatch.setattr(xlsx.openpyxl, "DEFUSEDXML", False)
    with pytest.raises(StartError, match="niet veilig"):
        lees_bestand(klein(), "x.xlsx")


def test_one_refused_file_refuses_all_and_blames_no_other_row() -> None:
    werk = goed()
    del werk["Teams"]
    uitkomst = beoordeel(
        [Bestand(naam="a.xlsx", inhoud=boek(werk)), Bestand(naam="teams.xlsx", inhoud=b"niets")],
        {},
        {},
    )
    assert gevonden(uitkomst) == {"BESTAND_GEEN_XLSX teams.xlsx"}
    assert uitkomst.mutaties == ()


def test_codes_may_stand_in_any_of_the_files() -> None:
    werk = goed()
    teams = {"Teams": werk.pop("Teams")}
    uitkomst = beoordeel(
        [Bestand(naam="a.xlsx", inhoud=boek(werk)), Bestand(naam="b.xlsx", inhoud=boek(teams))],
        {},
        {},
    )
    assert uitkomst.bevindingen == ()
    assert [v.blad for v in uitkomst.verschil][:2] == ["Teams", "Personen"]


def test_the_same_key_in_two_files_names_both_rows() -> None:
    eerste = boek({"Programmas": [["programma", "naam"], ["8", "Wonen"]]})
    tweede = boek({"Programmas": [["naam", "programma"], ["Zorg", "7"], ["Bouwen", "8"]]})
    uitkomst = beoordeel(
        [Bestand(naam="a.xlsx", inhoud=eerste), Bestand(naam="b.xlsx", inhoud=tweede)], {}, {}
    )
    [bevinding] = uitkomst.bevindingen
    assert (bevinding.code, bevinding.plaats, bevinding.bestand) == (
        "SLEUTEL_DUBBEL",
        "Programmas!B3",
        "b.xlsx",
    )
    assert "rij 3 en rij 2 van bestand 'a.xlsx'" in bevinding.melding


def test_the_same_file_twice_is_said_once() -> None:
    inhoud = klein()  # made once: the moment of making stands in the file
    uitkomst = beoordeel(
        [Bestand(naam="a.xlsx", inhoud=inhoud), Bestand(naam="b.xlsx", inhoud=inhoud)], {}, {}
    )
    assert gevonden(uitkomst) == {"BESTAND_DUBBEL b.xlsx"}


KOPPEN = {
    "a title above the table": (
        {"Programmas": [["Programma's van de begroting"], [], ["programma", "naam"], ["8", "W"]]},
        set(),
    ),
    "case, spaces, underscores and accents": (
        {"PROGRAMMA'S": [["Prógramma ", "N_a a m"], ["8", "W"]]},
        set(),
    ),
    "the header in row 11": (
        {"Programmas": [[]] * 10 + [["programma", "naam"], ["8", "W"]]},
        {"KOLOM_ONTBREEKT Programmas"},
    ),
    "a missing required column": (
        {"Programmas": [["programma", "portefeuillehouder"], ["8", None]]},
        {"KOLOM_ONTBREEKT Programmas"},
    ),
    "a synonym of a column": (
        {"Programmas": [["programmacode", "naam"], ["8", "W"]]},
        {"KOLOM_SYNONIEM Programmas!A1"},
    ),
    "a synonym of a sheet": (
        {"Programma": [["programma", "naam"], ["8", "W"]]},
        {"BLAD_SYNONIEM Programmas"},
    ),
    "an unknown column": (
        {"Programmas": [["programma", "kleur", "naam"], ["8", "rood", "W"]]},
        {"KOLOM_ONBEKEND Programmas!B1"},
    ),
    "a column twice": (
        {"Programmas": [["programma", "naam", "Naam"], ["8", "W", "X"]]},
        {"KOLOM_DUBBEL Programmas!C1"},
    ),
    "a column and its synonym": (
        {"Programmas": [["omschrijving", "programma", "naam"], ["X", "8", "W"]]},
        {"KOLOM_ONBEKEND Programmas!A1"},
    ),
    "values without a heading": (
        {"Programmas": [["programma", "naam"], ["8", "W", "los"], ["7", "Z", "los"]]},
        {"KOLOM_ZONDER_KOP Programmas!C1"},
    ),
    "an unknown sheet": (
        {"Programmas": [["programma", "naam"], ["8", "W"]], "Kladblok": [["a"]]},
        {"BLAD_ONBEKEND Kladblok"},
    ),
    "our own sheet with explanation": (
        {"Uitleg": [["lees dit"]], "Programmas": [["programma", "naam"], ["8", "W"]]},
        set(),
    ),
    "two sheets that are the same": (
        {"Programmas": [["programma", "naam"], ["8", "W"]], "Pro_grammas": [["programma", "naam"]]},
        {"BLAD_DUBBEL Programmas"},
    ),
    "a sheet and another one with a synonym of its name": (
        {"Programma": [["programma", "naam"], ["7", "Z"]], "Programmas": [["programma", "naam"]]},
        {"BLAD_ONBEKEND Programma"},
    ),
    "notes on a sheet whose name is a synonym": (
        {"Programmas": [["programma", "naam"], ["8", "W"]], "Agenda": [["maandag", "overleg"]]},
        {"BLAD_ONBEKEND Agenda"},
    ),
    "an empty sheet": (
        {"Programmas": [["programma", "naam"], ["8", "W"]], "Doelen": []},
        {"BLAD_LEEG Doelen"},
    ),
    "an error in a column that is not read": (
        {"Programmas": [["programma", "naam", "x"], ["8", "W", "#N/A"]]},
        {"KOLOM_ONBEKEND Programmas!C1"},
    ),
    "a totals row with a valid key": (
        {"Programmas": [["opmerking", "programma", "naam"], ["Totaal", "8", "W"]]},
        {"KOLOM_ONBEKEND Programmas!A1", "RIJ_TOTAAL_MET_SLEUTEL Programmas!A2"},
    ),
    "a totals row whose first cell is the key": (
        {"Programmas": [["programma", "naam"], ["8", "W"], ["Eindtotaal", "alles"]]},
        {"RIJ_TOTAAL Programmas!A3"},
    ),
    "blank rows": (
        {"Programmas": [["programma", "naam"], [None, "  "], ["8", "W"], [], ["7", "Z"]]},
        set(),
    ),
}


@pytest.mark.parametrize(("bladen", "verwacht"), KOPPEN.values(), ids=list(KOPPEN))
def test_sheets_and_headings(bladen: dict[str, list[list[object]]], verwacht: set[str]) -> None:
    assert gevonden(keur(bladen)) == verwacht


def test_a_synonym_is_reported_as_what_it_was_read_as() -> None:
    werk = goed()
    werk["Inzet"][0][4] = "uren totaal"
    [bevinding] = keur(werk).bevindingen
    assert (bevinding.plaats, bevinding.waarde) == ("Inzet!E1", "uren totaal")
    assert "kolom 'uren totaal' gelezen als 'uren'" in bevinding.melding


def tekst_in_cellen(lengte: int, keren: int) -> bytes:
    """One text of this length that as many rows of the sheet use."""
    rijen = "".join(
        f'<row r="{rij}"><c r="A{rij}" t="s"><v>0</v></c></row>' for rij in range(3, 3 + keren)
    )
    inhoud = met_deel(
        met_blad("</sheetData>", f"{rijen}</sheetData>"),
        "xl/sharedStrings.xml",
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + b"x" * lengte
        + b"</t></si></sst>",
    )

    def noem(naam: str, deel: bytes) -> bytes:
        soort = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        relatie = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        if naam == "[Content_Types].xml":
            erbij = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{soort}"/></Types>'
            return deel.replace(b"</Types>", erbij.encode())
        if naam == "xl/_rels/workbook.xml.rels":
            erbij = (
                f'<Relationship Id="tekst" Type="{relatie}/sharedStrings" '
                'Target="/xl/sharedStrings.xml"/></Relationships>'
            )
            return deel.replace(b"</Relationships>", erbij.encode())
        return deel

    return herpak(inhoud, noem)


def test_a_text_longer_than_a_cell_holds_refuses_a_workbook_as_it_does_a_text_file() -> None:
    assert gevonden(keur(tekst_in_cellen(32_767, 1))) == {"VERPLICHT_LEEG Programmas!B3"}
    beoordeling = keur(tekst_in_cellen(32_768, 1))
    assert gevonden(beoordeling) == {"BESTAND_CEL_TE_LANG werkboek.xlsx"}
    assert "blad 'Programmas', cel A3 heeft meer dan 32.767 letters." in (
        beoordeling.fouten[0].melding
    )


def test_one_text_in_very_many_cells_counts_in_each_of_them() -> None:
    inhoud = tekst_in_cellen(32_767, 3_300)
    assert len(inhoud) < 100_000
    assert gevonden(keur(inhoud)) == {"BESTAND_UITGEPAKT_TE_GROOT werkboek.xlsx"}
