"""The allocation: who gets what, going down the order (rekenmodel section 4).

Three methods over the same arrays, hours in hundredths and euros in cents, exact integers. Every
result is checked against the invariants before anyone sees it; a breach raises InvariantError.
Must never know why the order is what it is, nor what a key or a dimension is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.engine.model import Model
from sturing.engine.vraag import Int, Vraagstructuur, in_volgorde, som_per
from sturing.errors import InvariantError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Uitgifte:
    """What the core gave: int64 per cell, per budget line, and what is left per resource."""

    toegekend: Int
    budget_toegekend: Int
    over: Int
    budget_over: Int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Verdeling:
    """The result of one order and method.

    `volgorde` holds the claiming opdrachten, first place first. `plaats` int64[n]: place (1 is the
    first) of every opdracht of the model. `toegekend` int64[cells] beside model.vraag.cel_gevraagd,
    `budget_toegekend` int64[lines] beside model.budgetlijnen; `over` int64[teams * months] and
    `budget_over` int64[budgetten] are what nobody got.
    """

    model: Model
    methode: Methode
    volgorde: tuple[OpdrachtCode, ...]
    plaats: Int
    toegekend: Int
    budget_toegekend: Int
    over: Int
    budget_over: Int


def verdeel(model: Model, volgorde: Sequence[OpdrachtCode], methode: Methode) -> Verdeling:
    """Give out hours and euros down `volgorde` (all opdrachten, or the claiming ones).

    Raises InvariantError when a claiming opdracht is missing from the order or stands in it twice,
    or when the result breaks a rule of the calculation model.
    """
    index = model.index
    vragers = tuple(code for code in volgorde if code in index)
    rijen = np.fromiter((index[code] for code in vragers), dtype=np.int64, count=len(vragers))
    if len(set(vragers)) != len(vragers) or len(vragers) != model.vraag.n:
        raise InvariantError("De volgorde noemt niet elke vragende opdracht precies een keer.")
    uitgifte = geef_uit(model.vraag, rijen, methode)
    plaats = np.empty(len(rijen), dtype=np.int64)
    plaats[rijen] = np.arange(1, len(rijen) + 1)
    return Verdeling(
        model=model,
        methode=methode,
        volgorde=vragers,
        plaats=plaats,
        toegekend=uitgifte.toegekend,
        budget_toegekend=uitgifte.budget_toegekend,
        over=uitgifte.over,
        budget_over=uitgifte.budget_over,
    )


def geef_uit(vraag: Vraagstructuur, rijen: Int, methode: Methode) -> Uitgifte:
    """The core: `rijen` are the row numbers of all opdrachten in order, first place first."""
    if methode is Methode.STRIKT:
        toegekend, budget = _strikt(vraag, rijen)
    elif methode is Methode.SAMENHANGEND:
        toegekend, budget = _samenhangend(vraag, rijen)
    else:
        toegekend, budget = _alles_of_niets(vraag, rijen)
    over = vraag.aanbod - som_per(vraag.cel_bron, toegekend, len(vraag.aanbod))
    gegrensd = vraag.lijn_bron >= 0
    budget_over = vraag.budget - som_per(
        vraag.lijn_bron[gegrensd], budget[gegrensd], len(vraag.budget)
    )
    uitgifte = Uitgifte(
        toegekend=toegekend, budget_toegekend=budget, over=over, budget_over=budget_over
    )
    controleer(vraag, uitgifte, methode)
    return uitgifte


def _los(start: Int, bron: Int, gevraagd: Int, aanbod: Int, rijen: Int) -> Int:
    """Each resource by itself gives min(asked, left), down the order. One pass, vectorised."""
    cellen = in_volgorde(start, rijen)
    sleutel = bron[cellen]
    if len(aanbod) <= np.iinfo(np.uint16).max:  # 16 bits are sorted by counting
        sleutel = sleutel.astype(np.uint16)
    cellen = cellen[np.argsort(sleutel, kind="stable")]
    vraag, waar = gevraagd[cellen], bron[cellen]
    voor = np.cumsum(vraag) - vraag
    eerste = np.flatnonzero(np.diff(waar, prepend=-1))
    voor -= np.repeat(voor[eerste], np.diff(eerste, append=len(cellen)))
    uit = np.empty_like(gevraagd)
    uit[cellen] = np.clip(aanbod[waar] - voor, 0, vraag)
    return uit


def _budget_los(vraag: Vraagstructuur, rijen: Int) -> Int:
    """Euros get min(asked, left) in order; without a limit what they ask."""
    cent: Int = vraag.lijn_gevraagd.copy()
    if not len(vraag.budget):
        return cent
    gegrensd = np.flatnonzero(vraag.lijn_bron >= 0)
    start = np.searchsorted(gegrensd, vraag.lijn_start).astype(np.int64)
    cent[gegrensd] = _los(
        start, vraag.lijn_bron[gegrensd], vraag.lijn_gevraagd[gegrensd], vraag.budget, rijen
    )
    return cent


def _strikt(vraag: Vraagstructuur, rijen: Int) -> tuple[Int, Int]:
    uren = _los(vraag.start, vraag.cel_bron, vraag.cel_gevraagd, vraag.aanbod, rijen)
    return uren, _budget_los(vraag, rijen)


def _samenhangend(vraag: Vraagstructuur, rijen: Int) -> tuple[Int, Int]:
    """Per opdracht and period one fraction for all its teams and the euros of the year.

    Euros are committed in full, min(asked, left), before the hours: the ratio left/asked is the
    one from before this opdracht.
    """
    over: list[int] = vraag.aanbod.tolist()
    geld: list[int] = vraag.budget.tolist()
    uren = vraag.cel_gevraagd.tolist()
    cent = vraag.lijn_gevraagd.tolist()
    lijn_bron, lijn_start = vraag.lijn_bron.tolist(), vraag.lijn_start.tolist()
    for rij in rijen.tolist():
        krap_geld: dict[int, tuple[int, int]] = {}
        for lijn in range(lijn_start[rij], lijn_start[rij + 1]):
            pot = lijn_bron[lijn]
            if pot < 0:
                continue
            vraagt, rest = cent[lijn], geld[pot]
            if rest < vraagt:
                krap_geld.update(dict.fromkeys(vraag.lijn_periodes[lijn], (rest, vraagt)))
                cent[lijn] = rest
            geld[pot] = rest - cent[lijn]
        for periode, cellen in vraag.groepen[rij]:
            links, gevraagd = krap_geld.get(periode, (1, 1))
            for _, bron, vraagt in cellen:
                rest = over[bron]
                if rest < vraagt and rest * gevraagd < links * vraagt:
                    links, gevraagd = rest, vraagt
            if links >= gevraagd:
                for _, bron, vraagt in cellen:
                    over[bron] -= vraagt
                continue
            for cel, bron, vraagt in cellen:
                geeft = vraagt * links // gevraagd
                uren[cel] = geeft
                over[bron] -= geeft
    return np.array(uren, dtype=np.int64), np.array(cent, dtype=np.int64)


def _alles_of_niets(vraag: Vraagstructuur, rijen: Int) -> tuple[Int, Int]:
    """All that an opdracht asks over the whole horizon, hours and euros, or nothing."""
    over, geld = vraag.aanbod.copy(), vraag.budget.copy()
    uren, cent = vraag.cel_gevraagd.copy(), vraag.lijn_gevraagd.copy()
    start, lijn_start = vraag.start.tolist(), vraag.lijn_start.tolist()
    lijn_bron = vraag.lijn_bron.tolist()
    for rij in rijen.tolist():
        deel = slice(start[rij], start[rij + 1])
        lijnen = range(lijn_start[rij], lijn_start[rij + 1])
        bron, vraagt = vraag.cel_bron[deel], vraag.cel_gevraagd[deel]
        gegrensd = [lijn for lijn in lijnen if lijn_bron[lijn] >= 0]
        past = bool((over[bron] >= vraagt).all()) and all(
            geld[lijn_bron[lijn]] >= cent[lijn] for lijn in gegrensd
        )
        if not past:
            uren[deel] = 0
            cent[lijnen.start : lijnen.stop] = 0
            continue
        over[bron] -= vraagt
        for lijn in gegrensd:
            geld[lijn_bron[lijn]] -= cent[lijn]
    return uren, cent


def controleer(vraag: Vraagstructuur, uitgifte: Uitgifte, methode: Methode) -> None:
    """Check the invariants of section 4 that hold for one result; raises InvariantError."""
    uren, cent = uitgifte.toegekend, uitgifte.budget_toegekend
    tekort, tekort_cent = vraag.cel_gevraagd - uren, vraag.lijn_gevraagd - cent
    _eis(bool((uren >= 0).all() and (cent >= 0).all()), "toegekend is nergens onder nul")
    _eis(
        bool((tekort >= 0).all() and (tekort_cent >= 0).all()),
        "toegekend is nergens meer dan gevraagd",
    )
    _eis(
        bool((uitgifte.over >= 0).all() and (uitgifte.budget_over >= 0).all()),
        "geen team of programma geeft meer dan het heeft",
    )
    if methode is Methode.STRIKT:
        krap = vraag.lijn_bron[tekort_cent > 0]
        _eis(
            bool((uitgifte.over[vraag.cel_bron[tekort > 0]] == 0).all())
            and bool((krap >= 0).all())
            and bool((uitgifte.budget_over[krap] == 0).all()),
            "er blijft niets over waar nog vraag is",
        )
    if methode is Methode.ALLES_OF_NIETS:
        deels = np.zeros(vraag.n, dtype=bool)
        iets = np.zeros(vraag.n, dtype=bool)
        deels[vraag.cel_opdracht[tekort > 0]] = True
        deels[vraag.lijn_opdracht[tekort_cent > 0]] = True
        iets[vraag.cel_opdracht[uren > 0]] = True
        iets[vraag.lijn_opdracht[cent > 0]] = True
        _eis(not bool((deels & iets).any()), "een opdracht krijgt alles of niets")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Geraakt:
    """What a recalculation touched: resources of hours and of euros, and rows (opdrachten)."""

    bronnen: Int
    potten: Int
    rijen: Int


def controleer_deel(
    vraag: Vraagstructuur, uitgifte: Uitgifte, methode: Methode, geraakt: Geraakt
) -> None:
    """Check the invariants of `controleer` on `geraakt` only, where nothing else changed since the
    last check; raises InvariantError."""
    uren, cent = uitgifte.toegekend, uitgifte.budget_toegekend
    for kolommen, gevraagd, toegekend, aanbod, over, bronnen in (
        (vraag.kolommen, vraag.cel_gevraagd, uren, vraag.aanbod, uitgifte.over, geraakt.bronnen),
        (
            vraag.potten,
            vraag.lijn_gevraagd,
            cent,
            vraag.budget,
            uitgifte.budget_over,
            geraakt.potten,
        ),
    ):
        if not len(bronnen):
            continue
        nummers, kolom = kolommen.van(bronnen)
        geeft, rest = toegekend[nummers], over[bronnen]
        tekort = gevraagd[nummers] - geeft
        _eis(bool((geeft >= 0).all()), "toegekend is nergens onder nul")
        _eis(bool((tekort >= 0).all()), "toegekend is nergens meer dan gevraagd")
        _eis(
            bool((rest >= 0).all())
            and bool((som_per(kolom, geeft, len(bronnen)) + rest == aanbod[bronnen]).all()),
            "geen team of programma geeft meer dan het heeft",
        )
        if methode is Methode.STRIKT:
            krap = kolom[tekort > 0]
            _eis(not bool(rest[krap].any()), "er blijft niets over waar nog vraag is")
    if methode is Methode.ALLES_OF_NIETS:
        cellen = in_volgorde(vraag.start, geraakt.rijen)
        lijnen = in_volgorde(vraag.lijn_start, geraakt.rijen)
        deels = np.zeros(vraag.n, dtype=bool)
        iets = np.zeros(vraag.n, dtype=bool)
        deels[vraag.cel_opdracht[cellen][uren[cellen] < vraag.cel_gevraagd[cellen]]] = True
        deels[vraag.lijn_opdracht[lijnen][cent[lijnen] < vraag.lijn_gevraagd[lijnen]]] = True
        iets[vraag.cel_opdracht[cellen][uren[cellen] > 0]] = True
        iets[vraag.lijn_opdracht[lijnen][cent[lijnen] > 0]] = True
        _eis(not bool((deels & iets).any()), "een opdracht krijgt alles of niets")


def _eis(klopt: bool, regel: str) -> None:
    if not klopt:
        raise InvariantError(
            "De verdeling klopt niet.", f"De regel is: {regel}.", "Meld dit bij de beheerder."
        )
