"""The guarded process: it gives what the reader gives, and its death is a finding."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from sturing.domain.bevinding import Ernst
from sturing.errors import StartError
from sturing.intake import bewaking
from sturing.intake.beoordeling import Bestand, beoordeel
from sturing.intake.bewaking import lees_bewaakt
from sturing.intake.grenzen import Grenzen
from sturing.intake.lezer import lees_bestand
from tests.intake.bouwer import boek, gevonden, goed, herpak

MB = 1024 * 1024
ALLEEN_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits of a Linux kernel")


def zwaar(rijen: int) -> bytes:
    """A workbook of distinct cells that have to be read one by one."""
    cellen = "".join(
        f'<row r="{rij}"><c r="A{rij}" t="inlineStr"><is><r><t>{rij}-{rij * 7919}</t></r></is></c>'
        f"</row>"
        for rij in range(2, rijen + 2)
    ).encode()

    def verander(naam: str, deel: bytes) -> bytes:
        if naam != "xl/worksheets/sheet1.xml":
            return deel
        return deel.replace(b"</sheetData>", cellen + b"</sheetData>")

    return herpak(boek({"Programmas": [["programma", "naam"]]}), verander)


def kinderen() -> set[int]:
    """Processes that this one started and that still run."""
    taken = Path("/proc/self/task").glob("*/children")
    return {int(pid) for taak in taken for pid in taak.read_text().split()}


def test_guarded_reading_gives_the_same_cells() -> None:
    inhoud = boek(goed())
    assert repr(lees_bewaakt(inhoud, "a.xlsx")) == repr(lees_bestand(inhoud, "a.xlsx"))


def test_guarded_reading_gives_the_same_findings() -> None:
    inhoud = boek({f"Blad{nummer}": [["x"]] for nummer in range(51)})
    assert lees_bewaakt(inhoud, "a.xlsx") == lees_bestand(inhoud, "a.xlsx")
    [bevinding] = lees_bewaakt(inhoud, "a.xlsx").bevindingen
    assert (bevinding.code, bevinding.ernst) == ("BESTAND_TE_VEEL_BLADEN", Ernst.FOUT)


def test_progress_names_the_sheets_and_never_goes_back() -> None:
    gehoord: list[tuple[str, float]] = []
    lees_bewaakt(boek(goed()), "a.xlsx", lambda blad, deel: gehoord.append((blad, deel)))
    assert {blad for blad, _ in gehoord} >= {"Teams", "Inzet", "Normen"}
    delen = [deel for _, deel in gehoord]
    assert delen == sorted(delen)
    assert 0 <= delen[0] < delen[-1] <= 1


def test_too_large_a_file_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def nooit(*_: object, **__: object) -> None:
        raise AssertionError("er is een proces gestart")

    monkeypatch.setattr(subprocess, "Popen", nooit)
    [bevinding] = lees_bewaakt(bytes(10 * MB + 1), "a.xlsx").bevindingen
    assert bevinding.code == "BESTAND_TE_GROOT"


@ALLEEN_LINUX
@pytest.mark.parametrize(
    ("teken", "code"),
    [
        (signal.SIGKILL, "BESTAND_TE_ZWAAR"),  # the kernel, when memory runs out
        (signal.SIGXCPU, "BESTAND_TE_LANG"),
        (signal.SIGABRT, "BESTAND_LEZEN_GESTOPT"),
        (signal.SIGSEGV, "BESTAND_LEZEN_GESTOPT"),
    ],
)
def test_a_dying_process_is_a_finding_and_the_next_file_is_read(
    teken: signal.Signals, code: str
) -> None:
    eerder = kinderen()  # of other tests in this process

    def dood(_blad: str, _deel: float) -> None:
        for pid in kinderen() - eerder:
            os.kill(pid, teken)

    werkboek = lees_bewaakt(zwaar(20_000), "a.xlsx", dood)
    assert [b.code for b in werkboek.bevindingen] == [code]
    assert "Er is niets opgeslagen." in werkboek.bevindingen[0].melding
    assert lees_bewaakt(boek(goed()), "b.xlsx").bladen
    assert kinderen() <= eerder


@ALLEEN_LINUX
def test_more_memory_than_allowed_is_a_finding() -> None:
    werkboek = lees_bewaakt(zwaar(100_000), "a.xlsx", grenzen=Grenzen(geheugen=110 * MB))
    assert [b.code for b in werkboek.bevindingen] == ["BESTAND_TE_ZWAAR"]


@ALLEEN_LINUX
def test_more_processor_time_than_allowed_is_a_finding() -> None:
    werkboek = lees_bewaakt(zwaar(150_000), "a.xlsx", grenzen=Grenzen(processor=1))
    assert [b.code for b in werkboek.bevindingen] == ["BESTAND_TE_LANG"]


def test_more_time_on_the_clock_than_allowed_is_a_finding() -> None:
    werkboek = lees_bewaakt(zwaar(150_000), "a.xlsx", grenzen=Grenzen(wand=0.01))
    assert [b.code for b in werkboek.bevindingen] == ["BESTAND_TE_LANG"]


def test_a_process_that_cannot_start_is_no_fault_of_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bewaking, "_START", "raise SystemExit(1)")
    with pytest.raises(StartError, match="niet op deze computer"):
        lees_bewaakt(boek(goed()), "a.xlsx")


def test_stopping_halfway_leaves_no_process() -> None:
    class GestoptError(Exception):
        pass

    def stop(_blad: str, _deel: float) -> None:
        raise GestoptError

    eerder = kinderen()
    with pytest.raises(GestoptError):
        lees_bewaakt(zwaar(20_000), "a.xlsx", stop)
    assert kinderen() <= eerder


def test_files_are_read_from_several_threads_at_once() -> None:
    inhoud = boek(goed())
    gelezen: list[int] = []

    def lees() -> None:
        gelezen.append(len(lees_bewaakt(inhoud, "a.xlsx").bladen))

    draden = [threading.Thread(target=lees) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert gelezen == [len(goed())] * 4


@ALLEEN_LINUX
@pytest.mark.parametrize(
    "poging",
    [
        "open('/etc/hostname')",
        "open('vreemd.txt', 'w')",
        "socket.socket()",
        "bytearray(900_000_000)",
    ],
)
def test_the_process_can_open_no_file_or_socket_and_take_no_more_memory(
    poging: str, tmp_path: Path
) -> None:
    code = (
        "import socket; from sturing.intake.grenzen import GRENZEN, begrens\n"
        "begrens(GRENZEN.geheugen, GRENZEN.processor)\n"
        f"try:\n  {poging}\n"
        "except (OSError, MemoryError, ValueError):\n  print('mag niet')\n"
        "else:\n  print('gelukt')\n"
    )
    antwoord = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert antwoord.stdout == "mag niet\n"


def gelogen_grootte(inhoud: bytes) -> bytes:
    """The list of parts says that a part is small; unpacking it gives something else."""
    uit = bytearray(inhoud)
    plek = uit.rfind(b"PK\x01\x02")
    uit[plek + 24 : plek + 28] = (10).to_bytes(4, "little")
    return bytes(uit)


def met_bom(grootte: int, delen: int) -> Callable[[bytes], bytes]:
    def maak(inhoud: bytes) -> bytes:
        uit = BytesIO(inhoud)
        with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as pakket:
            for nummer in range(delen):
                pakket.writestr(f"xl/bom{nummer}.xml", b"<a>" + bytes(grootte) + b"</a>")
        return uit.getvalue()

    return maak


def alleen_ingangen(inhoud: bytes) -> bytes:
    """A list of 60,000 parts, 3 MB of nothing else."""
    uit = BytesIO(inhoud)
    with zipfile.ZipFile(uit, "a") as pakket:
        for nummer in range(501):
            pakket.writestr(f"xl/{nummer}.xml", b"")
    return uit.getvalue() + b"PK\x01\x02" * 60_000


@pytest.mark.parametrize(
    ("maak", "code"),
    [
        (met_bom(90 * MB, 1), "BESTAND_VERHOUDING"),
        (met_bom(60 * MB, 2), "BESTAND_UITGEPAKT_TE_GROOT"),
        (met_bom(99 * 1024, 450), None),  # small parts may be packed tightly; nothing reads them
        (gelogen_grootte, "BESTAND_ONLEESBAAR"),
        (alleen_ingangen, "BESTAND_TE_VEEL_DELEN"),
    ],
    ids=["one bomb", "two bombs", "many small ones", "a size that lies", "only entries"],
)
def test_zip_bombs_cost_nothing(maak: Callable[[bytes], bytes], code: str | None) -> None:
    inhoud = maak(boek({"Programmas": [["programma", "naam"], ["8", "W"]]}))
    werkboek = lees_bewaakt(inhoud, "a.xlsx", grenzen=Grenzen(geheugen=256 * MB))
    assert [b.code for b in werkboek.bevindingen] == ([code] if code else [])


def test_judging_reads_guarded_unless_told_otherwise() -> None:
    uitkomst = beoordeel([Bestand(naam="a.xlsx", inhoud=b"PK\x03\x04 kapot")], {}, {})
    assert gevonden(uitkomst) == {"BESTAND_ONLEESBAAR a.xlsx"}


def test_a_line_of_millions_of_columns_costs_no_cells() -> None:
    inhoud = b"programma;naam;" + b"x;" * 4_900_000
    werkboek = lees_bewaakt(inhoud, "p.csv", grenzen=Grenzen(geheugen=256 * MB))
    assert [b.code for b in werkboek.bevindingen] == ["BESTAND_TE_VEEL_KOLOMMEN"]


@ALLEEN_LINUX
@pytest.mark.parametrize("leest", ["sys.stdin.buffer.read()", "None"], ids=["read", "unread"])
def test_a_process_that_leaves_another_behind_holds_nobody_up(
    leest: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What it started keeps its pipes open after its end; nothing waits for those."""
    achterblijver = tmp_path / "pid"
    code = (
        "import os, struct, sys, time\n"
        "os.write(1, struct.pack('>cI', b'K', 4) + b'null')\n"
        f"{leest}\n"
        "pid = os.fork()\n"
        "if pid == 0: time.sleep(600)\n"
        f"open({str(achterblijver)!r}, 'w').write(str(pid))\n"
        "os._exit(0)"
    )
    monkeypatch.setattr(bewaking, "_START", code)
    try:
        werkboek = lees_bewaakt(b"PK" + bytes(2 * MB), "a.xlsx", grenzen=Grenzen(wand=3))
        assert [b.code for b in werkboek.bevindingen] == ["BESTAND_TE_LANG"]
    finally:
        os.kill(int(achterblijver.read_text()), signal.SIGKILL)  # it is still there
