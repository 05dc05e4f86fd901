"""Which sheets are in, how old, what is missing, and who delivers what before when.

For who brings sheets and for who looks whether the plan rests on everything. Owns who sees which
team apart: whose totals one may read, or whose sheets one may bring; all other teams one may only
read aggregated are counted. Must never calculate: that is analyses/volledigheid.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sturing.analyses.bladinhoud import maanden_in_jaar
from sturing.analyses.volledigheid import Bladregel, Voor, compute_volledigheid, is_compleet
from sturing.domain.keuzes import Domein
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.rights.mag import (
    Actie,
    mag,
    mag_iets_lezen,
    mag_leveren,
    object_organisatie,
    object_team,
)
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Keuze, Kop, Leeg
from sturing.services.inleveringen import inleveringen, vandaag
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.volledigheidsbeeld import (
    Teamrij,
    Volledigheidsbeeld,
    bladcel,
    bladrij,
    leverregels,
)
from sturing.services.volledigheidszinnen import Teams, ander_jaar, anderen, eerst, titel

ALLES = "alles"
EIGEN = "eigen"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Zicht:
    """Which teams `wie` sees apart, brings sheets of, sees counted only, and may take the filled
    template of (the template itself asks that right again)."""

    apart: frozenset[str]
    sjabloon: frozenset[str]
    eigen: frozenset[str]
    geteld: frozenset[str]
    organisatie: bool


def volledigheid(
    omgeving: Omgeving,
    wie: Wie,
    horizon: Horizon | None = None,
    *,
    selectie: str = ALLES,
    peildag: date | None = None,
) -> Volledigheidsbeeld | Leeg | Geweigerd:
    """The completeness of the first plan year of `horizon` (None: the plan year).

    `selectie` is a key of `selecties`; an unknown one shows everything. `peildag` is the
    day from which is looked; None is today.
    """
    if not mag_leveren(wie) and not mag_iets_lezen(wie):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig, zoals teamondersteuner. Vraag een beheerder.",
        )
    basis = omgeving.basis(horizon)
    if not basis.plan.teams:
        return Leeg(
            titel="Er zijn nog geen teams, dus er is nog niets om compleet te maken.",
            uitleg="Kies Inleveren, haal het sjabloon op en lees eerst het blad Teams in.",
        )
    jaar = basis.uitkomst.horizon.van.jaar
    dag = peildag or vandaag()
    bekend = inleveringen(omgeving)
    zicht = _zicht(wie, basis)
    alle = compute_volledigheid(basis.plan, jaar, bekend, dag)
    ander = ""
    if jaar != dag.year and dag.year in omgeving.jaren():
        dit_jaar = compute_volledigheid(basis.plan, dag.year, bekend, dag)
        ander = ander_jaar(_zichtbaar(dit_jaar, zicht), dag)
    return _beeld(basis, zicht, alle, selectie, dag, ander)


def selecties(omgeving: Omgeving, wie: Wie, horizon: Horizon | None = None) -> tuple[Keuze, ...]:
    """What `volledigheid` can be narrowed to: all teams; the own ones when there are others; every
    domein when there are several. One choice is no choice: then empty."""
    basis = omgeving.basis(horizon)
    jaar = basis.uitkomst.horizon.van.jaar
    zicht = _zicht(wie, basis)
    teams = [
        team
        for team in basis.plan.teams
        if team.team in zicht.apart and maanden_in_jaar(jaar, team.van, team.tot)
    ]
    keuzes = [Keuze(sleutel=ALLES, naam="Alle teams")]
    if 0 < sum(team.team in zicht.eigen for team in teams) < len(teams):
        keuzes.append(Keuze(sleutel=EIGEN, naam="Mijn teams"))
    aanwezig = {team.domein for team in teams}
    if len(aanwezig) > 1:
        keuzes += [
            Keuze(sleutel=domein.value, naam=f"Domein {domein.value}")
            for domein in Domein
            if domein in aanwezig
        ]
    return tuple(keuzes) if len(keuzes) > 1 else ()


def _zicht(wie: Wie, basis: Basis) -> _Zicht:
    apart, eigen, geteld, sjabloon = set(), set(), set(), set()
    for team in basis.plan.teams:
        object_ = object_team(basis.index, team.team)
        lezen = mag(wie, Actie.TOTALEN_LEZEN, object_)
        leveren = mag(wie, Actie.TEAMBLADEN_LEVEREN, object_)
        if mag(wie, Actie.TOTALEN_EXPORTEREN, object_).per_rij:
            sjabloon.add(team.team)
        if leveren:
            eigen.add(team.team)
        if leveren or lezen.per_rij:
            apart.add(team.team)
        elif lezen:
            geteld.add(team.team)
    return _Zicht(
        apart=frozenset(apart),
        sjabloon=frozenset(sjabloon),
        eigen=frozenset(eigen),
        geteld=frozenset(geteld),
        organisatie=mag_leveren(wie) or bool(mag(wie, Actie.TOTALEN_LEZEN, object_organisatie())),
    )


def _zichtbaar(regels: Iterable[Bladregel], zicht: _Zicht) -> list[Bladregel]:
    return [
        regel
        for regel in regels
        if (regel.sleutel in zicht.apart if regel.voor is Voor.TEAM else zicht.organisatie)
    ]


def _beeld(
    basis: Basis,
    zicht: _Zicht,
    alle: Sequence[Bladregel],
    selectie: str,
    dag: date,
    ook: str,
) -> Volledigheidsbeeld:
    zichtbaar = _zichtbaar(alle, zicht)
    teams = _per_team(r for r in zichtbaar if r.voor is Voor.TEAM)
    gekozen = {
        code: regels for code, regels in teams.items() if _past(regels[0], selectie, zicht.eigen)
    }
    getoond = [r for r in zichtbaar if r.voor is not Voor.TEAM or r.sleutel in gekozen]
    jaar = basis.uitkomst.horizon.van.jaar
    geteld = _per_team(r for r in alle if r.sleutel in zicht.geteld)
    # Who has teams of his own among others reads about those first.
    uw = bool(geteld and teams)
    van_lezer = [r for r in zichtbaar if r.voor is Voor.TEAM] if uw else zichtbaar
    te_laat = sum(p.te_laat for regel in van_lezer for p in regel.plichten)
    return Volledigheidsbeeld(
        kop=Kop(
            titel=titel(teams, geteld, te_laat, jaar, uw=uw),
            bijschrift=f"Planjaar {jaar} · stand op {notatie.datum_zin(dag)} · data volgens de "
            "planning-en-controlkalender",
        ),
        eerst=eerst(leverregels(van_lezer, dag)),
        bladen=tuple(dict.fromkeys(r.blad for regels in teams.values() for r in regels)),
        teams=tuple(
            Teamrij(
                team=code,
                naam=regels[0].naam,
                compleet=is_compleet(regels),
                cellen=tuple(bladcel(regel) for regel in regels),
            )
            for code, regels in sorted(
                gekozen.items(), key=lambda t: (is_compleet(t[1]), t[1][0].naam.casefold())
            )
        ),
        per_team={code: tuple(map(bladrij, regels)) for code, regels in gekozen.items()},
        sjabloon_voor=zicht.sjabloon,
        anderen=anderen(geteld, jaar, ook_eigen=True) if teams else "",
        ander_jaar=ook,
        leveren=leverregels(getoond, dag),
        organisatie=tuple(bladrij(r) for r in zichtbaar if r.voor is Voor.ORGANISATIE),
        gebieden=tuple(bladrij(r) for r in zichtbaar if r.voor is Voor.GEBIED),
    )


def _per_team(regels: Iterable[Bladregel]) -> Teams:
    teams: dict[str, list[Bladregel]] = {}
    for regel in regels:
        if regel.voor is Voor.TEAM:
            teams.setdefault(regel.sleutel or "", []).append(regel)
    return teams


def _past(regel: Bladregel, selectie: str, eigen: frozenset[str]) -> bool:
    if selectie == EIGEN:
        return regel.sleutel in eigen
    return selectie not in set(Domein) or regel.domein == selectie
