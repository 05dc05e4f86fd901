"""The view of a judged upload: the verdict in words, the findings, and what is to be confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.intake.beoordeling import Beoordeling
from sturing.intake.codes import Code
from sturing.intake.melding import kern
from sturing.services import notatie
from sturing.services.beelden import Bevindingrij, Kop, Uploadbeeld
from sturing.services.celfragment import fragmenten
from sturing.services.koppelzinnen import titel_van_koppeling, zonder_voorgestelde

_BLADEN_GENOEMD = 6


def maak_uploadbeeld(
    beoordeling: Beoordeling,
    op_levering: int,
    bestanden: Sequence[tuple[str, bytes]],
    effectzin: str = "",
) -> Uploadbeeld:
    """The view of a judged upload; `op_levering` is the last levering when it was judged.

    `effectzin` is what it does to the plan, in one sentence; empty when that is not known.
    """
    bevindingen = zonder_voorgestelde(beoordeling)
    fouten = [b for b in bevindingen if b.ernst is Ernst.FOUT]
    let_op = [b for b in bevindingen if b.ernst is Ernst.LET_OP]
    grootte = sum(len(inhoud) for _, inhoud in bestanden)
    namen = notatie.opsomming([naam for naam, _ in bestanden])
    bladen = [v.blad for v in beoordeling.verschil]
    delen = [namen, f"{notatie.getal(max(1, grootte // 1000))} kB"]
    if bladen:
        genoemd = notatie.opsomming(bladen)
        woord = "blad" if len(bladen) == 1 else "bladen"
        veel = len(bladen) > _BLADEN_GENOEMD
        delen.append(f"{len(bladen)} bladen" if veel else f"{woord} {genoemd}")
    if fouten:
        delen.append(
            f"het plan van nu blijft levering {op_levering}"
            if op_levering
            else "er is nog niets opgeslagen"
        )
    else:
        delen.append("er is nog niets opgeslagen")
    verwijdering = beoordeling.grote_verwijdering
    wacht = bool(titel_van_koppeling(beoordeling, fouten))
    return Uploadbeeld(
        kop=Kop(titel=_titel(fouten, let_op, beoordeling, effectzin), bijschrift=" · ".join(delen)),
        bestanden=tuple(naam for naam, _ in bestanden),
        fouten=len(fouten),
        let_op=len(let_op),
        bevindingen=_rijen(b for b in bevindingen if not wacht or b.ernst is Ernst.LET_OP),
        fragmenten=fragmenten(beoordeling.uitsneden),
        verschil=beoordeling.verschil,
        verschil_titel=f"Verschil met levering {op_levering}" if op_levering else "Wat erin komt",
        geweigerd=bool(fouten),
        wacht_op_keuze=wacht,
        bevestig_let_op=""
        if fouten or not let_op
        else f"Ik heb {notatie.aantal(len(let_op), 'punt', 'punten')} bekeken",
        bevestig_verwijdering=verwijdering.melding if verwijdering and not fouten else "",
        volgend_nummer=op_levering + 1,
    )


def _rijen(bevindingen: Iterable[Bevinding]) -> tuple[Bevindingrij, ...]:
    """Every finding, fouten first; what is told in the same words at the same place stands once,
    with how often."""
    keer = Counter(
        (b.ernst, b.plaats, b.waarde or "", kern(b), b.bestand or "") for b in bevindingen
    )
    return tuple(
        Bevindingrij(
            ernst=ernst.value,
            plaats=plaats,
            waarde=waarde,
            melding=melding if n == 1 else f"{melding} Dit geldt {notatie.getal(n)} keer.",
            bestand=bestand,
        )
        for (ernst, plaats, waarde, melding, bestand), n in sorted(
            keer.items(), key=lambda paar: paar[0][0] is Ernst.LET_OP
        )
    )


def _vervalt(n: int) -> str:
    return f"{'vervalt' if n == 1 else 'vervallen'} {notatie.aantal(n, 'rij', 'rijen')}"


def _titel(
    fouten: Sequence[Bevinding],
    let_op: Sequence[Bevinding],
    beoordeling: Beoordeling,
    effectzin: str,
) -> str:
    if koppeltitel := titel_van_koppeling(beoordeling, fouten):
        return koppeltitel
    if fouten and all(b.code == Code.GEEN_RECHT for b in fouten):
        n = notatie.aantal(len(fouten), "rij valt", "rijen vallen")
        return f"Er is niets opgeslagen. {n} buiten uw rol. Vraag wie dit bestand mag inleveren."
    if fouten:
        bladen = list(dict.fromkeys(b.blad for b in fouten if b.blad))
        waar = ""
        if bladen and all(b.blad for b in fouten):
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
    if effectzin:
        # A gain for the line must not hide that much goes away.
        groot = beoordeling.grote_verwijdering is not None
        verlies = f"Er {_vervalt(weg)}. " if groot else ""
        return f"Uw bestand kan erin: {punten}. {verlies}{effectzin}"
    return f"Uw bestand kan erin: {punten}. {notatie.rijen_die_veranderen(nieuw, anders, weg)}"
