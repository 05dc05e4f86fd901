"""Besluiten on the screen: a proposal, an objection with its answer, and the decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from sturing.domain.wie import Wie
from sturing.services import knoppen, notatie, prioriteiten, reacties, voorstellen
from sturing.services.besluitscherm import REACTIE_DAGEN
from sturing.services.knopvelden import Knop
from sturing.services.omgeving import Omgeving, stel_in, wie_van
from sturing.store import besluiten as ledger
from sturing.store import concepten
from tests.conftest import NieuweDemonstratie
from tests.services.besluitproef import JAAR, REACTIE_TOT

NOBELKWARTIER = "O003"


def page() -> None:
    from pages import besluiten

    besluiten.toon()


def prioriteiten_page() -> None:
    from pages import prioriteiten

    prioriteiten.toon()


@pytest.fixture(scope="module")
def vers(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    """A demonstration of its own: a decision changes the plan for every test after it."""
    omgeving = nieuwe_demonstratie()
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def open_voorstel(vers: Omgeving) -> int:
    """A new proposal of the strategisch manager ruimtelijk: Nobelkwartier five places up."""
    stel_in(vers)
    wie = wie_van(vers)
    concept = concepten.maak(
        vers.opslag, naam="proef", eigenaar=wie.account, basis_levering=vers.nummer()
    )
    nu = vers.basis(JAAR).uitkomst.effecten.opdrachten
    plaats = next(r.plaats for r in nu if r.opdracht == NOBELKWARTIER)
    prioriteiten.verplaats(vers, wie, concept.versie, NOBELKWARTIER, plaats - 5, JAAR)
    concept = concepten.lees(vers.opslag, concept.id)
    return voorstellen.leg_voor(
        vers,
        wie,
        concept.id,
        concept.versie,
        titel="Wonen eerst",
        toelichting="De woningen zijn toegezegd.",
        reactie_tot=REACTIE_TOT,
        horizon=JAAR,
    ).nummer


def als(identiteit: str, script: AppTest) -> AppTest:
    script.session_state["identiteit"] = identiteit
    return script.run()


def texts(script: AppTest) -> str:
    return " ".join(m.value for m in (*script.markdown, *script.success, *script.warning))


def test_from_objection_to_decision_on_the_screen(vers: Omgeving, open_voorstel: int) -> None:
    script = als("demo-sm-sociaal", AppTest.from_function(page, default_timeout=60))
    assert not script.exception
    assert "van uw opdrachten lever" in script.title[0].value
    assert not [b for b in script.button if b.label == "Neem aan"]
    script.text_area(key=f"reactie_{open_voorstel}_bezwaar").set_value("Dat kan niet wachten.")
    script.button(key=f"reactie_{open_voorstel}_bezwaar_knop").click().run()
    assert "Uw bezwaar staat bij het voorstel." in texts(script)

    als("demo-directeur", script)
    assert "1 bezwaar is nog open. U kunt nu besluiten, met een reden." in script.title[0].value
    script.button(key=f"reden_{open_voorstel}_aan").click().run()
    assert "Geef een reden" in texts(script)
    assert ledger.lijst(vers.opslag) == ()

    als("demo-sm-ruimtelijk", script)
    assert f"voorstel={open_voorstel}" in script.code[0].value
    assert "Stem in" in [b.label for b in script.button], "an opdracht of the proposer gives too"
    assert "Verstuur bezwaar" not in [b.label for b in script.button], "not to the own proposal"
    proef = als("demo-directeur", AppTest.from_function(page, default_timeout=60))
    proef.button(key=f"doorreken_{open_voorstel}_1").click().run()
    assert not proef.exception
    (concept,) = concepten.lijst(vers.opslag, wie_van(vers, "demo-directeur").account)
    assert concept.naam == "Doorgerekend: Wonen eerst"
    script.text_area(key=f"antwoord_{open_voorstel}_1").set_value("In juni vullen wij aan.")
    script.button(key=f"antwoord_{open_voorstel}_1_knop").click().run()
    assert "In juni vullen wij aan" in texts(script)

    als("demo-directeur", script)
    assert script.title[0].value.endswith("U kunt nu besluiten.")
    script.text_input(key=f"reden_{open_voorstel}").set_value("Woningen gaan voor.")
    script.button(key=f"reden_{open_voorstel}_aan").click().run()
    assert not script.exception
    (besluit,) = ledger.lijst(vers.opslag)
    assert besluit.reden == "Woningen gaan voor."
    assert "Besluit vastgelegd met kenmerk" in texts(script)
    assert list(script.dataframe[0].value["Besluit"]) == ["Wonen eerst"]

    script.query_params["besluit"] = "1"
    script.run()
    assert not script.exception
    assert "Zo was het plan na besluit 1" in script.title[0].value
    assert "Nagerekend" in texts(script)


def test_what_was_looked_at_is_what_is_decided(vers: Omgeving, open_voorstel: int) -> None:
    script = AppTest.from_function(page, default_timeout=60)
    script.query_params["voorstel"] = str(open_voorstel)
    als("demo-directeur", script)
    sm: Wie = wie_van(vers, "demo-sm-sociaal")
    reacties.adviseer(vers, sm, open_voorstel, 1, "Wacht nog even.")
    aantal = len(ledger.lijst(vers.opslag))
    script.text_input(key=f"reden_{open_voorstel}").set_value("Woningen gaan voor.")
    script.button(key=f"reden_{open_voorstel}_aan").click().run()
    assert "intussen op dit voorstel gereageerd" in texts(script)
    assert "Wacht nog even" in texts(script)
    assert len(ledger.lijst(vers.opslag)) == aantal
    voorstellen.trek_in(vers, wie_van(vers), open_voorstel, 2)


def test_who_may_not_read_sees_which_role_is_needed(vers: Omgeving) -> None:
    stel_in(vers)
    script = als("demo-zonder-rol", AppTest.from_function(page, default_timeout=60))
    assert script.title[0].value.startswith("U mag deze pagina niet zien")


def test_a_note_of_a_talk_is_kept_and_shown(vers: Omgeving) -> None:
    stel_in(vers)
    script = AppTest.from_function(page, default_timeout=60)
    script.query_params["onderdeel"] = "gesprek"
    als("demo-sm-ruimtelijk", script)
    assert not script.exception
    assert "opdrachten" in script.title[0].value
    script.text_area(key="notitie").set_value("Nobelkwartier mag voor.")
    next(b for b in script.button if b.label == "Leg afspraak vast").click().run()
    assert "Nobelkwartier mag voor" in texts(script)
    assert script.text_area(key="notitie").value == ""


def test_the_board_has_one_primary_button_that_opens_the_dialog(vers: Omgeving) -> None:
    stel_in(vers)
    script = als("demo-sm-bestuur", AppTest.from_function(prioriteiten_page, default_timeout=60))
    knop = next(b for b in script.button if b.label == "Leg voor als besluit")
    knop.click().run()
    assert not script.exception
    assert "U heeft nog niets gewijzigd" in texts(script)
    als("demo-wethouder-wonen", script)
    assert not [b for b in script.button if b.label == "Leg voor als besluit"]


def test_the_last_day_to_react_is_chosen_in_a_list_and_not_in_a_calendar(vers: Omgeving) -> None:
    stel_in(vers)
    wie = wie_van(vers, "demo-sm-sociaal")
    concepten.maak(vers.opslag, naam="proef", eigenaar=wie.account, basis_levering=vers.nummer())
    versie = prioriteiten.bord(vers, wie).versie
    eigen = next(o for o in vers.basis().plan.opdrachten if o.opdrachtgever == wie.persoon)
    doe = {"opdracht": eigen.opdracht}
    assert not knoppen.voeg_toe(vers, wie, versie, Knop.PARKEER, doe).geweigerd
    script = als(wie.account, AppTest.from_function(prioriteiten_page, default_timeout=60))
    next(b for b in script.button if b.label == "Leg voor als besluit").click().run()
    assert not script.exception
    dag = script.selectbox(key="voorstel_reactie_tot")
    assert dag.value == date.today() + timedelta(days=REACTIE_DAGEN)
    assert dag.options[0] == notatie.datum_zin(date.today())


@pytest.mark.usefixtures("leeg")
def test_without_data_the_talk_says_what_to_do() -> None:
    script = AppTest.from_function(page, default_timeout=30)
    script.query_params["onderdeel"] = "gesprek"
    script.run()
    assert not script.exception
    assert script.title[0].value.startswith("Er zijn nog geen opdrachten voor 20")
    assert [b.label for b in script.button] == ["Naar Gegevens"]
