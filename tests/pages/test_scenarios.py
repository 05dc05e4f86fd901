"""Scenario's on the screen: the list, the dialogs, the comparison, and the head of Prioriteiten."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from sturing.services import prioriteiten, scenarios
from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.scenariolijst import scenariolijst
from tests.pages.tabellen import tabellen


def page() -> None:
    from pages import scenarios

    scenarios.toon()


def board() -> None:
    from pages import prioriteiten

    prioriteiten.toon()


@pytest.fixture(autouse=True)
def _no_scenarios_left(demonstratie: Omgeving) -> Iterator[None]:
    """The drafts of this file go to the archive, so that other files see none of them."""
    yield
    wie = wie_van(demonstratie)
    for regel in scenariolijst(demonstratie, wie).eigen:
        scenarios.archiveer(demonstratie, wie, regel.concept)


def two(omgeving: Omgeving) -> list[int]:
    """'Wonen' with one move and 'Groen' without."""
    wie = wie_van(omgeving)
    first = scenarios.maak(omgeving, wie, "Wonen", "met *sterren*")
    beeld = prioriteiten.bord(omgeving, wie)
    prioriteiten.verplaats(omgeving, wie, beeld.versie, beeld.rijen[70].opdracht, 50)
    return [first, scenarios.maak(omgeving, wie, "Groen")]


def test_the_list_says_in_which_scenario_one_works(demonstratie: Omgeving) -> None:
    two(demonstratie)
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert "U werkt nu in ‘Groen’." in script.title[0].value.replace("\\", "")
    names = [box.label.replace("\\", "") for box in script.checkbox]
    assert "**Wonen**" in names
    assert any("hierin werkt u" in name for name in names)
    assert any("met \\*sterren\\*" in m.value for m in script.markdown)


def copying() -> None:
    """The dialog by itself: a run of the whole page closes it before its button counts."""
    import streamlit as st

    from sturing.ui.components import outcome, scenario_dialogs

    outcome.told()
    scenario_dialogs.ask_copy(st.session_state["bron"], "Wonen")


def test_who_copies_a_scenario_is_told_that_the_work_goes_on_in_the_copy(
    demonstratie: Omgeving,
) -> None:
    script = AppTest.from_function(copying, default_timeout=30)
    script.session_state["bron"], _ = two(demonstratie)
    script.run()
    assert any("U werkt daarna in de kopie." in m.value for m in script.markdown)
    script.button[0].click().run()
    assert not script.exception
    said = script.success[0].value.replace("\\", "")
    assert said.startswith("U werkt nu in ‘Wonen (kopie)’, een kopie van ‘Wonen’.")
    beeld = scenariolijst(demonstratie, wie_van(demonstratie))
    assert [r.naam for r in beeld.eigen if r.gekozen] == ["Wonen (kopie)"]


def test_who_has_no_scenario_is_not_told_to_tick_one(demonstratie: Omgeving) -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert not any("Vink hoogstens" in m.value for m in script.markdown)
    two(demonstratie)
    script.run()
    assert any("Vink hoogstens" in m.value for m in script.markdown)


def compared(script: AppTest) -> list[pd.DataFrame]:
    return [t.value for t in tabellen(script) if "Plan van nu" in t.value.columns]


def test_two_that_are_ticked_stand_beside_the_plan(demonstratie: Omgeving) -> None:
    numbers = two(demonstratie)
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not compared(script)
    for number in numbers:
        script.checkbox(key=f"vergelijk_{number}").check()
    script.run()
    assert not script.exception
    (table,) = compared(script)
    assert list(table.columns) == ["Onderwerp", "Wat", "Plan van nu", "Groen", "Wonen"]
    assert table["Wonen"].str.startswith("▸ ").any()
    assert not table["Groen"].str.startswith("▸ ").any()
    assert script.query_params["vergelijk"] == "-".join(map(str, reversed(numbers)))


def test_a_link_with_scenarios_opens_the_comparison(demonstratie: Omgeving) -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.query_params["vergelijk"] = "-".join(map(str, two(demonstratie)))
    script.run()
    assert len(compared(script)) == 1


def ask_new() -> None:
    from sturing.ui.components import scenario_dialogs

    scenario_dialogs.ask_new()


def ask_share() -> None:
    import streamlit as st

    from sturing.ui.components import scenario_dialogs

    scenario_dialogs.ask_share(st.session_state["nummer"])


def press(script: AppTest, label: str) -> None:
    next(b for b in script.button if b.label == label).click().run()
    assert not script.exception


def test_a_new_scenario_is_made_in_its_dialog_and_an_empty_name_is_refused(
    demonstratie: Omgeving,
) -> None:
    script = AppTest.from_function(ask_new, default_timeout=30).run()
    press(script, "Maak scenario")
    assert "naam van 1 tot en met 60 tekens" in script.error[0].value
    script.text_input[0].set_value("Via het scherm")
    press(script, "Maak scenario")
    regel = scenariolijst(demonstratie, wie_van(demonstratie)).eigen[0]
    assert (regel.naam, regel.gekozen) == ("Via het scherm", True)


def test_a_colleague_is_chosen_and_put_out_again_in_the_dialog(demonstratie: Omgeving) -> None:
    number, _ = two(demonstratie)
    script = AppTest.from_function(ask_share, default_timeout=30)
    script.session_state["nummer"] = number
    script.run()
    press(script, "Deel met deze collega")
    assert any("Algemeen directeur" in m.value for m in script.markdown)
    press(script, "Haal weg")
    assert any("Alleen u ziet dit scenario." in m.value for m in script.markdown)


def ask_take() -> None:
    import streamlit as st

    from sturing.services.beelden import Keuze
    from sturing.ui.components import scenario_merge

    number, other = st.session_state["nummers"]
    scenario_merge.ask_take(number, [Keuze(sleutel=str(other), naam="Wonen")])


def test_changes_of_another_scenario_are_taken_over_in_the_dialog(demonstratie: Omgeving) -> None:
    first, second = two(demonstratie)
    script = AppTest.from_function(ask_take, default_timeout=30)
    script.session_state["nummers"] = (second, first)
    script.run()
    assert any("1 wijziging komt erbij" in m.value for m in script.markdown)
    press(script, "Neem over")
    assert any("Er is niets over te nemen" in m.value for m in script.markdown)
    regels = scenariolijst(demonstratie, wie_van(demonstratie)).eigen
    assert {r.concept: r.wijzigingen for r in regels} == {first: 1, second: 1}


def test_a_conflict_waits_for_a_choice(demonstratie: Omgeving) -> None:
    first, second = two(demonstratie)
    wie = wie_van(demonstratie)
    beeld = prioriteiten.bord(demonstratie, wie)
    prioriteiten.verplaats(demonstratie, wie, beeld.versie, beeld.rijen[70].opdracht, 60)
    script = AppTest.from_function(ask_take, default_timeout=30)
    script.session_state["nummers"] = (second, first)
    script.run()
    assert next(b for b in script.button if b.label == "Neem over").disabled
    script.radio[0].set_value("hun").run()
    press(script, "Neem over")
    kop = prioriteiten.bord(demonstratie, wie)
    assert [w.tekst.split("→")[1] for w in kop.wijzigingen] == [" 50"]


def test_the_head_of_the_board_names_the_scenario_and_chooses_another(
    demonstratie: Omgeving,
) -> None:
    first, second = two(demonstratie)
    script = AppTest.from_function(board, default_timeout=30).run()
    assert not script.exception
    script.button(key=f"kies_{first}").click().run()
    chosen = [
        r.concept for r in scenariolijst(demonstratie, wie_van(demonstratie)).eigen if r.gekozen
    ]
    assert chosen == [first] != [second]
    assert script.query_params["scenario"] == str(first)


def test_a_link_to_a_scenario_opens_it_and_a_strange_one_is_refused(
    demonstratie: Omgeving,
) -> None:
    first, _ = two(demonstratie)
    script = AppTest.from_function(board, default_timeout=30)
    script.query_params["scenario"] = str(first)
    script.run()
    assert "U werkt nu in ‘Wonen’" in script.success[0].value.replace("\\", "")
    ander = AppTest.from_function(board, default_timeout=30)
    ander.session_state["identiteit"] = "demo-sm-sociaal"
    ander.query_params["scenario"] = str(first)
    ander.query_params["sleutel"] = "geraden"
    ander.run()
    assert "Deze link werkt niet" in ander.warning[0].value.replace("\\", "")
    assert "scenario" not in ander.query_params
    assert "sleutel" not in ander.query_params


@pytest.mark.usefixtures("demonstratie")
def test_who_may_see_nothing_gets_a_reason() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["identiteit"] = "demo-zonder-rol"
    script.run()
    assert script.title[0].value == "U mag deze pagina niet zien."


@pytest.mark.usefixtures("demonstratie")
def test_who_may_make_none_sees_why_and_no_button() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["identiteit"] = "demo-wethouder-wonen"
    script.run()
    assert not script.exception
    assert not any(b.label == "Nieuw scenario" for b in script.button)
    assert any("niet wijzigen" in m.value for m in script.markdown)


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_can_be_opened() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert "U heeft nog geen scenario" in script.title[0].value
