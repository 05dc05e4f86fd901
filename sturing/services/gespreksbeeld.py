"""A signal or an escalation ready to show: the sentence, what was said, and what may be done.

Sentences are written here from what is stored. What may be done is asked for the acting person; the
services ask it again when it is done. Hours are hundredths in, ready texts out.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode
from sturing.domain.samenspel import (
    Bericht,
    Berichtsoort,
    Escalatie,
    Richting,
    Signaalsoort,
    Stand,
    Teamsignaal,
)
from sturing.domain.wie import Wie
from sturing.engine.uitkomst import Uitkomst
from sturing.rights import samenspel as recht
from sturing.services import notatie, voorleggen
from sturing.services.concept import eigen_concept, uitkomst_van
from sturing.services.namen import Namen
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.opnemen import doelplaats, kan_opnemen
from sturing.services.teamsignalen import stand_nu

WAT_GEBEURDE = {
    Berichtsoort.VRAAG: "",
    Berichtsoort.ANTWOORD: "antwoordt",
    Berichtsoort.VERVOLG: "reageert",
    Berichtsoort.OPNAME: "nam het voorstel op",
    Berichtsoort.SLUITING: "sloot het signaal",
    Berichtsoort.INTREKKING: "trok de vraag in",
}
STAND_ZIN = {
    Stand.OPEN: "wacht op antwoord",
    Stand.BEANTWOORD: "beantwoord",
    Stand.IN_SCENARIO: "in een scenario",
    Stand.GESLOTEN: "gesloten",
    Stand.INGETROKKEN: "ingetrokken",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Berichtbeeld:
    """One message: who, what that did (empty for the first), when, and the words."""

    wie: str
    wat: str
    wanneer: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gespreksbeeld:
    """One talk. `gezien` is how many messages it shows; an act sends it back, so that nobody
    answers what somebody else answered meanwhile."""

    is_signaal: bool
    nummer: int
    titel: str
    stand: Stand
    stand_zin: str
    berichten: tuple[Berichtbeeld, ...]
    mag_antwoorden: bool
    mag_vervolgen: bool
    mag_sluiten: bool
    """For an escalation: may take the question back."""
    opneem_knop: str
    """The words on the button that takes a proposal into the own draft; empty when that cannot."""

    @property
    def gezien(self) -> int:
        return len(self.berichten)


def signaalbeeld(omgeving: Omgeving, basis: Basis, wie: Wie, signaal: Teamsignaal) -> Gespreksbeeld:
    """One signal that `wie` may read."""
    stand = stand_nu(omgeving, signaal)
    gevraagd = recht.mag_signaal_beantwoorden(wie, basis.plan, basis.index, signaal)
    eigen = recht.is_van_melder(wie, basis.index, signaal)
    bij = _ligt_bij(basis, signaal)
    op_te_nemen = gevraagd and not stand.klaar and stand is not Stand.IN_SCENARIO
    return Gespreksbeeld(
        is_signaal=True,
        nummer=signaal.nummer,
        titel=signaalzin(signaal, basis.namen),
        stand=stand,
        stand_zin=_stand_zin(stand, gevraagd, bij),
        berichten=_berichten(signaal.berichten),
        mag_antwoorden=gevraagd and not stand.klaar,
        mag_vervolgen=eigen and not stand.klaar,
        mag_sluiten=(gevraagd or eigen) and not stand.klaar,
        opneem_knop=_opneem_knop(_eigen_uitkomst(omgeving, basis, wie), signaal)
        if op_te_nemen and kan_opnemen(wie, signaal)
        else "",
    )


def escalatiebeeld(basis: Basis, wie: Wie, escalatie: Escalatie) -> Gespreksbeeld:
    """One escalation that `wie` may read."""
    code, stand = escalatie.opdracht, escalatie.stand
    gevraagd = recht.mag_vraag_beantwoorden(wie, basis.plan, basis.index, code)
    return Gespreksbeeld(
        is_signaal=False,
        nummer=escalatie.nummer,
        titel=f"{basis.namen.opdracht(code)} voorgelegd aan {escalatie.aan}",
        stand=stand,
        stand_zin=_stand_zin(stand, gevraagd, ""),
        berichten=_berichten(escalatie.berichten),
        mag_antwoorden=gevraagd and not stand.klaar,
        mag_vervolgen=not stand.klaar and voorleggen.mag_vervolgen(basis, wie, escalatie),
        mag_sluiten=not stand.klaar and voorleggen.is_van_vrager(wie, escalatie),
        opneem_knop="",
    )


def _stand_zin(stand: Stand, gevraagd: bool, bij: str) -> str:
    """The state in words; what is open also says whose turn it is (`bij`; empty when
    the title says so)."""
    if stand is not Stand.OPEN:
        return STAND_ZIN[stand]
    if gevraagd:
        return "wacht op uw antwoord"
    return f"wacht op antwoord van {bij}" if bij else "wacht op antwoord"


def signaalzin(signaal: Teamsignaal, namen: Namen) -> str:
    """Who raised it and what, in one sentence without a full stop."""
    wie = namen.team(signaal.team) if signaal.team else signaal.berichten[0].naam
    opdracht = namen.opdracht(signaal.opdracht) if signaal.opdracht else ""
    if signaal.soort is Signaalsoort.VOORSTEL:
        waar = f"op plaats {signaal.plaats}" if signaal.richting is Richting.PLAATS else ""
        return f"{wie} stelt voor: {opdracht} {waar or signaal.richting}"
    bij = f" bij {opdracht}" if opdracht else ""
    tekort = (
        f"{notatie.uren_met_eenheid(signaal.uren_honderdste)} tekort"
        if signaal.uren_honderdste
        else "uren tekort"
    )
    return f"{wie}: {tekort}{bij}, {_maanden(signaal)}"


def _maanden(signaal: Teamsignaal) -> str:
    van, tot = signaal.van, signaal.tot
    if van is None or tot is None:
        return "zonder periode"
    if van == tot:
        return notatie.maand_lang(van)
    if van.jaar == tot.jaar:
        return f"{notatie.MAANDEN[van.maand - 1]} t/m {notatie.maand_lang(tot)}"
    return f"{notatie.maand_lang(van)} t/m {notatie.maand_lang(tot)}"


def _ligt_bij(basis: Basis, signaal: Teamsignaal) -> str:
    gevraagd = recht.gevraagden_bij_signaal(basis.plan, basis.index, signaal)
    if gevraagd.directie:
        return "de directie"
    return notatie.opsomming([basis.namen.persoon(p) for p in sorted(gevraagd.personen)])


def _eigen_uitkomst(omgeving: Omgeving, basis: Basis, wie: Wie) -> Uitkomst:
    return uitkomst_van(omgeving, basis, eigen_concept(omgeving, wie))


def _opneem_knop(nu: Uitkomst, signaal: Teamsignaal) -> str:
    doel = doelplaats(nu, signaal)
    if doel is None or doel[0] == doel[1]:
        return ""
    return f"Zet op plaats {doel[1]} in mijn concept (nu {doel[0]})"


def _berichten(berichten: tuple[Bericht, ...]) -> tuple[Berichtbeeld, ...]:
    return tuple(
        Berichtbeeld(
            wie=b.naam,
            wat=WAT_GEBEURDE[b.soort],
            wanneer=notatie.datum_zin(notatie.dag(b.tijdstip)),
            tekst=b.tekst,
        )
        for b in berichten
    )


def is_aan(basis: Basis, persoon: str, over: Teamsignaal | OpdrachtCode) -> bool:
    """Must this person answer: a signal, or what is asked about an opdracht?"""
    gevraagd = (
        recht.gevraagden_bij_signaal(basis.plan, basis.index, over)
        if isinstance(over, Teamsignaal)
        else recht.gevraagden_bij_opdracht(basis.plan, basis.index, over)
    )
    return persoon in gevraagd.personen
