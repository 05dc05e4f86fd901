"""The prioriteringsgesprek: what was agreed with one portefeuillehouder. Never changed, only added.

Times are UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sturing.domain.codes import PersoonCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Gespreksnotitie:
    """One note of a talk, with who wrote it and when."""

    nummer: int
    portefeuillehouder: PersoonCode
    tijdstip: datetime
    account: str
    naam: str
    tekst: str
