"""One damage per workbook: the finding stands at the right cell, and nothing else is found."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sturing.domain.bevinding import Ernst
from sturing.intake.codes import REGISTER, Code
from tests.intake.bouwer import Opmaak, gevonden, goed, goed_met, keur

BSN = "111222333"
"""Passes the test: 9+8+7+12+10+8+9+6-3 = 66 = 6 x 11."""

CEL: list[tuple[str, object, str]] = [
    # Required cells
    ("Inzet_E2", None, "VERPLICHT_LEEG"),
    ("Inzet_B2", None, "VERPLICHT_LEEG"),
    ("Teams_B2", "   ", "VERPLICHT_LEEG"),
    ("Opdrachten_M3", None, "VERPLICHT_LEEG"),
    ("Capaciteit_E2", None, "VERPLICHT_LEEG"),
    ("Teamplannen_E2", None, "VERPLICHT_LEEG"),
    # Excel errors and formulas
    ("Inzet_E2", "#N/A", "FOUTCEL"),
    ("Capaciteit_E2", "#DIV/0!", "FOUTCEL"),
    ("Inzet_E2", "=100+20", "FORMULE_ZONDER_UITKOMST"),
    ("Inzet_A2", '="O"&1', "FORMULE_ZONDER_UITKOMST"),
    ("Opdrachten_C2", "=B2", "FORMULE_ZONDER_UITKOMST"),
    # Numbers
    ("Inzet_E2", "twaalf", "GETAL_ONGELDIG"),
    ("Inzet_E2", "120 uur", "GETAL_ONGELDIG"),
    ("Inzet_E2", "1,234.5", "GETAL_ONGELDIG"),
    ("Inzet_E2", "12:75", "GETAL_ONGELDIG"),
    ("Inzet_E2", True, "GETAL_ONGELDIG"),
    ("Inzet_E2", datetime(2027, 3, 1), "GETAL_ONGELDIG"),
    ("Capaciteit_E2", "58:30", "GETAL_ONGELDIG"),
    ("Inzet_E2", "1.234", "GETAL_DUBBELZINNIG"),
    ("Inzet_E2", "1.5", "GETAL_DUBBELZINNIG"),
    ("Capaciteit_E2", "4.5", "GETAL_DUBBELZINNIG"),
    ("Begroting_D2", "1.000", "GETAL_DUBBELZINNIG"),
    ("Inzet_E2", "NaN", "GETAL_NIET_EINDIG"),
    ("Capaciteit_E2", "∞", "GETAL_NIET_EINDIG"),
    ("Inzet_E2", 12.345, "TE_VEEL_DECIMALEN"),
    ("Inzet_E2", "12,345", "TE_VEEL_DECIMALEN"),
    ("Besteding_C2", 10.001, "TE_VEEL_DECIMALEN"),
    ("Opdrachten_P2", 400.005, "TE_VEEL_DECIMALEN"),
    ("Inzet_E2", -1, "GETAL_BUITEN_BEREIK"),
    ("Inzet_E2", 1_000_001, "GETAL_BUITEN_BEREIK"),
    ("Capaciteit_E2", 1000.5, "GETAL_BUITEN_BEREIK"),
    ("Capaciteit_E2", -0.1, "GETAL_BUITEN_BEREIK"),
    ("Teams_G2", 6, "GETAL_BUITEN_BEREIK"),
    ("Teams_G2", 2.5, "GETAL_NIET_HEEL"),
    ("Begroting_B2", 1999, "GETAL_BUITEN_BEREIK"),
    ("Begroting_B2", 2027.5, "GETAL_NIET_HEEL"),
    ("Begroting_D2", 10_000_000_001, "GETAL_BUITEN_BEREIK"),
    ("Begroting_F2", -1, "GETAL_BUITEN_BEREIK"),
    ("Opdrachten_P2", -5, "GETAL_BUITEN_BEREIK"),
    ("Opdrachten_L2", 0, "GETAL_BUITEN_BEREIK"),
    ("Opdrachten_L2", 1_000_001, "GETAL_BUITEN_BEREIK"),
    ("Opdrachten_Q2", 5.1, "GETAL_BUITEN_BEREIK"),
    ("Opdrachten_T2", 1_000_000.5, "GETAL_BUITEN_BEREIK"),
    ("Gebieden_F3", -1, "GETAL_BUITEN_BEREIK"),
    ("Teamplannen_C2", 0, "GETAL_BUITEN_BEREIK"),
    # Percentages
    ("Gebiedsagenda_E2", 0.6, "PERCENTAGE_ONDER_1"),
    ("Teamrollen_E2", 0.8, "PERCENTAGE_ONDER_1"),
    ("Afwezigheid_D2", "0,5", "PERCENTAGE_ONDER_1"),
    ("Gebiedsagenda_E2", Opmaak(0.005, "0.0%"), "PERCENTAGE_ONDER_1"),
    ("Gebiedsagenda_E2", 101, "GETAL_BUITEN_BEREIK"),
    ("Teamrollen_E2", Opmaak(20, "0%"), "GETAL_BUITEN_BEREIK"),
    ("Normen_E2", 0.065, "PERCENTAGE_KLEIN"),
    # Months and days
    ("Inzet_C2", "maart", "DATUM_ONGELDIG"),
    ("Inzet_C2", 46023, "DATUM_ONGELDIG"),
    ("Inzet_D2", "31-02-2027", "DATUM_ONGELDIG"),
    ("Inzet_D2", "2027-13", "DATUM_ONGELDIG"),
    ("Uren_A2", 202610, "DATUM_ONGELDIG"),
    ("Opdrachten_W2", "volgende week", "DATUM_ONGELDIG"),
    ("Inzet_D2", "31-12-9999", "DATUM_BUITEN_BEREIK"),
    ("Inzet_C2", "dec 1999", "DATUM_BUITEN_BEREIK"),
    ("Inzet_D2", date(2027, 12, 1), "TOT_EERSTE_VAN_MAAND"),
    ("Opdrachten_O2", "01-12-2028", "TOT_EERSTE_VAN_MAAND"),
    ("Inzet_D2", "dec 2026", "VENSTER_OMGEKEERD"),
    ("Capaciteit_C2", "2026-12", "VENSTER_OMGEKEERD"),
    ("Teams_M2", "31-12-2019", "VENSTER_OMGEKEERD"),
    # Lists
    ("Teams_D2", "project", "WAARDE_BUITEN_LIJST"),
    ("Teams_E2", "fysiek en sociaal", "WAARDE_BUITEN_LIJST"),
    ("Opdrachten_M2", "bezig", "WAARDE_BUITEN_LIJST"),
    ("Opdrachten_K2", "misschien", "WAARDE_BUITEN_LIJST"),
    ("Opdrachten_K2", 1, "WAARDE_BUITEN_LIJST"),
    ("Personen_C2", "baas", "WAARDE_BUITEN_LIJST"),
    ("Capaciteit_D2", "stagiair", "WAARDE_BUITEN_LIJST"),
    ("Teams_E2", "ruimtelijk domein", "WAARDE_SYNONIEM"),
    # Codes and texts
    ("Inzet_A2", 1.5, "CODE_ALS_GETAL"),
    ("Inzet_A2", datetime(2027, 1, 2), "CODE_ALS_GETAL"),
    ("Begroting_C2", 0.1, "TAAKVELD_DUBBELZINNIG"),
    ("Inzet_A2", "O9", "CODE_ONBEKEND"),
    ("Inzet_A2", 1, "CODE_ONBEKEND"),
    ("Inzet_B2", "T9", "CODE_ONBEKEND"),
    ("Opdrachten_E2", "P9", "CODE_ONBEKEND"),
    ("Opdrachten_G2", "P2; P9", "CODE_ONBEKEND"),
    ("Opdrachten_J2", "D9", "CODE_ONBEKEND"),
    ("Begroting_A2", "9", "CODE_ONBEKEND"),
    ("Gebieden_D3", "XXX", "CODE_ONBEKEND"),
    ("Teamplannen_I2", "T9", "CODE_ONBEKEND"),
    ("Teamrollen_A2", "M9", "CODE_ONBEKEND"),
    ("Opdrachten_Z2", "O8", "CODE_ONBEKEND"),
    ("Inzet_A2", "o1", "CODE_SCHRIJFWIJZE"),
    ("Opdrachten_E2", "p1", "CODE_SCHRIJFWIJZE"),
    ("Opdrachten_B2", "Spoor\u202ezone", "TEKST_STUURTEKEN"),
    ("Opdrachten_Y2", "let op\u2066dit", "TEKST_STUURTEKEN"),
    ("Inzet_A3", "O2\u200b", "TEKST_STUURTEKEN"),
    ("Opdrachten_Y2", f"zie {BSN} in het dossier", "TEKST_BSN"),
    ("Opdrachten_Y2", int(BSN), "TEKST_BSN"),
    ("Inzet_A2", BSN, "TEKST_BSN"),
    ("Opdrachten_B2", "Sp\u043eorzone", "SCHRIFT_GEMENGD"),
    # Rows that say something together
    ("Opdrachten_E2", None, "OPDRACHT_ZONDER_OPDRACHTGEVER"),
    ("Inzet_C2", "dec 2025", "INZET_BUITEN_VENSTER"),
    ("Inzet_D2", "jan 2029", "INZET_BUITEN_VENSTER"),
    ("Inzet_E2", 9999, "UREN_BOVEN_TEAM"),
    ("Teamrollen_E2", 100, ""),
    ("Gebieden_D2", "BIL", "GEBIED_KRING"),
]


def _plaats(plek: str) -> str:
    return plek.replace("_", "!")


def test_the_sound_workbook_has_no_finding() -> None:
    beoordeling = keur(goed())
    assert beoordeling.bevindingen == ()
    assert beoordeling.mag_door
    assert len(beoordeling.mutaties) == sum(len(rijen) - 1 for rijen in goed().values())


@pytest.mark.parametrize(("plek", "waarde", "code"), CEL, ids=[f"{p}={w!r:.20}" for p, w, _ in CEL])
def test_one_damaged_cell_gives_one_finding_at_that_cell(
    plek: str, waarde: object, code: str
) -> None:
    beoordeling = keur(goed_met(**{plek: waarde}))
    verwacht = {f"{code} {_plaats(plek)}"} if code else set()
    if code == "GEBIED_KRING":
        verwacht.add("GEBIED_KRING Gebieden!D3")
    assert gevonden(beoordeling) == verwacht
    if code and REGISTER[Code(code)].ernst is Ernst.FOUT:
        assert beoordeling.mutaties == ()
        assert not beoordeling.mag_door
        assert all(b.melding.endswith("Er is niets opgeslagen.") for b in beoordeling.fouten)
    else:
        assert beoordeling.mag_door


RIJ: list[tuple[str, dict[str, object], set[str]]] = [
    (
        "duplicate key names the later row",
        {
            "Inzet_A4": "O1",
            "Inzet_B4": "T01",
            "Inzet_C4": "01-01-2027",
            "Inzet_D4": "2027-12",
            "Inzet_E4": 5,
        },
        {"SLEUTEL_DUBBEL Inzet!A4"},
    ),
    (
        "a code of a team twice",
        {"Teams_A3": "T01"},
        {
            "SLEUTEL_DUBBEL Teams!A3",
            "CODE_ONBEKEND Inzet!B3",
            "CODE_ONBEKEND Teamrollen!B2",
            "CODE_ONBEKEND Teamplannen!I2",
        },
    ),
    (
        "one persoon, two names",
        {
            "Personen_A3": "P1",
            "Personen_B3": "Iemand anders",
            "Programmas_C2": None,
            "Doelen_E2": None,
            "Opdrachten_G2": None,
        },
        {"PERSOON_TWEE_NAMEN Personen!B3"},
    ),
    (
        "budget with and without taakveld",
        {"Begroting_A3": "8", "Begroting_B3": 2027, "Begroting_D3": 10},
        {"BEGROTING_DUBBEL Begroting!C3"},
    ),
    (
        "shares above a hundred",
        {"Gebiedsagenda_A3": "GEM", "Gebiedsagenda_B3": "O1", "Gebiedsagenda_E3": 41},
        {"AANDEEL_BOVEN_100 Gebiedsagenda!E3"},
    ),
    (
        "an item of nothing",
        {"Gebiedsagenda_B2": None, "Gebiedsagenda_E2": None},
        {"AGENDA_LEEG Gebiedsagenda!B2"},
    ),
    (
        "a window in a weekend",
        {"Inzet_C2": "02-01-2027", "Inzet_D2": "03-01-2027"},
        {"VENSTER_ZONDER_WERKDAG Inzet!D2"},
    ),
    (
        "a correction that the month can carry",
        {"Uren_A3": "okt 2026", "Uren_B3": "T01", "Uren_C3": "O2", "Uren_D3": -10},
        {"CORRECTIE_ONDER_NUL Uren!D3"},
    ),
    (
        "a correction below the month",
        {"Uren_A3": "okt 2026", "Uren_B3": "T01", "Uren_C3": "O2", "Uren_D3": "-58:31"},
        {"CORRECTIE_ONDER_NUL Uren!D3", "SOM_ONDER_NUL Uren!D3"},
    ),
    (
        "euros of a month below zero",
        {"Besteding_A3": "O2", "Besteding_B3": "okt 2026", "Besteding_C3": -100},
        {"CORRECTIE_ONDER_NUL Besteding!C3", "SOM_ONDER_NUL Besteding!C3"},
    ),
    (
        "two areas gemeentebreed",
        {"Gebieden_C3": "gemeentebreed"},
        {"GEBIED_GEMEENTEBREED Gebieden!C3"},
    ),
    (
        "no area gemeentebreed",
        {"Gebieden_C2": "regio"},
        {"GEBIED_ZONDER_GEMEENTEBREED Gebieden"},
    ),
    (
        "a budget that no programme pays",
        {"Opdrachten_I2": None},
        {"BUDGET_ZONDER_PROGRAMMA Opdrachten!P2"},
    ),
    (
        "roles above the contract",
        {
            "Teamrollen_A3": "M1",
            "Teamrollen_B3": "T02",
            "Teamrollen_C3": "mrt 2027",
            "Teamrollen_E3": 30,
        },
        {"ROLLEN_BOVEN_CONTRACT Teamrollen!E3"},
    ),
    (
        "supply given twice",
        {"Teamrollen_B2": "T01"},
        {"AANBOD_DUBBEL Capaciteit!A2"},
    ),
    (
        "two rows of bezetting at the same time",
        {
            "Capaciteit_A3": "T01",
            "Capaciteit_B3": "2027-06",
            "Capaciteit_C3": "2027-12",
            "Capaciteit_D3": "bezetting",
            "Capaciteit_E3": 1,
        },
        {"CAPACITEIT_OVERLAP Capaciteit!B3"},
    ),
    (
        "norms that leave nothing",
        {"Normen_F2": 60, "Normen_G2": 50},
        {"NORM_TE_HOOG Normen!G2"},
    ),
    (
        "more leave than work",
        {"Normen_D2": 1000, "Normen_C2": 10},
        {"NORM_TE_HOOG Normen!D2"},
    ),
    (
        "a totals row without a key is skipped",
        {"Capaciteit_A3": "Totaal:", "Capaciteit_E3": 5},
        {"RIJ_TOTAAL Capaciteit!A3"},
    ),
    (
        "a row without a key is skipped",
        {"Inzet_E4": 77},
        {"RIJ_ZONDER_SLEUTEL Inzet!A4"},
    ),
    (
        "several damages give several findings",
        {"Inzet_E2": "twaalf", "Inzet_E3": "1.480", "Inzet_B3": "T77", "Teams_D3": "iets"},
        {
            "GETAL_ONGELDIG Inzet!E2",
            "GETAL_DUBBELZINNIG Inzet!E3",
            "CODE_ONBEKEND Inzet!B3",
            "WAARDE_BUITEN_LIJST Teams!D3",
        },
    ),
    (
        "an old code that is the code itself",
        {"Teams_N2": "T01"},
        {"VORIGE_CODE_ZELFDE Teams!N2"},
    ),
]


@pytest.mark.parametrize(("cellen", "verwacht"), [g[1:] for g in RIJ], ids=[g[0] for g in RIJ])
def test_rows_together_give_these_findings(cellen: dict[str, object], verwacht: set[str]) -> None:
    assert gevonden(keur(goed_met(**cellen))) == verwacht


def test_findings_stand_in_the_order_of_sheet_row_and_column() -> None:
    beoordeling = keur(
        goed_met(Inzet_E3="x", Inzet_A3="O7", Inzet_E2="y", Teams_D3="z", Normen_E2="w")
    )
    assert [b.plaats for b in beoordeling.bevindingen] == [
        "Teams!D3",
        "Inzet!E2",
        "Inzet!A3",
        "Inzet!E3",
        "Normen!E2",
    ]


def test_a_message_names_sheet_cell_value_and_what_is_allowed() -> None:
    [bevinding] = keur(goed_met(Inzet_E2="twaalf")).bevindingen
    assert bevinding.melding == (
        "Blad 'Inzet', cel E2: 'twaalf' is geen getal. Toegestaan: uren, bijvoorbeeld 120 of "
        "1.234,5. Er is niets opgeslagen."
    )
    assert (bevinding.waarde, bevinding.bestand) == ("twaalf", "werkboek.xlsx")


def test_an_ambiguous_number_names_both_readings() -> None:
    [bevinding] = keur(goed_met(Inzet_E2="1.480")).bevindingen
    assert "'1.480' kan 1480 zijn of 1,48." in bevinding.melding


def test_an_unknown_code_names_the_three_nearest() -> None:
    werk = goed()
    werk["Opdrachten"] += [
        [f"O{nummer:03d}", f"Klus {nummer}", None, "regulier", "P1"] + [None] * 7 + ["idee"]
        for nummer in (16, 51, 21, 99)
    ]
    werk["Inzet"][1][0] = "O061"
    [bevinding] = keur(werk).bevindingen
    assert "Lijkt op: O016, O051 of O021." in bevinding.melding


@pytest.mark.parametrize("code", ["opdracht", "ZZZZZZZZZZ", "a", "0" * 200])
def test_an_unknown_code_that_resembles_none_still_names_three(code: str) -> None:
    werk = goed()
    werk["Opdrachten"] += [
        [f"O{nummer:03d}", f"Klus {nummer}", None, "regulier", "P1"] + [None] * 7 + ["idee"]
        for nummer in (16, 51, 21)
    ]
    werk["Inzet"][1][0] = code
    [bevinding] = keur(werk).bevindingen
    _, _, genoemd = bevinding.melding.partition("Lijkt op: ")
    assert genoemd.partition(".")[0].count("O") == 3


def test_a_bsn_in_the_name_of_a_sheet_is_masked() -> None:
    [bevinding] = keur(goed() | {f"Blad {BSN}": [["iets"]]}).bevindingen
    assert bevinding.code == "BLAD_ONBEKEND"
    assert bevinding.blad == "Blad *********"
    assert BSN not in bevinding.melding


def test_a_bsn_is_masked_in_value_and_message() -> None:
    for bevinding in keur(goed_met(Opdrachten_Y2=f"bel {BSN}", Inzet_E2=BSN)).bevindingen:
        assert BSN not in (bevinding.waarde or "")
        assert BSN not in bevinding.melding
    [tekst, _] = keur(goed_met(Opdrachten_Y2=f"bel {BSN}", Inzet_E2=BSN)).bevindingen
    assert tekst.waarde == "bel *********"
