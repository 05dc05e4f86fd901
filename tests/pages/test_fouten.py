"""What a page shows when something breaks: Dutch words and a kenmerk, never a traceback."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "app.py"


def broken() -> None:
    from sturing.ui.components.states import guard

    with guard():
        raise ValueError("cell contents that nobody may see")


def refused() -> None:
    from sturing.errors import BezetError
    from sturing.ui.components.states import guard

    with guard():
        raise BezetError("De database is bezet.", "Sturing draait al.", "Sluit het andere venster.")


def test_a_fault_gets_a_kenmerk_and_the_log_has_the_rest(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR, logger="sturing.ui"):
        script = AppTest.from_function(broken).run()
    assert not script.exception
    assert script.title[0].value == "Het rekenen lukte niet."
    tekst = script.markdown[0].value
    kenmerk = re.search(r"\*\*([0-9a-f]{4} [0-9a-f]{4})\*\*", tekst)
    assert kenmerk is not None
    assert "nobody may see" not in tekst
    assert kenmerk[1] in caplog.text
    assert [b.label for b in script.button] == ["Probeer opnieuw"]


def test_an_error_of_the_product_speaks_its_own_words() -> None:
    script = AppTest.from_function(refused).run()
    assert script.title[0].value == "De database is bezet."
    assert [m.value for m in script.markdown] == [
        "Sturing draait al.",
        "Sluit het andere venster.",
    ]


@pytest.mark.usefixtures("demonstratie")
def test_the_entry_shows_the_overview_who_one_is_and_the_banner() -> None:
    script = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not script.exception
    assert "opdrachten zijn niet haalbaar" in script.title[0].value
    assert "Verzonnen gegevens" in script.main.markdown[0].value
    assert script.sidebar.markdown[0].value == "**Strategisch manager ruimtelijk**"
    assert len(script.sidebar.radio(key="identiteit").options) > 5


@pytest.mark.usefixtures("demonstratie")
def test_a_chosen_identity_is_the_one_that_acts() -> None:
    script = AppTest.from_file(str(APP), default_timeout=30)
    script.session_state["identiteit"] = "demo-beheerder"
    script.run()
    assert script.sidebar.markdown[0].value == "**Beheerder**"
    assert script.title[0].value == "U mag deze pagina niet zien."


@pytest.mark.usefixtures("leeg")
def test_an_own_database_says_that_there_is_no_sign_in() -> None:
    script = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not script.exception
    assert "Zonder aanmelding" in script.main.markdown[0].value
    assert not script.sidebar.radio
