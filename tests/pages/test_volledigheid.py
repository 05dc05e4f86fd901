"""Gegevens, part Volledigheid: the answer, the tables, the choice of teams, and who sees what.

The clock runs on, so no test here says what is late today; that is for the services.
"""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.tabellen import tabellen

DIRECTIE = "demo-directeur"
SUPPORTER = "demo-to-ruimte"


def page() -> None:
    from pages import gegevens

    gegevens.toon()


def start(identiteit: str | None = None, **staat: object) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    script.session_state["deel"] = "volledigheid"
    if identiteit:
        script.session_state["identiteit"] = identiteit
    for sleutel, waarde in staat.items():
        script.session_state[sleutel] = waarde
    script.run()
    assert not script.exception
    return script


def koppen(script: AppTest) -> list[str]:
    return [h.value for h in script.header]


@pytest.mark.usefixtures("demonstratie")
def test_the_directie_reads_how_many_teams_are_complete_and_sees_all_of_them() -> None:
    script = start(DIRECTIE)
    assert re.match(r"\d+ van de 32 teams (is|zijn) compleet voor 2027; ", script.title[0].value)
    teams = tabellen(script)[0].value
    assert len(teams) == 32
    assert list(teams.columns) == [
        "Team",
        "Capaciteit",
        "Inzet",
        "Teamplannen",
        "Uren",
        "Teamrollen",
    ]
    facilitair = teams[teams["Team"] == "Facilitair"].iloc[0]
    assert facilitair["Teamplannen"].endswith("ontbreekt")
    assert facilitair["Capaciteit"].split(" ", 1)[1].startswith(("jan–dec · ", "verouderd · "))
    assert "Wie levert wat, en voor wanneer" in koppen(script)


@pytest.mark.usefixtures("demonstratie")
def test_a_teamondersteuner_sees_the_own_teams_whole_and_the_others_counted() -> None:
    script = start(SUPPORTER)
    assert re.match(r"(Uw 5 teams zijn|\d van uw 5 teams)", script.title[0].value)
    teams = tabellen(script)[0].value
    assert len(teams) == 5
    assert not teams["Team"].str.contains("Facilitair").any()
    assert any("27 andere teams" in m.value for m in script.markdown)
    assert not [s for s in script.selectbox if s.key == "teams"]


@pytest.mark.usefixtures("demonstratie")
def test_one_team_can_be_looked_at_from_nearby_with_its_template() -> None:
    script = start(SUPPORTER)
    keuze = next(s for s in script.selectbox if str(s.key).startswith("volledigheid_team"))
    keuze.set_value("T29").run()
    assert not script.exception
    bladen = next(t.value for t in tabellen(script) if "Blad" in t.value.columns)
    assert list(bladen["Blad"]) == ["Capaciteit", "Inzet", "Teamplannen", "Uren", "Teamrollen"]
    assert bladen.iloc[0]["Levering"] == 1
    knoppen = [b.proto.label for b in script.get("download_button")]
    assert "Haal sjabloon op van Team Spoorzone" in knoppen
    assert "Download als CSV" in knoppen


@pytest.mark.usefixtures("demonstratie")
def test_the_choice_of_a_domain_narrows_the_tables_and_keeps_the_answer() -> None:
    script = start(DIRECTIE)
    titel = script.title[0].value
    keuze = next(s for s in script.selectbox if s.key == "teams")
    keuze.set_value("sociaal").run()
    assert not script.exception
    assert script.title[0].value == titel
    assert len(tabellen(script)[0].value) == 6


@pytest.mark.usefixtures("demonstratie")
def test_the_plan_year_can_be_changed() -> None:
    script = start(DIRECTIE)
    jaar = next(s for s in script.selectbox if s.label == "Planjaar")
    jaar.set_value(2026).run()
    assert not script.exception
    assert "compleet voor 2026" in script.title[0].value


@pytest.mark.usefixtures("demonstratie")
def test_the_bestuur_gets_counts_and_no_team_by_name() -> None:
    script = start("demo-wethouder-wonen")
    assert script.title[0].value.startswith("Van de 32 teams")
    assert "Welke bladen zijn er per team" not in koppen(script)
    assert "Bladen van de hele organisatie" in koppen(script)


@pytest.mark.usefixtures("demonstratie")
def test_without_a_role_the_part_says_nothing() -> None:
    script = start("demo-zonder-rol")
    assert "U mag deze pagina niet zien" in script.title[0].value
    assert not tabellen(script)


@pytest.mark.usefixtures("leeg")
def test_an_empty_database_says_what_to_deliver_first() -> None:
    script = start()
    assert script.title[0].value.startswith("Er zijn nog geen teams")
    assert not tabellen(script)
    assert not script.dataframe
