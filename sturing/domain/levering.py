"""A levering: the numbered, immutable record of one accepted upload and of every row it changed.

`Rij` is one row of one sheet as it is stored, keyed by the field name of the schema. Values: text,
whole numbers (jaar, rang; hours as hundredths under `uren_honderdste`; euros as cents under
`*_cent`), Decimal with at most six places (fte, percentages as written: 6.5 means 6.5%; waarden),
bool, and date (a month is its first day; `van` is the first day, `tot` the last day of a window).
A missing value is None. Sheet names are those of the contract (`Inzet`); a table has the same name
in lower case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Waarde = str | int | bool | Decimal | date | None
Rij = Mapping[str, Waarde]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutatie:
    """One stored row before and after; `oud` None is new, `nieuw` None is vanished.

    `cel` and `bestand` name where the new row stood, None when a row vanished; `blad_van_cel` is
    the sheet as the file calls it, when that is not `blad` (an export of another program).
    """

    blad: str
    oud: Rij | None
    nieuw: Rij | None
    cel: str | None = None
    bestand: str | None = None
    blad_van_cel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bereik:
    """A part of a sheet that one levering touched: what it replaced, or confirmed unchanged.

    `sleutel` names it: the key of a row of a sheet that is updated by key; the scope of werkboek.md
    of another, such as (team, jaar); for the part of a row over a year end one value more: (team,
    jaar, opdracht), of Capaciteit (team, jaar, soort). An empty `sleutel` is the whole sheet.
    """

    blad: str
    sleutel: tuple[Waarde, ...]

    @property
    def met_hogere(self) -> Iterator[Bereik]:
        """This scope and every one that holds it: (team, jaar) holds (team, jaar, opdracht)."""
        for lengte in range(len(self.sleutel) + 1):
            yield Bereik(blad=self.blad, sleutel=self.sleutel[:lengte])


def gedeeld(een: Iterable[Bereik], ander: Iterable[Bereik]) -> list[Bereik]:
    """The scopes of `ander` that share rows with `een`: equal, or one holds the other."""
    eigen = set(een)
    boven = {hoger for bereik in eigen for hoger in bereik.met_hogere}
    return [b for b in ander if b in boven or any(hoger in eigen for hoger in b.met_hogere)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestandsinfo:
    """A file of a levering: its name without a path, size in bytes, SHA-256 in hex."""

    naam: str
    grootte: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BladVerschil:
    """Counts of rows of one sheet as a person reads them: parts of one row count once.

    `blijft` counts stored rows of an upsert sheet that are not in the file and stay.
    """

    blad: str
    nieuw: int = 0
    gewijzigd: int = 0
    vervallen: int = 0
    blijft: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Levering:
    """One entry of the register of leveringen; `tijdstip` is UTC.

    `maakt_ongedaan` is the number of the earlier levering that this one undoes; None of an upload.
    `besluit` is the number of the decision that this levering is; None of an upload.
    """

    nummer: int
    tijdstip: datetime
    account: str
    naam: str
    bestanden: tuple[Bestandsinfo, ...]
    verschil: tuple[BladVerschil, ...]
    maakt_ongedaan: int | None = None
    besluit: int | None = None
