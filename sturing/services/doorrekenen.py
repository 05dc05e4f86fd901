"""From an objection to a calculation: a proposal as an own draft, to try what suits all better.

Owns what a reader may do with an open proposal beside reacting and deciding: calculate it through
in a draft of his own, lay it beside another scenario, and take its numbers along. Must never change
the proposal: its changes stay frozen, and the draft is a new one. Hours are hundredths.
"""

from __future__ import annotations

from sturing.domain.besluit import Reactie, Voorstel, Voorstelstand
from sturing.domain.wie import Wie
from sturing.errors import InvoerError, RechtError
from sturing.rights.mag import (
    Actie,
    eis,
    mag,
    mee_te_nemen_opdrachten,
    object_organisatie,
    object_scenario,
    zichtbare_opdrachten,
)
from sturing.services import notatie
from sturing.services.besluitbeeld import Voorstelbeeld, Voorsteldoen
from sturing.services.namenvoor import namen_voor
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.scenariobegin import begin_met
from sturing.services.scenariorecht import mag_zien
from sturing.services.scenarios import MAX_NAAM, MAX_OMSCHRIJVING
from sturing.store import concepten
from sturing.store import voorstellen as opslag_voorstellen


def reken_door(omgeving: Omgeving, wie: Wie, nummer: int, bezwaar: int) -> str:
    """Make proposal `nummer` a new draft of `wie`, to change what the maker of objection `bezwaar`
    loses; gives what to do next, in words. `wie` works in the draft from then on.

    Raises RechtError without the right to see proposals or to an own scenario, InvoerError for a
    proposal that is not open or an objection that it does not have (any more).
    """
    index = omgeving.basis().index
    if not mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()) and not zichtbare_opdrachten(
        wie, index, index.opdrachten
    ):
        raise RechtError("U mag dit voorstel niet zien.", hint="Vraag een beheerder.")
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    with omgeving.opslag.schrijven():
        voorstel = opslag_voorstellen.lees(omgeving.opslag, nummer)
        over = [b for b in voorstel.bezwaren if not voorstel.ingetrokken(b)]
        reactie = next((b for b in over if b.nummer == bezwaar), None)
        if voorstel.stand is not Voorstelstand.OPEN or reactie is None:
            raise InvoerError(
                "Dit bezwaar staat niet meer open bij een voorstel.",
                hint="Bekijk bij Besluiten hoe het is afgelopen. Er is niets gemaakt.",
            )
        begin_met(
            omgeving,
            wie,
            f"Doorgerekend: {voorstel.titel}"[:MAX_NAAM].strip(),
            voorstel.wijzigingen,
            omschrijving=f"Bezwaar van {reactie.naam}: {reactie.tekst}"[:MAX_OMSCHRIJVING],
            herkomst=f"uit voorstel {nummer}, bezwaar {bezwaar}",
        )
    return _zin(omgeving.basis(voorstel.horizon), wie, voorstel, reactie)


def _zin(basis: Basis, wie: Wie, voorstel: Voorstel, bezwaar: Reactie) -> str:
    """What the draft is, and what who objected loses as far as `wie` may see it."""
    namen = namen_voor(basis, wie)
    delen = []
    for verlies in bezwaar.verlies:
        if namen.verbergt(verlies.opdracht):
            continue
        wat = []
        if verlies.uren_honderdste:
            wat.append(notatie.uren_met_eenheid(verlies.uren_honderdste))
        if verlies.euro_cent:
            wat.append(notatie.euro(verlies.euro_cent))
        delen.append(f"{namen.opdracht(verlies.opdracht)} ({' en '.join(wat)})")
    verliest = f" {bezwaar.naam} levert in: {notatie.opsomming(delen)}." if delen else ""
    return (
        f"Dit is uw eigen concept met de wijzigingen van voorstel ‘{voorstel.titel}’.{verliest} "
        "Wijzig wat u wilt. Het voorstel zelf verandert niet."
    )


def voorsteldoen(omgeving: Omgeving, wie: Wie, voorstel: Voorstel, basis: Basis) -> Voorsteldoen:
    """What `wie` may do with the open proposal, whatever its outcome."""
    oordeel = mag(wie, Actie.TOTALEN_EXPORTEREN, object_organisatie())
    return Voorsteldoen(
        reken_door=bool(mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))),
        vergelijk=_vergelijk(omgeving, wie, voorstel),
        exporteer=_exporteer(wie, basis),
        exporteer_totalen=bool(oordeel),
        exporteer_alles=oordeel.per_rij,
    )


def _vergelijk(omgeving: Omgeving, wie: Wie, voorstel: Voorstel) -> tuple[int, ...]:
    """The draft of the proposal and the scenario in which `wie` works, when both may be seen and
    the draft still is what was laid before; empty otherwise."""
    eigen = omgeving.concept(wie.account)
    bron = concepten.zoek(omgeving.opslag, voorstel.concept)
    if bron is None or bron.gearchiveerd or bron.wijzigingen != voorstel.wijzigingen:
        return ()
    if eigen is None or eigen.id == bron.id or not mag_zien(omgeving, wie, bron):
        return ()
    return (bron.id, eigen.id)


def _exporteer(wie: Wie, basis: Basis) -> frozenset[str]:
    """The opdrachten of which `wie` may take the numbers along."""
    zichtbaar = zichtbare_opdrachten(wie, basis.index, basis.index.opdrachten)
    return mee_te_nemen_opdrachten(wie, basis.index, zichtbaar)


def downloadrijen(beeld: Voorstelbeeld) -> list[tuple[str, str, str, str, str]]:
    """The proposal as lines for a file: part, what, before, after, and the difference in hours (of
    Opdrachten in opdrachten); as the screen shows them, as far as the reader may take them along.
    """
    gevolg, doen = beeld.gevolg, beeld.doen
    rijen = [
        (deel, f"{merk.naam} ({merk.opdrachtgever})", merk.voor, merk.na, merk.uren)
        for deel, merken in (("Komt erbij", gevolg.komt_erbij), ("Levert in", gevolg.levert_in))
        for merk in merken
        if doen.exporteer_alles or merk.opdracht in doen.exporteer
    ]
    if not doen.exporteer_totalen:
        return rijen
    aantallen = [
        (f"{deel} {gevolg.jaar}", rij.naam, str(rij.voor), str(rij.na), _verschil(rij.verschil))
        for deel, tellingen in (("Opdrachten", gevolg.opdrachten), ("Uren", gevolg.uren))
        for rij in tellingen
    ]
    if not doen.exporteer_alles:
        return [*aantallen, *rijen]
    gevers = [
        ("Uren per opdrachtgever", gever.naam, "", "", _verschil(gever.verschil))
        for gever in gevolg.gevers
    ]
    woorden = [("Kosten", zin, "", "", "") for zin in gevolg.kosten]
    woorden += [("Wijziging", zin, "", "", "") for zin in gevolg.wijzigingen]
    return [*aantallen, *rijen, *gevers, *woorden]


def _verschil(aantal: int) -> str:
    return notatie.getal(aantal, teken=True)
