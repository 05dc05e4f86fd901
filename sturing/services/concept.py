"""The working draft of a person: finding it, calculating it, and running one change on it.

Owns that a refusal by a rule becomes words and that a change made elsewhere is never overwritten.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sturing.domain.wie import Wie
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.errors import ConflictError
from sturing.rights.mag import Actie, eis, object_scenario
from sturing.services.omgeving import Basis, Omgeving
from sturing.store import concepten
from sturing.store.concepten import Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Verplaatsing:
    """Answer to one change: what a screen reader hears, or why it was refused (then nothing
    changed)."""

    aankondiging: str = ""
    geweigerd: str = ""


def eigen_concept(omgeving: Omgeving, wie: Wie) -> Concept | None:
    """The working draft of the acting user, the newest of its own; None before the first change."""
    return omgeving.concept(wie.account)


def uitkomst_van(
    omgeving: Omgeving, basis: Basis, concept: Concept | None, vorige: Uitkomst | None = None
) -> Uitkomst:
    """The result of a draft; an empty draft, or none, is the plan in force itself.

    `vorige` is a result of the same plan: when the facts of the draft are its facts, as after a
    move, its arrays are used again.
    """
    if concept is None or not concept.wijzigingen:
        return basis.uitkomst
    horizon = basis.uitkomst.horizon
    sleutel = (concept.id, concept.versie, basis.levering, horizon)
    return omgeving.onthoud(
        sleutel,
        lambda: reken(basis.plan, horizon, concept.wijzigingen, basis=vorige or basis.uitkomst),
    )


def _eerste_concept(omgeving: Omgeving, wie: Wie) -> Concept:
    """The first draft of the acting user. Under the write lock: two windows that begin at the same
    moment get the same draft, so that neither works on one that the other hides."""
    with omgeving.opslag.schrijven():
        return eigen_concept(omgeving, wie) or concepten.maak(
            omgeving.opslag,
            naam=f"Concept van {wie.naam}",
            eigenaar=wie.account,
            basis_levering=omgeving.nummer(),
        )


def in_concept(
    omgeving: Omgeving,
    wie: Wie,
    versie: int | None,
    doe: Callable[[Concept], Verplaatsing],
) -> Verplaatsing:
    """Run one change on the acting user's draft; a refusal by a rule becomes words, not a crash.

    `versie` is the draft that the person saw: 0 for none yet, None when it does not matter (a
    setting that is replaced as a whole).
    """
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    concept = eigen_concept(omgeving, wie) or _eerste_concept(omgeving, wie)
    # Who saw no draft yet may only begin one: another window may have begun it since.
    if versie is not None and concept.versie != (versie or concepten.EERSTE_VERSIE):
        return Verplaatsing(
            geweigerd="Dit concept is net ergens anders gewijzigd. U ziet nu de nieuwste stand."
        )
    try:
        return doe(concept)
    except ConflictError as fout:
        return Verplaatsing(geweigerd=f"{fout.title} {fout.hint}".strip())
