"""Bad workbooks handed to the running application: each is refused with its code and cell.

The real application runs on a database of its own, screens included, and gets every upload through
its loket, so that the files go through the same services and the same guarded process as those of
the screen. Nothing may be stored, the application must still answer, and no refusal may cost more
than two seconds of processor time or 256 MB. Memory is that of the guarded process at its peak and
the growth of the application together, as /proc tells them; so this trial needs Linux.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sturing.loket import client
from sturing.loket.request import Form, InputFile, Request
from tests.intake.bouwer import boek
from tests.proeven.slechte_bestanden import Bestanden, Geval, gevallen
from tests.proeven.toestand import losse_kern
from tests.proeven.uitslag import Maat, Uitslag

KORT = 5
VOL = 1_000_000
"""All there are."""
MINSTENS = 120
MAX_S = 2.0
MAX_MB = 256
ROOT = Path(__file__).resolve().parents[2]
GEDULD = 120
_TIK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meting:
    """What one refusal cost: seconds of processor, seconds waited, megabytes."""

    rekentijd: float
    wachttijd: float
    geheugen: float


def beproef(aantal: int, map_: Path) -> Uitslag:
    """The first `aantal` of the cases, taken evenly from all of them."""
    alle = gevallen()
    stap = max(1, len(alle) // min(aantal, len(alle)))
    gekozen = alle[::stap][:aantal]
    db = map_ / "sturing.duckdb"
    _eerste_levering(db)
    voor = losse_kern(db)
    mis: list[str] = []
    metingen: dict[str, _Meting] = {}
    with _toepassing(db) as (proces, adres):
        for geval in gekozen:
            gevonden, metingen[geval.naam] = _bied_aan(geval, db, proces)
            if gevonden != geval.fouten:
                over, gemist = gevonden - geval.fouten, geval.fouten - gevonden
                mis.append(f"{geval.naam}: {sorted(over)} in plaats van {sorted(gemist)}")
        leeft = proces.poll() is None and _antwoordt(adres)
        goed = _neemt_aan(db)
    na = losse_kern(db)
    return Uitslag(
        naam="bestanden",
        aantal=len(gekozen),
        maten=(
            Maat(
                wat="slechte werkboeken die er zijn",
                gemeten=str(len(alle)),
                eis=f"minstens {MINSTENS}",
                gehaald=len(alle) >= MINSTENS,
            ),
            Maat(
                wat="met een andere code of cel dan verwacht",
                gemeten="; ".join([str(len(mis)), *mis[:10]]),
                eis="0",
                gehaald=not mis,
            ),
            Maat(
                wat="opgeslagen",
                gemeten="niets" if na == voor else "de database is veranderd",
                eis="niets",
                gehaald=na == voor,
            ),
            Maat(
                wat="de toepassing daarna",
                gemeten="leeft en leest" if leeft and goed else f"leeft {leeft}, leest {goed}",
                eis="leeft, en leest een goed bestand",
                gehaald=leeft and goed,
            ),
            *_kosten(metingen),
        ),
    )


def _kosten(metingen: dict[str, _Meting]) -> tuple[Maat, ...]:
    traagst = max(metingen, key=lambda naam: metingen[naam].rekentijd)
    zwaarst = max(metingen, key=lambda naam: metingen[naam].geheugen)
    rekentijd, geheugen = metingen[traagst].rekentijd, metingen[zwaarst].geheugen
    gewacht = [meting.wachttijd for meting in metingen.values()]
    return (
        Maat(
            wat="rekentijd van een weigering",
            gemeten=f"hoogstens {rekentijd:.2f} s ({traagst}); gewacht: de helft korter dan "
            f"{statistics.median(gewacht):.2f} s, de langste {max(gewacht):.2f} s",
            eis=f"hoogstens {MAX_S:g} s rekentijd",
            gehaald=rekentijd <= MAX_S,
        ),
        Maat(
            wat="geheugen van een weigering",
            gemeten=f"hoogstens {geheugen:.0f} MB ({zwaarst})",
            eis=f"hoogstens {MAX_MB} MB",
            gehaald=0 < geheugen <= MAX_MB,
        ),
    )


def _eerste_levering(db: Path) -> None:
    """Something that is stored, and that no case of the tables names."""
    inhoud = boek({"Programmas": [["programma", "naam"], ["99", "Eerder geleverd"]]})
    assert client.ask(_verzoek([("eerder.xlsx", inhoud)]), db, make=True).code == 0


def _verzoek(bestanden: Bestanden, *, alleen_controle: bool = False) -> Request:
    return Request(
        command="inlezen",
        form=Form.JSON,
        arguments={"alleen_controle": alleen_controle, "bevestig": True},
        files=tuple(InputFile(name=naam, content=inhoud) for naam, inhoud in bestanden),
    )


@contextmanager
def _toepassing(db: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The application on `db`, and the address where it answers."""
    proces = subprocess.Popen(
        [
            *(sys.executable, "-m", "sturing", "start", "--db", str(db)),
            *("--poort", "0", "--geen-browser"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )
    assert proces.stdout is not None
    gezegd: list[str] = []
    lezer: threading.Thread | None = None
    try:
        for regel in proces.stdout:
            gezegd.append(regel)
            if "staat klaar op" in regel:
                break
        else:
            raise AssertionError("".join(gezegd))
        lezer = threading.Thread(target=proces.stdout.read, daemon=True)
        lezer.start()
        yield proces, next(woord for woord in gezegd[-1].split() if woord.startswith("http"))
    finally:
        if proces.poll() is None:
            proces.send_signal(signal.SIGINT)
        try:
            proces.wait(timeout=GEDULD)
        finally:
            proces.kill()
            if lezer is not None:
                lezer.join()
            proces.stdout.close()


def _bied_aan(
    geval: Geval, db: Path, proces: subprocess.Popen[str]
) -> tuple[frozenset[str], _Meting]:
    """The fouten that an upload gives, and what judging it cost the application."""
    verzoek = _verzoek(geval.maak())
    wacht = _Wacht(proces.pid)
    begin, gerekend = time.perf_counter(), _rekentijd(proces.pid)
    with wacht:
        antwoord = client.ask(verzoek, db)
    meting = _Meting(
        rekentijd=_rekentijd(proces.pid) - gerekend,
        wachttijd=time.perf_counter() - begin,
        geheugen=wacht.megabytes,
    )
    if antwoord.code != 2 or not antwoord.out:
        return frozenset({f"geen weigering: {antwoord.code} {antwoord.err}"}), meting
    bevindingen = json.loads(antwoord.out)["bevindingen"]
    return frozenset(_plaats(b) for b in bevindingen if b["ernst"] == "fout"), meting


def _plaats(bevinding: dict[str, str | None]) -> str:
    delen = [deel for deel in (bevinding["blad"], bevinding["cel"]) if deel]
    return " ".join([str(bevinding["code"]), *filter(None, ["!".join(delen)])])


def _neemt_aan(db: Path) -> bool:
    """Does the application still read a sound file? It is only checked, so nothing is stored."""
    inhoud = boek({"Programmas": [["programma", "naam"], ["98", "Goed"]]})
    antwoord = client.ask(_verzoek([("goed.xlsx", inhoud)], alleen_controle=True), db)
    return antwoord.code == 0 and json.loads(antwoord.out)["bevindingen"] == []


def _antwoordt(adres: str) -> bool:
    with urllib.request.urlopen(f"{adres.rstrip('/')}/klaar", timeout=30) as antwoord:
        return antwoord.status == 200


def _rekentijd(pid: int) -> float:
    """Seconds of processor of a process and of its children that ended."""
    velden = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return sum(map(int, velden[11:15])) / _TIK


def _status(pid: int | str, veld: str) -> int:
    """A size in the status of a process, in kB; 0 when the process is gone."""
    with contextlib.suppress(OSError):
        for regel in Path(f"/proc/{pid}/status").read_text().splitlines():
            if regel.startswith(f"{veld}:"):
                return int(regel.split()[1])
    return 0


class _Wacht(threading.Thread):
    """Watches the memory of a process and of its children while something goes on."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._klaar = threading.Event()
        self._begin = _status(pid, "VmRSS")
        self._groei = 0
        self._kind = 0

    def __enter__(self) -> None:
        self.start()

    def __exit__(self, *_: object) -> None:
        self._klaar.set()
        self.join()

    def run(self) -> None:
        while True:
            self._groei = max(self._groei, _status(self._pid, "VmRSS") - self._begin)
            for kind in self._kinderen():
                self._kind = max(self._kind, _status(kind, "VmHWM"))
            if self._klaar.wait(0.003):
                return

    def _kinderen(self) -> list[str]:
        kinderen: list[str] = []
        for lijst in Path(f"/proc/{self._pid}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                kinderen += lijst.read_text().split()
        return kinderen

    @property
    def megabytes(self) -> float:
        """The peak of the children and the growth of the process itself, together."""
        return (self._kind + self._groei) / 1024
