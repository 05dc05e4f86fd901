"""The line of the log about one scenario, in one form for all acts on it.

Owns how a scenario is called there. Must be written in the transaction of the act itself.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sturing.domain.wie import Wie
from sturing.services.omgeving import Omgeving
from sturing.store import logboek
from sturing.store.concepten import Concept


def schrijf_over(
    omgeving: Omgeving,
    wie: Wie,
    actie: str,
    concept: Concept,
    *,
    oud: str | None = None,
    nieuw: str | None = None,
) -> None:
    """Write that `wie` did `actie` on this scenario, now."""
    logboek.schrijf(
        omgeving.opslag,
        wie=wie,
        tijdstip=datetime.now(UTC),
        actie=actie,
        object_naam=f"scenario {concept.id}",
        oud=oud,
        nieuw=nieuw,
    )
