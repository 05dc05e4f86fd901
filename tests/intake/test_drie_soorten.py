"""What people really have, in Excel, OpenDocument and text: the same rows and the same findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.lezer import lees_bestand
from tests.intake.bouwer import Opslag, boek, gevonden, goed, lever
from tests.intake.ods import ods

Rijen = list[list[object]]


def _csv(rijen: Rijen) -> bytes:
    return "".join(
        ";".join(
            "" if w is None else str(w).replace(".", ",") if isinstance(w, float) else str(w)
            for w in rij
        )
        + "\r\n"
        for rij in rijen
    ).encode("utf-8-sig")


SOORTEN: dict[str, Callable[[str, Rijen], bytes]] = {
    ".xlsx": lambda blad, rijen: boek({blad: rijen}),
    ".ods": lambda blad, rijen: ods({blad: rijen}),
    ".csv": lambda _blad, rijen: _csv(rijen),
}
soort = pytest.mark.parametrize("soort", SOORTEN)


@pytest.fixture(scope="module")
def opgeslagen() -> Opslag:
    return lever({}, goed())


def lees(soort: str, blad: str, rijen: Rijen, opslag: Opslag) -> Beoordeling:
    inhoud = SOORTEN[soort](blad, rijen)
    return beoordeel(
        [Bestand(naam=f"{blad.lower()}{soort}", inhoud=inhoud)], opslag, {}, lees=lees_bestand
    )


def uren(oordeel: Beoordeling) -> list[int]:
    return [m.nieuw["uren_honderdste"] for m in oordeel.mutaties if m.nieuw and m.blad == "Inzet"]


KOP: list[object] = ["opdracht", "team", "van", "tot", "uren"]


def rij(getal: object, opdracht: str = "O1") -> list[object]:
    return [opdracht, "T01", "jan 2027", "dec 2027", getal]


@soort
def test_a_title_above_the_table_is_passed_over(soort: str, opgeslagen: Opslag) -> None:
    rijen = [["Urenplanning 2027"], [], ["gemaakt in maart"], [], KOP, rij(100)]
    oordeel = lees(soort, "Inzet", rijen, opgeslagen)
    assert oordeel.bevindingen == ()
    assert uren(oordeel) == [10000]
    assert [m.cel for m in oordeel.mutaties if m.nieuw] == ["A6"]


@soort
def test_a_heading_in_the_eleventh_row_is_too_low(soort: str, opgeslagen: Opslag) -> None:
    oordeel = lees(soort, "Inzet", [*([["x"]] * 10), KOP, rij(100)], opgeslagen)
    assert {b.code for b in oordeel.bevindingen} == {"KOLOM_ONTBREEKT"}


@soort
def test_synonyms_case_and_spaces_in_headings(soort: str, opgeslagen: Opslag) -> None:
    kop = ["Project", "TEAM", " Van ", "tot_", "Uren"]
    oordeel = lees(soort, "Inzet", [kop, rij(100)], opgeslagen)
    assert gevonden(oordeel) == {"KOLOM_SYNONIEM Inzet!A1"}
    assert uren(oordeel) == [10000]


@soort
def test_totals_and_empty_rows_are_passed_over_with_a_notice(
    soort: str, opgeslagen: Opslag
) -> None:
    rijen = [
        KOP,
        rij(100),
        [],
        ["Subtotaal", None, None, None, 100],
        ["Totaal:", None, None, None, 100],
    ]
    oordeel = lees(soort, "Inzet", rijen, opgeslagen)
    assert gevonden(oordeel) == {"RIJ_TOTAAL Inzet!A4", "RIJ_TOTAAL Inzet!A5"}
    assert uren(oordeel) == [10000]


@soort
@pytest.mark.parametrize(
    ("getal", "verwacht"),
    [
        ("1.234,5", 123450),
        ("58:30", 5850),
        ("58:20", 5833),
        ("12,25", 1225),
        (12.25, 1225),
        (7, 700),
    ],
)
def test_dutch_numbers_and_hours_with_minutes(
    soort: str, getal: object, verwacht: int, opgeslagen: Opslag
) -> None:
    oordeel = lees(soort, "Inzet", [KOP, rij(getal)], opgeslagen)
    assert oordeel.bevindingen == ()
    assert uren(oordeel) == [verwacht]


@soort
@pytest.mark.parametrize("getal", ["1.234", "1.5"])
def test_an_ambiguous_number_is_refused_with_both_readings(
    soort: str, getal: str, opgeslagen: Opslag
) -> None:
    oordeel = lees(soort, "Inzet", [["Titel"], KOP, rij(getal)], opgeslagen)
    assert gevonden(oordeel) == {"GETAL_DUBBELZINNIG Inzet!E3"}
    assert getal.replace(".", "") in oordeel.bevindingen[0].melding
    assert getal.replace(".", ",") in oordeel.bevindingen[0].melding


@soort
def test_every_row_is_read_in_order(soort: str, opgeslagen: Opslag) -> None:
    maanden = [f"2027-{maand:02d}" for maand in range(1, 13)]
    rijen = [KOP, *([["O1", "T01", maand, maand, n] for n, maand in enumerate(maanden, start=1)])]
    oordeel = lees(soort, "Inzet", rijen, opgeslagen)
    assert uren(oordeel) == [n * 100 for n in range(1, 13)]
    assert [m.cel for m in oordeel.mutaties if m.nieuw] == [f"A{n}" for n in range(2, 14)]
