"""The talk between a command and the application: whoever talks wrong, slow or never is left."""

from __future__ import annotations

import json
import os
import socket
import struct
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path

import pytest

from sturing.errors import BezetError, LoketError
from sturing.loket import client, place, wire
from sturing.loket.request import MOST_FILE_BYTES, Answer, Form, InputFile, Request
from sturing.loket.server import MOST_CONNECTIONS, open_loket
from sturing.services.omgeving import Omgeving, open_voor_commando
from sturing.store import logboek
from tests.loket.conftest import URL
from tests.loket.peer import SECONDS, application, connected, framed

CHECK = Request(command="controleer")
IN_ORDER = Answer(out="De database is in orde.\n")
GOOD = {"command": "controleer", "form": "text", "arguments": {}, "files": [], "trace": False}


def read_in(boek: Path) -> Request:
    return Request(
        command="inlezen",
        form=Form.JSON,
        files=(InputFile(name=boek.name, content=boek.read_bytes()),),
    )


@pytest.mark.parametrize(
    "bytes_",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x00\x01\x02\x03" + bytes(0x10203),
        struct.pack("!I", 0),
        struct.pack("!I", 2**32 - 1),
        struct.pack("!I", 4) + b"\xff\xfe\xfd\xfc",
        struct.pack("!I", 200_000) + b"[" * 200_000,
        framed([]),
        framed("controleer"),
        framed({}),
        framed(GOOD),
        framed({**GOOD, "sizes": [-1]}),
        framed({**GOOD, "sizes": [True]}),
        framed({**GOOD, "sizes": "veel"}),
        framed({**GOOD, "sizes": [0] * 1001}),
        framed({**GOOD, "sizes": [MOST_FILE_BYTES + 1]}),
        framed({**GOOD, "sizes": [MOST_FILE_BYTES, 1]}),
        framed({**GOOD, "sizes": [], "files": ["a.xlsx"]}),
        framed({**GOOD, "sizes": [], "files": 3}),
        framed({**GOOD, "sizes": [], "form": "pdf"}),
        framed({**GOOD, "sizes": [], "arguments": 7}),
        framed({**GOOD, "sizes": [], "arguments": {"alleen_controle": "ja"}}),
    ],
    ids=range(21),
)
def test_what_is_no_request_is_refused_and_harms_nobody(
    loket: Omgeving, db: Path, bytes_: bytes
) -> None:
    with connected(db) as connection:
        connection.sendall(bytes_)
        connection.shutdown(socket.SHUT_WR)
        header = wire.receive(connection, seconds=SECONDS).header
        assert header["refused"]
        assert hung_up(connection)
    assert client.ask(CHECK, db) == IN_ORDER
    assert loket.nummer() == 1


def test_a_command_or_argument_that_does_not_exist_is_an_answer(loket: Omgeving, db: Path) -> None:
    for request in (
        Request(command="herstel"),
        Request(command="verdeling"),
        Request(command="verdeling", arguments={"van": 2027, "tot": "2027-01"}),
        Request(command="verdeling", arguments={"van": "2027-01", "tot": "2027-13"}),
        Request(
            command="verdeling", arguments={"van": "2027-01", "tot": "2027-01", "scenario": True}
        ),
    ):
        answer = client.ask(request, db)
        assert answer.code in (2, 3)
        assert answer.out == ""
        assert answer.err.count("\n") == 1
    assert loket.nummer() == 1


@pytest.mark.usefixtures("loket")
def test_an_unforeseen_fault_is_one_sentence_and_with_a_trace_its_lines(db: Path) -> None:
    broken = Request(command="analyse", arguments={"naam": "team", "van": "2027-01", "tot": "x"})
    unforeseen = Request(
        command="verdeling", arguments={"van": "2027-01", "tot": "2027-01", "methode": "eerlijk"}
    )
    assert client.ask(broken, db).code == 2
    answer = client.ask(unforeseen, db)
    assert answer.code == 3
    assert answer.err.startswith("Er ging iets mis in Sturing zelf (ValueError).")
    traced = client.ask(
        Request(command=unforeseen.command, arguments=unforeseen.arguments, trace=True), db
    )
    assert traced.err.startswith("Traceback")
    assert traced.err.endswith(answer.err)


