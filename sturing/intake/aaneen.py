"""Rows with a window: cut into stored parts per calendar year, and joined again for a reader.

Owns: which parts are one row. A part carries in `volgnr` whether it continues the row of the
year before (schema.VOLGNR), so that two rows that a person gave apart stay two rows. Hours are cut
by the engine's spreading rule alone. Units: hundredths of an hour, days with both ends included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import cast

from sturing.domain.levering import Rij, Waarde
from sturing.engine.kalender import werkdagen
from sturing.engine.spreiding import knip_per_jaar
from sturing.intake.schema import VOLGNR

EIGEN = 1
"""volgnr of a part that begins a row; the next ones are 3, 5, ..."""
VERVOLG = 2
"""volgnr of a part that continues the row of the year before; the next ones are 4, 6, ..."""

UREN = "uren_honderdste"

_ZELFDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Inzet": ("opdracht", "team"),
        "Capaciteit": ("team", "soort", "fte"),
        "Teamrollen": ("medewerker", "team", "rol", "aandeel_pct"),
    }
)
"""Fields that all parts of one row share."""


def is_vervolg(rij: Rij) -> bool:
    """Does this stored part continue the row of the year before?"""
    nummer = rij.get(VOLGNR)
    return isinstance(nummer, int) and nummer > 0 and nummer % 2 == 0


def knip(blad: str, rij: Rij) -> list[dict[str, Waarde]]:
    """The parts of one row to store, one per calendar year, each with a volgnr.

    Capaciteit and Teamrollen keep fte and share; Inzet divides its hours. An open window (a
    teamrol without van or tot) is stored whole.
    """
    van, tot = rij.get("van"), rij.get("tot")
    if not isinstance(van, date) or not isinstance(tot, date) or van.year == tot.year:
        return [{**rij, VOLGNR: EIGEN}]
    if blad == "Inzet":
        delen = knip_per_jaar(cast(int, rij[UREN]), van, tot)
    else:
        delen = [
            (max(van, date(jaar, 1, 1)), min(tot, date(jaar, 12, 31)), 0)
            for jaar in range(van.year, tot.year + 1)
        ]
    return [
        {
            **rij,
            "van": begin,
            "tot": einde,
            **({UREN: deel} if blad == "Inzet" else {}),
            VOLGNR: VERVOLG if nummer else EIGEN,
        }
        for nummer, (begin, einde, deel) in enumerate(delen)
    ]


def ketens(blad: str, rijen: Iterable[Rij]) -> list[tuple[Rij, ...]]:
    """The stored parts grouped per row as a person gave it, in the order of their first part.

    Sheets without parts give every row by itself. A part whose row of the year before was replaced
    since is a row of its own; so is an Inzet part when the spreading rule would not give it.
    """
    if blad not in _ZELFDE:
        return [(rij,) for rij in rijen]
    lijst = list(rijen)
    vervolgen: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for nummer, rij in enumerate(lijst):
        if is_vervolg(rij):
            vervolgen[(*_groep(blad, rij), rij["van"])].append(nummer)
    if not vervolgen:
        return [(rij,) for rij in lijst]
    for kandidaten in vervolgen.values():
        kandidaten.sort(key=lambda nummer: cast(int, lijst[nummer][VOLGNR]))
    gevonden = _gretig(blad, lijst, vervolgen, {})
    if blad == "Inzet" and any(is_vervolg(lijst[begin]) for begin in gevonden):
        gevonden = _herschikt(blad, lijst, vervolgen, gevonden)
    return [tuple(lijst[deel] for deel in gevonden[begin]) for begin in sorted(gevonden)]


_Vervolgen = Mapping[tuple[object, ...], Sequence[int]]
_Ketens = dict[int, list[int]]
"""First part -> all parts of its row, as numbers in the list of parts."""
_MEESTE_KETENS = 64
_MEESTE_STAPPEN = 2000


def _gretig(blad: str, lijst: Sequence[Rij], vervolgen: _Vervolgen, vast: _Ketens) -> _Ketens:
    """Beside the chains in `vast`, from the earliest part on the longest chain of what is free."""
    gevonden = dict(vast)
    gebruikt = {deel for keten in vast.values() for deel in keten}
    op_begin = sorted(
        range(len(lijst)), key=lambda nummer: (_begin(lijst[nummer]), is_vervolg(lijst[nummer]))
    )
    for nummer in op_begin:
        if nummer not in gebruikt:
            gevonden[nummer] = _langste(blad, lijst, [nummer], vervolgen, gebruikt)
            gebruikt.update(gevonden[nummer])
    return gevonden


def _herschikt(blad: str, lijst: Sequence[Rij], vervolgen: _Vervolgen, gretig: _Ketens) -> _Ketens:
    """The chains again where a part was left over: parts of two rows of one opdracht and team can
    look alike when they have next to no hours, and the first may have taken that of the second."""
    groepen: dict[tuple[object, ...], list[int]] = defaultdict(list)
    over: set[tuple[object, ...]] = set()
    for begin in gretig:
        groep = _groep(blad, lijst[begin])
        if is_vervolg(lijst[begin]):
            over.add(groep)
        else:
            groepen[groep].append(begin)
    vast = {begin: gretig[begin] for g, lid in groepen.items() if g not in over for begin in lid}
    for groep in over:
        vast |= _beste_keuze(
            {begin: _mogelijk(blad, lijst, [begin], vervolgen) for begin in groepen[groep]}
        )
    anders = _gretig(blad, lijst, vervolgen, vast)
    return anders if len(anders) < len(gretig) else gretig


def _mogelijk(
    blad: str, lijst: Sequence[Rij], keten: list[int], vervolgen: _Vervolgen
) -> list[list[int]]:
    """Every row of more than one part that can begin with `keten`, the longest first."""
    uit: list[list[int]] = []
    for langer in _verlengd(blad, lijst, keten, vervolgen):
        uit += _mogelijk(blad, lijst, langer, vervolgen)
        if _past(blad, lijst, langer):
            uit.append(langer)
        if len(uit) >= _MEESTE_KETENS:
            break
    return sorted(uit, key=len, reverse=True)


def _beste_keuze(mogelijk: Mapping[int, Sequence[list[int]]]) -> _Ketens:
    """One chain per first part, or none, so that as many parts as can be stand in a chain."""
    starts = sorted(mogelijk, key=lambda begin: len(mogelijk[begin]))
    haalbaar = len({deel for ketens in mogelijk.values() for k in ketens for deel in k[1:]})
    beste: tuple[int, _Ketens] = (0, {})
    stappen = 0

    def zoek(plek: int, gekozen: _Ketens, gebruikt: frozenset[int]) -> bool:
        nonlocal beste, stappen
        stappen += 1
        if len(gebruikt) > beste[0]:
            beste = (len(gebruikt), dict(gekozen))
        if beste[0] == haalbaar or plek == len(starts) or stappen > _MEESTE_STAPPEN:
            return beste[0] == haalbaar or stappen > _MEESTE_STAPPEN
        begin = starts[plek]
        for keten in mogelijk[begin]:
            if gebruikt.isdisjoint(keten[1:]) and zoek(
                plek + 1, gekozen | {begin: keten}, gebruikt | set(keten[1:])
            ):
                return True
        return zoek(plek + 1, gekozen, gebruikt)

    zoek(0, {}, frozenset())
    return beste[1]


def voeg_aaneen(blad: str, rijen: Iterable[Rij]) -> list[Rij]:
    """The rows of a sheet as a person gave them: parts joined, without volgnr."""
    return [heel(keten) for keten in ketens(blad, rijen)]


def heel(keten: Sequence[Rij]) -> Rij:
    """One row of its parts: the whole window, the sum of the hours, without volgnr."""
    rij = {veld: waarde for veld, waarde in keten[0].items() if veld != VOLGNR}
    if len(keten) > 1:
        rij["tot"] = keten[-1]["tot"]
        if UREN in rij:
            rij[UREN] = sum(cast(int, deel[UREN]) for deel in keten)
    return rij


def _groep(blad: str, rij: Rij) -> tuple[object, ...]:
    return tuple(rij.get(veld) for veld in _ZELFDE[blad])


def _begin(rij: Rij) -> date:
    van = rij.get("van")
    return van if isinstance(van, date) else date.min


def _verlengd(
    blad: str, lijst: Sequence[Rij], keten: list[int], vervolgen: _Vervolgen
) -> Iterator[list[int]]:
    """`keten` with each part of the next year that can belong to the same row."""
    laatste = lijst[keten[-1]]
    tot = laatste.get("tot")
    if isinstance(tot, date) and (tot.month, tot.day) == (12, 31):
        sleutel = (*_groep(blad, laatste), date(tot.year + 1, 1, 1))
        for kandidaat in vervolgen.get(sleutel, ()):
            if _naar_rato(blad, lijst[keten[0]], lijst[kandidaat]):
                yield [*keten, kandidaat]


def _langste(
    blad: str,
    lijst: Sequence[Rij],
    keten: list[int],
    vervolgen: _Vervolgen,
    gebruikt: set[int],
) -> list[int]:
    """`keten` with the longest run of free parts that belong to the same row."""
    beste = keten if len(keten) == 1 or _past(blad, lijst, keten) else []
    for langer in _verlengd(blad, lijst, keten, vervolgen):
        if langer[-1] in gebruikt:
            continue
        kandidaat = _langste(blad, lijst, langer, vervolgen, gebruikt)
        if len(kandidaat) > len(beste):
            beste = kandidaat
            if blad != "Inzet":
                break
    return beste


def _past(blad: str, lijst: Sequence[Rij], keten: Sequence[int]) -> bool:
    """Would cutting the whole row give exactly these parts?"""
    if blad != "Inzet":
        return True
    delen = [
        (cast(date, lijst[n]["van"]), cast(date, lijst[n]["tot"]), cast(int, lijst[n][UREN]))
        for n in keten
    ]
    return knip_per_jaar(sum(uren for _, _, uren in delen), delen[0][0], delen[-1][1]) == delen


def _naar_rato(blad: str, eerste: Rij, volgende: Rij) -> bool:
    """Can two Inzet parts be of one row: hours in proportion to working days, within rounding?

    Every part of the spreading rule lies less than one hundredth from its exact share.
    """
    if blad != "Inzet":
        return True
    dagen, volgende_dagen = _dagen(eerste), _dagen(volgende)
    kruis = cast(int, volgende[UREN]) * dagen - cast(int, eerste[UREN]) * volgende_dagen
    return abs(kruis) <= dagen + volgende_dagen


def _dagen(rij: Rij) -> int:
    return werkdagen(cast(date, rij["van"]), cast(date, rij["tot"]))
