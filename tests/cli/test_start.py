"""`sturing start`: what it refuses, that it is safe, and that it ends well."""

from __future__ import annotations

import re
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.toepassing import Application, running
from tests.cli.werkboek import Opdrachtregel


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    folder = tmp_path_factory.mktemp("start")
    with running(folder / "output.txt", "--demo", cwd=folder) as application:
        yield application


@pytest.mark.parametrize("adres", ["0.0.0.0", "192.0.2.7", "::", "voorbeeld.nl", ""])
@pytest.mark.parametrize("wijze", [("--demo",), ("--db", "eigen.duckdb")])
def test_an_address_that_others_can_reach_is_refused(
    sturing: Opdrachtregel, wijze: tuple[str, ...], adres: str
) -> None:
    antwoord = sturing("start", *wijze, "--adres", adres, "--geen-browser")
    assert antwoord.code == 2
    assert antwoord.fout.startswith("Sturing start alleen op deze computer zelf.")
    assert antwoord.uit == ""


def test_without_demo_a_database_is_needed(sturing: Opdrachtregel) -> None:
    antwoord = sturing("start", "--geen-browser", "--poort", 0)
    assert antwoord.code == 2
    assert "--demo" in antwoord.fout


def test_demo_refuses_a_database_with_own_data(sturing: Opdrachtregel, db: Path) -> None:
    antwoord = sturing("start", "--demo", "--db", db, "--geen-browser", "--poort", 0)
    assert antwoord.code == 2
    assert "niet gemerkt als demonstratie" in antwoord.fout


def test_a_demonstration_does_not_open_as_own_data(sturing: Opdrachtregel, tmp_path: Path) -> None:
    db = tmp_path / "demo.duckdb"
    assert sturing("demo", "--db", db).code == 0
    antwoord = sturing("start", "--db", db, "--geen-browser", "--poort", 0)
    assert antwoord.code == 2
    assert "demonstratie" in antwoord.fout


def test_a_taken_port_is_a_dutch_sentence_and_code_3(sturing: Opdrachtregel) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        antwoord = sturing("start", "--demo", "--geen-browser", "--poort", port)
    assert antwoord.code == 3
    assert antwoord.fout.startswith(f"Poort {port} is niet vrij.")


def test_it_says_where_it_is_in_one_line(demo: Application) -> None:
    lines = demo.output.read_text(encoding="utf-8").splitlines()
    assert lines[-1] == f"Sturing staat klaar op {demo.url} (stoppen: Ctrl+C)."
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", demo.url)
    assert not [line for line in lines if "streamlit" in line.lower()]


def test_readiness_names_the_levering(demo: Application) -> None:
    reply = demo.get("/klaar")
    assert (reply.status, reply.body) == (200, b"klaar, levering 1")


@pytest.mark.parametrize("path", ["/", "/prioriteiten", "/gegevens"])
def test_the_page_is_dutch_and_may_ask_nothing_of_another_address(
    demo: Application, path: str
) -> None:
    reply = demo.get(path, accept="text/html", accept_encoding="gzip")
    assert reply.status == 200
    assert b'<html lang="nl"' in reply.body
    assert b"<title>Sturing</title>" in reply.body
    assert b"JavaScript to run this app" not in reply.body
    assert b"agent" not in reply.body
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    script = next(d for d in policy.split("; ") if d.startswith("script-src"))
    assert "unsafe-inline" not in script
    assert not re.search(r"https?:|wss?:|\*|[a-z]\.[a-z]", policy)
    assert reply.headers["x-content-type-options"] == "nosniff"


def test_an_address_without_a_page_says_so_in_dutch(demo: Application) -> None:
    reply = demo.get("/bestaat-niet", accept="text/html")
    assert reply.status == 404
    assert "Deze pagina bestaat niet." in reply.body.decode()
    assert b'<html lang="nl">' in reply.body


def test_the_first_page_is_found_under_its_name_too(demo: Application) -> None:
    reply = demo.get("/overzicht?jaar=2027", accept="text/html")
    assert (reply.status, reply.headers["location"]) == (307, "/?jaar=2027")


@pytest.mark.parametrize(
    "path", ["/klaar", "/favicon.png", "/_stcore/health", "/app/static/logo.svg"]
)
def test_every_answer_carries_the_headers(demo: Application, path: str) -> None:
    reply = demo.get(path)
    assert reply.status == 200
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["referrer-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]


def test_the_font_comes_from_the_application_itself(demo: Application) -> None:
    reply = demo.get("/app/static/source-sans-3-latin-wght-normal.woff2")
    assert reply.status == 200
    assert reply.body.startswith(b"wOF2")


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "voorbeeld.nl"},
        {"host": "127.0.0.1.voorbeeld.nl"},
        {"origin": "https://voorbeeld.nl"},
        {"origin": "null"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/_stcore/stream", "/_stcore/host-config", "/klaar"])
def test_another_host_or_origin_gets_nothing(
    demo: Application, path: str, headers: dict[str, str]
) -> None:
    reply = demo.get(path, **headers)
    assert reply.status == 403
    assert b"<html" not in reply.body


@pytest.mark.parametrize(
    "path", ["/_stcore/agent/openapi.json", "/_stcore/agent/interact", "/_stcore/metrics"]
)
def test_the_doors_for_programs_are_closed(demo: Application, path: str) -> None:
    assert demo.get(path).status == 404


def test_a_websocket_of_another_site_is_refused(demo: Application) -> None:
    handshake = {
        "connection": "Upgrade",
        "upgrade": "websocket",
        "sec_websocket_version": "13",
        "sec_websocket_key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert demo.get("/_stcore/stream", **handshake, origin=demo.url).status == 101
    assert demo.get("/_stcore/stream", **handshake, origin="https://voorbeeld.nl").status == 403


def test_settings_of_the_machine_loosen_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit/config.toml").write_text(
        '[server]\nenableCORS = false\nenableXsrfProtection = false\naddress = "0.0.0.0"\n'
        "[browser]\ngatherUsageStats = true\n"
    )
    monkeypatch.setenv("STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION", "false")
    monkeypatch.setenv("STREAMLIT_SERVER_ENABLE_AGENT_API", "true")
    with running(tmp_path / "output.txt", "--demo", cwd=tmp_path) as application:
        reply = application.get("/_stcore/health")
        assert "_streamlit_xsrf" in reply.headers["set-cookie"]
        assert application.get("/_stcore/agent/openapi.json").status == 404
        assert application.stop() == 0


@pytest.mark.parametrize("with_signal", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_in_good_order_and_lets_the_database_go(
    tmp_path: Path, sturing: Opdrachtregel, db: Path, with_signal: signal.Signals
) -> None:
    with running(tmp_path / "output.txt", "--db", db, cwd=tmp_path) as application:
        assert application.get("/klaar").body == b"klaar, levering 1"
        assert sturing("controleer", "--db", db).code == 0
        assert application.stop(with_signal) == 0
    assert application.output.read_text(encoding="utf-8").endswith("Sturing is gestopt.\n")
    assert sturing("controleer", "--db", db).code == 0
