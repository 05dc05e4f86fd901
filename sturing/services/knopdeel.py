"""What one knob is made of: its words, its fields, reading them, and putting a change back in them.

Owns the contract that the knobs share; the rules of each knob stand in knoppen_opdracht.py,
knoppen_middelen.py and knoppen_volgorde.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sturing.domain.wijziging import Wijziging
from sturing.services.knopinvoer import Invoer
from sturing.services.knopstand import Knopstand
from sturing.services.knopvelden import Veld, Vondst


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """The change that a form asks, and what was understood of its texts."""

    wijziging: Wijziging
    begrepen: tuple[str, ...] = ()


def _kan_altijd(_stand: Knopstand) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knopdeel:
    """`velden` makes the fields with the values of `invoer` in them; `lees` raises VeldError for
    what it cannot read; `terug` gives the texts of a change of this knob, to edit it. `waarom_niet`
    says why the knob cannot be used now, and `zoek` looks for a value."""

    titel: str
    uitleg: str
    velden: Callable[[Knopstand, Invoer], tuple[Veld, ...]]
    lees: Callable[[Knopstand, Invoer], Gelezen]
    terug: Callable[[Wijziging], Invoer]
    waarom_niet: Callable[[Knopstand], str] = field(default=_kan_altijd)
    zoektekst: str = ""
    zoek: Callable[[Knopstand, Invoer], Vondst] | None = None
