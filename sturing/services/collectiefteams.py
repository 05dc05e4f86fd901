"""The teams in the view of the managementcollectief: zelforganisatie, focus, support, open plans.

Owns how rows of analyses become rows of that screen. Hours are whole hours as shown. No level of
zelforganisatie is better than another; nothing here ranks persons.
"""

from __future__ import annotations

from sturing.analyses.focus_team import compute_focus_team
from sturing.analyses.ondersteunend import compute_ondersteunend
from sturing.analyses.teamondersteuning import Ondersteunersregel, compute_teamondersteuning
from sturing.analyses.teamplan import compute_teamplan
from sturing.analyses.zelforganisatie import Zelforganisatieregel, compute_zelforganisatie
from sturing.domain.keuzes import Begeleiding
from sturing.domain.wie import Wie
from sturing.services import notatie
from sturing.services.collectiefbeeld import Focusrij, Niveaurij, Planopen, Steunrij
from sturing.services.groepen import te_kleine_teams
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.teamplangezien import gezien_per_team, gezien_woord, plannen_van

ZONDER_PLAN = "geen teamplan"


def niveaus(basis: Basis) -> tuple[Niveaurij, ...]:
    """A row per level that has teams, 1 first, teams without a level last."""
    per: dict[int | None, list[Zelforganisatieregel]] = {}
    for regel in compute_zelforganisatie(basis.uitkomst):
        per.setdefault(regel.zelforganisatie, []).append(regel)
    return tuple(
        Niveaurij(
            niveau=str(niveau) if niveau else "niet ingevuld",
            coachend=sum(r.begeleiding is Begeleiding.COACHEND for r in regels),
            leidend=sum(r.begeleiding is Begeleiding.LEIDEND for r in regels),
            onbekend=sum(r.begeleiding is None for r in regels),
            namen=", ".join(basis.namen.team(r.team) for r in regels),
        )
        for niveau, regels in per.items()
    )


def ondersteuners(basis: Basis) -> str:
    """What data tells about the hours of the teamondersteuners, and what it cannot tell."""
    regels = compute_teamondersteuning(basis.uitkomst)
    if not regels:
        return (
            "Er staat nergens in welk team de teamondersteuners werken. Vul bij Gegevens op het "
            "blad Personen hun rol en team in; dan staan hier hun uren."
        )
    return " ".join(_ondersteuners(basis, regel) for regel in regels) + (
        " Hoeveel uren elk team krijgt, staat niet in de gegevens."
    )


def _ondersteuners(basis: Basis, regel: Ondersteunersregel) -> str:
    jaar = basis.uitkomst.horizon.van.jaar
    wie = notatie.aantal(regel.teamondersteuners, "teamondersteuner", "teamondersteuners")
    teams = notatie.aantal(regel.teams, "team", "teams")
    zin = (
        f"{basis.namen.team(regel.team)}: {wie} voor {teams}, waarvan "
        f"{notatie.getal(regel.leidend)} leidend begeleid. Het team heeft "
        f"{notatie.uren_met_eenheid(regel.aanbod_honderdste)} in {jaar}: "
        f"{notatie.uren(regel.eigen_werk_honderdste)} voor opdrachten die het zelf uitvoert en "
        f"{notatie.uren(regel.voor_anderen_honderdste)} voor opdrachten van anderen."
    )
    if regel.per_team_honderdste is not None:
        uren = notatie.uren_met_eenheid(regel.per_team_honderdste)
        zin += f" Dat eerste is gemiddeld {uren} per team."
    return zin


def focus(basis: Basis, wie: Wie) -> tuple[Focusrij, ...]:
    """Every team with fte or work, most opdrachten per fte first, then by name. A team whose hours
    rest on too few persons for `wie` is left out."""
    regels = compute_focus_team(basis.uitkomst)
    klein = te_kleine_teams(basis, wie, [r.team for r in regels])
    rijen = [
        Focusrij(
            code=r.team,
            team=basis.namen.team(r.team),
            fte=r.gemiddeld_fte,
            onderhanden=r.onderhanden,
            versnippering=r.versnippering,
            kruimels=r.kruimels,
            ruimte_uren=notatie.uren_heel(r.ruimte_norm_honderdste),
            vrij_uren=notatie.uren_heel(r.niet_toegekend_honderdste),
        )
        for r in regels
        if (r.gemiddeld_fte or r.onderhanden) and r.team not in klein
    ]
    return tuple(sorted(rijen, key=lambda r: (-(r.versnippering or 0), r.team)))


def steun(basis: Basis, wie: Wie) -> tuple[Steunrij, ...]:
    """The ondersteunende teams, by code; without those whose hours rest on too few persons."""
    regels = compute_ondersteunend(basis.uitkomst)
    klein = te_kleine_teams(basis, wie, [r.team for r in regels])
    return tuple(
        Steunrij(
            team=basis.namen.team(r.team),
            beschikbaar_uren=notatie.uren_heel(r.aanbod_honderdste),
            eigen_uren=notatie.uren_heel(r.eigen_werk_honderdste),
            anderen_uren=notatie.uren_heel(r.voor_anderen_honderdste),
            anderen_deel=notatie.pct(r.voor_anderen_ratio),
            andere_teams=r.andere_teams,
            genoemd=r.nodig,
        )
        for r in regels
        if r.team not in klein
    )


def plannen(omgeving: Omgeving, basis: Basis) -> tuple[Planopen, ...]:
    """Teams without a plan first, then those whose plan nobody saw as it is now; by code."""
    jaar = basis.uitkomst.horizon.van.jaar
    gezien = gezien_per_team(omgeving, jaar)
    teams = {t.team: t for t in basis.plan.teams}
    per_team = plannen_van(basis, jaar)
    rijen = []
    for regel in compute_teamplan(basis.uitkomst):
        regels = per_team.get(regel.team, ())
        wat = gezien_woord(regels, gezien.get(regel.team, [])) if regels else ZONDER_PLAN
        if not wat.startswith("gezien"):
            rijen.append(
                Planopen(
                    team=regel.team,
                    naam=basis.namen.team(regel.team),
                    wat=wat,
                    teamondersteuner=basis.namen.persoon(teams[regel.team].teamondersteuner),
                )
            )
    return tuple(sorted(rijen, key=lambda r: (r.wat != ZONDER_PLAN, r.team)))
