"""What a screen shows, ready to draw: frozen views that the services make and the pages only place.

Sentences are Dutch and written here from the numbers. Hours are hundredths (`*_honderdste`), euros
cents; `*_uren` and `*_pct` are whole numbers as shown, so that columns add up on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.keuzes import Haalbaarheid, Methode
from sturing.domain.levering import BladVerschil, Levering
from sturing.domain.tijd import Horizon, Maand
from sturing.services.bordblik import Effecttabel, Knelmaand, Nietgepland
from sturing.services.conceptregels import Wijzigingsregel


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """The answer of a screen (`titel`, h1, at most two lines) and the line under it."""

    titel: str
    bijschrift: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leeg:
    """A designed empty state: what is missing, what to do, where."""

    titel: str
    uitleg: str
    naar: str | None = None
    knop: str | None = None


def nog_geen(titel: str) -> Leeg:
    """What is missing when nothing was delivered yet: the template is the way."""
    return Leeg(
        titel=titel,
        uitleg="Haal bij Gegevens het sjabloon op, vul het in en kies uw bestand.",
        naar="gegevens",
        knop="Naar Gegevens",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Geweigerd:
    """No access: which role is needed and whom to ask. `knop` goes to the page `naar`, where this
    person can begin; empty when there is none."""

    titel: str
    uitleg: str
    naar: str = ""
    knop: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """One choice of a list: stable `sleutel`, Dutch `naam`."""

    sleutel: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kerncijfer:
    """One figure. `verschil` is against the plan in force, empty when that is what is shown."""

    naam: str
    waarde: str
    bijschrift: str
    verschil: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maandbeeld:
    """Organisation in one month, hundredths of an hour; toegekend + tekort = gevraagd."""

    maand: Maand
    label: str
    aanbod_honderdste: int
    gevraagd_honderdste: int
    toegekend_honderdste: int
    tekort_honderdste: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Warmtecel:
    """Asked as percent of available; `stap` 0 (up to 100%) .. 4; pct None without supply."""

    maand: Maand
    pct: int | None
    stap: int
    tekort_uren: int
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Warmterij:
    team: str
    naam: str
    cellen: tuple[Warmtecel, ...]
    tekort_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    haalbaar: int = 0
    onder_druk: int = 0
    niet_haalbaar: int = 0
    zonder_vraag: int = 0
    geparkeerd: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtmelding:
    """An opdracht in a short list: status, name, opdrachtgever, binding team, coverage before and
    after; granted hours after less before in hundredths, 0 when the list is not about hours."""

    opdracht: str
    naam: str
    status: Haalbaarheid | None
    knelpunt: str
    dekking: str
    dekking_voor: str = ""
    geparkeerd: bool = False
    opdrachtgever: str = ""
    verschil_honderdste: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaal:
    """`ernst` 'niet' (red cross), 'druk' (amber) or 'goed' (blue); `bron` names who or what."""

    ernst: str
    tekst: str
    bron: str
    naar: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bordrij:
    """One row of the board. Texts are ready to show; `*_pct` None when nothing is asked.

    `verplaatst` is places up (+) or down (-) against the plan in force. `teams` holds the codes of
    the teams asked.
    """

    opdracht: str
    plaats: int
    verplaatst: int
    wettelijk: bool
    status: Haalbaarheid | None
    naam: str
    volledige_naam: str
    opdrachtgever: str
    opdrachtgever_voluit: str
    soort_werk: str
    uren: str
    dekking_pct: int | None
    dekking_voor_pct: int | None
    dekking_toelichting: str
    knelpunt: str
    tekort_uren: int
    budget_tekort: str
    teams: tuple[str, ...]
    van_mij: bool
    gewijzigd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijnbeeld:
    """Under which place the line stands (0: above everything) and the words on it."""

    plaats: int
    tekst: str
    bijschrift: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effectrij:
    """Granted hours of one key: before, after, difference (whole hours, columns add up). `sleutel`
    is empty for what has no screen of its own: others together, the sum, work of nobody."""

    naam: str
    voor_uren: int
    na_uren: int
    verschil_uren: int
    totaal: bool = False
    sleutel: str = ""
    rest: bool = False
    """The others together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bordbeeld:
    """The board with its effects. `aankondiging` is what a screen reader hears after a move."""

    kop: Kop
    rijen: tuple[Bordrij, ...]
    wettelijk_tekst: str
    """The words on the folded row of wettelijk work; empty when it is not put first."""
    lijn: Lijnbeeld
    lijn_per_team: dict[str, int]
    teams: tuple[Keuze, ...]
    telling_voor: Telling
    telling_na: Telling
    komt_erbij: tuple[Opdrachtmelding, ...]
    levert_in: tuple[Opdrachtmelding, ...]
    effect: Effecttabel | None
    """The table that the reader chose; None for who may not see the totals."""
    knelt: tuple[Knelmaand, ...]
    """The team-months whose shortage changed most, strongest first."""
    niet_gepland: Nietgepland
    wijzigingen: tuple[Wijzigingsregel, ...]
    methode: Methode
    wettelijk_eerst: bool
    mag_wijzigen: bool
    waarom_niet: str
    kan_ongedaan: bool
    kan_opnieuw: bool
    concept: int | None
    versie: int
    aankondiging: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevindingrij:
    ernst: str
    plaats: str
    waarde: str
    melding: str
    bestand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Celfragment:
    """The rows of a sheet around its findings, as the person knows them: letters above, row numbers
    before; `gemarkeerd` holds (row, column index) -> 'fout' or 'let op'."""

    blad: str
    kolommen: tuple[str, ...]
    rijnummers: tuple[int, ...]
    cellen: tuple[tuple[str, ...], ...]
    gemarkeerd: dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploadbeeld:
    """An upload that was read and judged but not stored, ready to show."""

    kop: Kop
    bestanden: tuple[str, ...]
    fouten: int
    let_op: int
    bevindingen: tuple[Bevindingrij, ...]
    fragmenten: tuple[Celfragment, ...]
    verschil: tuple[BladVerschil, ...]
    verschil_titel: str
    geweigerd: bool
    wacht_op_keuze: bool
    """Nothing is wrong yet: a form on the page asks how an export is read."""
    bevestig_let_op: str
    """Text of the checkbox that agrees with the let op findings; empty when there are none."""
    bevestig_verwijdering: str
    """Text of the checkbox that confirms a large removal with its numbers; empty when none."""
    volgend_nummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevensbeeld:
    """The screen before a file is chosen: what is stored, and every levering, newest first."""

    kop: Kop
    leveringen: tuple[Levering, ...]
    mag_leveren: bool
    waarom_niet: str
    teams: tuple[Keuze, ...]
    """Teams for which a filled template may be had; `domeinen` alike."""
    kan_leegmaken: bool
    domeinen: tuple[Keuze, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgevingsbeeld:
    """What holds for every screen: the notice at the top, who you are, and who you could be."""

    demonstratie: bool
    melding: str
    wie_naam: str
    wie_bijschrift: str
    identiteiten: tuple[Keuze, ...]
    horizon: Horizon
    jaren: tuple[int, ...]
    """Plan years that can be chosen: every year with asked hours, and the plan year."""
