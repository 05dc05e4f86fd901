"""Commands bring leveringen beside an application that is killed (kill -9) in the middle of it.

Each attempt is one kill while three commands bring two different workbooks each. A command that
ends with 0 must be in the register exactly once, one that says it does not know at most once. After
the kill the rest goes without the application; who finds the database in use comes again, and must
then not be stored twice.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from sturing.errors import BezetError, LoketError, SturingError
from sturing.loket import client
from sturing.loket.request import Form, InputFile, Request
from sturing.services import beheer
from sturing.services.omgeving import open_voor_commando, systeem
from sturing.store import leveringen as register
from tests.cli.werkboek import BLADEN, schrijf
from tests.proeven.uitslag import Maat, Uitslag

KORT = 2
VOL = 50
ROOT = Path(__file__).resolve().parents[2]
TEGELIJK = 3
ELK = 2
LANGST_S = 1.2
HOUDER = """
import sys, threading
from pathlib import Path
from sturing.loket.server import open_loket
from sturing.services.omgeving import open_omgeving
with open_loket(open_omgeving(Path(sys.argv[1])), url="", say=print):
    print("klaar", flush=True)
    threading.Event().wait()
"""
"""An application without screens: the database and its loket."""


def beproef(aantal: int, map_: Path) -> Uitslag:
    """`aantal` kills on one database in the folder `map_`."""
    kans = random.Random(20270101)
    db = map_ / "sturing.duckdb"
    ends: Counter[str] = Counter()
    lost = doubled = unopened = problems = 0
    for poging in range(aantal):
        verzoeken = [_verzoek(map_, poging, nummer) for nummer in range(TEGELIJK * ELK)]
        with ThreadPoolExecutor(TEGELIJK) as threads:
            houder = _start(db)
            bezig = [threads.submit(_breng, verzoeken[i::TEGELIJK], db) for i in range(TEGELIJK)]
            time.sleep(kans.uniform(0, LANGST_S))
            houder.kill()
            houder.wait()
            afloop = {sha: einde for taak in bezig for sha, einde in taak.result().items()}
        ends.update(afloop.values())
        try:
            omgeving = open_voor_commando(db)
        except SturingError:
            unopened += 1
            continue
        keren = Counter(
            info.sha256
            for levering in register.lijst(omgeving.opslag)
            for info in levering.bestanden
        )
        problems += bool(beheer.controleer(omgeving, systeem("proef")))
        omgeving.sluit()
        lost += sum(einde == "opgeslagen" and keren[sha] == 0 for sha, einde in afloop.items())
        doubled += sum(keren[sha] > 1 for sha in afloop)
    return Uitslag(
        naam="loket",
        aantal=aantal,
        maten=(
            _geen("database die niet opent", unopened),
            _geen("database die niet klopt", problems),
            _geen("gemelde levering die er niet is", lost),
            _geen("levering die er twee keer is", doubled),
            Maat(
                wat="hoe de commando's eindigden",
                gemeten=", ".join(f"{n} {naam}" for naam, n in sorted(ends.items())),
                eis="opgeslagen, of ten hoogste een per kill onzeker per commando",
                gehaald=ends["opgeslagen"] + ends["onzeker"] == aantal * TEGELIJK * ELK
                and ends["onzeker"] <= aantal * TEGELIJK,
            ),
        ),
    )


def _geen(wat: str, gemeten: int) -> Maat:
    return Maat(wat=wat, gemeten=str(gemeten), eis="0", gehaald=gemeten == 0)


def _start(db: Path) -> subprocess.Popen[str]:
    houder = subprocess.Popen(
        [sys.executable, "-c", HOUDER, str(db)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert houder.stdout is not None
    with houder.stdout as regels:
        said = regels.readline()
    assert said == "klaar\n", said
    return houder


def _verzoek(map_: Path, poging: int, nummer: int) -> Request:
    uren = 1 + poging * TEGELIJK * ELK + nummer
    kop, regel, *rest = BLADEN["Inzet"]
    boek = schrijf(map_ / "boek.xlsx", Inzet=[kop, (*regel[:-1], uren), *rest])
    file = InputFile(name=boek.name, content=boek.read_bytes())
    return Request(command="inlezen", form=Form.JSON, files=(file,))


def _breng(verzoeken: list[Request], db: Path) -> dict[str, str]:
    """How each request ended, by the hash of its file."""
    return {
        sha256(verzoek.files[0].content).hexdigest(): _einde(verzoek, db) for verzoek in verzoeken
    }


def _einde(verzoek: Request, db: Path) -> str:
    while True:
        try:
            answer = client.ask(verzoek, db)
        except BezetError:
            continue
        except LoketError:
            return "onzeker"
        return json.loads(answer.out)["status"] if answer.out else answer.err
