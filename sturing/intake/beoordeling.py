"""Judging an upload: from the bytes of one or more files to findings, difference and mutations.

Owns: the order of the steps. Nothing is stored here and no right is asked. A refusal is a finding,
never an exception. Units as in levering.Rij.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.domain.levering import Bestandsinfo, BladVerschil, Mutatie

Voortgang = Callable[[str, float], None]
"""Told what is being done and how far it is, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """One uploaded file: its name without a path, and its bytes."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Hernoeming:
    """Everything stored under code `oud` of a sheet (Teams, Opdrachten) moved to `nieuw`."""

    blad: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beoordeling:
    """What was found in an upload and what storing it would do.

    `bevindingen` holds all findings in the order of file, sheet, row and column. `verschil` has
    every sheet of the upload in the order of the contract. `mutaties` are the stored rows before
    and after: delete every `oud`, then insert every `nieuw`; empty when there is a fout.
    `grote_verwijdering` asks for a confirmation and does not stand in `bevindingen`.
    `hernoemd` tells which codes moved, for what is stored outside the sheets.
    """

    bevindingen: tuple[Bevinding, ...]
    verschil: tuple[BladVerschil, ...]
    mutaties: tuple[Mutatie, ...]
    grote_verwijdering: Bevinding | None
    bestanden: tuple[Bestandsinfo, ...]
    hernoemd: tuple[Hernoeming, ...] = ()

    @property
    def fouten(self) -> tuple[Bevinding, ...]:
        return tuple(b for b in self.bevindingen if b.ernst is Ernst.FOUT)

    @property
    def let_op(self) -> tuple[Bevinding, ...]:
        return tuple(b for b in self.bevindingen if b.ernst is Ernst.LET_OP)

    @property
    def mag_door(self) -> bool:
        """May this be stored, once the person agreed to the let op findings?"""
        return not self.fouten
