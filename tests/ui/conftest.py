"""The demonstration for the few tests of the screen layer that need services."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sturing.services.omgeving import Omgeving, stel_in
from tests.conftest import NieuweDemonstratie

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="module")
def demonstratie(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    omgeving = nieuwe_demonstratie()
    stel_in(omgeving)
    yield omgeving
    omgeving.sluit()
