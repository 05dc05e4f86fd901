"""The log: who did what with which object, append-only, every line chained to the one before.

Owns the chain: hash = SHA-256 of the previous hash, a line break and the canonical JSON of the
line. A line is written in the transaction of the change that it names. Must never hold cell
contents or secrets; `oud` and `nieuw` are for decisions (vertrouwen.md, Log). Times are UTC.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from sturing.domain.wie import Wie
from sturing.errors import InvariantError
from sturing.store.opslag import Cursor, Opslag
from sturing.store.sql_tekst import sql

BEGIN = "0" * 64
"""What stands for the previous hash of the first line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logregel:
    """One line; `hash` chains it to the line before it, number 1 is the first."""

    volgnr: int
    tijdstip: datetime
    account: str
    herkomst: str
    actie: str
    object: str
    uitkomst: str
    oud: str | None
    nieuw: str | None
    hash: str

    def hash_na(self, vorige: str) -> str:
        """What the hash of this line must be after a line with hash `vorige`."""
        inhoud = {
            "volgnr": self.volgnr,
            "tijdstip": self.tijdstip.astimezone(UTC).isoformat(timespec="microseconds"),
            "account": self.account,
            "herkomst": self.herkomst,
            "actie": self.actie,
            "object": self.object,
            "uitkomst": self.uitkomst,
            "oud": self.oud,
            "nieuw": self.nieuw,
        }
        tekst = json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(f"{vorige}\n{tekst}".encode()).hexdigest()


def schrijf(
    opslag: Opslag,
    *,
    wie: Wie,
    tijdstip: datetime,
    actie: str,
    object_naam: str,
    uitkomst: str = "gelukt",
    oud: str | None = None,
    nieuw: str | None = None,
) -> int:
    """Add one line and give its number; inside a `schrijven` block it is part of that transaction.

    `tijdstip` must have a time zone (InvariantError).
    """
    if tijdstip.tzinfo is None:
        raise InvariantError("Het tijdstip van een logregel heeft geen tijdzone.")
    with opslag.schrijven() as cursor:
        vorige = cursor.execute(sql("logboek/laatste")).fetchall()
        volgnr, vorige_hash = vorige[0] if vorige else (0, BEGIN)
        velden = {
            "volgnr": volgnr + 1,
            "tijdstip": tijdstip.astimezone(UTC).replace(tzinfo=None),
            "account": wie.account,
            "herkomst": str(wie.herkomst),
            "actie": actie,
            "object": object_naam,
            "uitkomst": uitkomst,
            "oud": oud,
            "nieuw": nieuw,
        }
        regel = _regel((*velden.values(), ""))
        cursor.execute(sql("logboek/voeg_in"), {**velden, "hash": regel.hash_na(vorige_hash)})
    return regel.volgnr


def lees(opslag: Opslag, vanaf: int = 1) -> tuple[Logregel, ...]:
    """The lines from number `vanaf`, oldest first."""
    with opslag.lezen() as cursor:
        return _lees(cursor, vanaf)


def verifieer(opslag: Opslag) -> int | None:
    """The number of the first line that does not fit the chain; None when all is well.

    A line that was changed, inserted, moved or removed breaks the chain there. Lines cut off at the
    end are seen by `beheer.controleer`: every levering has its line.
    """
    vorige = BEGIN
    for verwacht, regel in enumerate(lees(opslag), start=1):
        if regel.volgnr != verwacht or regel.hash != regel.hash_na(vorige):
            return verwacht
        vorige = regel.hash
    return None


def _lees(cursor: Cursor, vanaf: int) -> tuple[Logregel, ...]:
    rijen = cursor.execute(sql("logboek/lees"), {"vanaf": vanaf}).fetchall()
    return tuple(_regel(rij) for rij in rijen)


def _regel(rij: tuple[object, ...]) -> Logregel:
    volgnr, tijdstip, *tekst, oud, nieuw, hash_ = rij
    if not (isinstance(volgnr, int) and isinstance(tijdstip, datetime)):
        raise InvariantError("Een regel van het log heeft geen nummer of tijdstip.")
    account, herkomst, actie, object_naam, uitkomst = (str(deel) for deel in tekst)
    return Logregel(
        volgnr=volgnr,
        tijdstip=tijdstip.replace(tzinfo=UTC),
        account=account,
        herkomst=herkomst,
        actie=actie,
        object=object_naam,
        uitkomst=uitkomst,
        oud=None if oud is None else str(oud),
        nieuw=None if nieuw is None else str(nieuw),
        hash=str(hash_),
    )
