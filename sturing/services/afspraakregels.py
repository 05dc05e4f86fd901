"""The afspraken in force, the reasons that were given, and what the checks read of a plan.

Owns reading them (kept in memory while nothing is written). Must never judge a right.
"""

from __future__ import annotations

from datetime import date

from sturing.analyses.afspraken.regels import regels_na
from sturing.analyses.afspraken.stof import Toetsstof, toetsstof
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
