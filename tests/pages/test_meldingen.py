"""What an administrator must know stands above every page, until somebody has seen it."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sturing.services.omgeving import LOKAAL, Omgeving

APP = Path(__file__).parents[2] / "app.py"
TEKST = "Het schrijflogboek van de database was beschadigd en is opzij gezet."


def above() -> None:
    from sturing.ui.components.notices import notices
    from sturing.ui.context import page_context

    notices(page_context())


def start() -> AppTest:
    return AppTest.from_function(above, default_timeout=30).run()


@pytest.mark.usefixtures("leeg")
def test_without_a_notice_nothing_is_shown() -> None:
    script = start()
    assert not script.warning
    assert not script.button


def test_a_notice_stands_above_the_first_page_and_goes_when_it_was_seen(leeg: Omgeving) -> None:
    leeg.meldingen.meld(leeg.opslag, LOKAAL, onderwerp="proef", tekst=TEKST)
    assert [w.value for w in AppTest.from_file(str(APP), default_timeout=60).run().warning] == [
        TEKST
    ]
    script = start()
    assert [w.value for w in script.warning] == [TEKST]
    script.button[0].click().run()
    assert not script.exception
    assert not script.warning
    assert not start().warning


def test_an_identity_that_can_do_nothing_about_it_does_not_see_it(demonstratie: Omgeving) -> None:
    demonstratie.meldingen.vluchtig.append(TEKST)
    try:
        assert not start().warning
    finally:
        demonstratie.meldingen.vluchtig.clear()
