"""Where and when an opdracht would fit, in words a knob can use (rekenmodel section 7).

Owns the choice of what is asked of the engine and the reason in Dutch; the engine alone works out
places and windows (engine/uitleg_plaats.py, uitleg_venster.py). Places count from 1, shifts are
whole months.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode
from sturing.domain.wijziging import Rang
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.uitleg_plaats import laagste_plaats
from sturing.engine.uitleg_venster import vensters
from sturing.engine.uitleg_vormen import GeenPlaats, Plaatsadvies
from sturing.engine.uitleg_zicht import build_zicht
from sturing.engine.volgorde import plaatsen, verplaats
from sturing.services.namen import Namen
from sturing.services.notatie import maand_lang, uren_met_eenheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Passend:
    """The lowest place or first shift that fits; None with the reason in Dutch."""

    waarde: int | None
    waarom_niet: str = ""


def regel_van(uitkomst: Uitkomst, opdracht: str) -> Opdrachtregel | None:
    """The row of an opdracht in a result; None when it claims nothing."""
    return next((r for r in uitkomst.effecten.opdrachten if r.opdracht == opdracht), None)


def laagste_passende_plaats(uitkomst: Uitkomst, opdracht: OpdrachtCode, namen: Namen) -> Passend:
    """The lowest place that `opdracht` may take and from which it gets everything it asks.

    Asked with the opdracht last in its group, so that a place below its own is found too.
    """
    onderaan = _onderaan(uitkomst, opdracht)
    advies = laagste_plaats(build_zicht(onderaan.verdeling, opdracht))
    if advies.plaats is None:
        return Passend(waarde=None, waarom_niet=_waarom_nergens(advies, opdracht, namen))
    return Passend(waarde=advies.plaats)


def _onderaan(uitkomst: Uitkomst, opdracht: OpdrachtCode) -> Uitkomst:
    plan, volgorde = uitkomst.stand.plan, uitkomst.stand.volgorde
    nu = plaatsen(plan, volgorde)
    anders, bereikt, onder = verplaats(plan, volgorde, opdracht, len(nu))
    if anders == volgorde:
        return uitkomst
    rang = Rang(opdracht=opdracht, oude_plaats=nu[opdracht], plaats=bereikt, onder=onder)
    return reken(uitkomst.plan, uitkomst.horizon, (*uitkomst.wijzigingen, rang), basis=uitkomst)


def _waarom_nergens(advies: Plaatsadvies, opdracht: OpdrachtCode, namen: Namen) -> str:
    naam = namen.opdracht(opdracht)
    if advies.reden is GeenPlaats.WETTELIJK:
        return f"{naam} past op geen plaats: wettelijk werk staat ervoor."
    ergste = advies.overvraag[0]
    if ergste.team is None or ergste.maand is None:
        return f"{naam} vraagt meer geld dan het programma heeft."
    return (
        f"{naam} vraagt meer dan er is: {uren_met_eenheid(ergste.gevraagd)} van "
        f"{namen.team(ergste.team)} in {maand_lang(ergste.maand)}, waar "
        f"{uren_met_eenheid(ergste.aanbod)} is."
    )


def eerste_passende_maand(uitkomst: Uitkomst, opdracht: OpdrachtCode, namen: Namen) -> Passend:
    """The first shift in time (below 0 is earlier) with which `opdracht` fits at its own place;
    0 when it fits already."""
    nu = regel_van(uitkomst, opdracht)
    naam = namen.opdracht(opdracht)
    if nu is None:
        return Passend(waarde=None, waarom_niet=f"{naam} is niet gepland of lopend.")
    if nu.past:
        return Passend(waarde=0)
    venster = vensters(build_zicht(uitkomst.verdeling, opdracht), uitkomst.stand.plan).eerste
    if venster is None:
        return Passend(waarde=None, waarom_niet=f"{naam} past in geen maand van de planperiode.")
    return Passend(waarde=venster.maanden)
