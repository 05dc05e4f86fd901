"""Raising a signal: a bottleneck of a team, or the proposal of another priority.

Owns what a signal must hold before it is stored. Asks the right with the object; the signal, its
words and its line in the log are one transaction. Hours are hundredths, places count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.samenspel import Richting, Signaalsoort
from sturing.domain.tijd import Maand
from sturing.domain.wie import Wie
from sturing.errors import InvoerError, RechtError
from sturing.rights.mag import Actie, eis, object_opdracht, object_team
from sturing.services import berichten
from sturing.services.berichten import Uitslag
from sturing.services.omgeving import Omgeving
from sturing.store import samenspel


@dataclass(frozen=True, slots=True, kw_only=True)
class Knelpunt:
    """A bottleneck as a team raises it; hours short in hundredths, None when not known."""

    team: TeamCode
    van: Maand
    tot: Maand
    uren_honderdste: int | None
    opdracht: OpdrachtCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wens:
    """A proposal: another priority of this opdracht. `team` when it comes from one."""

    opdracht: OpdrachtCode
    richting: Richting
    plaats: int | None = None
    team: TeamCode | None = None


def meld_knelpunt(omgeving: Omgeving, wie: Wie, knelpunt: Knelpunt, tekst: str) -> Uitslag:
    """Raise a bottleneck of an own team. Raises RechtError for another team, and for an opdracht
    that `wie` may not see or that asks nothing of the team."""
    index = omgeving.basis().index
    eis(wie, Actie.SIGNALEREN, object_team(index, knelpunt.team))
    if knelpunt.team not in index.domeinen_team:
        raise InvoerError(f"Team {knelpunt.team} bestaat niet.")
    if knelpunt.opdracht is not None:
        object_ = object_opdracht(index, knelpunt.opdracht)
        eis(wie, Actie.TOTALEN_LEZEN, object_)
        if knelpunt.team not in object_.teams:
            raise RechtError(
                "Deze opdracht vraagt niets van dit team.",
                hint="Kies een opdracht waaraan het team werkt, of laat de opdracht leeg.",
            )
    bezwaar = berichten.bezwaar_tegen(tekst, "in wat er aan de hand is")
    if not bezwaar and knelpunt.tot < knelpunt.van:
        bezwaar = "De laatste maand ligt voor de eerste. Er is niets opgeslagen."
    if bezwaar:
        return Uitslag(geweigerd=bezwaar)
    nummer = samenspel.meld(
        omgeving.opslag,
        wie=wie,
        tijdstip=datetime.now(UTC),
        soort=Signaalsoort.KNELPUNT,
        tekst=tekst.strip(),
        team=knelpunt.team,
        opdracht=knelpunt.opdracht,
        van=knelpunt.van,
        tot=knelpunt.tot,
        uren_honderdste=knelpunt.uren_honderdste,
    )
    return Uitslag(aankondiging=f"Signaal {nummer} is gemeld.", nummer=nummer)


def stel_voor(omgeving: Omgeving, wie: Wie, wens: Wens, waarom: str) -> Uitslag:
    """Propose another priority of an opdracht. Raises RechtError without that right; a proposal
    that names a team must be of an own team that works on it."""
    index = omgeving.basis().index
    object_ = object_opdracht(index, wens.opdracht)
    eis(wie, Actie.PRIORITEIT_WIJZIGEN, object_, voorstel=True)
    if wens.opdracht not in index.opdrachten:
        raise InvoerError(f"Opdracht {wens.opdracht} bestaat niet.")
    if wens.team is not None:
        eis(wie, Actie.SIGNALEREN, object_team(index, wens.team))
    genoemd = wens.plaats is not None and wens.plaats >= 1
    if not (genoemd if wens.richting is Richting.PLAATS else wens.plaats is None):
        raise InvoerError("Noem een plaats van 1 of hoger.", hint="Of kies hoger of lager.")
    bezwaar = berichten.bezwaar_tegen(waarom, "in waarom dit nodig is")
    if bezwaar:
        return Uitslag(geweigerd=bezwaar)
    nummer = samenspel.meld(
        omgeving.opslag,
        wie=wie,
        tijdstip=datetime.now(UTC),
        soort=Signaalsoort.VOORSTEL,
        tekst=waarom.strip(),
        team=wens.team if wens.team in object_.teams else None,
        opdracht=wens.opdracht,
        richting=wens.richting,
        plaats=wens.plaats,
    )
    return Uitslag(aankondiging=f"Signaal {nummer} is gemeld.", nummer=nummer)
