"""What signals and escalations share: the words of a message, and how an act ends.

Owns what is read from the database (kept in memory while nothing is written) and that a refusal by
a rule is words. Must never decide who may say something (rights/samenspel.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sturing.domain.samenspel import Berichtsoort, Escalatie, Stand, Teamsignaal
from sturing.domain.wie import Wie
from sturing.errors import ConflictError, RechtError
from sturing.intake.melding import bsn_in
from sturing.services.geheugen import Geheugen
from sturing.services.omgeving import Omgeving
from sturing.store import samenspel

MAX_TEKENS = 2000
"""A message is at most so long: it is read beside the figures, it is no report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """How an act ended: what a screen reader hears, or why it was refused (then nothing changed).
    `nummer` is that of the new signal or escalation, 0 without one."""

    aankondiging: str = ""
    geweigerd: str = ""
    nummer: int = 0


_SIGNALEN = Geheugen(lees=samenspel.signalen)
_ESCALATIES = Geheugen(lees=samenspel.escalaties)


def alle_signalen(omgeving: Omgeving) -> tuple[Teamsignaal, ...]:
    """Every signal, oldest first, whoever asks: filter before showing."""
    return _SIGNALEN.van(omgeving.opslag)


def alle_escalaties(omgeving: Omgeving) -> tuple[Escalatie, ...]:
    """Every escalation, oldest first, whoever asks: filter before showing."""
    return _ESCALATIES.van(omgeving.opslag)


def bezwaar_tegen(tekst: str, wat: str) -> str:
    """Why these words cannot be stored, in Dutch; empty when they can. `wat` names the field."""
    if not tekst.strip():
        return f"Vul eerst {wat} in. Er is niets opgeslagen."
    if len(tekst.strip()) > MAX_TEKENS:
        return f"Houd het bij {MAX_TEKENS} tekens. Er is niets opgeslagen."
    if bsn_in(tekst):
        return "Er staat een getal in dat een bsn kan zijn. Haal dat weg. Er is niets opgeslagen."
    return ""


def zeg(
    omgeving: Omgeving,
    wie: Wie,
    over: Teamsignaal | Escalatie,
    soort: Berichtsoort,
    tekst: str,
    gezien: int,
    *,
    wat: str,
    aankondiging: str,
) -> Uitslag:
    """Add one message by who saw `gezien` messages; a talk that has ended takes no more."""
    bezwaar = bezwaar_tegen(tekst, wat)
    if bezwaar:
        return Uitslag(geweigerd=bezwaar)
    if over.stand.klaar:
        woord = "ingetrokken" if over.stand is Stand.INGETROKKEN else "gesloten"
        return Uitslag(geweigerd=f"Dit is al {woord}. Er is niets opgeslagen.")
    nieuw = samenspel.bericht(wie, datetime.now(UTC), soort, tekst.strip())
    bij = samenspel.SIGNAAL if isinstance(over, Teamsignaal) else samenspel.ESCALATIE
    try:
        samenspel.zeg(omgeving.opslag, wie=wie, bij=bij, nummer=over.nummer, nieuw=nieuw, na=gezien)
    except ConflictError as fout:
        return Uitslag(geweigerd=f"{fout.title} {fout.hint}")
    return Uitslag(aankondiging=aankondiging)


def eis_toegang(mag: bool, wat_niet: str, wie_wel: str) -> None:
    """Raises RechtError with what is not allowed and who may."""
    if not mag:
        raise RechtError(wat_niet, hint=wie_wel)
