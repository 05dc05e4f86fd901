"""What Overzicht shows, ready to draw; hours are whole or hundredths as each field says."""

from __future__ import annotations

from dataclasses import dataclass

from sturing.services.beelden import (
    Effectrij,
    Kerncijfer,
    Kop,
    Maandbeeld,
    Opdrachtmelding,
    Signaal,
    Telling,
    Warmterij,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldregel:
    naam: str
    gevraagd: str
    beschikbaar: str
    totaal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeldzinnen:
    """What each picture of Overzicht says, for who hears it."""

    maanden: str
    warmte: str
    verschillen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzichtbeeld:
    kop: Kop
    kerncijfers: tuple[Kerncijfer, ...]
    maanden: tuple[Maandbeeld, ...]
    warmte: tuple[Warmterij, ...]
    """All teams with supply or demand, largest shortage first; the page shows ten and folds."""
    warmte_noot: str
    """How many teams are left out there because too few persons work in them; empty for none."""
    telling: Telling
    aantal_opdrachten: int
    lijn: int
    niet_haalbaar: tuple[Opdrachtmelding, ...]
    """Those that the reader may see, by name; `telling` counts all."""
    signalen: tuple[Signaal, ...]
    geld: tuple[Geldregel, ...]
    verschillen: tuple[Effectrij, ...]
    """Granted hours per opdrachtgever that differ from the plan in force; whole hours."""
    zinnen: Beeldzinnen
    mag_exporteren: bool
