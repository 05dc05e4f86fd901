"""How long a page takes to open, beside an empty page, in Chromium.

For every screen: from the request of its address to the moment that its answer (h1) is there, no
skeleton is left and the script has ended; with the files of the front end in the cache, as for
somebody who was here before. In turns with an empty page under the same server, Python and browser.
With --maat M on the demonstration fifty times over (benchmarks/groot.py). With --sessies N the same
again after N other sessions opened every screen. Times are milliseconds (performance.now).

    python -m benchmarks.paginas [--maat demonstratie|M] [--keer 7] [--sessies 0]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from benchmarks.groot import maak_groot
from benchmarks.toets_tot_beeld import ARGUMENTS, CHROMIUM, SLIDER_SERVER, running
from sturing.ui.navigation import FIRST, SECTIONS

EMPTY_APP = 'import streamlit as st\nst.title("Leeg")\n'
TARGET_MS = {"demonstratie": 1000, "M": 3000}
LONGEST_MS = 120_000
WATCH = """() => {
  const look = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    const done = app?.getAttribute('data-test-script-state') === 'notRunning'
      && document.querySelector('[data-testid="stMain"] h1')
      && !document.querySelector('[data-testid="stSkeleton"]');
    if (done) window.opened = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


def main() -> None:
    """Print a row per screen; ends with 1 when a median is over the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maat", choices=list(TARGET_MS), default="demonstratie")
    parser.add_argument("--keer", type=int, default=7, help="openings of each screen")
    parser.add_argument("--sessies", type=int, default=0, help="sessions that open all first")
    asked = parser.parse_args()
    names = [name for items in SECTIONS.values() for name, _title in items]
    with (
        _application(asked.maat) as url,
        running(_empty_command) as empty_url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
        context.add_init_script(f"({WATCH})()")
        addresses = [f"{url}/{'' if name == FIRST else name}" for name in names]
        for address in (empty_url, *addresses):
            _open(context, address)
        for _ in range(asked.sessies):
            for address in addresses:
                _open(context, address)
        print(f"size {asked.maat}, {asked.keer} openings, after {asked.sessies} other sessions")
        worst = 0.0
        for name, address in zip(names, addresses, strict=True):
            pairs = [
                (_open(context, address), _open(context, empty_url)) for _ in range(asked.keer)
            ]
            middle, empty = (statistics.median(column) for column in zip(*pairs, strict=True))
            worst = max(worst, middle)
            print(f"{name:<20} {middle:6.0f} ms   empty {empty:5.0f} ms   x {middle / empty:.1f}")
        browser.close()
    target = TARGET_MS[asked.maat]
    print(f"slowest median {worst:.0f} ms; target: at most {target} ms")
    sys.exit(0 if worst <= target else 1)


def _open(context: BrowserContext, address: str) -> float:
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => window.opened", timeout=LONGEST_MS)
    took = float(page.evaluate("() => window.opened"))
    page.close()
    return took


@contextmanager
def _application(size: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        extra: tuple[str, ...] = ()
        if size != "demonstratie":
            database = Path(folder) / "groot.duckdb"
            maak_groot(database)
            extra = ("--db", str(database))
        with running(_start(extra)) as url:
            yield url


def _start(extra: tuple[str, ...]) -> Callable[[int, Path], list[str]]:
    start = "from sturing.cli import main; main()"
    asked = ["start", "--demo", "--geen-browser", *extra]
    return lambda port, _folder: [sys.executable, "-c", start, *asked, "--poort", str(port)]


def _empty_command(port: int, folder: Path) -> list[str]:
    app = folder / "leeg.py"
    app.write_text(EMPTY_APP, encoding="utf-8")
    return [sys.executable, "-c", SLIDER_SERVER, str(app), str(port)]


if __name__ == "__main__":
    main()
