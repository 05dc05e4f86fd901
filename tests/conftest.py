"""What all tests share: copies of the demonstration, and who runs what when two processes test.

In three processes (`-n 3 --dist loadfile --no-loadscope-reorder`, as .ci/run does) the tests of one
file stay together, because they share what is costly to make. The trials share nothing, so each of
them goes to who is free. What takes long is handed out first, so that both end together.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from sturing.services.omgeving import Omgeving, open_omgeving

LANG = ("browser", "proeven", "cli", "libreoffice", "services", "pages", "demonstratie", "intake")
"""Folders whose files take longest; measured with pytest --durations."""

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
