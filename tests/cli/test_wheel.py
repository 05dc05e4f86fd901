"""The built wheel, installed in an empty environment in another folder, starts as well.

In CI the environment is filled from the registry with the pinned versions; elsewhere it borrows
the dependencies of the environment that runs the tests (never the checkout), which takes seconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.toepassing import ROOT, Application, running

pytestmark = pytest.mark.wheel


def _run(*command: object, cwd: Path) -> str:
    answer = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=280,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", out, ROOT, cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the checkout with an environment that holds the wheel."""
    folder = tmp_path_factory.mktemp("elders")
    environment = folder / "venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    # Python compiles what it imports; to compile all of it is a third of the installation.
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-compile"]
    if os.environ.get("CI"):
        _run(*pip, "-c", ROOT / "constraints.txt", wheel, cwd=folder)
    else:
        _run(*pip, "--no-deps", wheel, cwd=folder)
        where = "import site; print(site.getsitepackages()[0])"
        packages = Path(_run(python, "-c", where, cwd=folder).strip())
        (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


@pytest.fixture(scope="module")
def installed(elsewhere: Path) -> Iterator[Application]:
    command = (elsewhere / "venv/bin/sturing",)
    with running(elsewhere / "output.txt", "--demo", command=command, cwd=elsewhere) as application:
        yield application


def test_the_wheel_carries_the_screens_and_what_they_show(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (
        "app.py",
        "pages/overzicht.py",
        "pages/prioriteiten.py",
        "data/demonstratie/organisatie.xlsx",
        "static/source-sans-3-latin-wght-normal.woff2",
        "static/source-sans-3-LICENSE.txt",
        ".streamlit/config.toml",
        "docs/begrippen.md",
    ):
        assert f"sturing/_app/{path}" in names
    for pattern in ("intake/schema/inzet.csv", "rights/matrix.csv"):
        assert f"sturing/{pattern}" in names
    assert any(n.startswith("sturing/store/sql/migrations/") and n.endswith(".sql") for n in names)
    assert not [n for n in names if "tests/" in n or n.endswith(".duckdb") or "__pycache__" in n]


def test_it_runs_from_its_own_files_and_not_from_the_checkout(elsewhere: Path) -> None:
    where = "import sturing.services.plaatsen as p; print(p.app_map())"
    found = Path(_run(elsewhere / "venv/bin/python", "-c", where, cwd=elsewhere).strip())
    assert found.is_relative_to(elsewhere)
    assert (found / "app.py").is_file()


def test_it_starts_on_the_demonstration(installed: Application) -> None:
    assert installed.get("/klaar").body == b"klaar, levering 1"
    assert b'<html lang="nl"' in installed.get("/", accept="text/html").body
    assert installed.get("/app/static/logo.svg").status == 200


def test_the_theme_travels_with_it(elsewhere: Path) -> None:
    script = (
        "from streamlit import config; from sturing.services.plaatsen import app_map; "
        "config._main_script_path = str(app_map() / 'app.py'); "
        "print(config.get_option('theme.light.primaryColor'))"
    )
    printed = _run(elsewhere / "venv/bin/python", "-c", script, cwd=elsewhere)
    assert printed.strip() == "#0F5470"


def test_its_command_writes_a_template(elsewhere: Path) -> None:
    _run(elsewhere / "venv/bin/sturing", "sjabloon", "leeg.xlsx", cwd=elsewhere)
    assert zipfile.is_zipfile(elsewhere / "leeg.xlsx")


def test_it_stops_in_good_order(installed: Application) -> None:
    assert installed.stop() == 0
    assert installed.output.read_text(encoding="utf-8").endswith("Sturing is gestopt.\n")
