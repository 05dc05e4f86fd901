"""Rapportage: the first sentence of what can be made, what stands in it, and who is refused."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.rapportage import Rapportagebeeld, rapportage
from sturing.services.rapporten import ACTIE
from sturing.store import logboek
from sturing.ui.components.texts import plain
from tests.pages.gelezen import gelezen
from tests.pages.tabellen import tabellen


def page() -> None:
    from pages import rapportage

    rapportage.toon()


def start(identiteit: str | None = None, **adres: str) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    if identiteit:
        script.session_state["identiteit"] = identiteit
    for naam, waarde in adres.items():
        script.query_params[naam] = waarde
    return script.run()


def knoppen(script: AppTest) -> list[str]:
    return [k.proto.label for k in script.get("download_button")]


def test_the_page_opens_with_the_first_sentence_and_the_contents(demonstratie: Omgeving) -> None:
    beeld = rapportage(demonstratie, wie_van(demonstratie), "opdrachtgever", "SM-R")
    assert isinstance(beeld, Rapportagebeeld)
    script = start(rapportage="opdrachtgever", voor="SM-R")
    assert not script.exception
    assert [k.value for k in script.title] == [gelezen(beeld.kop.titel)]
    assert beeld.kop.titel.startswith("Van de 21 opdrachten van Strategisch manager ruimtelijk")
    inhoud = tabellen(script)[0].value
    assert list(inhoud["Onderdeel"]) == [plain(r.kop) for r in beeld.inhoud]
    assert knoppen(script) == [
        "Maak Excel",
        "Maak Word",
        "Maak PDF",
        "Maak brief in Word",
        "Maak brief in PDF",
        "Maak de bundel",
    ]


def test_nothing_is_made_and_nothing_is_logged_before_a_button_is_pressed(
    demonstratie: Omgeving,
) -> None:
    start("demo-directeur")
    assert not [r for r in logboek.lees(demonstratie.opslag) if r.actie == ACTIE]


@pytest.mark.usefixtures("demonstratie")
def test_another_choice_is_another_report_and_stands_in_the_address() -> None:
    script = start("demo-directeur")
    assert script.title[0].value.startswith("Wettelijk werk vraagt bij Burgerzaken")
    script.selectbox(key="rapportage_soort").select("team").run()
    assert not script.exception
    assert script.query_params["rapportage"] == "team"
    script.selectbox(key="rapportage_voor").select("T14").run()
    assert script.query_params["voor"] == "T14"
    assert script.title[0].value.startswith("Van Projecten fysiek wordt")


@pytest.mark.usefixtures("demonstratie")
@pytest.mark.parametrize(
    ("identiteit", "soorten"),
    [
        ("demo-directeur", ["directie", "portefeuillehouder", "opdrachtgever", "gebied", "team"]),
        ("demo-sm-ruimtelijk", ["opdrachtgever", "team"]),
        ("demo-gm-west", ["opdrachtgever", "gebied"]),
        ("demo-wethouder-wonen", ["directie"]),
    ],
)
def test_only_what_may_be_made_can_be_chosen(identiteit: str, soorten: list[str]) -> None:
    script = start(identiteit)
    assert not script.exception
    beeld = script.selectbox(key="rapportage_soort")
    assert [naam.lower() for naam in beeld.options] == soorten


def test_a_link_to_what_may_not_be_made_opens_on_what_may(demonstratie: Omgeving) -> None:
    wie = wie_van(demonstratie)
    beeld = rapportage(demonstratie, wie, "directie", "T14")
    assert isinstance(beeld, Rapportagebeeld)
    assert (beeld.soort, beeld.sleutel) == ("opdrachtgever", "SM-R")


@pytest.mark.usefixtures("leeg")
def test_without_a_plan_the_page_says_where_to_begin() -> None:
    script = start()
    assert not script.exception
    assert "om over te rapporteren" in script.title[0].value
    assert [b.label for b in script.button] == ["Naar Gegevens"]


@pytest.mark.usefixtures("demonstratie")
def test_who_may_take_nothing_along_reads_which_role_is_needed() -> None:
    script = start("demo-zonder-rol")
    assert script.title[0].value == "U mag geen rapportages maken."
    assert not script.get("download_button")
