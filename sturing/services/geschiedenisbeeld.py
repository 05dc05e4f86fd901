"""What the history shows, ready to draw: frozen views. Hours whole as shown, fte as text."""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.levering import BladVerschil, Levering
from sturing.services.beelden import Kop
from sturing.services.gevolgbeeld import Gevolgbeeld
from sturing.services.teamcijfers import Teamverschil
from sturing.services.verschilrijen import Zichtrijen


@dataclass(frozen=True, slots=True, kw_only=True)
class Leveringregel:
    """One levering in the list. `van_mij`: brought by the acting account. `ongedaan_door` is the
    levering that undid it; counts are rows as a person reads them."""

    levering: Levering
    van_mij: bool
    ongedaan_door: int | None
    nieuw: int
    gewijzigd: int
    vervallen: int

    @property
    def merk(self) -> str:
        """What is special about it, in words; empty for a plain one."""
        delen = []
        if self.levering.maakt_ongedaan is not None:
            delen.append(f"maakt {self.levering.maakt_ongedaan} ongedaan")
        if self.ongedaan_door is not None:
            delen.append(f"ongedaan gemaakt door {self.ongedaan_door}")
        return ", ".join(delen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Historiebeeld:
    """All leveringen, newest first. `eigen_laatste` is the own last one when it can be undone."""

    kop: Kop
    leveringen: tuple[Leveringregel, ...]
    eigen_laatste: int | None
    mag_leveren: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijkbeeld:
    """The difference between the states after two leveringen, counts per sheet that differs.

    `teams` are those whose asked hours or fte differ. Rows come per sheet (`rijen_van`).
    """

    kop: Kop
    van: int
    tot: int
    bladen: tuple[BladVerschil, ...]
    teams: tuple[Teamverschil, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standbeeld:
    """The state after one levering: whole rows per sheet, and every team with hours and fte."""

    kop: Kop
    nummer: int
    bladen: tuple[tuple[str, int], ...]
    teams: tuple[Teamverschil, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ongedaanbeeld:
    """What undoing a levering would do. `waarom_niet` is empty when it can be done.

    `bevestig` is the text that confirms a large removal with its numbers; empty when there is none.
    """

    kop: Kop
    nummer: int
    op_levering: int
    waarom_niet: str
    wat_dan: str
    bladen: tuple[BladVerschil, ...]
    rijen: tuple[Zichtrijen, ...]
    gevolg: Gevolgbeeld | None
    bevestig: str
