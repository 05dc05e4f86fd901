"""kill -9 at a random moment: the database opens every time, wholly old or wholly new.

Kinds of work that are killed: a first start with its first levering, leveringen (with checkpoint
and backup), drafts, decisions (with the proposals that they take), migrations of an older database,
and backups. After each kill the hash over all rows must be
that of what was reported as done, or of one step more; there is no notice, nothing is moved aside,
every backup that has its name is whole, and the next levering goes in.
"""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import duckdb

from sturing.errors import SturingError
from sturing.services import beheer, bewaking
from sturing.services.omgeving import LOKAAL, Omgeving, open_voor_commando, systeem
from sturing.store import kopieen, migraties
from sturing.store.opslag import Opslag
from tests.proeven import toestand
from tests.proeven.uitslag import Maat, Uitslag
from tests.store.voorbeeld import organisatie

KORT = 2
VOL = 300
ZAAD = 20261126
STAPPEN = 3
OUD = 3
"""Migrations of the older database; the newer ones run while it is opened."""

_KIND = multiprocessing.get_context("forkserver")
_KIND.set_forkserver_preload(["tests.proeven.crash", "pyarrow", "duckdb"])


def _leveringen(pad: Path, meld: Callable[[], None]) -> None:
    _stappen(pad, meld, toestand.stap_levering)


def _concepten(pad: Path, meld: Callable[[], None]) -> None:
    _stappen(pad, meld, toestand.stap_concept)


def _besluiten(pad: Path, meld: Callable[[], None]) -> None:
    _stappen(pad, meld, toestand.stap_besluit)


def _stappen(pad: Path, meld: Callable[[], None], stap: Callable[[Omgeving], None]) -> None:
    omgeving = open_voor_commando(pad)
    for _ in range(STAPPEN):
        stap(omgeving)
        meld()
    omgeving.sluit()


def _eerste(pad: Path, meld: Callable[[], None]) -> None:
    omgeving = open_voor_commando(pad, nieuw=True)
    toestand.lever_op(omgeving, *organisatie())
    meld()
    omgeving.sluit()


def _migratie(pad: Path, meld: Callable[[], None]) -> None:
    opslag = Opslag.open(pad)
    meld()
    opslag.close()


def _backup(pad: Path, meld: Callable[[], None]) -> None:
    with Opslag.open(pad) as opslag:
        for nr in range(STAPPEN):
            beheer.opslagbeheer.backup(opslag, pad.parent / f"met-de-hand-{nr}.duckdb")
            meld()


WERK: dict[str, Callable[[Path, Callable[[], None]], None]] = {
    "eerste start": _eerste,
    "leveringen": _leveringen,
    "concepten": _concepten,
    "besluiten": _besluiten,
    "migraties": _migratie,
    "backups": _backup,
}


def _kind(soort: str, pad: Path, pijp: Connection) -> None:
    pijp.send("begin")
    WERK[soort](pad, lambda: pijp.send("gedaan"))
    pijp.send("klaar")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voorbeeld:
    """The database to begin with, the hashes that are legal in order, how long the work takes."""

    pad: Path
    kernen: tuple[str, ...]
    duur_s: float


def beproef(aantal: int, map_: Path) -> Uitslag:
    """`aantal` kills, spread evenly over the kinds of work; the moments follow from ZAAD and from
    how long the work takes."""
    toeval = random.Random(ZAAD)
    voorbeelden = {soort: _voorbeeld(soort, map_, 1 if aantal < 50 else 3) for soort in WERK}
    fouten: list[str] = []
    duur_s = {soort: voorbeeld.duur_s for soort, voorbeeld in voorbeelden.items()}
    te_laat = oud = nieuw = 0
    for poging in range(aantal):
        soort = list(WERK)[poging % len(WERK)]
        voorbeeld = voorbeelden[soort]
        while True:
            pad = toestand.kopieer(voorbeeld.pad, map_ / "poging")
            gedaan, klaar = _sla_dood(soort, pad, toeval.uniform(0, duur_s[soort]))
            # A kill after the work was done proves nothing: again, somewhat earlier.
            duur_s[soort] *= 0.9 if klaar else 1.02
            if not klaar:
                break
            te_laat += 1
        fout, stap = _beoordeel(soort, pad, voorbeeld, gedaan)
        oud, nieuw = oud + (stap == gedaan), nieuw + (stap > gedaan)
        if fout:
            fouten.append(f"poging {poging} ({soort}): {fout}")
    return Uitslag(
        naam="crash",
        aantal=aantal,
        maten=(
            Maat(
                wat=f"geopend en heel, na kill -9 terwijl het werk bezig was (zaad {ZAAD}; "
                f"{te_laat} keer te laat en overgedaan)",
                gemeten=f"{aantal - len(fouten)} van {aantal}{_eerste_fout(fouten)}",
                eis="alle",
                gehaald=not fouten,
            ),
            Maat(
                wat="toestand precies de laatst gemelde, of precies één stap verder",
                gemeten=f"{oud} oud, {nieuw} nieuw",
                eis="samen alle",
                gehaald=oud + nieuw == aantal,
            ),
        ),
    )


