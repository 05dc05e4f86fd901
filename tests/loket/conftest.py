"""An own database with the small workbook, open as the application has it, and its loket."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sturing.loket.server import open_loket
from sturing.services.inlezen import lees_in
from sturing.services.omgeving import Omgeving, open_omgeving, systeem
from tests.cli.werkboek import schrijf

URL = "http://127.0.0.1:8501"


@pytest.fixture
def boek(tmp_path: Path) -> Path:
    return schrijf(tmp_path / "klein.xlsx")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "sturing.duckdb"


@pytest.fixture
def omgeving(db: Path, boek: Path) -> Iterator[Omgeving]:
    """Levering 1 is stored in it."""
    geopend = open_omgeving(db)
    uitkomst = lees_in(geopend, systeem("test"), [(boek.name, boek.read_bytes())])
    assert uitkomst.levering == 1
    yield geopend
    geopend.sluit()


@pytest.fixture
def loket(omgeving: Omgeving) -> Iterator[Omgeving]:
    """The environment, while its loket is open."""

    def fails(line: str) -> None:
        raise AssertionError(line)

    with open_loket(omgeving, url=URL, say=fails):
        yield omgeving
