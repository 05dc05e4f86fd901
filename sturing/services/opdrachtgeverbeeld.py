"""What the screen Opdrachtgever shows, ready to draw. Hours are whole hours as shown."""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.beelden import Keuze, Kop
from sturing.services.gespreksbeeld import Gespreksbeeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtrij:
    """One opdracht of this person. Voortgang and kwaliteit are words of people, never a colour.

    `plaats` is None for one that asks nothing now; `stand` says then why. `gedelegeerd` is to whom,
    or ("namens ...") on whose behalf this person steers it.
    """

    opdracht: str
    plaats: int | None
    naam: str
    status: Haalbaarheid | None
    stand: str
    gevraagd_uren: int | None
    toegekend_uren: int | None
    dekking: str
    dekking_pct: int | None
    knelpunt: str
    gedelegeerd: str
    voortgang: str
    kwaliteit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegatie:
    """One opdracht that this person delegated, to whom; or ("namens ...") steers for another."""

    naam: str
    aan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtgeverbeeld:
    """The whole screen of one person. `personen` is empty for who may not choose another."""

    kop: Kop
    persoon: str
    personen: tuple[Keuze, ...]
    van_mij: bool
    rijen: tuple[Opdrachtrij, ...]
    samen: str
    """The sums under the table, in words; empty without rows."""
    signalen: tuple[Gespreksbeeld, ...]
    aan_voorgelegd: tuple[Gespreksbeeld, ...]
    door_voorgelegd: tuple[Gespreksbeeld, ...]
    voorleggen: tuple[Keuze, ...]
    """The opdrachten that the acting person may lay before a strategisch manager."""
    gedelegeerd: tuple[Delegatie, ...]
    mag_exporteren: bool
