"""What a set of mutations does to the plan, worked out before anything is stored.

Owns the plan after the mutations, calculated beside the plan in force, and which year both are of.
Serves every preview: an upload, and whatever else changes stored rows. Must never store, and never
write a sentence (gevolgbeeld does). Units as in the engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.levering import Mutatie, Waarde
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.effecten import Dimensie, Verschilregel, vergelijk
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.rights.mag import (
    Actie,
    Planindex,
    mag,
    object_organisatie,
    zichtbare_opdrachten,
    zichtbare_teams,
)
from sturing.services.namen import Namen, namen_samen, namen_van
from sturing.services.omgeving import Omgeving
from sturing.services.planjaar import planjaar_van
from sturing.store.plan import plan_na

_ZONDER_JAAR = frozenset(
    {"Teams", "Opdrachten", "Gebieden", "Gebiedsagenda", "Medewerkers", "Teamrollen"}
)
"""Sheets whose rows count in every year."""
_MET_JAAR = frozenset({"Inzet", "Capaciteit", "Afwezigheid", "Begroting", "Normen"})
"""Sheets whose rows count in the years that they name; the others change no hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolg:
    """Two results of one horizon: of the plan in force (`op_levering`) and of that after.

    `verschil` compares them per dimension; `andere_jaren` are years that change as well. `namen`
    knows everything of both plans, the newer name first.
    """

    op_levering: int
    horizon: Horizon
    planjaar: int
    andere_jaren: tuple[int, ...]
    voor: Uitkomst
    na: Uitkomst
    verschil: Mapping[Dimensie, tuple[Verschilregel, ...]]
    namen: Namen
    index_voor: Planindex
    index_na: Planindex


@dataclass(frozen=True, slots=True, kw_only=True)
class Zicht:
    """What of a Gevolg a person may see: the totals, or only some opdrachten and teams."""

    totalen: bool
    opdrachten: frozenset[OpdrachtCode]
    teams: frozenset[TeamCode]


def gevolg_van(
    omgeving: Omgeving, mutaties: Sequence[Mutatie], horizon: Horizon | None = None
) -> Gevolg:
    """The plan in force and the plan after `mutaties`, over `horizon` (None: the plan year).

    When the mutations leave that year alone and change others, over the nearest of those; while
    nothing is asked yet, over the plan year that the mutations bring. Raises
    InvariantError when a row that makes way is not in the plan in force.
    """
    basis = omgeving.basis(horizon)
    straks = plan_na(basis.plan, mutaties)
    if basis.plan.inzet:
        planjaar = basis.uitkomst.horizon.van.jaar
    else:
        planjaar = planjaar_van(straks, omgeving.demo)
    jaren, altijd = geraakte_jaren(mutaties)
    jaar = planjaar if altijd or not jaren else _dichtstbij(jaren, planjaar)
    if jaar != basis.uitkomst.horizon.van.jaar:
        basis = omgeving.basis(Horizon.planjaar(jaar))
    voor = basis.uitkomst
    na = reken(straks, voor.horizon, basis=voor)
    return Gevolg(
        op_levering=basis.levering,
        horizon=voor.horizon,
        planjaar=planjaar,
        andere_jaren=tuple(sorted(jaren - set(voor.horizon.jaren))),
        voor=voor,
        na=na,
        verschil=vergelijk(voor.effecten, na.effecten),
        namen=namen_samen(basis.namen, namen_van(straks)),
        index_voor=basis.index,
        index_na=Planindex.van(straks),
    )


def zicht_op(gevolg: Gevolg, wie: Wie) -> Zicht:
    """What `wie` may see of it: by the plan in force, and of what is new by the plan after.

    So a row of an upload never opens something that was closed.
    """
    voor, na = gevolg.index_voor, gevolg.index_na
    nieuw = frozenset(na.opdrachten) - frozenset(voor.opdrachten)
    teams = frozenset(na.domeinen_team) - frozenset(voor.domeinen_team)
    return Zicht(
        totalen=bool(mag(wie, Actie.TOTALEN_LEZEN, object_organisatie())),
        opdrachten=zichtbare_opdrachten(wie, voor, voor.opdrachten)
        | zichtbare_opdrachten(wie, na, nieuw),
        teams=zichtbare_teams(wie, voor, voor.domeinen_team) | zichtbare_teams(wie, na, teams),
    )


def geraakte_jaren(mutaties: Iterable[Mutatie]) -> tuple[frozenset[int], bool]:
    """The years whose hours or euros the mutations name, and whether they touch every year."""
    vensters: set[tuple[Waarde, Waarde, Waarde]] = set()
    altijd = False
    for mutatie in mutaties:
        if mutatie.blad in _ZONDER_JAAR:
            altijd = True
        elif mutatie.blad in _MET_JAAR:
            for rij in (mutatie.oud, mutatie.nieuw):
                if rij is not None:
                    vensters.add((rij.get("jaar"), rij.get("van"), rij.get("tot")))
    return frozenset(chain.from_iterable(_jaren(*venster) for venster in vensters)), altijd


def _jaren(jaar: Waarde, van: Waarde, tot: Waarde) -> Iterable[int]:
    if isinstance(jaar, int):
        return (jaar,)
    if isinstance(van, date) and isinstance(tot, date):
        return range(van.year, tot.year + 1)
    return ()


def _dichtstbij(jaren: Iterable[int], planjaar: int) -> int:
    """The plan year when it is among them, else the nearest; of two equally near the later."""
    return min(jaren, key=lambda jaar: (abs(jaar - planjaar), -jaar))
