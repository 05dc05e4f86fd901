"""Seeded problems of three sizes for the allocation core: S, M and L.

The engine plans in months, but the core does not care what a period is: S has the 12 months of a
plan year, M the 52 weeks of a year, L the 156 weeks of three years. Every opdracht asks one to four
teams, each over a window of periods; together 1.2 times the supply is asked. Hours in hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sturing.engine.vraag import Int, Vraagstructuur

VRAAG_TEGEN_AANBOD = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    teams: int
    opdrachten: int
    periodes: int
    herhalingen: int


MATEN = {
    "S": Maat(teams=30, opdrachten=400, periodes=12, herhalingen=41),
    "M": Maat(teams=300, opdrachten=8_000, periodes=52, herhalingen=9),
    "L": Maat(teams=2_000, opdrachten=100_000, periodes=156, herhalingen=3),
}


def maak_vraag(maat: Maat, zaad: int = 1) -> Vraagstructuur:
    """Cells of the size, without euros; the same for the same `zaad`."""
    kans = np.random.default_rng(zaad)
    per_opdracht = kans.integers(1, 5, maat.opdrachten)
    opdracht = np.repeat(np.arange(maat.opdrachten), per_opdracht)
    team = kans.integers(0, maat.teams, len(opdracht))
    paren = np.unique(opdracht * maat.teams + team)
    opdracht, team = np.divmod(paren, maat.teams)
    begin = kans.integers(0, maat.periodes, len(paren))
    lengte = 1 + kans.integers(0, np.maximum(1, (maat.periodes - begin) // 2 + 1))
    lengte = np.minimum(lengte, maat.periodes - begin)
    uren = kans.integers(100, 4_000, len(paren))
    segment = np.repeat(np.arange(len(paren)), lengte)
    periode = np.arange(len(segment)) - np.repeat(np.cumsum(lengte) - lengte, lengte)
    bron = (team * maat.periodes + begin)[segment] + periode
    gevraagd = np.asarray(uren[segment], dtype=np.int64)
    aanbod = np.full(
        maat.teams * maat.periodes,
        int(gevraagd.sum() / VRAAG_TEGEN_AANBOD / maat.teams / maat.periodes),
        dtype=np.int64,
    )
    leeg: Int = np.zeros(0, dtype=np.int64)
    return Vraagstructuur(
        n=maat.opdrachten,
        periodes=maat.periodes,
        aanbod=aanbod,
        start=np.searchsorted(opdracht[segment], np.arange(maat.opdrachten + 1)).astype(np.int64),
        cel_bron=bron.astype(np.int64),
        cel_gevraagd=gevraagd,
        budget=leeg,
        lijn_start=np.zeros(maat.opdrachten + 1, dtype=np.int64),
        lijn_bron=leeg,
        lijn_gevraagd=leeg,
        lijn_periodes=(),
    )


def maak_volgorde(maat: Maat, zaad: int = 2) -> Int:
    """A random order: the row number of the opdracht at every place."""
    return np.random.default_rng(zaad).permutation(maat.opdrachten).astype(np.int64)
