"""The view of "Waarom?": words and numbers ready to show, and the changes that can be tried."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sturing.domain.wijziging import Wijziging


class Welke(StrEnum):
    """What can be tried; travels to the screen and back."""

    PLAATS = "plaats"
    LATER = "later"
    EERDER = "eerder"
    RUIL = "ruil"
    INHUUR = "inhuur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarommaand:
    """One month of the binding team: heights in percent of its busiest month, and the words."""

    letter: str
    toelichting: str
    toegekend_pct: int
    tekort_pct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorgangerrij:
    """Who goes before it there; `pct` is the share of the shortfall, all rows make 100."""

    naam: str
    pct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proef:
    """Something that helps. `knop` is the text of the button, `toelichting` the words beside it.

    `wijzigingen` are added to the draft as one step; `let_op` says what it would undo.
    """

    welke: Welke
    knop: str
    toelichting: str
    wijzigingen: tuple[Wijziging, ...]
    let_op: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarombeeld:
    """Why one opdracht falls short. `kern` is the answer, `zin` the rest of it.

    Without a shortfall only `kern` is filled. `niet` says of each thing that does not help why.
    """

    opdracht: str
    naam: str
    kern: str
    zin: str = ""
    maandkop: str = ""
    maanden: tuple[Waarommaand, ...] = ()
    voorkop: str = ""
    voor: tuple[Voorgangerrij, ...] = ()
    proeven: tuple[Proef, ...] = ()
    niet: tuple[str, ...] = ()
