"""Chromium as a visitor has it: no developer tools that look on while a page runs.

Owns: starting Chromium with a profile of its own, and windows that open an address and answer an
expression, over the DevTools protocol. Playwright does more than a stopwatch may: it switches on
the protocol's Runtime domain, and then the browser notes for every error that a script makes and
catches where it came from, for which it reads the source of that script again; with Plotly's that
takes most of a second. Must never enable that domain. No units.
"""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=nl",
    "--window-size=1440,900",
    "--remote-debugging-port=0",
)
PATIENCE_S = 180
LOOK_EVERY_S = 0.1


class Window:
    """One window; times in it are those of its own clock (performance.now)."""

    def __init__(self, browser: Browser, target: str, session: str) -> None:
        self._browser, self._target, self._session = browser, target, session

    def open(self, address: str) -> None:
        """Go to `address`; returns when the browser has begun."""
        self._browser.ask("Page.navigate", self._session, url=address)

    def value(self, expression: str) -> Any:
        """What a JavaScript expression gives, awaited; RuntimeError when it throws."""
        answer = self._browser.ask(
            "Runtime.evaluate",
            self._session,
            expression=expression,
            returnByValue=True,
            awaitPromise=True,
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def wait_for(self, expression: str) -> Any:
        """The first value of `expression` that is true; TimeoutError after PATIENCE_S seconds."""
        end = time.monotonic() + PATIENCE_S
        while not (value := self.value(expression)):
            if time.monotonic() > end:
                raise TimeoutError(expression)
            time.sleep(LOOK_EVERY_S)
        return value

    def to_front(self) -> None:
        """A window behind another one does not draw."""
        self._browser.ask("Page.bringToFront", self._session)

    def close(self) -> None:
        self._browser.ask("Target.closeTarget", targetId=self._target)


class Browser:
    """A running Chromium; every new window first runs `first_script` in each page."""

    def __init__(self, connection: ClientConnection, first_script: str) -> None:
        self._connection, self._first_script = connection, first_script
        self._numbers = itertools.count(1)

    def ask(self, method: str, session: str | None = None, **parameters: object) -> Any:
        """Send one command and wait for its answer; RuntimeError when Chromium refuses it."""
        number = next(self._numbers)
        command: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        self._connection.send(json.dumps(command))
        while True:
            message = json.loads(self._connection.recv(timeout=PATIENCE_S))
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def window(self) -> Window:
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable", session)
        self.ask("Page.addScriptToEvaluateOnNewDocument", session, source=self._first_script)
        return Window(self, target, session)


@contextmanager
def chromium(first_script: str) -> Iterator[Browser]:
    """Chromium with an empty profile, which is kept until the end."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [CHROMIUM, *ARGUMENTS, f"--user-data-dir={folder}", "about:blank"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with connect(
                _address(Path(folder) / "DevToolsActivePort"), max_size=None
            ) as connection:
                yield Browser(connection, first_script)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _address(file: Path) -> str:
    end = time.monotonic() + PATIENCE_S
    while not file.exists() or len(lines := file.read_text().splitlines()) < 2:
        if time.monotonic() > end:
            raise TimeoutError("Chromium did not start.")
        time.sleep(LOOK_EVERY_S)
    port, path = lines[:2]
    return f"ws://127.0.0.1:{port}{path}"
