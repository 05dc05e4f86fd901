"""What the screen Managementcollectief shows, ready to draw. Hours are whole hours as shown."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.beelden import Kerncijfer, Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgaverij:
    """One ontwikkelopgave, by code `opdracht`; `verschil_uren` None when the plan in force is
    looked at."""

    opdracht: str
    naam: str
    fundament: bool
    doel: str
    opdrachtgever: str
    team: str
    status: Haalbaarheid | None
    gevraagd_uren: int
    toegekend_uren: int
    dekking_pct: int | None
    verschil_uren: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Niveaurij:
    """The teams of one level of zelforganisatie, by how they are helped; `namen` of all of them."""

    niveau: str
    coachend: int
    leidend: int
    onbekend: int
    namen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Focusrij:
    """Focus and ruimte of one team, by `code`. `onderhanden` in opdrachten, average per
    month; `versnippering` in opdrachten per fte, None without fte."""

    code: str
    team: str
    fte: Fraction
    onderhanden: Fraction
    versnippering: Fraction | None
    kruimels: int
    ruimte_uren: int
    vrij_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatierij:
    """Formatie and bezetting of one domain; the last row is the organisation."""

    naam: str
    formatie: str
    bezetting: str
    inhuur: str
    inhuur_deel: str
    formatie_per_1000: str
    bezetting_per_1000: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Steunrij:
    """One ondersteunend team and what it gives to the opdrachten of others."""

    team: str
    beschikbaar_uren: int
    eigen_uren: int
    anderen_uren: int
    anderen_deel: str
    andere_teams: int
    genoemd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Planopen:
    """One team whose plan is missing, or not seen as it is now."""

    team: str
    naam: str
    wat: str
    teamondersteuner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collectiefbeeld:
    """The whole screen."""

    kop: Kop
    is_plan: bool
    cijfers: tuple[Kerncijfer, ...]
    opgaven: tuple[Opgaverij, ...]
    opgaven_zin: str
    niveaus: tuple[Niveaurij, ...]
    ondersteuners: str
    focus: tuple[Focusrij, ...]
    """Most opdrachten per fte first."""
    formatie: tuple[Formatierij, ...]
    formatie_zin: str
    steun: tuple[Steunrij, ...]
    plannen: tuple[Planopen, ...]
    plannen_zin: str
    mag_exporteren: bool
