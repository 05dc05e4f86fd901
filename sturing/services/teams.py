"""The screen Teams en teamplannen: all teams that may be seen, or one of them.

Owns which team is shown: the one of the link, else the own team of who has one, else all, with the
own teams first; and the rights, asked per team. Only teams of which the acting person may read the
totals are shown and counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sturing.analyses.team import Teamregel, compute_team
from sturing.domain.codes import TeamCode
from sturing.domain.gezien import TeamplanGezien
from sturing.domain.organisatie import Team
from sturing.domain.werk import Teamplanregel
from sturing.domain.wie import Wie
from sturing.rights.mag import Actie, mag, mag_iets_lezen, object_team, zichtbare_teams
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Keuze, Kop, Leeg
from sturing.services.blik import Blik, Kijk, blik_op, onder_de_kop
from sturing.services.groepen import kleinste_groep, te_kleine_teams
from sturing.services.omgeving import Omgeving
from sturing.services.teambeeld import Teamblad, Teamrij, Teamsoverzicht
from sturing.services.teamblad import teamblad
from sturing.services.teamplangezien import gezien_per_team, gezien_woord, plannen_van

ALLE = "alle"
"""In the link: no team is chosen."""


def teams(
    omgeving: Omgeving, wie: Wie, team: str | None = None, kijk: Kijk | None = None
) -> Teamsoverzicht | Teamblad | Leeg | Geweigerd:
    """The screen for `team` (`alle`: the overview; None or an unknown one: the only own team, else
    all), in what `kijk` chose (None: the plan in force over the plan year)."""
    blik = blik_op(omgeving, wie, kijk)
    basis = blik.basis
    codes = [t.team for t in basis.plan.teams]
    zichtbaar = zichtbare_teams(wie, basis.index, codes)
    if (codes and not zichtbaar) or (not codes and not mag_iets_lezen(wie)):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig bij een team, zoals teamondersteuner, "
            "procesverantwoordelijke of medewerker, of een rol voor de hele organisatie. "
            "Vraag een beheerder.",
        )
    jaar = basis.uitkomst.horizon.van.jaar
    feiten = [
        t
        for t in sorted(basis.plan.teams, key=lambda t: t.team)
        if t.team in zichtbaar
        and basis.uitkomst.horizon.raakt(t.van, t.tot)
        and (blik.heeft_team(t.team) or t.team == team)
    ]
    if not feiten and blik.domein is not None:
        return Leeg(
            titel="In dit domein zijn geen teams die u mag zien.",
            uitleg="Kies bovenaan een ander domein, of alle domeinen.",
        )
    if not feiten:
        return Leeg(
            titel=f"Er zijn nog geen teams voor {jaar}.",
            uitleg="Haal bij Gegevens het sjabloon op, vul de bladen Teams en Teamplannen in en "
            "kies uw bestand.",
            naar="gegevens",
            knop="Naar Gegevens",
        )
    eigen = eigen_teams(wie)
    keuzes = _keuzes(feiten, eigen)
    gekozen = _gekozen(team, [t.team for t in feiten], eigen)
    if gekozen is not None:
        return teamblad(omgeving, blik, wie, gekozen, keuzes)
    return _overzicht(omgeving, blik, wie, feiten, keuzes)


def eigen_teams(wie: Wie) -> frozenset[TeamCode]:
    """The teams that Beheer gave with a role of `wie`."""
    return frozenset(code for toekenning in wie.toekenningen for code in toekenning.teams)


def _gekozen(
    gevraagd: str | None, codes: Sequence[TeamCode], eigen: frozenset[TeamCode]
) -> TeamCode | None:
    if gevraagd == ALLE:
        return None
    if gevraagd in codes:
        return TeamCode(str(gevraagd))
    mijn = [code for code in codes if code in eigen]
    return mijn[0] if len(mijn) == 1 else None


def _keuzes(feiten: Sequence[Team], eigen: frozenset[TeamCode]) -> tuple[Keuze, ...]:
    """All teams together first, then the own teams, then the others by name."""
    op_naam = sorted(feiten, key=lambda t: (t.team not in eigen, t.kort.casefold()))
    return (
        Keuze(sleutel=ALLE, naam="Alle teams"),
        *(Keuze(sleutel=t.team, naam=t.kort) for t in op_naam),
    )


def _overzicht(
    omgeving: Omgeving,
    blik: Blik,
    wie: Wie,
    feiten: Sequence[Team],
    keuzes: tuple[Keuze, ...],
) -> Teamsoverzicht:
    basis = blik.basis
    jaar = basis.uitkomst.horizon.van.jaar
    gezien = gezien_per_team(omgeving, jaar)
    cijfers = {r.team: r for r in compute_team(basis.uitkomst)}
    plannen = plannen_van(basis, jaar)
    te_klein = te_kleine_teams(basis, wie, [t.team for t in feiten])
    nu = {r.team: r.toegekend_honderdste for r in compute_team(blik.voor)}
    rijen = tuple(
        _rij(
            t,
            cijfers[t.team],
            plannen.get(t.team, ()),
            gezien.get(t.team, []),
            None if blik.is_plan else nu.get(t.team, 0),
            klein=t.team in te_klein,
        )
        for t in feiten
    )
    klein = any(r.klein for r in rijen)
    eigen = eigen_teams(wie)
    mijn = [r for r in rijen if r.team in eigen]
    if not 1 < len(mijn) < len(rijen):
        mijn = []
    rijen = tuple(sorted(rijen, key=lambda r: (bool(mijn) and r.team not in eigen, *_over(r))))
    return Teamsoverzicht(
        kop=Kop(titel=_titel(mijn or rijen, jaar, mijn=bool(mijn)), bijschrift=onder_de_kop(blik)),
        teams=keuzes,
        rijen=rijen,
        is_plan=blik.is_plan,
        noot=(
            "Uw teams staan bovenaan, daarna de andere; eerst wie het meeste tekortkomt. "
            if mijn
            else "Wie het meeste tekortkomt, staat bovenaan. "
        )
        + f"Uren in {jaar}; dekking is toegekend "
        "gedeeld door gevraagd. Zelforganisatie loopt van 1 tot 5: geen niveau is beter dan een "
        "ander."
        + (
            f" ‹{kleinste_groep(wie)}: de uren rusten op te weinig personen om te tonen."
            if klein
            else ""
        ),
        mag_exporteren=all(
            mag(wie, Actie.TOTALEN_EXPORTEREN, object_team(basis.index, t.team)) for t in feiten
        ),
    )


def _rij(
    team: Team,
    regel: Teamregel,
    regels: Sequence[Teamplanregel],
    gezien: Sequence[TeamplanGezien],
    toegekend_nu: int | None,
    *,
    klein: bool,
) -> Teamrij:
    aanbod = regel.aanbod_honderdste or 0
    deel = Fraction(regel.gevraagd_honderdste, aanbod) if aanbod else None
    return Teamrij(
        team=team.team,
        naam=team.kort,
        domein=team.domein.value,
        resultaten=len(regels),
        gezien=gezien_woord(regels, gezien),
        beschikbaar_uren=None if klein else notatie.uren_heel(aanbod),
        gevraagd_uren=None if klein else notatie.uren_heel(regel.gevraagd_honderdste),
        gevraagd_pct=None if klein else notatie.pct_heel(deel),
        dekking_pct=None if klein else notatie.dekking_heel(regel.dekking_ratio),
        verschil_uren=None
        if klein or toegekend_nu is None
        else notatie.uren_heel(regel.toegekend_honderdste - toegekend_nu),
        zelforganisatie=team.zelforganisatie,
        begeleiding=team.begeleiding.value if team.begeleiding else notatie.ONBEKEND,
        klein=klein,
    )


def _over(rij: Teamrij) -> tuple[bool, int]:
    """The largest shortage first; what may not be shown must not show in the order either."""
    if rij.beschikbaar_uren is None or rij.gevraagd_uren is None:
        return (True, 0)
    return (False, rij.beschikbaar_uren - rij.gevraagd_uren)


def _titel(rijen: Sequence[Teamrij], jaar: int, *, mijn: bool) -> str:
    """The answer about these teams; `mijn`: those of the reader, who also sees others."""
    met = sum(r.resultaten > 0 for r in rijen)
    gezien = sum(r.gezien.startswith("gezien") for r in rijen)
    if met == len(rijen):
        plan = f"{'Al uw' if mijn else 'Alle'} {len(rijen)} teams hebben een teamplan voor {jaar}"
    elif len(rijen) == 1:
        plan = f"Het team heeft geen teamplan voor {jaar}"
    else:
        heeft = "heeft" if met == 1 else "hebben"
        deel = f"{notatie.getal(met)} van {'uw' if mijn else 'de'} {len(rijen)} teams"
        plan = f"{deel} {heeft} een teamplan voor {jaar}"
    if len(rijen) == 1 and met:
        plan = f"Het team heeft een teamplan voor {jaar}"
    zag = f"{gezien} {'is' if gezien == 1 else 'zijn'} gezien" if gezien else "geen is al gezien"
    delen = [f"{plan}; {zag}." if met else f"{plan}."]
    te_veel = [r for r in rijen if (r.gevraagd_uren or 0) > (r.beschikbaar_uren or 0)]
    if te_veel:
        meeste = max(te_veel, key=lambda r: (r.gevraagd_uren or 0) - (r.beschikbaar_uren or 0))
        bij = notatie.aantal(len(te_veel), "team", "teams")
        if mijn:
            bij = f"{notatie.getal(len(te_veel))} daarvan"
        delen.append(f"Bij {bij} wordt meer gevraagd dan er is, het meest bij {meeste.naam}.")
    else:
        geen = "geen daarvan" if mijn else "geen team"
        delen.append(f"Bij {geen} wordt meer gevraagd dan er is.")
    return " ".join(delen)
