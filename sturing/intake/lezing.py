"""Files of one upload -> rows per sheet: several files are read together as one levering.

Owns: the steps from bytes to rows and which sheets could not be read at all. Must never compare
with what is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from hashlib import sha256
from types import MappingProxyType

from sturing.domain.bevinding import Bevinding
from sturing.domain.koppeling import Vastlegging
from sturing.domain.levering import Bestandsinfo
from sturing.intake.codes import Code
from sturing.intake.controle_codes import Bekend, bestaat
from sturing.intake.exportbron import Koppelvoorstel, herken_bron
from sturing.intake.exportsom import tel_op
from sturing.intake.koppelen import pas_toe, zoek_koppeling, zoek_pseudo
from sturing.intake.koppen import herken_bladen
from sturing.intake.lezer import Werkblad
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekende:
    """What is known before reading: koppelingen by kenmerk, and the stored codes of opdrachten."""

    vastgelegd: Mapping[str, Vastlegging]
    opdrachten: Set[str]


NIETS_BEKEND = Bekende(vastgelegd=MappingProxyType({}), opdrachten=frozenset())


@dataclass(slots=True, kw_only=True)
class Lezing:
    """All rows of all files, with what is wrong in files, sheets, columns and cells.

    `ongelezen` are sheets whose rows are not known, because the sheet or a whole file was refused:
    no other row can be blamed for a code that may stand there. `voorstellen` are exports of other
    programs that wait for a choice of a person.
    """

    infos: tuple[Bestandsinfo, ...] = ()
    regels: dict[str, list[Regel]] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)
    ongelezen: frozenset[str] = frozenset()
    voorstellen: list[Koppelvoorstel] = field(default_factory=list)


def lees_bestanden(
    bestanden: Sequence[Bestand], voortgang: Voortgang, bekend: Bekende = NIETS_BEKEND
) -> Lezing:
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
        _lees_bestand(lezing, nummer, bestand, bekend)
    return lezing


def _lees_bestand(lezing: Lezing, nummer: int, bestand: Bestand, bekend: Bekende) -> None:
    werkboek = lees_bestand(bestand.inhoud, bestand.naam)
    lezing.bevindingen += werkboek.let_op
    if werkboek.bevindingen:
        lezing.bevindingen += werkboek.bevindingen
        lezing.ongelezen = frozenset(blad.naam for blad in BLADEN)
        return
    gewoon = _lees_exports(lezing, nummer, bestand.naam, werkboek.bladen, bekend)
    exports = len(werkboek.bladen) - len(gewoon)
    if exports and not gewoon:
        return
    herkend, bevindingen = herken_bladen(bestand.naam, gewoon, nog_andere=exports > 0)
    met_kop = {gevonden.werkblad.naam for gevonden, kop, _ in herkend if kop is not None}
    for werkblad in gewoon:
        if werkblad.naam not in met_kop:
            bevindingen += _stel_voor(
                lezing, bestand.naam, werkblad, bekend, enig=not met_kop and not exports
            )
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


def _lees_exports(
    lezing: Lezing, nummer: int, bestand: str, bladen: Sequence[Werkblad], bekend: Bekende
) -> list[Werkblad]:
    """Read the sheets whose koppeling was recorded; gives the other ones back."""
    gewoon: list[Werkblad] = []
    for werkblad in bladen:
        kop = zoek_koppeling(werkblad, bekend.vastgelegd) if bekend.vastgelegd else None
        if kop is None:
            gewoon.append(werkblad)
            continue
        gekoppeld = pas_toe(bestand, werkblad, kop, bekend.opdrachten)
        _, regels, bevindingen = ontleed(bestand, nummer, gekoppeld.herkend, gekoppeld.kop)
        opgeteld, over_som = tel_op(regels)
        lezing.regels.setdefault(gekoppeld.herkend.blad.naam, []).extend(opgeteld)
        lezing.bevindingen += (*gekoppeld.bevindingen, *bevindingen, *over_som)
        if gekoppeld.voorstel is not None:
            lezing.voorstellen.append(gekoppeld.voorstel)
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
