"""Sharing a scenario: a right per colleague, and a link that gives one at its first use.

Owns the key of a link: it cannot be guessed, it stands in no log, and it stops working when it is
withdrawn or when anybody's right is taken away (else who was put out could come in again). A link
gives nothing to who may read no plan at all. Only the owner shares.
"""

from __future__ import annotations

import secrets

from sturing.domain.scenario import Deelrecht
from sturing.domain.wie import Wie
from sturing.errors import InvoerError, RechtError
from sturing.rights.mag import Actie, mag, mag_iets_lezen, object_scenario
from sturing.services import accounts, scenarios
from sturing.services.omgeving import Omgeving
from sturing.services.scenariobeeld import Collega, Deelbeeld, Geopend
from sturing.services.scenariolog import schrijf_over
from sturing.services.scenariorecht import eis_eigenaar, mag_zien
from sturing.store import concepten, deling
from sturing.store.concepten import Concept
from sturing.store.deling import Link

SLEUTEL_BYTES = 32
_GEEN_TOEGANG = "Deze link werkt niet (meer)."
_VRAAG = "Vraag wie het scenario maakte om een nieuwe link."


def deelbeeld(omgeving: Omgeving, wie: Wie, nummer: int) -> Deelbeeld:
    """With whom the scenario is shared, and with whom it could be. RechtError but for the owner."""
    concept = eis_eigenaar(omgeving, wie, nummer)
    delen = deling.deelnemers(omgeving.opslag, nummer)
    link = deling.link_van(omgeving.opslag, nummer)
    collegas = [w for w in accounts.bekende(omgeving) if w.account != concept.eigenaar]
    return Deelbeeld(
        concept=nummer,
        naam=concept.naam,
        sleutel=link.sleutel if link else "",
        link_recht=link.recht if link else None,
        deelnemers=tuple(
            Collega(
                account=account,
                naam=accounts.naam_van(omgeving, account),
                recht=recht,
                kan_meewerken=True,
            )
            for account, recht in delen.items()
        ),
        collegas=tuple(
            Collega(
                account=w.account,
                naam=w.naam,
                recht=None,
                kan_meewerken=bool(mag(w, Actie.EIGEN_SCENARIO, object_scenario(w.account))),
            )
            for w in collegas
            if w.account not in delen and mag_iets_lezen(w)
        ),
    )


def maak_link(omgeving: Omgeving, wie: Wie, nummer: int, recht: Deelrecht) -> Link:
    """A link that gives `recht`, in place of an earlier one. RechtError but for the owner."""
    with omgeving.opslag.schrijven():
        concept = eis_eigenaar(omgeving, wie, nummer)
        link = Link(sleutel=secrets.token_urlsafe(SLEUTEL_BYTES), recht=recht)
        deling.zet_link(omgeving.opslag, nummer, link)
        schrijf_over(omgeving, wie, "scenario delen", concept, nieuw=f"link om te {_doen(recht)}")
    return link


def trek_link_in(omgeving: Omgeving, wie: Wie, nummer: int) -> None:
    """The link stops working at once; who has a right keeps it. RechtError but for the owner."""
    with omgeving.opslag.schrijven():
        concept = eis_eigenaar(omgeving, wie, nummer)
        deling.zet_link(omgeving.opslag, nummer, None)
        schrijf_over(omgeving, wie, "scenario delen", concept, nieuw="link ingetrokken")


