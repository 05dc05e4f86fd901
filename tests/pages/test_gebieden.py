"""Gebieden on the page: the answer, the tree, choosing an area, opening an item, and refusal."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services import prioriteiten, scenarios
from sturing.services.gebieden import gebieden
from sturing.services.gebiedenbeeld import Gebiedenbeeld
from sturing.services.omgeving import Omgeving, wie_van
from tests.pages.gelezen import gelezen
from tests.pages.tabellen import tabellen

MAKELAAR = "demo-gm-west"


def page() -> None:
    from pages import gebieden

    gebieden.toon()


def start(identiteit: str | None = None, **adres: str) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    if identiteit:
        script.session_state["identiteit"] = identiteit
    for naam, waarde in adres.items():
        script.query_params[naam] = waarde
    return script.run()


def beeld(omgeving: Omgeving, identiteit: str, gebied: str | None = None) -> Gebiedenbeeld:
    gemaakt = gebieden(omgeving, wie_van(omgeving, identiteit), None, gebied)
    assert isinstance(gemaakt, Gebiedenbeeld)
    return gemaakt


def test_the_answer_and_the_tables_are_those_of_the_service(demonstratie: Omgeving) -> None:
    gemaakt = beeld(demonstratie, MAKELAAR)
    script = start(MAKELAAR)
    assert not script.exception
    assert [k.value for k in script.title] == [gelezen(gemaakt.kop.titel)]
    boom = script.dataframe[0].value
    assert list(boom["Gevraagd"]) == [r.gevraagd_uren for r in (*gemaakt.rijen, gemaakt.totaal)]
    assert [h.value.replace("\\", "") for h in script.header] == [
        "Uren per gebied",
        "Gebiedsagenda van uw gebieden",
        "Wat heeft nog niemand, of nog geen uren?",
        "Dit speelt in meer gebieden",
        "Toegekend als % van gevraagd, per gebied met zijn onderdelen",
    ]
    agenda, mist, themas = (tabellen(script)[n].value for n in range(3))
    assert list(agenda["Wat doen partners?"]) == [p.partners for p in gemaakt.agenda]
    assert len(mist) == len(gemaakt.mist_iets) == 3
    assert list(themas["Gebieden"]) == [t.gebieden for t in gemaakt.themas]


def test_another_area_is_chosen_and_stands_in_the_address(demonstratie: Omgeving) -> None:
    script = start("demo-directeur")
    script.selectbox(key="gebieden_gebied").set_value("WES").run()
    assert not script.exception
    assert script.query_params["gebied"] == "WES"
    assert script.title[0].value == gelezen(beeld(demonstratie, "demo-directeur", "WES").kop.titel)
    assert "Gebiedsagenda Westbroek" in [h.value for h in script.header]


def test_an_item_is_opened_and_leads_to_why_and_to_its_opdrachtgever(
    demonstratie: Omgeving,
) -> None:
    punt = beeld(demonstratie, "demo-directeur", "WES").agenda[0]
    script = start("demo-directeur", gebied="WES")
    script.selectbox(key="gebieden_onderwerp").set_value(punt.sleutel).run()
    assert not script.exception
    assert script.query_params["onderwerp"] == punt.sleutel
    assert [s.value for s in script.subheader] == [punt.vraagstuk]
    knoppen = {b.key for b in script.button}
    assert {"onderwerp_waarom", "onderwerp_opdrachtgever", "onderwerp_sluit"} <= knoppen
    script.button(key="onderwerp_waarom").click().run()
    assert not script.exception
    assert punt.waarom == "O015"
    script = start("demo-directeur", gebied="WES", onderwerp=punt.sleutel)
    script.button(key="onderwerp_sluit").click().run()
    assert not script.subheader
    assert "onderwerp" not in script.query_params


def test_a_picture_is_swapped_for_its_numbers(demonstratie: Omgeving) -> None:
    script = start("demo-directeur")
    script.button(key="wissel_gebiedspanelen").click().run()
    assert not script.exception
    maanden = script.dataframe[1].value
    gemaakt = beeld(demonstratie, "demo-directeur")
    assert len(maanden) == 12 * len(gemaakt.panelen)


@pytest.mark.usefixtures("demonstratie")
@pytest.mark.parametrize(
    ("identiteit", "sleutels"),
    [
        ("demo-directeur", {"download_gebieden", "download_gebiedsagenda"}),
        (MAKELAAR, {"download_gebiedsagenda"}),
    ],
)
def test_who_may_export_gets_the_files(identiteit: str, sleutels: set[str]) -> None:
    gevonden = {b.key for b in start(identiteit).get("download_button")}
    assert gevonden >= sleutels
    assert ("download_gebieden" in gevonden) == ("download_gebieden" in sleutels)


@pytest.mark.usefixtures("demonstratie")
def test_an_area_without_an_agenda_says_what_to_do() -> None:
    script = start("demo-directeur", gebied="GEM")
    assert not script.exception
    assert "Naar Gegevens" in [b.label for b in script.button]
    assert any("Er staat nog niets op deze gebiedsagenda" in m.value for m in script.markdown)


@pytest.mark.usefixtures("demonstratie")
@pytest.mark.parametrize("identiteit", ["demo-beheerder", "demo-pv-burgerzaken", "demo-zonder-rol"])
def test_who_has_no_right_gets_a_reason(identiteit: str) -> None:
    script = start(identiteit)
    assert script.title[0].value == "U mag deze pagina niet zien."
    assert not script.dataframe


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = start()
    assert script.title[0].value.startswith("Er zijn nog geen opdrachten")
    assert [b.label for b in script.button] == ["Naar Gegevens"]


def test_a_scenario_shows_the_difference_per_area(demonstratie: Omgeving) -> None:
    wie = wie_van(demonstratie)
    nummer = scenarios.maak(demonstratie, wie, "Leyensetuin eerst")
    bord = prioriteiten.bord(demonstratie, wie)
    prioriteiten.verplaats(demonstratie, wie, bord.versie, "O004", 60)  # type: ignore[union-attr]
    assert "Verschil" not in start().dataframe[0].value
    script = start(kijk=str(nummer))
    assert not script.exception
    boom = script.dataframe[0].value
    assert boom[boom["Gebied"] == "Bilthoven"]["Verschil"].item() > 0
    assert "Opdrachten" not in boom


@pytest.mark.usefixtures("demonstratie")
def test_bestuur_is_told_that_opdrachten_are_left_out() -> None:
    script = start("demo-wethouder-wonen", gebied="MAA")
    assert not script.exception
    assert any("onderwerpen mag u de opdracht niet zien" in m.value for m in script.markdown)
    assert not any("Elk onderwerp heeft een opdracht, een" in m.value for m in script.markdown)


def choose_row(script: AppTest, tabel: str, rij: int) -> AppTest:
    keuze = {"selection": {"rows": [rij], "columns": [], "cells": []}}
    script.session_state[tabel] = keuze
    return script.run()


def test_a_row_opens_its_area_and_the_row_that_is_open_already_changes_nothing(
    demonstratie: Omgeving,
) -> None:
    codes = [r.gebied for r in beeld(demonstratie, "demo-directeur").rijen]
    script = choose_row(start("demo-directeur", gebied="WES"), "gebieden_WES", codes.index("BIL"))
    assert script.query_params["gebied"] == "BIL"
    choose_row(script, "gebieden_BIL", codes.index("BIL"))
    assert script.query_params["gebied"] == "BIL"
    assert "Gebiedsagenda Bilthoven" in [h.value for h in script.header]


def test_a_month_in_the_table_opens_its_area_and_another_can_be_chosen_after_it(
    demonstratie: Omgeving,
) -> None:
    panelen = beeld(demonstratie, "demo-directeur").panelen
    script = start("demo-directeur", gebied="WES")
    script.button(key="wissel_gebiedspanelen").click().run()
    choose_row(script, "tabel_gebiedspanelen_WES", len(panelen[0].maanden))
    assert script.query_params["gebied"] == panelen[1].gebied != "WES"
    script.selectbox(key="gebieden_gebied").set_value("WES").run()
    assert script.query_params["gebied"] == "WES"
