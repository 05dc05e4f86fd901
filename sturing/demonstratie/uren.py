"""Hours and euros spent in 2026 up to the data date, worked out from what the plan of 2027 asks.

Owns: the made-up but plausible registration of hours (`Uren`) and of euros (`Besteding`). A team
books the hours that it has in a month on its opdrachten that run, in proportion to what they ask,
with some noise; small work is booked once in a few months; sleeping opdrachten stand in a table of
their own. There is no random generator: every swing is a hash of team, opdracht and month, so that
one new row leaves all others alone, on every version of Python. Integers only: hours in hundredths,
euros in cents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256

from sturing.demonstratie.bron import lees_bron, lees_rijen
from sturing.demonstratie.identiteiten import PEILDATUM
from sturing.domain.keuzes import CapaciteitSoort, Status
from sturing.domain.levering import Rij
from sturing.domain.tijd import Maand
from sturing.engine.kalender import werkdagen
from sturing.errors import InvariantError

UREN_PER_FTE_DAG_HONDERDSTE = 539
"""Net hours of 1 fte on a working day: 1,369.3 over the 254 working days of 2026."""

_EERSTE = Maand(PEILDATUM.year, 1)
_MAANDEN = tuple(_EERSTE.tot_en_met(Maand.van_dag(PEILDATUM)))
_KLEIN_HONDERDSTE = 60_00
"""What asks less in a year than this is booked in one month out of three, then threefold."""
_BETAALD_PCT = (40, 150)
"""What is paid in a month, as a part of an even spread of the budget."""
_GEEN_FACTUUR_ONDER_PCT = 60
"""A lower draw is a month without an invoice."""
_AFRONDING_HONDERDSTE = 50
_AFRONDING_CENT = 100_00

Paar = tuple[str, str]
"""Team and opdracht."""


def compute_uren() -> tuple[Rij, ...]:
    """The rows of Uren, by month, team and opdracht."""
    gevraagd = gevraagd_per_paar()
    looptijd = looptijden()
    boekingen: dict[tuple[Maand, str, str], int] = _slapend()
    for maand in _MAANDEN:
        per_team: dict[str, dict[str, int]] = defaultdict(dict)
        for (team, opdracht), uren in gevraagd.items():
            gewicht = _gewicht(team, opdracht, maand, uren)
            if gewicht and _loopt(looptijd, opdracht, maand):
                per_team[team][opdracht] = gewicht
        for team, gewichten in per_team.items():
            te_boeken = _te_boeken(team, maand)
            totaal = sum(gewichten.values())
            for opdracht, gewicht in gewichten.items():
                uren = te_boeken * gewicht // totaal
                geheel = uren - uren % _AFRONDING_HONDERDSTE
                if geheel:
                    boekingen[maand, team, opdracht] = geheel
    return tuple(
        {
            "maand": maand.eerste_dag,
            "team": team,
            "opdracht": opdracht,
            "uren_honderdste": uren,
        }
        for (maand, team, opdracht), uren in sorted(boekingen.items())
    )


def compute_besteding() -> tuple[Rij, ...]:
    """The rows of Besteding, by opdracht and month: budgets that run in 2026, spent in lumps."""
    rijen: list[Rij] = []
    looptijd = looptijden()
    for opdracht in lees_rijen("Opdrachten"):
        code, budget = str(opdracht["opdracht"]), opdracht["budget_cent"]
        if not isinstance(budget, int):
            continue
        per_maand = budget // _aantal_maanden(opdracht)
        for maand in _MAANDEN:
            if _loopt(looptijd, code, maand):
                procent = draw(*_BETAALD_PCT, code, str(maand), "euro")
                euro = per_maand * procent // 100 if procent >= _GEEN_FACTUUR_ONDER_PCT else 0
                geheel = euro - euro % _AFRONDING_CENT
                if geheel:
                    rijen.append({"opdracht": code, "maand": maand.eerste_dag, "euro_cent": geheel})
    return tuple(rijen)


def draw(laagste: int, hoogste: int, *sleutel: str) -> int:
    """A whole number from `laagste` to `hoogste` that the key alone decides."""
    getal = int.from_bytes(sha256("|".join(sleutel).encode()).digest()[:8], "big")
    return laagste + getal % (hoogste - laagste + 1)


def gevraagd_per_paar() -> Mapping[Paar, int]:
    """Hours (hundredths) that the plan asks of a team for an opdracht, all windows together."""
    som: dict[Paar, int] = defaultdict(int)
    for rij in lees_rijen("Inzet"):
        uren = rij["uren_honderdste"]
        if not isinstance(uren, int):
            raise InvariantError("Een rij van Inzet heeft geen uren.")
        som[str(rij["team"]), str(rij["opdracht"])] += uren
    return som


def _gewicht(team: str, opdracht: str, maand: Maand, uren: int) -> int:
    """The share of an opdracht in the month of a team; 0 is a month without a booking."""
    if uren < _KLEIN_HONDERDSTE:
        aan_de_beurt = draw(0, 2, team, opdracht) == maand.maand % 3
        return uren * 3 if aan_de_beurt else 0
    return uren * draw(70, 130, team, opdracht, str(maand)) // 100


def _te_boeken(team: str, maand: Maand) -> int:
    """Hours (hundredths) that a team books in a month: 90 to 99% of its net hours."""
    fte = Decimal(0)
    for rij in lees_rijen("Capaciteit"):
        van, tot, deel = rij["van"], rij["tot"], rij["fte"]
        if not (isinstance(van, date) and isinstance(tot, date) and isinstance(deel, Decimal)):
            raise InvariantError("Een rij van Capaciteit mist van, tot of fte.")
        binnen = van <= maand.eerste_dag <= tot
        if rij["team"] == team and binnen and rij["soort"] != CapaciteitSoort.VACATURE.value:
            fte += deel
    dagen = werkdagen(maand.eerste_dag, maand.laatste_dag)
    netto = int(fte * 1000) * dagen * UREN_PER_FTE_DAG_HONDERDSTE // 1000
    return netto * draw(90, 99, team, str(maand)) // 100


def looptijden() -> Mapping[str, tuple[date | None, date | None]]:
    """The windows of the opdrachten on which work is done: those with status `lopend`."""
    looptijd: dict[str, tuple[date | None, date | None]] = {}
    for rij in lees_rijen("Opdrachten"):
        van, tot = rij["van"], rij["tot"]
        if rij["status"] == Status.LOPEND.value:
            looptijd[str(rij["opdracht"])] = (
                van if isinstance(van, date) else None,
                tot if isinstance(tot, date) else None,
            )
    return looptijd


def _loopt(
    looptijd: Mapping[str, tuple[date | None, date | None]], opdracht: str, maand: Maand
) -> bool:
    if opdracht not in looptijd:
        return False
    van, tot = looptijd[opdracht]
    return (van or maand.eerste_dag) <= maand.eerste_dag <= (tot or maand.eerste_dag)


def _aantal_maanden(opdracht: Rij) -> int:
    """Months over which the budget runs; an opdracht without a window has a yearly budget."""
    van, tot = opdracht["van"], opdracht["tot"]
    if isinstance(van, date) and isinstance(tot, date):
        return Maand.van_dag(van).maanden_tot(Maand.van_dag(tot)) + 1
    return 12


def _slapend() -> dict[tuple[Maand, str, str], int]:
    """Hours on opdrachten that wait or have ended: the story that the numbers must show."""
    boekingen: dict[tuple[Maand, str, str], int] = {}
    for rij in lees_bron("uren_slapend"):
        van, tot = Maand.van_tekst(rij["maand van"]), Maand.van_tekst(rij["maand tot"])
        for maand in van.tot_en_met(tot):
            boekingen[maand, rij["team"], rij["opdracht"]] = int(rij["uren"]) * 100
    return boekingen
