"""What the screen Teams en teamplannen shows, ready to draw. Hours are whole hours as shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.beelden import Kerncijfer, Keuze, Kop, Maandbeeld
from sturing.services.gespreksbeeld import Gespreksbeeld
from sturing.services.teamplangezien import Gezienbeeld


class Antwoord(StrEnum):
    """Is a question of the sturingskader answered: by every line, some, none; or told by nobody."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"
    ONBEKEND = "niet te zeggen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamrij:
    """One team in the overview. `klein`: its hours rest on too few persons to show to this reader,
    and are None."""

    team: str
    naam: str
    domein: str
    resultaten: int
    gezien: str
    beschikbaar_uren: int | None
    gevraagd_uren: int | None
    gevraagd_pct: int | None
    dekking_pct: int | None
    verschil_uren: int | None
    """Granted hours less those of the plan in force; None when that is what is looked at."""
    zelforganisatie: int | None
    begeleiding: str
    klein: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamsoverzicht:
    """All teams that may be seen."""

    kop: Kop
    teams: tuple[Keuze, ...]
    rijen: tuple[Teamrij, ...]
    is_plan: bool
    noot: str
    mag_exporteren: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketenstap:
    """One step from gross to net: what goes off is `af` and has `uren` above 0. `onder` is what is
    left below the bar, so that the picture is a staircase."""

    naam: str
    uren: int
    onder: int
    af: bool
    uitleg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketenbeeld:
    """`fte` is the line above the picture."""

    fte: str
    stappen: tuple[Ketenstap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkrij:
    """One opdracht of the team; the last row may be those that the reader may not see together."""

    plaats: int | None
    naam: str
    status: Haalbaarheid | None
    gevraagd_uren: int
    toegekend_uren: int
    dekking_pct: int | None
    verschil_uren: int | None
    eigen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Planvraag:
    """One question of the sturingskader, with what the plan says about it."""

    vraag: str
    antwoord: Antwoord
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultaatrij:
    """One line of the teamplan, an en dash for what it does not say."""

    regel: int
    resultaat: str
    opgave: str
    kwaliteit: str
    opdracht: str
    doel: str
    uren: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nodigrij:
    """What is needed of another team (or what another team needs of this one): `gepland` None when
    the line names no opdracht; `tekort` when that team gets under 95% of the hours for it."""

    team: str
    resultaat: str
    opdracht: str
    gepland: bool | None
    tekort: bool
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnerrij:
    """What is needed of a partner outside the municipality."""

    partner: str
    resultaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamplan:
    """The plan of the team. `verborgen` says why its lines are not shown; empty when they are."""

    vragen: tuple[Planvraag, ...]
    resultaten: tuple[Resultaatrij, ...]
    nodig: tuple[Nodigrij, ...]
    partners: tuple[Partnerrij, ...]
    van_ons: tuple[Nodigrij, ...]
    """What other teams need of this team."""
    buiten_plan: str
    verborgen: str
    gezien: Gezienbeeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Besteedrij:
    """One opdracht by its code, or the sum (None): planned and expected over the year, spent up to
    the data date."""

    opdracht: str | None
    naam: str
    gepland_uren: int
    gepland_tot_uren: int
    besteed_uren: int
    verwacht_uren: int
    verschil_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Besteedbeeld:
    """`jaar` may be an earlier one than the plan year: the last of which hours were loaded. Without
    rows `zin` says what to do."""

    jaar: int
    zin: str
    rijen: tuple[Besteedrij, ...]
    totaal: Besteedrij | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenrij:
    """Another team on the same opdrachten: hours of both on those."""

    team: str
    opdrachten: int
    eigen_uren: int
    hun_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamblad:
    """Everything of one team."""

    kop: Kop
    team: str
    naam: str
    jaar: int
    teams: tuple[Keuze, ...]
    is_plan: bool
    cijfers: tuple[Kerncijfer, ...]
    keten: Ketenbeeld | None
    """None when the hours rest on too few persons for this reader; `klein` says so, and no other
    hours of the team stand here either."""
    klein: str
    maanden: tuple[Maandbeeld, ...]
    werk: tuple[Werkrij, ...]
    werk_zin: str
    plan: Teamplan
    besteed: Besteedbeeld
    begeleiding: str
    personen: str
    samen: tuple[Samenrij, ...]
    signalen: tuple[Gespreksbeeld, ...]
    mag_exporteren: bool
