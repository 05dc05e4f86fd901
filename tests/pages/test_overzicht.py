"""Overzicht: with data, without, and for who may not see the whole organisation."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.overzicht import overzicht
from tests.pages.tabellen import tabellen


def page() -> None:
    from pages import overzicht

    overzicht.toon()


def test_the_answer_is_the_first_line_and_the_figures_follow(demonstratie: Omgeving) -> None:
    beeld = overzicht(demonstratie, wie_van(demonstratie))
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert [kop.value for kop in script.title] == [script.title[0].value]
    assert [m.value for m in script.metric] == [k.waarde for k in beeld.kerncijfers]  # type: ignore[union-attr]
    assert [h.value for h in script.header] == [
        "Gevraagd en beschikbaar per maand, in uren",
        "Gevraagd als \\% van beschikbaar, per team".replace("\\%", "%"),
        "Geld naast uren",
        "152 opdrachten naar status",
        "Signalen",
    ]
    # Two lines on a small laptop, with the team that most of it comes from.
    assert script.title[0].value.endswith("zijn niet haalbaar, vooral door Projecten fysiek.")
    assert len(script.title[0].value) < 165


def test_a_picture_can_be_swapped_for_its_table_with_the_same_numbers(
    demonstratie: Omgeving,
) -> None:
    beeld = overzicht(demonstratie, wie_van(demonstratie))
    script = AppTest.from_function(page, default_timeout=30).run()
    assert len(script.dataframe) == 0
    script.button(key="wissel_maanden").click().run()
    tabel = script.dataframe[0].value
    assert list(tabel.columns) == ["Maand", "Beschikbaar", "Gevraagd", "Toegekend", "Tekort"]
    eerste = beeld.maanden[0]  # type: ignore[union-attr]
    assert tabel.iloc[0]["Maand"] == "januari 2027"
    assert abs(tabel.iloc[0]["Gevraagd"] * 100 - eerste.gevraagd_honderdste) <= 50
    assert not script.get("download_button")
    assert any("bekijken, niet ophalen" in m.value for m in script.markdown)
    script.button(key="wissel_maanden").click().run()
    assert len(script.dataframe) == 0


@pytest.mark.usefixtures("demonstratie")
def test_who_may_export_gets_the_table_as_csv_and_excel() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["identiteit"] = "demo-directeur"
    script.run()
    script.button(key="wissel_maanden").click().run()
    labels = [b.label for b in script.get("download_button")]
    assert labels[:2] == ["Download als CSV", "Download als Excel"]


@pytest.mark.usefixtures("demonstratie")
def test_a_strategisch_manager_may_export_the_own_domain() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.query_params["domein"] = "ruimtelijk"
    script.run()
    assert any("alleen domein ruimtelijk" in m.value for m in script.markdown)
    script.button(key="wissel_maanden").click().run()
    assert script.get("download_button")


@pytest.mark.usefixtures("demonstratie")
def test_the_table_of_teams_has_all_teams_and_not_only_the_ten_of_the_picture() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert any("En 21 andere teams" in m.value for m in script.markdown)
    script.button(key="wissel_warmte").click().run()
    assert len(script.dataframe[0].value) == 31


@pytest.mark.usefixtures("demonstratie")
def test_a_team_of_the_table_leads_to_the_board_on_that_team() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["als_tabel"] = {"warmte"}
    script.session_state["tabel_warmte"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    script.run()
    assert not script.exception
    assert ":blue[Bekijk Projecten fysiek op het bord]" in [b.label for b in script.button]


@pytest.mark.usefixtures("demonstratie")
def test_another_plan_year_is_another_answer() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert script.selectbox(key="jaar").value == 2027
    script.selectbox(key="jaar").set_value(2026).run()
    assert not script.exception
    assert any(m.value.startswith(":small[:gray[Plan 2026") for m in script.markdown)
    # No programme asks more than it has: the table says so, and has the sum alone.
    assert any("Geen programma vraagt meer geld" in m.value for m in script.markdown)
    assert "Programma's" in tabellen(script)[0].value.columns


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert script.title[0].value.startswith("Er zijn nog geen ")
    assert [b.label for b in script.button] == ["Naar Gegevens"]
    assert len(script.metric) == 0


@pytest.mark.usefixtures("demonstratie")
def test_who_may_not_see_the_totals_gets_a_reason_and_no_number() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["identiteit"] = "demo-beheerder"
    script.run()
    assert not script.exception
    assert script.title[0].value == "U mag deze pagina niet zien."
    assert "Vraag een beheerder" in script.markdown[-1].value
    assert len(script.metric) == 0
    assert [b.label for b in script.button] == ["Naar uw eerste scherm"]


@pytest.mark.usefixtures("demonstratie")
def test_who_sees_some_opdrachten_is_told_how_many_are_not_named() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["identiteit"] = "demo-wethouder-wonen"
    script.run()
    (named,) = [t.value for t in tabellen(script) if "Niet haalbaar" in t.value.columns]
    told = next(m.value for m in script.markdown if "staan hier niet bij naam" in m.value)
    assert f"{11 - len(named)} opdrachten vallen buiten uw rol" in told
