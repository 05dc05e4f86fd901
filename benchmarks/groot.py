"""The demonstration organisation many times over, in a database: size M for the screens.

Ten copies of the teams and fifty of the work: 320 teams and 8,000 opdrachten. Names and codes of a
copy have its number; persons, areas, programmes and goals are shared, as in one large organisation.
Only for measuring.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sturing.demonstratie.identiteiten import PEILDATUM
from sturing.domain.levering import Mutatie, Rij, Waarde
from sturing.services.demonstratie import maak_demonstratie
from sturing.services.omgeving import systeem
from sturing.store import leveringen as register
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_bladen

TEAMS, WERK = 10, 50
PER_TEAM = ("Teams", "Capaciteit", "Teamplannen", "Normen")
PER_WERK = ("Opdrachten", "Gebiedsagenda", "Inzet", "Uren", "Besteding")
TEAMVELDEN = ("team", "opdrachtnemer", "nodig_van_team")


def maak_groot(pad: Path) -> None:
    """Write the database at `pad`, marked as a demonstration; raises StartError when it exists."""
    bron = pad.with_suffix(".bron")
    maak_demonstratie(bron)
    opslag = Opslag.open(bron, demo=True)
    try:
        bladen = lees_bladen(opslag)
    finally:
        opslag.close()
        bron.unlink()
    groot = Opslag.open(pad, demo=True)
    try:
        register.sla_op(
            groot,
            wie=systeem("meting"),
            bestanden=(),
            mutaties=[
                Mutatie(blad=blad, oud=None, nieuw=rij)
                for blad, rijen in bladen.items()
                for rij in _veel(blad, rijen)
            ],
            verschil=(),
            tijdstip=datetime(PEILDATUM.year, PEILDATUM.month, PEILDATUM.day, tzinfo=UTC),
        )
    finally:
        groot.close()


def _veel(blad: str, rijen: tuple[Rij, ...]) -> Iterator[Rij]:
    keer = TEAMS if blad in PER_TEAM else WERK if blad in PER_WERK else 1
    for nummer in range(keer):
        for rij in rijen:
            if not nummer:
                yield rij
            elif blad != "Normen" or rij["team"]:  # the norm of a year is there once
                yield dict(_kopie(rij, nummer))


def _kopie(rij: Rij, nummer: int) -> Mapping[str, Waarde]:
    """`rij` in copy `nummer`: its team that of the copy of the teams, its opdracht a new one."""
    nieuw = dict(rij)
    for veld in TEAMVELDEN:
        if isinstance(team := nieuw.get(veld), str) and nummer % TEAMS:
            nieuw[veld] = f"{team}-{nummer % TEAMS}"
    if isinstance(opdracht := nieuw.get("opdracht"), str):
        nieuw["opdracht"] = f"{opdracht}-{nummer}"
    for veld in ("naam", "korte_naam", "vraagstuk"):
        if isinstance(naam := nieuw.get(veld), str):
            nieuw[veld] = f"{naam} {nummer}"
    return nieuw