def _eerste_fout(fouten: list[str]) -> str:
    return f"; eerste fout: {fouten[0]}" if fouten else ""


def _voorbeeld(soort: str, map_: Path, keer: int) -> _Voorbeeld:
    """Make the database of one kind, learn its legal states, and measure the work undisturbed:
    the shortest of `keer` times, so that a kill does not come too late."""
    basis = map_ / f"voorbeeld {soort}" / "plan.duckdb"
    basis.parent.mkdir()
    kernen: list[str] = []
    match soort:
        case "eerste start":
            kernen = _kernen_eerste(map_)
        case "migraties":
            kernen = _kernen_migratie(basis, map_)
        case _:
            voorstellen = STAPPEN if soort == "besluiten" else 0
            toestand.maak(basis, *[toestand.stap_voorstel] * voorstellen)
            kernen = _kernen_stappen(soort, toestand.kopieer(basis, map_ / "leren"))
    duren = []
    for _ in range(keer):
        pad = toestand.kopieer(basis, map_ / "meten")
        ouder, kindkant = _KIND.Pipe()
        kind = _KIND.Process(target=_kind, args=(soort, pad, kindkant))
        kind.start()
        kindkant.close()
        assert ouder.recv() == "begin"
        begin = time.monotonic()
        while ouder.recv() != "klaar":
            pass
        duren.append(time.monotonic() - begin)
        kind.join()
    return _Voorbeeld(pad=basis, kernen=tuple(kernen), duur_s=min(duren))


def _kernen_eerste(map_: Path) -> list[str]:
    leren = map_ / "leren" / "plan.duckdb"
    leren.parent.mkdir(exist_ok=True)
    omgeving = open_voor_commando(leren, nieuw=True)
    leeg = toestand.kern_van(omgeving)
    toestand.lever_op(omgeving, *organisatie())
    na = toestand.kern_van(omgeving)
    omgeving.sluit()
    return [leeg, na]


def _kernen_stappen(soort: str, pad: Path) -> list[str]:
    omgeving = open_voor_commando(pad)
    kernen = [toestand.kern_van(omgeving)]
    stap = {
        "leveringen": toestand.stap_levering,
        "concepten": toestand.stap_concept,
        "besluiten": toestand.stap_besluit,
    }.get(soort)
    for _ in range(STAPPEN if stap else 0):
        assert stap is not None
        stap(omgeving)
        kernen.append(toestand.kern_van(omgeving))
    omgeving.sluit()
    return kernen


def _kernen_migratie(basis: Path, map_: Path) -> list[str]:
    """An older database with rows, and its state after each migration that it lacks."""
    echt = migraties.migratieteksten
    kernen = []
    try:
        for tot in range(OUD, len(echt()) + 1):
            teksten = echt()[:tot]
            migraties.migratieteksten = lambda teksten=teksten: teksten
            pad = toestand.kopieer(basis, map_ / "leren") if tot > OUD else basis
            _migreer(pad)
            kernen.append(toestand.losse_kern(pad))
    finally:
        migraties.migratieteksten = echt
    return kernen


def _migreer(pad: Path) -> None:
    """As far as the migrations of now; a new database gets a row that must stay."""
    nieuw = not pad.exists()
    with duckdb.connect(str(pad)) as los:
        migraties.migreer(los, demo=False)
        if nieuw:
            los.execute("insert into instelling values (1, 'samenhangend', true, 1, 2, 3)")


