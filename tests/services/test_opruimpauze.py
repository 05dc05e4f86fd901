"""Collection of garbage is as it was when the last upload that paused it is done."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest

from sturing.services.opruimpauze import opruimpauze


@pytest.fixture(autouse=True)
def zoals_het_was() -> Iterator[None]:
    aan = gc.isenabled()
    yield
    (gc.enable if aan else gc.disable)()


@pytest.mark.parametrize("aan", [True, False])
def test_after_the_pause_it_is_as_before(aan: bool) -> None:
    (gc.enable if aan else gc.disable)()
    gezien: list[bool] = []

    @opruimpauze()
    def mislukt() -> None:
        gezien.append(gc.isenabled())
        raise KeyError

    with pytest.raises(KeyError):
        mislukt()
    assert gezien == [False]
    assert gc.isenabled() is aan


def test_the_first_to_finish_does_not_end_the_pause_of_another() -> None:
    gc.enable()
    begonnen, mag_eindigen = threading.Event(), threading.Event()

    @opruimpauze()
    def lang() -> None:
        begonnen.set()
        mag_eindigen.wait(30)

    draad = threading.Thread(target=lang)
    draad.start()
    begonnen.wait(30)
    with opruimpauze():
        pass
    assert not gc.isenabled()
    mag_eindigen.set()
    draad.join()
    assert gc.isenabled()
