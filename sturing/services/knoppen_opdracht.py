"""The knobs of the place and the status of an opdracht. Places count from 1."""

from __future__ import annotations

from sturing.domain import wijziging as w
from sturing.domain.keuzes import Status
from sturing.domain.wijziging import Wijziging
from sturing.engine.volgorde import plaatsen, verplaats
from sturing.services import knopinvoer as lees
from sturing.services.knopdeel import Gelezen, Knopdeel
from sturing.services.knopformulieren import (
    alleen_opdracht,
    opdracht_veld,
    tekstveld,
    vraagt_veld,
)
from sturing.services.knopinvoer import Invoer, VeldError
from sturing.services.knopstand import Knopstand
from sturing.services.knopvelden import Knop, Veld


def _lees_plaats(stand: Knopstand, invoer: Invoer) -> Gelezen:
    code = stand.kies_opdracht(invoer).opdracht
    plaats = lees.heel(invoer, "plaats", "de plaats", minstens=1)
    if code not in stand.plaatsen:
        raise VeldError("opdracht", "Deze opdracht is niet gepland of lopend.", "Start haar eerst.")
    volgorde, bereikt, onder = verplaats(stand.plan, stand.na.stand.volgorde, code, plaats)
    rang = w.Rang(opdracht=code, oude_plaats=stand.plaatsen[code], plaats=bereikt, onder=onder)
    return Gelezen(wijziging=rang, begrepen=(f"Plaats {plaatsen(stand.plan, volgorde)[code]}",))


def _velden_vraagt(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    return (vraagt_veld(stand, invoer),)


def _velden_plaats(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    return (
        vraagt_veld(stand, invoer),
        tekstveld(invoer, "plaats", "Plaats", "1 is de eerste plaats."),
    )


def _terug_plaats(wijziging: Wijziging) -> Invoer:
    return {**alleen_opdracht(wijziging), "plaats": str(getattr(wijziging, "plaats", "") or "")}


def _lees_parkeer(stand: Knopstand, invoer: Invoer) -> Gelezen:
    opdracht = stand.kies_opdracht(invoer)
    if opdracht.status is Status.PARKEERPLAATS:
        raise VeldError("opdracht", f"{opdracht.kort} staat al op de parkeerplaats.")
    return Gelezen(wijziging=w.Parkeer(opdracht=opdracht.opdracht, oude_status=opdracht.status))


def _lees_stop(stand: Knopstand, invoer: Invoer) -> Gelezen:
    opdracht = stand.kies_opdracht(invoer)
    if opdracht.status is Status.GESTOPT:
        raise VeldError("opdracht", f"{opdracht.kort} is al gestopt.")
    return Gelezen(wijziging=w.Stop(opdracht=opdracht.opdracht, oude_status=opdracht.status))


def _velden_stop(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    return (opdracht_veld(stand.opdracht_keuzes(), invoer),)


def _lees_start(stand: Knopstand, invoer: Invoer) -> Gelezen:
    opdracht = stand.kies_opdracht(invoer)
    if opdracht.status.vraagt:
        raise VeldError("opdracht", f"{opdracht.kort} is al {opdracht.status}.")
    code, status = opdracht.opdracht, opdracht.status
    kaal = w.Start(opdracht=code, oude_status=status)
    if not lees.tekst(invoer, "plaats"):
        return Gelezen(wijziging=kaal, begrepen=("Zonder plaats komt zij achteraan in haar groep",))
    plaats = lees.heel(invoer, "plaats", "de plaats", minstens=1)
    gestart = stand.met([kaal]).stand
    _, bereikt, onder = verplaats(gestart.plan, gestart.volgorde, code, plaats)
    start = w.Start(opdracht=code, oude_status=status, plaats=bereikt, onder=onder)
    return Gelezen(wijziging=start, begrepen=(f"Plaats {bereikt}",))


def _velden_start(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    keuzes = stand.opdracht_keuzes(lambda o: not o.status.vraagt)
    hulp = "Leeg: achteraan in haar groep, of waar haar rang haar zet."
    return (opdracht_veld(keuzes, invoer), tekstveld(invoer, "plaats", "Plaats (mag leeg)", hulp))


def _geen_te_starten(stand: Knopstand) -> str:
    kan = any(not o.status.vraagt for o in stand.opdrachten.values())
    return "" if kan else "Alle opdrachten zijn al gepland of lopend."


DELEN = {
    Knop.PLAATS: Knopdeel(
        titel="Zet op plaats",
        uitleg="De opdracht gaat naar deze plaats; de andere schuiven op.",
        velden=_velden_plaats,
        lees=_lees_plaats,
        terug=_terug_plaats,
    ),
    Knop.PARKEER: Knopdeel(
        titel="Parkeer",
        uitleg="De opdracht wacht op de parkeerplaats en vraagt geen uren en geen geld.",
        velden=_velden_vraagt,
        lees=_lees_parkeer,
        terug=alleen_opdracht,
    ),
    Knop.STOP: Knopdeel(
        titel="Stop",
        uitleg="De opdracht stopt en vraagt geen uren en geen geld meer.",
        velden=_velden_stop,
        lees=_lees_stop,
        terug=alleen_opdracht,
    ),
    Knop.START: Knopdeel(
        titel="Start",
        uitleg="Een idee, of wat geparkeerd, gestopt of afgerond is, wordt gepland.",
        velden=_velden_start,
        lees=_lees_start,
        terug=_terug_plaats,
        waarom_niet=_geen_te_starten,
    ),
}
"""Place and status."""
