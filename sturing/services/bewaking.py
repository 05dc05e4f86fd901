"""Watching over what is stored: a backup after each levering, and who sees the notices.

Must never undo or hide a levering because keeping it safe failed: it is stored, and that is told.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from sturing.domain.levering import Levering
from sturing.domain.wie import Herkomst, RechtRol, Wie
from sturing.errors import RechtError, SturingError
from sturing.services.omgeving import Omgeving
from sturing.store import beheer as opslagbeheer
from sturing.store import bewaking

LOG = logging.getLogger("sturing.services")
ALLEEN_LEZEN = (
    "Sturing kan nu alleen lezen: in de database of haar map kan niet worden geschreven. U kunt "
    "alles bekijken, maar niets opslaan. Vraag de beheerder om schrijfrecht of een andere schijf."
)


def stel_veilig(omgeving: Omgeving, wie: Wie, levering: Levering) -> None:
    """After a stored levering: everything into the file, and a backup with its number.

    Not for a database in memory or a scratch demonstration. What fails is a notice, not an error.
    """
    opslag = omgeving.opslag
    if opslag.pad is None or omgeving.kladmap is not None:
        return
    try:
        opslag.leg_vast()
    except SturingError as fout:
        # The levering is in the log of the database, whole; the next one writes it into the file.
        LOG.info("Levering %d is not yet in the file itself: %s", levering.nummer, fout)
    try:
        opslagbeheer.maak_kopie(opslag, levering.nummer, datetime.now(UTC))
    except SturingError as fout:
        LOG.info("No backup of levering %d: %s", levering.nummer, fout)
        omgeving.meldingen.meld(
            opslag,
            wie,
            onderwerp=f"geen backup van levering {levering.nummer}",
            tekst=f"Levering {levering.nummer} is opgeslagen, maar er kon geen backup van worden "
            f"gemaakt. {fout.message or fout.title} {fout.hint} Na de volgende levering probeert "
            "Sturing het weer; zelf doet u het met: sturing backup.",
        )


def meldingen(omgeving: Omgeving, wie: Wie) -> tuple[str, ...]:
    """What `wie` must know about the database; what only an administrator can do something with,
    only an administrator sees."""
    algemeen = (ALLEEN_LEZEN,) if omgeving.opslag.alleen_lezen else ()
    if not _is_beheer(wie):
        return algemeen
    return (*algemeen, *omgeving.meldingen.ongezien(omgeving.opslag))


def gezien(omgeving: Omgeving, wie: Wie) -> None:
    """The notices were read; they do not come back. Raises RechtError for who may not see them."""
    if not _is_beheer(wie):
        raise RechtError("U mag deze melding niet afsluiten.", hint="Vraag een beheerder.")
    omgeving.meldingen.vluchtig.clear()
    bewaking.zet_gezien(omgeving.opslag, wie=wie, tijdstip=datetime.now(UTC))


def zonder_backup(omgeving: Omgeving, nummer: int) -> str:
    """The notice that levering `nummer` has no backup; empty when it has one."""
    begin = f"Levering {nummer} is opgeslagen, maar"
    return next((m for m in omgeving.meldingen.nieuw if m.startswith(begin)), "")


def _is_beheer(wie: Wie) -> bool:
    return wie.herkomst in (Herkomst.SYSTEEM, Herkomst.LOKAAL) or any(
        toekenning.rol is RechtRol.BEHEERDER for toekenning in wie.toekenningen
    )
