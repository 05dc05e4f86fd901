"""Trials of reliability, one command each: `python -m tests.proeven NAAM [--aantal N]`.

Each trial is a module of this folder with `KORT` and `VOL` (numbers of attempts) and
`beproef(aantal, map_)`, which works in the empty folder `map_` and gives an Uitslag. Without
`--aantal` the full number runs; the test run does the short one. Ends with 1 when a figure is not
held.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from pathlib import Path

from tests.proeven.uitslag import Uitslag

MAP = Path(__file__).parent
NIET = {"__main__", "uitslag"}


def namen() -> list[str]:
    """Every trial: a module of this folder that has `beproef`."""
    return sorted(
        pad.stem
        for pad in MAP.glob("[a-z]*.py")
        if pad.stem not in NIET and "\ndef beproef(" in pad.read_text(encoding="utf-8")
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.proeven")
    parser.add_argument("naam", choices=namen())
    parser.add_argument("--aantal", type=int)
    keuze = parser.parse_args()
    module = importlib.import_module(f"tests.proeven.{keuze.naam}")
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as werkmap:
        uitslag: Uitslag = module.beproef(keuze.aantal or module.VOL, Path(werkmap))
    print("\n".join(uitslag.regels()))
    print(f"  {time.monotonic() - begin:.0f} s")
    return 0 if uitslag.gehaald else 1


if __name__ == "__main__":
    sys.exit(main())
