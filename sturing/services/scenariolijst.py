"""The list of scenarios: own, shared with me, archived; with the answer in one sentence.

Must never change anything. A scenario that is not shared with the acting user is not in it.
"""

from __future__ import annotations

from sturing.domain.scenario import Deelrecht
from sturing.domain.wie import Wie
from sturing.rights.mag import Actie, mag, mag_iets_lezen, object_scenario
from sturing.services import accounts, notatie
from sturing.services.beelden import Geweigerd, Keuze, Kop
from sturing.services.concept import GEEN_ROL
from sturing.services.omgeving import Omgeving
from sturing.services.scenariobeeld import Scenariokop, Scenarioregel, Scenariosbeeld
from sturing.services.scenariorecht import mag_zien
from sturing.store import concepten, deling
from sturing.store.concepten import Concept


def scenariolijst(omgeving: Omgeving, wie: Wie) -> Scenariosbeeld | Geweigerd:
    """Every scenario that `wie` may see."""
    mag_maken = bool(mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account)))
    if not mag_maken and not mag_iets_lezen(wie):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig waarmee u een plan mag zien. Vraag een beheerder.",
        )
    werk = omgeving.werk(wie.account)
    gekozen = werk.concept.id if werk else None
    eigen = concepten.lijst(omgeving.opslag, wie.account)[::-1]
    rechten = deling.gedeeld_met(omgeving.opslag, wie.account)
    gedeeld = [
        c
        for nummer in sorted(rechten, reverse=True)
        if not (c := concepten.lees(omgeving.opslag, nummer)).gearchiveerd
    ]

    def regel(concept: Concept) -> Scenarioregel:
        return _regel(omgeving, wie, concept, rechten.get(concept.id), concept.id == gekozen)

    open_ = tuple(regel(c) for c in eigen if not c.gearchiveerd)
    met_mij = tuple(regel(c) for c in gedeeld)
    return Scenariosbeeld(
        kop=Kop(titel=_titel(open_, met_mij), bijschrift=_bijschrift(omgeving)),
        eigen=open_,
        gedeeld=met_mij,
        archief=tuple(regel(c) for c in eigen if c.gearchiveerd),
        mag_maken=mag_maken,
        waarom_niet="" if mag_maken else GEEN_ROL,
    )


def scenariokop(omgeving: Omgeving, wie: Wie) -> Scenariokop:
    """The scenario that is shown, and those that can be chosen in its place."""
    beeld = scenariolijst(omgeving, wie)
    regels = () if isinstance(beeld, Geweigerd) else beeld.open
    nu = next((r for r in regels if r.gekozen), None)
    mag_maken = not isinstance(beeld, Geweigerd) and beeld.mag_maken
    return Scenariokop(
        concept=nu.concept if nu else None,
        naam=nu.naam if nu else "",
        omschrijving=nu.omschrijving if nu else "",
        keuzes=tuple(
            Keuze(
                sleutel=str(r.concept),
                naam=r.naam if r.recht is None else f"{r.naam} (van {r.eigenaar})",
            )
            for r in regels
        ),
        mag_maken=mag_maken,
        mag_hernoemen=mag_maken and nu is not None and nu.recht is not Deelrecht.KIJKEN,
        mag_delen=mag_maken and nu is not None and nu.recht is None,
        basis=nu.basis if nu else "",
    )


def _regel(
    omgeving: Omgeving, wie: Wie, concept: Concept, recht: Deelrecht | None, gekozen: bool
) -> Scenarioregel:
    delen = deling.deelnemers(omgeving.opslag, concept.id)
    nu = omgeving.nummer()
    bron = concepten.lees(omgeving.opslag, concept.kopie_van) if concept.kopie_van else None
    return Scenarioregel(
        concept=concept.id,
        naam=concept.naam,
        omschrijving=concept.omschrijving,
        eigenaar=accounts.naam_van(omgeving, concept.eigenaar),
        recht=recht,
        wijzigingen=len(concept.wijzigingen),
        gedeeld_met=tuple(accounts.naam_van(omgeving, account) for account in delen),
        gekozen=gekozen,
        basis=f"Het plan is gewijzigd: begonnen bij levering {concept.basis_levering}, nu {nu}"
        if nu > concept.basis_levering
        else "",
        kopie_van=bron.naam if bron and mag_zien(omgeving, wie, bron) else "",
    )


def _titel(eigen: tuple[Scenarioregel, ...], gedeeld: tuple[Scenarioregel, ...]) -> str:
    delen = []
    if eigen:
        delen.append(f"U heeft {notatie.aantal(len(eigen), 'scenario', 'scenario’s')}.")
    else:
        delen.append("U heeft nog geen scenario.")
    if gedeeld:
        werkwoord = "is er" if len(gedeeld) == 1 else "zijn er"
        delen.append(f"Met u {werkwoord} {notatie.getal(len(gedeeld))} gedeeld.")
    nu = next((r for r in (*eigen, *gedeeld) if r.gekozen), None)
    if nu is not None:
        wat = "kijkt nu mee in" if nu.recht is Deelrecht.KIJKEN else "werkt nu in"
        delen.append(f"U {wat} ‘{nu.naam}’.")
    return " ".join(delen)


def _bijschrift(omgeving: Omgeving) -> str:
    nummer = omgeving.nummer()
    if not nummer:
        return "Er is nog geen levering. Een scenario verandert het plan niet."
    return f"Plan van levering {nummer} · Een scenario verandert het plan pas door een besluit"
