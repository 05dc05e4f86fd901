"""What a person gives a draft besides changes: a name, a description, a place among the archived.

Owns these, and which draft an account works in. They raise no version, for they change no number.
Must never judge a right. Moments are UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sturing.domain.scenario import Deelrecht, Regel
from sturing.errors import InvoerError
from sturing.store import concepten, deling
from sturing.store.conceptlezing import Concept, lees_stand
from sturing.store.opslag import Opslag
from sturing.store.regel_json import regels_van_json
from sturing.store.sql_tekst import sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Werk:
    """The draft that an account works in; `recht` is None for the owner."""

    concept: Concept
    recht: Deelrecht | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """From which draft a copy was made (None: it is none), and its lines at that moment."""

    kopie_van: int | None
    regels: tuple[Regel, ...]


def benoem(opslag: Opslag, concept: int, naam: str, omschrijving: str) -> None:
    """Give the draft another name and description."""
    with opslag.schrijven() as cursor:
        cursor.execute(sql("concept/zet_naam"), {"concept": concept, "naam": naam})
        cursor.execute(
            sql("concept/zet_omschrijving"), {"concept": concept, "omschrijving": omschrijving}
        )


def archiveer(opslag: Opslag, concept: int, tijdstip: datetime | None) -> None:
    """Put the draft among the archived since `tijdstip`, or (None) bring it back."""
    utc = None if tijdstip is None else tijdstip.astimezone(UTC).replace(tzinfo=None)
    with opslag.schrijven() as cursor:
        cursor.execute(sql("concept/zet_gearchiveerd"), {"concept": concept, "tijdstip": utc})


def kies(opslag: Opslag, account: str, concept: int | None) -> None:
    """The draft that the account works in from now on; None: the newest of its own."""
    with opslag.schrijven() as cursor:
        if concept is None:
            cursor.execute(sql("concept/neem_werkconcept_uit"), {"account": account})
        else:
            waarden = {"account": account, "concept": concept}
            cursor.execute(sql("concept/zet_werkconcept"), waarden)


def werk_van(opslag: Opslag, account: str) -> Werk | None:
    """The draft that the account chose, when it is its own or shared with it and not archived;
    else the newest of its own; None without any."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("concept/werkconcept"), {"account": account}).fetchall()
    if rijen:
        gekozen = _gekozen(opslag, account, rijen[0][0])
        if gekozen is not None:
            return gekozen
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("concept/nieuwste_van"), {"eigenaar": account}).fetchall()
        return Werk(concept=lees_stand(cursor, rijen[0][0]).concept, recht=None) if rijen else None


def herkomst_van(opslag: Opslag, concept: int) -> Herkomst:
    """Where the draft came from. Raises InvoerError when there is none with this number."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("concept/kopie"), {"concept": concept}).fetchall()
    if not rijen:
        raise InvoerError(f"Concept {concept} bestaat niet.")
    kopie_van, regels, _, eigenaar = rijen[0]
    return Herkomst(kopie_van=kopie_van, regels=regels_van_json(regels, eigenaar))


def _gekozen(opslag: Opslag, account: str, concept_id: int) -> Werk | None:
    concept = concepten.lees(opslag, concept_id)
    if concept.gearchiveerd:
        return None
    if concept.eigenaar == account:
        return Werk(concept=concept, recht=None)
    recht = deling.deelnemers(opslag, concept_id).get(account)
    return None if recht is None else Werk(concept=concept, recht=recht)
