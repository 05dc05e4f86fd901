"""What an upload replaces, a second time: plain lists of rows, straight from the contract.

Shares no code with the intake or the store. A row is a tuple, a sheet a list of tuples, a year end
is cut day by day. Undoing a levering is a history without it: what was brought since touched other
scopes, so that leaving one out must give the same rows. Units: hundredths of an hour, cents.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

from tests.engine.orakel import dagen, eerlijk

Rijtupel = tuple[object, ...]
Maand = tuple[int, int]


def begin(maand: Maand) -> date:
    return date(*maand, 1)


def einde(maand: Maand) -> date:
    return date(*maand, calendar.monthrange(*maand)[1])


@dataclass(frozen=True)
class Inzet:
    opdracht: str
    team: str
    van: Maand
    tot: Maand
    uren: int


@dataclass(frozen=True)
class Capaciteit:
    team: str
    van: Maand
    tot: Maand
    soort: str
    fte: Decimal


@dataclass(frozen=True)
class Planregel:
    team: str
    jaar: int
    regel: int
    resultaat: str
    opdracht: str | None


@dataclass(frozen=True)
class Geboekt:
    maand: Maand
    team: str
    opdracht: str
    uren: int


@dataclass(frozen=True)
class Besteed:
    opdracht: str
    maand: Maand
    euro: int


@dataclass(frozen=True)
class Agendapunt:
    gebied: str
    opdracht: str | None
    vraagstuk: str | None
    aandeel: int | None


@dataclass(frozen=True)
class Opdrachtregel:
    """A row of Opdrachten; `vorige` is the code it had before."""

    opdracht: str
    naam: str
    korte_naam: str | None = None
    vorige: str | None = None


@dataclass(frozen=True)
class Upload:
    """The rows of one levering, over all its files."""

    inzet: tuple[Inzet, ...] = ()
    capaciteit: tuple[Capaciteit, ...] = ()
    teamplannen: tuple[Planregel, ...] = ()
    uren: tuple[Geboekt, ...] = ()
    besteding: tuple[Besteed, ...] = ()
    gebiedsagenda: tuple[Agendapunt, ...] = ()
    opdrachten: tuple[Opdrachtregel, ...] = ()
    met_korte_naam: bool = True
    """Is the column `korte naam` in the sheet Opdrachten?"""


def delen(van: Maand, tot: Maand) -> list[tuple[date, date]]:
    """The window per calendar year."""
    return [
        (max(begin(van), date(jaar, 1, 1)), min(einde(tot), date(jaar, 12, 31)))
        for jaar in range(van[0], tot[0] + 1)
    ]


@cache
def inzetdelen(rij: Inzet) -> tuple[Rijtupel, ...]:
    """Kept per row: the model is made from nothing again and again, out of the same rows."""
    vensters = delen(rij.van, rij.tot)
    uren = eerlijk(rij.uren, [Fraction(len(list(dagen(a, b)))) for a, b in vensters])
    return tuple(
        (rij.opdracht, rij.team, a, b, u) for (a, b), u in zip(vensters, uren, strict=True)
    )


def capaciteitdelen(rij: Capaciteit) -> list[Rijtupel]:
    return [(rij.team, rij.soort, a, b, rij.fte) for a, b in delen(rij.van, rij.tot)]


@dataclass
class Stand:
    """All rows of all sheets, as a person could write them on paper."""

    inzet: list[Rijtupel] = field(default_factory=list)
    capaciteit: list[Rijtupel] = field(default_factory=list)
    teamplannen: list[Rijtupel] = field(default_factory=list)
    uren: list[Rijtupel] = field(default_factory=list)
    besteding: list[Rijtupel] = field(default_factory=list)
    gebiedsagenda: list[Rijtupel] = field(default_factory=list)
    opdrachten: dict[str, tuple[str, str | None]] = field(default_factory=dict)

    def neem(self, upload: Upload) -> None:
        """Take one levering over."""
        self._hernoem({r.vorige: r.opdracht for r in upload.opdrachten if r.vorige})
        for regel in upload.opdrachten:
            kort = regel.korte_naam
            if not upload.met_korte_naam:
                kort = self.opdrachten.get(regel.opdracht, ("", None))[1]
            self.opdrachten[regel.opdracht] = (regel.naam, kort)
        # Inzet: opdracht, team, van, tot, uren. Capaciteit: team, soort, van, tot, fte.
        self.inzet = vensters_erover(
            self.inzet, [inzetdelen(r) for r in upload.inzet], team=1, ander=0
        )
        self.capaciteit = vensters_erover(
            self.capaciteit, [capaciteitdelen(r) for r in upload.capaciteit], team=0, ander=1
        )
        self.teamplannen = bereik_erover(
            self.teamplannen,
            [(r.team, r.jaar, r.regel, r.resultaat, r.opdracht) for r in upload.teamplannen],
            (0, 1),
        )
        self.uren = bereik_erover(
            self.uren, [(begin(r.maand), r.team, r.opdracht, r.uren) for r in upload.uren], (0, 1)
        )
        self.besteding = bereik_erover(
            self.besteding, [(r.opdracht, begin(r.maand), r.euro) for r in upload.besteding], (0, 1)
        )
        self.gebiedsagenda = bereik_erover(
            self.gebiedsagenda,
            [(r.gebied, r.opdracht, r.vraagstuk, r.aandeel) for r in upload.gebiedsagenda],
            (0,),
        )

    def _hernoem(self, nieuw: Mapping[str, str]) -> None:
        if not nieuw:
            return
        for oud, code in nieuw.items():
            if oud in self.opdrachten:
                self.opdrachten[code] = self.opdrachten.pop(oud)
        for blad, plek in (
            ("inzet", 0),
            ("teamplannen", 4),
            ("uren", 2),
            ("besteding", 0),
            ("gebiedsagenda", 1),
        ):
            rijen: list[Rijtupel] = getattr(self, blad)
            setattr(
                self,
                blad,
                [(*r[:plek], nieuw.get(str(r[plek]), r[plek]), *r[plek + 1 :]) for r in rijen],
            )


def vensters_erover(
    staat: Sequence[Rijtupel], rijen: Sequence[Sequence[Rijtupel]], *, team: int, ander: int
) -> list[Rijtupel]:
    """A file is complete for every (team, year) with a row wholly in that year; a row over a year
    end only replaces parts of the same team and `ander` that overlap. Days stand in 2 and 3."""
    volledig = {(r[0][team], _dag(r[0][2]).year) for r in rijen if len(r) == 1}
    over = [deel for r in rijen if len(r) > 1 for deel in r]
    blijft = [
        oud
        for oud in staat
        if (oud[team], _dag(oud[2]).year) not in volledig
        and not any(
            (oud[team], oud[ander]) == (nieuw[team], nieuw[ander])
            and _dag(oud[2]) <= _dag(nieuw[3])
            and _dag(nieuw[2]) <= _dag(oud[3])
            for nieuw in over
        )
    ]
    return [*blijft, *(deel for r in rijen for deel in r)]


def bereik_erover(
    staat: Sequence[Rijtupel], rijen: Sequence[Rijtupel], plekken: tuple[int, ...]
) -> list[Rijtupel]:
    """The rows of every scope that occurs in the file make way for those of the file."""
    bereiken = {tuple(r[p] for p in plekken) for r in rijen}
    return [*(r for r in staat if tuple(r[p] for p in plekken) not in bereiken), *rijen]


def _dag(waarde: object) -> date:
    assert isinstance(waarde, date)
    return waarde


def stand_na(uploads: Iterable[Upload]) -> Stand:
    """The rows after these leveringen, one by one from nothing."""
    stand = Stand()
    for upload in uploads:
        stand.neem(upload)
    return stand


def hernoemd(upload: Upload) -> bool:
    """Does an opdracht get another code?"""
    return any(r.vorige for r in upload.opdrachten)


def codes_van_vervallen(upload: Upload, voor: Stand) -> set[object]:
    """The opdrachten of the rows that an upload over `voor` takes away: undoing it needs them."""
    na = replace(voor, opdrachten=dict(voor.opdrachten))
    na.neem(upload)
    weg = [
        *((r, 0) for r in set(voor.inzet) - set(na.inzet)),
        *((r, 4) for r in set(voor.teamplannen) - set(na.teamplannen)),
        *((r, 2) for r in set(voor.uren) - set(na.uren)),
        *((r, 0) for r in set(voor.besteding) - set(na.besteding)),
        *((r, 1) for r in set(voor.gebiedsagenda) - set(na.gebiedsagenda)),
    ]
    return {rij[plek] for rij, plek in weg} - {None}


def geraakt(upload: Upload, voor: Stand) -> set[Rijtupel]:
    """What an upload over `voor` may have touched, rather too wide: windows per team and year,
    other scopes as they are, the scopes of what moved to another code, and every code that it
    names, because a code that is used holds what made it."""
    oud = {r.vorige for r in upload.opdrachten} - {None}
    plekken: set[Rijtupel] = {
        *(("inzet", r[1], _dag(r[2]).year) for r in voor.inzet if r[0] in oud),
        *(("teamplannen", r[0], r[1]) for r in voor.teamplannen if r[4] in oud),
        *(("uren", r[0], r[1]) for r in voor.uren if r[2] in oud),
        *(("gebiedsagenda", r[0]) for r in voor.gebiedsagenda if r[1] in oud),
    }
    for i in upload.inzet:
        plekken |= {("inzet", i.team, a.year) for a, _ in delen(i.van, i.tot)}
        plekken.add(("code", i.opdracht))
    for c in upload.capaciteit:
        plekken |= {("capaciteit", c.team, a.year) for a, _ in delen(c.van, c.tot)}
    for p in upload.teamplannen:
        plekken |= {("teamplannen", p.team, p.jaar), ("code", p.opdracht)}
    for u in upload.uren:
        plekken |= {("uren", begin(u.maand), u.team), ("code", u.opdracht)}
    for b in upload.besteding:
        plekken |= {("besteding", b.opdracht, b.maand), ("code", b.opdracht)}
    for g in upload.gebiedsagenda:
        plekken |= {("gebiedsagenda", g.gebied), ("code", g.opdracht)}
    for o in upload.opdrachten:
        plekken |= {("code", o.opdracht), ("code", o.vorige)}
    return plekken - {("code", None)}
