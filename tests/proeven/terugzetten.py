"""Backup and restore: equal counts, sums and hashes, and what stood there is kept.

Each attempt stores some leveringen and drafts of its own, chooses one of the backups that the
product made after them (or one made by hand), goes on storing, and puts the backup back. A backup
with one bit the other way is refused, or gives the same rows.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sturing.errors import SturingError
from sturing.services import beheer
from sturing.services.omgeving import LOKAAL, Omgeving, open_voor_commando, systeem
from sturing.store import kopieen, logboek
from sturing.store.controle import Telling, telling
from sturing.store.opslag import Opslag
from tests.proeven import toestand
from tests.proeven.uitslag import Maat, Uitslag
from tests.store.voorbeeld import nieuw

KORT = 3
VOL = 100
ZAAD = 20261129


@dataclass(frozen=True, slots=True, kw_only=True)
class _Afdruk:
    """Counts and checksums per table, the sum of the hours, and the hash over all rows."""

    telling: Telling
    uren: int
    kern: str


def beproef(aantal: int, map_: Path) -> Uitslag:
    """`aantal` databases of their own, each restored once; what is in them follows from ZAAD."""
    toeval = random.Random(ZAAD)
    basis = map_ / "voorbeeld" / "plan.duckdb"
    basis.parent.mkdir()
    toestand.maak(basis)
    uitkomsten: Counter[str] = Counter()
    fouten: list[str] = []
    for poging in range(aantal):
        pad = toestand.kopieer(basis, map_ / "poging")
        try:
            uitkomst = _poging(pad, toeval, poging)
        except SturingError as fout:
            uitkomst = f"FOUT {type(fout).__name__}: {fout}"
        uitkomsten[uitkomst] += 1
        if uitkomst.startswith("FOUT"):
            fouten.append(f"poging {poging}: {uitkomst}")
    delen = ", ".join(f"{naam} {n}" for naam, n in uitkomsten.most_common())
    return Uitslag(
        naam="terugzetten",
        aantal=aantal,
        maten=(
            Maat(
                wat=f"teruggezet met gelijke aantallen, sommen en hashes (zaad {ZAAD})",
                gemeten=f"{aantal - len(fouten)} van {aantal} ({delen})"
                + (f"; eerste fout: {fouten[0]}" if fouten else ""),
                eis="alle",
                gehaald=not fouten,
            ),
        ),
    )


def _afdruk(opslag: Opslag) -> _Afdruk:
    with opslag.lezen() as cursor:
        uren = cursor.execute("select sum(uren_honderdste) from inzet").fetchall()[0][0]
        return _Afdruk(telling=telling(opslag), uren=int(uren), kern=toestand.kern(cursor))


def _poging(pad: Path, toeval: random.Random, poging: int) -> str:
    afdrukken: dict[Path, _Afdruk] = {}
    omgeving = open_voor_commando(pad)
    try:
        for stap in range(toeval.randint(1, 3)):
            _schrijf(omgeving, toeval)
            nieuwste = kopieen.lijst(omgeving.opslag.backup_map)[0]
            afdrukken[nieuwste.pad] = _afdruk(omgeving.opslag)
            if toeval.random() < 0.3:
                met_de_hand = pad.parent / f"met-de-hand-{stap}.duckdb"
                voor = _afdruk(omgeving.opslag)
                beheer.backup(omgeving, LOKAAL, met_de_hand)
                afdrukken[met_de_hand] = voor
        laatste = _afdruk(omgeving.opslag)
    finally:
        omgeving.sluit()
    keuze = toeval.choice(sorted(afdrukken))
    if poging % 4 == 3:
        return _beschadigd(pad, keuze, afdrukken[keuze], laatste, toeval)
    oud = beheer.herstel(systeem(), keuze, pad)
    if oud is None or _gelezen(oud) != laatste:
        return "FOUT wat er stond is niet heel bewaard"
    if _gelezen(keuze) != afdrukken[keuze]:
        return "FOUT de backup zelf is veranderd"
    opnieuw = open_voor_commando(pad)
    try:
        return _vergelijk(opnieuw, afdrukken[keuze], toeval)
    finally:
        opnieuw.sluit()


def _schrijf(omgeving: Omgeving, toeval: random.Random) -> None:
    toeval.choice((toestand.stap_concept, toestand.stap_rang))(omgeving)
    vanaf = omgeving.nummer() * 1000
    toestand.lever_op(
        omgeving,
        *(
            nieuw("Inzet", volgnr=vanaf + n, uren_honderdste=toeval.randrange(10**6))
            for n in range(toeval.randint(1, 400))
        ),
    )


def _gelezen(pad: Path) -> _Afdruk:
    with Opslag.open(pad, nieuw=False) as opslag:
        return _afdruk(opslag)


def _vergelijk(omgeving: Omgeving, verwacht: _Afdruk, toeval: random.Random) -> str:
    """Equal, except for the line of the log that says that it was restored."""
    if logboek.lees(omgeving.opslag)[-1].actie != "backup terugzetten":
        return "FOUT het terugzetten staat niet in het log"
    if omgeving.meldingen.nieuw or beheer.controleer(omgeving, systeem()):
        return "FOUT na het terugzetten is er iets te melden"
    gevonden = _afdruk(omgeving.opslag)
    anders = {t for t, som in verwacht.telling.items() if gevonden.telling[t] != som}
    if anders != {"logboek", "kenmerk"} or gevonden.uren != verwacht.uren:
        return f"FOUT niet gelijk: {sorted(anders)}"
    with omgeving.opslag.onderhoud() as cursor:
        cursor.begin()
        cursor.execute("delete from logboek where volgnr = (select max(volgnr) from logboek)")
        cursor.execute(
            "update kenmerk set waarde = cast(cast(waarde as bigint) - 1 as varchar) "
            "where naam = 'opgeslagen'"
        )
        kern = toestand.kern(cursor)
        cursor.rollback()
    if kern != verwacht.kern:
        return "FOUT de hash over alle rijen is anders"
    _schrijf(omgeving, toeval)
    return "gelijk"


def _beschadigd(
    pad: Path, keuze: Path, verwacht: _Afdruk, laatste: _Afdruk, toeval: random.Random
) -> str:
    stuk = bytearray(keuze.read_bytes())
    stuk[toeval.randrange(len(stuk))] ^= 1 << toeval.randrange(8)
    keuze.write_bytes(stuk)
    try:
        beheer.herstel(systeem(), keuze, pad)
    except SturingError:
        if _gelezen(pad) != laatste:
            return "FOUT na de weigering is de database anders"
        return "beschadigde backup geweigerd, niets veranderd"
    opnieuw = open_voor_commando(pad)
    try:
        uitkomst = _vergelijk(opnieuw, verwacht, toeval)
        return "bit in een leeg stuk, gelijk" if uitkomst == "gelijk" else uitkomst
    finally:
        opnieuw.sluit()
