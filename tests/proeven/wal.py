"""A damaged write-ahead log, and a damaged file: start, quarantine, notice, never a wrong number.

The database holds two leveringen in its file and, only in its log, a levering, drafts and decided
orders. Each attempt damages a copy and opens it as the product does. The hash over all rows must
be that of one of the states that were stored, in order; when it is not the last one, there must be
a notice. A flip in the file itself gives the same rows, or a refusal that names a good backup,
which is then put back.
"""

from __future__ import annotations

import multiprocessing
import os
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from sturing.errors import BestandError, OpslagError, SturingError
from sturing.services import beheer, bewaking
from sturing.services.omgeving import LOKAAL, Omgeving, open_voor_commando, systeem
from sturing.store import kopieen
from sturing.store import leveringen as register
from sturing.store.openen import opzij_gezet, standaard_backup_map
from tests.proeven import toestand
from tests.proeven.uitslag import Maat, Uitslag
from tests.store.voorbeeld import TIJD, nieuw

KORT = 9
VOL = 1500
"""A third of it is truncations, a third flips and zeroed tails, a third flips in the file."""
ZAAD = 20261127
STAPPEN = 12
KOP = 100
"""The first bytes of a log, where DuckDB has no checksum; they get a share of the flips."""

_KIND = multiprocessing.get_context("forkserver")


def _levering_zonder_vastleggen(omgeving: Omgeving) -> None:
    """A levering that stays in the log, as when the checkpoint after it could not be made."""
    register.sla_op(
        omgeving.opslag,
        wie=LOKAAL,
        bestanden=(),
        mutaties=[nieuw("Inzet", volgnr=n + 5001, uren_honderdste=n) for n in range(50)],
        verschil=(),
        tijdstip=TIJD,
        na_levering=omgeving.nummer(),
    )


