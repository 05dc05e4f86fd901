"""The running product: one open database, one shared read-only result of the plan in force.

Owns which database is open, in which mode (demonstration or own), who the acting user can be, and
the cache of the calculated plan. Everything in the cache is frozen, so that all sessions share it.
Must never hold anything of one session. One process owns the database (ADR 0004).
"""

from __future__ import annotations

import getpass
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sturing.demonstratie.identiteiten import IDENTITEITEN
from sturing.domain.levering import Levering
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Herkomst, Wie
from sturing.engine.uitkomst import Uitkomst
from sturing.errors import StartError
from sturing.services import notatie
from sturing.services.basis import Basis as Basis
from sturing.services.basis import maak_basis
from sturing.services.beelden import Keuze, Omgevingsbeeld
from sturing.services.meldingen import Meldingen
from sturing.services.opening import meld_opening
from sturing.services.planjaar import planjaar_van
from sturing.store import leveringen as register
from sturing.store.concepten import Concept
from sturing.store.opslag import Opslag
from sturing.store.plan import lees_plan
from sturing.store.scenarios import Werk, werk_van

Sleutel = tuple[Hashable, ...]
"""What a kept result is of: levering, horizon and changes."""
MAX_CONCEPTEN = 256
ENV_DB = "STURING_DB"
ENV_DEMO = "STURING_DEMO"
LOKAAL = Wie(account="lokaal", naam="Lokale gebruiker", herkomst=Herkomst.LOKAAL)


@dataclass(slots=True)
class Omgeving:
    """One open database with its cache; thread safe."""

    opslag: Opslag
    demo: bool
    _slot: threading.RLock = field(default_factory=threading.RLock)
    _nummer: tuple[int, int] | None = None
    """The last levering after so many writes; asked several times on every run."""
    _werk: dict[str, tuple[int, Werk | None]] = field(default_factory=dict)
    _planjaar: tuple[int, int] | None = None
    _basis: dict[Horizon, Basis] = field(default_factory=dict)
    _uitkomsten: dict[Sleutel, Uitkomst] = field(default_factory=dict)
    kladmap: Path | None = None
    """The folder of a scratch database; it goes when the environment is closed."""
    meldingen: Meldingen = field(default_factory=Meldingen)

    def __post_init__(self) -> None:
        meld_opening(self.opslag, self.meldingen)

    def nummer(self) -> int:
        """The number of the last levering; 0 while nothing was loaded."""
        geschreven = self.opslag.geschreven
        bekend = self._nummer
        if bekend is not None and bekend[0] == geschreven:
            return bekend[1]
        nummer = register.laatste_nummer(self.opslag)
        self._nummer = (geschreven, nummer)
        return nummer

    def horizon(self) -> Horizon:
        """The plan year shown by default: the last year with at least half of the busiest year's
        asked hours; the plan year of the demonstration; without any work the next calendar year."""
        nummer = self.nummer()
        with self._slot:
            if self._planjaar is None or self._planjaar[0] != nummer:
                self._planjaar = (nummer, planjaar_van(lees_plan(self.opslag), self.demo))
            return Horizon.planjaar(self._planjaar[1])

    def werk(self, account: str) -> Werk | None:
        """The draft that an account works in, read again only when something was written."""
        geschreven = self.opslag.geschreven
        bekend = self._werk.get(account)
        if bekend is not None and bekend[0] == geschreven:
            return bekend[1]
        werk = werk_van(self.opslag, account)
        with self._slot:
            if len(self._werk) >= MAX_CONCEPTEN:
                self._werk.clear()
            self._werk[account] = (geschreven, werk)
        return werk

    def concept(self, account: str) -> Concept | None:
        """The draft itself of `werk`, whatever the right of the account in it."""
        return werk.concept if (werk := self.werk(account)) else None

    def jaren(self) -> tuple[int, ...]:
        """Every year with asked hours, and the plan year, in order."""
        horizon = self.horizon()
        plan = self.basis(horizon).plan
        return tuple(sorted({r.van.year for r in plan.inzet} | {horizon.van.jaar}))

    def basis(self, horizon: Horizon | None = None) -> Basis:
        """The plan in force over `horizon`, calculated at most once per levering and day."""
        gevraagd = horizon or self.horizon()
        with self._slot:
            nummer = self.nummer()
            basis = self._basis.get(gevraagd)
            vandaag = notatie.dag(datetime.now(UTC))
            if basis is not None and (basis.levering, basis.dag) == (nummer, vandaag):
                return basis
            laatste, plan = self._lees(nummer)
            nieuw = maak_basis(self.opslag, laatste, plan, gevraagd, vandaag)
            self._basis = {h: b for h, b in self._basis.items() if b.levering == nieuw.levering}
            while len(self._basis) >= 8:
                self._basis.pop(next(iter(self._basis)))
            self._basis[gevraagd] = nieuw
            self._uitkomsten.clear()
            return nieuw

    def _lees(self, nummer: int) -> tuple[Levering | None, Plan]:
        """The plan with the levering that it is of: read again when one came in between. A plan
        that is known already of levering `nummer`, over another period, is not read twice."""
        bekend = next((b.plan for b in self._basis.values() if b.levering == nummer), None)
        laatste = register.laatste(self.opslag)
        if bekend is not None and (laatste.nummer if laatste else 0) == nummer:
            return laatste, bekend
        while True:
            laatste = register.laatste(self.opslag)
            plan = lees_plan(self.opslag)
            if self.nummer() == (laatste.nummer if laatste else 0):
                return laatste, plan

    def onthoud(self, sleutel: Sleutel, reken_uit: Callable[[], Uitkomst]) -> Uitkomst:
        """One result by what it is of (levering, horizon, changes); the 64 newest are kept."""
        with self._slot:
            bekend = self._uitkomsten.get(sleutel)
        if bekend is not None:
            return bekend
        uitkomst = reken_uit()
        with self._slot:
            while len(self._uitkomsten) >= 64:
                self._uitkomsten.pop(next(iter(self._uitkomsten)))
            self._uitkomsten[sleutel] = uitkomst
        return uitkomst

    def sluit(self) -> None:
        """Close the database; a scratch database is removed."""
        self.opslag.close()
        if self.kladmap is not None:
            shutil.rmtree(self.kladmap, ignore_errors=True)


