"""Mutated workbooks: no uncaught exception, and never half of a file stored.

Every mutant is judged over a real database in memory. An accepted one is stored, and then all that
is stored is compared with a plain model of the same changes; so it is, now and then and at the end,
after refused ones. Most are read in this process, because starting a guarded one takes longer than
reading; every hundredth goes the whole way of an upload, guarded process included.
"""

from __future__ import annotations

import re
import traceback
from collections import Counter
from pathlib import Path

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.domain.levering import Rij
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.codes import REGISTER, Code
from sturing.intake.lezer import lees_bestand
from sturing.services import leveringen as dienst
from sturing.services.bewaren import bewaar
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_bladen
from tests.intake import bouwer
from tests.proeven.mutanten import ZAAD, mutant
from tests.proeven.uitslag import Maat, Uitslag

KORT = 150
VOL = 20_000
HELE_WEG = 100
"""Every so many mutants one goes through `controleer_bestanden`, as an upload does."""
TUSSENDOOR = 50
"""Every so many mutants what is stored is compared, also when the last one was refused."""
GENOEMD = 5
_CEL = re.compile(r"[A-Z]{1,3}[1-9][0-9]*")

Model = dict[str, list[Rij]]


def beproef(aantal: int, map_: Path) -> Uitslag:
    """`aantal` mutants, numbered from 0; the folder gets each one that went wrong."""
    omgeving = Omgeving(opslag=Opslag.open(None), demo=False)
    begin = _bestand("begin.xlsx", bouwer.boek(bouwer.goed()))
    _bewaar(omgeving, beoordeel([begin], {}, {}, lees=lees_bestand))
    model = _opgeslagen(omgeving)
    fouten: Counter[str] = Counter()
    genoemd: dict[str, list[str]] = {}
    soorten: Counter[str] = Counter()
    uitkomsten: Counter[str] = Counter()
    for nummer in range(aantal):
        soort, naam, inhoud = mutant(nummer)
        soorten[soort] += 1
        try:
            oordeel = _oordeel(omgeving, model, naam, inhoud, heel=nummer % HELE_WEG == 0)
            mis = _mis(oordeel)
            if oordeel.mag_door and not mis:
                model = bouwer.bewaar(model, oordeel)
                _bewaar(omgeving, oordeel)
            uitkomsten["overgenomen" if oordeel.mag_door else "geweigerd"] += 1
            kijk = oordeel.mag_door or nummer % TUSSENDOOR == 0 or nummer == aantal - 1
            if kijk and not mis and not _zelfde(_opgeslagen(omgeving), model):
                mis = "half opgeslagen"
                model = _opgeslagen(omgeving)
        except Exception as fout:
            # Whatever comes out here is what this trial looks for; it is counted and named.
            mis = f"uitzondering {type(fout).__name__}"
            (map_ / f"{nummer}.txt").write_text(traceback.format_exc(), encoding="utf-8")
            model = _opgeslagen(omgeving)
        if mis:
            fouten[mis] += 1
            genoemd.setdefault(mis, []).append(f"{soort} {nummer}")
            (map_ / f"{nummer}-{naam}").write_bytes(inhoud)
    omgeving.sluit()
    return Uitslag(
        naam="fuzz",
        aantal=aantal,
        maten=(
            _geen("uitzondering die niemand opvangt", fouten, genoemd, "uitzondering"),
            _geen("bestand dat half is opgeslagen", fouten, genoemd, "half"),
            _geen("oordeel dat zichzelf tegenspreekt", fouten, genoemd, "oordeel"),
            Maat(
                wat="soorten",
                gemeten=", ".join(f"{n} {naam}" for naam, n in sorted(soorten.items())),
                eis=f"alle zeven; zaad {ZAAD}",
                gehaald=len(soorten) == 7,
            ),
            Maat(
                wat="uitkomsten",
                gemeten=", ".join(f"{n} {naam}" for naam, n in sorted(uitkomsten.items())),
                eis="beide komen voor",
                gehaald=len(uitkomsten) == 2,
            ),
        ),
    )


def _bestand(naam: str, inhoud: bytes) -> Bestand:
    return Bestand(naam=naam, inhoud=inhoud)


def _oordeel(
    omgeving: Omgeving, model: Model, naam: str, inhoud: bytes, *, heel: bool
) -> Beoordeling:
    if heel:
        bestanden = [(naam, inhoud)]
        return dienst.controleer_bestanden(omgeving, LOKAAL, bestanden).beoordeling
    return beoordeel([_bestand(naam, inhoud)], model, {}, lees=lees_bestand)


def _bewaar(omgeving: Omgeving, oordeel: Beoordeling) -> None:
    bewaar(
        omgeving,
        LOKAAL,
        bestanden=oordeel.bestanden,
        mutaties=oordeel.mutaties,
        verschil=oordeel.verschil,
        bereiken=oordeel.bereiken,
        op_levering=omgeving.nummer(),
    )


def _opgeslagen(omgeving: Omgeving) -> Model:
    return {blad: list(rijen) for blad, rijen in lees_bladen(omgeving.opslag).items()}


def _zelfde(a: Model, b: Model) -> bool:
    def vorm(model: Model) -> dict[str, list[str]]:
        return {
            blad: sorted(repr(sorted(rij.items())) for rij in rijen)
            for blad, rijen in model.items()
            if rijen
        }

    return vorm(a) == vorm(b)


def _mis(oordeel: Beoordeling) -> str:
    """What is wrong with a judgement by itself; empty when nothing is."""
    fout = any(b.ernst is Ernst.FOUT for b in oordeel.bevindingen)
    if fout == oordeel.mag_door or (fout and oordeel.mutaties):
        return "oordeel met en zonder fout"
    if not all(_gaaf(b) for b in oordeel.bevindingen):
        return "oordeel met een bevinding zonder plaats of tekst"
    return ""


def _gaaf(bevinding: Bevinding) -> bool:
    return (
        bevinding.code in REGISTER
        and bevinding.ernst is REGISTER[Code(bevinding.code)].ernst
        and bool(bevinding.melding.strip())
        and (bevinding.cel is None or _CEL.fullmatch(bevinding.cel) is not None)
        and (bevinding.cel is None or bevinding.blad is not None)
    )


def _geen(wat: str, fouten: Counter[str], genoemd: dict[str, list[str]], begin: str) -> Maat:
    """None of a kind may be there; the first ones are named so that they can be made again."""
    aantal = sum(n for naam, n in fouten.items() if naam.startswith(begin))
    wie = [
        f"{naam}: {', '.join(nummers[:GENOEMD])}"
        for naam, nummers in genoemd.items()
        if naam.startswith(begin)
    ]
    return Maat(wat=wat, gemeten="; ".join([str(aantal), *wie]), eis="0", gehaald=aantal == 0)
