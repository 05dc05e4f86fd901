"""The template: what is written reads back to the same rows; parts join; the schema is sound."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from sturing.domain.levering import Rij
from sturing.intake.aaneen import knip, voeg_aaneen
from sturing.intake.codes import REGISTER, Code
from sturing.intake.kolommen_md import maak_kolommen_md
from sturing.intake.schema import BLADEN, PER_BLAD, Soort, normaal
from sturing.intake.sjabloon import maak_sjabloon
from tests.intake.bouwer import boek, gevonden, goed, keur, lever

DOCS = Path(__file__).parents[2] / "docs" / "kolommen.md"


def test_a_filled_template_reads_back_without_any_change() -> None:
    opslag = lever({}, goed())
    opslag = lever(
        opslag,
        {
            "Inzet": [
                ["opdracht", "team", "van", "tot", "uren"],
                ["O1", "T01", "15-07-2026", "10-03-2028", 999.99],
                ["O2", "T01", "2026-12", "2027-01", 0],
            ],
            "Capaciteit": [
                ["team", "van", "tot", "soort", "fte"],
                ["T01", "2026-07", "2028-06", "bezetting", 4.123456],
                ["T01", "2027-01", "2027-12", "inhuur", 1],
            ],
        },
    )
    oordeel = keur(maak_sjabloon(opslag), opslag)
    assert oordeel.bevindingen == ()
    assert oordeel.mutaties == ()
    assert all((v.nieuw, v.gewijzigd, v.vervallen) == (0, 0, 0) for v in oordeel.verschil)
    assert len(oordeel.verschil) == len(BLADEN)


def test_the_same_rows_give_the_same_bytes() -> None:
    opslag = lever({}, goed())
    assert maak_sjabloon(opslag) == maak_sjabloon(opslag)


def test_an_empty_template_has_every_sheet_and_column_and_no_finding() -> None:
    inhoud = maak_sjabloon()
    werkboek = openpyxl.load_workbook(BytesIO(inhoud))
    assert werkboek.sheetnames == ["Uitleg", *(blad.naam for blad in BLADEN)]
    for blad in BLADEN:
        koppen = [cel.value for cel in werkboek[blad.naam][1]]
        assert koppen == [kolom.kolom for kolom in blad.kolommen]
        assert werkboek[blad.naam].freeze_panes == "A2"
        lijsten = [
            v for v in werkboek[blad.naam].data_validations.dataValidation if v.type == "list"
        ]
        keuzes = [k for k in blad.kolommen if k.toegestaan or k.verwijst_naar]
        assert len(lijsten) == len(keuzes)
    oordeel = keur(inhoud)
    assert oordeel.bevindingen == ()
    assert oordeel.mutaties == ()


def test_a_template_of_one_team_has_only_the_sheets_asked_for() -> None:
    werkboek = openpyxl.load_workbook(BytesIO(maak_sjabloon(bladen=["Inzet", "Capaciteit"])))
    assert werkboek.sheetnames == ["Uitleg", "Capaciteit", "Inzet"]


def test_the_used_range_of_a_sheet_ends_at_its_last_column_and_the_rest_can_be_filled_in() -> None:
    werkboek = openpyxl.load_workbook(BytesIO(maak_sjabloon(lever({}, goed()))))
    with zipfile.ZipFile(BytesIO(maak_sjabloon(lever({}, goed())))) as pakket:
        for nummer, blad in enumerate(BLADEN, start=2):
            xml = pakket.read(f"xl/worksheets/sheet{nummer}.xml").decode()
            rijen = len(goed().get(blad.naam, [None]))
            hoek = f"{get_column_letter(len(blad.kolommen))}{rijen}"
            assert f'<dimension ref="A1:{hoek}"/>' in xml, blad.naam
            laatste = max(werkboek[blad.naam].column_dimensions.values(), key=lambda k: k.max)
            assert (laatste.max, laatste.protection.locked) == (16_384, False), blad.naam


def test_headings_are_locked_without_a_password_and_all_else_is_free() -> None:
    for vel in openpyxl.load_workbook(
        BytesIO(maak_sjabloon({"Inzet": lever({}, goed())["Inzet"]}))
    ):
        if vel.title == "Uitleg":
            assert vel.max_row == 10
            continue
        slot = vel.protection
        assert slot.sheet
        assert not slot.password
        # In the file "1" means forbidden.
        vrij = ("sort", "autoFilter", "insertRows", "deleteRows", "insertColumns", "formatCells")
        assert [naam for naam in vrij if getattr(slot, naam)] == []
        assert all(cel.protection.locked for cel in vel[1])
        assert not any(cel.protection.locked for rij in vel.iter_rows(min_row=2) for cel in rij)
        assert all(not kolom.protection.locked for kolom in vel.column_dimensions.values())
        assert vel.auto_filter.ref.startswith("A1:")


def test_every_heading_explains_its_column_where_it_stands() -> None:
    werkboek = openpyxl.load_workbook(BytesIO(maak_sjabloon()))
    for blad in BLADEN:
        for cel, kolom in zip(werkboek[blad.naam][1], blad.kolommen, strict=True):
            assert kolom.beschrijving in cel.comment.text
            assert ("Niet verplicht." in cel.comment.text) is not kolom.verplicht
        uitleg = [
            v for v in werkboek[blad.naam].data_validations.dataValidation if v.type != "list"
        ]
        assert [v.promptTitle for v in uitleg] == [kolom.kolom for kolom in blad.kolommen]


def test_known_codes_can_be_chosen_and_looked_up_and_are_no_data() -> None:
    codes = {"Teams": [("T01", "Projecten"), ("T02", "=Toegang")], "Opdrachten": [("O1", "Spoor")]}
    inhoud = maak_sjabloon(bladen=["Inzet"], codes={**codes, "Doelen": [("D1", "Niet nodig")]})
    werkboek = openpyxl.load_workbook(BytesIO(inhoud))
    assert werkboek.sheetnames == ["Uitleg", "Inzet", "Codelijst"]
    assert [list(rij) for rij in werkboek["Codelijst"].values] == [
        ["Teams: code", "Teams: naam", "Opdrachten: code", "Opdrachten: naam"],
        ["T01", "Projecten", "O1", "Spoor"],
        ["T02", "=Toegang", None, None],
    ]
    lijsten = {
        str(v.sqref): v.formula1
        for v in werkboek["Inzet"].data_validations.dataValidation
        if v.type == "list"
    }
    assert lijsten == {"A2:A5001": "'Codelijst'!$C$2:$C$2", "B2:B5001": "'Codelijst'!$A$2:$A$3"}
    assert gevonden(keur(inhoud)) == set()


def test_a_sheet_of_somebody_else_with_such_a_name_is_said_to_be_unknown() -> None:
    werk = {"Programmas": [["programma", "naam"], ["8", "W"]]}
    for naam in ("Codelijst", "Bevindingen"):
        assert gevonden(keur(werk | {naam: [["los"]]})) == {f"BLAD_ONBEKEND {naam}"}


def test_the_bytes_are_the_same_in_another_process_and_time_zone() -> None:
    opdracht = (
        "import hashlib; from sturing.intake.sjabloon import maak_sjabloon; "
        "codes = {'Teams': [('T1', 'Een')], 'Doelen': [('D1', 'Twee')]}; "
        "print(hashlib.sha256(maak_sjabloon() + maak_sjabloon(codes=codes)).hexdigest())"
    )
    uitkomsten = {
        subprocess.run(
            [sys.executable, "-c", opdracht],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": zaad},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for zone, zaad in (("Pacific/Auckland", "1"), ("America/Anchorage", "2"))
    }
    assert len(uitkomsten) == 1


def test_text_that_looks_like_a_formula_or_a_link_stays_text() -> None:
    teksten = ["=1+1", "+31", "-x", "@SUM(A1)", "http://voorbeeld.nl", "007"]
    rijen: list[Rij] = [{"programma": f"P{n}", "naam": t} for n, t in enumerate(teksten)]
    inhoud = maak_sjabloon({"Programmas": rijen}, ["Programmas"])
    blad = openpyxl.load_workbook(BytesIO(inhoud))["Programmas"]
    assert [cel.value for cel in blad["B"][1:]] == teksten
    assert {cel.data_type for cel in blad["B"][1:]} == {"s"}
    assert [m.nieuw["naam"] for m in keur(inhoud).mutaties if m.nieuw] == teksten


MAANDEN = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(MAANDEN, MAANDEN, st.integers(0, 10**7)).filter(lambda r: r[0] <= r[1]),
        min_size=1,
        max_size=6,
        unique_by=lambda r: (r[0], r[1]),
    )
)
def test_cut_parts_join_to_the_rows_they_came_from(
    rijen: list[tuple[date, date, int]],
) -> None:
    heel: list[Rij] = [
        {"opdracht": f"O{n}", "team": "T", "van": van, "tot": tot, "uren_honderdste": uren}
        for n, (van, tot, uren) in enumerate(rijen)
    ]
    delen = [deel for rij in heel for deel in knip("Inzet", rij)]
    assert all(deel["van"].year == deel["tot"].year for deel in delen)
    assert sum(deel["uren_honderdste"] for deel in delen) == sum(r["uren_honderdste"] for r in heel)
    assert sorted(voeg_aaneen("Inzet", reversed(delen)), key=str) == sorted(heel, key=str)


def test_a_part_whose_first_half_was_replaced_is_a_row_of_its_own() -> None:
    rij: Rij = {
        "team": "T",
        "soort": "bezetting",
        "fte": Decimal(2),
        "van": date(2026, 7, 1),
        "tot": date(2027, 6, 30),
    }
    eerste, tweede = knip("Capaciteit", rij)
    assert voeg_aaneen("Capaciteit", [eerste, tweede]) == [rij]
    assert voeg_aaneen("Capaciteit", [tweede]) == [{**rij, "van": date(2027, 1, 1)}]
    anders = {**eerste, "fte": Decimal(3)}
    assert len(voeg_aaneen("Capaciteit", [anders, tweede])) == 2


def test_no_name_of_a_column_means_two_columns() -> None:
    for blad in BLADEN:
        namen: dict[str, str] = {}
        for kolom in blad.kolommen:
            for naam in (kolom.kolom, *kolom.synoniemen):
                assert namen.setdefault(normaal(naam), kolom.veld) == kolom.veld, (blad.naam, naam)


def test_every_reference_points_at_a_sheet_that_defines_codes() -> None:
    for blad in BLADEN:
        for kolom in blad.kolommen:
            if kolom.verwijst_naar is not None:
                assert PER_BLAD[kolom.verwijst_naar].codekolom is not None
            if kolom.soort in (Soort.KEUZE, Soort.JANEE):
                assert kolom.toegestaan


def test_every_code_has_one_explanation_and_the_page_of_columns_is_up_to_date() -> None:
    assert list(REGISTER) == list(Code)
    assert DOCS.read_text(encoding="utf-8") == maak_kolommen_md()


def test_the_work_of_judging_grows_with_the_rows_and_not_with_their_square() -> None:
    def tijd(aantal: int) -> float:
        rijen = [[f"O{n % 50}", f"T{n // 50}", "2026-07", "2027-06", n] for n in range(aantal)]
        inhoud = boek({"Inzet": [["opdracht", "team", "van", "tot", "uren"], *rijen]})
        begin = time.process_time()
        keur(inhoud)
        return time.process_time() - begin

    assert tijd(4000) < 12 * tijd(1000)
