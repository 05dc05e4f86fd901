"""Managementcollectief: the figures are those of the service, and who may not gets a reason."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services.collectiefbeeld import Collectiefbeeld
from sturing.services.managementcollectief import managementcollectief
from sturing.services.omgeving import Omgeving, wie_van
from tests.pages.tabellen import tabellen


def page() -> None:
    from pages import managementcollectief

    managementcollectief.toon()


def start(identiteit: str | None = None) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    if identiteit:
        script.session_state["identiteit"] = identiteit
    return script.run()


def test_the_answer_the_figures_and_the_tables_are_those_of_the_service(
    demonstratie: Omgeving,
) -> None:
    beeld = managementcollectief(demonstratie, wie_van(demonstratie, "demo-directeur"))
    assert isinstance(beeld, Collectiefbeeld)
    script = start("demo-directeur")
    assert not script.exception
    assert script.title[0].value == beeld.kop.titel
    assert [m.value for m in script.metric] == [c.waarde for c in beeld.cijfers]
    for naam in ("ontwikkelopgaven", "niveaus", "focus"):
        script.button(key=f"wissel_{naam}").click().run()
    assert not script.exception
    opgaven, niveaus, plannen, focus = (d.value for d in script.dataframe)
    assert list(opgaven["Toegekend"]) == [r.toegekend_uren for r in beeld.opgaven]
    assert list(niveaus["Coachend"]) == [r.coachend for r in beeld.niveaus]
    assert list(plannen["Team"]) == [p.naam for p in beeld.plannen]
    assert list(focus["Kruimels"]) == [r.kruimels for r in beeld.focus]
    formatie, steun = (t.value for t in tabellen(script))
    *domeinen, samen = (r.formatie for r in beeld.formatie)
    assert list(formatie["Formatie, fte"]) == [*domeinen, f"**{samen}**"]
    assert list(steun["Voor anderen"]) == [r.anderen_uren for r in beeld.steun]
    for naam in ("ontwikkelopgaven", "niveaus", "focus"):
        script.button(key=f"wissel_{naam}").click().run()


@pytest.mark.usefixtures("demonstratie")
def test_a_teamondersteuner_sees_it_and_takes_no_file_of_the_organisation() -> None:
    script = start("demo-to-ruimte")
    assert not script.exception
    script.button(key="wissel_focus").click().run()
    assert not script.get("download_button")
    script.button(key="wissel_focus").click().run()


@pytest.mark.usefixtures("demonstratie")
@pytest.mark.parametrize("identiteit", ["demo-pv-burgerzaken", "demo-beheerder"])
def test_who_has_no_right_gets_a_reason(identiteit: str) -> None:
    script = start(identiteit)
    assert script.title[0].value == "U mag deze pagina niet zien."
    assert not script.dataframe


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = start()
    assert script.title[0].value.startswith("Er zijn nog geen")
    assert [b.label for b in script.button] == ["Naar Gegevens"]
