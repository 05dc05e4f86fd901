"""What a cell means: numbers, hours, percentages, months, days, codes and texts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sturing.intake.getallen import naar_honderdste, rond_zes, uit_excel, uit_tekst
from sturing.intake.melding import Gebrek, getal_tekst, is_bsn, masker
from sturing.intake.nabij import Namenzoeker
from tests.intake.bouwer import Opmaak, gevonden, goed_met, herpak, keur

GELEZEN: list[tuple[str, object, str, object]] = [
    ("Inzet_E2", "1.034,5", "uren_honderdste", 103450),
    ("Inzet_E2", "1 034,50", "uren_honderdste", 103450),
    ("Inzet_E2", "120", "uren_honderdste", 12000),
    ("Inzet_E2", 0.1 + 0.2, "uren_honderdste", 30),
    ("Inzet_E2", "58:30", "uren_honderdste", 5850),
    ("Inzet_E2", "58:20", "uren_honderdste", 5833),
    ("Inzet_E2", "0:01", "uren_honderdste", 2),
    ("Inzet_E2", Opmaak(timedelta(hours=58, minutes=30), "[h]:mm"), "uren_honderdste", 5850),
    ("Inzet_E2", Opmaak(time(2, 45), "h:mm"), "uren_honderdste", 275),
    ("Besteding_C2", "€ 1.500,-", "euro_cent", 150000),
    ("Besteding_C2", "1.234.567,89", "euro_cent", 123456789),
    ("Capaciteit_E2", 6.8, "fte", Decimal("6.8")),
    ("Capaciteit_E2", 6.80000049, "fte", Decimal("6.8")),
    ("Capaciteit_E2", 6.8000005, "fte", Decimal("6.800001")),
    ("Capaciteit_E2", "6,8", "fte", Decimal("6.8")),
    ("Gebiedsagenda_E2", Opmaak(0.2, "0%"), "aandeel_pct", Decimal(20)),
    ("Gebiedsagenda_E2", "20%", "aandeel_pct", Decimal(20)),
    ("Gebiedsagenda_E2", "33,5 %", "aandeel_pct", Decimal("33.5")),
    ("Gebiedsagenda_E2", 0, "aandeel_pct", Decimal(0)),
    ("Normen_E2", Opmaak(0.065, "0.0%"), "verzuim_pct", Decimal("6.5")),
    ("Begroting_C2", 8, "taakveld", "8"),
    ("Begroting_C2", Opmaak(8, "000"), "taakveld", "008"),
    ("Begroting_C2", 6.71, "taakveld", "6.71"),
    ("Begroting_C2", "0.10", "taakveld", "0.10"),
    ("Programmas_B2", 2027, "naam", "2027"),
    ("Opdrachten_K2", True, "wettelijk", True),
    ("Opdrachten_K2", "NEE", "wettelijk", False),
    ("Teams_E2", "Ruimtelijk", "domein", "ruimtelijk"),
    ("Personen_C2", "Coördinerend medewerker", "rol", "coordinerend medewerker"),
    ("Opdrachten_G2", "P2;P1 ; P2", "portefeuillehouders", "P2; P1"),
    ("Opdrachten_W2", "31-10-2026", "peildatum", date(2026, 10, 31)),
    ("Inzet_C2", "mrt 2027", "van", date(2027, 3, 1)),
    ("Inzet_C2", "maart 2027", "van", date(2027, 3, 1)),
    ("Inzet_C2", "2027-03", "van", date(2027, 3, 1)),
    ("Inzet_C2", "15-03-2027", "van", date(2027, 3, 15)),
    ("Inzet_C2", datetime(2027, 3, 15), "van", date(2027, 3, 15)),
    ("Inzet_C2", Opmaak(datetime(2027, 3, 15), "mmm yyyy"), "van", date(2027, 3, 1)),
    ("Inzet_D2", Opmaak(datetime(2027, 3, 15), "[$-413]mmm yyyy"), "tot", date(2027, 3, 31)),
    ("Inzet_D2", Opmaak(datetime(2027, 3, 15), 'yyyy-mm "dd"'), "tot", date(2027, 3, 31)),
    ("Inzet_D2", Opmaak(datetime(2027, 3, 15), "d mmm"), "tot", date(2027, 3, 15)),
    ("Inzet_D2", "2027-02", "tot", date(2027, 2, 28)),
    ("Inzet_D2", "2027-12-30", "tot", date(2027, 12, 30)),
    ("Capaciteit_B2", datetime(2027, 3, 15), "van", date(2027, 3, 1)),
    ("Capaciteit_C2", datetime(2027, 4, 1), "tot", date(2027, 4, 30)),
    ("Uren_A2", datetime(2026, 9, 30), "maand", date(2026, 9, 1)),
]


@pytest.mark.parametrize(
    ("plek", "waarde", "veld", "verwacht"), GELEZEN, ids=[f"{g[0]}={g[1]!r:.24}" for g in GELEZEN]
)
def test_a_cell_is_read_as(plek: str, waarde: object, veld: str, verwacht: object) -> None:
    oordeel = keur(goed_met(**{plek: waarde}))
    blad, adres = plek.split("_")
    assert oordeel.bevindingen == ()
    gelezen = [m.nieuw[veld] for m in oordeel.mutaties if m.blad == blad and m.nieuw]
    assert gelezen[int(adres[1:]) - 2] == verwacht
    assert type(gelezen[int(adres[1:]) - 2]) is type(verwacht)


def test_a_number_in_a_code_column_is_its_whole_text() -> None:
    oordeel = keur(goed_met(Programmas_A2=8, Begroting_A2=8.0, Doelen_D2=8, Opdrachten_I2="8"))
    assert oordeel.bevindingen == ()


def test_leading_zeros_survive() -> None:
    oordeel = keur(
        {"Programmas": [["programma", "naam"], ["007", "A"], ["7", "B"], [" 7.10 ", "C"]]}
    )
    assert [m.nieuw["programma"] for m in oordeel.mutaties if m.nieuw] == ["007", "7", "7.10"]


def test_a_small_percentage_without_percent_sign_is_refused_also_in_normen() -> None:
    werk = {"Normen": [["jaar", "verzuim"], [2027, 0.065]]}
    assert gevonden(keur(werk)) == {"KOLOM_SYNONIEM Normen!B1", "PERCENTAGE_ONDER_1 Normen!B2"}


@pytest.mark.parametrize("tekst", ["1.234", "1.5", "-1.25", "0.5", "00.75"])
def test_one_point_is_ambiguous(tekst: str) -> None:
    gelezen = uit_tekst(tekst)
    assert isinstance(gelezen, Gebrek)
    assert gelezen.code == "GETAL_DUBBELZINNIG"


@pytest.mark.parametrize(
    "tekst", ["", ",5", "5,", "1.23,4", "1,2,3", "1e3", "٣", "12 34", "1..2", "--1", "0x10", "1_0"]
)
def test_these_texts_are_no_number(tekst: str) -> None:
    gelezen = uit_tekst(tekst)
    assert isinstance(gelezen, Gebrek)
    assert gelezen.code == "GETAL_ONGELDIG"


@given(st.integers(min_value=-(10**10), max_value=10**10))
def test_every_amount_of_cents_survives_excel_and_dutch_text(cent: int) -> None:
    uit_cel = uit_excel(cent / 100)
    assert isinstance(uit_cel, Decimal)
    assert naar_honderdste(uit_cel) == cent
    teken = "-" if cent < 0 else ""
    euro, rest = divmod(abs(cent), 100)
    met_punten = f"{euro:,}".replace(",", ".")
    uit_nederlands = uit_tekst(f"{teken}{met_punten},{rest:02d}")
    assert isinstance(uit_nederlands, Decimal)
    assert naar_honderdste(uit_nederlands) == cent


@given(st.decimals(min_value=0, max_value=1000, places=6))
def test_six_decimals_survive_excel(getal: Decimal) -> None:
    uit_cel = uit_excel(float(getal))
    assert isinstance(uit_cel, Decimal)
    assert rond_zes(uit_cel) == getal


def test_rounding_to_six_decimals_is_half_up() -> None:
    assert rond_zes(Decimal("0.0000005")) == Decimal("0.000001")
    assert rond_zes(Decimal("0.00000049")) == 0


def test_the_margin_of_two_decimals_is_a_billionth() -> None:
    assert naar_honderdste(Decimal("12.340000001")) == 1234
    assert isinstance(naar_honderdste(Decimal("12.3400000011")), Gebrek)


def test_a_bsn_has_eight_or_nine_digits_that_pass_the_test() -> None:
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert is_bsn("10000008")  # 010000008: 8 x 1 - 8 = 0
    assert not is_bsn("000000000")
    assert masker("a 111222333 b 1112223330 c 111222334") == "a ********* b 1112223330 c 111222334"


def test_names_nearly_equal_but_numbers_differ() -> None:
    zoeker = Namenzoeker({"A": "Wijkplan 1", "B": "Herinrichting Dorpsplein De Bilt"})
    assert zoeker.lijkt_op("Wijkplan 2") is None
    assert zoeker.lijkt_op("wijkplan  1") == "A"
    assert zoeker.lijkt_op("Herinrichting van Dorpsplein De Bilt") == "B"
    assert zoeker.lijkt_op("Herinrichting Dorpsplein Maartensdijk") is None


@pytest.mark.parametrize("getal", ["9" * 400, "12345678901234567"])
def test_a_whole_number_of_any_length_is_a_finding_or_its_own_digits(getal: str) -> None:
    inhoud = goed_met(Programmas_A2=7, Programmas_B2=7)
    veel = herpak(
        inhoud,
        lambda naam, deel: (
            deel.replace(b"<v>7</v>", f"<v>{getal}</v>".encode())
            if naam.startswith("xl/worksheets/")
            else deel
        ),
    )
    beoordeling = keur(veel)
    assert "CODE_ALS_GETAL Programmas!A2" in gevonden(beoordeling)
    assert getal_tekst(int(getal)) == getal
