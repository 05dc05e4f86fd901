"""Gegevens with what people really have: an export, a misspelt opdracht, and an old file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services.omgeving import Omgeving, stel_in
from sturing.store import koppelingen
from tests.conftest import NieuweDemonstratie
from tests.intake.bouwer import boek
from tests.intake.exports import afas
from tests.pages.tabellen import tabellen

BEHEERDER = "demo-beheerder"


def page() -> None:
    from pages import gegevens

    gegevens.toon()


@pytest.fixture(scope="module")
def eigen_demonstratie(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    omgeving = nieuwe_demonstratie()
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def omgeving(eigen_demonstratie: Omgeving) -> Omgeving:
    stel_in(eigen_demonstratie)
    return eigen_demonstratie


def kies(naam: str, inhoud: bytes) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    script.session_state["identiteit"] = BEHEERDER
    script.run()
    script.file_uploader[0].set_value((naam, inhoud, "application/octet-stream")).run()
    assert not script.exception
    return script


def knop(script: AppTest, begin: str) -> None:
    next(b for b in script.button if b.label.startswith(begin)).click().run()
    assert not script.exception


def codes(script: AppTest) -> str:
    return tabellen(script)[0].value["Wat is er, en wat mag wel?"].str.cat(sep=" ")


def test_an_export_is_asked_about_once_and_then_read_with_a_notice(omgeving: Omgeving) -> None:
    rijen = afas(
        ("E1", dt.date(2026, 9, 5), "O012", 8),
        ("E2", dt.date(2026, 9, 6), "Verlof", 8),
    )
    script = kies("afas.xlsx", boek({"PtRealization": rijen}))
    assert script.title[0].value.startswith("Uw bestand lijkt op een export van AFAS Profit.")
    assert "Blad 'PtRealization' lijkt op een export van AFAS Profit." in [
        h.value for h in script.header
    ]
    assert not tabellen(script), "the form asks; it is no fout that must be mended"
    assert not any(":red[" in m.value for m in script.markdown)
    knop(script, "Leg vast")
    assert "Kies een kolom of een vaste waarde voor 'team'" in script.error[0].value
    assert koppelingen.lijst(omgeving.opslag) == ()
    team = next(s for s in script.selectbox if s.label == "Lees overal deze waarde als team")
    team.set_value("T29").run()
    knop(script, "Leg vast")
    assert script.title[0].value.startswith("Uw bestand kan erin")
    assert "met de koppeling van AFAS Profit" in codes(script)
    [vastlegging] = koppelingen.lijst(omgeving.opslag)
    assert vastlegging.account == BEHEERDER
    assert vastlegging.koppeling.waarden == {"opdracht": {"Verlof": ""}}

    opnieuw = kies("afas-later.xlsx", boek({"Blad1": rijen}))
    assert opnieuw.title[0].value.startswith("Uw bestand kan erin")


@pytest.mark.usefixtures("omgeving")
def test_one_click_reads_a_misspelt_opdracht_as_the_one_that_was_meant() -> None:
    script = kies("uren.csv", b"maand;team;opdracht;uren\nsep 2026;T29;Spoorzon;12,5\n")
    assert script.title[0].value.startswith("Er is niets opgeslagen.")
    knop(script, "Ja, O0")
    assert script.title[0].value.startswith("Uw bestand kan erin")
    assert "'Spoorzon' gelezen als 'O0" in codes(script).replace("\\", "")


@pytest.mark.usefixtures("omgeving")
def test_another_answer_and_leaving_rows_out() -> None:
    script = kies(
        "uren.csv", b"maand;team;opdracht;uren\nsep 2026;T29;verlof;8\nsep 2026;T29;O012;1\n"
    )
    knop(script, "Deze rijen tellen niet mee")
    assert script.title[0].value.startswith("Uw bestand kan erin")
    anders = kies("uren.csv", b"maand;team;opdracht;uren\nsep 2026;T29;Zwemles;8\n")
    keuze = next(s for s in anders.selectbox if s.label == "Wat bedoelt u?")
    keuze.set_value("O012").run()
    knop(anders, "Lees het zo")
    assert anders.title[0].value.startswith("Uw bestand kan erin")


@pytest.mark.usefixtures("omgeving")
@pytest.mark.parametrize("naam", ["oud.xls", "plan.pdf", "lijst.docx"])
def test_a_file_that_we_do_not_read_is_refused_in_dutch(naam: str) -> None:
    script = kies(naam, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert (
        script.title[0].value
        == "Er is niets opgeslagen. Herstel 1 fout en kies het bestand opnieuw."
    )
    # Nothing was read, so there is no copy to put remarks in.
    knoppen = [b.label for b in script.get("download_button")]
    assert ":blue[Download bestand met opmerkingen]" not in knoppen
    assert "xlsx" in codes(script)
