"""A levering that a command brings beside the application is on the screen at the next look."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from sturing import cli
from sturing.loket.server import open_loket
from sturing.services.omgeving import Omgeving
from tests.cli.werkboek import schrijf


def page() -> None:
    from pages import gegevens

    gegevens.toon()


def titles(script: AppTest) -> str:
    assert not script.exception
    return "\n".join(element.value for element in (*script.title, *script.header, *script.markdown))


def test_the_page_shows_the_number_that_the_command_stored(leeg: Omgeving, tmp_path: Path) -> None:
    assert leeg.opslag.pad is not None
    line = ["inlezen", str(schrijf(tmp_path / "klein.xlsx")), "--db", str(leeg.opslag.pad)]
    script = AppTest.from_function(page, default_timeout=60).run()
    assert "Er zijn nog geen gegevens" in titles(script)
    with open_loket(leeg, url="", say=print):
        assert cli.run(line) == 0
        assert "Levering 1 is het plan van nu\\: 1 team en 2 opdrachten." in titles(script.run())
        assert cli.run(line) == 0
        assert "Levering 2 is het plan van nu" in titles(script.run())
    assert leeg.basis().levering == 2
