"""A fault in a callback ends in the designed state, never in Streamlit's own English one."""

from __future__ import annotations

import logging

import pytest
from streamlit.testing.v1 import AppTest

from sturing.errors import OpslagError
from sturing.ui.server_faults import on_script_error


def _unforeseen() -> None:
    from sturing.ui.server_faults import on_script_error

    on_script_error(ValueError("uren van T07"))


def _of_the_product() -> None:
    from sturing.errors import OpslagError
    from sturing.ui.server_faults import on_script_error

    on_script_error(OpslagError("De schijf is vol.", hint="Maak ruimte."))


def _shown(app: AppTest) -> str:
    return " ".join(element.value for element in (*app.title, *app.markdown))


def test_an_unforeseen_fault_shows_a_kenmerk_and_logs_the_details(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        app = AppTest.from_function(_unforeseen).run()
    assert not app.exception
    assert "Het rekenen lukte niet." in _shown(app)
    assert "uren van T07" not in _shown(app)
    assert "uren van T07" in caplog.text


def test_a_fault_of_the_product_is_shown_in_its_own_words() -> None:
    app = AppTest.from_function(_of_the_product).run()
    assert "De schijf is vol." in _shown(app)
    assert "Maak ruimte." in _shown(app)


def test_streamlit_adds_nothing_of_its_own() -> None:
    assert on_script_error(OpslagError("Klaar.")) is True
