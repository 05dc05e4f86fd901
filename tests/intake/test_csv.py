"""Text files with semicolons: which sheet they are, their letters, and what is refused."""

from __future__ import annotations

import pytest

from sturing.intake import lezer_csv
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.lezer import lees_bestand
from tests.intake.bouwer import Opslag, boek, gevonden, goed, lever
from tests.intake.ods import ods

INZET = "opdracht;team;van;tot;uren\n"
RIJ = "O1;T01;jan 2027;dec 2027;"


@pytest.fixture(scope="module")
def opgeslagen() -> Opslag:
    return lever({}, goed())


def keur(tekst: str | bytes, opslag: Opslag | None = None, naam: str = "inzet.csv") -> Beoordeling:
    inhoud = tekst if isinstance(tekst, bytes) else tekst.encode()
    return beoordeel([Bestand(naam=naam, inhoud=inhoud)], opslag or {}, {}, lees=lees_bestand)


@pytest.mark.parametrize(
    "naam",
    ["inzet.csv", "Inzet.CSV", "inzet-T07.csv", "Inzet T07 2027.csv", "urenbegroting_2027.csv"],
)
def test_the_file_name_says_which_sheet_it_is(naam: str, opgeslagen: Opslag) -> None:
    oordeel = keur(INZET + RIJ + "120,5\n", opgeslagen, naam)
    assert oordeel.bevindingen == ()
    assert [v.blad for v in oordeel.verschil] == ["Inzet"]
    assert [m.nieuw["uren_honderdste"] for m in oordeel.mutaties if m.nieuw] == [12050]


def test_without_a_name_the_columns_say_it_and_that_is_told(opgeslagen: Opslag) -> None:
    oordeel = keur(INZET + RIJ + "120\n", opgeslagen, "bestand1.csv")
    assert gevonden(oordeel) == {"BLAD_SYNONIEM Inzet"}
    assert "die kolommen" in oordeel.bevindingen[0].melding


def test_a_name_without_its_columns_gives_way_to_the_columns(opgeslagen: Opslag) -> None:
    oordeel = keur(INZET + RIJ + "120\n", opgeslagen, "uren.csv")
    assert [v.blad for v in oordeel.verschil] == ["Inzet"]
    oordeel = keur("maand;wie\nx;y\n", opgeslagen, "uren.csv")
    assert {b.code for b in oordeel.bevindingen} == {"KOLOM_ONTBREEKT"}


def test_a_file_that_is_no_sheet_is_refused() -> None:
    codes = [b.code for b in keur("a;b\n1;2\n", naam="lijst.csv").bevindingen]
    assert codes == ["BESTAND_ZONDER_BLAD", "BLAD_ONBEKEND"]


@pytest.mark.parametrize(
    ("getal", "verwacht"),
    [("1.234,5", 123450), ("58:30", 5850), ("1 234", 123400), ("0", 0), ('"12,5"', 1250)],
)
def test_numbers_are_dutch_text(getal: str, verwacht: int, opgeslagen: Opslag) -> None:
    oordeel = keur(INZET + RIJ + getal + "\n", opgeslagen)
    assert [m.nieuw["uren_honderdste"] for m in oordeel.mutaties if m.nieuw] == [verwacht]


@pytest.mark.parametrize(
    ("getal", "code"),
    [
        ("1.234", "GETAL_DUBBELZINNIG"),
        ("12.5", "GETAL_DUBBELZINNIG"),
        ("twaalf", "GETAL_ONGELDIG"),
        ("#N/B", "FOUTCEL"),
        ("#DIV/0!", "FOUTCEL"),
        ("", "VERPLICHT_LEEG"),
    ],
)
def test_a_wrong_number_is_found_at_its_cell(getal: str, code: str, opgeslagen: Opslag) -> None:
    tekst = "Titel;;\n\n" + INZET + RIJ + getal + "\n"
    assert gevonden(keur(tekst, opgeslagen)) == {f"{code} Inzet!E4"}


def test_an_empty_number_in_a_text_file_is_just_empty(opgeslagen: Opslag) -> None:
    oordeel = keur("jaar;verlofuren;verzuim %\n2028;180;\n", opgeslagen, "normen.csv")
    assert oordeel.bevindingen == ()


