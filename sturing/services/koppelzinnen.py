"""What the screen says of an upload that waits for a koppeling, instead of "we do not know this".

Owns the sentences; must never decide what is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from sturing.domain.bevinding import Bevinding
from sturing.intake.beoordeling import Beoordeling
from sturing.intake.codes import Code
from sturing.services import notatie

_KOPPELCODES = {Code.EXPORT_NIET_GEKOPPELD, Code.PSEUDOPROJECT_NIEUW}


def zonder_voorgestelde(beoordeling: Beoordeling) -> list[Bevinding]:
    """The findings without "we do not know this sheet" for an export that has its own form."""
    bladen = {(v.bestand, v.blad) for v in beoordeling.voorstellen}
    bestanden = {v.bestand for v in beoordeling.voorstellen}
    return [
        b
        for b in beoordeling.bevindingen
        if not (b.code == Code.BLAD_ONBEKEND and (b.bestand, b.blad) in bladen)
        and not (b.code == Code.BESTAND_ZONDER_BLAD and b.bestand in bestanden)
    ]


def titel_van_koppeling(beoordeling: Beoordeling, fouten: Sequence[Bevinding]) -> str:
    """The answer of the page when only a koppeling is missing; empty when more is wrong."""
    if not fouten or not {b.code for b in fouten} <= _KOPPELCODES:
        return ""
    bronnen = notatie.opsomming([v.koppeling.bron for v in beoordeling.voorstellen])
    if any(b.code == Code.EXPORT_NIET_GEKOPPELD for b in fouten):
        return (
            f"Uw bestand lijkt op een export van {bronnen}. Zeg hieronder één keer wat de "
            "kolommen betekenen."
        )
    return (
        f"In uw export van {bronnen} staat iets dat geen opdracht lijkt. Kies hieronder wat ermee "
        "moet gebeuren."
    )
