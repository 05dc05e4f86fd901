"""The guarded process itself: one file in, one workbook out, and then it ends.

Owns: what happens between its start and its end. It is started by bewaking.py with the search path
of that process, loads what it needs, takes its limits, says that it is ready, reads the file from
standard input and writes messages (overdracht.py) to standard output. It knows no database, no
settings and no name of a person. Must never be imported by the application.
"""

from __future__ import annotations

import codecs
import gc
import os
import sys

from sturing.errors import SturingError
from sturing.intake.grenzen import begrens
from sturing.intake.lezer import lees_bestand
from sturing.intake.overdracht import Soort, Zender

_CODERINGEN = ("cp437", "cp1252", "latin-1", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
"""Read from disk at first use otherwise, which is too late: names in a zip are cp437."""


def main() -> None:
    """Arguments: bytes of memory, seconds of processor time."""
    zender = Zender(os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a stray print is no message
    for codering in _CODERINGEN:
        codecs.lookup(codering)
    begrens(int(sys.argv[1]), int(sys.argv[2]))
    gc.disable()  # the process ends after one file; nothing it makes has to be found again
    zender.meld(Soort.KLAAR)
    bestand = sys.stdin.buffer.readline().decode("utf-8").rstrip("\n")
    inhoud = sys.stdin.buffer.read()
    try:
        zender.werkboek(lees_bestand(inhoud, bestand, zender.voortgang))
    except MemoryError:
        zender.meld(Soort.GEHEUGEN)
    except SturingError as fout:
        zender.meld(Soort.STORING, [fout.title, fout.message, fout.hint])