def geef_recht(
    omgeving: Omgeving, wie: Wie, nummer: int, account: str, recht: Deelrecht | None
) -> None:
    """Give a known colleague this right, or (None) take it away at once, and the link with it.

    Raises RechtError but for the owner, InvoerError for an account that is not known, or that may
    have no scenario when it is to work in one.
    """
    with omgeving.opslag.schrijven():
        concept = eis_eigenaar(omgeving, wie, nummer)
        oud = deling.deelnemers(omgeving.opslag, nummer).get(account)
        collega = next((w for w in accounts.bekende(omgeving) if w.account == account), None)
        if recht is not None:
            _eis_kan(concept, collega, recht)
        else:
            deling.zet_link(omgeving.opslag, nummer, None)
        deling.zet_deelnemer(omgeving.opslag, nummer, account, recht)
        schrijf_over(
            omgeving,
            wie,
            "scenario delen",
            concept,
            oud=f"{account}: {oud or 'geen recht'}",
            nieuw=f"{account}: {recht or 'geen recht'}",
        )


def open_link(omgeving: Omgeving, wie: Wie, nummer: int, sleutel: str = "") -> Geopend:
    """Open the scenario that a link names, and say what one can do in it.

    With the right key the right of the link is stored for the account (never less than it had).
    Raises RechtError without a right and without the right key, InvoerError when it is archived.
    """
    if sleutel:
        with omgeving.opslag.schrijven():
            _neem_recht(omgeving, wie, nummer, sleutel)
    concept = scenarios.kies(omgeving, wie, nummer)
    if concept.eigenaar == wie.account:
        return Geopend(zin=f"U werkt nu in ‘{concept.naam}’.", eigenaar=True)
    recht = deling.deelnemers(omgeving.opslag, nummer).get(wie.account, Deelrecht.KIJKEN)
    van = accounts.naam_van(omgeving, concept.eigenaar)
    wat = "kijkt nu mee in" if recht is Deelrecht.KIJKEN else "werkt nu mee in"
    return Geopend(zin=f"U {wat} ‘{concept.naam}’ van {van}.", eigenaar=False)


def _neem_recht(omgeving: Omgeving, wie: Wie, nummer: int, sleutel: str) -> None:
    """Store the right of the link for `wie`; does nothing when the account has as much already."""
    try:
        concept = concepten.lees(omgeving.opslag, nummer)
    except InvoerError as fout:
        raise RechtError(_GEEN_TOEGANG, hint=_VRAAG) from fout
    link = deling.link_van(omgeving.opslag, nummer)
    if link is None or not secrets.compare_digest(link.sleutel.encode(), sleutel.encode()):
        if mag_zien(omgeving, wie, concept):
            return
        raise RechtError(_GEEN_TOEGANG, hint=_VRAAG)
    if not mag_iets_lezen(wie):
        raise RechtError(
            "U mag nog geen plan bekijken.", hint="Vraag een beheerder of u een rol kunt krijgen."
        )
    oud = deling.deelnemers(omgeving.opslag, nummer).get(wie.account)
    mag_zelf = mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    recht = link.recht if mag_zelf else Deelrecht.KIJKEN
    if wie.account == concept.eigenaar or oud in (recht, Deelrecht.MEEWERKEN):
        return
    deling.zet_deelnemer(omgeving.opslag, nummer, wie.account, recht)
    schrijf_over(omgeving, wie, "scenario openen", concept, nieuw=f"{wie.account}: {recht}")


def _eis_kan(concept: Concept, collega: Wie | None, recht: Deelrecht) -> None:
    if collega is None or collega.account == concept.eigenaar:
        raise InvoerError("Kies een collega uit de lijst.", hint="Er is niets gedeeld.")
    mag_mee = mag(collega, Actie.EIGEN_SCENARIO, object_scenario(collega.account))
    if recht is Deelrecht.MEEWERKEN and not mag_mee:
        raise InvoerError(
            f"{collega.naam} kan met de eigen rol geen scenario wijzigen, wel meekijken.",
            hint="Er is niets gedeeld.",
        )
    if not mag_iets_lezen(collega):
        raise InvoerError(
            f"{collega.naam} mag met de eigen rol geen plan bekijken.", hint="Er is niets gedeeld."
        )


def _doen(recht: Deelrecht) -> str:
    return "kijken" if recht is Deelrecht.KIJKEN else "mee te werken"
