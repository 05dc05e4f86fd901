"""What the screen Programma's en doelen shows, ready to draw.

Hours are whole hours and `*_dzd` whole thousands of euros as shown, so that a column adds up; None
is unknown or not limited. Texts are ready.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.beelden import Kerncijfer, Keuze, Kop
from sturing.services.waarden import Waardenbeeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelrij:
    """One doel; `doel` None is work without one, or the sum. `oordeel` says in words whether there
    is enough, `mis` whether that is a reason to act. `verschil_uren` is granted less granted in the
    plan in force."""

    doel: str | None
    naam: str
    bron: str
    opdrachten: int
    gevraagd_uren: int
    toegekend_uren: int
    dekking_pct: int | None
    gevraagd_dzd: int
    toegekend_dzd: int
    oordeel: str
    mis: bool
    verschil_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelopdracht:
    """One opdracht that serves the doel that is opened; hours and euros as texts."""

    opdracht: str
    plaats: int | None
    naam: str
    status: Haalbaarheid | None
    stand: str
    opdrachtgever: str
    gevraagd: str
    toegekend: str
    dekking: str
    geld_gevraagd: str
    geld_toegekend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelopen:
    """The doel that is opened: what it rests on and which opdrachten serve it. `verborgen` counts
    those that the reader may not see."""

    doel: str
    naam: str
    bijschrift: str
    opdrachten: tuple[Doelopdracht, ...]
    verborgen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmarij:
    """One programme over the years of the period, in thousands of euros."""

    naam: str
    lasten_dzd: int | None
    beschikbaar_dzd: int | None
    gevraagd_dzd: int
    toegekend_dzd: int
    over_dzd: int | None
    besteed_dzd: int | None
    prognose_dzd: int | None
    verschil_dzd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakveldrij:
    """One taakveld of a programme in one year, in thousands of euros."""

    programma: str
    taakveld: str
    jaar: int
    lasten_dzd: int
    baten_dzd: int | None
    beschikbaar_dzd: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakveldurenrij:
    """The hours of one taakveld of a programme in one year, or of all (last). `deel_pct` is of the
    programme, `toerekening` says in words how sure the row is; `verschil_uren` is granted less
    granted in the plan in force."""

    programma: str
    taakveld: str
    jaar: str
    deel_pct: int | None
    gevraagd_uren: int
    toegekend_uren: int
    tekort_uren: int
    dekking_pct: int | None
    toerekening: str
    verschil_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakveldurenbeeld:
    """The hours per taakveld; `zin` says that they are attributed and how many could not be."""

    titel: str
    rijen: tuple[Taakveldurenrij, ...]
    zin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zonderdoel:
    """Work that serves no doel: strategic work and work of the programmabegroting only."""

    naam: str
    soort_werk: str
    opdrachtgever: str
    stand: str
    gevraagd: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Knoop:
    """One node of the flow: `kolom` 0 programme, 1 opdrachtgever, 2 team."""

    kolom: int
    naam: str
    uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tak:
    """Granted hours from one node to one in the next column, by their place in the nodes."""

    van: int
    naar: int
    uren_honderdste: int
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroomrij:
    """One row of the table of the flow, after folding, whole hours; `code` of the team, empty for
    teams together."""

    programma: str
    opdrachtgever: str
    code: str
    team: str
    gevraagd_uren: int
    toegekend_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroombeeld:
    """The flow of granted hours; `zin` says it in one sentence, `opmerking` what was folded."""

    knopen: tuple[Knoop, ...]
    takken: tuple[Tak, ...]
    rijen: tuple[Stroomrij, ...]
    zin: str
    opmerking: str
    keuzes: tuple[Keuze, ...]
    gekozen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardedeel:
    """Part of the granted hours: to work that is high, middling or low on one kernwaarde.
    `sleutel` names it in an address."""

    sleutel: str
    hoogte: str
    pct: int
    uren: int
    opdrachten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernwaardebeeld:
    """One kernwaarde; the parts add up to 100 and to all granted hours."""

    naam: str
    delen: tuple[Waardedeel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardeopdracht:
    """One opdracht of a part; `uren` are granted, whole."""

    opdracht: str
    plaats: int
    naam: str
    opdrachtgever: str
    status: Haalbaarheid | None
    stand: str
    uren: int
    dekking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardeopen:
    """The opdrachten of the part `sleutel`, most hours first; `verborgen` are those that the reader
    may not see, with their hours together: with those the list adds up to the part."""

    sleutel: str
    naam: str
    opdrachten: tuple[Waardeopdracht, ...]
    verborgen: int
    verborgen_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmasbeeld:
    """The whole screen. `alles` is False when only some opdrachten count: for who may not read the
    totals of the organisation, or when one domain is looked at; `bereik` says so in words."""

    kop: Kop
    kerncijfers: tuple[Kerncijfer, ...]
    is_plan: bool
    alles: bool
    bereik: str
    doelen: tuple[Doelrij, ...]
    doel_keuzes: tuple[Keuze, ...]
    open: Doelopen | None
    doelen_zonder_werk: tuple[str, ...]
    zonder_doel: tuple[Zonderdoel, ...]
    programmas: tuple[Programmarij, ...]
    geldzin: str
    """What was spent until when, and how the forecast is made."""
    taakvelden: tuple[Taakveldrij, ...]
    taakvelduren: Taakveldurenbeeld | None
    """None for who may not read the totals of the organisation."""
    stroom: Stroombeeld
    kernwaarden: tuple[Kernwaardebeeld, ...]
    kernwaardenzin: str
    waarde_open: Waardeopen | None
    waarden: Waardenbeeld
    mag_exporteren: bool
