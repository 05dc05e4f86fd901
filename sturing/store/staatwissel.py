"""The state that decisions left, changed by a levering that is no decision.

Owns wiping it when a demonstration is emptied, and putting it back when that is undone: else the
order and supply of an organisation that is gone would count for the next one with the same codes.
Each change has its line in the log with the old and the new state, in the transaction of the
levering. Must never judge whether a levering may be stored or undone. No units.
"""

from __future__ import annotations

from sturing.domain.besluit import BeslotenStaat
from sturing.domain.levering import Levering
from sturing.domain.wie import Wie
from sturing.store import logboek
from sturing.store.besloten import lees_staat, zet_staat
from sturing.store.opslag import Opslag
from sturing.store.staat_json import staat_naar_json, staat_van_json

ACTIE = "besloten stand wijzigen"


def wis(opslag: Opslag, wie: Wie, levering: Levering) -> None:
    """Back to the state of before any decision; no line in the log when it was that already."""
    _zet(opslag, wie, levering, BeslotenStaat())


def maak_ongedaan(opslag: Opslag, wie: Wie, levering: Levering, nummer: int) -> None:
    """Put back what levering `nummer` changed of the state, as part of `levering` that undoes it.

    Does nothing when `nummer` left the state alone, or when a decision changed it since: a decision
    stays.
    """
    naam = _object(nummer)
    regels = [r for r in logboek.lees(opslag) if r.actie == ACTIE and r.object == naam]
    if not regels or regels[-1].oud is None or regels[-1].nieuw is None:
        return
    with opslag.schrijven() as cursor:
        nu = staat_naar_json(lees_staat(cursor))
        if nu == regels[-1].nieuw:
            _zet(opslag, wie, levering, staat_van_json(regels[-1].oud))


def _zet(opslag: Opslag, wie: Wie, levering: Levering, staat: BeslotenStaat) -> None:
    with opslag.schrijven() as cursor:
        oud, nieuw = staat_naar_json(lees_staat(cursor)), staat_naar_json(staat)
        if oud == nieuw:
            return
        zet_staat(cursor, staat)
        logboek.schrijf(
            opslag,
            wie=wie,
            tijdstip=levering.tijdstip,
            actie=ACTIE,
            object_naam=_object(levering.nummer),
            oud=oud,
            nieuw=nieuw,
        )


def _object(nummer: int) -> str:
    return f"levering {nummer}"
