"""A finding: what is wrong in a workbook, where, and what is allowed. Dutch, B1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ernst(StrEnum):
    """`fout` refuses the whole upload; `let op` is stored after the person agrees."""

    FOUT = "fout"
    LET_OP = "let op"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """`blad` and `cel` are None for a refusal of the whole file; `cel` is like `E17`.

    `waarde` is what stands in the cell as text (masked where it may be a BSN); `bestand` names the
    file when several were read together. `melding` is the whole sentence; `advies` is the part of
    it that says what to do, empty when the sentence of the code says it.
    """

    code: str
    ernst: Ernst
    blad: str | None
    cel: str | None
    waarde: str | None
    melding: str
    bestand: str | None = None
    advies: str = ""

    @property
    def plaats(self) -> str:
        """`Inzet!E17`, or the sheet, or the file."""
        if self.blad and self.cel:
            return f"{self.blad}!{self.cel}"
        return self.blad or self.bestand or ""
