"""Files to a stored levering in one call, for the command line: judge, then store.

Owns when a command refuses. Must never read a file itself: who asks may be somebody else than who
runs this program. Units: bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.domain.levering import BladVerschil
from sturing.domain.wie import Wie
from sturing.intake.codes import Code
from sturing.intake.keuring import MAX_BESTAND
from sturing.intake.melding import meld
from sturing.services import notatie
from sturing.services.leveringen import Voorstel, controleer_bestanden, neem_over
from sturing.services.omgeving import Omgeving
from sturing.services.verschilbeeld import rijzin
from sturing.services.verschilrijen import buiten_rol

_GETOOND = 5
"""So many rows of a sheet a command tells; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inleesuitkomst:
    """What the command line prints: `status` opgeslagen, gecontroleerd or geweigerd.

    `toelichting` are the first rows of the difference and its effect as lines, for a reader.
    """

    status: str
    levering: int | None
    bevindingen: tuple[Bevinding, ...]
    verschil: tuple[BladVerschil, ...]
    toelichting: tuple[str, ...] = ()


def lees_in(
    omgeving: Omgeving,
    wie: Wie,
    bestanden: Sequence[tuple[str, bytes]],
    *,
    alleen_controle: bool = False,
    streng: bool = False,
    bevestig: bool = False,
    toelichten: bool = False,
) -> Inleesuitkomst:
    """Judge files (name, contents) for the command line and, unless refused, store them.

    `streng` refuses on `let op` too; a large removal is refused without `bevestig`;
    `toelichten` also tells which rows change and what that does. Raises ConflictError when another
    levering came in between; then nothing is stored.
    """
    voorstel = controleer_bestanden(omgeving, wie, bestanden)
    beoordeling = voorstel.beoordeling
    bevindingen = beoordeling.bevindingen
    geweigerd = any(b.ernst is Ernst.FOUT for b in bevindingen) or (
        streng and any(b.ernst is Ernst.LET_OP for b in bevindingen)
    )
    groot = beoordeling.grote_verwijdering
    if groot is not None and not bevestig:
        geweigerd, bevindingen = True, (*bevindingen, replace(groot, ernst=Ernst.FOUT))
    toelichting = _toelichting(voorstel) if toelichten and beoordeling.mag_door else ()
    if geweigerd or alleen_controle:
        return Inleesuitkomst(
            status="geweigerd" if geweigerd else "gecontroleerd",
            levering=None,
            bevindingen=bevindingen,
            verschil=beoordeling.verschil,
            toelichting=toelichting,
        )
    levering = neem_over(omgeving, wie, voorstel, let_op_gezien=True, verwijdering_bevestigd=True)
    return Inleesuitkomst(
        status="opgeslagen",
        levering=levering.nummer,
        bevindingen=bevindingen,
        verschil=beoordeling.verschil,
        toelichting=toelichting,
    )


def _toelichting(voorstel: Voorstel) -> tuple[str, ...]:
    """The first rows of every sheet with a difference, and the effect on the plan, as lines."""
    blik = voorstel.vooruitblik
    regels: list[str] = []
    for blad in blik.verschil.bladen:
        regels += map(rijzin, blad.verschillen[:_GETOOND])
        rest = len(blad.verschillen) - _GETOOND
        if rest > 0:
            rijen = notatie.aantal(rest, "rij", "rijen")
            regels.append(f"{blad.telling.blad}: en nog {rijen}")
        if blad.verborgen:
            regels.append(f"{blad.telling.blad}: {buiten_rol(blad.verborgen)}")
    if blik.gevolg is not None and blik.gevolg.toont_lijn:
        jaar = f"Plan {blik.gevolg.jaar}:"
        regels += ["", *filter(None, (f"{jaar} {blik.gevolg.zin}", blik.gevolg.toelichting))]
        regels.append(blik.gevolg.lijn)
    return tuple(regels)


def weiger_te_groot(groottes: Sequence[tuple[str, int]]) -> Inleesuitkomst:
    """The refusal of files (name, bytes) that together are more than can be read in one go.

    Each file that is too large by itself is named; else the last one, with what they are together.
    """
    te_groot = [
        (naam, f"het bestand is {_mb(grootte)}.", "Verdeel de bladen over meer bestanden.")
        for naam, grootte in groottes
        if grootte > MAX_BESTAND
    ]
    if not te_groot:
        samen = f"samen zijn de bestanden {_mb(sum(grootte for _naam, grootte in groottes))}."
        te_groot = [(groottes[-1][0], samen, "Lees ze in meer keren in.")]
    return Inleesuitkomst(
        status="geweigerd",
        levering=None,
        bevindingen=tuple(
            meld(
                Code.BESTAND_TE_GROOT,
                wat,
                f"Toegestaan: ten hoogste {MAX_BESTAND // 1024 // 1024} MB per bestand. {raad}",
                bestand=naam,
            )
            for naam, wat, raad in te_groot
        ),
        verschil=(),
    )


def _mb(grootte: int) -> str:
    return f"{grootte / 1024 / 1024:.1f} MB".replace(".", ",")