def test_codes_keep_their_zeros() -> None:
    oordeel = keur("programma;naam\n007;Wonen\n0.10;Bestuur\n", naam="programmas.csv")
    assert [m.nieuw["programma"] for m in oordeel.mutaties if m.nieuw] == ["007", "0.10"]


def test_a_cell_may_hold_semicolons_quotes_and_lines() -> None:
    oordeel = keur('programma;naam\n8;"a;""b""\nc"\n9;d\n', naam="programmas.csv")
    assert [m.nieuw["naam"] for m in oordeel.mutaties if m.nieuw] == ['a;"b"\nc', "d"]
    assert [m.cel for m in oordeel.mutaties] == ["A2", "A3"]


def test_the_line_sep_of_excel_is_no_row() -> None:
    oordeel = keur("sep=;\nprogramma;naam\n8;Wonen\n", naam="programmas.csv")
    assert [m.cel for m in oordeel.mutaties] == ["A2"]


NAAM = "Coöperatie ’t Geërfde"


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig"])
def test_utf8_is_read_with_and_without_its_mark(codering: str) -> None:
    oordeel = keur(f"programma;naam\n8;{NAAM}\n".encode(codering), naam="programmas.csv")
    assert [m.nieuw["naam"] for m in oordeel.mutaties if m.nieuw] == [NAAM]
    assert oordeel.bevindingen == ()


def test_windows_text_is_read_and_shown_to_be_looked_at() -> None:
    oordeel = keur(f"programma;naam\n8;{NAAM}\n".encode("cp1252"), naam="programmas.csv")
    assert [m.nieuw["naam"] for m in oordeel.mutaties if m.nieuw] == [NAAM]
    [bevinding] = oordeel.bevindingen
    assert (bevinding.code, bevinding.waarde) == ("BESTAND_CP1252", "Coöperatie")
    assert oordeel.mag_door


KOP = "programma;naam\n"
VREEMD = {
    "DOS letters": f"{KOP}8;Coöperatie\n".encode("cp850"),
    "DOS e acute": f"{KOP}8;café\n".encode("cp850"),
    "Mac letters": f"{KOP}8;reële\n".encode("mac-roman"),
    "UTF-8 read as Windows and saved again": f"{KOP}8;Coöperatie\n".encode()
    .decode("cp1252")
    .encode(),
    "a replacement mark": f"{KOP}8;Co\ufffdperatie\n".encode(),
    "UTF-16": f"{KOP}8;Wonen\n".encode("utf-16"),
    "UTF-8 with a broken byte after its mark": b"\xef\xbb\xbf" + KOP.encode() + b"8;Co\xf6p\n",
    "a byte that means nothing": KOP.encode() + b"8;Co\x81p\n",
    "a NUL": KOP.encode() + b"8;W\0nen" + b"x" * 5000,
    "a NUL far away": KOP.encode() + b"8;Wonen\n" * 1000 + b"9;\0\n",
    "commas": b"programma,naam\n8,Wonen\n",
    "tabs": b"programma\tnaam\n8\tWonen\n",
    "sep=,": b"sep=,\nprogramma,naam\n8,Wonen\n",
}


@pytest.mark.parametrize("inhoud", VREEMD.values(), ids=list(VREEMD))
def test_what_is_not_certain_is_refused(inhoud: bytes) -> None:
    assert gevonden(keur(inhoud, naam="programmas.csv")) == {"BESTAND_GEEN_CSV programmas.csv"}


def test_the_refusal_of_commas_names_the_way_out() -> None:
    [bevinding] = keur(VREEMD["commas"], naam="programmas.csv").bevindingen
    assert "komma's" in bevinding.melding
    assert "CSV UTF-8 (met puntkomma's)" in bevinding.melding


def test_a_quote_that_never_ends_is_refused() -> None:
    oordeel = keur(INZET + '"O1;T01;x\n' * 3)
    assert gevonden(oordeel) == {"BESTAND_ONLEESBAAR inzet.csv"}


