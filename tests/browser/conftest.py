"""Chromium and the running application: one server and a few browsers for the whole family.

Every page is watched: an error in the console, a request to another address or a fault of the page
itself fails the test that caused it. Pages that are open at the same time stand in browsers of
their own, as with two people. A browser keeps its profile over the tests, because without the cache
of a profile the application's scripts are compiled anew for every page, which is half of the work;
cookies and storage are emptied. Without chromium the tests are skipped, except in CI.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

expect.set_options(timeout=15_000)
"""A machine that does more at once is slow, not wrong: what is awaited comes or it does not."""

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu-rasterization",
)
READY_S = 60
Open = Callable[..., Page]
# The made-up views of the screens are shared with tests/ui.
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "tests" / "ui")]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    if not Path(CHROMIUM).exists() and os.environ.get("CI") != "true":
        pytest.skip("chromium is not installed")
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """For pages without the application; see `bare`."""
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
    yield chromium
    chromium.close()


class Window:
    """A browser with a profile and one page, whose faults are kept per visit."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self.context = playwright.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=list(ARGUMENTS), locale="nl-NL"
        )
        self.page = self.context.pages[0]
        self.faults: list[str] = []
        self.base = ""
        self.page.on("console", self._on_console)
        self.page.on("request", self._on_request)
        self.page.on("pageerror", lambda error: self.faults.append(f"page: {error}"))

    def open(self, address: str, *, base: str) -> Page:
        """Go to `address`, of which nothing outside `base` may be asked."""
        self.faults, self.base = [], base
        self.page.goto(address)
        return self.page

    def leave(self) -> list[str]:
        """As new again, apart from the cache. Gives the faults since `open`."""
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        faults = self.faults
        self.page.goto("about:blank")
        self.context.clear_cookies()
        return faults

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _on_request(self, request: Request) -> None:
        own = (self.base, self.base.replace("http", "ws"), "data:", "blob:", "about:")
        if not request.url.startswith(own):
            self.faults.append(f"request: {request.url}")


@pytest.fixture(scope="session")
def windows(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[int], Window]]:
    """`windows(n)` is browser number n, started when it is first asked for."""
    started: list[Window] = []

    def window(number: int) -> Window:
        while len(started) <= number:
            started.append(Window(playwright, tmp_path_factory.mktemp("profile")))
        return started[number]

    yield window
    for each in started:
        each.context.close()


@pytest.fixture(scope="session")
def server(
    demonstratie_kopie: Callable[[], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of `sturing start --demo`, ready to be opened."""
    with _serving(demonstratie_kopie(), tmp_path_factory) as address:
        yield address


@pytest.fixture(scope="module")
def own_server(
    demonstratie_kopie: Callable[[], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """One more, for tests that change the plan of everybody (a decision)."""
    with _serving(demonstratie_kopie(), tmp_path_factory) as address:
        yield address


@contextmanager
def _serving(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log"
    command = "from sturing.cli import main; main()"
    arguments = ["start", "--demo", "--db", str(database), "--geen-browser", "--poort", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-c", command, *arguments], cwd=ROOT, stdout=out, stderr=out
        )
        try:
            _wait_until_ready(f"http://127.0.0.1:{port}", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + READY_S
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{url}/klaar", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"The server did not start: {log.read_text()}")


@pytest.fixture
def watched(windows: Callable[[int], Window]) -> Iterator[Open]:
    """`watched(base, path, width=, height=, dark=)` opens a page whose faults are collected."""
    used: list[Window] = []

    def open_page(
        base: str, path: str = "/", *, width: int = 1440, height: int = 900, dark: bool = False
    ) -> Page:
        window = windows(len(used))
        used.append(window)
        window.page.set_viewport_size({"width": width, "height": height})
        window.page.emulate_media(color_scheme="dark" if dark else "light")
        return window.open(f"{base}{path}", base=base)

    yield open_page
    faults = [fault for window in used for fault in window.leave()]
    assert faults == []


@pytest.fixture
def visit(server: str, watched: Open) -> Open:
    """`visit(path, ...)` opens a screen of the application and waits for its answer."""
    return _visiting(server, watched)


@pytest.fixture
def visit_own(own_server: str, watched: Open) -> Open:
    """As `visit`, of a demonstration that no other test uses."""
    return _visiting(own_server, watched)


def _visiting(base: str, watched: Open) -> Open:
    def open_screen(path: str = "/", **options: object) -> Page:
        page = watched(base, path, **options)
        page.locator("h1").first.wait_for(timeout=30_000)
        page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
        return page

    return open_screen


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """An empty page for a component by itself, without motion; a fault in it fails the test."""
    context = browser.new_context(viewport={"width": 1240, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    yield page
    context.close()
    assert not faults


def empty_draft(page: Page) -> None:
    """Prioriteiten with the plan in force, whatever an earlier test left in the draft."""
    page.get_by_role("grid").wait_for()
    back = page.get_by_role("button", name="Terug naar het plan van nu")
    if back.count():
        back.click()
        expect(page.get_by_role("heading", name="Het plan van nu")).to_be_visible()


def settled(page: Page) -> None:
    """Wait until nothing is being drawn any more, so that what is clicked stays where it is."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def click_mark(page: Page, picture: str, marks: str, number: int) -> None:
    """Click with the mouse on one mark of the chart whose key begins so."""
    mark = page.locator(f'[class*="st-key-beeld_{picture}"] {marks}').nth(number)
    mark.scroll_into_view_if_needed()
    settled(page)
    box = mark.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@contextmanager
def followed(page: Page) -> Iterator[None]:
    """Around one act on the board: until the page drew itself after it, so that what others do
    next stays unseen here. A run that began and ended within one drawing is not seen: then it waits
    longer than a page takes to begin."""
    page.evaluate(
        """() => {
          const app = document.querySelector('[data-testid="stApp"]');
          const until = performance.now() + 5000;
          let ran = false;
          new MutationObserver((changes) => {
            ran ||= changes.some((change) => change.oldValue !== "notRunning");
          }).observe(app, { attributeOldValue: true, attributeFilter: ["data-test-script-state"] });
          window.pageFollowed = () =>
            (ran || performance.now() > until) && app.dataset.testScriptState === "notRunning";
        }"""
    )
    yield
    page.wait_for_function("() => window.pageFollowed()")


def become(page: Page, name: str) -> None:
    """Look as another identity of the demonstration."""
    page.get_by_role("button", name="Kijk als iemand anders").click()
    page.get_by_role("radio", name=name, exact=True).check(force=True)
    page.keyboard.press("Escape")
    expect(page.locator('[data-testid="stSidebar"] strong').first).to_have_text(name)
    settled(page)
