"""Which key every hour and euro belongs to: all dimensions as one list of rows.

Worked out once per plan and horizon; per result only sums over these indices remain. The rows of
all dimensions stand one after another; `bron` and `rij` lead from the base vector (granted hours
per opdracht, per team, per area, in that order) to the rows. Hours in hundredths, euros in cents.
Must never know order or method.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from sturing.domain.codes import GebiedCode
from sturing.domain.organisatie import gebiedsketen
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.werk import Opdracht
from sturing.engine.aanbod import Aanbod
from sturing.engine.effecten import ORGANISATIE_SLEUTEL, Dimensie
from sturing.engine.gebiedsdelen import Gebiedsdelen, build_gebiedsdelen
from sturing.engine.vraag import BudgetSleutel, Int, Vraagstructuur, int_rij, som_per

Sleutel = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijkop:
    """What of one row does not depend on the order."""

    dimensie: Dimensie
    sleutel: Sleutel
    aanbod: int | None
    gevraagd: int
    zonder_vraag: int
    cent: int | None
    beschikbaar: int | None
    tweede: int | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kaart:
    """The fixed part of the effects.

    `koppen`: one per row. `bron`, `rij`: base vector -> rows. `tel_opdracht`, `tel_rij`: the pairs
    in which an opdracht is counted. `tweede_bron`, `tweede_rij`: likewise for the second pair of
    numbers (mede, met_onderliggend). `paar_opdracht`, `paar_team`, `paar_gevraagd`: the teams that
    an opdracht asks, sorted; `cel_paar` int64[cells] leads to them.
    """

    koppen: tuple[Rijkop, ...]
    bron: Int
    rij: Int
    tel_opdracht: Int
    tel_rij: Int
    tweede_bron: Int
    tweede_rij: Int
    gebieden: Gebiedsdelen
    gevraagd: Int
    cent: Int
    paar_opdracht: Int
    paar_team: Int
    paar_gevraagd: Int
    cel_paar: Int


class _Bouw:
    """Collects the rows of all dimensions; only alive inside build_kaart."""

    def __init__(self, basis: Int, cent: Int, vraagt: list[bool]) -> None:
        self.basis = basis
        self.cent = cent
        self.vraagt = vraagt
        self.koppen: list[Rijkop] = []
        self.bron: list[int] = []
        self.rij: list[int] = []
        self.tel: list[tuple[int, int]] = []
        self.tweede: list[tuple[int, int]] = []

    def voeg_toe(
        self,
        dimensie: Dimensie,
        delen: list[tuple[int, Sleutel]],
        tellen: set[tuple[int, Sleutel]],
        *,
        altijd: set[Sleutel],
        aanbod: Mapping[Sleutel, int] | None = None,
        beschikbaar: Mapping[Sleutel, int] | None = None,
        met_cent: bool = False,
        tweede: list[tuple[int, Sleutel]] | None = None,
    ) -> None:
        """Rows for every key of `altijd`, `delen` and `tellen`, sorted, None last.

        `delen` are (place in the base vector, key), `tellen` are (opdracht, key).
        """
        gebruikt = {s for b, s in delen if self.basis[b]} | {s for _, s in tellen} | altijd
        sleutels = sorted(gebruikt, key=lambda s: (s is None, s or ""))
        nummer = {sleutel: len(self.koppen) + i for i, sleutel in enumerate(sleutels)}
        gevraagd, cent = dict.fromkeys(sleutels, 0), dict.fromkeys(sleutels, 0)
        zonder, dubbel = dict.fromkeys(sleutels, 0), dict.fromkeys(sleutels, 0)
        for plek, sleutel in delen:
            if sleutel not in nummer:
                continue
            self.bron.append(plek)
            self.rij.append(nummer[sleutel])
            gevraagd[sleutel] += int(self.basis[plek])
            if met_cent:
                cent[sleutel] += int(self.cent[plek])
        for opdracht, sleutel in sorted(tellen, key=lambda paar: (paar[0], nummer[paar[1]])):
            if self.vraagt[opdracht]:
                self.tel.append((opdracht, nummer[sleutel]))
            else:
                zonder[sleutel] += 1
        for plek, sleutel in tweede or ():
            self.tweede.append((plek, nummer[sleutel]))
            dubbel[sleutel] += int(self.basis[plek])
        for sleutel in sleutels:
            self.koppen.append(
                Rijkop(
                    dimensie=dimensie,
                    sleutel=sleutel,
                    aanbod=aanbod.get(sleutel) if aanbod is not None else None,
                    gevraagd=gevraagd[sleutel],
                    zonder_vraag=zonder[sleutel],
                    cent=cent[sleutel] if met_cent else None,
                    beschikbaar=beschikbaar.get(sleutel) if beschikbaar else None,
                    tweede=dubbel[sleutel] if tweede is not None else None,
                )
            )


_EIGEN_SLEUTEL: tuple[tuple[Dimensie, Callable[[Opdracht], Sleutel]], ...] = (
    (Dimensie.OPDRACHTGEVER, lambda opdracht: opdracht.opdrachtgever),
    (Dimensie.PROGRAMMA, lambda opdracht: opdracht.programma),
    (Dimensie.DOEL, lambda opdracht: opdracht.doel),
    (Dimensie.SOORT_WERK, lambda opdracht: opdracht.soort_werk.value),
    (Dimensie.ORGANISATIE, lambda _: ORGANISATIE_SLEUTEL),
)
"""Dimensions in which an opdracht stands under one key; portefeuillehouder has a second one."""


def build_kaart(
    plan: Plan,
    horizon: Horizon,
    aanbod: Aanbod,
    opdrachten: tuple[Opdracht, ...],
    vraag: Vraagstructuur,
    grenzen: Mapping[BudgetSleutel, int],
) -> Kaart:
    """All rows of all dimensions, and the way from cells to rows."""
    n, teams, periodes = vraag.n, aanbod.teams, vraag.periodes
    gebieden = build_gebiedsdelen(plan, tuple(o.opdracht for o in opdrachten), vraag)
    per_opdracht = som_per(vraag.cel_opdracht, vraag.cel_gevraagd, n)
    per_team = som_per(vraag.cel_bron // periodes, vraag.cel_gevraagd, len(teams))
    per_gebied = som_per(gebieden.gebied, gebieden.gevraagd, len(gebieden.sleutels))
    cent = som_per(vraag.lijn_opdracht, vraag.lijn_gevraagd, n)
    vraagt = [bool(uren) for uren in per_opdracht.tolist()]
    sleutels_paar, cel_paar = np.unique(
        vraag.cel_opdracht * max(len(teams), 1) + vraag.cel_bron // periodes, return_inverse=True
    )
    paar_opdracht, paar_team = np.divmod(sleutels_paar, max(len(teams), 1))
    bouw = _Bouw(np.concatenate([per_opdracht, per_team, per_gebied]), cent, vraagt)
    stil: set[tuple[int, Sleutel]] = {(o, None) for o in range(n) if not vraagt[o]}
    team_aanbod: dict[Sleutel, int] = {
        team: int(uren) for team, uren in zip(teams, aanbod.netto.sum(axis=1), strict=True)
    }
    domein_van: dict[str, Sleutel] = {team.team: team.domein.value for team in plan.teams}
    domein_aanbod: dict[Sleutel, int] = {}
    for team in teams:
        domein = domein_van.get(team)
        domein_aanbod[domein] = domein_aanbod.get(domein, 0) + team_aanbod[team]

    for dimensie, sleutel_van in _EIGEN_SLEUTEL:
        delen = [(o, sleutel_van(opdracht)) for o, opdracht in enumerate(opdrachten)]
        geheel = dimensie is Dimensie.ORGANISATIE
        bouw.voeg_toe(
            dimensie,
            delen,
            set(delen),
            altijd={ORGANISATIE_SLEUTEL} if geheel else set(),
            aanbod={ORGANISATIE_SLEUTEL: sum(team_aanbod.values())} if geheel else None,
            beschikbaar=_limiet(grenzen, horizon) if dimensie is Dimensie.PROGRAMMA else None,
            met_cent=True,
        )
    _portefeuillehouders(bouw, opdrachten)
    paren = list(zip(paar_opdracht.tolist(), paar_team.tolist(), strict=True))
    bouw.voeg_toe(
        Dimensie.TEAM,
        [(n + t, team) for t, team in enumerate(teams)],
        {(o, teams[t]) for o, t in paren} | stil,
        altijd=set(teams),
        aanbod=team_aanbod,
    )
    bouw.voeg_toe(
        Dimensie.DOMEIN,
        [(n + t, domein_van.get(team)) for t, team in enumerate(teams)],
        {(o, domein_van.get(teams[t])) for o, t in paren} | stil,
        altijd={domein for domein in domein_aanbod if domein is not None},
        aanbod=domein_aanbod,
    )
    _gebieden(bouw, plan, gebieden, vraag, n + len(teams), stil)
    return Kaart(
        koppen=tuple(bouw.koppen),
        bron=int_rij(bouw.bron),
        rij=int_rij(bouw.rij),
        tel_opdracht=int_rij(o for o, _ in bouw.tel),
        tel_rij=int_rij(r for _, r in bouw.tel),
        tweede_bron=int_rij(b for b, _ in bouw.tweede),
        tweede_rij=int_rij(r for _, r in bouw.tweede),
        gebieden=gebieden,
        gevraagd=per_opdracht,
        cent=cent,
        paar_opdracht=paar_opdracht,
        paar_team=paar_team,
        paar_gevraagd=som_per(cel_paar, vraag.cel_gevraagd, len(sleutels_paar)),
        cel_paar=cel_paar.astype(np.int64),
    )


def _limiet(grenzen: Mapping[BudgetSleutel, int], horizon: Horizon) -> dict[Sleutel, int]:
    """Cents available per programme over the horizon; only where every year has a limit."""
    programmas = {programma for programma, _ in grenzen}
    return {
        programma: sum(grenzen[programma, jaar] for jaar in horizon.jaren)
        for programma in programmas
        if all((programma, jaar) in grenzen for jaar in horizon.jaren)
    }


def _portefeuillehouders(bouw: _Bouw, opdrachten: tuple[Opdracht, ...]) -> None:
    """The first named counts; the others are shown as mede, outside the sum."""
    delen: list[tuple[int, Sleutel]] = []
    mede: list[tuple[int, Sleutel]] = []
    for nummer, opdracht in enumerate(opdrachten):
        eerste, *rest = opdracht.portefeuillehouders or (None,)
        delen.append((nummer, eerste))
        mede.extend((nummer, naam) for naam in dict.fromkeys(rest) if naam != eerste)
    bouw.voeg_toe(
        Dimensie.PORTEFEUILLEHOUDER,
        delen,
        set(delen),
        altijd={naam for _, naam in mede},
        met_cent=True,
        tweede=mede,
    )


def _gebieden(
    bouw: _Bouw,
    plan: Plan,
    gebieden: Gebiedsdelen,
    vraag: Vraagstructuur,
    begin: int,
    stil: set[tuple[int, Sleutel]],
) -> None:
    """Every area counts without its children; the tree adds them as a second pair."""
    opdracht = vraag.cel_opdracht[gebieden.cel].tolist()
    sleutels = gebieden.sleutels
    boom = {gebied.gebied: gebied for gebied in plan.gebieden}
    gevuld = set(gebieden.gebied.tolist())
    altijd = {s for i, s in enumerate(sleutels) if s is not None or i in gevuld}
    tellen = {(o, sleutels[g]) for o, g in zip(opdracht, gebieden.gebied.tolist(), strict=True)}
    tellen |= stil
    zichtbaar = altijd | {sleutel for _, sleutel in tellen}
    bouw.voeg_toe(
        Dimensie.GEBIED,
        [(begin + i, sleutel) for i, sleutel in enumerate(sleutels)],
        tellen,
        altijd=altijd,
        tweede=[
            (begin + i, boven)
            for i, sleutel in enumerate(sleutels)
            if sleutel in zichtbaar
            for boven in (gebiedsketen(GebiedCode(sleutel), boom) if sleutel else (None,))
        ],
    )
