"""A result calculated again after one or a few moves, at the cost of what the moves touch.

The same Vraagstructuur and method, another order: the answer equals a full pass of
engine/verdeling.py to the last unit, always. `strikt`: resources are independent, so only the
columns (team x period, programme x year) that a moved opdracht claims are given out again.
`samenhangend` and `alles of niets` couple teams: from the first touched place down, only where what
is left differs (engine/doorwerking.py); a move that reaches too far falls back to a full pass.
The invariants are checked on every touched resource. Hours in hundredths, euros in cents.
Must never change an array of the result that it starts from.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.engine.doorwerking import Deel, TeVeel, Zet
from sturing.engine.inpassing import alles_of_niets
from sturing.engine.rangorde import Rangorde
from sturing.engine.samenhang import samenhangend
from sturing.engine.verdeling import (
    Geraakt,
    Uitgifte,
    Verdeling,
    controleer_deel,
    geef_uit,
    verdeel,
)
from sturing.engine.vraag import Int, Kolommen, Vraagstructuur, in_volgorde

MAX_VERPLAATST = 8
"""With more moves than this a full pass is made at once."""
RUIMTE = {Methode.SAMENHANGEND: 4, Methode.ALLES_OF_NIETS: 12}
"""At most one in so many opdrachten (times periods in `samenhangend`) is weighed again by itself:
past that a full pass costs less. Found by measuring (benchmarks/verplaatsing.py)."""
MINSTENS = 64


class Herrekening:
    """One order with its result, kept up to date move by move. Mutable, of one calculation only."""

    def __init__(
        self,
        vraag: Vraagstructuur,
        rijen: Int,
        methode: Methode,
        uitgifte: Uitgifte | None = None,
    ) -> None:
        """`uitgifte`: the result of exactly this order and method, when it is known already."""
        self._vraag, self._methode = vraag, methode
        self._orde = Rangorde(rijen)
        self._uit = _eigen(uitgifte or geef_uit(vraag, rijen, methode))
        self.vol_herrekend = 0
        """How many moves fell back to a full pass."""

    def verplaats(self, rij: int, onder: int | None) -> None:
        """Put row `rij` directly under row `onder`; None is the top.

        Raises InvariantError when the result breaks a rule; this object is then of no use any more.
        """
        if self._orde.staat_onder(rij) == onder:
            return
        nieuw = self._orde.nieuwe_rang(rij, onder)
        zet = Zet(rij=rij, oud=int(self._orde.rang[rij]), nieuw=nieuw, rang=self._orde.rang)
        if self._methode is Methode.STRIKT:
            self._orde.zet(rij, onder, nieuw)
            herreken_kolommen(self._vraag, self._uit, self._orde.rang, np.array([rij]))
            return
        try:
            deel = self._gekoppeld(zet)
        except TeVeel:
            self._orde.zet(rij, onder, nieuw)
            self.vol_herrekend += 1
            self._uit = _eigen(geef_uit(self._vraag, self._orde.rijen(), self._methode))
            return
        self._orde.zet(rij, onder, nieuw)
        _leg_vast(self._vraag, self._uit, deel, self._methode)

    def uitgifte(self) -> Uitgifte:
        """The result of the order as it stands now, in arrays of its own."""
        return _eigen(self._uit)

    def rijen(self) -> Int:
        """The row numbers as they stand now, first place first."""
        return self._orde.rijen()

    def _gekoppeld(self, zet: Zet) -> Deel:
        vraag, uit = self._vraag, self._uit
        deel = RUIMTE[self._methode]
        if self._methode is Methode.ALLES_OF_NIETS:
            ruimte = max(MINSTENS, vraag.n // deel)
            return alles_of_niets(vraag, uit.toegekend, uit.budget_toegekend, zet, ruimte)
        eigen = np.arange(vraag.lijn_start[zet.rij], vraag.lijn_start[zet.rij + 1])
        potten = np.unique(vraag.lijn_bron[eigen])
        rang = zet.rang
        if len(potten := potten[potten >= 0]):
            rang = zet.rang.copy()
            rang[zet.rij] = zet.nieuw
        lijnen, cent = _geef_kolommen(
            vraag.potten, vraag.lijn_opdracht, vraag.lijn_gevraagd, vraag.budget, potten, rang
        )
        anders = uit.budget_toegekend[lijnen] != cent
        nieuw = dict(zip(lijnen[anders].tolist(), cent[anders].tolist(), strict=True))
        ruimte = max(MINSTENS, len(vraag.cel_bron) // deel)
        return samenhangend(vraag, uit.toegekend, uit.budget_toegekend, nieuw, zet, ruimte)


def _eigen(uitgifte: Uitgifte) -> Uitgifte:
    return Uitgifte(
        toegekend=uitgifte.toegekend.copy(),
        budget_toegekend=uitgifte.budget_toegekend.copy(),
        over=uitgifte.over.copy(),
        budget_over=uitgifte.budget_over.copy(),
    )


def herreken_kolommen(vraag: Vraagstructuur, uit: Uitgifte, rang: Int, verplaatst: Int) -> None:
    """`strikt`: give out every resource again that a row of `verplaatst` claims, into `uit`.

    `rang` int64[n] ascends down the new order. What is left over of a resource does not depend on
    the order, so `uit.over` stays as it is. Raises InvariantError.
    """
    bronnen = np.unique(vraag.cel_bron[in_volgorde(vraag.start, verplaatst)])
    potten = np.unique(vraag.lijn_bron[in_volgorde(vraag.lijn_start, verplaatst)])
    potten = potten[potten >= 0]
    cellen, uren = _geef_kolommen(
        vraag.kolommen, vraag.cel_opdracht, vraag.cel_gevraagd, vraag.aanbod, bronnen, rang
    )
    lijnen, cent = _geef_kolommen(
        vraag.potten, vraag.lijn_opdracht, vraag.lijn_gevraagd, vraag.budget, potten, rang
    )
    uit.toegekend[cellen] = uren
    uit.budget_toegekend[lijnen] = cent
    geraakt = Geraakt(bronnen=bronnen, potten=potten, rijen=verplaatst)
    controleer_deel(vraag, uit, Methode.STRIKT, geraakt)


def _geef_kolommen(
    kolommen: Kolommen, eigenaar: Int, gevraagd: Int, aanbod: Int, bronnen: Int, rang: Int
) -> tuple[Int, Int]:
    """The cells of the resources `bronnen`, and min(asked, left) for each, down the order."""
    if not len(bronnen):
        return bronnen, bronnen
    nummers, kolom = kolommen.van(bronnen)
    orde = np.lexsort((rang[eigenaar[nummers]], kolom))
    nummers = nummers[orde]  # the columns stay where they are, so `kolom` still fits
    vraagt = gevraagd[nummers]
    voor = np.cumsum(vraagt) - vraagt
    lengtes = kolommen.start[bronnen + 1] - kolommen.start[bronnen]
    eerste = np.cumsum(lengtes) - lengtes
    voor -= voor[eerste[kolom]]
    return nummers, np.clip(aanbod[bronnen][kolom] - voor, 0, vraagt)


def _leg_vast(vraag: Vraagstructuur, uit: Uitgifte, deel: Deel, methode: Methode) -> None:
    """Write what a coupled move changes into `uit`, and check every resource that it touches."""
    cellen, lijnen = _nummers(deel.uren), _nummers(deel.cent)
    uit.toegekend[cellen] = np.fromiter(deel.uren.values(), dtype=np.int64, count=len(cellen))
    uit.budget_toegekend[lijnen] = np.fromiter(
        deel.cent.values(), dtype=np.int64, count=len(lijnen)
    )
    for bron, erbij in deel.over.items():
        uit.over[bron] += erbij
    for pot, erbij in deel.budget_over.items():
        uit.budget_over[pot] += erbij
    potten = np.unique(vraag.lijn_bron[lijnen])
    geraakt = Geraakt(
        bronnen=np.unique(vraag.cel_bron[cellen]),
        potten=potten[potten >= 0],
        rijen=np.unique(np.concatenate([vraag.cel_opdracht[cellen], vraag.lijn_opdracht[lijnen]])),
    )
    controleer_deel(vraag, uit, methode, geraakt)


def _nummers(deel: dict[int, int]) -> Int:
    return np.fromiter(deel, dtype=np.int64, count=len(deel))


def herverdeel(vorige: Verdeling, volgorde: Sequence[OpdrachtCode]) -> Verdeling:
    """What `verdeel` gives for this order on the model and method of `vorige`, bit for bit.

    Cheaper than `verdeel` when few opdrachten moved; the same price when many did. Raises
    InvariantError as `verdeel` does.
    """
    model, vraag, methode = vorige.model, vorige.model.vraag, vorige.methode
    vragers = tuple(code for code in volgorde if code in model.index)
    if vragers == vorige.volgorde:
        return vorige
    if len(vragers) != vraag.n or len(set(vragers)) != vraag.n:
        return verdeel(model, volgorde, methode)  # which tells what is wrong with it
    verplaatst = _verplaatst(vorige.volgorde, vragers)
    if len(verplaatst) > MAX_VERPLAATST:
        return verdeel(model, volgorde, methode)
    rijen = np.fromiter((model.index[code] for code in vragers), dtype=np.int64, count=vraag.n)
    plaats = np.empty(vraag.n, dtype=np.int64)
    plaats[rijen] = np.arange(1, vraag.n + 1)
    oud = Uitgifte(
        toegekend=vorige.toegekend,
        budget_toegekend=vorige.budget_toegekend,
        over=vorige.over,
        budget_over=vorige.budget_over,
    )
    if methode is Methode.STRIKT:
        uit = _eigen(oud)
        rijen_verplaatst = np.array([model.index[vragers[p]] for p in verplaatst], dtype=np.int64)
        herreken_kolommen(vraag, uit, plaats, rijen_verplaatst)
    else:
        lopend = Herrekening(vraag, np.argsort(vorige.plaats), methode, oud)
        for plek in verplaatst:  # from the top down, each under the one that it now stands under
            onder = model.index[vragers[plek - 1]] if plek else None
            lopend.verplaats(model.index[vragers[plek]], onder)
        uit = lopend.uitgifte()
    return replace(
        vorige,
        volgorde=vragers,
        plaats=plaats,
        toegekend=uit.toegekend,
        budget_toegekend=uit.budget_toegekend,
        over=uit.over,
        budget_over=uit.budget_over,
    )


def _verplaatst(oud: Sequence[OpdrachtCode], nieuw: Sequence[OpdrachtCode]) -> list[int]:
    """Positions in `nieuw` of the fewest opdrachten whose move explains the new order, ascending.

    All others keep the order among each other: the longest ascending row of their old positions.
    """
    begin, einde = 0, len(oud)
    while begin < einde and oud[begin] == nieuw[begin]:
        begin += 1
    while einde > begin and oud[einde - 1] == nieuw[einde - 1]:
        einde -= 1
    if oud[begin + 1 : einde] == nieuw[begin : einde - 1]:  # the first of them went down
        return [einde - 1] if einde > begin else []
    if oud[begin : einde - 1] == nieuw[begin + 1 : einde]:  # the last of them went up
        return [begin]
    stond = {code: plek for plek, code in enumerate(oud[begin:einde])}
    waar = [stond[code] for code in nieuw[begin:einde]]
    staarten: list[int] = []
    lengtes: list[int] = []
    for plek in waar:
        lengte = bisect_left(staarten, plek)
        staarten[lengte : lengte + 1] = [plek]
        lengtes.append(lengte)
    verzet, zoekt, grens = [], len(staarten) - 1, len(waar)
    for positie in range(len(waar) - 1, -1, -1):
        if lengtes[positie] == zoekt and waar[positie] < grens:
            grens, zoekt = waar[positie], zoekt - 1
        else:
            verzet.append(begin + positie)
    return verzet[::-1]
