"""Teams en teamplannen: one team, all teams, recording that a plan was seen, and refusal."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.teambeeld import Teamblad, Teamsoverzicht
from sturing.services.teams import ALLE, teams
from tests.pages.gelezen import gelezen
from tests.pages.tabellen import tabellen


def page() -> None:
    from pages import teams

    teams.toon()


def start(identiteit: str, team: str | None = None) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    script.session_state["identiteit"] = identiteit
    if team:
        script.query_params["team"] = team
    return script.run()


def _texts(script: AppTest) -> str:
    return "\n".join(m.value for m in script.markdown)


def test_a_procesverantwoordelijke_opens_on_the_own_team_with_the_answer_first(
    demonstratie: Omgeving,
) -> None:
    beeld = teams(demonstratie, wie_van(demonstratie, "demo-pv-burgerzaken"))
    assert isinstance(beeld, Teamblad)
    script = start("demo-pv-burgerzaken")
    assert not script.exception
    assert script.title[0].value == gelezen(beeld.kop.titel)
    assert script.selectbox(key="teams_team").value == beeld.team == "T01"
    assert [m.value for m in script.metric] == [c.waarde for c in beeld.cijfers]
    assert [h.value for h in script.header][:4] == [
        "Van fte naar netto uren",
        "Gevraagd per maand, in uren",
        "Teamplan 2027: de vragen van het sturingskader",
        "Gezien door",
    ]
    werk = next(t.value for t in tabellen(script) if "Toegekend" in t.value.columns)
    assert list(werk["Opdracht"]) == [r.naam for r in beeld.werk]
    assert list(werk["Toegekend"]) == [r.toegekend_uren for r in beeld.werk]
    assert "Verschil" not in werk


def test_every_picture_can_be_swapped_for_its_numbers(demonstratie: Omgeving) -> None:
    beeld = teams(demonstratie, wie_van(demonstratie, "demo-to-ruimte"), "T14")
    assert isinstance(beeld, Teamblad)
    assert beeld.keten is not None
    assert beeld.besteed.totaal is not None
    script = start("demo-to-ruimte", "T14")
    for naam in ("keten", "team_maanden", "besteed"):
        script.button(key=f"wissel_{naam}").click().run()
    assert not script.exception
    keten, maanden, besteed = (d.value for d in script.dataframe)
    assert sum(keten["Uren"][:-1]) == keten["Uren"].iloc[-1] == beeld.keten.stappen[-1].uren
    assert len(maanden) == 12
    assert besteed["Opdracht"].iloc[-1] == "Samen"
    assert besteed["Besteed"].iloc[-1] == beeld.besteed.totaal.besteed_uren
    for naam in ("keten", "team_maanden", "besteed"):
        script.button(key=f"wissel_{naam}").click().run()


def test_all_teams_are_shown_when_none_is_chosen_and_the_link_follows(
    demonstratie: Omgeving,
) -> None:
    beeld = teams(demonstratie, wie_van(demonstratie, "demo-directeur"), ALLE)
    assert isinstance(beeld, Teamsoverzicht)
    script = start("demo-directeur")
    tabel = script.dataframe[0].value
    assert list(tabel["Team"]) == [r.naam for r in beeld.rijen]
    assert list(tabel["Gevraagd"]) == [r.gevraagd_uren for r in beeld.rijen]
    assert tabel[tabel["Team"] == "Werk en inkomen"]["Gezien"].item() == "▲ geen teamplan"
    over = tabel["Beschikbaar"] - tabel["Gevraagd"]
    assert list(over) == sorted(over)
    script.selectbox(key="teams_team").set_value("T07").run()
    assert not script.exception
    assert script.query_params["team"] == ["T07"] or script.query_params["team"] == "T07"
    assert script.title[0].value.endswith("Er is geen teamplan voor 2027.")
    assert "Elk team heeft een plan" in _texts(script)


def test_a_manager_records_that_he_saw_the_plan_and_it_is_told_once(
    demonstratie: Omgeving,
) -> None:
    assert isinstance(demonstratie, Omgeving)
    script = start("demo-sm-sociaal", "T05")
    assert "Nog geen strategisch manager heeft vastgelegd" in _texts(script)
    script.text_area(key="gezien_tekst_T05_0").set_value("Past bij *onze* doelen.")
    script.button(key="gezien_doe_T05_0").click().run()
    assert not script.exception
    assert script.success[0].value == "Vastgelegd\\: u zag het teamplan 2027 van Toegang Wmo."
    assert "Past bij \\*onze\\* doelen." in _texts(script)
    assert "Strategisch manager sociaal zag dit teamplan op" in _texts(script)
    assert not script.run().success


@pytest.mark.usefixtures("demonstratie")
def test_a_remark_that_holds_a_bsn_is_refused_where_it_was_asked() -> None:
    script = start("demo-sm-sociaal", "T06")
    script.text_area(key="gezien_tekst_T06_0").set_value("Bel 123456782")
    script.button(key="gezien_doe_T06_0").click().run()
    assert "bsn" in script.warning[0].value
    assert "Nog geen strategisch manager heeft vastgelegd" in _texts(script)


@pytest.mark.usefixtures("demonstratie")
def test_who_may_not_record_it_has_no_button() -> None:
    for identiteit, team in (("demo-to-ruimte", "T11"), ("demo-sm-ruimtelijk", "T05")):
        script = start(identiteit, team)
        assert not script.exception
        assert not [b for b in script.button if b.label == "Leg vast"]


@pytest.mark.usefixtures("demonstratie")
def test_who_sees_figures_of_groups_reads_no_lines_of_the_plan() -> None:
    script = start("demo-gm-west", "T05")
    assert not script.exception
    assert "De regels van dit teamplan ziet het team zelf" in _texts(script)
    assert "Nodig van andere teams" not in [h.value for h in script.header]


@pytest.mark.usefixtures("demonstratie")
def test_who_has_no_right_gets_a_reason() -> None:
    script = start("demo-beheerder")
    assert script.title[0].value == "U mag deze pagina niet zien."
    assert not script.dataframe


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = AppTest.from_function(page, default_timeout=60).run()
    assert script.title[0].value.startswith("Er zijn nog geen teams")
    assert [b.label for b in script.button if b.key is None] == ["Naar Gegevens"]
