"""The demonstration for the few tests of the screen layer that need services."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sturing.services.omgeving import Omgeving, open_omgeving, stel_in

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="module")
def demonstratie() -> Iterator[Omgeving]:
    omgeving = open_omgeving(None, demo=True)
    stel_in(omgeving)
    yield omgeving
    omgeving.sluit()
