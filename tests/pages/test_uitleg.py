"""Uitleg: the chain of a team adds up on the screen, another team is another chain, terms."""

from __future__ import annotations

from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services.omgeving import Omgeving
from tests.pages.tabellen import tabellen


def page() -> None:
    from pages import uitleg

    uitleg.toon()


def page_with_its_foot() -> None:
    from pages import uitleg
    from sturing.ui.components.sidebar import sidebar_foot
    from sturing.ui.context import page_context

    uitleg.toon()
    sidebar_foot(page_context())


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


def test_every_step_of_the_chain_is_the_step_before_minus_what_it_takes(
    demonstratie: Omgeving,
) -> None:
    from sturing.services.omgeving import wie_van
    from sturing.services.uitleg import uitleg

    keten = uitleg(demonstratie, wie_van(demonstratie)).keten  # type: ignore[union-attr]
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert list(tabellen(script)[0].value["Stap"]) == [f"**{stap.naam}**" for stap in keten]
    for voor, stap in pairwise(keten[:-1]):
        over = number(voor.uren_precies) + number(stap.af_precies)
        assert abs(over - number(stap.uren_precies)) <= 0.11, stap.naam


@pytest.mark.usefixtures("demonstratie")
def test_another_team_is_another_chain() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    eerste = script.title[0].value
    script.selectbox(key="uitleg_team").set_value("T29").run()
    assert not script.exception
    assert script.title[0].value != eerste


@pytest.mark.usefixtures("demonstratie")
def test_a_link_opens_on_its_team() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.query_params["team"] = "T29"
    script.run()
    assert script.selectbox(key="uitleg_team").value == "T29"


@pytest.mark.usefixtures("demonstratie")
def test_a_term_is_found_by_a_word_and_no_term_is_said_in_words() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert len(tabellen(script)[-1].value) == 15
    assert any("andere begrippen. Typ een woord" in m.value for m in script.markdown)
    script.text_input(key="zoek_begrip").set_value("opdrachtgever").run()
    gevonden = tabellen(script)[-1].value
    assert 0 < len(gevonden) != 15
    assert all(
        "opdrachtgever" in f"{rij.Begrip} {rij.Betekenis}".casefold()
        for rij in gevonden.itertuples()
    )
    script.text_input(key="zoek_begrip").set_value("zzzz").run()
    assert "Geen begrip gevonden" in script.markdown[-1].value


@pytest.mark.usefixtures("leeg")
def test_without_teams_the_page_says_what_to_do() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert script.title[0].value == "Er zijn nog geen teams om uit te leggen."


@pytest.mark.usefixtures("demonstratie")
def test_who_may_see_no_team_gets_a_reason_and_the_terms() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["identiteit"] = "demo-beheerder"
    script.run()
    assert script.title[0].value == "U mag de uren van teams niet zien."
    assert [list(t.value.columns) for t in tabellen(script)] == [["Begrip", "Betekenis"]]


@pytest.mark.usefixtures("demonstratie")
def test_the_tour_opens_also_from_the_figures_of_the_same_page() -> None:
    script = AppTest.from_function(page_with_its_foot, default_timeout=30).run()
    assert script.segmented_control[0].value == "cijfers"
    script.button(key="naar_rondleiding").click().run()
    assert not script.exception
    assert script.title[0].value.startswith("In 5 stappen")
