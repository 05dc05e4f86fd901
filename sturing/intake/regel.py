"""One row of a sheet as read: its values, and the address of every one of them.

Owns: what a row knows of itself, and a finding at one of its fields. Must never read a cell or
compare two rows. Values are as levering.Rij stores them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import Waarde
from sturing.intake.cellen import adres
from sturing.intake.codes import Code
from sturing.intake.melding import meld, waarde_tekst
from sturing.intake.schema import Blad


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """One sheet of one file: where its columns stand. `nummer` is the place of the file."""

    bestand: str
    nummer: int
    blad: Blad
    plek: Mapping[str, int]
    """Field -> column number, for the columns that are present."""
    naam: str
    """The sheet as findings call it: as in the contract, or as in the file of an export."""
    kenmerk: str | None = None
    """Of the export that this is; None for a sheet of the contract."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twijfel:
    """A row that begins with the word totaal and has a key: read only when that key exists.

    `bevindingen` are those of its cells; `overgeslagen` is said when it is not read, `gelezen` when
    it is.
    """

    bevindingen: tuple[Bevinding, ...]
    overgeslagen: Bevinding
    gelezen: Bevinding


@dataclass(slots=True, kw_only=True)
class Regel:
    """One row as read. `fout` holds the fields that were refused; their value is None."""

    tabel: Tabel
    rij: int
    waarden: dict[str, Waarde]
    fout: set[str] = field(default_factory=set)
    twijfel: Twijfel | None = None

    def cel(self, veld: str) -> str:
        """Address of a field of this row; of the first key column when the column is absent."""
        plek = self.tabel.plek
        return adres(self.rij, plek.get(veld) or plek[self.tabel.blad.sleutel[0]])

    @property
    def sleutel(self) -> tuple[Waarde, ...] | None:
        """The key, None when a part of it was refused."""
        velden = self.tabel.blad.sleutel
        if not self.fout.isdisjoint(velden):
            return None
        return tuple(map(self.waarden.get, velden))

    def meld(self, code: Code, wat: str, mag: str, veld: str) -> Bevinding:
        """A finding at a field of this row, with what stands there."""
        return meld(
            code,
            wat,
            mag,
            bestand=self.tabel.bestand,
            blad=self.tabel.naam,
            cel=self.cel(veld),
            waarde=self.tekst(veld),
        )

    def tekst(self, veld: str) -> str:
        """The value of a field as a reader writes it."""
        waarde = self.waarden.get(veld)
        if isinstance(waarde, int) and veld in ("uren_honderdste", "euro_cent", "budget_cent"):
            return waarde_tekst(waarde / 100)
        return waarde_tekst(waarde)

    @property
    def plaats(self) -> str:
        """`rij 5`, as another finding names this row."""
        return f"rij {self.rij}"
