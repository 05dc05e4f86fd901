"""Prioriteiten: the board with the draft of who looks, its table, the switches, and refusal."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sturing.domain.wie import Wie
from sturing.services import prioriteiten
from sturing.services.omgeving import Omgeving, wie_van


def page() -> None:
    from pages import prioriteiten

    prioriteiten.toon()


def data(script: AppTest) -> dict[str, Any]:
    """What the board got from the server."""
    sent: dict[str, Any] = json.loads(script.get("bidi_component")[0].proto.json)
    return sent


@pytest.fixture(autouse=True)
def _plan_in_force(demonstratie: Omgeving) -> None:
    for sleutel in ("demo-sm-ruimtelijk", "demo-directeur"):
        wie = wie_van(demonstratie, sleutel)
        prioriteiten.terug_naar_plan(demonstratie, wie, versie(demonstratie, wie))


def versie(omgeving: Omgeving, wie: Wie) -> int:
    """The version of the draft that a board shows."""
    return prioriteiten.bord(omgeving, wie).versie


@pytest.mark.usefixtures("demonstratie")
def test_the_board_has_every_opdracht_on_its_place() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    sent = data(script)
    assert [rij[1] for rij in sent["rijen"]] == list(range(1, 153))
    assert sent["effect"]["titel"] == "Het plan van nu"
    assert sent["mag"] is True


def test_a_draft_is_there_again_in_a_new_session(demonstratie: Omgeving) -> None:
    wie = wie_van(demonstratie)
    opdracht = data(AppTest.from_function(page, default_timeout=30).run())["rijen"][70][0]
    prioriteiten.verplaats(demonstratie, wie, versie(demonstratie, wie), opdracht, 50)
    script = AppTest.from_function(page, default_timeout=30).run()
    assert data(script)["rijen"][49][0] == opdracht
    assert data(script)["effect"]["titel"] == "Effect van 1 wijziging"
    andere = AppTest.from_function(page, default_timeout=30)
    andere.session_state["identiteit"] = "demo-directeur"
    assert data(andere.run())["effect"]["titel"] == "Het plan van nu"


def test_the_method_is_changed_in_the_draft_and_undone_with_it(demonstratie: Omgeving) -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    script.radio(key="methode").set_value("samenhangend").run()
    assert not script.exception
    assert any("methode samenhangend" in m.value for m in script.markdown)
    assert data(script)["effect"]["wijzigingen"][0][1] == "Methode: strikt → samenhangend"
    assert data(script)["omroep"][1] == "De methode is nu samenhangend."
    wie = wie_van(demonstratie)
    prioriteiten.ongedaan(demonstratie, wie, versie(demonstratie, wie))
    script.run()
    assert script.radio(key="methode").value == "strikt"


@pytest.mark.usefixtures("demonstratie")
def test_without_wettelijk_eerst_nothing_is_folded() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert data(script)["wettelijk"].startswith(
        "Plaats 1–41: wettelijke taken staan vooraan, 1 past niet helemaal; "
    )
    script.toggle(key="wettelijk_eerst").set_value(False).run()
    assert data(script)["wettelijk"] == ""
    assert data(script)["wettelijkEerst"] is False


@pytest.mark.usefixtures("demonstratie")
def test_the_table_has_the_same_order_and_the_effect_stays_beside_it() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["als_tabel"] = {"bord"}
    script.run()
    assert not script.exception
    tabel = script.dataframe[0].value
    assert list(tabel["Plaats"]) == list(range(1, 153))
    assert set(tabel["Haalbaarheid"]) == {"● haalbaar", "▲ onder druk", "✕ niet haalbaar"}
    assert data(script)["rijen"] == []
    next(b for b in script.button if "Als bord" in b.label).click().run()
    assert len(data(script)["rijen"]) == 152


@pytest.mark.usefixtures("demonstratie")
def test_who_may_look_but_not_change_sees_no_handles_and_why() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["identiteit"] = "demo-wethouder-wonen"
    script.run()
    assert not script.exception
    sent = data(script)
    assert sent["mag"] is False
    assert sent["effect"]["leeg"] == sent["waaromNiet"] != ""
    assert script.radio(key="methode").disabled


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = AppTest.from_function(page, default_timeout=30).run()
    assert not script.exception
    assert script.title[0].value.startswith("Er zijn nog geen opdrachten")
    assert not script.get("bidi_component")


@pytest.mark.usefixtures("demonstratie")
def test_who_may_see_nothing_gets_a_reason() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.session_state["identiteit"] = "demo-beheerder"
    script.run()
    assert script.title[0].value == "U mag deze pagina niet zien."
    assert not script.get("bidi_component")