def test_limits_of_rows_columns_and_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    assert gevonden(keur(";" * 200 + "x\n")) == {"BESTAND_TE_VEEL_KOLOMMEN inzet.csv"}
    assert gevonden(keur(INZET + "x" * 32_768 + ";\n")) == {"BESTAND_CEL_TE_LANG inzet.csv"}
    monkeypatch.setattr(lezer_csv, "MAX_RIJEN", 2)
    assert gevonden(keur(INZET + "\n;\nx;y\n")) == {"BESTAND_TE_VEEL_RIJEN inzet.csv"}


KLEIN = {"Programmas": [["programma", "naam"], ["8", "Wonen"]]}
TEKST = b"programma;naam\n8;Wonen\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SLOT = OLE + "EncryptedPackage".encode("utf-16-le")
NAAM_TEGEN_INHOUD = [
    ("w.xlsx", ods(KLEIN), "BESTAND_GEEN_XLSX", "eindigt op .ods"),
    ("w.xlsx", TEKST, "BESTAND_GEEN_XLSX", "een tekstbestand"),
    ("w.xlsx", b"<html><table></table></html>", "BESTAND_GEEN_XLSX", "een webpagina"),
    ("w.xlsx", b"%PDF-1.7", "BESTAND_GEEN_XLSX", "een pdf"),
    ("w.ods", boek(KLEIN), "BESTAND_GEEN_ODS", "eindigt op .xlsx"),
    ("w.ods", TEKST, "BESTAND_GEEN_ODS", "een tekstbestand"),
    ("w.ods", OLE, "BESTAND_GEEN_ODS", "een oud soort"),
    ("w.csv", boek(KLEIN), "BESTAND_GEEN_CSV", "een Excel-werkmap"),
    ("w.csv", ods(KLEIN), "BESTAND_GEEN_CSV", "een OpenDocument-werkmap"),
    ("w.csv", b"PK\x03\x04 kapot", "BESTAND_GEEN_CSV", "een zip-bestand"),
    ("w.csv", b"<!DOCTYPE html><p>", "BESTAND_GEEN_CSV", "een webpagina"),
    ("w.csv", b'<?xml version="1.0"?><Workbook/>', "BESTAND_GEEN_CSV", "een xml-bestand"),
    ("w.csv", b"\x89PNG\r\n\x1a\n\0", "BESTAND_GEEN_CSV", "een ander soort bestand"),
    ("w.xls", OLE, "BESTAND_GEEN_XLSX", "een oud soort"),
    ("w.xls", TEKST, "BESTAND_GEEN_XLSX", "eindigt op .xls"),
    ("w.xls", boek(KLEIN), "BESTAND_GEEN_XLSX", "naam die eindigt op .xlsx"),
    ("w.xlsx", SLOT, "BESTAND_VERSLEUTELD", "wachtwoord"),
    ("w.ods", SLOT, "BESTAND_VERSLEUTELD", "wachtwoord"),
    ("w.pdf", b"%PDF-1.7", "BESTAND_GEEN_XLSX", "Wij lezen .xlsx, .ods en .csv"),
    ("w", TEKST, "BESTAND_GEEN_XLSX", "een tekstbestand"),
    ("w.txt", TEKST, "BESTAND_GEEN_XLSX", "Wij lezen .xlsx, .ods en .csv"),
    ("w.ods", b"PK\x03\x04 kapot", "BESTAND_ONLEESBAAR", "beschadigd"),
    ("w.csv", b"", "BESTAND_LEEG", "leeg"),
]


@pytest.mark.parametrize(
    ("naam", "inhoud", "code", "deel"),
    NAAM_TEGEN_INHOUD,
    ids=[f"{n} {d}" for n, _, _, d in NAAM_TEGEN_INHOUD],
)
def test_the_contents_must_be_what_the_name_promises(
    naam: str, inhoud: bytes, code: str, deel: str
) -> None:
    werkboek = lees_bestand(inhoud, naam)
    [bevinding] = werkboek.bevindingen
    assert werkboek.bladen == ()
    assert (bevinding.code, bevinding.blad, bevinding.cel) == (code, None, None)
    assert deel in bevinding.melding
