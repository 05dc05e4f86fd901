"""Where a line may not break, and where it still may."""

from __future__ import annotations

import pytest

from sturing.rapport.regelval import bijeen


@pytest.mark.parametrize(
    ("tekst", "vast"),
    [
        ("er zijn 1.234,5 uur", "er zijn 1.234,5~uur"),
        ("2 niet haalbaar en 5 onder druk", "2~niet haalbaar en 5~onder druk"),
        ("27 november 2026", "27~november 2026"),
        ("Tot en met plaats 55 is alles haalbaar.", "Tot en met plaats~55 is alles haalbaar."),
        ("zonder eigen norm 6,5%", "zonder eigen norm~6,5%"),
        ("245,0 fte in 2027", "245,0~fte in~2027"),
        ("in jan–okt", "in jan–|okt"),
        ("uren 550 → 150", "uren 550 →~150"),
        ("Omgevingsvisie en -programma", "Omgevingsvisie en -|programma"),
    ],
)
def test_what_belongs_together_stays_on_one_line(tekst: str, vast: str) -> None:
    assert bijeen(tekst).replace("\u00a0", "~").replace("\u2060", "|") == vast


@pytest.mark.parametrize(
    "tekst",
    [
        "Wat 2027 vraagt, is bekend",
        "Fiets- en schoolroutes",
        "a - b, −12 en 31-10-2026",
        "T14 heeft geen tekort",
        "Kenmerk a30f f9ca",
    ],
)
def test_a_year_a_code_and_a_hyphen_in_a_word_break_as_before(tekst: str) -> None:
    assert bijeen(tekst) == tekst
