"""What a result means: per opdracht, per dimension, per team and month. Types and the comparison.

Owns the frozen rows that services and screens read; `engine/tellen.py` fills them. Hours are whole
hundredths of an hour, euros whole cents, coverage an exact fraction (None without demand).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.tijd import Maand


class Dimensie(StrEnum):
    """The ways in which one result is divided (rekenmodel section 5); each adds up to the whole."""

    OPDRACHTGEVER = "opdrachtgever"
    PORTEFEUILLEHOUDER = "portefeuillehouder"
    GEBIED = "gebied"
    PROGRAMMA = "programma"
    DOEL = "doel"
    SOORT_WERK = "soort_werk"
    TEAM = "team"
    DOMEIN = "domein"
    ORGANISATIE = "organisatie"


ORGANISATIE_SLEUTEL = "organisatie"
"""The key of the one row of Dimensie.ORGANISATIE."""


def dekking(gevraagd: int, toegekend: int) -> Fraction | None:
    """Granted divided by asked; None without demand, never 0 or 1."""
    return Fraction(toegekend, gevraagd) if gevraagd else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantallen:
    """Number of opdrachten by status; `zonder_vraag` ask no hours (perhaps euros)."""

    haalbaar: int = 0
    onder_druk: int = 0
    niet_haalbaar: int = 0
    zonder_vraag: int = 0

    @property
    def totaal(self) -> int:
        return self.haalbaar + self.onder_druk + self.niet_haalbaar + self.zonder_vraag


@dataclass(frozen=True, slots=True, kw_only=True)
class Paar:
    """Asked and granted hours: of an effect the second pair, outside the sum of its dimension."""

    gevraagd_honderdste: int
    toegekend_honderdste: int

    @property
    def tekort_honderdste(self) -> int:
        return self.gevraagd_honderdste - self.toegekend_honderdste

    @property
    def dekking(self) -> Fraction | None:
        return dekking(self.gevraagd_honderdste, self.toegekend_honderdste)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effectregel:
    """One key of one dimension. `sleutel` None is what has no key ("zonder opdrachtgever").

    `aanbod_honderdste` exists for team, domein and organisatie. The euros are None in the
    dimensions that euros are not divided over (team, domein, gebied). `beschikbaar_cent` is the
    limit of a programma over the years of the horizon, None when a year has no limit.
    `met_onderliggend` (gebied) adds the areas below it; `mede` (portefeuillehouder) holds the
    opdrachten on which this person is named, but not first.
    """

    sleutel: str | None
    aanbod_honderdste: int | None
    gevraagd_honderdste: int
    toegekend_honderdste: int
    aantallen: Aantallen
    gevraagd_cent: int | None
    toegekend_cent: int | None
    beschikbaar_cent: int | None = None
    met_onderliggend: Paar | None = None
    mede: Paar | None = None

    @property
    def tekort_honderdste(self) -> int:
        return self.gevraagd_honderdste - self.toegekend_honderdste

    @property
    def dekking(self) -> Fraction | None:
        return dekking(self.gevraagd_honderdste, self.toegekend_honderdste)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtregel:
    """One claiming opdracht in the order; `plaats` is 1 for the first.

    `bindend_team` is the team with most hours short (ties to the lower code), None when no hour is
    short. `past`: it gets everything it asks (hours in strikt, hours and euros in the others).
    """

    opdracht: OpdrachtCode
    plaats: int
    gevraagd_honderdste: int
    toegekend_honderdste: int
    gevraagd_cent: int
    toegekend_cent: int
    status: Haalbaarheid | None
    past: bool
    bindend_team: TeamCode | None
    bindend_tekort_honderdste: int
    budget_tekort: bool

    @property
    def tekort_honderdste(self) -> int:
        return self.gevraagd_honderdste - self.toegekend_honderdste

    @property
    def dekking(self) -> Fraction | None:
        return dekking(self.gevraagd_honderdste, self.toegekend_honderdste)


@dataclass(frozen=True, slots=True, kw_only=True)
class Focusregel:
    """Focus and Ruimte of one team in one month (sturingskader, "Focus en ruimte").

    `versnippering` is opdrachten with granted hours per fte, None without fte; `kruimels` counts
    those below the norm of 8 hours.
    """

    team: TeamCode
    maand: Maand
    onderhanden: int
    versnippering: Fraction | None
    kruimels: int
    ruimte_norm_honderdste: int
    niet_toegekend_honderdste: int


@dataclass(frozen=True, kw_only=True)
class Effecten:
    """Everything a page shows of one result.

    `opdrachten` in order, claiming ones only. `lijn` is the place of the last opdracht above the
    line, 0 when there is none; `lijn_per_team` likewise, in places of the whole organisation.
    `per` is sorted by key with None last. `focus` is worked out on first use (no slots for that).
    """

    opdrachten: tuple[Opdrachtregel, ...]
    lijn: int
    lijn_per_team: Mapping[TeamCode, int]
    per: Mapping[Dimensie, tuple[Effectregel, ...]]
    bereken_focus: Callable[[], tuple[Focusregel, ...]] = field(repr=False, compare=False)

    @cached_property
    def focus(self) -> tuple[Focusregel, ...]:
        """Every team and month of the horizon, sorted by team, then month."""
        return self.bereken_focus()

    @property
    def organisatie(self) -> Effectregel:
        return self.per[Dimensie.ORGANISATIE][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschilregel:
    """One key before and after; None on the side where the key does not occur."""

    sleutel: str | None
    voor: Effectregel | None
    na: Effectregel | None

    @property
    def verschil_honderdste(self) -> int:
        """Granted hours after less before."""
        voor = self.voor.toegekend_honderdste if self.voor else 0
        na = self.na.toegekend_honderdste if self.na else 0
        return na - voor


def vergelijk(voor: Effecten, na: Effecten) -> Mapping[Dimensie, tuple[Verschilregel, ...]]:
    """Every key of both results in every dimension, as `vergelijk_per`."""
    return {dimensie: vergelijk_per(voor, na, dimensie) for dimensie in Dimensie}


def vergelijk_per(voor: Effecten, na: Effecten, dimensie: Dimensie) -> tuple[Verschilregel, ...]:
    """Every key of both results, same order for winners and losers: by key, None last."""
    links = {regel.sleutel: regel for regel in voor.per[dimensie]}
    rechts = {regel.sleutel: regel for regel in na.per[dimensie]}
    sleutels = sorted(links | rechts, key=lambda sleutel: (sleutel is None, sleutel or ""))
    return tuple(Verschilregel(sleutel=s, voor=links.get(s), na=rechts.get(s)) for s in sleutels)
