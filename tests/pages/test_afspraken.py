"""Afspraken on the demonstration: the sentence, the list of work, a reason, and changing a rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services import afspraakregels
from sturing.services.afspraakreden import trek_reden_in
from sturing.services.omgeving import Omgeving, wie_van
from sturing.store import afspraken as opgeslagen
from tests.pages.tabellen import tabellen

DIRECTIE = "demo-directeur"
MANAGER = "demo-sm-ruimtelijk"


def page() -> None:
    from pages import afspraken

    afspraken.toon()


def point() -> None:
    """The dialog by itself: a run of the whole page closes it before its button counts."""
    import streamlit as st

    from sturing.services.afspraken import afsprakenbeeld
    from sturing.ui.components import afspraak_dialogs, outcome
    from sturing.ui.context import page_context

    context = page_context()
    beeld = afsprakenbeeld(context.omgeving, context.wie)
    punten = (*beeld.punten, *beeld.met_reden)  # type: ignore[union-attr]
    outcome.told()
    afspraak_dialogs.show_point(
        next(p for p in punten if p.afspraak == st.session_state["code"]), 0
    )


def rule() -> None:
    from sturing.services.afspraken import afsprakenbeeld
    from sturing.ui.components import afspraak_dialogs, outcome
    from sturing.ui.context import page_context

    context = page_context()
    beeld = afsprakenbeeld(context.omgeving, context.wie)
    outcome.told()
    afspraak_dialogs.change_rule(beeld.regels, "OPDRACHTGEVER_SPAN")  # type: ignore[union-attr]


def alone(dialog: Callable[[], None], identiteit: str, code: str = "") -> AppTest:
    script = AppTest.from_function(dialog, default_timeout=60)
    script.session_state["identiteit"] = identiteit
    script.session_state["code"] = code
    return script.run()


def start(identiteit: str | None = None, **adres: str) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    if identiteit:
        script.session_state["identiteit"] = identiteit
    for naam, waarde in adres.items():
        script.query_params[naam] = waarde
    return script.run()


def klik(script: AppTest, woorden: str) -> AppTest:
    """Press the first button of which the label ends in these words."""
    knop = next(b for b in script.button if b.label.removesuffix("]").endswith(woorden))
    return knop.click().run()


def tabel(script: AppTest) -> str:
    return " ".join(str(t.value.to_dict()) for t in tabellen(script))


@pytest.mark.usefixtures("demonstratie")
def test_the_answer_begins_with_legal_work_that_does_not_fit() -> None:
    script = start(DIRECTIE)
    assert not script.exception
    assert script.title[0].value.startswith("Wettelijk werk vraagt bij Burgerzaken")
    assert "afspraken kloppen helemaal" in script.title[0].value
    assert "Elk team heeft een plan" in tabel(script)
    assert "Geen delegatie is verlopen" not in tabel(script)
    script.toggle(key="afspraken_die_kloppen").set_value(True).run()
    assert "Geen delegatie is verlopen" in tabel(script)


@pytest.mark.usefixtures("demonstratie")
def test_a_link_opens_on_one_rule_with_its_sentence() -> None:
    script = start(DIRECTIE, afspraak="TEAMPLAN")
    assert any("Elk team heeft een plan" in m.value for m in script.markdown)
    assert any("Sturingskader, Teamplannen" in m.value for m in script.markdown)
    namen = [m.value for m in script.markdown if m.value.startswith("**")]
    assert "**Facilitair**" in namen
    assert "**Nieuwbouw gemeentehuis**" not in namen


@pytest.mark.usefixtures("demonstratie")
def test_more_points_come_at_a_press() -> None:
    script = start(DIRECTIE)
    voor = len([b for b in script.button if (b.key or "").startswith("punt_punten")])
    klik(script, "Toon nog 24\u00a0punten")
    na = len([b for b in script.button if (b.key or "").startswith("punt_punten")])
    assert (voor, na) == (8, 32)


def test_a_reason_is_laid_down_and_taken_back(demonstratie: Omgeving) -> None:
    script = alone(point, DIRECTIE, "ROL_STRATEGISCH_DIRECTIE")
    assert any("In specifieke gevallen" in m.value for m in script.markdown)
    klik(script, "Leg reden vast")
    assert "Vul eerst waarom dit mag in" in script.warning[0].value
    script.text_area[0].set_value("Het gemeentehuis is van ons allemaal.")
    klik(script, "Leg reden vast")
    assert not script.exception
    assert "is vastgelegd" in script.success[0].value
    [reden] = opgeslagen.redenen(demonstratie.opslag)
    assert reden.object.opdracht == "O014"
    bekijk = start(DIRECTIE)
    assert any("uitzondering met een reden" in h.value for h in bekijk.header)
    assert "Bekijk de reden" in " ".join(b.label for b in bekijk.button)
    assert any("Het gemeentehuis is van ons allemaal" in m.value for m in bekijk.markdown)
    trek_reden_in(demonstratie, wie_van(demonstratie, DIRECTIE), reden.afspraak, reden.object)


@pytest.mark.usefixtures("demonstratie")
def test_who_may_give_no_reason_reads_the_point_only() -> None:
    script = alone(point, "demo-controller", "ROL_STRATEGISCH_DIRECTIE")
    assert not script.text_area
    assert "Naar Prioriteiten" in [b.label for b in script.button]


def test_the_directie_changes_a_rule_and_everybody_sees_the_history(
    demonstratie: Omgeving,
) -> None:
    assert "wijzig_afspraak" in [b.key for b in start(DIRECTIE).button]
    script = alone(rule, DIRECTIE)
    script.text_input(key="grens_OPDRACHTGEVER_SPAN").set_value("veel")
    script.text_area(key="waarom_OPDRACHTGEVER_SPAN").set_value("Meer kan niet.")
    klik(script, "Leg wijziging vast")
    assert "is geen grens" in script.warning[0].value
    script.text_input(key="grens_OPDRACHTGEVER_SPAN").set_value("30")
    klik(script, "Leg wijziging vast")
    assert not script.exception
    assert "is gewijzigd" in script.success[0].value
    assert afspraakregels.regel(demonstratie, "OPDRACHTGEVER_SPAN").drempel == 30
    ander = start(MANAGER)
    assert "Meer kan niet" in tabel(ander)
    assert "wijzig_afspraak" not in [b.key for b in ander.button]


@pytest.mark.usefixtures("demonstratie")
def test_who_has_no_right_gets_a_reason() -> None:
    assert start("demo-zonder-rol").title[0].value == "U mag deze pagina niet zien."


@pytest.mark.usefixtures("leeg")
def test_without_data_the_page_says_what_to_do() -> None:
    script = start()
    assert "nog geen opdrachten" in script.title[0].value
    assert "Naar Gegevens" in [b.label for b in script.button]
