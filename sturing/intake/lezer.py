"""Bytes of an uploaded file -> cells with their addresses: the one door to every reader.

Owns: the gate before any parser and the choice of the reader, by content and name. Runs inside the
guarded process (bewaking.py); everything that a reader needs is imported at the top, because that
process cannot open a file any more once it reads. Must never judge what a cell means.
"""

from __future__ import annotations

import warnings

from sturing.intake.cellen import Bladvoortgang, Werkboek
from sturing.intake.keuring import keur
from sturing.intake.xlsx import lees_xlsx


def lees_bestand(inhoud: bytes, bestand: str, voortgang: Bladvoortgang | None = None) -> Werkboek:
    """Read one file. A file that cannot be read is refused with a finding, never an exception.

    Raises StartError when the parser would run without its protection against XML bombs, and
    MemoryError when the file needs more memory than this process may have.
    """
    afgekeurd = keur(inhoud, bestand)
    if afgekeurd is not None:
        return Werkboek(bestand=bestand, bevindingen=(afgekeurd,))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns about looks; nothing is read from them
        return lees_xlsx(inhoud, bestand, voortgang or _stil)


def _stil(_blad: str, _deel: float) -> None:
    return None
