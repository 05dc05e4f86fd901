"""Spreading an amount over time: the only place that does, for hours and for euros alike.

Amounts are whole numbers (hundredths of an hour, or cents) and are never lost or made: the parts
add up to the amount exactly (rekenmodel section 2). Windows are days, ends included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from sturing.domain.tijd import Maand
from sturing.engine.kalender import werkdagen
from sturing.errors import InvariantError


def grootste_rest(hoeveelheid: int, gewichten: Sequence[int]) -> list[int]:
    """Divide `hoeveelheid` by weight, largest remainder; ties go to the earlier weight.

    Without any weight the first part gets everything. Raises InvariantError for a negative
    amount, a negative weight, or an amount without parts.
    """
    if hoeveelheid < 0 or not gewichten or min(gewichten) < 0:
        raise InvariantError("Een hoeveelheid is niet te verdelen.", f"{hoeveelheid}")
    totaal = sum(gewichten)
    if totaal == 0:
        return [hoeveelheid] + [0] * (len(gewichten) - 1)
    producten = [hoeveelheid * gewicht for gewicht in gewichten]
    delen = [product // totaal for product in producten]
    over = hoeveelheid - sum(delen)
    if over:
        resten = sorted((-(product % totaal), nummer) for nummer, product in enumerate(producten))
        for _, nummer in resten[:over]:
            delen[nummer] += 1
    return delen


@lru_cache(maxsize=4096)
def _jaardelen(van: date, tot: date) -> tuple[tuple[date, date, int], ...]:
    """The window cut at year ends: first day, last day, working days of each part."""
    if tot < van:
        raise InvariantError("Een periode eindigt voor zij begint.", f"{van} tot {tot}")
    delen = []
    for jaar in range(van.year, tot.year + 1):
        begin = max(van, date(jaar, 1, 1))
        einde = min(tot, date(jaar, 12, 31))
        delen.append((begin, einde, werkdagen(begin, einde)))
    return tuple(delen)


@lru_cache(maxsize=4096)
def _maanddelen(van: date, tot: date) -> tuple[tuple[Maand, ...], tuple[int, ...]]:
    """The months of a window inside one year, and their working days inside the window."""
    maanden = tuple(Maand.van_dag(van).tot_en_met(Maand.van_dag(tot)))
    dagen = tuple(
        werkdagen(max(van, maand.eerste_dag), min(tot, maand.laatste_dag)) for maand in maanden
    )
    return maanden, dagen


def knip_per_jaar(hoeveelheid: int, van: date, tot: date) -> list[tuple[date, date, int]]:
    """The parts of one row to store, one per calendar year: first day, last day, amount.

    By working days, largest remainder, ties to the earlier year. A window without any working day
    (only a shift can make one) gives everything to its first year.
    """
    delen = _jaardelen(van, tot)
    if len(delen) == 1 and hoeveelheid >= 0:  # most rows: nothing to divide
        return [(van, tot, hoeveelheid)]
    bedragen = grootste_rest(hoeveelheid, [dagen for _, _, dagen in delen])
    return [
        (begin, einde, bedrag) for (begin, einde, _), bedrag in zip(delen, bedragen, strict=True)
    ]


def spreid_jaren(hoeveelheid: int, van: date, tot: date) -> dict[int, int]:
    """The amount per calendar year of the window."""
    return {begin.year: deel for begin, _, deel in knip_per_jaar(hoeveelheid, van, tot)}


def spreid(hoeveelheid: int, van: date, tot: date) -> dict[Maand, int]:
    """The amount per month: over the years first, then within each year over its months.

    Ties go to the earlier year and month, so a row cut at a year end gives the same months.
    """
    return dict(spreid_maanden(hoeveelheid, van, tot))


def spreid_maanden(hoeveelheid: int, van: date, tot: date) -> Iterator[tuple[Maand, int]]:
    """`spreid` month by month, in order."""
    yield from zip(maanden_van(van, tot), maandbedragen(hoeveelheid, van, tot), strict=True)


def maanden_van(van: date, tot: date) -> list[Maand]:
    """The months of a window in order: those of `maandbedragen`."""
    return [
        maand for begin, einde, _ in _jaardelen(van, tot) for maand in _maanddelen(begin, einde)[0]
    ]


def maandbedragen(hoeveelheid: int, van: date, tot: date) -> list[int]:
    """The amounts of `spreid` without their months, for who spreads many over one window."""
    delen = _jaardelen(van, tot)
    if len(delen) == 1:
        return grootste_rest(hoeveelheid, _maanddelen(van, tot)[1])
    bedragen = grootste_rest(hoeveelheid, [dagen for _, _, dagen in delen])
    return [
        stuk
        for (begin, einde, _), bedrag in zip(delen, bedragen, strict=True)
        for stuk in grootste_rest(bedrag, _maanddelen(begin, einde)[1])
    ]


def voeg_samen(delen: Iterable[tuple[date, date, int]]) -> list[tuple[date, date, int]]:
    """Join stored parts to the rows a person gave: the inverse of `knip_per_jaar`.

    Parts that meet at a year end are one row when cutting the whole gives exactly these parts
    back; other parts stay rows of their own. Sorted by window.
    """
    rijen: list[tuple[date, date, int]] = []
    over = sorted(delen)
    while over:
        keten = [over.pop(0)]
        keten += _vervolg(keten, over)
        for deel in keten[1:]:
            over.remove(deel)
        rijen.append((keten[0][0], keten[-1][1], sum(deel for _, _, deel in keten)))
    return rijen


def _vervolg(
    keten: list[tuple[date, date, int]], over: list[tuple[date, date, int]]
) -> list[tuple[date, date, int]]:
    """The longest run of parts that follow `keten` and belong to one row with it."""
    eind = keten[-1][1]
    if (eind.month, eind.day) != (12, 31):
        return []
    begin = date(eind.year + 1, 1, 1)
    beste: list[tuple[date, date, int]] = []
    for kandidaat in dict.fromkeys(deel for deel in over if deel[0] == begin):
        geheel = [*keten, kandidaat]
        vervolg = [kandidaat, *_vervolg(geheel, over)]
        if len(vervolg) == 1:
            som = sum(deel for _, _, deel in geheel)
            if knip_per_jaar(som, geheel[0][0], kandidaat[1]) != geheel:
                continue
        if len(vervolg) > len(beste):
            beste = vervolg
    return beste
