"""Beginning a draft, however it comes about.

Owns that no draft comes into being without a line in the log, in the same transaction: one that a
person names, the one that the first change begins, and one that is made of a proposal. Rights are
asked by the callers. No units.
"""

from __future__ import annotations

from collections.abc import Iterable

from sturing.domain.wie import Wie
from sturing.domain.wijziging import Wijziging
from sturing.services.omgeving import Omgeving
from sturing.services.scenariolog import schrijf_over
from sturing.store import concepten, scenarios
from sturing.store.concepten import Concept

MAKEN = "scenario maken"


def begin(
    omgeving: Omgeving,
    wie: Wie,
    naam: str,
    omschrijving: str = "",
    *,
    levering: int | None = None,
    herkomst: str = "",
) -> Concept:
    """A new, empty draft of `wie` on `levering` (without it that of now), with its line in the log
    that says where it came from (without `herkomst` its name); to be called in a transaction."""
    concept = concepten.maak(
        omgeving.opslag,
        naam=naam,
        eigenaar=wie.account,
        basis_levering=omgeving.nummer() if levering is None else levering,
        omschrijving=omschrijving,
    )
    schrijf_over(omgeving, wie, MAKEN, concept, nieuw=herkomst or naam)
    return concept


def begin_met(
    omgeving: Omgeving,
    wie: Wie,
    naam: str,
    wijzigingen: Iterable[Wijziging],
    *,
    omschrijving: str = "",
    levering: int | None = None,
    herkomst: str = "",
) -> int:
    """As `begin`, with these changes, and `wie` works in it from then on; its number."""
    concept = begin(omgeving, wie, naam, omschrijving, levering=levering, herkomst=herkomst)
    concepten.vervang(omgeving.opslag, concept.id, wijzigingen, concept.versie)
    scenarios.kies(omgeving.opslag, wie.account, concept.id)
    return concept.id
