"""The pages on real services: the demonstration, and an own database without any data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sturing.services.omgeving import Omgeving, open_omgeving, stel_in
from tests.conftest import NieuweDemonstratie


@pytest.fixture(scope="session")
def _demonstratie(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    omgeving = nieuwe_demonstratie()
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def demonstratie(_demonstratie: Omgeving) -> Omgeving:
    """The demonstration as the open environment; drafts of earlier tests may be in it."""
    stel_in(_demonstratie)
    return _demonstratie


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Omgeving]:
    """An own database in which nothing was ever delivered."""
    omgeving = open_omgeving(tmp_path / "leeg.duckdb")
    stel_in(omgeving)
    yield omgeving
    omgeving.sluit()
