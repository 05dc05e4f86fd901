"""Exports of other programs: which one a sheet looks like, and what its columns probably mean.

Owns: the known sources (schema/exportkolommen.csv), the columns that name a person and are never
read (schema/persoonskolommen.csv), the kenmerk of a source, and the proposal that a person
confirms. Must never read a sheet by itself: an unconfirmed proposal counts for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sturing.domain.koppeling import Koppeling
from sturing.intake.cellen import Cel, Celsoort, Werkblad
from sturing.intake.koppen import KOP_BINNEN
from sturing.intake.schema import PER_BLAD, lees_csv, normaal

DOELEN = ("Uren", "Inzet", "Opdrachten", "Besteding", "Capaciteit")
"""Sheets that an export of another program can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kolomregel:
    """One field of one source: the headings it may have, or its value for all rows."""

    doel: str
    veld: str
    nodig: bool
    koppen: tuple[str, ...]
    vast: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pseudo:
    """A value that is no opdracht: `soort` is verlof, ziekte, overleg, ...; empty: no value."""

    waarde: str
    soort: str
    rijen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelvoorstel:
    """A sheet that looks like an export, with what its columns probably mean.

    `koppen` are its headings as written, in order, without those of `persoon`, which are never
    read. `pseudo` are the values that need a choice. `bekend` is False for a first proposal.
    """

    bestand: str
    blad: str
    kop_rij: int
    koppen: tuple[str, ...]
    persoon: tuple[str, ...]
    koppeling: Koppeling
    pseudo: tuple[Pseudo, ...] = ()
    bekend: bool = False


def _bronnen() -> Mapping[str, tuple[_Kolomregel, ...]]:
    bronnen: dict[str, list[_Kolomregel]] = {}
    for rij in lees_csv("exportkolommen.csv"):
        regel = _Kolomregel(
            doel=rij["doel"],
            veld=rij["veld"],
            nodig=rij["nodig"] == "ja",
            koppen=tuple(normaal(kop) for kop in rij["koppen"].split("|") if kop),
            vast=rij["vast"],
        )
        bronnen.setdefault(rij["bron"], []).append(regel)
    return MappingProxyType({bron: tuple(regels) for bron, regels in bronnen.items()})


BRONNEN = _bronnen()
"""Known sources in order: a source above another one is looked at first."""
PERSOON = frozenset(normaal(rij["kop"]) for rij in lees_csv("persoonskolommen.csv"))
"""Headings, normalised, whose column is never read: it names a person or a time of day."""


def kenmerk_van(koppen: Sequence[str]) -> str:
    """What names a source: its headings, normalised, each once, sorted and joined."""
    return "|".join(sorted({normaal(kop) for kop in koppen} - {""}))


def koppen_van(cellen: Sequence[Cel]) -> dict[str, int]:
    """Normalised heading -> column number of one row; a heading that comes back counts once."""
    koppen: dict[str, int] = {}
    for cel in cellen:
        if cel.soort is Celsoort.TEKST and (naam := normaal(str(cel.waarde))):
            koppen.setdefault(naam, cel.kolom)
    return koppen


def herken_bron(bestand: str, werkblad: Werkblad) -> Koppelvoorstel | None:
    """What export this sheet looks like: the first known source whose needed columns stand in one
    of the first ten rows; None when it looks like none."""
    for nummer, cellen in werkblad.rijen:
        if nummer > KOP_BINNEN:
            break
        koppen = koppen_van(cellen)
        for bron, regels in BRONNEN.items():
            if all(any(kop in koppen for kop in r.koppen) for r in regels if r.nodig):
                return _voorstel(bestand, werkblad, nummer, cellen, bron, regels)
    return None


def _voorstel(
    bestand: str,
    werkblad: Werkblad,
    nummer: int,
    cellen: Sequence[Cel],
    bron: str,
    regels: Sequence[_Kolomregel],
) -> Koppelvoorstel:
    aanwezig = koppen_van(cellen)
    kolommen: dict[str, str] = {}
    vast: dict[str, str] = {}
    for regel in regels:
        kop = next((kop for kop in regel.koppen if kop in aanwezig and kop not in PERSOON), None)
        if regel.veld and kop is not None:
            kolommen[regel.veld] = kop
        elif regel.veld and regel.vast:
            vast[regel.veld] = regel.vast
    geschreven, persoon = geschreven_koppen(cellen)
    return Koppelvoorstel(
        bestand=bestand,
        blad=werkblad.naam,
        kop_rij=nummer,
        koppen=geschreven,
        persoon=persoon,
        koppeling=Koppeling(
            kenmerk=kenmerk_van(list(aanwezig)),
            bron=bron,
            doel=regels[0].doel,
            kolommen=MappingProxyType(kolommen),
            vast=MappingProxyType(vast),
            waarden=MappingProxyType({}),
        ),
    )


def geschreven_koppen(cellen: Sequence[Cel]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The headings of a row as written, each once: those that may be read, and those of persons."""
    gezien = koppen_van(cellen)
    teksten = [
        str(cel.waarde).strip()
        for cel in cellen
        if cel.soort is Celsoort.TEKST and gezien.get(normaal(str(cel.waarde))) == cel.kolom
    ]
    return (
        tuple(tekst for tekst in teksten if normaal(tekst) not in PERSOON),
        tuple(tekst for tekst in teksten if normaal(tekst) in PERSOON),
    )


def gebreken_van_koppeling(koppeling: Koppeling) -> tuple[str, ...]:
    """Why this koppeling cannot be recorded, as Dutch sentences; empty when it can."""
    blad = PER_BLAD.get(koppeling.doel)
    if blad is None or koppeling.doel not in DOELEN:
        return (f"Een export kan geen blad '{koppeling.doel}' zijn.",)
    bekend = set(koppeling.kenmerk.split("|"))
    gebreken = [
        f"Kolom '{kop}' noemt een persoon of een tijd op de dag. Die lezen wij niet."
        for kop in dict.fromkeys(koppeling.kolommen.values())
        if kop in PERSOON
    ]
    gebreken += [
        f"Kolom '{kop}' staat niet in dit bestand."
        for kop in dict.fromkeys(koppeling.kolommen.values())
        if kop not in bekend
    ]
    gebreken += [
        f"Kies een kolom of een vaste waarde voor '{kolom.kolom}'."
        for kolom in blad.verplicht
        if kolom.veld not in koppeling.kolommen and not koppeling.vast.get(kolom.veld)
    ]
    if not koppeling.kolommen:
        gebreken.append("Kies ten minste een kolom uit dit bestand.")
    onbekend = {*koppeling.kolommen, *koppeling.vast, *koppeling.waarden} - set(blad.per_veld)
    gebreken += [f"Blad '{blad.naam}' heeft geen kolom '{veld}'." for veld in sorted(onbekend)]
    return tuple(gebreken)
