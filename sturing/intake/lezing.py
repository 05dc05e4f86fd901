"""Files of one upload -> rows per sheet: several files are read together as one levering.

Owns: the steps from bytes to rows and which sheets could not be read at all. Must never compare
with what is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from hashlib import sha256

from sturing.domain.bevinding import Bevinding
from sturing.domain.koppeling import Vastlegging
from sturing.domain.levering import Bestandsinfo
from sturing.intake.cellen import Bladvoortgang, Werkblad, Werkboek
from sturing.intake.codes import Code
from sturing.intake.controle_codes import Bekend, bestaat
from sturing.intake.csvblad import benoem
from sturing.intake.exportbron import Koppelvoorstel, herken_bron
from sturing.intake.exportsom import tel_op
from sturing.intake.koppelen import pas_toe, zoek_koppeling, zoek_pseudo, zonder_personen
from sturing.intake.koppen import herken_bladen
from sturing.intake.melding import meld
from sturing.intake.ontleden import Regel, ontleed
from sturing.intake.schema import BLADEN
from sturing.intake.stand import Regels

Voortgang = Callable[[str, float], None]
"""Told what is being done and how far it is, from 0 to 1."""

Lezer = Callable[[bytes, str, Bladvoortgang], Werkboek]
"""Reads one file: guarded (bewaking.py), or in this process for files that are our own."""

LEESDEEL = (0.05, 0.6)
"""The part of the whole work that reading is: from and to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """One uploaded file: its name without a path, and its bytes."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekende:
    """What is known before reading: koppelingen by kenmerk, and the stored codes of opdrachten."""

    vastgelegd: Mapping[str, Vastlegging]
    opdrachten: Set[str]


@dataclass(slots=True, kw_only=True)
class Lezing:
    """All rows of all files, with what is wrong in files, sheets, columns and cells.

    `ongelezen` are sheets whose rows are not known, because the sheet or a whole file was refused:
    no other row can be blamed for a code that may stand there. `voorstellen` are exports of other
    programs that wait for a choice of a person.
    """

    infos: tuple[Bestandsinfo, ...] = ()
    bladen: list[tuple[str, str, Werkblad]] = field(default_factory=list)
    """File, sheet of the contract, and the sheet as read."""
    regels: dict[str, list[Regel]] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)
    ongelezen: frozenset[str] = frozenset()
    voorstellen: list[Koppelvoorstel] = field(default_factory=list)
    gekoppeld: list[Koppelvoorstel] = field(default_factory=list)
    """Exports that were read, with how."""


def lees_bestanden(
    bestanden: Sequence[Bestand], lees: Lezer, voortgang: Voortgang, bekend: Bekende
) -> Lezing:
    """Read every file; a refused file leaves the others to be read and judged as well."""
    lezing = Lezing()
    begin, einde = LEESDEEL
    stap = (einde - begin) / max(1, len(bestanden))
    for nummer, bestand in enumerate(bestanden):
        voortgang(f"{bestand.naam} lezen", begin + stap * nummer)
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
                    "Kies elk bestand één keer.",
                    bestand=bestand.naam,
                )
            )
            continue
        lezing.infos = (*lezing.infos, info)

        def bladvoortgang(
            blad: str, deel: float, naam: str = bestand.naam, vanaf: float = begin + stap * nummer
        ) -> None:
            voortgang(f"{naam} lezen: blad {blad}", vanaf + stap * deel)

        werkboek = benoem(lees(bestand.inhoud, bestand.naam, bladvoortgang))
        _verwerk(lezing, nummer, werkboek, bekend)
    return lezing


def _verwerk(lezing: Lezing, nummer: int, werkboek: Werkboek, bekend: Bekende) -> None:
    """Sheets of one file -> rows, added to what was read before."""
    lezing.bevindingen += werkboek.let_op
    if werkboek.bevindingen:
        lezing.bevindingen += werkboek.bevindingen
        lezing.ongelezen = frozenset(blad.naam for blad in BLADEN)
        return
    gewoon = _lees_exports(lezing, nummer, werkboek, bekend)
    exports = len(werkboek.bladen) - len(gewoon)
    if exports and not gewoon:
        return
    herkend, bevindingen = herken_bladen(werkboek.bestand, gewoon, nog_andere=exports > 0)
    met_kop = {gevonden.werkblad.naam for gevonden, kop, _ in herkend if kop is not None}
    for werkblad in gewoon:
        if werkblad.naam not in met_kop:
            bevindingen += _stel_voor(
                lezing, werkboek.bestand, werkblad, bekend, enig=not met_kop and not exports
            )
    for blad, kop, gevonden in herkend:
        bevindingen += gevonden
        lezing.bladen.append((werkboek.bestand, blad.blad.naam, blad.werkblad))
        lijst = lezing.regels.setdefault(blad.blad.naam, [])
        if kop is not None:
            _, nieuw, gevonden = ontleed(werkboek.bestand, nummer, blad, kop)
            lijst += nieuw
            bevindingen += gevonden
        elif blad.werkblad.rijen:
            lezing.ongelezen |= {blad.blad.naam}
    lezing.bevindingen += bevindingen


def _lees_exports(
    lezing: Lezing, nummer: int, werkboek: Werkboek, bekend: Bekende
) -> list[Werkblad]:
    """Read the sheets whose koppeling was recorded; gives the other ones back."""
    gewoon: list[Werkblad] = []
    for werkblad in werkboek.bladen:
        kop = zoek_koppeling(werkblad, bekend.vastgelegd) if bekend.vastgelegd else None
        if kop is None:
            gewoon.append(werkblad)
            continue
        gekoppeld = pas_toe(werkboek.bestand, werkblad, kop, bekend.opdrachten)
        _, regels, bevindingen = ontleed(werkboek.bestand, nummer, gekoppeld.herkend, gekoppeld.kop)
        zichtbaar = zonder_personen(werkblad, kop[1])
        lezing.bladen.append((werkboek.bestand, werkblad.naam, zichtbaar))
        opgeteld, over_som = tel_op(regels)
        lezing.regels.setdefault(gekoppeld.herkend.blad.naam, []).extend(opgeteld)
        lezing.bevindingen += (*gekoppeld.bevindingen, *bevindingen, *over_som)
        open_keuze = bool(gekoppeld.voorstel.pseudo)
        (lezing.voorstellen if open_keuze else lezing.gekoppeld).append(gekoppeld.voorstel)
    return gewoon


def _stel_voor(
    lezing: Lezing, bestand: str, werkblad: Werkblad, bekend: Bekende, *, enig: bool
) -> Iterator[Bevinding]:
    """A sheet that nobody knows and that looks like an export: a proposal, and a fout when the
    file has nothing else to read."""
    voorstel = herken_bron(bestand, werkblad)
    if voorstel is None:
        return
    pseudo = zoek_pseudo(werkblad, voorstel, bekend.opdrachten)
    lezing.voorstellen.append(replace(voorstel, pseudo=pseudo))
    if enig:
        yield meld(
            Code.EXPORT_NIET_GEKOPPELD,
            f"dit lijkt op een export van {voorstel.koppeling.bron}. Nog niemand heeft vastgelegd "
            "wat de kolommen betekenen.",
            "Kies dit bestand op de pagina Gegevens en leg daar de koppeling vast. Dat hoeft maar "
            "een keer.",
            bestand=bestand,
            blad=werkblad.naam,
            waarde=voorstel.koppeling.bron,
        )


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
