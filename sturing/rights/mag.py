"""The door of the rights: every service asks `mag` or `eis`, always with the object.

Owns the refusal as an error and the row filters. Must never decide anything itself: the judgement
is in `oordeel.py`, the rows of a workbook in `rijen.py`, the matrix in `matrix.csv`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.wie import Herkomst, Wie
from sturing.errors import RechtError
from sturing.rights.matrix import LEVERACTIES, Actie, Voorwaarde
from sturing.rights.objecten import (
    Object,
    Objectsoort,
    Planindex,
    object_account,
    object_domein,
    object_gebied,
    object_medewerker,
    object_opdracht,
    object_organisatie,
    object_scenario,
    object_team,
)
from sturing.rights.oordeel import Oordeel, mag, verleningen
from sturing.rights.rijen import mag_rij
from sturing.rights.weigering import weigering

__all__ = [
    "Actie",
    "Object",
    "Objectsoort",
    "Oordeel",
    "Planindex",
    "Voorwaarde",
    "eis",
    "mag",
    "mag_alles_leveren",
    "mag_iets_lezen",
    "mag_leveren",
    "mag_rij",
    "mee_te_nemen_opdrachten",
    "object_account",
    "object_domein",
    "object_gebied",
    "object_medewerker",
    "object_opdracht",
    "object_organisatie",
    "object_scenario",
    "object_team",
    "zichtbare_opdrachten",
    "zichtbare_teams",
]


def eis(wie: Wie, actie: Actie, object_: Object, *, voorstel: bool = False) -> Oordeel:
    """The Oordeel when it is allowed; else RechtError: what, which role is needed, whom to ask.

    A right to propose only is enough when the call is a proposal (`voorstel`).
    """
    oordeel = mag(wie, actie, object_)
    if oordeel and (voorstel or not oordeel.alleen_voorstel):
        return oordeel
    titel, uitleg, vraag = weigering(wie, actie, object_, alleen_voorstel=oordeel.alleen_voorstel)
    raise RechtError(titel, uitleg, vraag)


def mag_leveren(wie: Wie) -> bool:
    """May `wie` bring any sheet at all? Which rows, says `rijen.mag_rij`."""
    return wie.herkomst is Herkomst.LOKAAL or any(
        True for actie in LEVERACTIES for _ in verleningen(wie, actie)
    )


def mag_iets_lezen(wie: Wie) -> bool:
    """May `wie` read the totals of anything? Which, say the row filters."""
    return wie.herkomst is Herkomst.LOKAAL or any(
        True for _ in verleningen(wie, Actie.TOTALEN_LEZEN)
    )


def mag_alles_leveren(wie: Wie) -> bool:
    """May `wie` bring, change and remove every row of every sheet?"""
    return all(mag(wie, actie, object_organisatie()) for actie in LEVERACTIES)


def zichtbare_opdrachten(
    wie: Wie, index: Planindex, codes: Iterable[OpdrachtCode]
) -> frozenset[OpdrachtCode]:
    """The row filter of opdrachten: those of which `wie` may read the totals, also aggregated."""
    return _opdrachten_met(Actie.TOTALEN_LEZEN, wie, index, codes)


def mee_te_nemen_opdrachten(
    wie: Wie, index: Planindex, codes: Iterable[OpdrachtCode]
) -> frozenset[OpdrachtCode]:
    """The row filter of a file: those of which `wie` may take the totals along."""
    return _opdrachten_met(Actie.TOTALEN_EXPORTEREN, wie, index, codes)


def _opdrachten_met(
    actie: Actie, wie: Wie, index: Planindex, codes: Iterable[OpdrachtCode]
) -> frozenset[OpdrachtCode]:
    return frozenset(code for code in codes if mag(wie, actie, object_opdracht(index, code)))


def zichtbare_teams(wie: Wie, index: Planindex, codes: Iterable[TeamCode]) -> frozenset[TeamCode]:
    """The row filter of teams: those of which `wie` may read the totals, also aggregated."""
    return frozenset(
        code for code in codes if mag(wie, Actie.TOTALEN_LEZEN, object_team(index, code))
    )
