"""The acts of the board that turn knobs or look at another part of the effect.

Owns which act goes to which service. Must never change anything itself; rights are checked by the
services.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.services import knoppen, regelbewerking, verplaatsen
from sturing.services.bordblik import TABS, Eenheid
from sturing.services.concept import Verplaatsing
from sturing.services.knopvelden import Knop
from sturing.services.omgeving import Omgeving
from sturing.ui import state
from sturing.ui.bord.action import Action
from sturing.ui.remembered import BoardTalk


def services_for(
    action: Action, omgeving: Omgeving, wie: Wie, horizon: Horizon | None
) -> Mapping[str, Callable[[], Verplaatsing]]:
    """What the services do for an act of this file, by its name."""
    versie, nr = action.versie, action.nummer

    def status(knop: Knop) -> Callable[[], Verplaatsing]:
        codes = action.opdrachten or (action.opdracht,)
        return lambda: knoppen.zet_status(omgeving, wie, versie, knop, codes, horizon)

    return {
        "blok": lambda: verplaatsen.verplaats_blok(
            omgeving, wie, versie, action.opdrachten, action.plaats, horizon
        ),
        "zo_hoog": lambda: verplaatsen.zo_hoog_als_nodig(
            omgeving, wie, versie, action.opdracht, horizon
        ),
        "parkeer": status(Knop.PARKEER),
        "stop": status(Knop.STOP),
        "start": status(Knop.START),
        "zet_aan": lambda: regelbewerking.zet_regel(omgeving, wie, versie, nr, True, horizon),
        "zet_uit": lambda: regelbewerking.zet_regel(omgeving, wie, versie, nr, False, horizon),
        "verwijder": lambda: regelbewerking.verwijder_regel(omgeving, wie, versie, nr, horizon),
        "ververs": lambda: regelbewerking.ververs_regel(omgeving, wie, versie, nr, horizon),
    }


def look(action: Action, talk: BoardTalk) -> bool:
    """Look at another part of the effect; False when the act is no such one."""
    now = talk.look
    if action.soort == "kijk":
        if action.tab in TABS:
            now = replace(now, tab=action.tab)
        if action.eenheid in set(Eenheid):
            now = replace(now, eenheid=Eenheid(action.eenheid))
    elif action.soort == "niet_gepland":
        now = replace(now, niet_gepland=not now.niet_gepland)
    else:
        return False
    talk.look = now
    return True


def ask(action: Action) -> bool:
    """Ask for a form, which the page draws; False when the act is no such one."""
    if action.soort == "knop":
        codes = action.opdrachten or ((action.opdracht,) if action.opdracht else ())
        state.knob_ask().ask(action.knop, action.versie, codes)
    elif action.soort == "pas_aan":
        state.knob_ask().ask("", action.versie, regel=action.nummer)
    else:
        return False
    return True
