"""The direct way of the board: an act once, by the rights of its session; else by the page."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import Event
from typing import Any

import pytest
from starlette.applications import Starlette

from sturing.services.beelden import Bordbeeld
from sturing.services.omgeving import Omgeving, wie_van
from sturing.services.prioriteiten import bord
from sturing.ui.bord import lane
from sturing.ui.remembered import BoardTalk
from tests.services.conftest import omgeving_met, rijen

MANAGER = "demo-directeur"
ZONDER_ROL = "demo-zonder-rol"


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    made = omgeving_met(rijen(), demo=True)
    yield made
    made.sluit()


@dataclass(frozen=True)
class Answer:
    status_code: int
    text: str

    def json(self) -> Any:
        return json.loads(self.text)


class Client:
    """Asks the route as a server would, in parts of a thousand bytes."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._application = Starlette(routes=[lane.route(omgeving)])

    def post(self, body: bytes) -> Answer:
        parts = [body[i : i + 1000] for i in range(0, len(body), 1000)] or [b""]
        sent: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": "POST",
            "path": lane.ADDRESS,
            "headers": [],
            "query_string": b"",
        }
        with ThreadPoolExecutor() as apart:  # a loop of its own, also while another one runs
            apart.submit(asyncio.run, self._application(scope, receive, send)).result()
        return Answer(sent[0]["status"], b"".join(m.get("body", b"") for m in sent[1:]).decode())


@pytest.fixture
def client(omgeving: Omgeving) -> Client:
    return Client(omgeving)


def beeld(omgeving: Omgeving, account: str = MANAGER) -> Bordbeeld:
    made = bord(omgeving, wie_van(omgeving, account))
    assert isinstance(made, Bordbeeld)
    return made


def session(account: str = MANAGER) -> BoardTalk:
    talk = BoardTalk(account=account)
    lane.way_of(talk)
    return talk


def act(nr: int, versie: int = 0, **more: Any) -> dict[str, Any]:
    return {"nr": nr, "versie": versie, "soort": "verplaats", "opdracht": "S3", "plaats": 2} | more


def post(client: Client, talk: BoardTalk, action: dict[str, Any]) -> Any:
    return client.post(json.dumps({"sleutel": talk.token, "actie": action}).encode())


def test_a_move_is_answered_with_the_board_as_the_page_would_draw_it(
    omgeving: Omgeving, client: Client
) -> None:
    talk = session()
    answer = post(client, talk, act(1))
    assert answer.status_code == 200
    data = answer.json()
    now = beeld(omgeving)
    assert now.wijzigingen
    wie = wie_van(omgeving, MANAGER)
    drawn = lane.drawn(talk, omgeving, wie, None)
    assert isinstance(drawn, Bordbeeld)
    assert data == lane.payload(drawn, talk, omgeving, wie, None)
    assert (data["nr"], data["versie"], data["kop"]) == (1, now.versie, now.kop.titel)


def test_the_same_act_twice_is_done_once_and_answered_twice(
    omgeving: Omgeving, client: Client
) -> None:
    talk = session()
    first, second = (post(client, talk, act(1)).json() for _ in range(2))
    assert first == second
    assert len(beeld(omgeving).wijzigingen) == 1


def test_a_refusal_by_a_rule_is_told_on_the_board(client: Client) -> None:
    talk = session()
    data = post(client, talk, act(1, opdracht="bestaat niet")).json()
    said, text, refused = data["omroep"]
    assert (said, refused) == (1, "bestaat niet")
    assert text


def test_an_act_on_an_older_draft_tells_both_values_and_changes_nothing(
    omgeving: Omgeving, client: Client
) -> None:
    post(client, session(), act(1))
    before = beeld(omgeving)
    data = post(client, session(), act(1, plaats=3)).json()
    assert data["omroep"][2] == "S3"
    assert beeld(omgeving).versie == before.versie


def test_without_a_role_nothing_is_answered_and_nothing_is_done(
    omgeving: Omgeving, client: Client
) -> None:
    answer = post(client, session(ZONDER_ROL), act(1))
    assert answer.status_code == 409
    assert "S3" not in answer.text
    assert omgeving.concept(ZONDER_ROL) is None


def test_a_role_that_was_withdrawn_counts_at_the_next_act(client: Client) -> None:
    talk = session()
    assert post(client, talk, act(1)).status_code == 200
    talk.account = ZONDER_ROL
    assert post(client, talk, act(2)).status_code == 409


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b'{"sleutel": 5, "actie": {"nr": 1, "versie": 0, "soort": "ongedaan"}}', 400),
        (b'{"sleutel": "x", "actie": "ongedaan"}', 400),
        (b'{"sleutel": "x", "actie": {"nr": -1, "versie": 0, "soort": "ongedaan"}}', 400),
        (b'{"sleutel": "x", "actie": {"nr": 1, "versie": 0, "soort": "ongedaan"}}', 410),
        (b'{"sleutel": "' + b"x" * lane.MOST_BYTES + b'"}', 413),
    ],
)
def test_what_is_not_understood_is_refused(client: Client, body: bytes, status: int) -> None:
    assert client.post(body).status_code == status


@pytest.mark.parametrize("soort", lane.PAGE_ACTS)
def test_what_only_the_page_can_show_is_left_to_the_page(client: Client, soort: str) -> None:
    talk = session()
    assert post(client, talk, act(1, soort=soort)).status_code == 409
    assert talk.heard == 0


def test_a_session_that_ended_cannot_be_used_any_more(client: Client) -> None:
    talk = session()
    token = talk.token
    del talk
    gc.collect()
    answer = client.post(json.dumps({"sleutel": token, "actie": act(1)}).encode())
    assert answer.status_code == 410


def test_what_is_looked_at_changes_the_answer_and_not_the_draft(
    omgeving: Omgeving, client: Client
) -> None:
    talk = session()
    data = post(client, talk, act(1, soort="niet_gepland")).json()
    assert talk.look.niet_gepland
    assert data["versie"] == beeld(omgeving).versie
    assert not beeld(omgeving).wijzigingen


def test_the_page_draws_no_act_as_done_that_is_still_being_carried_out() -> None:
    talk, order = BoardTalk(), []
    begun, may_end = Event(), Event()

    def act() -> None:
        with talk.lock:
            talk.hears(5)
            begun.set()
            may_end.wait()
            order.append("done")

    def draw() -> int:
        number = talk.settled()
        order.append("drawn")
        return number

    with ThreadPoolExecutor() as apart:
        acting = apart.submit(act)
        begun.wait()
        drawing = apart.submit(draw)
        wait([drawing], timeout=0.2)
        may_end.set()
        acting.result()
        assert drawing.result() == 5
    assert order == ["done", "drawn"]