def _sla_dood(soort: str, pad: Path, na_s: float) -> tuple[int, bool]:
    """Start the work, kill it after `na_s`; how many steps it reported, and whether it was done."""
    ouder, kindkant = _KIND.Pipe()
    kind = _KIND.Process(target=_kind, args=(soort, pad, kindkant))
    kind.start()
    kindkant.close()
    assert ouder.recv() == "begin"
    time.sleep(na_s)
    kind.kill()
    kind.join()
    gemeld = []
    while True:
        try:
            gemeld.append(ouder.recv())
        except (EOFError, ConnectionResetError):
            break
    ouder.close()
    return gemeld.count("gedaan"), "klaar" in gemeld


def _beoordeel(soort: str, pad: Path, voorbeeld: _Voorbeeld, gedaan: int) -> tuple[str, int]:
    """What is wrong (empty when nothing is), and which step the state is; -1 for none."""
    try:
        if soort == "migraties":
            return _beoordeel_migratie(pad, voorbeeld, gedaan)
        omgeving = open_voor_commando(pad, nieuw=soort == "eerste start")
        try:
            gevonden = toestand.kern_van(omgeving)
            legaal = (gedaan, gedaan) if soort == "backups" else (gedaan, gedaan + 1)
            kernen = voorbeeld.kernen * (STAPPEN + 2) if soort == "backups" else voorbeeld.kernen
            stap = next((s for s in legaal if s < len(kernen) and kernen[s] == gevonden), -1)
            if stap < 0:
                return "de toestand is niet oud en niet nieuw", -1
            return _naloop(soort, omgeving, pad), stap
        finally:
            omgeving.sluit()
    except SturingError as fout:
        return f"{type(fout).__name__}: {fout}", -1


def _naloop(soort: str, omgeving: Omgeving, pad: Path) -> str:
    """Nothing to repair, every backup whole, and the next levering goes in."""
    if meldingen := bewaking.meldingen(omgeving, LOKAAL):
        return f"onnodige melding: {meldingen[0]}"
    if problemen := beheer.controleer(omgeving, systeem()):
        return problemen[0]
    for kopie in (*(k.pad for k in kopieen.lijst(omgeving.opslag.backup_map)), *_met_de_hand(pad)):
        with Opslag.open(kopie, nieuw=False) as gekopieerd:
            if beheer.opslagbeheer.controleer(gekopieerd):
                return f"backup {kopie.name} is niet heel"
    vorige = omgeving.nummer()
    mutaties = organisatie() if vorige == 0 else ()
    if toestand.lever_op(omgeving, *mutaties) != vorige + 1:
        return "de volgende levering kreeg een verkeerd nummer"
    for nr in range(STAPPEN if soort == "backups" else 0):
        kopie = pad.parent / f"met-de-hand-{nr}.duckdb"
        # The next backup to the same place also clears what a killed one left beside it.
        beheer.opslagbeheer.backup(omgeving.opslag, kopie, overschrijf=True)
    rest = [p.name for p in pad.parent.rglob("*") if p.suffix == ".tmp" or "beschadigd" in p.name]
    return f"er bleef over: {rest}" if rest else ""


def _met_de_hand(pad: Path) -> list[Path]:
    """The backups made by hand that got their name before the kill."""
    return sorted(pad.parent.glob("met-de-hand-*.duckdb"))


def _beoordeel_migratie(pad: Path, voorbeeld: _Voorbeeld, gedaan: int) -> tuple[str, int]:
    los = toestand.losse_kern(toestand.kopieer(pad, pad.parent.with_name("los")))
    if los not in voorbeeld.kernen:
        return "de migratie is half", -1
    if gedaan and los != voorbeeld.kernen[-1]:
        return "de migratie was gemeld en is er niet", -1
    omgeving = open_voor_commando(pad)
    try:
        if toestand.kern_van(omgeving) != voorbeeld.kernen[-1]:
            return "na het openen is de database niet de nieuwste", -1
        nieuw = los == voorbeeld.kernen[-1] and not gedaan
        return _naloop("migraties", omgeving, pad), gedaan + nieuw
    finally:
        omgeving.sluit()
