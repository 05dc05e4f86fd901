"""Files from disk to a stored levering in one call, for the command line: judge, then store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.domain.levering import BladVerschil
from sturing.domain.wie import Wie
from sturing.errors import BestandError
from sturing.services.leveringen import controleer_bestanden, neem_over
from sturing.services.omgeving import Omgeving


@dataclass(frozen=True, slots=True, kw_only=True)
class Inleesuitkomst:
    """What the command line prints: `status` opgeslagen, gecontroleerd or geweigerd."""

    status: str
    levering: int | None
    bevindingen: tuple[Bevinding, ...]
    verschil: tuple[BladVerschil, ...]


def lees_in(
    omgeving: Omgeving,
    wie: Wie,
    paden: Sequence[Path],
    *,
    alleen_controle: bool = False,
    streng: bool = False,
    bevestig: bool = False,
) -> Inleesuitkomst:
    """Read files from disk for the command line: judge and, unless refused, store.

    `streng` refuses on `let op` too; a large removal is refused without `bevestig`. Raises
    BestandError when a file cannot be read at all.
    """
    inhoud = []
    for pad in paden:
        try:
            inhoud.append((pad.name, pad.read_bytes()))
        except OSError as fout:
            raise BestandError(
                f"Bestand '{pad.name}' kan niet gelezen worden.",
                hint="Controleer de naam en of het bestand op deze computer staat.",
            ) from fout
    voorstel = controleer_bestanden(omgeving, wie, inhoud)
    beoordeling = voorstel.beoordeling
    bevindingen = beoordeling.bevindingen
    geweigerd = any(b.ernst is Ernst.FOUT for b in bevindingen) or (
        streng and any(b.ernst is Ernst.LET_OP for b in bevindingen)
    )
    groot = beoordeling.grote_verwijdering
    if groot is not None and not bevestig:
        geweigerd, bevindingen = True, (*bevindingen, replace(groot, ernst=Ernst.FOUT))
    if geweigerd or alleen_controle:
        return Inleesuitkomst(
            status="geweigerd" if geweigerd else "gecontroleerd",
            levering=None,
            bevindingen=bevindingen,
            verschil=beoordeling.verschil,
        )
    levering = neem_over(omgeving, wie, voorstel, let_op_gezien=True, verwijdering_bevestigd=True)
    return Inleesuitkomst(
        status="opgeslagen",
        levering=levering.nummer,
        bevindingen=bevindingen,
        verschil=beoordeling.verschil,
    )
