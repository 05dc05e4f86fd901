"""A proposal, the reactions to it, and the decision: the words of the ledger.

Frozen records; nothing here is ever changed after it was stored, except the `stand` of a proposal.
Times are UTC, hours hundredths of an hour, euros cents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.domain.organisatie import Capaciteitsregel
from sturing.domain.plan import Instellingen
from sturing.domain.tijd import Horizon
from sturing.domain.wijziging import Wijziging


class Voorstelstand(StrEnum):
    """Where a proposal is. Only an open one can be decided on or answered."""

    OPEN = "open"
    AANGENOMEN = "aangenomen"
    AFGEWEZEN = "afgewezen"
    TERUGGESTUURD = "teruggestuurd"
    INGETROKKEN = "ingetrokken"


class Reactiesoort(StrEnum):
    """What somebody says about a proposal; `antwoord` is to an objection, `vraag` sends back."""

    AKKOORD = "akkoord"
    BEZWAAR = "bezwaar"
    ANTWOORD = "antwoord"
    ADVIES = "advies"
    VRAAG = "vraag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlies:
    """What one opdracht loses against the plan in force; both at least 0, one of them above."""

    opdracht: OpdrachtCode
    uren_honderdste: int
    euro_cent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactie:
    """One reaction; `bij` is the number of the objection that an answer is to.

    `verlies` is what the own opdrachten lost when it was given: an agreement holds no further.
    """

    nummer: int
    soort: Reactiesoort
    account: str
    naam: str
    persoon: PersoonCode | None
    tijdstip: datetime
    tekst: str
    bij: int | None = None
    verlies: tuple[Verlies, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """A frozen copy of the changes of a draft, laid before who decides.

    `versie` rises with every reaction and change of `stand`. `basis_levering` and `vingerafdruk`
    say of which data the numbers were that its maker saw. `concept_versie` is the version of the
    draft that was copied.
    """

    nummer: int
    titel: str
    toelichting: str
    account: str
    naam: str
    persoon: PersoonCode | None
    tijdstip: datetime
    reactie_tot: date
    horizon: Horizon
    concept: int
    concept_versie: int
    basis_levering: int
    vingerafdruk: str
    wijzigingen: tuple[Wijziging, ...]
    stand: Voorstelstand
    versie: int
    reacties: tuple[Reactie, ...] = ()

    @property
    def bezwaren(self) -> tuple[Reactie, ...]:
        """Every objection, oldest first."""
        return tuple(r for r in self.reacties if r.soort is Reactiesoort.BEZWAAR)

    def antwoord_op(self, bezwaar: Reactie) -> Reactie | None:
        """The last answer to an objection; None while there is none."""
        antwoorden = [
            r for r in self.reacties if r.soort is Reactiesoort.ANTWOORD and r.bij == bezwaar.nummer
        ]
        return antwoorden[-1] if antwoorden else None

    def ingetrokken(self, bezwaar: Reactie) -> bool:
        """Did who objected agree later?"""
        return any(
            r.soort is Reactiesoort.AKKOORD
            and r.account == bezwaar.account
            and r.nummer > bezwaar.nummer
            for r in self.reacties
        )

    @property
    def open_bezwaren(self) -> tuple[Reactie, ...]:
        """Objections without an answer whose maker did not agree later."""
        return tuple(
            b for b in self.bezwaren if self.antwoord_op(b) is None and not self.ingetrokken(b)
        )


def _geen_rang() -> Mapping[OpdrachtCode, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class BeslotenStaat:
    """What decisions leave beside the sheets: the order, the settings and the added supply."""

    rang: Mapping[OpdrachtCode, int] = field(default_factory=_geen_rang)
    instellingen: Instellingen = field(default_factory=Instellingen)
    aanbod: tuple[Capaciteitsregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaartekst:
    """An objection that stood when was decided (not taken back): who, the words, and the last
    answer to it; an empty `antwoord` is an objection that was still open."""

    naam: str
    tekst: str
    antwoord: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """One line of the ledger: a proposal that was taken (a levering) or turned down (none).

    `vingerafdruk` is of the data, the changes, the horizon and the engine version (`rekenversie`)
    on which was decided; `vingerafdruk_na` that of the plan in force right after it. `staat_voor`
    and `staat_na` are what stood beside the sheets before and after; None after a refusal.
    """

    nummer: int
    voorstel: int
    titel: str
    stand: Voorstelstand
    basis_levering: int
    levering: int | None
    tijdstip: datetime
    account: str
    naam: str
    rol: str
    reden: str
    horizon: Horizon
    vingerafdruk: str
    vingerafdruk_na: str | None
    rekenversie: str
    wijzigingen: tuple[Wijziging, ...]
    bezwaren: tuple[Bezwaartekst, ...]
    staat_voor: BeslotenStaat
    staat_na: BeslotenStaat | None
