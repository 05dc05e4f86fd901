"""The second reader confirms what is there and contradicts what is not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sturing.intake.cellen import Cel, Celsoort, Celwaarde
from sturing.intake.lezer import lees_bestand
from sturing.intake.xlsx_getuige import MAX_VLAK, Getuige
from tests.intake.bouwer import Opmaak, boek
from tests.intake.test_xlsx_herhaling import alleen_openpyxl

ROOT = Path(__file__).resolve().parents[2]
WAARDEN: list[tuple[object, Celsoort, Celwaarde]] = [
    (12.5, Celsoort.GETAL, 12.25),
    (8, Celsoort.GETAL, 80),
    (Opmaak(0.2, "0%"), Celsoort.PROCENT, 20),
    ("O1", Celsoort.TEKST, "O2"),
    (Opmaak(7, "000"), Celsoort.TEKST, "008"),
    (True, Celsoort.JANEE, False),
    (Opmaak(dt.datetime(2027, 3, 15), "d-m-yyyy"), Celsoort.DAG, dt.date(2027, 3, 16)),
    (Opmaak(dt.datetime(2027, 3, 15), "mmm yyyy"), Celsoort.MAAND, dt.date(2027, 4, 15)),
    ("#N/A", Celsoort.FOUT, "#N/A"),
    ("  ", Celsoort.TEKST, "x"),
]


@pytest.mark.parametrize(("waarde", "soort", "anders"), WAARDEN, ids=[str(w[1]) for w in WAARDEN])
def test_a_true_value_is_confirmed_and_another_is_not(
    waarde: object, soort: Celsoort, anders: Celwaarde
) -> None:
    inhoud = boek({"Blad": [["kop"], [waarde], [waarde]]})
    rijen = lees_bestand(inhoud, "a.xlsx").bladen[0].rijen
    assert rijen[1][1][0].soort is soort
    assert Getuige(inhoud).bevestigt("Blad", rijen)
    vals = (*rijen[:2], (3, (Cel(1, soort, anders),)))
    assert Getuige(inhoud).bevestigt("Blad", vals) is (soort is Celsoort.FOUT)


def test_a_cell_in_another_place_is_contradicted() -> None:
    inhoud = boek({"Blad": [["kop", 5], [None, 7]]})
    rijen = lees_bestand(inhoud, "a.xlsx").bladen[0].rijen
    assert not Getuige(inhoud).bevestigt("Blad", ((1, rijen[0][1]), (3, rijen[1][1])))
    assert not Getuige(inhoud).bevestigt("Ander blad", rijen)


def test_a_sheet_with_one_far_cell_is_not_asked_of_it() -> None:
    cel = Cel(200, Celsoort.GETAL, 1)
    assert not Getuige(b"").bevestigt("Blad", ((MAX_VLAK // 200 + 1, (cel,)),))


@pytest.mark.parametrize("getal", [1e300, -1e300, 1e18])
def test_what_makes_it_panic_is_read_by_openpyxl(getal: float) -> None:
    inhoud = boek({"Blad": [["kop"], [Opmaak(getal, "[h]:mm")], ["slot"]]})
    gelezen = lees_bestand(inhoud, "a.xlsx")
    with alleen_openpyxl():
        assert repr(gelezen) == repr(lees_bestand(inhoud, "a.xlsx"))


def test_the_workbooks_of_the_demonstration_are_confirmed_whole() -> None:
    paden = sorted((ROOT / "data" / "demonstratie").glob("*.xlsx"))
    assert paden
    for pad in paden:
        inhoud = pad.read_bytes()
        for blad in lees_bestand(inhoud, pad.name).bladen:
            assert Getuige(inhoud).bevestigt(blad.naam, blad.rijen)
