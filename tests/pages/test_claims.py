"""Claims: the answer, the table, three proposals, and a button that makes a draft."""

from __future__ import annotations

from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from sturing.domain.codes import OpdrachtCode
from sturing.domain.wijziging import Ambitie, Rang
from sturing.services import claims, scenarios
from sturing.services.omgeving import Omgeving, wie_van
from sturing.store import concepten
from tests.pages.tabellen import tabellen


def page() -> None:
    from pages import claims

    claims.toon()


def test_the_answer_the_table_and_three_proposals_stand_there(demonstratie: Omgeving) -> None:
    wie = wie_van(demonstratie)
    voor = len(concepten.lijst(demonstratie.opslag, wie.account))
    script = AppTest.from_function(page, default_timeout=60).run()
    assert not script.exception
    assert "vragen samen" in script.title[0].value
    assert [h.value for h in script.header] == [
        "Waar vragen zij samen te veel?",
        "Wat zou eerlijk zijn?",
    ]
    assert [h.value for h in script.subheader] == ["Om de beurt", "Gelijke delen", "Naar score"]
    assert "SM-R" in script.multiselect[0].value
    assert len(tabellen(script)) == 4
    assert len(concepten.lijst(demonstratie.opslag, wie.account)) == voor
    script.button(key="claims_gelijk").click().run()
    assert not script.exception
    assert len(concepten.lijst(demonstratie.opslag, wie.account)) == voor + 1


@pytest.mark.usefixtures("demonstratie")
def test_another_choice_is_another_answer_and_one_alone_asks_for_more() -> None:
    script = AppTest.from_function(page, default_timeout=60).run()
    eerste = script.title[0].value
    script.multiselect[0].set_value(["SM-R", "SM-S"]).run()
    assert not script.exception
    assert script.title[0].value != eerste
    assert "SM sociaal" in script.title[0].value
    script.multiselect[0].set_value(["SM-R"]).run()
    assert script.title[0].value.startswith("Kies twee of meer opdrachtgevers")
    assert len(tabellen(script)) == 0
    script.multiselect[0].set_value([]).run()
    assert script.multiselect[0].value == []


def test_between_scenarios_it_says_who_asks_what_in_which_and_makes_a_draft(
    demonstratie: Omgeving,
) -> None:
    wie = wie_van(demonstratie)
    plaatsen = {r.opdracht: r.plaats for r in demonstratie.basis().uitkomst.effecten.opdrachten}
    for naam, opdracht in (("Eerste wens", "O002"), ("Tweede wens", "O004")):
        code = OpdrachtCode(opdracht)
        nummer = scenarios.maak(demonstratie, wie, naam)
        meer = (
            Rang(opdracht=code, oude_plaats=plaatsen[code], plaats=1),
            Ambitie(opdracht=code, factor=Decimal(3)),
        )
        versie = concepten.lees(demonstratie.opslag, nummer).versie
        concepten.vervang(demonstratie.opslag, nummer, meer, versie)
    script = AppTest.from_function(page, default_timeout=60)
    script.query_params["tussen"] = "scenarios"
    script.run()
    assert not script.exception
    assert script.title[0].value.startswith("‘Eerste wens’ en ‘Tweede wens’ vragen samen")
    assert [h.value for h in script.header] == [
        "Waar vragen zij samen te veel?",
        "Wie vraagt wat in welk scenario?",
        "Wat zou eerlijk zijn?",
    ]
    vragers = tabellen(script)[1].value
    assert set(vragers["Scenario"]) == {"‘Eerste wens’", "‘Tweede wens’"}
    voor = len(concepten.lijst(demonstratie.opslag, wie.account))
    script.button(key="claims_gelijk").click().run()
    assert not script.exception
    nieuwste = concepten.lijst(demonstratie.opslag, wie.account)[voor]
    assert nieuwste.naam == "Gelijke delen: Eerste wens en Tweede wens"
    assert len(nieuwste.wijzigingen) > 4


@pytest.mark.usefixtures("demonstratie")
def test_who_may_make_no_concept_reads_so_and_gets_no_button() -> None:
    script = AppTest.from_function(page, default_timeout=60)
    script.session_state["identiteit"] = "demo-wethouder-wonen"
    script.run()
    assert not script.exception
    assert "Wat zou eerlijk zijn?" in [h.value for h in script.header]
    assert not [b for b in script.button if b.label == "Maak er een concept van"]
    assert any("maar geen concept maken" in m.value for m in script.markdown)


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert script.title[0].value.startswith("Er zijn geen twee opdrachtgevers")
    assert [b.label for b in script.button] == ["Naar Gegevens"]
    script = AppTest.from_function(page, default_timeout=30)
    script.query_params["tussen"] = "scenarios"
    script.run()
    assert not script.exception
    assert script.title[0].value.startswith("Er zijn geen twee scenario’s")
    assert [b.label for b in script.button] == ["Naar Scenario’s"]


def test_proposals_of_very_many_opdrachten_are_made_when_asked_for(
    demonstratie: Omgeving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "VANZELF", 5)
    script = AppTest.from_function(page, default_timeout=60).run()
    assert "vragen samen" in script.title[0].value
    assert not script.subheader
    gekozen = script.multiselect[0].value
    opdrachten = demonstratie.basis().uitkomst.model.opdrachten
    samen = sum(o.opdrachtgever in gekozen for o in opdrachten)
    assert any(f"Samen hebben zij {samen} opdrachten." in m.value for m in script.markdown)
    [vraag] = [b for b in script.button if b.label == "Reken voorstellen uit"]
    vraag.click().run()
    assert not script.exception
    assert len(script.subheader) == 3
    script.button(key="claims_gelijk")
    script.run()
    assert len(script.subheader) == 3
    script.multiselect[0].set_value(["SM-R", "SM-S"]).run()
    assert not script.subheader
