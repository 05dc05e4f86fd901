"""The demonstration organisation in a database: its workbooks go the same way as any upload."""

from __future__ import annotations

import re
from pathlib import Path

from sturing.demonstratie.werkboeken import schrijf_werkboeken
from sturing.domain.bevinding import Ernst
from sturing.domain.levering import Levering
from sturing.errors import BestandError, StartError
from sturing.intake.beoordeling import Bestand, beoordeel
from sturing.intake.lezer import lees_bestand
from sturing.services.bewaren import bewaar
from sturing.services.omgeving import Omgeving, open_omgeving, systeem
from sturing.services.plaatsen import demonstratie_map
from sturing.store.rijen import lees_bladen


def _volgorde(pad: Path) -> tuple[bool, str]:
    return (pad.stem != "organisatie", re.sub(r"\d+", lambda m: m[0].zfill(4), pad.stem))


def vul_demonstratie(omgeving: Omgeving, map_: Path | None = None) -> Levering:
    """Load all workbooks of the demonstration as one levering. Raises BestandError when a workbook
    is missing or refused, because then the installation is broken."""
    bron = map_ or demonstratie_map()
    paden = sorted(bron.glob("*.xlsx"), key=_volgorde)
    if not paden:
        raise BestandError(
            "De werkboeken van de demonstratie zijn niet gevonden.",
            hint="Installeer Sturing opnieuw, of maak ze met: sturing demo --werkboek MAP.",
        )
    beoordeling = beoordeel(
        [Bestand(naam=p.name, inhoud=p.read_bytes()) for p in paden],
        lees_bladen(omgeving.opslag),
        {},
        lees=lees_bestand,  # our own files: no process of its own for each
    )
    fout = next((b for b in beoordeling.bevindingen if b.ernst is Ernst.FOUT), None)
    if fout is not None:
        raise BestandError("De demonstratie kan niet geladen worden.", fout.melding)
    return bewaar(
        omgeving,
        systeem(),
        bestanden=beoordeling.bestanden,
        mutaties=beoordeling.mutaties,
        verschil=beoordeling.verschil,
        bereiken=beoordeling.bereiken,
        op_levering=omgeving.nummer(),
    )


def maak_demonstratie(db: Path, werkboek_map: Path | None = None) -> int:
    """Write the demonstration database `db`, and its workbooks when a folder is given.

    Returns the number of the levering. Raises StartError when `db` exists already.
    """
    if db.exists():
        raise StartError(
            f"De database '{db.name}' bestaat al.",
            hint="Kies een plaats waar nog geen database staat.",
        )
    if werkboek_map is not None:
        schrijf_werkboeken(werkboek_map)
    omgeving = open_omgeving(db, demo=True)
    try:
        return omgeving.nummer()
    finally:
        omgeving.sluit()
