"""How long a page takes to open, beside an empty page, in Chromium.

In two ways, in turns with an empty page under the same server, Python and browser:
- by the menu, as one goes from screen to screen: from the click until the answer (h1) of the screen
  is there, the script has ended, no skeleton is left and every chart is drawn;
- by its address, in a new window with the files of the front end in the cache: until the answer is
  there, and until all of it is. Beside it stand an empty page and one with a title and a single
  chart of three bars: what Streamlit and Plotly take whatever the page is. And how far what one
  reads jumped meanwhile, as Chromium counts it (cumulative layout shift; below 0.1 is good).
The browser has no developer tools that slow its scripts down (benchmarks/chromium.py).
With --maat M on the demonstration fifty times over (benchmarks/groot.py). With --sessies N after N
other sessions opened the screens that are measured. Times are milliseconds (performance.now),
medians.

    python -m benchmarks.paginas [--maat demonstratie|M] [--keer 7] [--sessies 0] [--scherm NAAM...]
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.chromium import Browser, Window, chromium
from benchmarks.groot import maak_groot
from benchmarks.toets_tot_beeld import SLIDER_SERVER, running
from sturing.ui.navigation import FIRST, SECTIONS, title_of

EMPTY_APP = """
import streamlit as st
def leeg():
    st.title("Leeg")
def ook_leeg():
    st.title("Ook leeg")
def grafiek():
    import plotly.graph_objects as go
    st.title("Grafiek")
    st.plotly_chart(go.Figure(go.Bar(x=["a", "b", "c"], y=[1, 2, 3])))
st.navigation([
    st.Page(leeg, title="Leeg", default=True),
    st.Page(ook_leeg, title="Ook leeg"),
    st.Page(grafiek, title="Grafiek"),
]).run()
"""
EMPTY = ("Leeg", "Ook leeg")
CHART_PLACE = "/grafiek"
TARGET_MS = {"demonstratie": 1000, "M": 3000}
VISITS_BEFORE = 2
PAUSE_MS = 500
"""After a window is open, so that the browser can put away what it compiled."""
READY = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const state = document.querySelector('[data-testid="stApp"]')
    ?.getAttribute('data-test-script-state');
  const answer = Boolean(main?.querySelector('h1'));
  const charts = [...(main?.querySelectorAll('[data-testid="stPlotlyChart"]') ?? [])];
  const whole = answer && state === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"]')
    && charts.every((chart) => chart.querySelector('.main-svg'));
  return { answer, whole };
}"""
WATCH = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const ready = %s;
  const look = () => {
    const { answer, whole } = ready();
    if (answer && !window.answered) window.answered = performance.now();
    if (whole) window.opened = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
CLICK = """(title) => new Promise((done) => {
  const ready = %s;
  const links = [...document.querySelectorAll('[data-testid="stSidebarNavLink"]')];
  const link = links.find((a) => a.textContent.trim() === title);
  const begin = performance.now();
  const said = () => document.querySelector('[data-testid="stMain"] h1')?.textContent;
  const before = said();
  link.click();
  const look = () => {
    // Before the new answer is there, all of it that is whole is the screen one comes from.
    if (said() !== before && ready().whole) done(performance.now() - begin);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""


def main() -> None:
    """Print a row per screen; ends with 1 when one opens by the menu later than the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maat", choices=list(TARGET_MS), default="demonstratie")
    parser.add_argument("--keer", type=int, default=7, help="openings of each screen")
    parser.add_argument("--sessies", type=int, default=0, help="sessions that open all first")
    every = [name for items in SECTIONS.values() for name, _title in items]
    parser.add_argument("--scherm", nargs="+", choices=every, default=every, help="only these")
    asked = parser.parse_args()
    names: list[str] = asked.scherm
    with (
        _application(asked.maat) as url,
        running(_empty_command) as empty_url,
        chromium(f"({WATCH % READY})()") as browser,
    ):
        for _ in range(asked.sessies):
            for name in names:
                _open(browser, url + _place(name))
        print(f"size {asked.maat}, {asked.keer} openings, after {asked.sessies} other sessions")
        worst = max(_row(browser, name, url, empty_url, asked.keer, every) for name in names)
    target = TARGET_MS[asked.maat]
    print(f"slowest by the menu {worst:.0f} ms; target: at most {target} ms")
    sys.exit(0 if worst <= target else 1)


def _row(
    browser: Browser, name: str, url: str, empty_url: str, count: int, every: list[str]
) -> float:
    """Measure and print one screen; its median by the menu."""
    other = next(n for n in every if n not in (name, FIRST))
    page = _opened(browser, url + _place(other))
    empty = _opened(browser, empty_url)
    menu, bare, address, bare_address, chart_address = [], [], [], [], []
    for turn in range(VISITS_BEFORE + count):
        by_menu, by_bare = _click(page, title_of(name)), _click(empty, EMPTY[1])
        _click(page, title_of(other))
        _click(empty, EMPTY[0])
        opened, opened_bare = _open(browser, url + _place(name)), _open(browser, empty_url)
        opened_chart = _open(browser, empty_url + CHART_PLACE)
        if turn >= VISITS_BEFORE:
            menu.append(by_menu)
            bare.append(by_bare)
            address.append(opened)
            bare_address.append(opened_bare)
            chart_address.append(opened_chart)
    page.close()
    empty.close()
    middle, middle_bare = statistics.median(menu), statistics.median(bare)
    answer, whole, shift = (statistics.median(column) for column in zip(*address, strict=True))
    whole_bare = statistics.median(all_of_it for _, all_of_it, _shift in bare_address)
    whole_chart = statistics.median(all_of_it for _, all_of_it, _shift in chart_address)
    said_menu = f"menu {middle:5.0f} ms (empty {middle_bare:4.0f}, x {middle / middle_bare:4.1f})"
    said_address = (
        f"whole {whole:5.0f} ms (empty {whole_bare:4.0f}, x {whole / whole_bare:4.1f}; "
        f"one chart {whole_chart:4.0f}, x {whole / whole_chart:4.1f}), jump {shift:.3f}"
    )
    print(f"{name:<20} {said_menu}   address: answer {answer:5.0f}, {said_address}", flush=True)
    return middle


def _place(name: str) -> str:
    return "/" if name == FIRST else f"/{name}"


def _opened(browser: Browser, address: str) -> Window:
    window = browser.window()
    window.open(address)
    window.wait_for("window.opened")
    return window


def _open(browser: Browser, address: str) -> tuple[float, float, float]:
    """Until the answer, and until all of it, in a new window; and how far it jumped."""
    window = _opened(browser, address)
    time.sleep(PAUSE_MS / 1000)
    answer, whole, shift = window.value("[window.answered, window.opened, window.shifted]")
    window.close()
    return float(answer), float(whole), float(shift)


def _click(window: Window, title: str) -> float:
    window.to_front()
    time.sleep(PAUSE_MS / 1000)
    return float(window.value(f"({CLICK % READY})({json.dumps(title)})"))


@contextmanager
def _application(size: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
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
