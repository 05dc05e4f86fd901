"""Every trial in its short version; the full figures are in docs/betrouwbaarheid.md."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.proeven import geschiedenissen
from tests.proeven.__main__ import namen


@pytest.mark.parametrize("naam", namen())
def test_trial_holds_its_figures(
    naam: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A page that was tested before leaves its script behind as the main program, and the processes
    # of a trial would run that first.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    module = importlib.import_module(f"tests.proeven.{naam}")
    uitslag = module.beproef(module.KORT, tmp_path)
    assert uitslag.gehaald, "\n".join(uitslag.regels())


def test_undoing_is_refused_when_a_row_that_would_come_back_names_a_code_renamed_since() -> None:
    # Found by the full trial: levering 9 takes a row of O1 away, levering 12 makes O1 into O7.
    telling, fouten = geschiedenissen.speel([895])
    assert fouten == []
    assert telling["geweigerd"] == 2
