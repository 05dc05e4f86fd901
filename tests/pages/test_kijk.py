"""One choice of what is looked at, on every screen that shows figures, and in the address."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services import prioriteiten, scenarios
from sturing.services.omgeving import Omgeving, wie_van


def overzicht() -> None:
    from pages import overzicht

    overzicht.toon()


@pytest.fixture
def scenario(demonstratie: Omgeving) -> int:
    wie = wie_van(demonstratie)
    nummer = scenarios.maak(demonstratie, wie, "Nobelkwartier eerst")
    bord = prioriteiten.bord(demonstratie, wie)
    laatste = bord.rijen[-1].opdracht  # type: ignore[union-attr]
    prioriteiten.verplaats(demonstratie, wie, bord.versie, laatste, 60)  # type: ignore[union-attr]
    return nummer


def kies(script: AppTest, sleutel: str) -> AppTest:
    return next(b for b in script.button if (b.key or "").endswith(sleutel)).click().run()


def test_a_chosen_scenario_is_named_under_the_answer_and_in_the_address(scenario: int) -> None:
    script = AppTest.from_function(overzicht, default_timeout=30).run()
    assert "kijk" not in script.query_params
    assert not any("tegenover het plan van nu" in m.value for m in script.markdown)
    kies(script, f"_{scenario}")
    assert not script.exception
    assert script.query_params["kijk"] == str(scenario)
    assert any("scenario ‘Nobelkwartier eerst’" in m.value for m in script.markdown)
    kies(script, "_plan")
    assert "kijk" not in script.query_params
    assert not any("scenario ‘" in m.value for m in script.markdown)


def test_a_link_opens_the_scenario_that_it_names(scenario: int) -> None:
    script = AppTest.from_function(overzicht, default_timeout=30)
    script.query_params["kijk"] = str(scenario)
    script.run()
    assert any("scenario ‘Nobelkwartier eerst’" in m.value for m in script.markdown)


@pytest.mark.usefixtures("demonstratie")
@pytest.mark.parametrize("kijk", ["999999999", "12x", "-1"])
def test_a_link_to_what_is_not_there_shows_no_figures_of_it_and_a_way_back(kijk: str) -> None:
    script = AppTest.from_function(overzicht, default_timeout=30)
    script.query_params["kijk"] = kijk
    script.run()
    assert not script.exception
    if kijk == "999999999":
        assert script.title[0].value == "Dit scenario is niet met u gedeeld, of het bestaat niet."
        kies(script, "_plan")
    assert len(script.metric) == 5
