"""Supply: what every team can deliver per month (rekenmodel section 1).

Exact fractions all the way, rounded down to a hundredth of an hour once per team and month.
Windows of persons, roles and teams cut on days: what counts is the working days inside them.
Rows of all kinds add up in fte-days (engine/bezetting.py) before hours are made of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from sturing.domain.codes import TeamCode
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.bezetting import FteDagen, fte_dagen
from sturing.engine.kalender import werkdagen_per_jaar, werkdagen_per_maand
from sturing.engine.uurnormen import Normentabel, Uurnorm

_NUL = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keten:
    """The chain of one team and month in hours, unrounded: each step is hours taken off.

    bruto - verlof - verzuim - indirect - ruimte == netto. `fte` is averaged over the working
    days of the month.
    """

    team: TeamCode
    maand: Maand
    fte: Fraction
    bruto: Fraction
    verlof: Fraction
    verzuim: Fraction
    indirect: Fraction
    ruimte: Fraction
    netto: Fraction

    @property
    def netto_honderdste(self) -> int:
        """The supply: rounded down to a hundredth, once."""
        return int(self.netto * 100 // 1)

    @property
    def ruimte_honderdste(self) -> int:
        """Hours reserved by the norm, rounded down."""
        return int(self.ruimte * 100 // 1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aanbod:
    """Supply of every team over the horizon; `netto` is int64[team, maand] in hundredths."""

    teams: tuple[TeamCode, ...]
    maanden: tuple[Maand, ...]
    netto: NDArray[np.int64]
    ketens: Mapping[TeamCode, tuple[Keten, ...]]

    def keten(self, team: TeamCode) -> tuple[Keten, ...]:
        """The chain of one team, a step per month of the horizon."""
        return self.ketens[team]


def maak_keten(team: TeamCode, maand: Maand, dagen: Fraction, norm: Uurnorm) -> Keten:
    """The chain for `dagen` fte-days. A step never takes more than there is: netto >= 0."""
    bruto = dagen * norm.voltijd / 5
    verlof = min(dagen * norm.verlofuren / werkdagen_per_jaar(maand.jaar), bruto)
    verzuim = (bruto - verlof) * norm.verzuim
    na_verzuim = bruto - verlof - verzuim
    indirect = na_verzuim * norm.indirect
    ruimte = min(na_verzuim * norm.ruimte, na_verzuim - indirect)
    return Keten(
        team=team,
        maand=maand,
        fte=dagen / werkdagen_per_maand(maand),
        bruto=bruto,
        verlof=verlof,
        verzuim=verzuim,
        indirect=indirect,
        ruimte=ruimte,
        netto=na_verzuim - indirect - ruimte,
    )


def _lege_keten(team: TeamCode, maand: Maand) -> Keten:
    return Keten(
        team=team,
        maand=maand,
        fte=_NUL,
        bruto=_NUL,
        verlof=_NUL,
        verzuim=_NUL,
        indirect=_NUL,
        ruimte=_NUL,
        netto=_NUL,
    )


def teamcodes(plan: Plan) -> tuple[TeamCode, ...]:
    """All teams of the plan, also one that only Inzet names (its supply is 0); sorted by code."""
    return tuple(sorted({team.team for team in plan.teams} | {rij.team for rij in plan.inzet}))


def compute_aanbod(plan: Plan, horizon: Horizon) -> Aanbod:
    """Supply of all teams of the plan. A team without supply in a month has 0."""
    normen = Normentabel(plan.normen)
    dagen: FteDagen = fte_dagen(plan, horizon.maanden, normen)
    teams = teamcodes(plan)
    ketens = {team: _ketens(team, horizon.maanden, dagen, normen) for team in teams}
    netto = np.array(
        [[keten.netto_honderdste for keten in ketens[team]] for team in teams], dtype=np.int64
    ).reshape(len(teams), len(horizon))
    netto.setflags(write=False)
    return Aanbod(teams=teams, maanden=horizon.maanden, netto=netto, ketens=ketens)


def _ketens(
    team: TeamCode, maanden: Sequence[Maand], dagen: FteDagen, normen: Normentabel
) -> tuple[Keten, ...]:
    return tuple(
        maak_keten(team, maand, aantal, normen.van(team, maand.jaar))
        if (aantal := dagen.get((team, maand), _NUL)) > 0
        else _lege_keten(team, maand)
        for maand in maanden
    )
