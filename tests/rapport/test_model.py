"""How wide a column of texts wants to be."""

from __future__ import annotations

from sturing.rapport.model import Cel, Kolom, Rij, Tabel


def tabel(*teksten: str, breedte: int = 9) -> Tabel:
    return Tabel(
        kop="",
        blad="",
        uitleg="",
        kolommen=(Kolom(kop="Opdracht", breedte=breedte),),
        rijen=tuple(Rij(cellen=(Cel(tekst=tekst),)) for tekst in teksten),
    )


def test_four_of_five_texts_fit_and_one_long_name_takes_no_room_of_the_others() -> None:
    assert (
        tabel("een twee drie", *["vier vijf zes"] * 3, "zeven acht negen tien").tekstmaat(0) == 13
    )


def test_empty_cells_ask_no_room_and_take_none() -> None:
    assert tabel(*[""] * 9, "Projecten fysiek").tekstmaat(0) == 16


def test_a_word_is_never_broken() -> None:
    assert tabel("kort", "kort", "Plan onderwijshuisvesting").tekstmaat(0) == 20


def test_a_sentence_asks_at_most_four_times_its_measure_and_nothing_asks_eight() -> None:
    assert tabel(*["een zin die maar doorgaat en doorgaat"] * 2, breedte=3).tekstmaat(0) == 12
    assert tabel().tekstmaat(0) == 8
