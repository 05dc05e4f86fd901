"""What a database holds, as one hash over all its rows, and a small one that grows step by step.

Used by the trials to compare with the states that are legal. Times and what follows from them
(`tijdstip`, the chain of the log, the hash of a line of the ledger) are left out, because the
product takes them from the clock; the chain itself is checked by `controleer`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import duckdb

from sturing.domain import wijziging as w
from sturing.domain.besluit import Voorstelstand
from sturing.domain.codes import OpdrachtCode
from sturing.domain.levering import Mutatie
from sturing.domain.tijd import Horizon
from sturing.services.besluit import neem_aan
from sturing.services.bewaren import bewaar
from sturing.services.omgeving import LOKAAL, Omgeving, open_voor_commando
from sturing.services.voorstellen import leg_voor
from sturing.store import concepten, voorstellen
from sturing.store.besloten import lees_staat, zet_staat
from sturing.store.rijen import lees_blad
from tests.store.voorbeeld import anders, nieuw, organisatie

KLOK = {
    "levering": {"tijdstip"},
    "logboek": {"tijdstip", "hash", "nieuw"},
    "voorstel": {"tijdstip"},
    "besluit": {"tijdstip"},
}
RIJEN = 200
"""Rows of the sheet Inzet that every levering changes."""
OPDRACHTEN = 40


def kern(cursor: duckdb.DuckDBPyConnection) -> str:
    """SHA-256 over every value of every table, except the times."""
    som = sha256()
    tabellen = cursor.execute(
        "select table_name from duckdb_tables() where not internal"
    ).fetchall()
    for (tabel,) in sorted(tabellen):
        uit = cursor.execute(f'select * from "{tabel}"')
        over = [
            nr
            for nr, kolom in enumerate(uit.description or ())
            if kolom[0] not in KLOK.get(tabel, ())
        ]
        rijen = sorted(repr([rij[nr] for nr in over]) for rij in uit.fetchall())
        som.update(repr((tabel, rijen)).encode())
    return som.hexdigest()


def kern_van(omgeving: Omgeving) -> str:
    """`kern` of an open database."""
    with omgeving.opslag.lezen() as cursor:
        return kern(cursor)


def losse_kern(pad: Path) -> str:
    """`kern` of a file that the product does not have open; nothing is migrated."""
    with duckdb.connect(str(pad)) as los:
        return kern(los)


def lever_op(omgeving: Omgeving, *mutaties: Mutatie) -> int:
    """One levering the way the product stores every levering, backup included."""
    levering = bewaar(
        omgeving,
        LOKAAL,
        bestanden=(),
        mutaties=mutaties,
        verschil=(),
        bereiken=(),
        op_levering=omgeving.nummer(),
    )
    return levering.nummer


def stap_levering(omgeving: Omgeving) -> None:
    """The next levering: the first brings the rows, each next one adds an hour to all of them."""
    stond = [rij for rij in lees_blad(omgeving.opslag, "Inzet") if rij["volgnr"]]
    if stond:
        mutaties = [
            anders("Inzet", rij, uren_honderdste=int(str(rij["uren_honderdste"])) + 100)
            for rij in stond
        ]
    else:
        mutaties = [nieuw("Inzet", volgnr=n + 1, uren_honderdste=n) for n in range(RIJEN)]
    lever_op(omgeving, *mutaties)


def stap_concept(omgeving: Omgeving) -> None:
    """The next step of a draft, and the first time the draft itself."""
    eigen = concepten.lijst(omgeving.opslag, "lokaal")
    if not eigen:
        concepten.maak(omgeving.opslag, naam="proef", eigenaar="lokaal", basis_levering=1)
        return
    zet = w.Rang(opdracht=OpdrachtCode("O1"), oude_plaats=1, plaats=1 + eigen[-1].versie)
    concepten.voeg_toe(omgeving.opslag, eigen[-1].id, zet, eigen[-1].versie)


def stap_rang(omgeving: Omgeving) -> None:
    """A whole new decided order in one transaction, for trials that count transactions."""
    with omgeving.opslag.schrijven() as cursor:
        staat = lees_staat(cursor)
        begin = min(staat.rang.values(), default=0)
        rang = {OpdrachtCode(f"O{nr}"): begin + nr + 1 for nr in range(OPDRACHTEN)}
        zet_staat(cursor, replace(staat, rang=rang))


def stap_voorstel(omgeving: Omgeving) -> None:
    """The next proposal, from a draft of its own: another opdracht to the first place."""
    nr = len(voorstellen.lijst(omgeving.opslag)) + 2
    concept = concepten.maak(
        omgeving.opslag, naam=f"voor {nr}", eigenaar=LOKAAL.account, basis_levering=1
    )
    zet = w.Rang(opdracht=OpdrachtCode(f"O{nr}"), oude_plaats=nr + 1, plaats=1)
    concept = concepten.voeg_toe(omgeving.opslag, concept.id, zet, concept.versie)
    leg_voor(
        omgeving,
        LOKAAL,
        concept.id,
        concept.versie,
        titel=f"O{nr} eerst",
        toelichting="",
        reactie_tot=date(2026, 12, 1),
        horizon=Horizon.planjaar(2027),
    )


def stap_besluit(omgeving: Omgeving) -> None:
    """Decide on the proposal that waits longest."""
    voorstel = next(v for v in voorstellen.lijst(omgeving.opslag) if v.stand is Voorstelstand.OPEN)
    neem_aan(omgeving, LOKAAL, voorstel.nummer, voorstel.versie, omgeving.nummer(), "Proef.")


def maak(pad: Path, *stappen: Callable[[Omgeving], None]) -> list[str]:
    """A database with one row of every sheet and then these steps; the hash after each of them."""
    omgeving = open_voor_commando(pad, nieuw=True)
    try:
        rest = (nieuw("Opdrachten", opdracht=f"O{nr}") for nr in range(OPDRACHTEN) if nr != 1)
        lever_op(omgeving, *organisatie(), *rest)
        kernen = [kern_van(omgeving)]
        for stap in stappen:
            stap(omgeving)
            kernen.append(kern_van(omgeving))
        return kernen
    finally:
        omgeving.sluit()


def kopieer(van: Path, naar: Path) -> Path:
    """Copy the folder of a database, without what stood at `naar`; gives the database in it."""
    shutil.rmtree(naar, ignore_errors=True)
    shutil.copytree(van.parent, naar)
    return naar / van.name
