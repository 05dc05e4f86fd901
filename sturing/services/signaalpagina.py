"""The screen Signalen: what teams raised, its state and answers, and who may raise what.

Owns the sentence on top and the order of the list: what waits first, then the newest. Only signals
that the acting person may read are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sturing.domain.samenspel import Stand
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.rights.mag import mag_iets_lezen
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Kop, Leeg, nog_geen
from sturing.services.berichten import alle_signalen
from sturing.services.bordbeeld import bijschrift
from sturing.services.gespreksbeeld import Gespreksbeeld, signaalbeeld
from sturing.services.omgeving import Omgeving
from sturing.services.signaalformulier import Signaalformulier, formulier
from sturing.services.teamsignalen import zichtbare_signalen


@dataclass(frozen=True, slots=True, kw_only=True)
class Signalenbeeld:
    """The whole screen; `lopend` can still be answered or said more about, `klaar` cannot."""

    kop: Kop
    lopend: tuple[Gespreksbeeld, ...]
    klaar: tuple[Gespreksbeeld, ...]
    formulier: Signaalformulier
    waarom_niet: str
    gemeld: int
    """How many signals were ever raised: after one more the form is empty again."""


def signalenbeeld(
    omgeving: Omgeving, wie: Wie, horizon: Horizon | None = None
) -> Signalenbeeld | Leeg | Geweigerd:
    """The signals that `wie` may read, and the form to raise one."""
    if not mag_iets_lezen(wie):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig bij een team, een gebied of een opdracht. "
            "Vraag een beheerder.",
        )
    basis = omgeving.basis(horizon)
    if not basis.plan.teams or not basis.plan.opdrachten:
        return nog_geen("Er zijn nog geen teams en opdrachten om iets over te melden.")
    alle = [signaalbeeld(omgeving, basis, wie, s) for s in zichtbare_signalen(omgeving, basis, wie)]
    open_eerst = sorted(alle, key=lambda g: g.stand is not Stand.OPEN)
    keuzes = formulier(omgeving, wie, horizon)
    return Signalenbeeld(
        kop=Kop(titel=_titel(alle), bijschrift=bijschrift(basis, basis.uitkomst)),
        lopend=tuple(g for g in open_eerst if not g.stand.klaar),
        klaar=tuple(g for g in open_eerst if g.stand.klaar),
        formulier=keuzes,
        gemeld=len(alle_signalen(omgeving)),
        waarom_niet=""
        if keuzes
        else "U kunt signalen lezen, niet melden. Dat doet een teamondersteuner, een "
        "procesverantwoordelijke of een medewerker voor het eigen team.",
    )


def _titel(alle: Sequence[Gespreksbeeld]) -> str:
    aantal = {stand: sum(g.stand is stand for g in alle) for stand in Stand}
    if not alle:
        return "Er zijn geen signalen bij uw teams en opdrachten."
    wacht = aantal[Stand.OPEN]
    delen = [wachtzin(wacht)] if wacht else ["Geen signaal wacht op antwoord"]
    if aantal[Stand.BEANTWOORD]:
        n = aantal[Stand.BEANTWOORD]
        delen.append(f"{notatie.getal(n)} {'is' if n == 1 else 'zijn'} beantwoord")
    if aantal[Stand.IN_SCENARIO]:
        n = aantal[Stand.IN_SCENARIO]
        delen.append(f"{notatie.getal(n)} {'staat' if n == 1 else 'staan'} in een scenario")
    return f"{notatie.opsomming(delen)}."


def wachtzin(n: int) -> str:
    """`2 signalen wachten op antwoord`."""
    return f"{notatie.aantal(n, 'signaal wacht', 'signalen wachten')} op antwoord"
