"""What a reader of the board looks at: which table of the effect, in which unit, and what is open.

Owns the choices and the views that follow from them. Texts are ready to show. No units of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sturing.engine.effecten import Dimensie

MAAND = "maand"
"""The tab of the months in which it pinches."""
TABS: dict[str, str] = {
    Dimensie.OPDRACHTGEVER.value: "Opdrachtgever",
    Dimensie.GEBIED.value: "Gebied",
    Dimensie.TEAM.value: "Team",
    Dimensie.PROGRAMMA.value: "Programma",
    Dimensie.PORTEFEUILLEHOUDER.value: "Portefeuillehouder",
    Dimensie.DOEL.value: "Doel",
    Dimensie.SOORT_WERK.value: "Soort werk",
    Dimensie.DOMEIN.value: "Domein",
    MAAND: "Krappe maanden",
}
"""By name: the tables of the effect, the four of the design first."""


class Eenheid(StrEnum):
    UREN = "uren"
    EURO = "euro"
    AANTAL = "aantal"


EENHEDEN = {Eenheid.UREN: "Uren", Eenheid.EURO: "Euro's", Eenheid.AANTAL: "Aantal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bordblik:
    """Which table (a key of TABS) in which unit, and whether the list of what is not planned is
    open. Only what is looked at is worked out and sent."""

    tab: str = Dimensie.OPDRACHTGEVER.value
    eenheid: Eenheid = Eenheid.UREN
    niet_gepland: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelrij:
    """One key before and after, ready to show. `oordeel` is 1 for better, -1 for worse, 0 for no
    change; `toelichting` says more on request."""

    naam: str
    voor: str
    na: str
    verschil: str
    oordeel: int
    totaal: bool = False
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effecttabel:
    """The chosen table; `kop` names what is counted, `opmerking` what must be known to read it."""

    tab: str
    eenheid: Eenheid
    kop: str
    rijen: tuple[Tabelrij, ...]
    opmerking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knelmaand:
    """A team and month whose shortage changed: in words, and whether it got better."""

    naam: str
    voor: str
    na: str
    beter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Nietgeplandrij:
    """An opdracht that claims nothing now, with its status, and the hours that it would ask."""

    opdracht: str
    naam: str
    opdrachtgever: str
    status: str
    uren: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nietgepland:
    """How many visible opdrachten claim nothing, and which, when the list is open."""

    aantal: int = 0
    open: bool = False
    rijen: tuple[Nietgeplandrij, ...] = ()
