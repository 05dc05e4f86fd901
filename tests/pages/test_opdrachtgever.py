"""Opdrachtgever: the own opdrachten, answering, taking up, laying before, and refusal."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services import berichten, prioriteiten
from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.opdrachtgever import opdrachtgeverbeeld
from tests.pages.tabellen import tabellen


def page() -> None:
    from pages import opdrachtgever

    opdrachtgever.toon()


def start(identiteit: str | None = None) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    if identiteit:
        script.session_state["identiteit"] = identiteit
    return script.run()


def test_the_answer_the_table_and_what_waits_are_those_of_the_service(
    demonstratie: Omgeving,
) -> None:
    beeld = opdrachtgeverbeeld(demonstratie, wie_van(demonstratie))
    script = start()
    assert not script.exception
    assert [k.value for k in script.title] == [beeld.kop.titel.replace("-", "\\-")]
    tabel = tabellen(script)[0].value
    assert tabel["Plaats"].iloc[0] == beeld.rijen[0].plaats
    assert list(tabel["Opdracht"]) == [r.naam for r in beeld.rijen]
    assert list(tabel["Kwaliteit"]) == [r.kwaliteit for r in beeld.rijen]
    assert [h.value for h in script.header] == [
        "Mijn opdrachten",
        "Signalen van teams",
        "Aan u voorgelegd",
        "Wanneer, en met welke dekking, in %",
        "Met wie vraagt u dezelfde uren?",
        "Gesprekken",
        "Gedelegeerd",
    ]
    claims, gesprekken, gedelegeerd = (tabellen(script)[n].value for n in range(1, 4))
    assert (
        [int(uren) for uren in claims["Samen te veel"]]
        == [c.tekort_uren for c in beeld.claims]
        != []
    )
    assert list(gesprekken["Opdrachten"]) == [g.opdrachten for g in beeld.gesprekken] != []
    # No decision recorded one of them, so that no empty columns stand there.
    assert not any(d.besloten for d in beeld.gedelegeerd)
    assert list(gedelegeerd.columns) == ["Opdracht", "Aan of namens"]
    assert any("Dat kan bij Prioriteiten" in m.value for m in script.markdown)
    script.button(key="naar_claims").click().run()
    assert not script.exception
    assert sorted(script.session_state["claims_partijen"]) == sorted(
        (beeld.persoon, beeld.claims[0].persoon)
    )
    script = start()
    script.button(key="naar_gesprek").click().run()
    assert not script.exception
    assert script.session_state["onderdeel"] == "gesprek"
    script = start()
    assert any("Sluipverkeer Groenekan hoger" in m.value for m in script.markdown)
    assert any("Leyensetuin voorgelegd aan" in m.value for m in script.markdown)


def test_a_question_is_answered_on_the_page_and_told_once(demonstratie: Omgeving) -> None:
    pl = start("demo-pl-woningbouw")
    pl.text_area(key="voorleg_vraag_1").set_value("Mag ik een jaar later beginnen?")
    pl.button(key="voorleg_1").click().run()
    assert not pl.exception
    assert "is voorgelegd aan" in pl.success[0].value
    nummer = berichten.alle_escalaties(demonstratie)[-1].nummer
    script = start()
    script.button(key=f"doe_antwoord_vraag_{nummer}_1").click().run()
    assert "Vul eerst uw antwoord in" in script.warning[0].value
    script.text_area(key=f"tekst_antwoord_vraag_{nummer}_1").set_value("Ja, *graag*.")
    script.button(key=f"doe_antwoord_vraag_{nummer}_1").click().run()
    assert not script.exception
    assert script.success[0].value == "Uw antwoord is verstuurd."
    assert any("Ja, \\*graag\\*." in m.value for m in script.markdown)
    assert not script.run().success
    assert berichten.alle_escalaties(demonstratie)[-1].berichten[-1].tekst == "Ja, *graag*."


def test_a_proposal_goes_into_the_draft_with_one_click(demonstratie: Omgeving) -> None:
    wie = wie_van(demonstratie)
    beeld = prioriteiten.bord(demonstratie, wie)
    prioriteiten.terug_naar_plan(demonstratie, wie, beeld.versie)
    script = start()
    knop = next(b for b in script.button if "in mijn concept" in b.label)
    knop.click().run()
    assert not script.exception
    assert "staat in uw concept op plaats" in script.success[0].value
    [regel] = prioriteiten.bord(demonstratie, wie).wijzigingen
    assert regel.tekst.startswith("Sluipverkeer Groenekan: plaats ")
    assert not any("in mijn concept" in b.label for b in script.button)
    prioriteiten.terug_naar_plan(demonstratie, wie, prioriteiten.bord(demonstratie, wie).versie)


def test_another_person_is_chosen_and_stands_in_the_address(demonstratie: Omgeving) -> None:
    script = start("demo-directeur")
    script.selectbox(key="opdrachtgever_persoon").set_value("SM-S").run()
    assert not script.exception
    assert script.title[0].value.startswith("Strategisch manager sociaal is opdrachtgever van")
    assert script.query_params["persoon"] == "SM-S"
    assert opdrachtgeverbeeld(demonstratie, wie_van(demonstratie), "SM-S").persoon == "SM-S"


@pytest.mark.usefixtures("demonstratie")
def test_a_wethouder_without_opdrachten_gets_one_sentence_and_the_way_to_the_talk() -> None:
    script = start("demo-wethouder-wonen")
    assert not script.exception
    assert [h.value for h in script.header] == []
    assert any("Er wacht hier niets op u" in m.value for m in script.markdown)
    script.button(key="naar_gesprek").click().run()
    assert not script.exception
    assert script.session_state["onderdeel"] == "gesprek"


@pytest.mark.usefixtures("demonstratie")
def test_who_may_not_choose_gets_no_list_of_persons() -> None:
    script = start("demo-pl-woningbouw")
    assert not script.exception
    assert [s.key for s in script.selectbox if s.key == "opdrachtgever_persoon"] == []
    assert "Gedelegeerd aan" not in tabellen(script)[0].value
    (gedelegeerd,) = [t.value for t in tabellen(script) if "Aan of namens" in t.value]
    assert list(gedelegeerd["Aan of namens"]) == ["namens Strategisch manager ruimtelijk"]


@pytest.mark.usefixtures("demonstratie")
def test_who_has_no_right_gets_a_reason() -> None:
    script = start("demo-beheerder")
    assert script.title[0].value == "U mag deze pagina niet zien."
    assert not script.dataframe


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = start()
    assert script.title[0].value.startswith("Er zijn nog geen opdrachten")
    assert [b.label for b in script.button] == ["Naar Gegevens"]
