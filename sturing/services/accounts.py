"""Which accounts there are and how they are called on a screen.

Owns the list of known accounts: the identities of the demonstration, or the one local user. A
screen never shows the account itself. Must never judge a right.
"""

from __future__ import annotations

from sturing.demonstratie.identiteiten import IDENTITEITEN
from sturing.domain.wie import Wie
from sturing.services.omgeving import LOKAAL, Omgeving

ONBEKEND = "Een collega"


def bekende(omgeving: Omgeving) -> tuple[Wie, ...]:
    """Every account that can be chosen, in the order in which a list shows them."""
    return IDENTITEITEN if omgeving.demo else (LOKAAL,)


def naam_van(omgeving: Omgeving, account: str) -> str:
    """How the account is called; ONBEKEND for one that is not known any more."""
    return next((w.naam for w in bekende(omgeving) if w.account == account), ONBEKEND)
