"""Making, naming, copying, archiving and choosing scenarios; each asked by right and logged.

Owns what a name may be. Sharing has its own module (delen.py), changes of the plan too (concept.py
and the services of the knobs). Every act is stored with its line of the log or not at all.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sturing.domain.wie import Wie
from sturing.errors import InvoerError
from sturing.rights.mag import Actie, eis, object_scenario
from sturing.services.omgeving import Omgeving
from sturing.services.scenariobegin import begin
from sturing.services.scenariolog import schrijf_over
from sturing.services.scenariorecht import eis_eigenaar, eis_meewerken, eis_zien
from sturing.store import concepten, scenarios
from sturing.store.concepten import Concept

MAX_NAAM = 60
MAX_OMSCHRIJVING = 500


def maak(omgeving: Omgeving, wie: Wie, naam: str, omschrijving: str = "") -> int:
    """A new, empty scenario on the plan of now, which `wie` works in from then on; its number.

    Raises RechtError without the right to an own scenario, InvoerError for a name or description
    that is empty or too long.
    """
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    schoon = _naam(naam)
    with omgeving.opslag.schrijven():
        concept = begin(omgeving, wie, schoon, _omschrijving(omschrijving))
        scenarios.kies(omgeving.opslag, wie.account, concept.id)
    return concept.id


def kopieer(omgeving: Omgeving, wie: Wie, nummer: int, naam: str) -> int:
    """A copy, as an own scenario, of one that `wie` may see; its number. `wie` works in it next.

    Raises RechtError, or InvoerError as `maak`.
    """
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    schoon = _naam(naam)
    with omgeving.opslag.schrijven():
        bron = eis_zien(omgeving, wie, nummer)
        concept = concepten.kopieer(omgeving.opslag, bron.id, naam=schoon, eigenaar=wie.account)
        scenarios.kies(omgeving.opslag, wie.account, concept.id)
        schrijf_over(omgeving, wie, "scenario kopiëren", concept, oud=bron.naam, nieuw=schoon)
    return concept.id


def hernoem(omgeving: Omgeving, wie: Wie, nummer: int, naam: str, omschrijving: str) -> None:
    """Another name and description, by the owner or who works in it. Raises as `maak`."""
    schoon, uitleg = _naam(naam), _omschrijving(omschrijving)
    with omgeving.opslag.schrijven():
        concept = eis_meewerken(omgeving, wie, nummer)
        scenarios.benoem(omgeving.opslag, nummer, schoon, uitleg)
        schrijf_over(omgeving, wie, "scenario hernoemen", concept, oud=concept.naam, nieuw=schoon)


def archiveer(omgeving: Omgeving, wie: Wie, nummer: int) -> None:
    """Put the scenario away, by its owner: nobody works in it until it is brought back."""
    with omgeving.opslag.schrijven():
        concept = eis_eigenaar(omgeving, wie, nummer)
        nu = datetime.now(UTC)
        scenarios.archiveer(omgeving.opslag, nummer, nu)
        schrijf_over(omgeving, wie, "scenario archiveren", concept)


def haal_terug(omgeving: Omgeving, wie: Wie, nummer: int) -> None:
    """Bring an archived scenario back, by its owner."""
    with omgeving.opslag.schrijven():
        concept = eis_eigenaar(omgeving, wie, nummer)
        scenarios.archiveer(omgeving.opslag, nummer, None)
        schrijf_over(omgeving, wie, "scenario terughalen", concept)


def kies(omgeving: Omgeving, wie: Wie, nummer: int) -> Concept:
    """Work in (or look at) this scenario from now on, on every screen of this account.

    Raises RechtError when it is not shared with `wie`, InvoerError when it is archived.
    """
    with omgeving.opslag.schrijven():
        concept = eis_zien(omgeving, wie, nummer)
        if concept.gearchiveerd:
            raise InvoerError(
                f"Scenario '{concept.naam}' is gearchiveerd.",
                hint="Haal het eerst terug bij Scenario's.",
            )
        scenarios.kies(omgeving.opslag, wie.account, nummer)
    return concept


def _naam(naam: str) -> str:
    schoon = " ".join(naam.split())
    if not schoon or len(schoon) > MAX_NAAM:
        raise InvoerError(
            f"Een scenario heeft een naam van 1 tot en met {MAX_NAAM} tekens.",
            hint="Er is niets opgeslagen.",
        )
    return schoon


def _omschrijving(tekst: str) -> str:
    schoon = tekst.strip()
    if len(schoon) > MAX_OMSCHRIJVING:
        raise InvoerError(
            f"Een omschrijving heeft hoogstens {MAX_OMSCHRIJVING} tekens.",
            hint="Er is niets opgeslagen.",
        )
    return schoon
