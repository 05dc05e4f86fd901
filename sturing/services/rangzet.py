"""One opdracht to another place, inside a change of the draft that is already running.

Owns where it comes to stand, the line that is kept of it and the words. Must never open a change
of the draft itself: a draft that was begun in the same transaction is not to be seen from a second
one, and would be refused as too old (concept.py opens and judges).
"""

from __future__ import annotations

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.scenario import Regel
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Wijziging
from sturing.engine.volgorde import verplaats as verplaats_in_volgorde
from sturing.errors import InvoerError
from sturing.rights.mag import zichtbare_opdrachten
from sturing.services.bordzinnen import WETTELIJK_GRENS
from sturing.services.bordzinnen import aankondiging as maak_aankondiging
from sturing.services.concept import Verplaatsing, uitkomst_van
from sturing.services.namen import namen_van
from sturing.services.omgeving import Omgeving
from sturing.store import concepten
from sturing.store.concepten import Concept


def verplaats_in(
    omgeving: Omgeving,
    wie: Wie,
    concept: Concept,
    opdracht: str,
    plaats: int,
    horizon: Horizon | None = None,
) -> Verplaatsing:
    """As prioriteiten.verplaats, on the `concept` of a change that is running (`in_concept`).

    Raises InvoerError for a place below the first.
    """
    basis = omgeving.basis(horizon)
    code = OpdrachtCode(opdracht)
    if code not in basis.index.opdrachten or not zichtbare_opdrachten(wie, basis.index, [code]):
        return Verplaatsing(geweigerd=f"Opdracht {opdracht} staat niet op dit bord.")
    nu = uitkomst_van(omgeving, basis, concept)
    regel = next((r for r in nu.effecten.opdrachten if r.opdracht == code), None)
    if regel is None:
        return Verplaatsing(
            geweigerd=f"Opdracht {opdracht} is niet gepland of lopend en heeft nu geen plaats."
        )
    if plaats < 1:
        raise InvoerError(f"Plaats {plaats} bestaat niet.", hint="De eerste plaats is 1.")
    _, bereikt, onder = verplaats_in_volgorde(nu.stand.plan, nu.stand.volgorde, code, plaats)
    grens = bereikt != min(plaats, len(nu.effecten.opdrachten))
    if bereikt == regel.plaats:
        naam = namen_van(nu.stand.plan).opdracht(code)
        return Verplaatsing(
            geweigerd=WETTELIJK_GRENS if grens else "",
            aankondiging="" if grens else f"{naam} staat al op plaats {bereikt}.",
        )
    nieuw = _leg_vast(omgeving, wie, concept, code, regel.plaats, bereikt, onder)
    straks = uitkomst_van(omgeving, basis, nieuw, nu)
    zin = maak_aankondiging(
        nu.effecten, straks.effecten, code, regel.plaats, namen_van(straks.stand.plan)
    )
    return Verplaatsing(aankondiging=f"{zin} {WETTELIJK_GRENS}" if grens else zin)


def _leg_vast(
    omgeving: Omgeving,
    wie: Wie,
    concept: Concept,
    code: OpdrachtCode,
    oude_plaats: int,
    plaats: int,
    onder: OpdrachtCode | None,
) -> Concept:
    regel = concept.regels[-1] if concept.regels else None
    laatste = regel.wijziging if regel is not None and regel.aan else None
    if isinstance(laatste, w.Rang) and laatste.opdracht == code:
        rest: tuple[Regel | Wijziging, ...] = concept.regels[:-1]
        if laatste.oude_plaats != plaats:
            samen = w.Rang(
                opdracht=code, oude_plaats=laatste.oude_plaats, plaats=plaats, onder=onder
            )
            rest = (*rest, samen)
        return concepten.vervang(
            omgeving.opslag, concept.id, rest, concept.versie, door=wie.account
        )
    nieuw = w.Rang(opdracht=code, oude_plaats=oude_plaats, plaats=plaats, onder=onder)
    return concepten.voeg_toe(omgeving.opslag, concept.id, nieuw, concept.versie, door=wie.account)
