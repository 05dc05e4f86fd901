"""Every trial in its short version; the full figures are in docs/betrouwbaarheid.md."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.proeven.__main__ import namen


@pytest.mark.parametrize("naam", namen())
def test_trial_holds_its_figures(naam: str, tmp_path: Path) -> None:
    module = importlib.import_module(f"tests.proeven.{naam}")
    uitslag = module.beproef(module.KORT, tmp_path)
    assert uitslag.gehaald, "\n".join(uitslag.regels())
