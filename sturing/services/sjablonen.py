"""Templates to fill in: empty, or with what is stored for one team or one domain.

Owns: which sheets and rows a filled template has, and for whom. A filled template holds what its
reader may bring back, so that a row of somebody else that changed in the meantime never refuses the
upload; what is only needed to look up stands in the list of codes. It never holds hours or
shares by person. Brought back unchanged it changes nothing. Stores nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Domein
from sturing.domain.levering import Rij
from sturing.domain.wie import Wie
from sturing.errors import InvoerError, RechtError
from sturing.intake.sjabloon import maak_sjabloon
from sturing.rights.mag import (
    Actie,
    Object,
    Planindex,
    mag,
    object_domein,
    object_opdracht,
    object_team,
    zichtbare_opdrachten,
    zichtbare_teams,
)
from sturing.services.beelden import Keuze
from sturing.services.namen import teams_op_naam
from sturing.services.omgeving import Basis, Omgeving
from sturing.store.plan import lees_besloten_rang
from sturing.store.rijen import lees_bladen

TEAMBLADEN = ("Teams", "Capaciteit", "Inzet", "Uren", "Teamplannen")
"""What a team brings itself, without the sheets that hold hours or shares by person."""
PLANBLADEN = ("Personen", "Doelen", "Opdrachten")
"""What a domain brings itself. Gebiedsagenda is complete per gebied, so never of one domain."""

Bladrijen = Mapping[str, Sequence[Rij]]


def leeg_sjabloon() -> bytes:
    """An empty workbook to fill in, with every sheet. Needs no database and no right."""
    return maak_sjabloon()


def sjabloon(
    omgeving: Omgeving, wie: Wie, team: str | None = None, domein: str | None = None
) -> bytes:
    """A workbook to fill in: empty, or with what is stored for one team or one domain.

    Rows in a file are an export: raises RechtError when `wie` may not take the totals of the team
    or domain along, InvoerError for an unknown team or domain, or for both at once.
    """
    if team is not None and domein is not None:
        raise InvoerError("Kies een team of een domein, niet allebei.")
    if team is not None:
        return _voor_team(omgeving, wie, TeamCode(team))
    if domein is not None:
        return _voor_domein(omgeving, wie, domein)
    return leeg_sjabloon()


def teamkeuzes(wie: Wie, basis: Basis) -> tuple[Keuze, ...]:
    """The teams for which `wie` may have a filled template."""
    return tuple(
        Keuze(sleutel=code, naam=naam)
        for code, naam in teams_op_naam(basis.plan)
        if _mag_meenemen(wie, object_team(basis.index, code))
    )


def domeinkeuzes(wie: Wie, basis: Basis) -> tuple[Keuze, ...]:
    """The domains with a team or an opdracht for which `wie` may have a filled template."""
    bezet = {team.domein for team in basis.plan.teams}
    return tuple(
        Keuze(sleutel=domein.value, naam=domein.value)
        for domein in Domein
        if domein in bezet and _mag_meenemen(wie, object_domein(domein))
    )


def _mag_meenemen(wie: Wie, object_: Object) -> bool:
    return mag(wie, Actie.TOTALEN_EXPORTEREN, object_).per_rij


def _voor_team(omgeving: Omgeving, wie: Wie, team: TeamCode) -> bytes:
    basis = omgeving.basis()
    if not _mag_meenemen(wie, object_team(basis.index, team)):
        raise RechtError(
            "U mag de gegevens van dit team niet als bestand bewaren.",
            hint="Vraag de teamondersteuner van het team, of neem het lege sjabloon.",
        )
    rijen = lees_bladen(omgeving.opslag)
    if not any(rij["team"] == team for rij in rijen["Teams"]):
        raise InvoerError(
            f"Team '{team}' bestaat niet.",
            hint="Kies een team dat in Sturing staat, of laat het team weg.",
        )
    codes = _codes(wie, basis.index, rijen)
    return maak_sjabloon(_van_teams(rijen, {team}), TEAMBLADEN, codes)


def _voor_domein(omgeving: Omgeving, wie: Wie, naam: str) -> bytes:
    if naam not in tuple(Domein):
        raise InvoerError(
            f"Domein '{naam}' bestaat niet.", hint=f"Kies uit: {', '.join(tuple(Domein))}."
        )
    domein = Domein(naam)
    index = omgeving.basis().index
    if not _mag_meenemen(wie, object_domein(domein)):
        raise RechtError(
            "U mag de gegevens van dit domein niet als bestand bewaren.",
            hint="Vraag de strategisch manager van het domein, of neem het lege sjabloon.",
        )
    rijen = lees_bladen(omgeving.opslag)
    teams = {TeamCode(str(rij["team"])) for rij in rijen["Teams"] if rij["domein"] == domein.value}
    gekozen = _van_domein(omgeving, wie, domein, rijen, teams)
    bladen: tuple[str, ...] = PLANBLADEN
    if teams and all(
        mag(wie, Actie.TEAMBLADEN_LEVEREN, object_team(index, team)) for team in teams
    ):
        gekozen |= _van_teams(rijen, teams)
        bladen = (*PLANBLADEN, *TEAMBLADEN)
    return maak_sjabloon(gekozen, bladen, _codes(wie, index, rijen))


def _van_teams(rijen: Bladrijen, teams: Iterable[TeamCode]) -> dict[str, list[Rij]]:
    eigen = set(teams)
    return {blad: [rij for rij in rijen[blad] if rij["team"] in eigen] for blad in TEAMBLADEN}


def _van_domein(
    omgeving: Omgeving, wie: Wie, domein: Domein, rijen: Bladrijen, teams: set[TeamCode]
) -> dict[str, list[Rij]]:
    """Opdrachten of the domain, the doelen they serve, and the roles in the domain or its teams."""
    index = omgeving.basis().index
    opdrachten = [
        rij
        for rij in _met_plaats(omgeving, rijen["Opdrachten"])
        if domein in _domeinen(index, rij)
        and _mag_meenemen(wie, object_opdracht(index, OpdrachtCode(str(rij["opdracht"]))))
    ]
    doelen = {rij["doel"] for rij in opdrachten}
    return {
        "Opdrachten": opdrachten,
        "Doelen": [rij for rij in rijen["Doelen"] if rij["doel"] in doelen],
        "Personen": [
            rij
            for rij in rijen["Personen"]
            if rij["domein"] == domein.value or rij["team"] in teams
        ],
    }


def _domeinen(index: Planindex, rij: Rij) -> frozenset[Domein]:
    gever, nemer = rij["opdrachtgever"], rij["opdrachtnemer"]
    return index.domeinen_van(
        gever if isinstance(gever, str) else None, nemer if isinstance(nemer, str) else None
    )


def _met_plaats(omgeving: Omgeving, opdrachten: Iterable[Rij]) -> list[Rij]:
    """The place in force as rang: the decided one, else the stored wish."""
    besloten = lees_besloten_rang(omgeving.opslag)
    return [
        {**rij, "rang": besloten.get(OpdrachtCode(str(rij["opdracht"])), rij["rang"])}
        for rij in opdrachten
    ]


def _codes(wie: Wie, index: Planindex, rijen: Bladrijen) -> dict[str, list[tuple[str, str]]]:
    """Known codes with their names; of teams and opdrachten those that `wie` may see."""

    def lijst(blad: str, veld: str, zichtbaar: Iterable[str] | None) -> list[tuple[str, str]]:
        mag_gezien = None if zichtbaar is None else set(zichtbaar)
        paren = {
            str(rij[veld]): str(rij["naam"] or "")
            for rij in rijen[blad]
            if mag_gezien is None or rij[veld] in mag_gezien
        }
        return list(paren.items())

    teams = zichtbare_teams(wie, index, (TeamCode(str(r["team"])) for r in rijen["Teams"]))
    opdrachten = zichtbare_opdrachten(
        wie, index, (OpdrachtCode(str(r["opdracht"])) for r in rijen["Opdrachten"])
    )
    return {
        "Teams": lijst("Teams", "team", teams),
        "Opdrachten": lijst("Opdrachten", "opdracht", opdrachten),
        "Personen": lijst("Personen", "persoon", None),
        "Gebieden": lijst("Gebieden", "gebied", None),
        "Programmas": lijst("Programmas", "programma", None),
        "Doelen": lijst("Doelen", "doel", None),
    }
