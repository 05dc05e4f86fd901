"""Programma's en doelen on the page: the answer, a doel opened, money, the flow, and refusal."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services import prioriteiten, scenarios
from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.programmas import programmas
from sturing.services.programmasbeeld import Programmasbeeld
from tests.pages.gelezen import gelezen
from tests.pages.tabellen import tabellen


def page() -> None:
    from pages import programmas

    programmas.toon()


def start(identiteit: str | None = None, **adres: str) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    if identiteit:
        script.session_state["identiteit"] = identiteit
    for naam, waarde in adres.items():
        script.query_params[naam] = waarde
    return script.run()


def beeld(omgeving: Omgeving, *keuze: str) -> Programmasbeeld:
    gemaakt = programmas(omgeving, wie_van(omgeving), None, *keuze)
    assert isinstance(gemaakt, Programmasbeeld)
    return gemaakt


def test_the_answer_and_the_tables_are_those_of_the_service(demonstratie: Omgeving) -> None:
    gemaakt = beeld(demonstratie)
    script = start()
    assert not script.exception
    assert [k.value for k in script.title] == [gelezen(gemaakt.kop.titel)]
    assert [m.value for m in script.metric] == [k.waarde for k in gemaakt.kerncijfers]
    doelen = script.dataframe[0].value
    assert list(doelen["Doel"]) == [r.naam for r in gemaakt.doelen]
    assert list(doelen["Uur toegekend"]) == [r.toegekend_uren for r in gemaakt.doelen]
    los, geld = (tabel.value for tabel in tabellen(script))
    assert list(los["Opdracht"]) == [r.naam for r in gemaakt.zonder_doel]
    assert list(geld["Toegekend"]) == [r.toegekend_dzd for r in gemaakt.programmas]
    assert [h.value.replace("\\", "") for h in script.header] == [
        "Doelen van college en raad",
        "Doelen zonder werk",
        "Werk zonder doel",
        "Programma's, in duizenden euro's",
        "Waar gaan de toegekende uren heen?",
        "Kernwaarden: naar welk werk gaan de toegekende uren?",
        "Waarde tegen uren, per opdracht",
    ]


def test_a_doel_is_opened_and_stands_in_the_address(demonstratie: Omgeving) -> None:
    script = start()
    script.selectbox(key="programmas_doel").set_value("D05").run()
    assert not script.exception
    assert script.query_params["doel"] == "D05"
    geopend = beeld(demonstratie, "D05").open
    assert geopend is not None
    assert len(tabellen(script)[0].value) == len(geopend.opdrachten) == 15
    script.button(key="doel_sluit").click().run()
    assert "doel" not in script.query_params
    assert len(tabellen(script)) == 2


def test_a_row_opens_its_doel_and_the_row_that_is_open_already_changes_nothing(
    demonstratie: Omgeving,
) -> None:
    rij = [r.doel for r in beeld(demonstratie).doelen].index("D05")
    keuze = {"selection": {"rows": [rij], "columns": [], "cells": []}}
    script = start()
    for tabel in ("doelen_", "doelen_D05"):
        script.session_state[tabel] = keuze
        script.run()
        assert script.query_params["doel"] == "D05"
    assert "Veilig en vlot op weg" in [h.value for h in script.header]


@pytest.mark.usefixtures("demonstratie")
def test_a_doel_without_work_says_what_to_do() -> None:
    script = start(doel="D21")
    assert not script.exception
    assert any("Nog geen opdracht dient dit doel" in m.value for m in script.markdown)


def test_the_flow_of_one_programme_is_chosen(demonstratie: Omgeving) -> None:
    script = start()
    script.selectbox(key="programmas_programma").set_value("P8").run()
    assert not script.exception
    assert script.query_params["programma"] == "P8"
    script.button(key="wissel_stroom").click().run()
    stroom = script.dataframe[1].value
    assert set(stroom["Programma"]) == {"Volkshuisvesting en ruimte"}
    gemaakt = beeld(demonstratie, "", "P8").stroom
    assert list(stroom["Toegekend uur"]) == [r.toegekend_uren for r in gemaakt.rijen]


def test_the_taakvelden_are_drawn_when_they_are_asked_for(demonstratie: Omgeving) -> None:
    script = start()
    assert len(script.dataframe) == 1
    script.button(key="wissel_taakvelden").click().run()
    assert not script.exception
    assert len(script.dataframe) == 1
    taakvelden = next(
        t.value for t in tabellen(script) if "Lasten" in t.value and "Baten" in t.value
    )
    assert list(taakvelden["Lasten"]) == [r.lasten_dzd for r in beeld(demonstratie).taakvelden]


def test_the_hours_per_taakveld_say_that_they_are_not_measured(demonstratie: Omgeving) -> None:
    uren = beeld(demonstratie).taakvelduren
    assert uren is not None
    script = start()
    assert not any("Toerekening" in t.value for t in tabellen(script))
    script.button(key="wissel_taakvelduren").click().run()
    assert not script.exception
    tabel = next(t.value for t in tabellen(script) if "Toerekening" in t.value)
    assert list(tabel["Toegekend uur"]) == [r.toegekend_uren for r in uren.rijen]
    assert list(tabel["Toerekening"]) == [r.toerekening for r in uren.rijen]
    assert "Verschil uur" not in tabel
    # The title names the one year.
    assert "Uren per taakveld in 2027" in [h.value for h in script.header]
    assert "Jaar" not in tabel
    assert any(gelezen(uren.zin) in m.value for m in script.markdown)
    assert any("Lasten onder 0 tellen als 0" in m.value for m in script.markdown)
    assert not script.get("download_button")


def test_who_may_export_totals_gets_the_hours_per_taakveld_as_csv_and_excel(
    demonstratie: Omgeving,
) -> None:
    assert demonstratie.demo
    script = start("demo-directeur")
    script.button(key="wissel_taakvelduren").click().run()
    names = [b.proto.label for b in script.get("download_button")]
    assert names.count("Download als Excel") == 1


@pytest.mark.usefixtures("demonstratie")
def test_every_picture_has_a_table() -> None:
    script = start()
    script.button(key="wissel_kernwaarden").click().run()
    assert not script.exception
    waarden = next(t.value for t in script.dataframe if "Kernwaarde" in t.value.columns)
    assert list(waarden.columns) == [
        "Kernwaarde",
        "Waarde",
        "Opdrachten",
        "Toegekend uur",
        "Deel, %",
    ]


@pytest.mark.usefixtures("demonstratie")
def test_who_sees_some_opdrachten_is_told_so_and_gets_no_money_of_whole_programmes() -> None:
    script = start("demo-pv-burgerzaken")
    assert not script.exception
    assert any("die waar uw rol bij hoort" in m.value for m in script.markdown)
    assert list(tabellen(script)[0].value.columns) == ["Programma", "Gevraagd", "Toegekend"]
    assert "Doelen zonder werk" not in [h.value for h in script.header]
    assert not any((b.key or "").startswith("wissel_taakveld") for b in script.button)
    assert not script.get("download_button")


@pytest.mark.usefixtures("demonstratie")
@pytest.mark.parametrize("identiteit", ["demo-beheerder", "demo-zonder-rol"])
def test_who_has_no_right_gets_a_reason(identiteit: str) -> None:
    script = start(identiteit)
    assert script.title[0].value == "U mag deze pagina niet zien."
    assert not script.dataframe


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = start()
    assert script.title[0].value.startswith("Er zijn nog geen opdrachten")
    assert script.button[-1].label == "Naar Gegevens"


def test_a_scenario_shows_the_difference_per_doel_and_programme(demonstratie: Omgeving) -> None:
    wie = wie_van(demonstratie)
    nummer = scenarios.maak(demonstratie, wie, "Leyensetuin eerst")
    bord = prioriteiten.bord(demonstratie, wie)
    prioriteiten.verplaats(demonstratie, wie, bord.versie, "O004", 60)  # type: ignore[union-attr]
    script = start(kijk=str(nummer))
    assert not script.exception
    doelen = script.dataframe[0].value
    assert doelen[doelen["Doel"] == "Meer betaalbare woningen"]["Verschil uur"].item() != 0
    assert "Opdrachten" not in doelen
    assert "Verschil" in tabellen(script)[-1].value
    script.button(key="wissel_taakvelduren").click().run()
    uren = next(t.value for t in tabellen(script) if "Toerekening" in t.value)
    assert uren["Verschil uur"].abs().sum() > 0
    assert any(m.value.endswith("het plan van nu]") for m in script.markdown)
