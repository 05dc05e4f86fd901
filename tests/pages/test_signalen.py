"""Signalen: raising a bottleneck and a proposal, the answers, and who may only read."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services import berichten
from sturing.services.omgeving import Omgeving

TEAM = "demo-to-ruimte"


def page() -> None:
    from pages import signalen

    signalen.toon()


def start(identiteit: str | None = None) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    if identiteit:
        script.session_state["identiteit"] = identiteit
    return script.run()


def test_a_team_raises_a_bottleneck_with_the_hours_of_the_calculation(
    demonstratie: Omgeving,
) -> None:
    gemeld = len(berichten.alle_signalen(demonstratie))
    script = start(TEAM)
    assert not script.exception
    script.selectbox(key="signaal_team").set_value("T14").run()
    script.selectbox(key="signaal_opdracht_T14").set_value("O004").run()
    [uren] = [t for t in script.text_input if t.label == "Uren tekort"]
    berekend = int(uren.value)
    assert berekend > 0
    script.button(key=f"signaal_meld_{gemeld}").click().run()
    assert "Vul eerst in wat er aan de hand is" in script.warning[0].value
    script.text_area(key=f"signaal_tekst_{gemeld}").set_value("Er is geen projectleider vrij.")
    script.button(key=f"signaal_meld_{gemeld}").click().run()
    assert not script.exception
    assert "is gemeld" in script.success[0].value
    nieuw = berichten.alle_signalen(demonstratie)[-1]
    assert (nieuw.team, nieuw.opdracht) == ("T14", "O004")
    assert nieuw.uren_honderdste == berekend * 100
    assert script.text_area(key=f"signaal_tekst_{gemeld + 1}").value == ""
    assert any("bij Leyensetuin" in m.value for m in script.markdown)


def test_typed_hours_that_are_no_number_are_refused_where_they_stand(
    demonstratie: Omgeving,
) -> None:
    gemeld = len(berichten.alle_signalen(demonstratie))
    script = start(TEAM)
    [uren] = [t for t in script.text_input if t.label == "Uren tekort"]
    uren.set_value("veel")
    script.text_area(key=f"signaal_tekst_{gemeld}").set_value("Te veel werk.")
    script.button(key=f"signaal_meld_{gemeld}").click().run()
    assert "veel" in script.warning[0].value
    assert len(berichten.alle_signalen(demonstratie)) == gemeld


def test_a_team_proposes_a_place(demonstratie: Omgeving) -> None:
    gemeld = len(berichten.alle_signalen(demonstratie))
    script = start(TEAM)
    script.segmented_control(key="signaal_soort").set_value("Andere prioriteit").run()
    script.selectbox(key="voorstel_opdracht").set_value("O008").run()
    script.radio(key=f"voorstel_richting_{gemeld}").set_value("plaats").run()
    script.text_input(key=f"voorstel_plaats_{gemeld}").set_value("50")
    script.text_area(key=f"voorstel_waarom_{gemeld}").set_value("Inwoners wachten te lang.")
    script.button(key=f"voorstel_meld_{gemeld}").click().run()
    assert not script.exception
    nieuw = berichten.alle_signalen(demonstratie)[-1]
    assert (nieuw.opdracht, nieuw.plaats, nieuw.team) == ("O008", 50, "T12")


@pytest.mark.usefixtures("demonstratie")
def test_who_may_not_raise_reads_only_and_is_told_who_does() -> None:
    script = start("demo-controller")
    assert not script.exception
    assert "op antwoord" in script.title[0].value
    assert not script.text_area
    assert any("Dat doet een teamondersteuner" in m.value for m in script.markdown)


@pytest.mark.usefixtures("demonstratie")
def test_who_has_no_right_gets_a_reason() -> None:
    assert start("demo-beheerder").title[0].value == "U mag deze pagina niet zien."


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = start()
    assert [b.label for b in script.button] == ["Naar Gegevens"]
