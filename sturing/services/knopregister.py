"""Which knobs there are, in the order in which they are offered, and which one makes a change."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sturing.domain import wijziging as w
from sturing.domain.wijziging import Wijziging
from sturing.services import (
    knoppen_middelen,
    knoppen_normen,
    knoppen_opdracht,
    knoppen_opdrachtgever,
    knoppen_volgorde,
    knoppen_werk,
)
from sturing.services.beelden import Keuze
from sturing.services.knopdeel import Knopdeel
from sturing.services.knopvelden import Knop

DELEN: Mapping[Knop, Knopdeel] = MappingProxyType(
    knoppen_opdracht.DELEN
    | knoppen_werk.DELEN
    | knoppen_opdrachtgever.DELEN
    | knoppen_middelen.DELEN
    | knoppen_normen.DELEN
    | knoppen_volgorde.DELEN
)

OVER_DE_VOLGORDE = frozenset({Knop.PLAATS, Knop.GEWICHTEN, Knop.SCORE, Knop.WETTELIJK})
"""Knobs of which the order that results is shown before it is taken over."""

_VAN_SOORT: Mapping[type, Knop] = {
    w.Rang: Knop.PLAATS,
    w.Parkeer: Knop.PARKEER,
    w.Stop: Knop.STOP,
    w.Start: Knop.START,
    w.Verschuif: Knop.VERSCHUIF,
    w.Ambitie: Knop.AMBITIE,
    w.InzetWijziging: Knop.UREN,
    w.Inhuur: Knop.INHUUR,
    w.VulVacature: Knop.VACATURE,
    w.Uitlenen: Knop.UITLENEN,
    w.NormWijziging: Knop.NORM,
    w.BudgetWijziging: Knop.BUDGET,
    w.GewichtenWijziging: Knop.GEWICHTEN,
    w.ScoreVolgorde: Knop.SCORE,
    w.MethodeWijziging: Knop.METHODE,
    w.WettelijkEerst: Knop.WETTELIJK,
}


def knop_van(wijziging: Wijziging) -> Knop:
    """The knob that makes this kind of change."""
    if isinstance(wijziging, w.Opdrachtgeverschap):
        return Knop.DELEGATIE if wijziging.delegatie else Knop.OPDRACHTGEVER
    return _VAN_SOORT[type(wijziging)]


def keuzelijst() -> tuple[Keuze, ...]:
    """Every knob with its name, in the order in which they are offered."""
    return tuple(Keuze(sleutel=knop.value, naam=DELEN[knop].titel) for knop in Knop)
