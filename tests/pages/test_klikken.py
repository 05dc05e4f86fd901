"""What is chosen in a picture or in its table leads to the screen or the part that tells more."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services.collectiefbeeld import Collectiefbeeld
from sturing.services.managementcollectief import managementcollectief
from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.overzicht import overzicht
from sturing.services.overzichtbeeld import Overzichtbeeld
from sturing.services.programmas import programmas
from sturing.services.programmasbeeld import Programmasbeeld
from sturing.services.teambeeld import Teamblad
from sturing.services.teams import teams
from sturing.ui import navigation

Went = list[tuple[str | None, dict[str, Any]]]


def page(name: str) -> None:
    from importlib import import_module

    import_module(f"pages.{name}").toon()


def start(name: str, **adres: str) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60, args=(name,))
    for naam, waarde in adres.items():
        script.query_params[naam] = waarde
    return script


def in_table(script: AppTest, picture: str, row: int, *, shown: str = "") -> AppTest:
    """Swap the picture for its table and choose a row of it."""
    script.run()
    script.button(key=f"wissel_{picture}").click().run()
    script.session_state[f"tabel_{picture}{shown}"] = {
        "selection": {"rows": [row], "columns": [], "cells": []}
    }
    return script.run()


@pytest.fixture
def went(monkeypatch: pytest.MonkeyPatch) -> Went:
    """Where the page sends to: one page by itself has no other page to switch to."""
    seen: Went = []
    monkeypatch.setattr(navigation, "go", lambda name, **how: seen.append((name, how)))
    return seen


def test_an_ontwikkelopgave_a_level_and_a_team_lead_to_their_own_screen(
    demonstratie: Omgeving, went: Went
) -> None:
    beeld = managementcollectief(demonstratie, wie_van(demonstratie))
    assert isinstance(beeld, Collectiefbeeld)
    for picture in ("ontwikkelopgaven", "niveaus", "focus"):
        script = in_table(start("managementcollectief"), picture, 1)
        assert not script.exception
    assert went == [
        ("prioriteiten", {"parameters": {"waarom": beeld.opgaven[1].opdracht}}),
        ("teams", {"team": "alle", "parameters": {"niveau": beeld.niveaus[1].niveau}}),
        ("teams", {"team": beeld.focus[1].code}),
    ]


def test_the_pictures_of_a_team_lead_to_its_calculation_the_board_and_an_opdracht(
    demonstratie: Omgeving, went: Went
) -> None:
    beeld = teams(demonstratie, wie_van(demonstratie), "T14")
    assert isinstance(beeld, Teamblad)
    for picture in ("keten", "team_maanden", "besteed"):
        assert not in_table(start("teams", team="T14"), picture, 0).exception
    assert went == [
        ("uitleg", {"team": "T14"}),
        ("prioriteiten", {"team": "T14"}),
        ("prioriteiten", {"parameters": {"waarom": beeld.besteed.rijen[0].opdracht}}),
    ]


def test_the_sum_under_planned_and_spent_leads_nowhere(demonstratie: Omgeving, went: Went) -> None:
    beeld = teams(demonstratie, wie_van(demonstratie), "T14")
    assert isinstance(beeld, Teamblad)
    in_table(start("teams", team="T14"), "besteed", len(beeld.besteed.rijen))
    assert went == []


def test_a_row_of_the_flow_leads_to_its_team_and_teams_together_to_their_programme(
    demonstratie: Omgeving, went: Went
) -> None:
    gemaakt = programmas(demonstratie, wie_van(demonstratie))
    assert isinstance(gemaakt, Programmasbeeld)
    rijen = gemaakt.stroom.rijen
    own = next(i for i, r in enumerate(rijen) if r.code)
    in_table(start("programmas"), "stroom", own, shown="_*alle")
    assert went[0] == ("teams", {"team": rijen[own].code})
    rest = next(i for i, r in enumerate(rijen) if not r.code)
    script = in_table(start("programmas"), "stroom", rest, shown="_*alle")
    name = {k.sleutel: k.naam for k in gemaakt.stroom.keuzes}
    assert name[script.query_params["programma"]] == rijen[rest].programma
    assert not script.exception


def test_a_part_of_a_kernwaarde_opens_its_opdrachten_and_one_of_those_leads_to_why(
    demonstratie: Omgeving, went: Went
) -> None:
    gemaakt = programmas(demonstratie, wie_van(demonstratie))
    assert isinstance(gemaakt, Programmasbeeld)
    [eerste, *_] = gemaakt.kernwaarden
    script = in_table(start("programmas"), "kernwaarden", 1, shown="_")
    assert script.query_params["waarde"] == eerste.delen[1].sleutel
    assert f"{eerste.naam}\\: {eerste.delen[1].hoogte}" in [h.value for h in script.header]
    geopend = programmas(
        demonstratie, wie_van(demonstratie), None, None, None, eerste.delen[1].sleutel
    )
    assert isinstance(geopend, Programmasbeeld)
    assert geopend.waarde_open is not None
    lijst = script.dataframe[-1].value
    assert list(lijst["Code"]) == [o.opdracht for o in geopend.waarde_open.opdrachten]
    assert lijst["Uur toegekend"].sum() == eerste.delen[1].uren
    tabel = f"waarde_opdrachten_{eerste.delen[1].sleutel}"
    script.session_state[tabel] = {"selection": {"rows": [2], "columns": [], "cells": []}}
    script.run()
    assert went == [("prioriteiten", {"parameters": {"waarom": lijst["Code"].iloc[2]}})]
    script.button(key="waarde_sluit").click().run()
    assert not script.exception
    assert "waarde" not in script.query_params


def test_a_month_opens_the_teams_in_it_and_closes_again(demonstratie: Omgeving) -> None:
    beeld = overzicht(demonstratie, wie_van(demonstratie))
    assert isinstance(beeld, Overzichtbeeld)
    script = in_table(start("overzicht"), "maanden", 2)
    assert script.query_params["maand"] == "2027-03"
    assert "Teams in maart 2027" in [h.value for h in script.header]
    table = script.dataframe[1].value
    percents = [p for p in table["Gevraagd, % van beschikbaar"] if p == p]
    assert percents == sorted((r.cellen[2].pct for r in beeld.warmte), reverse=True)
    script.button(key="maand_sluit").click().run()
    assert "maand" not in script.query_params
    assert "Teams in maart 2027" not in [h.value for h in script.header]


@pytest.mark.usefixtures("demonstratie")
def test_a_status_leads_to_the_board(went: Went) -> None:
    in_table(start("overzicht"), "status", 0)
    assert went == [("prioriteiten", {})]


@pytest.mark.usefixtures("demonstratie")
def test_the_teams_of_one_level_stand_by_themselves_and_all_of_them_after_a_press() -> None:
    script = start("teams", team="alle", niveau="3").run()
    assert set(script.dataframe[0].value["Zelforganisatie"]) == {3}
    script.button(key="alle_niveaus").click().run()
    assert len(set(script.dataframe[0].value["Zelforganisatie"].dropna())) > 1
    assert "niveau" not in script.query_params


@pytest.mark.usefixtures("demonstratie")
def test_a_level_that_no_team_has_shows_all_teams() -> None:
    script = start("teams", team="alle", niveau="99").run()
    assert script.header[0].value == "Alle teams"


@pytest.mark.usefixtures("demonstratie")
@pytest.mark.parametrize(
    ("identiteit", "eerste"),
    [
        ("demo-pv-burgerzaken", "teams"),
        ("demo-pl-woningbouw", "opdrachtgever"),
        ("demo-zonder-rol", "uitleg"),
    ],
)
def test_who_may_not_see_the_overview_is_sent_to_the_own_first_screen(
    went: Went, identiteit: str, eerste: str
) -> None:
    script = start("overzicht")
    script.session_state["identiteit"] = identiteit
    script.run()
    next(b for b in script.button if b.label == "Naar uw eerste scherm").click().run()
    assert not script.exception
    assert went == [(eerste, {})]
