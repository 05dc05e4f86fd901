"""Which levering brought what, with its day and who; and which day it is.

Owns the one place where the clock is asked for the calendar of leveringen: analyses get the day as
an argument. Must never judge. A day is that of this computer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sturing.analyses.volledigheid import Bladplek, Inlevering
from sturing.services import notatie
from sturing.services.omgeving import Omgeving
from sturing.store import leveringen as register
from sturing.store.inleveringen import laatste_per_bladplek


def vandaag() -> date:
    """The day of now by the clock of this computer."""
    return notatie.dag(datetime.now(UTC))


def inleveringen(omgeving: Omgeving) -> Mapping[Bladplek, Inlevering]:
    """The levering that last touched each sheet of a team, an area or the organisation."""
    laatste = laatste_per_bladplek(omgeving.opslag)
    bekend = {
        levering.nummer: Inlevering(
            nummer=levering.nummer, dag=notatie.dag(levering.tijdstip), naam=levering.naam
        )
        for levering in register.lijst(omgeving.opslag)
    }
    return {plek: bekend[nummer] for plek, nummer in laatste.items()}
