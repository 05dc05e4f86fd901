"""The PDF of a report and of a letter: its text, its tags and its fonts, read back with pypdf."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from sturing.rapport.pdf import schrijf_pdf
from tests.rapport.voorbeeld import BRIEF, GEMEEN, GRAFIEK, RAPPORT


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    return PdfReader(BytesIO(schrijf_pdf(RAPPORT)))


def plat(lezer: PdfReader) -> str:
    """The words, whatever the lines are."""
    return " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())


def elementen(lezer: PdfReader) -> list[dict[str, Any]]:
    """Every element of the tree that a screen reader walks, in its order."""
    uit: list[dict[str, Any]] = []

    def loop(knoop: Any) -> None:
        knoop = knoop.get_object() if hasattr(knoop, "get_object") else knoop
        if isinstance(knoop, list):
            for kind in knoop:
                loop(kind)
        elif isinstance(knoop, dict):
            if "/S" in knoop and "/P" in knoop:
                uit.append(knoop)
            if "/K" in knoop:
                loop(knoop["/K"])

    loop(lezer.trailer["/Root"]["/StructTreeRoot"])
    return uit


def test_it_says_that_it_is_accessible_dutch_and_what_it_is_called(pdf: PdfReader) -> None:
    wortel = pdf.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"].value is True
    assert wortel["/Lang"] == "nl-NL"
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "pdfuaid:part>1<" in wortel["/Metadata"].get_object().get_data().decode()
    assert pdf.metadata is not None
    assert pdf.metadata.title == RAPPORT.titel
    assert pdf.metadata.creation_date_raw == "D:20261031000000Z"


def test_a_screen_reader_meets_headings_a_figure_with_words_and_a_table_with_heads(
    pdf: PdfReader,
) -> None:
    gevonden = elementen(pdf)
    soorten = Counter(str(e["/S"]) for e in gevonden)
    assert soorten["/H1"] == 1
    assert soorten["/H2"] == 4
    assert (soorten["/Table"], soorten["/TH"], soorten["/TR"]) == (1, 5, 9)
    assert soorten["/TD"] == 5 * 8
    figuur = next(e for e in gevonden if e["/S"] == "/Figure")
    assert figuur["/Alt"] == f"{GRAFIEK.kop}. {GRAFIEK.zin}"


def test_whatever_a_person_typed_is_text_and_never_markup(pdf: PdfReader) -> None:
    tekst = plat(pdf)
    for naam in GEMEEN:
        # A long word may be broken at a hyphen or a slash, so signs are compared without spaces.
        assert naam.replace(" ", "") in tekst.replace(" ", "")
    assert not any("/A" in annotatie for blad in pdf.pages for annotatie in blad.get("/Annots", []))


def test_numbers_stand_in_dutch_notation_and_the_foot_says_of_which_data(pdf: PdfReader) -> None:
    tekst = plat(pdf)
    assert "35.000 uur" in tekst
    assert "1.250" in tekst
    assert "kenmerk a30f f9ca bladzijde 1 van 1" in tekst


def test_every_font_is_our_own_and_embedded(pdf: PdfReader) -> None:
    namen = set()
    for blad in pdf.pages:
        for font in blad["/Resources"]["/Font"].values():
            onder = font.get_object()["/DescendantFonts"][0].get_object()
            namen.add(str(onder["/BaseFont"]).partition("+")[2])
            beschrijving = onder["/FontDescriptor"].get_object()
            assert "/FontFile2" in beschrijving or "/FontFile3" in beschrijving
    assert namen == {"SturingSans-Regular", "SturingSans-SemiBold"}


def test_a_letter_is_one_page_and_says_to_whom_and_why() -> None:
    lezer = PdfReader(BytesIO(schrijf_pdf(BRIEF)))
    assert len(lezer.pages) == 1
    tekst = plat(lezer)
    assert tekst.startswith("Sturing Aan Wethouder duurzaamheid Voor Dorpsplein is in 2027")
    assert GEMEEN[3] in tekst
    assert Counter(str(e["/S"]) for e in elementen(lezer))["/H1"] == 1


def test_the_same_report_gives_the_same_bytes() -> None:
    assert schrijf_pdf(RAPPORT) == schrijf_pdf(RAPPORT)


def test_a_word_keeps_the_hyphen_before_it_and_what_is_read_out_has_plain_signs() -> None:
    rapport = replace(RAPPORT, zin="Omgevingsvisie en -programma krijgt 22 van 140 uur.")
    lezer = PdfReader(BytesIO(schrijf_pdf(rapport)))
    tekst = " ".join(blad.extract_text() for blad in lezer.pages)
    assert "-\u2060programma" in tekst
    assert lezer.metadata is not None
    assert lezer.metadata.subject == rapport.zin
