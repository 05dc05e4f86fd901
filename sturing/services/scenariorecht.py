"""Who may see, change and share one scenario, asked at the moment of each act.

Owns how the sharing of a scenario becomes an object of the rights. Must never store anything.
"""

from __future__ import annotations

from sturing.domain.scenario import Deelrecht
from sturing.domain.wie import Wie
from sturing.errors import RechtError
from sturing.rights.mag import Actie, Object, eis, mag, mag_iets_lezen, object_scenario
from sturing.services.omgeving import Omgeving
from sturing.store import concepten, deling
from sturing.store.concepten import Concept


def object_van(omgeving: Omgeving, concept: Concept) -> Object:
    """The scenario with everybody who may work in it."""
    delen = deling.deelnemers(omgeving.opslag, concept.id)
    mee = frozenset(account for account, recht in delen.items() if recht is Deelrecht.MEEWERKEN)
    return object_scenario(concept.eigenaar, meewerkers=mee)


def mag_zien(omgeving: Omgeving, wie: Wie, concept: Concept) -> bool:
    """The owner and everybody with whom it is shared, as long as they may read anything at all."""
    if mag(wie, Actie.EIGEN_SCENARIO, object_van(omgeving, concept)):
        return True
    return wie.account in deling.deelnemers(omgeving.opslag, concept.id) and mag_iets_lezen(wie)


def eis_zien(omgeving: Omgeving, wie: Wie, nummer: int) -> Concept:
    """The scenario. RechtError when it is not there or not shared with `wie`: both the same."""
    concept = concepten.zoek(omgeving.opslag, nummer)
    if concept is None or not mag_zien(omgeving, wie, concept):
        raise RechtError(
            "Dit scenario is niet met u gedeeld, of het bestaat niet.",
            hint="Vraag wie het scenario maakte om het met u te delen.",
        )
    return concept


def eis_meewerken(omgeving: Omgeving, wie: Wie, nummer: int) -> Concept:
    """The scenario, for its owner and who may work in it; RechtError for anybody else."""
    concept = eis_zien(omgeving, wie, nummer)
    eis(wie, Actie.EIGEN_SCENARIO, object_van(omgeving, concept))
    return concept


def eis_eigenaar(omgeving: Omgeving, wie: Wie, nummer: int) -> Concept:
    """The scenario, for its owner only; RechtError for anybody else."""
    concept = eis_zien(omgeving, wie, nummer)
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(concept.eigenaar))
    return concept
