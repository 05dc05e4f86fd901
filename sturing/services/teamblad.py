"""One team ready to show: hours, months, work, planned and spent, colleagues, and the sentence.

Owns the words of one team. Every figure comes from an analysis; here they only become text. Hours
are whole hours as shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from sturing.analyses.meerdere_teams import compute_meerdere_teams
from sturing.analyses.team import Teamregel, compute_team
from sturing.analyses.teamopdracht import Teamopdrachtregel, compute_teamopdracht
from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import Begeleiding
from sturing.domain.organisatie import Team
from sturing.domain.wie import Wie
from sturing.rights.mag import Actie, mag, object_team
from sturing.services import notatie
from sturing.services.beelden import Keuze, Kop
from sturing.services.blik import Blik, onder_de_kop
from sturing.services.gespreksbeeld import Gespreksbeeld, signaalbeeld
from sturing.services.groepen import kleinste_groep, te_kleine_teams, uren_te_klein
from sturing.services.namenvoor import namen_voor
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.teambeeld import Nodigrij, Samenrij, Teamblad, Teamplan
from sturing.services.teambesteed import besteedbeeld
from sturing.services.teamplanbeeld import teamplan
from sturing.services.teamsignalen import zichtbare_signalen
from sturing.services.teamuren import cijfers, keten, maanden, werk, werk_zin

MEESTE_SAMEN = 8
"""So many other teams are named; the others are counted in the sentence above them."""


def teamblad(
    omgeving: Omgeving, blik: Blik, wie: Wie, team: TeamCode, teams: tuple[Keuze, ...]
) -> Teamblad:
    """The page of `team`, of which `wie` may read the totals."""
    basis = blik.basis
    feit = next(t for t in basis.plan.teams if t.team == team)
    regel = next(r for r in compute_team(basis.uitkomst) if r.team == team)
    alle_uren = compute_teamopdracht(basis.uitkomst)
    klein = uren_te_klein(basis, wie, team)
    uren = [] if klein else [r for r in alle_uren if r.team == team]
    namen = namen_voor(basis, wie)
    plan = teamplan(omgeving, basis, wie, team, namen, uren)
    return Teamblad(
        kop=Kop(
            titel=_titel(basis, feit, regel, plan, klein=klein),
            bijschrift=onder_de_kop(blik),
        ),
        team=team,
        naam=feit.naam,
        jaar=basis.uitkomst.horizon.van.jaar,
        teams=teams,
        is_plan=blik.is_plan,
        cijfers=() if klein else cijfers(blik, regel),
        keten=None if klein else keten(basis, regel),
        klein=f"‹{kleinste_groep(wie)} personen: te weinig om de uren te tonen." if klein else "",
        maanden=() if klein else maanden(basis, team),
        werk=werk(blik, wie, uren),
        werk_zin="" if klein else werk_zin(regel),
        plan=plan,
        besteed=besteedbeeld(omgeving, basis, wie, team),
        begeleiding=_begeleiding(basis, feit),
        personen=_personen(basis, wie, team),
        samen=() if klein else _samen(basis, wie, team, alle_uren),
        signalen=_signalen(omgeving, basis, wie, team),
        mag_exporteren=bool(mag(wie, Actie.TOTALEN_EXPORTEREN, object_team(basis.index, team))),
    )


def _titel(basis: Basis, team: Team, regel: Teamregel, plan: Teamplan, *, klein: bool) -> str:
    jaar = basis.uitkomst.horizon.van.jaar
    delen = [_uren_zin(team, regel, jaar, klein=klein)]
    if not plan.gezien.versie:
        delen.append(f"Er is geen teamplan voor {jaar}.")
    elif plan.nodig:
        delen.append(_nodig_zin(plan.nodig))
    elif not plan.gezien.actueel:
        delen.append("Het teamplan is nog niet gezien.")
    return " ".join(delen)


def _nodig_zin(nodig: Sequence[Nodigrij]) -> str:
    """What is needed of other teams: how often it is not planned, or planned with too few hours."""
    n = len(nodig)
    niet = sum(r.gepland is False for r in nodig)
    krap = sum(r.tekort for r in nodig)
    if niet:
        return (
            f"Het heeft {n} keer een ander team nodig; {notatie.getal(niet)} keer heeft dat "
            "team het niet gepland."
        )
    if krap:
        return (
            f"Het heeft {n} keer een ander team nodig; {notatie.getal(krap)} keer krijgt dat "
            "team er te weinig uren voor."
        )
    return f"Het heeft {n} keer een ander team nodig, en dat is gepland."


def _uren_zin(team: Team, regel: Teamregel, jaar: int, *, klein: bool) -> str:
    if klein:
        return f"{team.kort} is te klein om de uren van {jaar} te tonen."
    aanbod, gevraagd = regel.aanbod_honderdste or 0, regel.gevraagd_honderdste
    beschikbaar = notatie.uren_met_eenheid(aanbod)
    if not gevraagd:
        return f"{team.kort} heeft {beschikbaar} in {jaar} en er wordt niets gevraagd."
    verschil = notatie.uren_heel(gevraagd) - notatie.uren_heel(aanbod)
    vraag = f"{team.kort} heeft {beschikbaar} in {jaar}; gevraagd is "
    if verschil > 0:
        return vraag + f"{notatie.uren(gevraagd)}: {notatie.getal(verschil)} meer dan er is."
    if verschil < 0:
        return vraag + f"{notatie.uren(gevraagd)}: {notatie.getal(-verschil)} minder dan er is."
    return vraag + "precies evenveel."


def _begeleiding(basis: Basis, team: Team) -> str:
    """How the team organises itself and who helps it, in one or two sentences."""
    zelf = (
        f"Zelforganisatie {team.zelforganisatie} op een schaal van 1 tot 5"
        if team.zelforganisatie
        else "De mate van zelforganisatie is niet ingevuld"
    )
    if team.begeleiding is None:
        begeleid = "hoe het team begeleid wordt, is niet ingevuld"
    else:
        hoe = "leidend" if team.begeleiding is Begeleiding.LEIDEND else "coachend"
        begeleid = f"de begeleiding is {hoe}"
    door = (
        f", door {basis.namen.persoon(team.teamondersteuner)}"
        if team.teamondersteuner
        else "; er is geen teamondersteuner genoemd"
    )
    return f"{zelf}; {begeleid}{door}. Geen niveau is beter dan een ander: het past bij het team."


def _personen(basis: Basis, wie: Wie, team: TeamCode) -> str:
    """How many people work in several teams, only as a group."""
    regels = compute_meerdere_teams(basis.uitkomst, kleinste_groep(wie))
    if not regels:
        return (
            "Er zijn geen personen ingelezen (de bladen Medewerkers en Teamrollen zijn niet "
            "verplicht). Daarom is niet te zien hoeveel mensen ook in een ander team werken."
        )
    regel = next((r for r in regels if r.team == team), None)
    if regel is None:
        return "Van dit team zijn geen personen ingelezen."
    if regel.verborgen or regel.personen is None or regel.in_meer_teams is None:
        return (
            "Hoeveel mensen ook in een ander team werken, is hier niet te zien: de groep is "
            f"kleiner dan {kleinste_groep(wie)} personen, of is uit andere cijfers af te leiden."
        )
    mensen = notatie.aantal(regel.personen, "persoon", "personen")
    werkt = "werkt" if regel.in_meer_teams == 1 else "werken"
    return f"Van de {mensen} in dit team {werkt} er {regel.in_meer_teams} ook in een ander team."


def _samen(
    basis: Basis, wie: Wie, team: TeamCode, uren: Sequence[Teamopdrachtregel]
) -> tuple[Samenrij, ...]:
    """The teams with which this team shares most opdrachten; none of too few persons for `wie`."""
    te_klein = te_kleine_teams(basis, wie, {r.team for r in uren})
    eigen = {r.opdracht: r.toegekend_honderdste for r in uren if r.team == team}
    per_team: dict[TeamCode, list[Teamopdrachtregel]] = {}
    for regel in uren:
        if regel.team != team and regel.opdracht in eigen and regel.team not in te_klein:
            per_team.setdefault(regel.team, []).append(regel)
    rijen = [
        Samenrij(
            team=basis.namen.team(ander),
            opdrachten=len(regels),
            eigen_uren=notatie.uren_heel(sum(eigen[r.opdracht] for r in regels)),
            hun_uren=notatie.uren_heel(sum(r.toegekend_honderdste for r in regels)),
        )
        for ander, regels in per_team.items()
    ]
    return tuple(sorted(rijen, key=lambda r: (-r.opdrachten, r.team))[:MEESTE_SAMEN])


def _signalen(
    omgeving: Omgeving, basis: Basis, wie: Wie, team: TeamCode
) -> tuple[Gespreksbeeld, ...]:
    return tuple(
        signaalbeeld(omgeving, basis, wie, signaal)
        for signaal in zichtbare_signalen(omgeving, basis, wie)
        if signaal.team == team
    )
