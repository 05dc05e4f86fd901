"""What an upload replaces: stored rows and new rows together become the rows after it.

Owns: the scopes of werkboek.md "What an upload replaces", sheet by sheet, and the numbering of
parts with equal keys. Must never refuse anything; it is given rows that passed their own checks.
Units as in levering.Rij.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import cast

from sturing.domain.levering import Rij, Waarde
from sturing.intake.aaneen import is_vervolg, knip, voeg_aaneen
from sturing.intake.ontleden import Regel
from sturing.intake.schema import PER_BLAD, VOLGNR, Blad, Vervanging

TEGENPARTIJ = {"Inzet": "opdracht", "Capaciteit": "soort"}
"""A row over a year end replaces overlapping parts of the same team and this field."""

_HEEL_AFWEZIG = Decimal(100)

Sleutel = tuple[Waarde, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wissel:
    """One stored row before and after; `regel` is where the new one stood."""

    oud: Rij | None
    nieuw: Rij | None
    regel: Regel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladstand:
    """One sheet after an upload.

    `heel` holds per row of the upload the whole row it became (not cut, absent columns filled from
    what is stored). `stand` are all stored rows after; `in_bereik` the stored rows before that lie
    in a scope which the upload touches (none for upsert sheets). `bereiken` names what it touched,
    also where all rows stayed equal (intake/bereiken.py).
    """

    blad: Blad
    heel: tuple[tuple[Regel, Rij], ...]
    stand: tuple[Rij, ...]
    wissels: tuple[Wissel, ...]
    in_bereik: tuple[Rij, ...]
    blijft: int
    bereiken: frozenset[Sleutel]


def bereik_van(blad: Blad, rij: Rij) -> Sleutel:
    """The scope a row belongs to, such as (team, year); empty for upsert sheets.

    The year is the column `jaar`, else the year of `van`.
    """
    if blad.bereik[-1:] != ("jaar",) or "jaar" in rij:
        return tuple(map(rij.get, blad.bereik))
    van = rij.get("van")
    jaar = van.year if isinstance(van, date) else None
    return (*map(rij.get, blad.bereik[:-1]), jaar)


def sleutel_van(blad: Blad, rij: Rij) -> Sleutel:
    """The key of a row as a person reads it, without volgnr."""
    return tuple(map(rij.get, blad.sleutel))


def _lezer_van(velden: Sequence[str]) -> Callable[[Rij], Sleutel]:
    """What gives the values of these fields of a whole row; twice as fast as a loop over them."""
    if len(velden) == 1:
        (veld,) = velden
        return lambda rij: (rij[veld],)
    return cast(Callable[[Rij], Sleutel], itemgetter(*velden))


def voeg_samen(naam: str, opgeslagen: Sequence[Rij], regels: Sequence[Regel]) -> Bladstand:
    """Put the rows of one sheet of an upload over what is stored."""
    blad = PER_BLAD[naam]
    heel = _vul_aan(blad, opgeslagen, regels)
    if blad.vervanging is Vervanging.BIJWERKEN:
        return _werk_bij(blad, opgeslagen, heel)
    delen: Sequence[tuple[Regel, Rij]] = heel
    if blad.met_volgnr:
        delen = [(regel, deel) for regel, rij in heel for deel in knip(naam, rij)]
    if blad.vervanging is Vervanging.VENSTER:
        weg, in_bereik, bereiken = _geraakt_door_vensters(blad, opgeslagen, heel, delen)
    else:
        bereiken = frozenset(bereik_van(blad, deel) for _, deel in delen)
        weg = [bereik_van(blad, rij) in bereiken for rij in opgeslagen]
        in_bereik = tuple(rij for rij, raakt in zip(opgeslagen, weg, strict=True) if raakt)
    blijft = [rij for rij, raakt in zip(opgeslagen, weg, strict=True) if not raakt]
    oud = [rij for rij, raakt in zip(opgeslagen, weg, strict=True) if raakt]
    gebleven, wissels = _paar(blad, oud, delen, blijft)
    return Bladstand(
        blad=blad,
        heel=tuple(heel),
        stand=(*blijft, *gebleven, *(w.nieuw for w in wissels if w.nieuw is not None)),
        wissels=tuple(wissels),
        in_bereik=in_bereik,
        blijft=0,
        bereiken=bereiken,
    )


def _vul_aan(
    blad: Blad, opgeslagen: Sequence[Rij], regels: Sequence[Regel]
) -> list[tuple[Regel, Rij]]:
    """Whole rows: an absent field keeps the stored value of the same key, else it is empty."""
    velden = tuple(kolom.veld for kolom in blad.kolommen if kolom.opgeslagen)
    nodig = set(velden)
    if blad.naam != "Afwezigheid" and all(regel.waarden.keys() >= nodig for regel in regels):
        lees = _lezer_van(velden)
        return [(regel, dict(zip(velden, lees(regel.waarden), strict=True))) for regel in regels]
    oud: dict[Sleutel, Rij] = {}
    if any(not regel.waarden.keys() >= nodig for regel in regels):
        oud = {sleutel_van(blad, rij): rij for rij in voeg_aaneen(blad.naam, opgeslagen)}
    heel: list[tuple[Regel, Rij]] = []
    for regel in regels:
        waarden = regel.waarden
        bekend: Rij = oud.get(cast(Sleutel, regel.sleutel), {}) if oud else {}
        rij = {veld: waarden[veld] if veld in waarden else bekend.get(veld) for veld in velden}
        if blad.naam == "Afwezigheid" and rij["afwezig_pct"] is None:
            rij["afwezig_pct"] = _HEEL_AFWEZIG
        heel.append((regel, rij))
    return heel


def _werk_bij(
    blad: Blad, opgeslagen: Sequence[Rij], heel: Sequence[tuple[Regel, Rij]]
) -> Bladstand:
    waarden_uit = _lezer_van(_waardevelden(blad))
    oud = {sleutel_van(blad, rij): rij for rij in opgeslagen}
    nieuw = {sleutel_van(blad, rij): (regel, rij) for regel, rij in heel}
    wissels = [
        Wissel(oud=oud.get(sleutel), nieuw=rij, regel=regel)
        for sleutel, (regel, rij) in nieuw.items()
        if sleutel not in oud or waarden_uit(rij) != waarden_uit(oud[sleutel])
    ]
    blijft = [rij for sleutel, rij in oud.items() if sleutel not in nieuw]
    return Bladstand(
        blad=blad,
        heel=tuple(heel),
        stand=(*blijft, *(rij for _, rij in nieuw.values())),
        wissels=tuple(wissels),
        in_bereik=(),
        blijft=len(blijft),
        bereiken=frozenset(nieuw),
    )


def _geraakt_door_vensters(
    blad: Blad,
    opgeslagen: Sequence[Rij],
    heel: Sequence[tuple[Regel, Rij]],
    delen: Sequence[tuple[Regel, Rij]],
) -> tuple[list[bool], tuple[Rij, ...], frozenset[Sleutel]]:
    """Which stored parts make way, which lie in a (team, year) that the file touches, and scopes.

    A (team, year) with a row wholly in that year is complete: all its parts make way. Elsewhere
    only parts of the same team and opdracht (Capaciteit: soort) that overlap a new part do.
    """
    ander = TEGENPARTIJ[blad.naam]
    team, _jaar = blad.bereik
    volledig: set[Sleutel] = {
        (rij[team], jaar)
        for _, rij in heel
        if (jaar := cast(date, rij["van"]).year) == cast(date, rij["tot"]).year
    }
    vensters: dict[Sleutel, list[tuple[date, date]]] = defaultdict(list)
    for _, deel in delen:
        van, tot = cast(date, deel["van"]), cast(date, deel["tot"])
        if (deel[team], van.year) not in volledig:
            vensters[deel[team], van.year, deel[ander]].append((van, tot))
    geraakt = volledig.union(sleutel[:-1] for sleutel in vensters)
    weg, in_bereik = [], []
    for rij in opgeslagen:
        van, tot = cast(date, rij["van"]), cast(date, rij["tot"])
        bereik = (rij[team], van.year)
        if bereik in geraakt:
            in_bereik.append(rij)
        weg.append(
            bereik in volledig
            or any(
                begin <= tot and van <= einde
                for begin, einde in vensters.get((*bereik, rij[ander]), ())
            )
        )
    return weg, tuple(in_bereik), frozenset(volledig.union(vensters))


def _paar(
    blad: Blad,
    oud: Sequence[Rij],
    nieuw: Sequence[tuple[Regel, Rij]],
    blijft: Iterable[Rij],
) -> tuple[list[Rij], list[Wissel]]:
    """Match rows that make way with new ones: equal rows stay, equal keys change, the rest
    vanishes or is new. New parts get a volgnr that is free among rows of the same key."""
    sleutel_uit, waarden_uit = _lezer_van(blad.sleutel), _lezer_van(_waardevelden(blad))
    over: dict[Sleutel, list[Rij]] = defaultdict(list)
    for rij in oud:
        over[sleutel_uit(rij)].append(rij)
    gebleven: list[Rij] = []
    rest: list[tuple[Sleutel, Regel, Rij]] = []
    for regel, rij in nieuw:
        sleutel = sleutel_uit(rij)
        kandidaten = over.get(sleutel)
        gelijk = _gelijke(rij, kandidaten, waarden_uit) if kandidaten else None
        if kandidaten and gelijk is not None:
            kandidaten.remove(gelijk)
            gebleven.append(gelijk)
        else:
            rest.append((sleutel, regel, rij))
    bezet: dict[Sleutel, set[int]] = defaultdict(set)
    if blad.met_volgnr and rest:
        for rij in (*blijft, *gebleven):
            bezet[sleutel_uit(rij)].add(cast(int, rij[VOLGNR]))
    wissels: list[Wissel] = []
    for sleutel, regel, rij in rest:
        kandidaten = over.get(sleutel)
        vorige = kandidaten.pop(0) if kandidaten else None
        genummerd = _nummer(rij, bezet[sleutel]) if blad.met_volgnr else rij
        wissels.append(Wissel(oud=vorige, nieuw=genummerd, regel=regel))
    wissels += (Wissel(oud=rij, nieuw=None, regel=None) for rijen in over.values() for rij in rijen)
    return gebleven, wissels


def _gelijke(
    rij: Rij, kandidaten: Sequence[Rij], waarden_uit: Callable[[Rij], Sleutel]
) -> Rij | None:
    """A stored row with the same values; of parts preferably one that begins or continues alike."""
    waarden = waarden_uit(rij)
    gelijk = [kandidaat for kandidaat in kandidaten if waarden_uit(kandidaat) == waarden]
    if len(gelijk) > 1:
        gelijk.sort(key=lambda kandidaat: is_vervolg(kandidaat) != is_vervolg(rij))
    return gelijk[0] if gelijk else None


def _waardevelden(blad: Blad) -> Sequence[str]:
    return [veld for veld in blad.velden if veld != VOLGNR]


def _nummer(rij: Rij, gebruikt: set[int]) -> Rij:
    """The part with the first free volgnr of its parity; `gebruikt` are those of its key."""
    eigen = nummer = cast(int, rij[VOLGNR])
    while nummer in gebruikt:
        nummer += 2
    gebruikt.add(nummer)
    return rij if nummer == eigen else {**rij, VOLGNR: nummer}
