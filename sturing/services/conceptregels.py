"""The lines of a draft in words, and for each that does not fit the reason. No I/O."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sturing.domain.scenario import Regel
from sturing.domain.wijziging import Wijziging
from sturing.engine.oude_waarde import met_oude_waarde
from sturing.engine.scenario import Conflict
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.werkstand import Kostenregel
from sturing.services.bordzinnen import wijzigingszin
from sturing.services.namen import Namen
from sturing.services.notatie import MAANDEN_KORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzigingsregel:
    """One line of the draft as a Dutch sentence; `nummer` counts from 1, in order.

    `regel` is the number that the line keeps, whatever its position (Regel.nr); a line that is not
    `aan` does not count. `advies` says what to do about a conflict; `kan_verversen` that the line
    would hold with the value of now.
    """

    nummer: int
    tekst: str
    conflict: str = ""
    regel: int = 0
    aan: bool = True
    advies: str = ""
    kan_verversen: bool = False


VERVERS = "Kies 'Neem de waarde van nu', of haal de regel weg."
PAS_AAN = "Pas de regel aan, of haal haar weg."


_MAAND = re.compile(r"\b([0-9]{4})-([0-9]{2})\b(?!-)")


def leesbare_reden(reden: str, wijziging: Wijziging, namen: Namen) -> str:
    """The reason of the engine with names for its codes, and months as people write them; none of
    it for an opdracht that the reader may not see."""
    if reden and namen.verbergt(getattr(wijziging, "opdracht", None)):
        return "Deze wijziging past niet meer."
    for veld, woord, naam in (
        ("opdracht", "Opdracht", namen.opdracht),
        ("team", "Team", namen.team),
        ("naar_team", "Team", namen.team),
        ("programma", "Programma", namen.programma),
    ):
        code = getattr(wijziging, veld, None)
        if code is None or naam(code) == code:
            continue
        for begin in (woord, woord.lower()):
            reden = reden.replace(f"{begin} {code} ", f"{naam(code)} ")
    return _MAAND.sub(lambda m: f"{MAANDEN_KORT[int(m[2]) - 1]} {m[1]}", reden)


def kosten_per_regel(kosten: Sequence[Kostenregel]) -> dict[int, int]:
    """Cents of all years together per position among the lines that are on, where known."""
    som: dict[int, int] = {}
    for regel in kosten:
        if regel.euro_cent is not None:
            som[regel.index] = som.get(regel.index, 0) + regel.euro_cent
    return som


def regels_in_woorden(
    regels: Sequence[Regel],
    conflicten: Sequence[Conflict],
    namen: Namen,
    *,
    na: Uitkomst | None = None,
) -> tuple[Wijzigingsregel, ...]:
    """Every line in order. A reason is found by position among the lines that are on.

    With the result `na` of the lines, inhuur tells its euros and a conflict what can be done.
    """
    redenen = {conflict.index: conflict.reden for conflict in conflicten}
    aan = [regel.nr for regel in regels if regel.aan]
    waarom = {nr: redenen.get(index, "") for index, nr in enumerate(aan)}
    kosten = kosten_per_regel(na.stand.kosten) if na is not None else {}
    euros = {nr: kosten.get(index) for index, nr in enumerate(aan)}
    uit = []
    for plek, regel in enumerate(regels, start=1):
        conflict = waarom.get(regel.nr, "")
        ververst = bool(conflict) and na is not None and _helpt_verversen(na, regel)
        uit.append(
            Wijzigingsregel(
                nummer=plek,
                regel=regel.nr,
                aan=regel.aan,
                tekst=wijzigingszin(regel.wijziging, namen, euros.get(regel.nr)),
                conflict=leesbare_reden(conflict, regel.wijziging, namen),
                advies="" if not conflict else VERVERS if ververst else PAS_AAN,
                kan_verversen=ververst,
            )
        )
    return tuple(uit)


def _helpt_verversen(na: Uitkomst, regel: Regel) -> bool:
    """Does only the old value stand in the way? A line in conflict is not in the result."""
    return met_oude_waarde(na.stand, regel.wijziging) != regel.wijziging
