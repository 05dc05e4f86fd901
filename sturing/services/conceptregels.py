"""The lines of a draft in words, and for each that does not fit the reason. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sturing.domain.scenario import Regel
from sturing.engine.scenario import Conflict
from sturing.services.bordzinnen import wijzigingszin
from sturing.services.namen import Namen


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzigingsregel:
    """One line of the draft as a Dutch sentence; `nummer` counts from 1, in order.

    `regel` is the number that the line keeps, whatever its position (Regel.nr); a line that is not
    `aan` does not count.
    """

    nummer: int
    tekst: str
    conflict: str = ""
    regel: int = 0
    aan: bool = True


def regels_in_woorden(
    regels: Sequence[Regel], conflicten: Sequence[Conflict], namen: Namen
) -> tuple[Wijzigingsregel, ...]:
    """Every line in order. A reason is found by position among the lines that are on."""
    redenen = {conflict.index: conflict.reden for conflict in conflicten}
    aan = (regel.nr for regel in regels if regel.aan)
    waarom = {nr: redenen.get(index, "") for index, nr in enumerate(aan)}
    return tuple(
        Wijzigingsregel(
            nummer=plek,
            regel=regel.nr,
            aan=regel.aan,
            tekst=wijzigingszin(regel.wijziging, namen),
            conflict=waarom.get(regel.nr, ""),
        )
        for plek, regel in enumerate(regels, start=1)
    )
