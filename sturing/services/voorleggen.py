"""Laying an opdracht before the strategisch manager of its domain, and the answer.

Owns the acts (sturingskader: "Mocht het nodig zijn, dan kan altijd de strategisch manager als
eindverantwoordelijke ambtelijk opdrachtgever geraadpleegd worden"). Question and answers are only
added to; taking a question back is a message too. Must never change the plan.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sturing.domain.codes import OpdrachtCode
from sturing.domain.samenspel import Berichtsoort, Escalatie
from sturing.domain.wie import Wie
from sturing.errors import InvoerError
from sturing.rights import samenspel as recht
from sturing.rights.mag import object_opdracht
from sturing.services import berichten, notatie
from sturing.services.berichten import Uitslag
from sturing.services.omgeving import Basis, Omgeving
from sturing.store import samenspel


def aan_wie(basis: Basis, code: OpdrachtCode) -> str:
    """Before whom this opdracht is laid, in words."""
    gevraagd = recht.gevraagden_bij_opdracht(basis.plan, basis.index, code)
    if gevraagd.directie:
        return "de directie"
    return notatie.opsomming([basis.namen.persoon(p) for p in sorted(gevraagd.personen)])


def leg_voor(omgeving: Omgeving, wie: Wie, opdracht: str, vraag: str) -> Uitslag:
    """Ask the strategisch manager (without one the directie) about an opdracht. Raises RechtError
    for who is not its opdrachtgever, delegate or procesverantwoordelijke."""
    basis = omgeving.basis()
    code = OpdrachtCode(opdracht)
    berichten.eis_toegang(
        code in basis.index.opdrachten and recht.mag_voorleggen(wie, basis.plan, basis.index, code),
        "U mag deze opdracht niet voorleggen.",
        "Dat doet de opdrachtgever, de gedelegeerd opdrachtgever of de procesverantwoordelijke.",
    )
    bezwaar = berichten.bezwaar_tegen(vraag, "uw vraag")
    if bezwaar:
        return Uitslag(geweigerd=bezwaar)
    aan = aan_wie(basis, code)
    nummer = samenspel.leg_voor(
        omgeving.opslag,
        wie=wie,
        tijdstip=datetime.now(UTC),
        opdracht=code,
        aan=aan,
        tekst=vraag.strip(),
    )
    naam = basis.namen.opdracht(code)
    return Uitslag(aankondiging=f"{naam} is voorgelegd aan {aan}.", nummer=nummer)


def antwoord(omgeving: Omgeving, wie: Wie, nummer: int, tekst: str, gezien: int) -> Uitslag:
    """Answer as the strategisch manager of the domain. Raises RechtError for others."""
    basis = omgeving.basis()
    escalatie = _zichtbaar(omgeving, basis, wie, nummer)
    berichten.eis_toegang(
        recht.mag_vraag_beantwoorden(wie, basis.plan, basis.index, escalatie.opdracht),
        "U mag deze vraag niet beantwoorden.",
        f"Dat doet {aan_wie(basis, escalatie.opdracht)}.",
    )
    return berichten.zeg(
        omgeving,
        wie,
        escalatie,
        Berichtsoort.ANTWOORD,
        tekst,
        gezien,
        wat="uw antwoord",
        aankondiging="Uw antwoord is verstuurd.",
    )


def vervolg(omgeving: Omgeving, wie: Wie, nummer: int, tekst: str, gezien: int) -> Uitslag:
    """Ask on, which opens the talk again: whoever may lay this opdracht before, or who asked.
    Raises RechtError for others."""
    basis = omgeving.basis()
    escalatie = _zichtbaar(omgeving, basis, wie, nummer)
    berichten.eis_toegang(
        mag_vervolgen(basis, wie, escalatie),
        "U mag op deze vraag niet reageren.",
        "Dat doet wie haar stelde, of de opdrachtgever.",
    )
    return berichten.zeg(
        omgeving,
        wie,
        escalatie,
        Berichtsoort.VERVOLG,
        tekst,
        gezien,
        wat="uw bericht",
        aankondiging="Uw bericht is verstuurd.",
    )


def trek_in(omgeving: Omgeving, wie: Wie, nummer: int, reden: str, gezien: int) -> Uitslag:
    """Take the own question back, with a reason. Raises RechtError for who did not ask it."""
    basis = omgeving.basis()
    escalatie = _zichtbaar(omgeving, basis, wie, nummer)
    berichten.eis_toegang(
        is_van_vrager(wie, escalatie),
        "U mag deze vraag niet intrekken.",
        "Dat doet alleen wie haar stelde.",
    )
    return berichten.zeg(
        omgeving,
        wie,
        escalatie,
        Berichtsoort.INTREKKING,
        reden,
        gezien,
        wat="de reden",
        aankondiging="Uw vraag is ingetrokken.",
    )


def zichtbare_escalaties(omgeving: Omgeving, basis: Basis, wie: Wie) -> tuple[Escalatie, ...]:
    """What `wie` may read of what was laid before a strategisch manager, newest first."""
    return tuple(
        e for e in reversed(berichten.alle_escalaties(omgeving)) if mag_zien(basis, wie, e)
    )


def mag_zien(basis: Basis, wie: Wie, escalatie: Escalatie) -> bool:
    """Takes `wie` part in the talk on this opdracht, or did `wie` ask and may still read it?"""
    object_ = object_opdracht(basis.index, escalatie.opdracht)
    return recht.mag_meelezen(wie, object_) or (
        is_van_vrager(wie, escalatie)
        and recht.mag_voorleggen(wie, basis.plan, basis.index, escalatie.opdracht)
    )


def mag_vervolgen(basis: Basis, wie: Wie, escalatie: Escalatie) -> bool:
    """May `wie` ask on?"""
    return is_van_vrager(wie, escalatie) or recht.mag_voorleggen(
        wie, basis.plan, basis.index, escalatie.opdracht
    )


def is_van_vrager(wie: Wie, escalatie: Escalatie) -> bool:
    """Did this account ask it?"""
    return escalatie.berichten[0].account == wie.account


def _zichtbaar(omgeving: Omgeving, basis: Basis, wie: Wie, nummer: int) -> Escalatie:
    """The escalation; one that `wie` may not see is answered as one that does not exist."""
    for escalatie in berichten.alle_escalaties(omgeving):
        if escalatie.nummer == nummer and mag_zien(basis, wie, escalatie):
            return escalatie
    raise InvoerError(f"Voorgelegde vraag {nummer} bestaat niet.")
