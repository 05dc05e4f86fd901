"""Guarded reading: a file is parsed in a process of its own, which may fail without harm.

Owns: starting that process, its time on the clock, and what is said when it dies. A fresh
interpreter is started instead of a fork, because a fork of a server with threads and an open
database may hang or share what it must not; it gets nothing of this process but the bytes of the
file. Must never parse a file itself: here only its size is looked at.
"""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast

import sturing
from sturing.errors import StartError
from sturing.intake import leiding
from sturing.intake.cellen import Bladvoortgang, Werkboek
from sturing.intake.celvorm import OverdrachtError
from sturing.intake.codes import Code
from sturing.intake.grenzen import GRENZEN, Grenzen
from sturing.intake.keuring import keur_grootte
from sturing.intake.melding import meld_bestand
from sturing.intake.overdracht import Ontvanger, Soort, lees_storing, ontvang

TEGELIJK = 2
"""Files read at the same time, whoever brought them; the next one waits its turn."""

_AFLOOP = 5.0
"""Seconds between the last byte of a dying process and its end: a large one takes a while."""
_NA_DE_WEKKER = 1.0
"""Seconds after its time in which a stopped process must have let go of its pipes."""
_HAP = 1024 * 1024
_BEURT = threading.BoundedSemaphore(TEGELIJK)
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); "
    "sys.modules.update(numpy=None, PIL=None); "
    "from sturing.intake.kind import main; main()"
)
"""openpyxl takes numpy and PIL along when it finds them: time and threads for nothing."""
_OMGEVING = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""What an interpreter may need to start at all; no other setting goes along."""


def lees_bewaakt(
    inhoud: bytes,
    bestand: str,
    voortgang: Bladvoortgang | None = None,
    grenzen: Grenzen = GRENZEN,
) -> Werkboek:
    """Read one file in a guarded process; a process that dies is a finding, never an exception.

    Raises StartError when no such process can run on this computer.
    """
    te_groot = keur_grootte(inhoud, bestand)
    if te_groot is not None:
        return Werkboek(bestand=bestand, bevindingen=(te_groot,))
    with _BEURT, _proces(grenzen) as proces:
        te_lang = threading.Event()
        wekker = threading.Timer(grenzen.wand, _stop, (proces, te_lang))
        wekker.daemon = True
        wekker.start()
        einde = time.monotonic() + grenzen.wand + _NA_DE_WEKKER
        gever = threading.Thread(target=_geef, args=(proces, bestand, inhoud, einde), daemon=True)
        gever.start()
        try:
            return _ontvang(proces, einde, bestand, voortgang or _stil)
        except OverdrachtError as fout:
            if isinstance(fout, _NooitKlaarError) and not te_lang.is_set():
                raise StartError(
                    "Bestanden lezen lukt niet op deze computer.",
                    "Het leesproces stopt voordat het een bestand krijgt.",
                    "Installeer Sturing opnieuw, of meld dit aan de beheerder.",
                ) from fout
            code = _doodsoorzaak(proces)
            if te_lang.is_set():
                code = Code.BESTAND_TE_LANG
            return Werkboek(bestand=bestand, bevindingen=(meld_bestand(code, bestand),))
        finally:
            wekker.cancel()
            proces.kill()
            gever.join()  # its pipe is closed next, and the number of it given to another file


@contextmanager
def _proces(grenzen: Grenzen) -> Iterator[subprocess.Popen[bytes]]:
    """A fresh interpreter with the search path of this one; it is gone when this ends."""
    pad = [str(Path(sturing.__file__).parents[1]), *(str(Path(p).absolute()) for p in sys.path)]
    try:
        proces = subprocess.Popen(
            [
                sys.executable,
                *("-I", "-S", "-B", "-X", "utf8", "-c", _START),
                *(str(grenzen.geheugen), str(grenzen.processor), json.dumps(pad)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={naam: os.environ[naam] for naam in _OMGEVING if naam in os.environ},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as fout:
        raise StartError(
            "Bestanden lezen lukt nu niet.",
            f"Het leesproces kan niet starten: {fout.strerror}.",
            "Probeer het zo opnieuw, of meld dit aan de beheerder.",
        ) from fout
    try:
        yield proces
    finally:
        proces.kill()
        proces.wait()
        for kanaal in (proces.stdin, proces.stdout):
            with suppress(OSError):
                cast(IO[bytes], kanaal).close()


def _geef(proces: subprocess.Popen[bytes], bestand: str, inhoud: bytes, einde: float) -> None:
    """Write the file to the process; one that died does not listen, which is noticed elsewhere."""
    kanaal = cast(IO[bytes], proces.stdin)
    with suppress(OSError, ValueError):
        naam = bestand.replace("\n", " ").encode("utf-8", "replace")
        leiding.geef(kanaal.fileno(), naam + b"\n" + inhoud, einde)
        kanaal.close()


def _ontvang(
    proces: subprocess.Popen[bytes], einde: float, bestand: str, voortgang: Bladvoortgang
) -> Werkboek:
    ontvanger = Ontvanger(bestand, voortgang)
    uit = leiding.Uitlaat(cast(IO[bytes], proces.stdout).fileno(), einde)
    klaar = False
    try:
        for soort, inhoud in ontvang(io.BufferedReader(uit, _HAP)):
            match soort:
                case Soort.KLAAR:
                    klaar = True
                case Soort.EINDE:
                    return ontvanger.werkboek()
                case Soort.GEHEUGEN:
                    zwaar = meld_bestand(Code.BESTAND_TE_ZWAAR, bestand)
                    return Werkboek(bestand=bestand, bevindingen=(zwaar,))
                case Soort.STORING:
                    raise StartError(*lees_storing(inhoud))
                case _:
                    ontvanger.neem(soort, inhoud)
    except OverdrachtError as fout:
        if klaar:
            raise
        raise _NooitKlaarError from fout
    raise OverdrachtError("geen einde")


class _NooitKlaarError(OverdrachtError):
    """The process ended before it had its limits: something is wrong with the installation."""


def _stop(proces: subprocess.Popen[bytes], te_lang: threading.Event) -> None:
    te_lang.set()
    proces.kill()


def _doodsoorzaak(proces: subprocess.Popen[bytes]) -> Code:
    """Why a process ended by itself; one that still runs talks nonsense and is ended."""
    try:
        uitgang = proces.wait(timeout=_AFLOOP)
    except subprocess.TimeoutExpired:
        return Code.BESTAND_LEZEN_GESTOPT
    if uitgang == -getattr(signal, "SIGXCPU", 0):
        return Code.BESTAND_TE_LANG
    if uitgang == -getattr(signal, "SIGKILL", 0):  # what the system does when memory runs out
        return Code.BESTAND_TE_ZWAAR
    return Code.BESTAND_LEZEN_GESTOPT


def _stil(_blad: str, _deel: float) -> None:
    return None
