"""Gegevens: choose, judge, look, take over; the refused file; and who may not deliver."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from sturing.services.leveringen import gegevens, sjabloon
from sturing.services.omgeving import Omgeving, stel_in, wie_van
from tests.conftest import NieuweDemonstratie
from tests.pages.tabellen import tabellen

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page() -> None:
    from pages import gegevens

    gegevens.toon()


@pytest.fixture(scope="module")
def eigen_demonstratie(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    """A demonstration of this file alone: leveringen are stored in it."""
    omgeving = nieuwe_demonstratie()
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def omgeving(eigen_demonstratie: Omgeving) -> Omgeving:
    stel_in(eigen_demonstratie)
    return eigen_demonstratie


def werkboek(omgeving: Omgeving, uren: object) -> bytes:
    """The template of team T29 with another number in the first row of Inzet."""
    boek = openpyxl.load_workbook(BytesIO(sjabloon(omgeving, wie_van(omgeving, SUPPORTER), "T29")))
    blad = boek["Inzet"]
    kop = next(row for row in blad.iter_rows() if any(c.value == "opdracht" for c in row))
    kolom = next(c.column for c in kop if str(c.value).startswith("uren"))
    blad.cell(kop[0].row + 1, kolom, uren)
    buffer = BytesIO()
    boek.save(buffer)
    return buffer.getvalue()


SUPPORTER = "demo-to-ruimte"


def start() -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    script.session_state["identiteit"] = SUPPORTER
    return script.run()


@pytest.mark.usefixtures("omgeving")
def test_the_page_begins_with_what_is_stored_and_the_first_step() -> None:
    script = start()
    assert not script.exception
    assert script.title[0].value.startswith("Levering 1 is het plan van nu")
    assert "**1 Bestand**" in [m.value for m in script.markdown]
    assert tabellen(script)[0].value.iloc[0]["Levering"] == 1


def test_a_good_file_shows_the_difference_and_is_stored_after_the_button(
    omgeving: Omgeving,
) -> None:
    script = start()
    script.file_uploader[0].set_value(("T29.xlsx", werkboek(omgeving, 1234), WORKBOOK)).run()
    assert not script.exception
    assert script.title[0].value.startswith("Uw bestand kan erin")
    assert "**3 Bekijk verschil**" in [m.value for m in script.markdown]
    verschil = next(t.value for t in tabellen(script) if "Rijen per blad" in t.value)
    inzet = verschil[verschil["Rijen per blad"] == "Inzet"].iloc[0]
    assert (inzet["Nieuw"], inzet["Gewijzigd"], inzet["Vervallen"]) == (0, 1, 0)
    for vinkje in script.checkbox:
        vinkje.check()
    script.run()
    knop = next(b for b in script.button if b.label == "Neem over als levering 2")
    knop.click().run()
    assert not script.exception
    assert script.title[0].value.startswith("Levering 2 is het plan van nu")
    assert script.success[0].value == "Overgenomen als levering 2. Dit is nu het plan."


@pytest.mark.usefixtures("omgeving")
def test_the_corrected_file_chosen_beside_the_wrong_one_takes_its_place(
    eigen_demonstratie: Omgeving,
) -> None:
    script = start()
    fout, goed = (werkboek(eigen_demonstratie, uren) for uren in ("twaalf", 1240))
    script.file_uploader[0].set_value(
        [("T29.xlsx", fout, WORKBOOK), ("T29.xlsx", goed, WORKBOOK)]
    ).run()
    assert not script.exception
    assert script.title[0].value.startswith("Uw bestand kan erin")
    assert "'T29.xlsx' opnieuw. Het laatst gekozen bestand telt" in script.info[0].value


def test_a_refused_file_names_the_cell_shows_it_and_stores_nothing(omgeving: Omgeving) -> None:
    voor = gegevens(omgeving, wie_van(omgeving)).leveringen
    script = start()
    script.file_uploader[0].set_value(("T29.xlsx", werkboek(omgeving, "twaalf"), WORKBOOK)).run()
    assert not script.exception
    assert script.title[0].value.startswith("Er is niets opgeslagen. Herstel 1 fout in blad Inzet")
    assert ":red[✕] **Controle**" in [m.value for m in script.markdown]
    bevinding = tabellen(script)[0].value.iloc[0]
    assert bevinding["Ernst"] == ":red-badge[✕ fout]"
    assert bevinding["Cel"].startswith("**Inzet")
    assert bevinding["Er staat"] == "twaalf"
    knoppen = [b.label for b in script.get("download_button")]
    assert ":blue[Download bestand met opmerkingen]" in knoppen
    assert not [b for b in script.button if b.label.startswith("Neem over")]
    assert gegevens(omgeving, wie_van(omgeving)).leveringen == voor


@pytest.mark.usefixtures("omgeving")
def test_a_file_that_is_no_workbook_is_refused_in_words() -> None:
    script = start()
    script.file_uploader[0].set_value(("lijst.xlsx", b"geen werkboek", WORKBOOK)).run()
    assert not script.exception
    assert script.title[0].value.startswith("Er is niets opgeslagen.")
    # No sheet was read: an empty table would say "empty".
    assert not any(h.value.startswith("Verschil") for h in script.header)


@pytest.mark.usefixtures("omgeving")
def test_who_may_not_deliver_sees_what_is_stored_and_why() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["identiteit"] = "demo-wethouder-wonen"
    script.run()
    assert not script.exception
    assert not script.file_uploader
    assert any("Dat doet een teamondersteuner" in m.value for m in script.markdown)
    assert tabellen(script)[0].value.iloc[-1]["Levering"] == 1


@pytest.mark.usefixtures("leeg")
def test_an_empty_database_asks_for_the_first_file() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert script.title[0].value.startswith("Er zijn nog geen gegevens.")
    assert len(script.file_uploader) == 1
    assert not tabellen(script)


def test_the_demonstration_can_begin_empty(nieuwe_demonstratie: NieuweDemonstratie) -> None:
    omgeving = nieuwe_demonstratie()
    stel_in(omgeving)
    script = AppTest.from_function(page, default_timeout=60)
    script.session_state["identiteit"] = "demo-beheerder"
    script.run()
    knop = next(b for b in script.button if b.label == "Maak de demonstratie leeg")
    knop.click().run()
    assert not script.exception
    assert "0 teams en 0 opdrachten" in script.title[0].value
    assert not [b for b in script.button if b.label == "Maak de demonstratie leeg"]
    omgeving.sluit()


@pytest.mark.usefixtures("omgeving")
def test_without_a_role_the_page_only_says_how_to_get_one() -> None:
    script = AppTest.from_function(page, default_timeout=60)
    script.session_state["identiteit"] = "demo-zonder-rol"
    script.run()
    assert not script.exception
    assert "U mag deze pagina niet zien" in script.title[0].value
    assert not tabellen(script)
    assert not script.button


@pytest.mark.usefixtures("omgeving")
def test_who_may_not_see_hours_is_not_told_that_no_hours_change(
    eigen_demonstratie: Omgeving,
) -> None:
    script = AppTest.from_function(page, default_timeout=60)
    script.session_state["identiteit"] = "demo-beheerder"
    script.run()
    inhoud = werkboek(eigen_demonstratie, 77)
    script.file_uploader[0].set_value(("T29.xlsx", inhoud, WORKBOOK)).run()
    assert not script.exception
    texts = [m.value for m in script.markdown]
    assert not any("verandert in 2027 niets aan uren" in text for text in texts)
    assert any("mag u met uw rol niet zien" in text for text in texts)