def open_omgeving(
    db: Path | None, *, demo: bool = False, voortgang: Callable[[str], None] | None = None
) -> Omgeving:
    """Open the own database `db`, or a demonstration (in `db` or a scratch database).

    `voortgang` gets one Dutch line per step. Raises StartError when `demo` is asked of a database
    that is not marked as one (or the other way round), OpslagError or BezetError of the store.
    """
    meld = voortgang or (lambda _tekst: None)
    if not demo:
        if db is None:
            raise StartError(
                "Er is geen database gekozen.",
                hint="Start met --demo, of met --db en de plaats van uw database.",
            )
        opslag = Opslag.open(db)
        if opslag.is_demo:
            opslag.close()
            raise StartError(
                "Deze database bevat de demonstratie, geen echte gegevens.",
                hint="Start met --demo, of kies een andere database.",
            )
        return Omgeving(opslag=opslag, demo=False)
    from sturing.services.demonstratie import vul_demonstratie
    from sturing.services.demonstratiegesprek import vul_gesprekken

    kladmap = None
    pad = db
    if pad is None:
        kladmap = Path(tempfile.mkdtemp(prefix="sturing-demo-"))
        pad = kladmap / "demonstratie.duckdb"
    bestond = pad.exists()
    opslag = Opslag.open(pad, demo=True)
    if not opslag.is_demo:
        opslag.close()
        raise StartError(
            "Deze database is niet gemerkt als demonstratie.",
            hint="Kies met --db een nieuwe plaats, of laat --db weg.",
        )
    omgeving = Omgeving(opslag=opslag, demo=True, kladmap=kladmap)
    if not bestond or register.laatste(opslag) is None:
        meld("De demonstratie wordt geladen.")
        vul_demonstratie(omgeving)
        vul_gesprekken(omgeving)
    return omgeving


def open_voor_commando(db: Path | None, *, nieuw: bool = False) -> Omgeving:
    """Open a database for the command line, whatever its mark: the mark decides the mode.

    Without `nieuw` a file that does not exist is refused (OpslagError); None is a database in
    memory, for a check that may store nothing.
    """
    opslag = Opslag.open(db, nieuw=nieuw or db is None)
    return Omgeving(opslag=opslag, demo=opslag.is_demo)


_HUIDIG: list[Omgeving] = []
_HUIDIG_SLOT = threading.Lock()


def stel_in(omgeving: Omgeving) -> None:
    """Make `omgeving` the one of this process; the server does this before the first request."""
    with _HUIDIG_SLOT:
        _HUIDIG[:] = [omgeving]


def huidige_omgeving() -> Omgeving:
    """The environment of this process, opened from STURING_DB and STURING_DEMO when need be."""
    with _HUIDIG_SLOT:
        if not _HUIDIG:
            db = os.environ.get(ENV_DB)
            demo = os.environ.get(ENV_DEMO) == "1"
            if not db and not demo:
                raise StartError(
                    "Sturing is niet gestart met het eigen commando.",
                    hint="Gebruik: sturing start --demo, of sturing start --db PAD.",
                )
            _HUIDIG.append(open_omgeving(Path(db) if db else None, demo=demo))
        return _HUIDIG[0]


def systeem(naam: str | None = None) -> Wie:
    """The command line (of the user `naam`): a beheerder's rights on totals, no person's hours."""
    account = f"systeem:{naam or getpass.getuser()}"
    return Wie(account=account, naam="Systeem", herkomst=Herkomst.SYSTEEM)


def wie_van(omgeving: Omgeving, sleutel: str | None = None) -> Wie:
    """Who acts: in the demonstration the identity `sleutel` (unknown or None: the strategisch
    manager ruimtelijk), with an own database the one local user."""
    if not omgeving.demo:
        return LOKAAL
    for wie in IDENTITEITEN:
        if wie.account == sleutel:
            return wie
    return next(w for w in IDENTITEITEN if w.account == STANDAARD_IDENTITEIT)


STANDAARD_IDENTITEIT = "demo-sm-ruimtelijk"


def omgevingsbeeld(omgeving: Omgeving, wie: Wie) -> Omgevingsbeeld:
    """The notice on top, who you are, and in the demonstration who you could be."""
    if omgeving.demo:
        melding = (
            "Demonstratie: de organisatie, de uren en de bedragen zijn verzonnen. "
            "Wat u hier wijzigt, geldt alleen in deze demonstratie."
        )
        identiteiten = tuple(Keuze(sleutel=w.account, naam=w.naam) for w in IDENTITEITEN)
        bijschrift = "Demonstratie, geen echte gegevens"
    else:
        melding = (
            "Er is nog geen aanmelding: wie deze computer gebruikt, mag hier alles. "
            "De toepassing is alleen op deze computer te bereiken."
        )
        identiteiten = ()
        bijschrift = "Alle rechten, alleen op deze computer"
    return Omgevingsbeeld(
        demonstratie=omgeving.demo,
        melding=melding,
        wie_naam=wie.naam,
        wie_bijschrift=bijschrift,
        identiteiten=identiteiten,
        horizon=omgeving.horizon(),
        jaren=omgeving.jaren(),
    )
