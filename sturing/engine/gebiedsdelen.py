"""Which area the hours are for: asked hours by share, granted hours in proportion.

Asked hours of every cell go to the areas of its opdracht by share, largest remainder, ties to the
lower code, the rest to the gemeentebreed area (rekenmodel section 5). Hours in hundredths.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import numpy as np

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import GebiedSoort
from sturing.domain.plan import Plan
from sturing.engine.spreiding import grootste_rest
from sturing.engine.vraag import Int, Vraagstructuur

_MILJOENSTE_PCT = 1_000_000
_VEILIG = 2**31
"""Below this a product of two amounts fits in int64."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gebiedsdelen:
    """The parts of every cell, sorted by cell, then area; each above 0.

    `cel`, `gebied`, `gevraagd` int64[parts]; `gebied` counts in `sleutels`, where None (no
    gemeentebreed area is known) comes last when it occurs.
    """

    sleutels: tuple[str | None, ...]
    cel: Int
    gebied: Int
    gevraagd: Int


def build_gebiedsdelen(
    plan: Plan, opdrachten: tuple[OpdrachtCode, ...], vraag: Vraagstructuur
) -> Gebiedsdelen:
    """Divide the asked hours of every cell over the areas of its opdracht."""
    rest = next(
        (str(g.gebied) for g in plan.gebieden if g.soort is GebiedSoort.GEMEENTEBREED), None
    )
    aandelen: dict[OpdrachtCode, dict[str | None, Decimal]] = defaultdict(dict)
    for punt in plan.gebiedsagenda:
        if punt.opdracht is not None and punt.aandeel_pct:
            eigen = aandelen[punt.opdracht]
            eigen[punt.gebied] = eigen.get(punt.gebied, Decimal(0)) + punt.aandeel_pct
    bekend = {str(gebied.gebied) for gebied in plan.gebieden}
    bekend.update(code for eigen in aandelen.values() for code in eigen if code is not None)
    sleutels: tuple[str | None, ...] = (*sorted(bekend), *(() if rest is not None else (None,)))
    index = {sleutel: nummer for nummer, sleutel in enumerate(sleutels)}
    cellen: list[int] = []
    gebieden: list[int] = []
    delen: list[int] = []
    start, gevraagd = vraag.start.tolist(), vraag.cel_gevraagd.tolist()
    for nummer, code in enumerate(opdrachten):
        gewicht = _gewichten(aandelen.get(code, {}), rest)
        rijen = sorted(index[sleutel] for sleutel in gewicht)
        gewichten = [gewicht[sleutels[rij]] for rij in rijen]
        for cel in range(start[nummer], start[nummer + 1]):
            verdeeld = (
                grootste_rest(gevraagd[cel], gewichten) if len(rijen) > 1 else [gevraagd[cel]]
            )
            for rij, deel in zip(rijen, verdeeld, strict=True):
                if deel:
                    cellen.append(cel)
                    gebieden.append(rij)
                    delen.append(deel)
    return Gebiedsdelen(
        sleutels=sleutels,
        cel=np.array(cellen, dtype=np.int64),
        gebied=np.array(gebieden, dtype=np.int64),
        gevraagd=np.array(delen, dtype=np.int64),
    )


def _gewichten(aandelen: dict[str | None, Decimal], rest: str | None) -> dict[str | None, int]:
    """Whole weights per area; what is not given away is a share of the gemeentebreed area."""
    gewicht = {sleutel: int(pct * _MILJOENSTE_PCT) for sleutel, pct in aandelen.items()}
    over = 100 * _MILJOENSTE_PCT - sum(gewicht.values())
    if over > 0:
        gewicht[rest] = gewicht.get(rest, 0) + over
    return gewicht


def toegekende_delen(delen: Gebiedsdelen, gevraagd: Int, toegekend: Int) -> Int:
    """Granted hours per part: in proportion to the asked parts, never more than was asked.

    `gevraagd` and `toegekend` int64[cells]; largest remainder per cell, ties to the lower code.
    """
    krijgt, vroeg = toegekend[delen.cel], gevraagd[delen.cel]
    uit: Int = np.where(krijgt > 0, delen.gevraagd, 0)
    deels = np.flatnonzero((krijgt > 0) & (krijgt < vroeg))
    if not len(deels):
        return uit
    cel, deel, geeft, van = delen.cel[deels], delen.gevraagd[deels], krijgt[deels], vroeg[deels]
    if int(van.max()) >= _VEILIG:
        uit[deels] = _exact(cel, deel, geeft)
        return uit
    basis = geeft * deel // van
    rest = geeft * deel - basis * van
    eerste = np.flatnonzero(np.diff(cel, prepend=-1))
    aantal = np.diff(eerste, append=len(cel))
    over = np.repeat(geeft[eerste] - np.add.reduceat(basis, eerste), aantal)
    volgorde = np.lexsort((-rest, cel))
    positie = np.arange(len(cel)) - np.repeat(eerste, aantal)
    basis[volgorde] += positie < over
    uit[deels] = basis
    return uit


def _exact(cel: Int, deel: Int, geeft: Int) -> list[int]:
    """The same in plain integers, for amounts whose product does not fit in int64."""
    uit: list[int] = []
    eerste = [*np.flatnonzero(np.diff(cel, prepend=-1)).tolist(), len(cel)]
    for begin, einde in pairwise(eerste):
        uit += grootste_rest(int(geeft[begin]), deel[begin:einde].tolist())
    return uit
