"""A proposal into the own draft with one click, and the mark of it in the list of changes.

Owns which place a proposal comes to. The change and the message at the signal are stored together;
the plan never moves by it. Places count from 1.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.samenspel import Berichtsoort, Richting, Signaalsoort, Stand, Teamsignaal
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.volgorde import verplaats
from sturing.rights.mag import Actie, mag, object_scenario
from sturing.services import berichten
from sturing.services.beelden import Bordbeeld
from sturing.services.berichten import Uitslag
from sturing.services.concept import Verplaatsing, eigen_concept, in_concept, uitkomst_van
from sturing.services.namen import namen_van
from sturing.services.omgeving import Omgeving
from sturing.services.teamsignalen import eis_gevraagd
from sturing.store import concepten, samenspel
from sturing.store.concepten import Concept


def neem_op(
    omgeving: Omgeving, wie: Wie, nummer: int, gezien: int, horizon: Horizon | None = None
) -> Uitslag:
    """Take a proposal into the own draft, as one change together with its message.

    Raises RechtError for who is not asked or may have no draft. A refusal by a rule is words.
    """
    signaal = eis_gevraagd(omgeving, wie, nummer)
    basis = omgeving.basis(horizon)
    if signaal.stand.klaar or signaal.richting is None or signaal.opdracht is None:
        return Uitslag(geweigerd="Dit signaal is gesloten, of het is geen voorstel.")
    code = signaal.opdracht

    def doe(concept: Concept) -> Verplaatsing:
        nu = uitkomst_van(omgeving, basis, concept)
        naam = namen_van(nu.stand.plan).opdracht(code)
        doel = doelplaats(nu, signaal)
        if doel is None:
            return Verplaatsing(
                geweigerd=f"{naam} is niet gepland of lopend en heeft nu geen plaats."
            )
        oud, bereikt, onder = doel
        if oud == bereikt:
            return Verplaatsing(geweigerd=f"{naam} staat in uw concept al op plaats {bereikt}.")
        zet = w.Rang(opdracht=code, oude_plaats=oud, plaats=bereikt, onder=onder)
        opname = samenspel.bericht(
            wie,
            datetime.now(UTC),
            Berichtsoort.OPNAME,
            f"In concept: plaats {oud} wordt {bereikt}.",
            concept.id,
        )
        with omgeving.opslag.schrijven():
            concepten.voeg_toe(omgeving.opslag, concept.id, zet, concept.versie, door=wie.account)
            samenspel.zeg(
                omgeving.opslag,
                wie=wie,
                bij=samenspel.SIGNAAL,
                nummer=nummer,
                nieuw=opname,
                na=gezien,
            )
        return Verplaatsing(aankondiging=f"{naam} staat in uw concept op plaats {bereikt}.")

    uitslag = in_concept(omgeving, wie, None, doe)
    return Uitslag(aankondiging=uitslag.aankondiging, geweigerd=uitslag.geweigerd)


def doelplaats(nu: Uitkomst, signaal: Teamsignaal) -> tuple[int, int, OpdrachtCode | None] | None:
    """The place now, the place that the proposal comes to, and the opdracht above it there.

    Higher is just above the line, for what stands there already one place higher; lower is just
    below the line, or one place lower. None when the opdracht has no place now.
    """
    regel = next((r for r in nu.effecten.opdrachten if r.opdracht == signaal.opdracht), None)
    if regel is None:
        return None
    lijn, plaats, laatste = nu.effecten.lijn, regel.plaats, len(nu.effecten.opdrachten)
    match signaal.richting:
        case Richting.HOGER:
            doel = lijn if plaats > lijn else plaats - 1
        case Richting.LAGER:
            doel = lijn + 1 if plaats <= lijn else plaats + 1
        case _:
            doel = signaal.plaats or plaats
    _, bereikt, onder = verplaats(
        nu.stand.plan, nu.stand.volgorde, regel.opdracht, min(max(doel, 1), laatste)
    )
    return plaats, bereikt, onder


def met_signalen(omgeving: Omgeving, wie: Wie, beeld: Bordbeeld) -> Bordbeeld:
    """The board with, in its list of changes, from which signal a placement came."""
    concept = eigen_concept(omgeving, wie)
    if concept is None or not concept.regels:
        return beeld
    van = {
        s.opdracht: s.nummer
        for s in berichten.alle_signalen(omgeving)
        if s.stand is Stand.IN_SCENARIO and s.berichten[-1].concept == concept.id
    }
    per_regel = {
        regel.nr: van[regel.wijziging.opdracht]
        for regel in concept.regels
        if isinstance(regel.wijziging, w.Rang) and regel.wijziging.opdracht in van
    }
    if not per_regel:
        return beeld
    return replace(
        beeld,
        wijzigingen=tuple(
            replace(r, tekst=f"{r.tekst} (signaal {per_regel[r.regel]})")
            if r.regel in per_regel
            else r
            for r in beeld.wijzigingen
        ),
    )


def kan_opnemen(wie: Wie, signaal: Teamsignaal) -> bool:
    """Is it a proposal, and may `wie` have a draft?"""
    eigen = mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    return signaal.soort is Signaalsoort.VOORSTEL and bool(eigen)