def test_a_command_that_says_nothing_holds_nobody_up(omgeving: Omgeving, db: Path) -> None:
    with ExitStack() as silent:
        with open_loket(omgeving, url=URL, say=print):
            for _ in range(MOST_CONNECTIONS - 1):
                connection = silent.enter_context(connected(db))
                connection.sendall(struct.pack("!I", 100) + b"{")
            assert client.ask(CHECK, db) == IN_ORDER
        # Stopping hung up on all of them.
        assert hung_up(connection)
    assert [t.name for t in threading.enumerate() if t.name == "loket"] == []


def test_whoever_talks_in_drops_is_left_after_the_time_for_the_whole() -> None:
    ours, theirs = socket.socketpair()
    stopped = threading.Event()

    def drip() -> None:
        theirs.sendall(struct.pack("!I", 1000))
        while not stopped.wait(0.01):
            theirs.sendall(b" ")

    dripping = threading.Thread(target=drip)
    dripping.start()
    with ours, theirs:
        with pytest.raises(TimeoutError):
            wire.receive(ours, seconds=0.3)
        stopped.set()
        dripping.join()


def test_a_request_that_is_being_carried_out_is_answered_before_the_application_stops(
    omgeving: Omgeving, db: Path, boek: Path
) -> None:
    loket = ExitStack()
    loket.enter_context(open_loket(omgeving, url=URL, say=print))
    with connected(db) as connection:
        with omgeving.opslag.schrijven():  # nothing can be stored until this block is left
            begin(connection, read_in(boek))
            stopping = threading.Thread(target=loket.close)
            stopping.start()
            gone(place.socket_path(db))
            assert omgeving.nummer() == 1
        answer = answer_on(connection)
        stopping.join()
    assert (answer.code, omgeving.nummer()) == (0, 2)


def test_a_request_that_has_to_wait_is_hung_up_on_and_never_carried_out(
    omgeving: Omgeving, db: Path, boek: Path
) -> None:
    loket = ExitStack()
    loket.enter_context(open_loket(omgeving, url=URL, say=print))
    with connected(db) as first, connected(db) as second:
        with omgeving.opslag.schrijven():
            begin(first, read_in(boek))
            wire.send_request(second, read_in(boek), seconds=SECONDS)
            stopping = threading.Thread(target=loket.close)
            stopping.start()
            with pytest.raises(EOFError):
                wire.receive(second, seconds=SECONDS)
        assert answer_on(first).code == 0
        stopping.join()
    assert omgeving.nummer() == 2


def test_requests_that_store_go_one_after_the_other(loket: Omgeving, db: Path, boek: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: client.ask(read_in(boek), db), range(8)))
    assert [a.code for a in answers] == [0] * 8
    assert sorted(json.loads(a.out)["levering"] for a in answers) == list(range(2, 10))
    assert loket.nummer() == 9


def test_what_a_command_stores_is_logged_with_the_account_of_the_system(
    loket: Omgeving, db: Path, boek: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "iemand-anders")
    monkeypatch.setenv("USER", "iemand-anders")
    assert client.ask(read_in(boek), db).code == 0
    copy = Request(command="backup", arguments={"pad": str(tmp_path / "kopie.duckdb")})
    assert client.ask(copy, db).code == 0
    account = f"systeem:{place.account_of(os.getuid())}"
    assert [r.account for r in logboek.lees(loket.opslag)[-2:]] == [account, account]
    assert {r.herkomst for r in logboek.lees(loket.opslag)[-2:]} == {"systeem"}


def test_without_an_application_the_account_is_the_same(
    omgeving: Omgeving, db: Path, boek: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "iemand-anders")
    omgeving.sluit()
    assert client.ask(read_in(boek), db).code == 0
    omgeving = open_voor_commando(db)
    account = logboek.lees(omgeving.opslag)[-1].account
    omgeving.sluit()
    assert account == f"systeem:{place.account_of(os.getuid())}"


@pytest.mark.parametrize("messages", [[], [{"begun": True}]], ids=["before", "after"])
def test_a_question_is_asked_again_here_when_the_application_is_lost(
    omgeving: Omgeving, db: Path, messages: list[dict[str, object]]
) -> None:
    omgeving.sluit()
    with application(db, messages, wire.own_version()):
        assert client.ask(CHECK, db) == IN_ORDER


