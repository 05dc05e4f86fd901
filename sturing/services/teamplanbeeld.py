"""The plan of one team ready to show: the questions, the results, what is needed, who saw it.

Owns which reader sees the lines: who may see the row itself; figures of groups do not open it.
Hours are whole hours as shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from sturing.analyses.afhankelijkheid import Afhankelijkregel, compute_afhankelijkheid
from sturing.analyses.teamopdracht import Teamopdrachtregel
from sturing.analyses.teamplan import Planregel, compute_teamplan
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.normen import HAALBAAR_VANAF_PCT
from sturing.domain.werk import Teamplanregel
from sturing.domain.wie import Wie
from sturing.rights.lezen import mag_rij_lezen
from sturing.services import notatie
from sturing.services.namen import Namen
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.teambeeld import (
    Antwoord,
    Nodigrij,
    Partnerrij,
    Planvraag,
    Resultaatrij,
    Teamplan,
)
from sturing.services.teamplangezien import gezien_per_team, gezienbeeld, planregels

VERBORGEN = (
    "De regels van dit teamplan ziet het team zelf, met de teamondersteuner en de "
    "procesverantwoordelijke, en wie de hele organisatie per team mag zien."
)


def mag_plan_lezen(basis: Basis, wie: Wie, team: TeamCode) -> bool:
    """May `wie` read the lines of the plan of this team?"""
    return mag_rij_lezen(wie, basis.index, "Teamplannen", {"team": team})


def teamplan(
    omgeving: Omgeving,
    basis: Basis,
    wie: Wie,
    team: TeamCode,
    namen: Namen,
    uren: Sequence[Teamopdrachtregel],
) -> Teamplan:
    """The plan of `team` in the first year of the horizon; `uren` are the rows of this team,
    `namen` those that `wie` may read."""
    jaar = basis.uitkomst.horizon.van.jaar
    regels = planregels(basis, team, jaar)
    gezien = gezien_per_team(omgeving, jaar).get(team, [])
    mag_lezen = mag_plan_lezen(basis, wie, team)
    regel = next((r for r in compute_teamplan(basis.uitkomst) if r.team == team), None)
    nodig = compute_afhankelijkheid(basis.uitkomst)
    per_opdracht = {r.opdracht: r for r in uren}
    return Teamplan(
        vragen=_vragen(regel) if regel is not None and regel.heeft_plan else (),
        resultaten=tuple(_resultaat(namen, r, per_opdracht) for r in regels) if mag_lezen else (),
        nodig=tuple(_nodig(namen, r, r.nodig_van_team) for r in nodig if r.team == team)
        if mag_lezen
        else (),
        partners=tuple(
            Partnerrij(partner=r.nodig_van_partner, resultaat=r.resultaat)
            for r in regels
            if r.nodig_van_partner
        )
        if mag_lezen
        else (),
        van_ons=tuple(
            _nodig(namen, r, r.team)
            for r in nodig
            if r.nodig_van_team == team and mag_plan_lezen(basis, wie, r.team)
        ),
        buiten_plan=_buiten_plan(regel) if regel is not None and regel.heeft_plan else "",
        verborgen="" if mag_lezen or not regels else VERBORGEN,
        gezien=gezienbeeld(basis, wie, team, regels, gezien),
    )


def _vragen(regel: Planregel) -> tuple[Planvraag, ...]:
    n = regel.resultaten
    return (
        _vraag("Wat is de (maatschappelijke) opgave?", regel.opgave, n, "de opgave"),
        Planvraag(
            vraag="Welke resultaten leveren wij?",
            antwoord=Antwoord.JA,
            tekst=notatie.aantal(n, "resultaat", "resultaten"),
        ),
        _vraag("Wat gaan we precies doen?", regel.precies, n, "een opdracht"),
        _vraag(
            "Hoe zetten we onze capaciteit in?",
            regel.capaciteit,
            n,
            "een opdracht waar dit team uren voor heeft",
        ),
        _vraag("En onze kwaliteit?", regel.kwaliteit, n, "de kwaliteit"),
        Planvraag(
            vraag="Wat hebben we van anderen nodig?",
            antwoord=Antwoord.JA if regel.nodig else Antwoord.ONBEKEND,
            tekst=f"{_noemt(regel.nodig, n, 'een team of partner')}; leeg kan ook betekenen: "
            "niets nodig",
        ),
    )


def _vraag(vraag: str, aantal: int, totaal: int, wat: str) -> Planvraag:
    antwoord = Antwoord.NEE if not aantal else Antwoord.DEELS
    if aantal == totaal:
        antwoord = Antwoord.JA
    return Planvraag(vraag=vraag, antwoord=antwoord, tekst=_noemt(aantal, totaal, wat))


def _noemt(aantal: int, totaal: int, wat: str) -> str:
    """`3 van de 5 regels noemen de opgave`."""
    regels = notatie.aantal(totaal, "regel", "regels")
    return f"{notatie.getal(aantal)} van de {regels} {'noemt' if aantal == 1 else 'noemen'} {wat}"


def _buiten_plan(regel: Planregel) -> str:
    if not regel.buiten_plan:
        return "Alle opdrachten waarvoor dit team uren heeft, staan in het teamplan."
    opdrachten = notatie.aantal(regel.buiten_plan, "opdracht", "opdrachten")
    staat = "staat" if regel.buiten_plan == 1 else "staan"
    return (
        f"{opdrachten} met samen {notatie.uren_met_eenheid(regel.buiten_plan_honderdste)} "
        f"{staat} niet in het teamplan."
    )


def _resultaat(
    namen: Namen, regel: Teamplanregel, per_opdracht: dict[OpdrachtCode, Teamopdrachtregel]
) -> Resultaatrij:
    uren = per_opdracht.get(regel.opdracht) if regel.opdracht is not None else None
    return Resultaatrij(
        regel=regel.regel,
        resultaat=regel.resultaat,
        opgave=regel.opgave or notatie.ONBEKEND,
        kwaliteit=regel.kwaliteit or notatie.ONBEKEND,
        opdracht=namen.opdracht(regel.opdracht) if regel.opdracht else notatie.ONBEKEND,
        doel=namen.doelen.get(regel.doel, regel.doel) if regel.doel else notatie.ONBEKEND,
        uren=_toegekend_van(uren.toegekend_honderdste, uren.gevraagd_honderdste)
        if uren
        else notatie.ONBEKEND,
        status=regel.status or notatie.ONBEKEND,
    )


def _nodig(namen: Namen, regel: Afhankelijkregel, team: TeamCode) -> Nodigrij:
    return Nodigrij(
        team=namen.team(team),
        resultaat=regel.resultaat,
        opdracht=namen.opdracht(regel.opdracht) if regel.opdracht else notatie.ONBEKEND,
        gepland=regel.gepland,
        tekort=regel.gevraagd_honderdste > 0
        and regel.toegekend_honderdste * 100 < HAALBAAR_VANAF_PCT * regel.gevraagd_honderdste,
        toelichting=_toelichting(regel),
    )


def _toelichting(regel: Afhankelijkregel) -> str:
    if regel.gepland is None:
        return "de regel noemt geen opdracht"
    if not regel.gepland:
        return "geen uren en niet in hun teamplan"
    delen = []
    if regel.gevraagd_honderdste:
        uren = _toegekend_van(regel.toegekend_honderdste, regel.gevraagd_honderdste)
        delen.append(f"{uren} uur")
    elif regel.heeft_inzet:
        delen.append("uren gepland, de opdracht wacht")
    if regel.staat_in_teamplan:
        delen.append("staat in hun teamplan")
    return ", ".join(delen)


def _toegekend_van(toegekend: int, gevraagd: int) -> str:
    """`180 van 200`: granted of what is asked."""
    return f"{notatie.uren(toegekend)} van {notatie.uren(gevraagd)}"
