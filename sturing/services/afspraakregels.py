"""The afspraken in force, the reasons that were given, and what the checks read of a plan.

Owns reading and testing them (kept in memory while nothing is written). Must never judge a right.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import date

from sturing.analyses.afspraken.regels import regels_na
from sturing.analyses.afspraken.stof import Toetsstof, toetsstof
from sturing.analyses.afspraken.toets import Afspraakuitslag, toets
from sturing.domain.afspraak import Afspraak, Afspraakreden, Afspraakwijziging
from sturing.errors import InvoerError
from sturing.services.basis import Basis
from sturing.services.geheugen import Geheugen
from sturing.services.omgeving import Omgeving
from sturing.store import afspraken as opgeslagen

_WIJZIGINGEN = Geheugen(lees=opgeslagen.wijzigingen)
_REDENEN = Geheugen(lees=opgeslagen.redenen)


def wijzigingen_nu(omgeving: Omgeving) -> tuple[Afspraakwijziging, ...]:
    """Every change of an afspraak, oldest first."""
    return _WIJZIGINGEN.van(omgeving.opslag)


def redenen_nu(omgeving: Omgeving) -> tuple[Afspraakreden, ...]:
    """Every reason that was given or taken back, oldest first, whoever asks: filter before showing
    them."""
    return _REDENEN.van(omgeving.opslag)


def regels_nu(omgeving: Omgeving) -> tuple[Afspraak, ...]:
    """The afspraken in force, in the order of the product."""
    return regels_na(wijzigingen_nu(omgeving))


def regel(omgeving: Omgeving, code: str) -> Afspraak:
    """One afspraak in force. Raises InvoerError for a code that does not exist."""
    for afspraak in regels_nu(omgeving):
        if afspraak.code == code:
            return afspraak
    raise InvoerError(f"De afspraak '{code}' bestaat niet.")


def stof_van(basis: Basis, dag: date | None = None) -> Toetsstof:
    """What the checks read of this plan, on `dag` (None: the day of `basis`)."""
    return toetsstof(basis.uitkomst, dag or basis.dag, basis.delegaties)


@dataclass(frozen=True, slots=True, kw_only=True)
class Getoetstplan:
    """One plan with the judgement of every rule that is on, of everything or of what one sees;
    `verborgen` counts the judgements that are kept from sight."""

    stof: Toetsstof
    uitslagen: tuple[Afspraakuitslag, ...]
    verborgen: int = 0

    @property
    def punten(self) -> int:
        """How many points are open."""
        return sum(len(uitslag.open) for uitslag in self.uitslagen)


@dataclass(slots=True)
class _Toetsen:
    """The last plans that were tested, each as it was after so many stored transactions."""

    slot: threading.Lock = field(default_factory=threading.Lock)
    bekend: list[tuple[int, date, Getoetstplan]] = field(default_factory=list)

    def zoek(self, basis: Basis, geschreven: int) -> Getoetstplan | None:
        with self.slot:
            for toen, dag, plan in self.bekend:
                gelijk = plan.stof.uitkomst is basis.uitkomst
                if gelijk and (toen, dag) == (geschreven, basis.dag):
                    return plan
        return None

    def bewaar(self, basis: Basis, geschreven: int, plan: Getoetstplan) -> None:
        with self.slot:
            self.bekend.append((geschreven, basis.dag, plan))
            del self.bekend[:-MAX_TOETSEN]


MAX_TOETSEN = 8
_TOETSEN = _Toetsen()


def toets_nu(omgeving: Omgeving, basis: Basis) -> Getoetstplan:
    """The plan of `basis` tested, whoever asks: filter before showing it. Tested once for all."""
    geschreven = omgeving.opslag.geschreven
    plan = _TOETSEN.zoek(basis, geschreven)
    if plan is None:
        stof = stof_van(basis)
        uitslagen = toets(stof, regels_nu(omgeving), redenen_nu(omgeving))
        plan = Getoetstplan(stof=stof, uitslagen=uitslagen)
        _TOETSEN.bewaar(basis, geschreven, plan)
    return plan
