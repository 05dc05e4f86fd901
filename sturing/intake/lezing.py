"""Files of one upload -> rows per sheet: several files are read together as one levering.

Owns: the steps from bytes to rows and which sheets could not be read at all. Must never compare
with what is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import Bestandsinfo
from sturing.intake.codes import Code
from sturing.intake.controle_codes import Bekend, bestaat
from sturing.intake.koppen import herken_bladen
from sturing.intake.lezer_bestand import lees_bestand
from sturing.intake.melding import meld
from sturing.intake.ontleden import Regel, ontleed
from sturing.intake.schema import BLADEN
from sturing.intake.stand import Regels

Voortgang = Callable[[str, float], None]
"""Told what is being done and how far it is, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """One uploaded file: its name without a path, and its bytes."""

    naam: str
    inhoud: bytes


@dataclass(slots=True, kw_only=True)
class Lezing:
    """All rows of all files, with what is wrong in files, sheets, columns and cells.

    `ongelezen` are sheets whose rows are not known, because the sheet or a whole file was refused:
    no other row can be blamed for a code that may stand there.
    """

    infos: tuple[Bestandsinfo, ...] = ()
    regels: dict[str, list[Regel]] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)
    ongelezen: frozenset[str] = frozenset()


def lees_bestanden(bestanden: Sequence[Bestand], voortgang: Voortgang) -> Lezing:
    """Read every file; a refused file leaves the others to be read and judged as well."""
    lezing = Lezing()
    for nummer, bestand in enumerate(bestanden):
        voortgang(f"{bestand.naam} lezen", 0.1 + 0.5 * nummer / len(bestanden))
        info = Bestandsinfo(
            naam=bestand.naam,
            grootte=len(bestand.inhoud),
            sha256=sha256(bestand.inhoud).hexdigest(),
        )
        if any(ander.sha256 == info.sha256 for ander in lezing.infos):
            lezing.bevindingen.append(
                meld(
                    Code.BESTAND_DUBBEL,
                    "dit bestand is twee keer gekozen.",
                    "Kies elk bestand een keer.",
                    bestand=bestand.naam,
                )
            )
            continue
        lezing.infos = (*lezing.infos, info)
        _lees_bestand(lezing, nummer, bestand)
    return lezing


def _lees_bestand(lezing: Lezing, nummer: int, bestand: Bestand) -> None:
    werkboek = lees_bestand(bestand.inhoud, bestand.naam)
    lezing.bevindingen += werkboek.let_op
    if werkboek.bevindingen:
        lezing.bevindingen += werkboek.bevindingen
        lezing.ongelezen = frozenset(blad.naam for blad in BLADEN)
        return
    herkend, bevindingen = herken_bladen(bestand.naam, werkboek.bladen)
    for blad, kop, gevonden in herkend:
        bevindingen += gevonden
        lijst = lezing.regels.setdefault(blad.blad.naam, [])
        if kop is not None:
            _, nieuw, gevonden = ontleed(bestand.naam, nummer, blad, kop)
            lijst += nieuw
            bevindingen += gevonden
        elif blad.werkblad.rijen:
            lezing.ongelezen |= {blad.blad.naam}
    lezing.bevindingen += bevindingen


def beslis_totaalrijen(
    regels: Regels, bekend: Mapping[str, Bekend]
) -> tuple[dict[str, list[Regel]], list[Bevinding]]:
    """Rows that begin with the word totaal: read when their key exists, else skipped."""
    gekozen: dict[str, list[Regel]] = {}
    bevindingen: list[Bevinding] = []
    for naam, lijst in regels.items():
        over: list[Regel] = []
        for regel in lijst:
            if regel.twijfel is None:
                over.append(regel)
            elif bestaat(regel, bekend):
                over.append(regel)
                bevindingen += (*regel.twijfel.bevindingen, regel.twijfel.gelezen)
            else:
                bevindingen.append(regel.twijfel.overgeslagen)
        gekozen[naam] = over
    return gekozen, bevindingen
