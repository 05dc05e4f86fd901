"""The application and commands that come, go and break beside it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sturing.loket import place, wire
from tests.cli.toepassing import ROOT, THIS_CHECKOUT, Application, running
from tests.cli.werkboek import Opdrachtregel, schrijf
from tests.loket.peer import SECONDS, framed

JANUARI = ("--van", "2027-01", "--tot", "2027-01")


@pytest.fixture
def application(db: Path, tmp_path: Path) -> Iterator[Application]:
    with running(tmp_path / "output.txt", "--db", db, cwd=tmp_path) as running_application:
        yield running_application


def process(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    return subprocess.run(
        [str(a) for a in (*THIS_CHECKOUT, *arguments)],
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_ten_commands_at_once_are_all_served(
    application: Application, db: Path, tmp_path: Path
) -> None:
    book = schrijf(tmp_path / "weer.xlsx")
    lines = [
        *[("inlezen", book, "--db", db, "--json")] * 4,
        *[("verdeling", "--db", db, *JANUARI, "--json")] * 3,
        ("controleer", "--db", db),
        ("analyse", "team", "--db", db, "--csv"),
        ("backup", tmp_path / "kopie.duckdb", "--db", db),
    ]
    with ThreadPoolExecutor(len(lines)) as threads:
        answers = list(threads.map(lambda line: process(*line), lines))
    assert [a.returncode for a in answers] == [0] * 10, [a.stderr for a in answers]
    assert sorted(json.loads(a.stdout)["levering"] for a in answers[:4]) == [2, 3, 4, 5]
    assert len({a.stdout for a in answers[4:7]}) == 1
    assert application.get("/klaar").body == b"klaar, levering 5"


def test_after_a_kill_the_command_opens_the_database_itself_and_a_new_start_takes_over(
    application: Application, db: Path, tmp_path: Path, sturing: Opdrachtregel
) -> None:
    assert sturing("inlezen", tmp_path / "klein.xlsx", "--db", db).code == 0
    application.process.send_signal(signal.SIGKILL)
    application.process.wait(timeout=30)
    assert place.socket_path(db).exists()
    answer = sturing("inlezen", tmp_path / "klein.xlsx", "--db", db, "--json")
    assert (answer.code, answer.json["levering"]) == (0, 3)
    with running(tmp_path / "later.txt", "--db", db, cwd=tmp_path) as later:
        assert sturing("inlezen", tmp_path / "klein.xlsx", "--db", db, "--json").code == 0
        assert later.get("/klaar").body == b"klaar, levering 4"
        assert later.stop() == 0
    assert not place.socket_path(db).exists()


def test_a_frozen_application_is_named_as_the_holder(
    application: Application, db: Path, sturing: Opdrachtregel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sturing.loket.client.HELLO_S", 0.5)
    application.process.send_signal(signal.SIGSTOP)
    answer = sturing("controleer", "--db", db)
    application.process.send_signal(signal.SIGCONT)
    assert (answer.code, answer.uit) == (3, "")
    assert f"in gebruik door proces {application.process.pid}" in answer.fout
    assert answer.fout.count("\n") == 1
    assert sturing("controleer", "--db", db).code == 0


def test_a_command_that_is_stopped_halfway_says_that_it_may_have_been_done(
    tmp_path: Path, db: Path
) -> None:
    listening = place.listen(place.socket_path(db))
    # Who starts the tests in the background has them ignore this signal, and so would the command.
    start = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from sturing.cli import main; main()"
    )
    command = subprocess.Popen(
        [sys.executable, "-c", start, "inlezen", str(tmp_path / "klein.xlsx"), "--db", str(db)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    connection, _ = listening.accept()
    with listening, connection:
        hello = wire.Hello(version=wire.own_version(), pid=4711, url="")
        wire.send_hello(connection, hello, seconds=SECONDS)
        wire.receive_request(connection, seconds=SECONDS)
        wire.send(connection, {"begun": True}, seconds=SECONDS)
        # More than fits between us: once it is sent, the command has read that we began.
        connection.settimeout(SECONDS)
        connection.sendall(framed({"code": 0, "sizes": [20_000_000, 0]}) + bytes(10_000_000))
        command.send_signal(signal.SIGINT)
        out, err = command.communicate(timeout=SECONDS)
    assert (command.returncode, out) == (3, b"")
    assert err.decode() == (
        "Gestopt, terwijl de toepassing bezig was. Het kan zijn dat het commando al is uitgevoerd. "
        "Kijk dat na voordat u het herhaalt.\n"
    )


def test_restoring_waits_until_the_application_has_stopped(
    application: Application, db: Path, tmp_path: Path, sturing: Opdrachtregel
) -> None:
    copy = tmp_path / "kopie.duckdb"
    assert sturing("backup", copy, "--db", db).code == 0
    refused = sturing("herstel", copy, "--db", db)
    assert (refused.code, refused.uit) == (3, "")
    assert refused.fout.startswith("De toepassing draait met de database 'sturing.duckdb'")
    assert f"proces {application.process.pid}" in refused.fout
    assert application.stop(signal.SIGTERM) == 0
    assert sturing("herstel", copy, "--db", db).code == 0


def test_a_second_application_on_the_same_database_says_where_the_first_is(
    application: Application, db: Path
) -> None:
    second = process("start", "--db", db, "--geen-browser", "--poort", 0)
    assert (second.returncode, second.stdout) == (3, b"")
    said = second.stderr.decode()
    assert said.startswith(f"Sturing draait al met deze database, op {application.url} (proces ")
    assert process("controleer", "--db", db).returncode == 0


def test_a_path_is_seen_from_where_the_command_was_typed(
    application: Application, db: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    book = schrijf(elsewhere / "boek.xlsx")
    for line in (
        ("inlezen", book.name, "--db", f"../{db.name}"),
        ("backup", "kopie.duckdb", "--db", f"../{db.name}"),
        ("sjabloon", "t01.xlsx", "--team", "T01", "--db", f"../{db.name}"),
    ):
        answer = subprocess.run(
            [*THIS_CHECKOUT, *line],
            capture_output=True,
            timeout=120,
            cwd=elsewhere,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert answer.returncode == 0, answer.stderr
    assert {p.name for p in elsewhere.iterdir()} == {"boek.xlsx", "kopie.duckdb", "t01.xlsx"}
    assert application.get("/klaar").body == b"klaar, levering 2"


def test_the_demonstration_can_be_asked_as_well(tmp_path: Path, sturing: Opdrachtregel) -> None:
    db = tmp_path / "demo.duckdb"
    with running(tmp_path / "output.txt", "--demo", "--db", db, cwd=tmp_path) as demo:
        assert sturing("controleer", "--db", db).code == 0
        assert "Burgerzaken frontoffice" in sturing("analyse", "team", "--db", db).uit
        assert demo.stop() == 0
