"""What a change touches: the objects and fields by which two edits are held against each other.

Owns the key of every kind of change. Two edits of one scenario may be laid on top of each other
when their keys do not touch; otherwise the second person must see the value of the first. Must
never know a draft, a person or the plan. No units.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from sturing.domain import wijziging as w
from sturing.domain.wijziging import Wijziging

Veld = tuple[str, ...]
"""Kind of field, then the codes of the object: ("uren", "O1", "T1"). A shorter one holds all that
begin with it: ("uren", "O1") is the hours of every team."""
Sleutel = frozenset[Veld]

INSTELLING = "instelling"
"""Kind of the fields of the settings: ("instelling", "methode")."""


def sleutel_van(wijziging: Wijziging) -> Sleutel:
    """The fields that a change sets; a change of several objects has several.

    Ambition touches the hours of all teams, a start with a place the status and the place. Hiring,
    filling a vacature and lending are all the supply of a team; lending is that of two teams. A
    norm of one team is another field than the norm of the organisation.
    """
    match wijziging:
        case w.Rang():
            return _een("plaats", wijziging.opdracht)
        case w.ScoreVolgorde():
            return frozenset(("plaats", code) for code in wijziging.opdrachten)
        case w.Parkeer() | w.Stop():
            return _een("status", wijziging.opdracht)
        case w.Start():
            status = _een("status", wijziging.opdracht)
            met_plaats = wijziging.plaats is not None
            return status | _een("plaats", wijziging.opdracht) if met_plaats else status
        case w.Verschuif():
            return _een("periode", wijziging.opdracht)
        case w.Ambitie():
            uren = _een("uren", wijziging.opdracht)
            return uren | _een("euro", wijziging.opdracht) if wijziging.ook_euro else uren
        case w.InzetWijziging():
            return _een("uren", wijziging.opdracht, wijziging.team)
        case w.Inhuur() | w.VulVacature():
            return _een("aanbod", wijziging.team)
        case w.Uitlenen():
            return _een("aanbod", wijziging.team) | _een("aanbod", wijziging.naar_team)
        case w.NormWijziging():
            return _een("norm", str(wijziging.jaar), wijziging.veld, wijziging.team or "")
        case w.BudgetWijziging():
            return _een("budget", wijziging.programma, str(wijziging.jaar))
        case w.Opdrachtgeverschap():
            soort = "delegatie" if wijziging.delegatie else "opdrachtgever"
            return _een(soort, wijziging.opdracht)
        case w.GewichtenWijziging() | w.MethodeWijziging() | w.WettelijkEerst():
            return _een(INSTELLING, wijziging.soort)
        case _:
            assert_never(wijziging)


def raken(een: Iterable[Veld], ander: Iterable[Veld]) -> bool:
    """Do two sets of fields share one, or does one hold a field of the other?"""
    velden = tuple(ander)
    return any(a[: len(b)] == b[: len(a)] for a in een for b in velden)


def _een(*delen: str) -> Sleutel:
    return frozenset({tuple(str(deel) for deel in delen)})