def test_a_levering_is_brought_again_only_when_the_application_had_not_begun(
    omgeving: Omgeving, db: Path, boek: Path
) -> None:
    omgeving.sluit()
    with application(db, [], wire.own_version()):
        assert json.loads(client.ask(read_in(boek), db).out)["levering"] == 2
    with application(db, [{"begun": True}], wire.own_version()), pytest.raises(LoketError) as lost:
        client.ask(read_in(boek), db)
    assert lost.value.exit_code == 3
    assert str(lost.value) == (
        "De toepassing is gestopt voordat zij antwoord gaf. Het kan zijn dat het commando al is "
        "uitgevoerd. Kijk dat na voordat u het herhaalt."
    )
    assert json.loads(client.ask(read_in(boek), db).out)["levering"] == 3


def test_a_database_that_is_just_being_let_go_is_waited_for(omgeving: Omgeving, db: Path) -> None:
    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(client.ask, CHECK, db)
        assert not wait([asked], timeout=0.3).done
        omgeving.sluit()
        assert asked.result() == IN_ORDER


def test_a_database_that_stays_in_use_is_refused_with_its_holder(
    omgeving: Omgeving, db: Path
) -> None:
    with pytest.raises(BezetError, match=r"De database 'sturing\.duckdb' is al open"):
        client.ask(CHECK, db)
    assert omgeving.nummer() == 1


def test_an_application_of_another_version_is_not_asked(omgeving: Omgeving, db: Path) -> None:
    with application(db, [], "9.9.9-1"), pytest.raises(LoketError) as refused:
        client.ask(CHECK, db)
    assert refused.value.exit_code == 3
    assert "(9.9.9-1)" in str(refused.value)
    assert "proces 4711" in str(refused.value)
    assert omgeving.nummer() == 1


@pytest.mark.usefixtures("omgeving")
def test_an_answer_that_is_none_is_said(db: Path) -> None:
    messages = [{"begun": True}, {"code": "nul"}]
    with (
        application(db, messages, wire.own_version()),
        pytest.raises(LoketError, match="niet begrijpt"),
    ):
        client.ask(CHECK, db)


def test_names_of_files_that_are_no_text_and_every_form_of_answer_survive_the_way() -> None:
    ours, theirs = socket.socketpair()
    request = Request(
        command="inlezen",
        form=Form.CSV,
        arguments={"a": None, "b": True, "c": 12, "d": "één"},
        files=(
            InputFile(name="caf\udce9.xlsx", content=b"\x00\xff"),
            InputFile(name="", content=b""),
        ),
        trace=True,
    )
    answers = [
        Answer(code=2, out="caf\udce9\r\n", err="ë\n"),
        Answer(content=b""),
        Answer(content=b"\x00"),
    ]
    with ours, theirs:
        wire.send_request(ours, request, seconds=SECONDS)
        assert wire.receive_request(theirs, seconds=SECONDS) == request
        for answer in answers:
            wire.send_answer(theirs, answer, seconds=SECONDS)
            assert answer_on(ours) == answer


def test_what_needs_the_database_closed_names_who_has_it(loket: Omgeving, db: Path) -> None:
    with pytest.raises(BezetError) as refused:
        client.require_stopped(db)
    assert str(refused.value).startswith(
        f"De toepassing draait met de database 'sturing.duckdb' (proces {os.getpid()})."
    )
    assert loket.nummer() == 1


def hung_up(connection: socket.socket) -> bool:
    """Whether nothing comes any more; what we sent and nobody read shows as a reset."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def begin(connection: socket.socket, request: Request) -> None:
    """Bring a request and wait until the application is busy with it."""
    wire.send_request(connection, request, seconds=SECONDS)
    assert wire.receive(connection, seconds=SECONDS).header["begun"] is True


def answer_on(connection: socket.socket) -> Answer:
    return wire.read_answer(
        wire.receive(connection, seconds=SECONDS, most_bytes=10**6, most_parts=3)
    )


def gone(path: Path) -> None:
    """Wait until the application has taken its socket away; the test run has a time limit."""
    while path.exists():
        time.sleep(0.01)
