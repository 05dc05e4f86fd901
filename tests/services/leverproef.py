"""Deliver and undo workbooks in a database in memory, without a screen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sturing.domain.levering import Levering, Rij
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.intake.beoordeling import Beoordeling
from sturing.intake.lezer import lees_bestand
from sturing.services import leveringen as dienst
from sturing.services import terugdraaien
from sturing.services.bewaren import bewaar
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_bladen
from tests.intake.bouwer import Bladen, boek, goed, keur, koppen


def begin() -> Omgeving:
    """A database in memory with the sound workbook of tests/intake as levering 1."""
    omgeving = Omgeving(opslag=Opslag.open(None), demo=False)
    eerste = _eerste()
    bewaar(
        omgeving,
        LOKAAL,
        bestanden=eerste.bestanden,
        mutaties=eerste.mutaties,
        verschil=eerste.verschil,
        bereiken=eerste.bereiken,
        op_levering=0,
    )
    return omgeving


@cache
def _eerste() -> Beoordeling:
    """The sound workbook over nothing, judged once for all tests."""
    return keur(goed())


def alleen(blad: str, *rijen: list[object], kop: list[object] | None = None) -> Bladen:
    """One sheet with these rows."""
    return {blad: [kop or koppen(blad), *rijen]}


def voorstel(omgeving: Omgeving, bladen: Bladen, wie: Wie = LOKAAL) -> dienst.Voorstel:
    """The workbook as it was judged; it may hold no fout. Our own file: no process for reading."""
    gemaakt = dienst.controleer_bestanden(
        omgeving, wie, [("werkboek.xlsx", boek(bladen))], lees=lees_bestand
    )
    assert not gemaakt.beoordeling.fouten, gemaakt.beoordeling.fouten
    return gemaakt


def lever(omgeving: Omgeving, bladen: Bladen, wie: Wie = LOKAAL) -> Levering:
    """Store the workbook as the next levering."""
    return dienst.neem_over(
        omgeving,
        wie,
        voorstel(omgeving, bladen, wie),
        let_op_gezien=True,
        verwijdering_bevestigd=True,
    )


def draai_terug(omgeving: Omgeving, nummer: int, wie: Wie = LOKAAL) -> Levering:
    """Undo a levering as the plan stands now."""
    return terugdraaien.maak_ongedaan(omgeving, wie, nummer, omgeving.nummer())


def stand(omgeving: Omgeving) -> Mapping[str, tuple[Rij, ...]]:
    """Every stored row now."""
    return lees_bladen(omgeving.opslag)


def met_rol(account: str, naam: str, rol: RechtRol, *teams: str) -> Wie:
    """An account with one role for these teams."""
    return Wie(
        account=account,
        naam=naam,
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=rol, teams=frozenset(teams)),),
    )
