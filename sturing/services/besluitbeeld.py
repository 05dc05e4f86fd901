"""What Besluiten shows, ready to draw: frozen views that the services make and the page places.

Sentences are Dutch and written by the services from the numbers. `*_uren` are whole hours as shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.beelden import Keuze, Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantalrij:
    """One count or number of hours before and after. `soort` names its sign; `goed` says whether
    more is good (True), bad (False) or neither (None)."""

    naam: str
    soort: str
    voor: int
    na: int
    goed: bool | None = None
    totaal: bool = False

    @property
    def verschil(self) -> int:
        return self.na - self.voor


@dataclass(frozen=True, slots=True, kw_only=True)
class Merkrij:
    """An opdracht that gains or gives: its status after, who is opdrachtgever, coverage as text.

    `uren` are the granted hours after less before, with their sign; empty when it is no hours of
    the year shown (euros only, or another year: `na` says so).
    """

    opdracht: str
    naam: str
    opdrachtgever: str
    status: Haalbaarheid | None
    voor: str
    na: str
    uren: str
    geparkeerd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Geverrij:
    """One opdrachtgever: whole hours that his opdrachten get more, and that they give, of those the
    reader may see. The last row is their sum when there is more than one."""

    naam: str
    erbij: int
    inlevert: int
    totaal: bool = False

    @property
    def verschil(self) -> int:
        return self.erbij - self.inlevert


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaarbeeld:
    """One objection: `stand` is open, beantwoord or ingetrokken; its answer with who and when."""

    nummer: int
    naam: str
    tekst: str
    wanneer: str
    stand: str
    antwoord: str = ""
    antwoord_van: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactieregel:
    naam: str
    tekst: str
    wanneer: str
    antwoord: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolgdeel:
    """What a list of changes does: counts, hours, who gains and gives, cost, in every number whole.

    `gevers` are the hours of the two lists per opdrachtgever. `jaar` names the horizon.
    `wijzigingen` as sentences; `verborgen` counts those about what the reader may not see.
    """

    opdrachten: tuple[Aantalrij, ...]
    uren: tuple[Aantalrij, ...]
    jaar: str
    komt_erbij: tuple[Merkrij, ...]
    levert_in: tuple[Merkrij, ...]
    gevers: tuple[Geverrij, ...]
    kosten: tuple[str, ...]
    wijzigingen: tuple[str, ...]
    verborgen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorsteldoen:
    """What a reader may do with a proposal beside reacting: calculate an objection through, lay it
    beside a scenario (`vergelijk` numbers both, empty when that cannot be), take the numbers of
    the opdrachten in `exporteer` along, the figures of the organisation (`exporteer_totalen`), or
    everything that it sees."""

    reken_door: bool
    vergelijk: tuple[int, ...]
    exporteer: frozenset[str]
    exporteer_totalen: bool
    exporteer_alles: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstelbeeld:
    """One open proposal for one person: what it does, what was said, and what this person may do.

    `versie` and `op_levering` are what the person looked at: they go back with the decision.
    `eigen` names the own opdrachten that give; empty when the person has nothing to agree to.
    `gezegd` is what the person said last of that: akkoord, bezwaar or nothing yet.
    """

    nummer: int
    versie: int
    op_levering: int
    titel: str
    toelichting: str
    gevolg: Gevolgdeel
    conflicten: tuple[str, ...]
    verschoven: str
    bezwaren: tuple[Bezwaarbeeld, ...]
    akkoorden: tuple[Reactieregel, ...]
    adviezen: tuple[Reactieregel, ...]
    wacht_op: tuple[str, ...]
    mag_besluiten: bool
    waarom_niet: str
    besluit_van: str
    eigen: tuple[str, ...]
    gezegd: str
    mag_adviseren: bool
    mag_antwoorden: bool
    mag_intrekken: bool
    doen: Voorsteldoen


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitrij:
    """One line of the ledger, newest first; also of a proposal that was sent back or taken back
    (`besluit` None)."""

    besluit: int | None
    datum: str
    titel: str
    door: str
    uitkomst: str
    kenmerk: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitenbeeld:
    """The page: the chosen open proposal (None: there is none), the others, and the ledger."""

    kop: Kop
    open_voorstellen: tuple[Keuze, ...]
    voorstel: Voorstelbeeld | None
    eerdere: tuple[Besluitrij, ...]
    mag_voorleggen: bool
    """Whether this person may make a draft, and so lay one before who decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planrij:
    """One opdracht of an earlier plan, in its order."""

    plaats: int
    code: str
    naam: str
    status: Haalbaarheid | None
    gevraagd: str
    toegekend: str
    dekking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nakomst:
    """What came of an opdracht that a decision moved: hours asked and granted by the plan of that
    decision, and spent, over the months of it that are over."""

    opdracht: str
    gevraagd: str
    toegekend: str
    besteed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planbeeld:
    """An earlier plan, to be read only. `controle` says whether it calculates to its kenmerk;
    `mee` holds the codes of the rows that the reader may take along as a file."""

    kop: Kop
    besluit: int
    uitkomst: str
    rol: str
    reden: str
    bezwaren: tuple[Reactieregel, ...]
    gevolg: Gevolgdeel
    lijn: str
    rijen: tuple[Planrij, ...]
    mee: frozenset[str]
    controle: str
    klopt: bool
    nakomst: tuple[Nakomst, ...]
    nakomst_tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorlegbeeld:
    """What is about to be laid before who decides, before anything is stored."""

    concept: int
    versie: int
    wijzigingen: tuple[str, ...]
    levert_in: tuple[Merkrij, ...]
    conflicten: tuple[str, ...]
    waarom_niet: str
    reactie_dagen: int
