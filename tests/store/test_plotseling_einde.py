"""kill -9 in the middle: the state is wholly old or wholly new, and the database opens."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sturing.store import leveringen
from sturing.store.beheer import backup, controleer
from sturing.store.geschiedenis import toestand_na
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_bladen
from tests.store.voorbeeld import lever, organisatie

_SCHRIJVER = """
import sys
from pathlib import Path
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad
from tests.store.voorbeeld import lever, nieuw, anders
opslag = Opslag.open(Path(sys.argv[1]))
print("klaar", flush=True)
ronde = 0
while True:
    ronde += 1
    stond = [r for r in lees_blad(opslag, "Inzet") if r["volgnr"]]
    if stond:
        mutaties = [anders("Inzet", r, uren_honderdste=r["uren_honderdste"] + 1) for r in stond]
    else:
        mutaties = [nieuw("Inzet", volgnr=n + 1, uren_honderdste=0) for n in range(1500)]
    lever(opslag, *mutaties)
    print(ronde, flush=True)
"""


@pytest.mark.parametrize("keer", range(2))
def test_a_killed_writer_leaves_whole_leveringen_only(pad: Path, keer: int) -> None:
    with Opslag.open(pad) as opslag:
        lever(opslag, *organisatie())
    schrijver = subprocess.Popen(
        [sys.executable, "-c", _SCHRIJVER, str(pad)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert schrijver.stdout is not None
    assert schrijver.stdout.readline() == "klaar\n"
    time.sleep(random.Random(keer).uniform(0.05, 0.5))
    schrijver.send_signal(signal.SIGKILL)
    gemeld = schrijver.stdout.read().split()
    schrijver.wait(timeout=20)
    schrijver.stdout.close()
    with Opslag.open(pad) as opslag:
        laatste = leveringen.laatste(opslag)
        assert laatste is not None
        # What was reported as stored is there; at most one more was stored and not reported.
        assert laatste.nummer - 1 - len(gemeld) in (0, 1)
        inzet = [r for r in lees_bladen(opslag, ["Inzet"])["Inzet"] if r["volgnr"]]
        assert {r["uren_honderdste"] for r in inzet} <= {laatste.nummer - 2}
        assert len(inzet) == (1500 if laatste.nummer > 1 else 0)
        assert toestand_na(opslag, laatste.nummer) == lees_bladen(opslag)
        assert controleer(opslag) == ()
        assert lever(opslag).nummer == laatste.nummer + 1


def test_a_killed_first_start_leaves_a_file_that_opens(pad: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path\n"
        "from sturing.store import migraties, opslag\n"
        "echt = migraties.migratieteksten()\n"
        "zet = migraties.zet_kenmerk\n"
        "migraties.zet_kenmerk = lambda *a: (zet(*a), os._exit(9))\n"
        "opslag.Opslag.open(Path(sys.argv[1]), demo=True)\n"
    )
    kind = subprocess.run(
        [sys.executable, "-c", code, str(pad)], check=False, cwd=Path(__file__).parents[2]
    )
    assert kind.returncode == 9
    assert pad.exists()
    with Opslag.open(pad) as opslag:
        assert not opslag.is_demo
        backup(opslag, pad.with_name("kopie.duckdb"))
