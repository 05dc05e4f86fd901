"""From key press to changed numbers on the screen, beside an empty one-slider app.

Prints the median time between Alt+arrow on Prioriteiten (the demonstration, in Chromium) and the
frame in which the effect and the list are drawn with the answer of the server; and the same for
one slider with one line of text under the same server, Python and browser, in turns in one run; and
the ratio. Times are milliseconds in the browser (performance.now).

    python -m benchmarks.toets_tot_beeld [--keer 40]
"""

from __future__ import annotations

import argparse
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.chromium import CHROMIUM

ROOT = Path(__file__).resolve().parents[1]
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
TARGET_MS = 100
READY_S = 60
PAUSE_MS = 150
"""Between two presses: as a person presses, one after the other."""

SLIDER_APP = """
import streamlit as st
st.title("Leeg")
value = st.slider("Waarde", 0, 1000, 500, key="waarde")
st.text(f"waarde {value}")
"""
SLIDER_SERVER = """
import sys
from pathlib import Path
import streamlit as st
import uvicorn
from sturing.ui.server_memory import PeriodicCollection
from sturing.ui.server_settings import apply_safe_options
from sturing.ui.server_socket import open_socket
port = int(sys.argv[2])
application = st.App(Path(sys.argv[1]))
apply_safe_options(address="127.0.0.1", port=port)
config = uvicorn.Config(application, log_level="warning", access_log=False,
                        ws="websockets-sansio", ws_per_message_deflate=False)
with open_socket("127.0.0.1", port) as listening, PeriodicCollection():
    uvicorn.Server(config).run(sockets=[listening])
"""

BOARD_PRESS = """(key) => new Promise((done) => {
  const roots = [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')];
  const root = roots.map((host) => host.shadowRoot).find((root) => root?.querySelector('.lijf'));
  const effect = root.querySelector('.effect-rest');
  const begin = performance.now();
  const watch = new MutationObserver(() => {
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin), 0));
  });
  watch.observe(effect, {childList: true});
  root.activeElement.dispatchEvent(new KeyboardEvent('keydown',
    {key, altKey: true, bubbles: true, composed: true, cancelable: true}));
})"""
SLIDER_PRESS = """() => new Promise((done) => {
  const text = document.querySelector('[data-testid="stText"]');
  window.watching = new MutationObserver(() => {
    window.watching.disconnect();
    const drawn = () => { window.took = performance.now() - window.begin; };
    requestAnimationFrame(() => setTimeout(drawn, 0));
  });
  window.took = null;
  window.watching.observe(text, {childList: true, characterData: true, subtree: true});
  window.addEventListener('keydown', () => { window.begin = performance.now(); },
    {capture: true, once: true});
  done();
})"""


def main() -> None:
    """Run both in turns and print medians and ratio; ends with 1 when the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keer", type=int, default=40, help="presses of each kind")
    count = parser.parse_args().keer
    with (
        running(_board_command) as board_url,
        running(_slider_command) as slider_url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        board, slider = _board(browser, board_url), _slider(browser, slider_url)
        board_ms, slider_ms = [], []
        for number in range(count):
            board_ms.append(_press_board(board, number))
            slider_ms.append(_press_slider(slider))
        rows = board.locator(".rooster").get_attribute("aria-rowcount")
        browser.close()
    middle, empty = statistics.median(board_ms), statistics.median(slider_ms)
    print(f"Prioriteiten ({rows} lines, with the effect panel): {_spread(board_ms)}")
    print(f"One slider and one line of text:                    {_spread(slider_ms)}")
    print(f"Ratio of the medians: {middle / empty:.2f}; target: at most {TARGET_MS} ms")
    sys.exit(0 if middle <= TARGET_MS else 1)


def _spread(times: list[float]) -> str:
    ordered = sorted(times)
    p90 = ordered[int(len(ordered) * 0.9)]
    median = statistics.median(ordered)
    return f"median {median:.0f} ms, p90 {p90:.0f} ms, lowest {ordered[0]:.0f} ms"


def _board_command(port: int, _folder: Path) -> list[str]:
    start = "from sturing.cli import main; main()"
    return [sys.executable, "-c", start, "start", "--demo", "--geen-browser", "--poort", str(port)]


def _slider_command(port: int, folder: Path) -> list[str]:
    app = folder / "slider.py"
    app.write_text(SLIDER_APP, encoding="utf-8")
    return [sys.executable, "-c", SLIDER_SERVER, str(app), str(port)]


@contextmanager
def running(command: Callable[[int, Path], list[str]]) -> Iterator[str]:
    """The address of the server that `command(port, folder)` starts, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            command(port, Path(folder)),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait(url, process)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + READY_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"Nothing answers on {url}.")


def _board(browser: Browser, url: str) -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{url}/prioriteiten")
    page.locator(".rij.opdracht").nth(10).wait_for()
    page.locator(".rij.opdracht").nth(10).click()
    page.wait_for_timeout(1000)
    return page


def _press_board(page: Page, number: int) -> float:
    """Six up, six down, and so on: the row stays inside its group."""
    page.wait_for_timeout(PAUSE_MS)
    key = "ArrowDown" if number // 6 % 2 == 0 else "ArrowUp"
    return float(page.evaluate(BOARD_PRESS, key))


def _slider(browser: Browser, url: str) -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(url)
    page.locator('[data-testid="stText"]').wait_for()
    page.locator('input[type="range"], [role="slider"]').first.focus()
    page.wait_for_timeout(1000)
    return page


def _press_slider(page: Page) -> float:
    page.wait_for_timeout(PAUSE_MS)
    page.evaluate(SLIDER_PRESS)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => window.took !== null")
    return float(page.evaluate("() => window.took"))


if __name__ == "__main__":
    main()
