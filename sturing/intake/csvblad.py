"""Which sheet of the contract the only table of a .csv file is: by its file name, or its columns.

Owns: the names a .csv file may have (`inzet.csv`, `inzet-T07.csv`, `Bestede uren 2026.csv`). Must
never read a value under a heading.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sturing.intake.cellen import Werkblad, Werkboek
from sturing.intake.codes import Code
from sturing.intake.koppen import HerkendBlad, Kop, blad_van, zoek_kop
from sturing.intake.melding import meld
from sturing.intake.schema import BLADEN, Blad

_WOORDEN = re.compile(r"[\W_]+")


def benoem(werkboek: Werkboek) -> Werkboek:
    """The file with its sheet named as in the contract; unchanged when nothing tells which, and
    when it is no .csv file. Twice is as once."""
    if not werkboek.bladen or not werkboek.bestand.lower().endswith(".csv"):
        return werkboek
    werkblad = werkboek.bladen[0]
    op_naam = _op_naam(werkblad.naam)
    if op_naam is not None and _kop(werkboek, op_naam) is not None:
        return _met_naam(werkboek, op_naam)
    op_kolommen = _op_kolommen(werkboek)
    if op_kolommen is None:
        return werkboek if op_naam is None else _met_naam(werkboek, op_naam)
    melding = meld(
        Code.BLAD_SYNONIEM,
        f"wij lezen dit bestand als blad '{op_kolommen.naam}', want het heeft die kolommen.",
        f"Klopt dit niet? Geef het bestand dan de naam van het blad, zoals {_voorbeeld()}.",
        bestand=werkboek.bestand,
        blad=op_kolommen.naam,
        waarde=werkblad.naam,
    )
    return replace(_met_naam(werkboek, op_kolommen), let_op=(*werkboek.let_op, melding))


def _voorbeeld() -> str:
    return f"{BLADEN[0].naam.lower()}.csv"


def _met_naam(werkboek: Werkboek, blad: Blad) -> Werkboek:
    return replace(werkboek, bladen=(replace(werkboek.bladen[0], naam=blad.naam),))


def _op_naam(naam: str) -> Blad | None:
    """The sheet whose name, or a synonym of it, the file name begins with: the longest one."""
    woorden = [woord for woord in _WOORDEN.split(naam) if woord]
    for aantal in range(len(woorden), 0, -1):
        blad = blad_van("".join(woorden[:aantal]))
        if blad is not None:
            return blad
    return None


def _op_kolommen(werkboek: Werkboek) -> Blad | None:
    """The one sheet whose required columns are all there, and of which most columns are."""
    aantallen = {
        blad.naam: len(kop.kolommen) for blad in BLADEN if (kop := _kop(werkboek, blad)) is not None
    }
    meeste = max(aantallen.values(), default=0)
    beste = [blad for blad in BLADEN if aantallen.get(blad.naam) == meeste]
    return beste[0] if len(beste) == 1 else None


def _kop(werkboek: Werkboek, blad: Blad) -> Kop | None:
    werkblad: Werkblad = werkboek.bladen[0]
    kop, _ = zoek_kop(werkboek.bestand, HerkendBlad(blad=blad, werkblad=werkblad))
    return kop
