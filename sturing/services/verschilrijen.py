"""The rows of a difference as a reader sees them: what was, what is, and what is kept from sight.

Owns the row filter over a difference: who may not see a row sees that it is counted, never its
contents or its code. Must never decide which rows pair (intake/standverschil.py does).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sturing.domain.levering import Rij
from sturing.domain.wie import Wie
from sturing.intake.standverschil import Standverschil
from sturing.rights.lezen import mag_rij_lezen
from sturing.services import notatie
from sturing.services.omgeving import Omgeving
from sturing.services.rijtekst import cellen, kolommen
from sturing.services.verschilbeeld import Rijregel, rijregel

MEESTE_RIJEN = 500
"""Rows shown of one sheet; the rest is counted. A reader looks for a row by its code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zichtrijen:
    """The rows of a difference of one sheet. `verborgen` counts those outside the right of the
    reader, `meer` those beyond what is shown, `verhuisd` those that only got a new code."""

    blad: str
    rijen: tuple[Rijregel, ...]
    verborgen: int
    meer: int
    verhuisd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standrijen:
    """The rows of one sheet in one state; `verborgen` and `meer` as in Zichtrijen."""

    blad: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    verborgen: int
    meer: int


def buiten_rol(aantal: int) -> str:
    """The sentence that counts rows which the reader may not see."""
    deel = notatie.aantal(aantal, "rij valt", "rijen vallen")
    return f"{deel} buiten uw rol. U ziet alleen hoeveel het er zijn."


def zichtrijen(
    omgeving: Omgeving, wie: Wie, verschil: Standverschil, teamrollen: Sequence[Rij]
) -> Zichtrijen:
    """The rows of `verschil` that `wie` may see. `teamrollen` are the rows of both states."""
    basis = omgeving.basis()
    zichtbaar = [
        rij
        for rij in verschil.rijen
        if all(
            mag_rij_lezen(wie, basis.index, verschil.blad, r, teamrollen)
            for r in (rij.oud, rij.nieuw)
            if r is not None
        )
    ]
    return Zichtrijen(
        blad=verschil.blad,
        rijen=tuple(rijregel(rij, basis.namen) for rij in zichtbaar[:MEESTE_RIJEN]),
        verborgen=len(verschil.rijen) - len(zichtbaar),
        meer=max(len(zichtbaar) - MEESTE_RIJEN, 0),
        verhuisd=verschil.verhuisd,
    )


def standrijen(
    omgeving: Omgeving, wie: Wie, blad: str, rijen: Sequence[Rij], teamrollen: Sequence[Rij]
) -> Standrijen:
    """The rows of a sheet that `wie` may see, in the order given."""
    index = omgeving.basis().index
    zichtbaar = [rij for rij in rijen if mag_rij_lezen(wie, index, blad, rij, teamrollen)]
    return Standrijen(
        blad=blad,
        kolommen=kolommen(blad),
        rijen=tuple(cellen(blad, rij) for rij in zichtbaar[:MEESTE_RIJEN]),
        verborgen=len(rijen) - len(zichtbaar),
        meer=max(len(zichtbaar) - MEESTE_RIJEN, 0),
    )
