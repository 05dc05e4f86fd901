"""Signals of teams: which a person sees, their state, and what is said about them.

Owns answering, following up and closing. Every act asks the right with the object and stores its
message with its line in the log. Must never touch a draft (opnemen.py) or the plan.
"""

from __future__ import annotations

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.samenspel import Berichtsoort, Stand, Teamsignaal, stand
from sturing.domain.wie import Wie
from sturing.errors import InvoerError
from sturing.rights import samenspel as recht
from sturing.services import berichten
from sturing.services.berichten import Uitslag
from sturing.services.omgeving import Basis, Omgeving
from sturing.store import concepten
from sturing.store.concepten import Concept


def zichtbare_signalen(omgeving: Omgeving, basis: Basis, wie: Wie) -> tuple[Teamsignaal, ...]:
    """The signals that `wie` may read, newest first."""
    alle = berichten.alle_signalen(omgeving)
    return tuple(s for s in reversed(alle) if recht.mag_signaal_zien(wie, basis.index, s))


def stand_nu(omgeving: Omgeving, signaal: Teamsignaal) -> Stand:
    """The state of a signal; it is in a scenario as long as a draft still places its opdracht."""
    if signaal.stand is not Stand.IN_SCENARIO:
        return signaal.stand
    laatste = signaal.berichten[-1]
    concept = omgeving.concept(laatste.account)
    if concept is None or concept.id != laatste.concept:
        concept = concepten.zoek(omgeving.opslag, laatste.concept or 0)
    if concept is not None and signaal.opdracht in _geplaatst(concept):
        return Stand.IN_SCENARIO
    return stand([b for b in signaal.berichten if b.soort is not Berichtsoort.OPNAME])


def _geplaatst(concept: Concept) -> set[OpdrachtCode]:
    return {x.opdracht for x in concept.wijzigingen if isinstance(x, w.Rang)}


def antwoord(omgeving: Omgeving, wie: Wie, nummer: int, tekst: str, gezien: int) -> Uitslag:
    """Answer a signal. Raises RechtError for who is not asked."""
    signaal = eis_gevraagd(omgeving, wie, nummer)
    return berichten.zeg(
        omgeving,
        wie,
        signaal,
        Berichtsoort.ANTWOORD,
        tekst,
        gezien,
        wat="uw antwoord",
        aankondiging=f"Signaal {nummer} is beantwoord.",
    )


def vervolg(omgeving: Omgeving, wie: Wie, nummer: int, tekst: str, gezien: int) -> Uitslag:
    """Say more about an own signal, which opens it again. Raises RechtError for others."""
    basis = omgeving.basis()
    signaal = _zichtbaar(omgeving, basis, wie, nummer)
    berichten.eis_toegang(
        recht.is_van_melder(wie, basis.index, signaal),
        "U mag op dit signaal niet reageren.",
        "Dat doet wie het meldde, of iemand van hetzelfde team.",
    )
    return berichten.zeg(
        omgeving,
        wie,
        signaal,
        Berichtsoort.VERVOLG,
        tekst,
        gezien,
        wat="uw bericht",
        aankondiging=f"Uw bericht staat bij signaal {nummer}.",
    )


def sluit(omgeving: Omgeving, wie: Wie, nummer: int, reden: str, gezien: int) -> Uitslag:
    """Close a signal with a reason: who must answer, or who raised it. RechtError for others."""
    basis = omgeving.basis()
    signaal = _zichtbaar(omgeving, basis, wie, nummer)
    berichten.eis_toegang(
        recht.mag_signaal_beantwoorden(wie, basis.plan, basis.index, signaal)
        or recht.is_van_melder(wie, basis.index, signaal),
        "U mag dit signaal niet sluiten.",
        "Dat doet de ambtelijk opdrachtgever, of wie het meldde.",
    )
    return berichten.zeg(
        omgeving,
        wie,
        signaal,
        Berichtsoort.SLUITING,
        reden,
        gezien,
        wat="de reden",
        aankondiging=f"Signaal {nummer} is gesloten.",
    )


def _zichtbaar(omgeving: Omgeving, basis: Basis, wie: Wie, nummer: int) -> Teamsignaal:
    """The signal; one that `wie` may not see is answered as one that does not exist."""
    for signaal in berichten.alle_signalen(omgeving):
        if signaal.nummer == nummer and recht.mag_signaal_zien(wie, basis.index, signaal):
            return signaal
    raise InvoerError(f"Signaal {nummer} bestaat niet.")


def eis_gevraagd(omgeving: Omgeving, wie: Wie, nummer: int) -> Teamsignaal:
    """The signal, for who must answer it. Raises RechtError for others, InvoerError when `wie` may
    not even see it."""
    basis = omgeving.basis()
    signaal = _zichtbaar(omgeving, basis, wie, nummer)
    berichten.eis_toegang(
        recht.mag_signaal_beantwoorden(wie, basis.plan, basis.index, signaal),
        "U mag dit signaal niet beantwoorden.",
        "Dat doet de ambtelijk opdrachtgever of gedelegeerd opdrachtgever van de opdracht.",
    )
    return signaal
