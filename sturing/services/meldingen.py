"""The notices to the administrator as this process knows them. Who sees them: bewaking.py."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sturing.domain.wie import Wie
from sturing.errors import SturingError
from sturing.store import bewaking
from sturing.store.opslag import Opslag

LOG = logging.getLogger("sturing.services")


@dataclass(slots=True)
class Meldingen:
    """`nieuw` came up in this process; `vluchtig` are those of them that the database could not
    keep, so that they end with the process."""

    nieuw: list[str] = field(default_factory=list)
    vluchtig: list[str] = field(default_factory=list)
    _ongezien: tuple[int, tuple[str, ...]] | None = None

    def ongezien(self, opslag: Opslag) -> tuple[str, ...]:
        """What nobody has acknowledged; the database is read only when something was written."""
        geschreven = opslag.geschreven
        bekend = self._ongezien
        if bekend is None or bekend[0] != geschreven:
            bekend = self._ongezien = (geschreven, bewaking.ongezien(opslag))
        return (*bekend[1], *self.vluchtig)

    def meld(
        self, opslag: Opslag, wie: Wie, *, onderwerp: str, tekst: str, bestanden: Iterable[str] = ()
    ) -> None:
        """Tell `tekst`, and keep it in the database until it was seen; `onderwerp` is for the log.

        Never fails: a database that cannot keep it is what there is to tell.
        """
        self.nieuw.append(tekst)
        try:
            bewaking.meld(
                opslag,
                wie=wie,
                tijdstip=datetime.now(UTC),
                onderwerp=onderwerp,
                tekst=tekst,
                bestanden=bestanden,
            )
        except SturingError as fout:
            LOG.info("A notice could not be stored: %s", fout)
            self.vluchtig.append(tekst)
