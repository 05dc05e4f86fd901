"""What the screen Gebieden shows, ready to draw.

`*_uren` and `*_pct` are whole numbers as shown, so that a column adds up; texts are ready.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.beelden import Keuze, Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebiedrij:
    """One area without those below it; `gebied` None is work for no area, or the total.

    `met_onderliggend_uren` is granted with everything below it, None where nothing lies below.
    `per_1000` is granted hours per 1,000 inhabitants, with everything below. `verschil_uren` is
    granted less granted in the plan in force.
    """

    gebied: str | None
    naam: str
    niveau: int
    opdrachten: int
    gevraagd_uren: int
    toegekend_uren: int
    dekking_pct: int | None
    haalbaar: int
    onder_druk: int
    niet_haalbaar: int
    met_onderliggend_uren: int | None
    per_1000: int | None
    verschil_uren: int
    van_mij: bool

    @property
    def zonder_vraag(self) -> int:
        """So many of the opdrachten ask no hours, and have no status by hours."""
        return self.opdrachten - self.haalbaar - self.onder_druk - self.niet_haalbaar


@dataclass(frozen=True, slots=True, kw_only=True)
class Paneelmaand:
    """One month of one area, in percent of what is asked; both 0 where nothing is asked."""

    label: str
    toegekend_pct: float
    tekort_pct: float
    gevraagd_uren: int
    toegekend_uren: int
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebiedspaneel:
    """One small picture: a kern (or the regio, or the rest) with everything below it."""

    gebied: str
    naam: str
    bijschrift: str
    maanden: tuple[Paneelmaand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwerp:
    """One item of a gebiedsagenda. Unknown is an en dash.

    `mist` names what is missing: opdracht, opdrachtgever, uren. `zichtbaar` is False for an
    opdracht that the reader may not see: then only the words of the agenda stand here. `waarom` is
    the opdracht that the board explains, `persoon` the opdrachtgever whose screen may be opened;
    both empty when there is no way there.
    """

    sleutel: str
    gebied: str
    gebied_naam: str
    vraagstuk: str
    soort: str
    initiatief: str
    gemeente: str
    partners: str
    overstijgend: bool
    opdracht: str
    zichtbaar: bool
    status: Haalbaarheid | None
    stand: str
    plaats: str
    opdrachtgever: str
    gedelegeerd: str
    gevraagd: str
    toegekend: str
    dekking: str
    knelpunt: str
    mist: tuple[str, ...]
    waarom: str
    persoon: str

    @property
    def naam(self) -> str:
        """How a list calls it."""
        return self.vraagstuk or self.opdracht


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebiedsthema:
    """A theme that crosses areas; hours are an en dash when an opdracht of it may not be seen."""

    thema: str
    gebieden: str
    opdrachten: str
    gevraagd: str
    toegekend: str
    dekking: str
    team: str
    op_een_agenda: bool
    """Whether it stands on the agenda of one area only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebiedenbeeld:
    """The whole screen. `gekozen` is an area, or one of the lists of areas in `keuzes`."""

    kop: Kop
    keuzes: tuple[Keuze, ...]
    gekozen: str
    rijen: tuple[Gebiedrij, ...]
    totaal: Gebiedrij
    is_plan: bool
    panelen: tuple[Gebiedspaneel, ...]
    panelen_zin: str
    """The small pictures in one sentence, for a screen reader."""
    agenda_titel: str
    makelaar: str
    agenda: tuple[Onderwerp, ...]
    meer_gebieden: bool
    """Whether the agenda that is shown is of more than one area."""
    mist_iets: tuple[Onderwerp, ...]
    """Items that miss an opdracht, opdrachtgever or hours, in the areas that are looked at."""
    verborgen: int
    """Items there whose opdracht the reader may not see, so that what they miss is not told."""
    themas: tuple[Gebiedsthema, ...]
    open: Onderwerp | None
    mag_exporteren: bool
    mag_agenda_exporteren: bool
