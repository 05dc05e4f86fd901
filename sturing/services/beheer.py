"""Keeping the database well: backup, restore and the check. Thin: the store does the work."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sturing.domain.wie import Herkomst, Wie
from sturing.errors import RechtError
from sturing.services.besluitplan import controleer_besluiten
from sturing.services.omgeving import Omgeving
from sturing.store import beheer as opslagbeheer
from sturing.store import logboek
from sturing.store.opslag import Opslag


def _eis_beheer(wie: Wie) -> None:
    if wie.herkomst not in (Herkomst.SYSTEEM, Herkomst.LOKAAL):
        raise RechtError(
            "U mag geen kopie van de database maken of terugzetten.",
            hint="Vraag een beheerder.",
        )


def backup(omgeving: Omgeving, wie: Wie, pad: Path) -> None:
    """Write a whole copy of the database to `pad`; refuses to overwrite. Raises OpslagError."""
    _eis_beheer(wie)
    opslagbeheer.backup(omgeving.opslag, pad)
    logboek.schrijf(
        omgeving.opslag,
        wie=wie,
        tijdstip=datetime.now(UTC),
        actie="backup maken",
        object_naam=pad.name,
    )


def herstel(wie: Wie, backup_pad: Path, db_pad: Path) -> Path | None:
    """Put a backup back at `db_pad`, with a line in its log.

    What stood there is kept beside it: its new path is the answer. Raises BestandError,
    BezetError or OpslagError; then nothing has changed.
    """
    _eis_beheer(wie)
    bewaard = opslagbeheer.herstel(backup_pad, db_pad)
    with Opslag.open(db_pad, nieuw=False) as opslag:
        logboek.schrijf(
            opslag,
            wie=wie,
            tijdstip=datetime.now(UTC),
            actie="backup terugzetten",
            object_naam=backup_pad.name,
        )
    return bewaard


def controleer(omgeving: Omgeving, wie: Wie) -> tuple[str, ...]:
    """Problems of the database as Dutch sentences; empty when all is well. Every decision of the
    ledger is calculated again; of those the first that differs is told."""
    _eis_beheer(wie)
    return (*opslagbeheer.controleer(omgeving.opslag), *controleer_besluiten(omgeving))
