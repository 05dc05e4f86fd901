"""The Word document of a report and of a letter, read back as XML."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest

from sturing.rapport.model import Cel, Kolom, Kolomsoort, Rij
from sturing.rapport.word import schrijf_briefword, schrijf_word
from sturing.rapport.word_pakket import tekst as als_xml
from tests.rapport.voorbeeld import BRIEF, GEMEEN, GRAFIEK, RAPPORT, TABEL

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEKST = (f"{W}t", f"{W}noBreakHyphen")


def delen(inhoud: bytes) -> dict[str, ElementTree.Element | bytes]:
    """Every part, XML parsed: a part that is no XML fails here."""
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        return {
            naam: zip_.read(naam)
            if naam.endswith(".png")
            else ElementTree.fromstring(zip_.read(naam))
            for naam in zip_.namelist()
        }


def tekst(element: ElementTree.Element) -> str:
    """As one reads it: a hyphen or space that breaks no line reads like any other."""
    stukken = [
        "-" if e.tag == f"{W}noBreakHyphen" else e.text or ""
        for e in element.iter()
        if e.tag in TEKST
    ]
    return "".join(stukken).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def document() -> ElementTree.Element:
    deel = delen(schrijf_word(RAPPORT))["word/document.xml"]
    assert isinstance(deel, ElementTree.Element)
    return deel


def stijl(alinea: ElementTree.Element) -> str:
    gevonden = alinea.find(f"{W}pPr/{W}pStyle")
    return "" if gevonden is None else str(gevonden.get(f"{W}val"))


def test_the_sentence_is_the_only_first_heading_and_every_part_has_a_second(
    document: ElementTree.Element,
) -> None:
    koppen = [(stijl(p), tekst(p)) for p in document.iter(f"{W}p") if "Heading" in stijl(p)]
    assert koppen == [
        ("Heading1", RAPPORT.zin),
        ("Heading2", GRAFIEK.kop),
        ("Heading2", TABEL.kop),
        ("Heading2", "Wat er tekortkomt en waarom"),
        ("Heading2", "Waar deze cijfers vandaan komen"),
    ]


def test_a_table_has_a_head_that_repeats_and_the_cells_as_shown(
    document: ElementTree.Element,
) -> None:
    tabel = list(document.iter(f"{W}tbl"))[1]
    rijen = tabel.findall(f"{W}tr")
    assert rijen[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert [tekst(cel) for cel in rijen[0].findall(f"{W}tc")] == [
        "Plaats",
        "Opdracht",
        "Gevraagduur",
        "Dekking",
        "Status",
    ]
    assert [tekst(cel) for cel in rijen[-1].findall(f"{W}tc")] == ["", "Samen", "35.000", "94%", ""]
    breed = [int(k.get(f"{W}w") or 0) for k in tabel.findall(f"{W}tblGrid/{W}gridCol")]
    assert min(breed) > 0
    assert sum(breed) <= 9866


def test_no_number_breaks_over_two_lines_whatever_its_head_is() -> None:
    kort = replace(
        TABEL,
        kolommen=(Kolom(kop="Opdracht"), Kolom(kop="Nu", eenheid="uur", soort=Kolomsoort.UREN)),
        rijen=(Rij(cellen=(Cel(tekst="Spoorzone"), Cel(tekst="1.234.567", getal=1_234_567))),),
    )
    document = delen(schrijf_word(replace(RAPPORT, delen=(kort,))))["word/document.xml"]
    assert isinstance(document, ElementTree.Element)
    tabel = list(document.iter(f"{W}tbl"))[1]
    naam, nu = (int(k.get(f"{W}w") or 0) for k in tabel.findall(f"{W}tblGrid/{W}gridCol"))
    # A digit of 8.5 points is 86 twentieths wide, the cell keeps 120 free beside the text.
    assert nu >= 9 * 86 + 120
    assert naam > nu


def test_where_the_figures_are_from_never_stands_alone_on_a_page(
    document: ElementTree.Element,
) -> None:
    alineas = [p for p in document.iter(f"{W}p") if tekst(p)]
    kop = next(n for n, p in enumerate(alineas) if tekst(p) == "Waar deze cijfers vandaan komen")
    assert alineas[kop - 1].find(f"{W}pPr/{W}keepNext") is not None


def test_whatever_a_person_typed_stands_there_as_text(document: ElementTree.Element) -> None:
    tabel = list(document.iter(f"{W}tbl"))[1]
    namen = [tekst(rij.findall(f"{W}tc")[1]) for rij in tabel.findall(f"{W}tr")[1:-1]]
    assert namen == list(GEMEEN)


def test_signs_that_xml_does_not_know_are_left_out() -> None:
    assert als_xml("a\x00\x0bb\ud800c\ufffed & <e>") == "abcd &amp; &lt;e&gt;"


def test_the_chart_is_a_picture_with_its_sentence_for_who_cannot_see_it() -> None:
    gevonden = delen(schrijf_word(RAPPORT))
    beeld = gevonden["word/media/rId10.png"]
    assert isinstance(beeld, bytes)
    assert beeld.startswith(b"\x89PNG")
    document = gevonden["word/document.xml"]
    assert isinstance(document, ElementTree.Element)
    alt = [e.get("descr") for e in document.iter() if e.tag.endswith("}docPr")]
    assert alt == [f"{GRAFIEK.kop}. {GRAFIEK.zin}"]


def test_the_foot_says_of_which_data_and_which_page() -> None:
    voet = delen(schrijf_word(RAPPORT))["word/footer1.xml"]
    assert isinstance(voet, ElementTree.Element)
    assert tekst(voet) == (
        "Gegevens tot en met 31 oktober 2026 · levering 3 van 16-11-2026 · kenmerk a30f f9ca"
        "bladzijde 1 van 1"
    )


def test_a_letter_says_to_whom_about_what_and_why() -> None:
    document = delen(schrijf_briefword(BRIEF))["word/document.xml"]
    assert isinstance(document, ElementTree.Element)
    alineas = [tekst(p) for p in document.iter(f"{W}p") if tekst(p)]
    assert alineas == [
        "Sturing",
        "Aan Wethouder duurzaamheid",
        BRIEF.onderwerp,
        "Beste lezer,",
        f"U vroeg om ‘{GEMEEN[3]}’.",
        "Wat zou dat veranderen?",
        "–Een hogere plaats.",
        "Met vriendelijke groet,",
    ]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert schrijf_word(RAPPORT) == schrijf_word(RAPPORT)


def test_a_number_stays_with_its_word_and_a_word_with_the_hyphen_before_it() -> None:
    brief = replace(BRIEF, aanhef="Omgevingsvisie en -programma krijgt 22 van 140 uur.")
    document = delen(schrijf_briefword(brief))["word/document.xml"]
    assert isinstance(document, ElementTree.Element)
    alinea = next(p for p in document.iter(f"{W}p") if tekst(p) == brief.aanhef)
    assert [t.text for t in alinea.iter(f"{W}t")] == [
        "Omgevingsvisie en ",
        "programma krijgt 22 van 140\u00a0uur.",
    ]
