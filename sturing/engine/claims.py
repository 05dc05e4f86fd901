"""Claims: where two or more parties together ask more of a team in a month than is left for them.

A party is an opdrachtgever with its opdrachten, or a scenario with the opdrachten that it favours.
Left for them is the supply of the team less what opdrachten of nobody among them are granted there:
that is what they can divide among themselves. Hours in hundredths. The order in which parties are
given does not matter. Must never propose or judge (engine/claimvoorstel.py proposes).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.tijd import Maand
from sturing.domain.wijziging import Wijziging
from sturing.engine.scenario import is_feit
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.vraag import Int, som_per
from sturing.errors import InvoerError

_ANDEREN = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Partij:
    """Who claims: a stable key and its opdrachten; those that ask nothing are passed over."""

    sleutel: str
    opdrachten: frozenset[OpdrachtCode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vrager:
    """One opdracht on one team and month. `beschermd`: legal work while that goes first, about
    which there is nothing to divide."""

    opdracht: OpdrachtCode
    gevraagd_honderdste: int
    toegekend_honderdste: int
    beschermd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Aandeel:
    """What one party asks and gets there; `vragers` by code."""

    partij: str
    vragers: tuple[Vrager, ...]

    @property
    def gevraagd_honderdste(self) -> int:
        return sum(vrager.gevraagd_honderdste for vrager in self.vragers)

    @property
    def toegekend_honderdste(self) -> int:
        return sum(vrager.toegekend_honderdste for vrager in self.vragers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Betwist:
    """One contested team-month. `aandelen` of the parties that ask there, by key; `anderen` are the
    opdrachten of no party, most asked first. `ruimte` is what is left for the parties."""

    team: TeamCode
    maand: Maand
    aanbod_honderdste: int
    ruimte_honderdste: int
    aandelen: tuple[Aandeel, ...]
    anderen: tuple[Vrager, ...]

    @property
    def gevraagd_honderdste(self) -> int:
        """What the parties ask there together."""
        return sum(aandeel.gevraagd_honderdste for aandeel in self.aandelen)

    @property
    def tekort_honderdste(self) -> int:
        """What they ask together above what is left for them; above 0."""
        return self.gevraagd_honderdste - self.ruimte_honderdste


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claims:
    """The parties by key, and the contested team-months by team, then month."""

    uitkomst: Uitkomst
    partijen: tuple[Partij, ...]
    betwist: tuple[Betwist, ...]


def bepaal_claims(uitkomst: Uitkomst, partijen: Sequence[Partij]) -> Claims:
    """The contested team-months of `partijen` in this result.

    Raises InvoerError with fewer than two parties, two of one key, or an opdracht of two parties.
    """
    op_sleutel = tuple(sorted(partijen, key=lambda partij: partij.sleutel))
    eis_partijen(op_sleutel)
    model, verdeling = uitkomst.model, uitkomst.verdeling
    vraag = model.vraag
    eigenaar = eigenaars(uitkomst, op_sleutel)[vraag.cel_opdracht]
    van_partij = eigenaar != _ANDEREN
    ruimte = vraag.aanbod - som_per(
        vraag.cel_bron[~van_partij], verdeling.toegekend[~van_partij], len(vraag.aanbod)
    )
    samen = som_per(vraag.cel_bron[van_partij], vraag.cel_gevraagd[van_partij], len(vraag.aanbod))
    paren = np.unique(vraag.cel_bron[van_partij] * len(op_sleutel) + eigenaar[van_partij])
    vragers = np.bincount(paren // len(op_sleutel), minlength=len(vraag.aanbod))
    bronnen = np.flatnonzero((vragers > 1) & (samen > ruimte))
    return Claims(
        uitkomst=uitkomst,
        partijen=op_sleutel,
        betwist=tuple(
            _betwist(uitkomst, op_sleutel, eigenaar, bron, int(ruimte[bron]))
            for bron in bronnen.tolist()
        ),
    )


def eis_partijen(partijen: Sequence[Partij]) -> None:
    """Raises InvoerError with fewer than two parties, or two of one key or opdracht."""
    if len({partij.sleutel for partij in partijen}) < max(2, len(partijen)):
        raise InvoerError("Kies ten minste twee verschillende partijen.")
    gezien: set[OpdrachtCode] = set()
    for partij in partijen:
        if dubbel := sorted(gezien & partij.opdrachten):
            raise InvoerError(f"Opdracht {', '.join(dubbel)} hoort bij twee partijen.")
        gezien |= partij.opdrachten


def eigenaars(uitkomst: Uitkomst, partijen: Sequence[Partij]) -> Int:
    """Per claiming opdracht the number of its party, -1 for none."""
    eigenaar = np.full(uitkomst.model.vraag.n, _ANDEREN, dtype=np.int64)
    for nummer, partij in enumerate(partijen):
        for code in partij.opdrachten:
            if code in uitkomst.model.index:
                eigenaar[uitkomst.model.index[code]] = nummer
    return eigenaar


def _betwist(
    uitkomst: Uitkomst, partijen: Sequence[Partij], eigenaar: Int, bron: int, ruimte: int
) -> Betwist:
    model, vraag = uitkomst.model, uitkomst.model.vraag
    eerst = uitkomst.stand.plan.instellingen.wettelijk_eerst
    per: dict[int, list[Vrager]] = defaultdict(list)
    kolommen = vraag.kolommen
    cellen = kolommen.nummers[kolommen.start[bron] : kolommen.start[bron + 1]]
    for nummer, van, gevraagd, toegekend in zip(
        vraag.cel_opdracht[cellen].tolist(),
        eigenaar[cellen].tolist(),
        vraag.cel_gevraagd[cellen].tolist(),
        uitkomst.verdeling.toegekend[cellen].tolist(),
        strict=True,
    ):
        opdracht = model.opdrachten[nummer]
        per[van].append(
            Vrager(
                opdracht=opdracht.opdracht,
                gevraagd_honderdste=gevraagd,
                toegekend_honderdste=toegekend,
                beschermd=eerst and opdracht.wettelijk,
            )
        )
    team, maand = divmod(bron, vraag.periodes)
    return Betwist(
        team=model.teams[team],
        maand=model.maanden[maand],
        aanbod_honderdste=int(vraag.aanbod[bron]),
        ruimte_honderdste=ruimte,
        aandelen=tuple(
            Aandeel(partij=partij.sleutel, vragers=tuple(per[nummer]))
            for nummer, partij in enumerate(partijen)
            if per[nummer]
        ),
        anderen=tuple(sorted(per[_ANDEREN], key=lambda v: (-v.gevraagd_honderdste, v.opdracht))),
    )


def leg_over_elkaar(
    geldend: Uitkomst, scenarios: Mapping[str, Sequence[Wijziging]]
) -> tuple[Uitkomst, tuple[Partij, ...]]:
    """Two or more scenarios laid over the plan in force: the result, and each as a party.

    Their changes are applied one list after the other, by key; what no longer fits stands in the
    conflicts of the result. The same change of facts in more than one list is one wish and is made
    once; as often as the list that has it most. A scenario claims for the opdrachten to which it
    alone, by itself, grants more hours than the plan in force does; what more than one favours is
    not in dispute.
    """
    nu = {regel.opdracht: regel.toegekend_honderdste for regel in geldend.effecten.opdrachten}
    gunt: dict[str, set[OpdrachtCode]] = {}
    lijst: list[Wijziging] = []
    for sleutel in sorted(scenarios):
        los = reken(geldend.plan, geldend.horizon, scenarios[sleutel], basis=geldend)
        gunt[sleutel] = {
            regel.opdracht
            for regel in los.effecten.opdrachten
            if regel.toegekend_honderdste > nu.get(regel.opdracht, 0)
        }
        eerder = Counter(filter(is_feit, lijst))
        for wijziging in scenarios[sleutel]:
            if eerder[wijziging] > 0:
                eerder[wijziging] -= 1
            else:
                lijst.append(wijziging)
    partijen = tuple(
        Partij(
            sleutel=sleutel,
            opdrachten=frozenset(
                eigen - set().union(*(g for s, g in gunt.items() if s != sleutel))
            ),
        )
        for sleutel, eigen in gunt.items()
    )
    return reken(geldend.plan, geldend.horizon, lijst, basis=geldend), partijen
