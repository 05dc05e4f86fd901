"""The demonstration for every test that wants one of its own: its workbooks are read once a run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sturing.services.omgeving import Omgeving, open_omgeving

NieuweDemonstratie = Callable[[], Omgeving]


@pytest.fixture(scope="session")
def nieuwe_demonstratie(tmp_path_factory: pytest.TempPathFactory) -> NieuweDemonstratie:
    """Opens another demonstration each time, as it is after a first start. Close what it gives."""
    gereed = tmp_path_factory.mktemp("demonstratie") / "demonstratie.duckdb"
    open_omgeving(gereed, demo=True).sluit()

    def maak() -> Omgeving:
        eigen = tmp_path_factory.mktemp("demonstratie") / gereed.name
        return open_omgeving(Path(shutil.copy(gereed, eigen)), demo=True)

    return maak
