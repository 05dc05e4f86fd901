"""The socket beside a database: where it is, for whom it is, and what it replaces."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sturing.loket import client, place
from sturing.loket.server import open_loket
from sturing.services.omgeving import Omgeving, open_omgeving
from tests.loket.conftest import URL

NOBODY = 65534
AS_ROOT = pytest.mark.skipif(os.getuid() != 0, reason="only root can act as another user")


def test_only_the_owner_may_open_it_whatever_the_umask(omgeving: Omgeving, db: Path) -> None:
    before = os.umask(0)
    try:
        with open_loket(omgeving, url=URL, say=print):
            found = place.socket_path(db).lstat()
            assert stat.S_ISSOCK(found.st_mode)
            assert stat.S_IMODE(found.st_mode) == 0o600
    finally:
        os.umask(before)


def test_it_stands_beside_the_database_and_goes_when_the_application_stops(
    omgeving: Omgeving, db: Path
) -> None:
    before = set(db.parent.iterdir())
    with open_loket(omgeving, url=URL, say=print):
        assert set(db.parent.iterdir()) - before == {db.with_name("sturing.duckdb.sock")}
    assert set(db.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("folder", "name"),
    [("m" * 150, "a.duckdb"), ("m", "a" * 120 + ".duckdb"), ("é" * 90, "é" * 90)],
)
def test_a_path_too_long_for_a_socket_works_as_well(tmp_path: Path, folder: str, name: str) -> None:
    db = tmp_path / folder / name
    db.parent.mkdir()
    omgeving = open_omgeving(db)
    open_before = handles()
    with open_loket(omgeving, url=URL, say=print):
        assert len(os.fsencode(f"{db}.sock")) > place.MOST_ADDRESS_BYTES
        hello = client.running(db)
        assert hello is not None
        assert hello.url == URL
    assert handles() == open_before
    omgeving.sluit()


def test_a_link_to_the_database_leads_to_the_same_socket(loket: Omgeving, tmp_path: Path) -> None:
    assert loket.opslag.pad is not None
    link = tmp_path / "elders.duckdb"
    link.symlink_to(loket.opslag.pad)
    hello = client.running(link)
    assert hello is not None
    assert hello.pid == os.getpid()


def test_a_socket_that_a_killed_application_left_is_replaced(omgeving: Omgeving, db: Path) -> None:
    left = place.listen(place.socket_path(db))
    left.close()
    assert place.socket_path(db).exists()
    assert client.running(db) is None
    with open_loket(omgeving, url=URL, say=print):
        assert client.running(db) is not None


def test_a_file_of_that_name_is_left_alone_and_the_application_says_so(
    omgeving: Omgeving, db: Path
) -> None:
    place.socket_path(db).write_text("van iemand anders")
    said: list[str] = []
    with open_loket(omgeving, url=URL, say=said.append):
        assert client.running(db) is None
    assert place.socket_path(db).read_text() == "van iemand anders"
    (line,) = said
    assert line.startswith("Commando's kunnen niet bij de database zolang de toepassing draait")
    assert "sturing.duckdb.sock" in line


def test_a_socket_that_somebody_else_made_meanwhile_is_not_taken_away(
    omgeving: Omgeving, db: Path
) -> None:
    with open_loket(omgeving, url=URL, say=print):
        other = place.listen(place.socket_path(db))
    assert place.socket_path(db).exists()
    other.close()


def test_only_the_own_user_and_root_may_ask_and_answer(db: Path) -> None:
    own, other = os.getuid(), NOBODY
    assert own != other
    assert place.may_ask(own)
    assert place.may_ask(0)
    assert not place.may_ask(other)
    db.write_bytes(b"")
    assert place.may_answer(own, db)
    assert place.may_answer(0, db)
    assert not place.may_answer(other, db)


@AS_ROOT
def test_for_root_the_owner_of_the_database_may_answer(db: Path) -> None:
    db.write_bytes(b"")
    os.chown(db, NOBODY, NOBODY)
    assert place.may_answer(NOBODY, db)
    assert not place.may_answer(NOBODY - 1, db)


def test_a_user_is_called_as_the_system_calls_him() -> None:
    import pwd

    assert place.account_of(os.getuid()) == pwd.getpwuid(os.getuid()).pw_name
    assert place.account_of(3_999_999_999) == "uid-3999999999"


CONNECT = """
import os, socket, sys
os.setgroups([]); os.setgid(65534); os.setuid(65534)
connection = socket.socket(socket.AF_UNIX)
connection.settimeout(30)
try:
    connection.connect(sys.argv[1])
except PermissionError:
    sys.exit("niet geopend")
print(len(connection.recv(1)))
"""


@AS_ROOT
def test_another_user_does_not_get_in_by_the_file_nor_past_it() -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "a.duckdb"
        db.parent.chmod(0o755)
        omgeving = open_omgeving(db)
        with open_loket(omgeving, url=URL, say=print):
            path = place.socket_path(db)
            by_file = _as_nobody(path)
            assert by_file.stderr.strip() == "niet geopend"
            path.chmod(0o666)  # even then the application looks at who it is, and says nothing
            assert _as_nobody(path).stdout.strip() == "0"
            assert client.running(db) is not None
        omgeving.sluit()


def handles() -> int:
    """Files this process has open."""
    return len(list(Path("/proc/self/fd").iterdir()))


def _as_nobody(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CONNECT, str(path)], capture_output=True, text=True, timeout=60
    )


def test_without_a_name_for_the_other_end_there_is_no_socket(
    omgeving: Omgeving, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(socket, "SO_PEERCRED")
    said: list[str] = []
    with open_loket(omgeving, url=URL, say=said.append):
        assert not place.socket_path(db).exists()
        assert client.running(db) is None
    assert said == []
