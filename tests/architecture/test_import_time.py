"""What is really loaded: the import graph of a linter does not see imports made at run time."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

LOADED = """
import importlib, json, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(getattr(package, "__path__", []), name + "."):
        importlib.import_module(module.name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded_by(*names: str) -> set[str]:
    """Top-level packages in a fresh interpreter after importing these packages whole."""
    answer = subprocess.run(
        [sys.executable, "-c", LOADED, *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return set(json.loads(answer.stdout))


@pytest.mark.parametrize(
    ("packages", "never"),
    [
        (("sturing.errors", "sturing.domain"), {"numpy", "dateutil", "duckdb", "streamlit"}),
        (("sturing.engine",), {"duckdb", "openpyxl", "pandas", "streamlit", "plotly"}),
        (("sturing.intake", "sturing.rights"), {"streamlit", "plotly", "pandas"}),
        (("sturing.analyses",), {"streamlit", "plotly", "pandas", "openpyxl"}),
        (("sturing.rapport",), {"streamlit", "plotly", "duckdb", "numpy", "openpyxl"}),
        (("sturing.services",), {"streamlit", "plotly", "uvicorn", "typst"}),
        (("sturing.loket",), {"streamlit", "plotly", "uvicorn", "openpyxl", "xlsxwriter"}),
        (("sturing.cli",), {"streamlit", "duckdb", "numpy", "openpyxl", "plotly"}),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, tuple) else "",
)
def test_a_layer_loads_nothing_it_may_not_know(packages: tuple[str, ...], never: set[str]) -> None:
    assert not loaded_by(*packages) & never
