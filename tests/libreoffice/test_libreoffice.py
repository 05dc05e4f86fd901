"""What the product writes opens and calculates in LibreOffice as it was written, and what
LibreOffice saved is read as well as what Excel's writers made."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from sturing.intake.beoordeling import Bestand, beoordeel
from sturing.services import leveringen as dienst
from sturing.services.analyse import namen
from sturing.services.omgeving import Omgeving, systeem
from sturing.store.rijen import lees_bladen
from tests.intake.bouwer import gevonden, keur
from tests.libreoffice.conftest import AFGEDRUKT, ALS_ODS, WERKBOEKEN, Omgezet
from tests.libreoffice.gebreken import werkboeken_met_gebreken

SJABLONEN = ("sjabloon-leeg", "sjabloon-team", "sjabloon-domein")
EIGEN = (
    *SJABLONEN,
    "opmerkingen",
    "rapport",
    *(f"analyse-{naam}" for naam in namen()),
    *WERKBOEKEN,
)
VREEMD = ("goed", "gaaf", "fout", *werkboeken_met_gebreken())


# The bars behind the percentages of a report, which Excel and LibreOffice know and openpyxl not.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


def open_boek(inhoud: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(inhoud))


def cellen(werkboek: Workbook) -> dict[tuple[str, str], tuple[object, str]]:
    """Value and type of every filled cell by its sheet and address."""
    return {
        (vel.title, cel.coordinate): (cel.value, cel.data_type)
        for vel in werkboek
        for rij in vel.iter_rows()
        for cel in rij
        if cel.value is not None
    }


@pytest.mark.parametrize("naam", EIGEN)
def test_what_the_product_writes_opens_with_the_same_contents_and_no_formula(
    omgezet: Omgezet, naam: str
) -> None:
    voor, na = map(open_boek, omgezet[naam])
    assert na.sheetnames == voor.sheetnames
    assert cellen(na) == cellen(voor)
    assert "f" not in {soort for _, soort in cellen(na).values()}


@pytest.mark.parametrize("naam", SJABLONEN)
def test_the_drop_downs_the_explanation_and_the_locks_survive(omgezet: Omgezet, naam: str) -> None:
    voor, na = map(open_boek, omgezet[naam])
    for vel in voor:
        anders = na[vel.title]
        keuzes, keuzes_na = (
            {
                (str(v.sqref).partition(":")[0], (v.formula1 or "").replace("'", ""))
                for v in blad.data_validations.dataValidation
                if v.type == "list"
            }
            for blad in (vel, anders)
        )
        assert keuzes_na == keuzes
        assert anders.protection.sheet == vel.protection.sheet
        assert not anders.protection.password
        for recht in ("sort", "autoFilter", "insertRows", "deleteRows", "insertColumns"):
            assert getattr(anders.protection, recht) == getattr(vel.protection, recht)
        for cel, cel_na in zip(vel[1], anders[1], strict=True):
            assert cel_na.protection.locked == cel.protection.locked
            assert (cel_na.comment and cel_na.comment.text) == (cel.comment and cel.comment.text)
        vrij = [d for d in anders.column_dimensions.values() if not d.protection.locked]
        assert bool(vrij) == (vel.title not in ("Uitleg", "Codelijst"))


def test_the_chart_of_a_report_survives(omgezet: Omgezet) -> None:
    for inhoud in omgezet["rapport"]:
        with ZipFile(BytesIO(inhoud)) as zip_:
            grafiek = zip_.read("xl/charts/chart1.xml").decode()
        assert "Uren per maand" in grafiek
        assert "barChart" in grafiek
        assert "lineChart" in grafiek


def test_the_remarks_stand_in_their_cells(omgezet: Omgezet) -> None:
    _, na = map(open_boek, omgezet["opmerkingen"])
    assert "'twaalf' is geen getal." in na["Inzet"]["E2"].comment.text
    assert na["Inzet"]["E2"].fill.fgColor.rgb == "FFFAE9E7"
    doelen = {rij[3].hyperlink.location for rij in na["Bevindingen"].iter_rows(min_row=2)}
    assert {"'Inzet'!E2", "'Opdrachten'!E2", "'Teams'!G2"} <= doelen


@pytest.mark.parametrize("naam", AFGEDRUKT)
def test_it_prints(afgedrukt: dict[str, bytes], naam: str) -> None:
    assert afgedrukt[naam].startswith(b"%PDF")
    assert len(afgedrukt[naam]) > 10_000


@pytest.mark.parametrize("naam", VREEMD)
def test_a_workbook_saved_by_libreoffice_gives_the_same_rows_and_findings(
    omgezet: Omgezet, naam: str
) -> None:
    voor, na = map(keur, omgezet[naam])
    assert gevonden(na) == gevonden(voor)
    assert [m.nieuw for m in na.mutaties] == [m.nieuw for m in voor.mutaties]


def test_a_workbook_made_by_libreoffice_is_read_like_one_of_excel(omgezet: Omgezet) -> None:
    excel, libreoffice = map(keur, omgezet["zelfgemaakt-fout"])
    verwacht = {
        "KOLOM_SYNONIEM Gebiedsagenda!C1",
        "FOUTCEL Inzet!E5",
        "FOUTCEL Inzet!E6",
        "TOT_EERSTE_VAN_MAAND Inzet!D7",
        "GETAL_DUBBELZINNIG Inzet!E7",
    }
    assert verwacht == gevonden(excel)
    assert gevonden(libreoffice) == gevonden(excel)
    assert [(b.waarde, b.melding) for b in libreoffice.bevindingen] == [
        (b.waarde, b.melding) for b in excel.bevindingen
    ]


def test_cells_made_by_libreoffice_have_the_same_values(omgezet: Omgezet) -> None:
    excel, libreoffice = map(keur, omgezet["zelfgemaakt-gaaf"])
    assert gevonden(excel) == gevonden(libreoffice) == {"KOLOM_SYNONIEM Gebiedsagenda!C1"}
    assert [m.nieuw for m in libreoffice.mutaties] == [m.nieuw for m in excel.mutaties]
    uren = [m.nieuw["uren_honderdste"] for m in excel.mutaties if m.blad == "Inzet" and m.nieuw]
    assert uren == [5850, 20000, 123450]


@pytest.mark.parametrize("naam", ALS_ODS)
def test_the_same_in_the_format_of_libreoffice_gives_the_same_rows_and_findings(
    demo: Omgeving, als_ods: Omgezet, naam: str
) -> None:
    voor, na = als_ods[naam]
    opgeslagen = lees_bladen(demo.opslag) if naam.startswith("sjabloon") else {}
    oordelen = [
        beoordeel([Bestand(naam=f"werkboek.{soort}", inhoud=inhoud)], opgeslagen, {})
        for soort, inhoud in (("xlsx", voor), ("ods", na))
    ]
    assert gevonden(oordelen[1]) == gevonden(oordelen[0])
    nieuw = [[m.nieuw for m in oordeel.mutaties] for oordeel in oordelen]
    assert nieuw[1] == nieuw[0]
    assert bool(nieuw[0]) is not naam.startswith("sjabloon")


@pytest.mark.parametrize("naam", ["sjabloon-team", "sjabloon-domein"])
def test_a_filled_template_saved_by_libreoffice_changes_nothing(
    demo: Omgeving, omgezet: Omgezet, naam: str
) -> None:
    _, na = omgezet[naam]
    voorstel = dienst.controleer_bestanden(demo, systeem(), [("terug.xlsx", na)])
    assert voorstel.beoordeling.fouten == ()
    assert voorstel.beoordeling.mutaties == ()


def test_a_template_can_be_filled_in_and_brought_in(demo: Omgeving, omgezet: Omgezet) -> None:
    """Three mistakes of a person in LibreOffice, then mended from the messages alone."""
    _, na = omgezet["sjabloon-team"]
    werkboek = open_boek(na)
    inzet = werkboek["Inzet"]
    oud = {plek: inzet[plek].value for plek in ("A2", "D2", "E2")}
    for plek, waarde in {"A2": "O9999", "D2": datetime(2020, 1, 31), "E2": "1.480"}.items():
        inzet[plek].value = waarde
    voorstel = _breng_in(demo, werkboek)
    fouten = {(b.code, b.plaats) for b in voorstel.beoordeling.fouten}
    assert fouten == {
        ("CODE_ONBEKEND", "Inzet!A2"),
        ("VENSTER_OMGEKEERD", "Inzet!D2"),
        ("GETAL_DUBBELZINNIG", "Inzet!E2"),
    }
    for plek, waarde in oud.items():
        inzet[plek].value = waarde
    inzet["E2"].value = 1480
    voorstel = _breng_in(demo, werkboek)
    assert voorstel.beoordeling.fouten == ()
    [mutatie] = voorstel.beoordeling.mutaties
    assert mutatie.nieuw is not None
    assert mutatie.nieuw["uren_honderdste"] == 148000


def _breng_in(demo: Omgeving, werkboek: Workbook) -> dienst.Voorstel:
    uit = BytesIO()
    werkboek.save(uit)
    return dienst.controleer_bestanden(demo, systeem(), [("T14.xlsx", uit.getvalue())])
