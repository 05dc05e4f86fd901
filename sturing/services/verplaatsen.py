"""Moves of several opdrachten at once, and of one to as high as it needs to fit.

A block keeps the order among its own opdrachten. Every opdracht of it is a change `rang` of its
own, together one step that undoes as one. Places count from 1.
"""

from __future__ import annotations

from collections.abc import Sequence

from sturing.domain.codes import OpdrachtCode
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Rang, Wijziging
from sturing.engine.volgorde import groep, plaatsen, verplaats, zet_onder
from sturing.errors import InvoerError
from sturing.services.bordzinnen import WETTELIJK_GRENS
from sturing.services.concept import Verplaatsing
from sturing.services.knopstand import Knopstand
from sturing.services.omgeving import Omgeving
from sturing.services.passend import laagste_passende_plaats, regel_van
from sturing.services.regelbewerking import leg_vast


def verplaats_blok(
    omgeving: Omgeving,
    wie: Wie,
    versie: int | None,
    opdrachten: Sequence[str],
    plaats: int,
    horizon: Horizon | None = None,
) -> Verplaatsing:
    """Put the opdrachten together, in their own order, so that the first one gets `plaats`.

    The block ends at the border of wettelijk work and must be of one group. An opdracht that may
    not be seen is answered as one that does not exist; raises InvoerError then, and for a place
    that does not exist.
    """

    def maak(stand: Knopstand) -> Sequence[Wijziging]:
        return blok(stand, opdrachten, plaats)

    return leg_vast(omgeving, wie, versie, maak, horizon)


def blok(stand: Knopstand, opdrachten: Sequence[str], plaats: int) -> tuple[Rang, ...]:
    """The changes that bring the opdrachten together at `plaats`; empty when they stand so."""
    nu = stand.plaatsen
    gekozen = sorted(
        {OpdrachtCode(c) for c in opdrachten if c in stand.opdrachten and c in nu},
        key=lambda code: nu[code],
    )
    if not gekozen or len(gekozen) < len(set(opdrachten)):
        raise InvoerError("Niet alle gekozen opdrachten hebben een plaats.", hint="Kies opnieuw.")
    if plaats < 1:
        raise InvoerError(f"Plaats {plaats} bestaat niet.", hint="De eerste plaats is 1.")
    plan = stand.plan
    if len({groep(plan, stand.opdrachten[code]) for code in gekozen}) > 1:
        raise InvoerError(WETTELIJK_GRENS)
    volgorde = tuple(code for code in stand.na.stand.volgorde if code not in gekozen)
    onder: dict[OpdrachtCode, OpdrachtCode | None] = {}
    boven: OpdrachtCode | None = None
    for code in gekozen:
        volgorde = (*volgorde, code)
        if boven is None:
            volgorde, _, onder[code] = verplaats(plan, volgorde, code, plaats)
        else:
            volgorde, onder[code] = zet_onder(plan, volgorde, code, boven), boven
        boven = code
    straks = plaatsen(plan, volgorde)
    if straks == nu:
        return ()
    return tuple(
        Rang(opdracht=c, oude_plaats=nu[c], plaats=straks[c], onder=onder[c]) for c in gekozen
    )


def zo_hoog_als_nodig(
    omgeving: Omgeving,
    wie: Wie,
    versie: int | None,
    opdracht: str,
    horizon: Horizon | None = None,
) -> Verplaatsing:
    """Put the opdracht at the lowest place from which it fits; refused with the reason when it
    fits nowhere, or already fits where it stands."""
    waarom_niet: list[str] = []

    def maak(stand: Knopstand) -> Sequence[Wijziging]:
        code = OpdrachtCode(opdracht)
        regel = regel_van(stand.na, opdracht)
        if opdracht not in stand.opdrachten or regel is None:
            raise InvoerError(f"Opdracht {opdracht} staat niet op dit bord.")
        naam = stand.namen.opdracht(opdracht)
        if regel.past:
            waarom_niet.append(f"{naam} past al op plaats {regel.plaats}.")
            return ()
        gevonden = laagste_passende_plaats(stand.na, code, stand.namen)
        if gevonden.waarde is None:
            waarom_niet.append(gevonden.waarom_niet)
            return ()
        return blok(stand, [opdracht], gevonden.waarde)

    antwoord = leg_vast(omgeving, wie, versie, maak, horizon)
    return Verplaatsing(geweigerd=waarom_niet[-1]) if waarom_niet else antwoord
