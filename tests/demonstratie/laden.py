"""Loads workbooks the way any upload is loaded: judged, then stored as one levering."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sturing.domain.wie import Herkomst, Wie
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.lezer import lees_bestand
from sturing.store import leveringen as register
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_bladen


def lees_in(opslag: Opslag, paden: Sequence[Path]) -> Beoordeling:
    """Judge and store these files as one levering."""
    bestanden = [Bestand(naam=pad.name, inhoud=pad.read_bytes()) for pad in paden]
    # Our own files: no guarded process for each.
    beoordeling = beoordeel(bestanden, lees_bladen(opslag), {}, lees=lees_bestand)
    register.sla_op(
        opslag,
        wie=Wie(account="systeem", naam="Systeem", herkomst=Herkomst.SYSTEEM),
        bestanden=beoordeling.bestanden,
        mutaties=beoordeling.mutaties,
        verschil=beoordeling.verschil,
        tijdstip=datetime(2026, 11, 16, 9, 30, tzinfo=UTC),
    )
    return beoordeling