_IN_LOG = (
    *(toestand.stap_concept, toestand.stap_rang) * (STAPPEN // 2),
    _levering_zonder_vastleggen,
)


def _vul_en_stop_hard(pad: Path) -> None:
    """Store what must stay in the log, and end without closing the database."""
    omgeving = open_voor_commando(pad)
    for stap in _IN_LOG:
        stap(omgeving)
    os._exit(0)


@dataclass(slots=True)
class _Teller:
    fouten: list[str] = field(default_factory=list)
    uitkomsten: Counter[str] = field(default_factory=Counter)


def beproef(aantal: int, map_: Path) -> Uitslag:
    """`aantal` copies, each damaged in one way; where, follows from ZAAD."""
    toeval = random.Random(ZAAD)
    pad, kernen = _voorbeeld(map_)
    tellers = {soort: _Teller() for soort in ("afgekapt", "omgevallen", "bestand")}
    for poging in range(aantal):
        soort = list(tellers)[poging % 3]
        kopie = toestand.kopieer(pad, map_ / "poging")
        teller = tellers[soort]
        try:
            if soort == "bestand":
                uitkomst = _bestand(kopie, toeval, kernen)
            else:
                uitkomst = _log(kopie, toeval, kernen, afkappen=soort == "afgekapt")
        except SturingError as fout:
            uitkomst = f"FOUT {type(fout).__name__}: {fout}"
        if uitkomst.startswith("FOUT"):
            teller.fouten.append(f"poging {poging}: {uitkomst}")
        else:
            teller.uitkomsten[uitkomst] += 1
    namen = {
        "afgekapt": "log afgekapt: opent heel, en wat ontbreekt is gemeld",
        "omgevallen": "log met een omgevallen bit, nullen of rommel: opzij, open, gemeld",
        "bestand": "omgevallen bit in de database zelf: zelfde rijen, of geweigerd en hersteld",
    }
    return Uitslag(
        naam="wal",
        aantal=aantal,
        maten=tuple(
            Maat(
                wat=f"{namen[soort]} (zaad {ZAAD})",
                gemeten=_zin(teller),
                eis="nooit een andere toestand, nooit stil",
                gehaald=not teller.fouten and bool(teller.uitkomsten),
            )
            for soort, teller in tellers.items()
        ),
    )


def _zin(teller: _Teller) -> str:
    goed = sum(teller.uitkomsten.values())
    delen = ", ".join(f"{naam} {n}" for naam, n in teller.uitkomsten.most_common())
    fout = f"; eerste fout: {teller.fouten[0]}" if teller.fouten else ""
    return f"{goed} van {goed + len(teller.fouten)} ({delen}){fout}"


def _voorbeeld(map_: Path) -> tuple[Path, list[str]]:
    """The database with a log that is not empty, and the hash after each transaction in it."""
    pad = map_ / "voorbeeld" / "plan.duckdb"
    pad.parent.mkdir()
    toestand.maak(pad, toestand.stap_levering)
    leren = open_voor_commando(toestand.kopieer(pad, map_ / "leren"))
    kernen = [toestand.kern_van(leren)]
    for stap in _IN_LOG:
        stap(leren)
        kernen.append(toestand.kern_van(leren))
    leren.sluit()
    kind = _KIND.Process(target=_vul_en_stop_hard, args=(pad,))
    kind.start()
    kind.join()
    if not _wal(pad).exists() or len(set(kernen)) != len(_IN_LOG) + 1:
        raise BestandError("Het voorbeeld voor de proef is niet gemaakt.")
    return pad, kernen


def _wal(pad: Path) -> Path:
    return pad.with_name(f"{pad.name}.wal")


def _beschadig(inhoud: bytes, toeval: random.Random) -> bytes:
    """One bit the other way, a tail of zeros, or a piece of noise."""
    plek = toeval.randrange(KOP if toeval.random() < 0.2 else len(inhoud))
    match toeval.randrange(4):
        case 0 | 1:
            return _bit_om(inhoud, plek, toeval)
        case 2:
            return inhoud[:plek] + bytes(len(inhoud) - plek)
    stuk = toeval.randbytes(min(512, len(inhoud) - plek))
    return inhoud[:plek] + stuk + inhoud[plek + len(stuk) :]


def _bit_om(inhoud: bytes, plek: int, toeval: random.Random) -> bytes:
    anders = bytearray(inhoud)
    anders[plek] ^= 1 << toeval.randrange(8)
    return bytes(anders)


def _log(pad: Path, toeval: random.Random, kernen: list[str], *, afkappen: bool) -> str:
    heel = _wal(pad).read_bytes()
    stuk = heel[: toeval.randrange(len(heel))] if afkappen else _beschadig(heel, toeval)
    _wal(pad).write_bytes(stuk)
    omgeving = open_voor_commando(pad)
    try:
        uitkomst = _na_openen(omgeving, pad, kernen, stuk)
        if uitkomst.startswith("FOUT"):
            return uitkomst
        meldingen = bewaking.meldingen(omgeving, LOKAAL)
        vorige = omgeving.nummer()
        if toestand.lever_op(omgeving, nieuw("Teams", team="T9")) != vorige + 1:
            return "FOUT de volgende levering kreeg een verkeerd nummer"
    finally:
        omgeving.sluit()
    opnieuw = open_voor_commando(pad)
    try:
        if bewaking.meldingen(opnieuw, LOKAAL) != meldingen or opnieuw.meldingen.nieuw:
            return "FOUT de melding verdween of kwam dubbel"
        return uitkomst
    finally:
        opnieuw.sluit()


def _na_openen(omgeving: Omgeving, pad: Path, kernen: list[str], stuk: bytes) -> str:
    meldingen = bewaking.meldingen(omgeving, LOKAAL)
    opzij = opzij_gezet(pad)
    kern = _kern_zonder_melding(omgeving)
    if kern not in kernen:
        return "FOUT de toestand is er nooit geweest"
    if problemen := beheer.controleer(omgeving, systeem()):
        return f"FOUT {problemen[0]}"
    if opzij and opzij[0].read_bytes() != stuk:
        return "FOUT het opzij gezette log is veranderd"
    if kern == kernen[-1]:
        return "niets verloren"
    if len(meldingen) != 1 or "ontbre" not in meldingen[0]:
        return "FOUT er ontbreekt iets en het is niet gemeld"
    if opzij and opzij[0].name not in meldingen[0]:
        return "FOUT de melding noemt het opzij gezette log niet"
    if stuk and not opzij:
        return "FOUT het beschadigde log is niet bewaard"
    return "ouder, gemeld, log bewaard" if opzij else "ouder, gemeld, log was leeg"


def _kern_zonder_melding(omgeving: Omgeving) -> str:
    """The state without the notice that opening added, in a transaction that is rolled back."""
    with omgeving.opslag.onderhoud() as cursor:
        cursor.begin()
        if bewaking.meldingen(omgeving, LOKAAL):
            cursor.execute("delete from beheermelding")
            cursor.execute("delete from logboek where actie = 'beheer melden'")
            cursor.execute(
                "update kenmerk set waarde = cast(cast(waarde as bigint) - 1 as varchar) "
                "where naam = 'opgeslagen'"
            )
        kern = toestand.kern(cursor)
        cursor.rollback()
    return kern


def _bestand(pad: Path, toeval: random.Random, kernen: list[str]) -> str:
    """Without the log, so that the state is the one of the file; its backup is of that state."""
    _wal(pad).unlink()
    standaard_backup_map(pad).joinpath("stand").unlink()
    heel = pad.read_bytes()
    plek = toeval.randrange(12_288 if toeval.random() < 0.1 else len(heel))
    pad.write_bytes(_bit_om(heel, plek, toeval))
    try:
        omgeving = open_voor_commando(pad)
    except OpslagError as fout:
        return _herstel(pad, fout, kernen, "geweigerd bij openen, hersteld")
    try:
        if toestand.kern_van(omgeving) != kernen[0]:
            return "FOUT een stil verkeerd getal"
        return "zelfde rijen"
    except OpslagError as fout:
        melding = fout
        try:
            beheer.controleer(omgeving, systeem())
            return "FOUT de controle leest niet alles"
        except OpslagError:
            uitkomst = "geweigerd bij lezen, hersteld"
    finally:
        omgeving.sluit()
    return _herstel(pad, melding, kernen, uitkomst)


def _herstel(pad: Path, fout: OpslagError, kernen: list[str], uitkomst: str) -> str:
    nieuwste = kopieen.lijst(standaard_backup_map(pad))[0]
    if f"sturing herstel {nieuwste.pad} --db {pad}" not in str(fout):
        return f"FOUT de weigering noemt de backup niet: {fout}"
    beheer.opslagbeheer.herstel(nieuwste.pad, pad)
    omgeving = open_voor_commando(pad)
    try:
        gelijk = toestand.kern_van(omgeving) == kernen[0]
        return uitkomst if gelijk else "FOUT hersteld, maar niet gelijk"
    finally:
        omgeving.sluit()
