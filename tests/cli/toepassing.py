"""The application as a process of its own, for tests that look at it from outside."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
THIS_CHECKOUT = (sys.executable, "-m", "sturing")
READY = re.compile(r"^Sturing staat klaar op (http://\S+)", re.MULTILINE)
SLOWEST_START_S = 120


@dataclass(frozen=True)
class Reply:
    """One answer of the application."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Application:
    """A running application; `url` as it was printed."""

    url: str
    process: subprocess.Popen[str]
    output: Path

    def get(self, path: str, **headers: str) -> Reply:
        """Ask for `path`; header names are written with underscores."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        answer = connection.getresponse()
        reply = Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        connection.close()
        return reply

    def stop(self, with_signal: signal.Signals = signal.SIGINT) -> int:
        """Ask it to stop, as Ctrl+C does, and return the exit code."""
        self.process.send_signal(with_signal)
        return self.process.wait(timeout=30)


@contextmanager
def running(
    output: Path,
    *options: object,
    command: Sequence[object] = THIS_CHECKOUT,
    cwd: Path | None = None,
) -> Iterator[Application]:
    """`sturing start` with these options on a free port, ready; stopped at the end."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("STURING_")}
    if command is THIS_CHECKOUT:
        environment["PYTHONPATH"] = str(ROOT)
    arguments = [*command, "start", "--geen-browser", "--poort", 0, *options]
    with output.open("w") as stream:
        process = subprocess.Popen(
            [str(a) for a in arguments],
            stdout=stream,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=cwd,
            env=environment,
        )
    try:
        yield Application(_wait(process, output), process, output)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[str], output: Path) -> str:
    end = time.monotonic() + SLOWEST_START_S
    while time.monotonic() < end:
        found = READY.search(output.read_text(encoding="utf-8"))
        if found:
            return found[1]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"not ready (exit {process.poll()}):\n{output.read_text()}")
