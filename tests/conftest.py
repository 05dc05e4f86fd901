"""What all tests share: copies of the demonstration, and who runs what when two processes test.

In four processes (`-n 4 --dist loadfile --no-loadscope-reorder`, as .ci/run does) the tests of one
file stay together, because they share what is costly to make. The trials share nothing, so each of
them goes to who is free. What takes long is handed out first, so that both end together.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from sturing.services.omgeving import Omgeving, open_omgeving

LANG = ("browser", "proeven", "cli", "libreoffice", "services", "pages", "demonstratie", "intake")
"""Folders whose files take longest; measured with pytest --durations."""

GEDULD_S = 180
"""So long another process may take to make the demonstration, on a busy machine."""

NieuweDemonstratie = Callable[[], Omgeving]


@pytest.fixture(scope="session")
def demonstratie_bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the demonstration after a first start, to be copied; made once, also when
    several processes test."""
    basis = tmp_path_factory.getbasetemp()
    map_ = (basis.parent if "PYTEST_XDIST_WORKER" in os.environ else basis) / "gereed"
    gereed = map_ / "demonstratie.duckdb"
    try:
        map_.mkdir()
    except FileExistsError:  # another process makes it
        tot = time.monotonic() + GEDULD_S
        while not gereed.exists():
            assert time.monotonic() < tot, "The demonstration was not made."
            time.sleep(0.2)
        return gereed
    in_wording = map_ / "in_wording.duckdb"
    open_omgeving(in_wording, demo=True).sluit()
    return in_wording.rename(gereed)


@pytest.fixture(scope="session")
def demonstratie_kopie(
    demonstratie_bestand: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], Path]:
    """A database of the demonstration of one's own each time, as it is after a first start."""

    def kopie() -> Path:
        eigen = tmp_path_factory.mktemp("demonstratie") / demonstratie_bestand.name
        return Path(shutil.copy(demonstratie_bestand, eigen))

    return kopie


@pytest.fixture(scope="session")
def nieuwe_demonstratie(demonstratie_kopie: Callable[[], Path]) -> NieuweDemonstratie:
    """Opens another demonstration each time, as it is after a first start. Close what it gives."""
    return lambda: open_omgeving(demonstratie_kopie(), demo=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Only in a process of pytest-xdist; alone, everything runs in the order of the folders."""
    if hasattr(config, "workerinput"):
        items.sort(key=_beurt)


def _beurt(item: pytest.Item) -> int:
    map_ = item.path.parent.name
    return LANG.index(map_) if map_ in LANG else len(LANG)


class Verdeling(LoadScopeScheduling):
    """Hands out whole files, and every trial by itself."""

    def _split_scope(self, nodeid: str) -> str:
        bestand = nodeid.split("::", 1)[0]
        return nodeid if bestand.startswith("tests/proeven/") else bestand


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Verdeling | None:
    """In place of what `--dist loadfile` does; the marks of loadgroup do nothing under pytest 9."""
    return Verdeling(config, log) if config.getvalue("dist") == "loadfile" else None
