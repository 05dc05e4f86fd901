"""A real DuckDB for every test: in memory, or in a file of the test's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sturing.store.opslag import Opslag
from tests.store.voorbeeld import lever, organisatie


@pytest.fixture
def opslag() -> Iterator[Opslag]:
    with Opslag.open(None) as leeg:
        yield leeg


@pytest.fixture
def gevuld(opslag: Opslag) -> Opslag:
    lever(opslag, *organisatie())
    return opslag


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "proef.duckdb"
