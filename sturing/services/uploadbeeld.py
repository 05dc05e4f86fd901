"""The view of a judged upload: the verdict in words, the findings, and what is to be confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.intake.beoordeling import Beoordeling
from sturing.intake.codes import Code
from sturing.intake.melding import kern
from sturing.services import notatie
from sturing.services.beelden import Bevindingrij, Kop, Uploadbeeld
from sturing.services.celfragment import fragmenten


def maak_uploadbeeld(
    beoordeling: Beoordeling, op_levering: int, bestanden: Sequence[tuple[str, bytes]]
) -> Uploadbeeld:
    """The view of a judged upload; `op_levering` is the last levering when it was judged."""
    bevindingen = _zonder_voorgestelde(beoordeling)
    fouten = [b for b in bevindingen if b.ernst is Ernst.FOUT]
    let_op = [b for b in bevindingen if b.ernst is Ernst.LET_OP]
    grootte = sum(len(inhoud) for _, inhoud in bestanden)
    namen = notatie.opsomming([naam for naam, _ in bestanden])
    bladen = notatie.opsomming([v.blad for v in beoordeling.verschil])
    delen = [namen, f"{notatie.getal(max(1, grootte // 1000))} kB"]
    if bladen:
        delen.append(f"{'blad' if len(beoordeling.verschil) == 1 else 'bladen'} {bladen}")
    if fouten:
        delen.append(
            f"het plan van nu blijft levering {op_levering}"
            if op_levering
            else "er is nog niets opgeslagen"
        )
    else:
        delen.append("er is nog niets opgeslagen")
    verwijdering = beoordeling.grote_verwijdering
    return Uploadbeeld(
        kop=Kop(titel=_titel(fouten, let_op, beoordeling), bijschrift=" · ".join(delen)),
        bestanden=tuple(naam for naam, _ in bestanden),
        fouten=len(fouten),
        let_op=len(let_op),
        bevindingen=tuple(
            Bevindingrij(
                ernst=b.ernst.value,
                plaats=b.plaats,
                waarde=b.waarde or "",
                melding=kern(b),
                bestand=b.bestand or "",
            )
            for b in sorted(bevindingen, key=lambda b: b.ernst is Ernst.LET_OP)
        ),
        fragmenten=fragmenten(bestanden, beoordeling.bevindingen),
        verschil=beoordeling.verschil,
        geweigerd=bool(fouten),
        bevestig_let_op=""
        if fouten or not let_op
        else f"Ik heb {notatie.aantal(len(let_op), 'punt', 'punten')} bekeken",
        bevestig_verwijdering=verwijdering.melding if verwijdering and not fouten else "",
        volgend_nummer=op_levering + 1,
    )


_KOPPELCODES = {Code.EXPORT_NIET_GEKOPPELD, Code.PSEUDOPROJECT_NIEUW}


def _zonder_voorgestelde(beoordeling: Beoordeling) -> list[Bevinding]:
    """The findings without "we do not know this sheet" for an export that has its own form."""
    bladen = {(v.bestand, v.blad) for v in beoordeling.voorstellen}
    bestanden = {v.bestand for v in beoordeling.voorstellen}
    return [
        b
        for b in beoordeling.bevindingen
        if not (b.code == Code.BLAD_ONBEKEND and (b.bestand, b.blad) in bladen)
        and not (b.code == Code.BESTAND_ZONDER_BLAD and b.bestand in bestanden)
    ]


def _titel(
    fouten: Sequence[Bevinding], let_op: Sequence[Bevinding], beoordeling: Beoordeling
) -> str:
    if fouten and {b.code for b in fouten} <= _KOPPELCODES:
        bronnen = notatie.opsomming([v.koppeling.bron for v in beoordeling.voorstellen])
        if any(b.code == Code.EXPORT_NIET_GEKOPPELD for b in fouten):
            return (
                f"Uw bestand lijkt op een export van {bronnen}. Zeg hieronder één keer wat de "
                "kolommen betekenen."
            )
        return (
            f"In uw export van {bronnen} staat iets dat geen opdracht lijkt. Kies hieronder wat "
            "ermee moet gebeuren."
        )
    if fouten:
        bladen = list(dict.fromkeys(b.blad for b in fouten if b.blad))
        waar = ""
        if bladen:
            waar = f" in {'blad' if len(bladen) == 1 else 'de bladen'} {notatie.opsomming(bladen)}"
        n = notatie.aantal(len(fouten), "fout", "fouten")
        return f"Er is niets opgeslagen. Herstel {n}{waar} en kies het bestand opnieuw."
    nieuw = sum(v.nieuw for v in beoordeling.verschil)
    anders = sum(v.gewijzigd for v in beoordeling.verschil)
    weg = sum(v.vervallen for v in beoordeling.verschil)
    punten = (
        f"0 fouten en {notatie.aantal(len(let_op), 'punt', 'punten')} om te bekijken"
        if let_op
        else "geen fouten gevonden"
    )
    if not nieuw and not anders and not weg:
        return f"Uw bestand kan erin: {punten}. Het verandert niets aan het plan van nu."
    return (
        f"Uw bestand kan erin: {punten}. Er komen {notatie.aantal(nieuw, 'rij', 'rijen')} bij, "
        f"{notatie.getal(anders)} {'wijzigt' if anders == 1 else 'wijzigen'} en "
        f"{notatie.getal(weg)} {'vervalt' if weg == 1 else 'vervallen'}."
    )
