"""Swaps in `samenhangend` and `alles of niets`: sets of up to three, each calculated anew.

Parking one there may help by a detour (what it frees goes to another, who then leaves something
else), so nothing short of recalculation tells. What can decide nothing is left out first: resources
of which those above and the opdracht together ask no more than there is. In `samenhangend` every
month is a part by itself, for hours of one month never touch another and euros do not depend on
hours; a set that fails in one month is not tried in the next. Pairs and triples are drawn from all
that are left while there are at most MAX_SETS of them; beyond that only from those that ask of a
resource that falls short. Exact integers; hours hundredths, euros cents.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from math import comb

from sturing.domain.keuzes import Methode
from sturing.engine.uitleg_proefdeel import Bronnen, Proefdeel
from sturing.engine.uitleg_zicht import Zicht
from sturing.engine.vraag import Int

MAX_UIT = 3
"""Most opdrachten in a swap in these methods (rekenmodel section 7)."""

MAX_SETS = 12_000
"""Most sets of one size that are drawn from everything that could matter."""

_BREEDTE = 4_096
"""Sets that are calculated side by side."""

Keuze = tuple[int, ...]


def kleinste_proef(zicht: Zicht, mag: Int, toegekend: Int) -> Keuze | None:
    """Rows of the model to park; None when no set of up to three does it.

    `mag` int64: the rows that may be parked, in order; `toegekend` int64[n]: hundredths granted.
    """
    delen, direct = _opdelen(zicht)
    plaats = zicht.verdeling.plaats
    kandidaten = [rij for rij in mag.tolist() if any(rij in deel.doet_mee for deel in delen)]

    def sleutel(keuze: Keuze) -> tuple[int, list[int]]:
        return int(toegekend[list(keuze)].sum()), sorted(-int(plaats[rij]) for rij in keuze)

    for grootte in range(1, MAX_UIT + 1):
        uit = kandidaten
        if comb(len(uit), grootte) > MAX_SETS:
            uit = [rij for rij in kandidaten if rij in direct]
        passend = (keuze for sets in _porties(uit, grootte) for keuze in _passende(delen, sets))
        beste = min(passend, key=sleutel, default=None)
        if beste is not None:
            return beste
    return None


def _porties(rijen: list[int], grootte: int) -> Iterator[list[Keuze]]:
    alle = combinations(rijen, grootte)
    while deel := list(islice(alle, _BREEDTE)):
        yield deel


def _passende(delen: list[Proefdeel], sets: list[Keuze]) -> list[Keuze]:
    """The sets with which the opdracht fits in every part."""
    for deel in delen:
        if not sets:
            break
        # What does not take part changes nothing here: alike sets are calculated once.
        hier = [tuple(rij for rij in keuze if rij in deel.doet_mee) for keuze in sets]
        eigen = list(dict.fromkeys(hier))
        past = dict(zip(eigen, deel.past(eigen).tolist(), strict=True))
        sets = [keuze for keuze, zo in zip(sets, hier, strict=True) if past[zo]]
    return sets


def _opdelen(zicht: Zicht) -> tuple[list[Proefdeel], set[int]]:
    """The parts, the one most short first, and the rows that ask of what falls short."""
    model = zicht.verdeling.model
    vraag = model.vraag
    bronnen = Bronnen(
        aanbod=[*vraag.aanbod.tolist(), *vraag.budget.tolist()],
        uren=len(vraag.aanbod),
        periodes=vraag.periodes,
        maandjaar=[maand.jaar for maand in model.maanden],
        potjaar=[jaar for _, jaar in model.budgetten],
    )
    boven = {rij: _vraag_van(zicht, rij) for rij in zicht.boven.tolist()}
    eigen = _vraag_van(zicht, zicht.nummer)
    som = dict.fromkeys(range(len(bronnen.aanbod)), 0)
    for asks in (*boven.values(), eigen):
        for bron, deel in asks.items():
            som[bron] += deel
    krap = {bron for bron, totaal in som.items() if totaal > bronnen.aanbod[bron]}
    over = [*zicht.over.tolist(), *zicht.pot_over.tolist()]
    knelt = {bron for bron, deel in eigen.items() if over[bron] < deel}
    direct = {rij for rij, asks in boven.items() if knelt & asks.keys()}
    if zicht.verdeling.methode is not Methode.SAMENHANGEND:
        return [Proefdeel(bronnen, krap, boven, eigen, samenhangend=False)], direct
    potten = {bron for bron in krap if not bronnen.is_uren(bron)}
    maanden = {bronnen.maand(bron) for bron in eigen.keys() & krap - potten}
    groepen = [potten] + [
        {bron for bron in krap - potten if bronnen.maand(bron) == maand}
        | {bron for bron in potten if bronnen.potjaar[bron - bronnen.uren] == jaar}
        for maand, jaar in ((maand, bronnen.maandjaar[maand]) for maand in sorted(maanden))
    ]
    groepen.sort(key=lambda groep: -sum(eigen[bron] - over[bron] for bron in groep & knelt))
    return [
        Proefdeel(bronnen, groep, boven, eigen, samenhangend=True) for groep in groepen if groep
    ], direct


def _vraag_van(zicht: Zicht, rij: int) -> dict[int, int]:
    """What a row asks: of resources of hours by number, of limited euros numbered after them."""
    vraag = zicht.verdeling.model.vraag
    cellen = slice(vraag.start[rij], vraag.start[rij + 1])
    lijnen = slice(vraag.lijn_start[rij], vraag.lijn_start[rij + 1])
    asks = dict(
        zip(vraag.cel_bron[cellen].tolist(), vraag.cel_gevraagd[cellen].tolist(), strict=True)
    )
    for pot, cent in zip(
        vraag.lijn_bron[lijnen].tolist(), vraag.lijn_gevraagd[lijnen].tolist(), strict=True
    ):
        if pot >= 0:
            asks[len(vraag.aanbod) + pot] = cent
    return asks
