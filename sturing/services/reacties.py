"""What others say about a proposal: agreement, objection, answer, advice, or a question back.

Owns who may say which, asked with the plan of now. Must never decide or change a proposal.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sturing.domain.besluit import Reactiesoort, Verlies, Voorstel, Voorstelstand
from sturing.domain.wie import Wie
from sturing.errors import InvoerError, RechtError
from sturing.services.besluitrecht import eigen_verlies, mag_adviseren, mag_antwoorden
from sturing.services.omgeving import Omgeving
from sturing.services.voorstellen import (
    Beoordeling,
    beoordeling_van,
    eis_besluit,
    eis_tekst,
    schone_tekst,
)
from sturing.store import voorstellen as opslag_voorstellen


def stem_in(omgeving: Omgeving, wie: Wie, nummer: int, versie: int, tekst: str = "") -> Voorstel:
    """Agree to what the own opdrachten lose. RechtError for who loses nothing."""
    beoordeling = beoordeling_van(omgeving, wie, nummer)
    eigen = _eis_eigen(wie, beoordeling)
    return opslag_voorstellen.reageer(
        omgeving.opslag,
        wie,
        nummer,
        versie,
        soort=Reactiesoort.AKKOORD,
        tekst=schone_tekst(tekst),
        tijdstip=datetime.now(UTC),
        verlies=eigen,
    )


def maak_bezwaar(omgeving: Omgeving, wie: Wie, nummer: int, versie: int, reden: str) -> Voorstel:
    """Object, with a reason (InvoerError without). RechtError for who loses nothing."""
    beoordeling = beoordeling_van(omgeving, wie, nummer)
    eigen = _eis_eigen(wie, beoordeling)
    return opslag_voorstellen.reageer(
        omgeving.opslag,
        wie,
        nummer,
        versie,
        soort=Reactiesoort.BEZWAAR,
        tekst=eis_tekst(reden, "Schrijf waarom u bezwaar maakt."),
        tijdstip=datetime.now(UTC),
        verlies=eigen,
    )


def adviseer(omgeving: Omgeving, wie: Wie, nummer: int, versie: int, tekst: str) -> Voorstel:
    """Advise on a proposal. RechtError for who may advise on none of its opdrachten."""
    beoordeling = beoordeling_van(omgeving, wie, nummer)
    if not mag_adviseren(
        wie, beoordeling.voorstel, beoordeling.verlies_ooit, beoordeling.basis.index
    ):
        raise RechtError(
            "U mag over dit voorstel geen advies geven.",
            hint="Advies is voor wie bij een van deze opdrachten betrokken is.",
        )
    return opslag_voorstellen.reageer(
        omgeving.opslag,
        wie,
        nummer,
        versie,
        soort=Reactiesoort.ADVIES,
        tekst=eis_tekst(tekst, "Schrijf uw advies."),
        tijdstip=datetime.now(UTC),
    )


def antwoord(
    omgeving: Omgeving, wie: Wie, nummer: int, versie: int, bezwaar: int, tekst: str
) -> Voorstel:
    """Answer an objection of this proposal: for its maker and for who may decide on it."""
    beoordeling = beoordeling_van(omgeving, wie, nummer)
    if not mag_antwoorden(wie, beoordeling.voorstel, beoordeling.recht):
        raise RechtError(
            "U mag dit bezwaar niet beantwoorden.",
            hint="Dat doet wie het voorstel deed, of wie erover besluit.",
        )
    if all(b.nummer != bezwaar for b in beoordeling.voorstel.bezwaren):
        raise InvoerError("Dit bezwaar bestaat niet.", hint="Kies een bezwaar van dit voorstel.")
    return opslag_voorstellen.reageer(
        omgeving.opslag,
        wie,
        nummer,
        versie,
        soort=Reactiesoort.ANTWOORD,
        tekst=eis_tekst(tekst, "Schrijf uw antwoord."),
        tijdstip=datetime.now(UTC),
        bij=bezwaar,
    )


def stuur_terug(omgeving: Omgeving, wie: Wie, nummer: int, versie: int, vraag: str) -> Voorstel:
    """Send an open proposal back with a question. RechtError for who may not decide on it."""
    beoordeling = beoordeling_van(omgeving, wie, nummer)
    eis_besluit(beoordeling)
    return opslag_voorstellen.reageer(
        omgeving.opslag,
        wie,
        nummer,
        versie,
        soort=Reactiesoort.VRAAG,
        tekst=eis_tekst(vraag, "Schrijf wat u wilt weten."),
        tijdstip=datetime.now(UTC),
        stand=Voorstelstand.TERUGGESTUURD,
    )


def _eis_eigen(wie: Wie, beoordeling: Beoordeling) -> tuple[Verlies, ...]:
    eigen = eigen_verlies(wie, beoordeling.verlies_ooit, beoordeling.basis.index)
    if not eigen:
        raise RechtError(
            "U hoeft op dit voorstel niet te reageren: geen van uw opdrachten levert in.",
            hint="Wilt u toch iets zeggen? Geef dan advies.",
        )
    return eigen
