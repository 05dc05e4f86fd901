"""One move under `alles of niets`: who comes in, who falls out (rekenmodel section 4).

Follows the walk of engine/doorwerking.py over the whole horizon, hours and euros together. Hours in
hundredths, euros in cents. Must never change what it is given, and never give another answer than
engine/verdeling.py.
"""

from __future__ import annotations

from collections.abc import Callable

from sturing.engine.doorwerking import Bronnen, Deel, Loop, Zet, met_ruimte, verreken
from sturing.engine.vraag import Int, Vraagstructuur


def alles_of_niets(vraag: Vraagstructuur, uren: Int, cent: Int, zet: Zet, ruimte: int) -> Deel:
    """The move under `alles of niets`: which opdrachten come in or fall out, from the top down.

    Resources of euros are numbered after those of hours. Raises TeVeel after weighing `ruimte`
    opdrachten.
    """
    deel = Deel()
    eerste_pot = len(vraag.aanbod)
    uurbronnen = Bronnen(vraag.kolommen, vraag.cel_opdracht, uren, vraag.aanbod, zet.rang)
    potten = Bronnen(vraag.potten, vraag.lijn_opdracht, cent, vraag.budget, zet.rang)
    anders: dict[int, int] = {}

    def over(bron: int, rang: int) -> int:
        if bron < eerste_pot:
            return uurbronnen.over(bron, rang)
        return potten.over(bron - eerste_pot, rang)

    def volgende(bron: int, rang: int) -> tuple[int, int] | None:
        if bron < eerste_pot:
            return uurbronnen.volgende(bron, rang)
        return potten.volgende(bron - eerste_pot, rang)

    loop = Loop(met_ruimte(ruimte))
    loop.zet((zet.oud, zet.rij))
    loop.zet((zet.nieuw, zet.rij))
    while (gebeurt := loop.neem()) is not None:
        rang, rij = gebeurt
        vragen = _vragen(vraag, rij, eerste_pot)
        kreeg = _kreeg(vraag, uren, cent, rij)
        if rang == zet.oud:
            voor, na = kreeg, False
        elif rang == zet.nieuw:
            voor = False
            na = all(over(b, rang) + anders.get(b, 0) >= v for b, v in vragen)
            if na != kreeg:
                _zet_rij(vraag, deel, rij, na)
        else:
            voor, na = kreeg, _past(vragen, kreeg, anders, rang, over)
            if na != kreeg:
                _zet_rij(vraag, deel, rij, na)
        if voor != na:
            for bron, vraagt in vragen:
                verreken(anders, bron, vraagt if voor else -vraagt)
        for bron, _ in vragen:
            if bron in anders:
                loop.zet(volgende(bron, rang))
    for bron, erbij in anders.items():
        if bron < eerste_pot:
            deel.over[bron] = erbij
        else:
            deel.budget_over[bron - eerste_pot] = erbij
    return deel


def _past(
    vragen: list[tuple[int, int]],
    kreeg: bool,
    anders: dict[int, int],
    rang: int,
    over: Callable[[int, int], int],
) -> bool:
    """Does it fit now? What did not change on its resources is not weighed again."""
    andere = [(bron, vraagt, anders[bron]) for bron, vraagt in vragen if bron in anders]
    if kreeg:
        return all(
            erbij > 0 or over(bron, rang) + erbij >= vraagt for bron, vraagt, erbij in andere
        )
    if all(erbij < 0 for *_, erbij in andere):
        return False
    return all(over(bron, rang) + erbij >= vraagt for bron, vraagt, erbij in andere) and all(
        over(bron, rang) >= vraagt for bron, vraagt in vragen if bron not in anders
    )


def _vragen(vraag: Vraagstructuur, rij: int, eerste_pot: int) -> list[tuple[int, int]]:
    """(resource, asked) of the row, hours and limited euros."""
    deel = slice(vraag.start[rij], vraag.start[rij + 1])
    vragen = list(
        zip(vraag.cel_bron[deel].tolist(), vraag.cel_gevraagd[deel].tolist(), strict=True)
    )
    lijnen = slice(vraag.lijn_start[rij], vraag.lijn_start[rij + 1])
    pot, cent = vraag.lijn_bron[lijnen].tolist(), vraag.lijn_gevraagd[lijnen].tolist()
    return vragen + [(eerste_pot + p, c) for p, c in zip(pot, cent, strict=True) if p >= 0]


def _kreeg(vraag: Vraagstructuur, uren: Int, cent: Int, rij: int) -> bool:
    """Did the row get what it asks? Every cell and line asks something."""
    cel, lijn = vraag.start[rij], vraag.lijn_start[rij]
    if cel < vraag.start[rij + 1]:
        return bool(uren[cel] > 0)
    return bool(lijn < vraag.lijn_start[rij + 1] and cent[lijn] > 0)


def _zet_rij(vraag: Vraagstructuur, deel: Deel, rij: int, krijgt: bool) -> None:
    for cel in range(int(vraag.start[rij]), int(vraag.start[rij + 1])):
        deel.uren[cel] = int(vraag.cel_gevraagd[cel]) if krijgt else 0
    for lijn in range(int(vraag.lijn_start[rij]), int(vraag.lijn_start[rij + 1])):
        deel.cent[lijn] = int(vraag.lijn_gevraagd[lijn]) if krijgt else 0
