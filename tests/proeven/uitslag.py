"""What a trial measured against what it must hold: printed as lines, judged by the run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """One measured figure: what was counted, what came of it, and what it must be."""

    wat: str
    gemeten: str
    eis: str
    gehaald: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """All figures of one trial over `aantal` attempts."""

    naam: str
    aantal: int
    maten: tuple[Maat, ...]

    @property
    def gehaald(self) -> bool:
        return bool(self.maten) and all(maat.gehaald for maat in self.maten)

    def regels(self) -> list[str]:
        """The report, one line per figure."""
        return [
            f"proef {self.naam}, {self.aantal} pogingen",
            *(
                f"  {'goed' if m.gehaald else 'FOUT'}  {m.wat}: {m.gemeten} (eis: {m.eis})"
                for m in self.maten
            ),
        ]
