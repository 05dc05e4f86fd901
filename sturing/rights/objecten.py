"""What is acted on, with everything a right can rest on: domain, persons, areas, teams.

Owns how an opdracht gets its domain: the domein of its opdrachtgever's role in Personen; without
one that of the opdrachtnemer; without both none, and then only organisation-wide rights reach it.
A person with roles in several domains gives several, and who has one of them only does not reach
it: naming somebody in a second domain must never widen a right. Roles that ended before the data
date do not count. Must never know an account or the matrix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from sturing.domain.codes import (
    GebiedCode,
    MedewerkerCode,
    OpdrachtCode,
    PersoonCode,
    ProgrammaCode,
    TeamCode,
)
from sturing.domain.keuzes import Domein, SoortWerk
from sturing.domain.levering import Rij
from sturing.domain.organisatie import Gebied, gebiedsketen
from sturing.domain.plan import Plan
from sturing.domain.werk import Opdracht

Domeinen = frozenset[Domein]
_GEEN: Domeinen = frozenset()
_S = TypeVar("_S")
_W = TypeVar("_W")


class Objectsoort(StrEnum):
    ORGANISATIE = "organisatie"
    DOMEIN = "domein"
    OPDRACHT = "opdracht"
    TEAM = "team"
    GEBIED = "gebied"
    MEDEWERKER = "medewerker"
    ACCOUNT = "account"
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """One thing that a right can reach. Empty sets mean: nothing known, so nothing reaches.

    `personen` are opdrachtgever and delegate, `gebieden` hold the areas above as well, `teams` all
    teams asked, `uitvoerend` the teams that carry it out (the opdrachtnemer; without one all teams
    asked). `account` owns a scenario or is the account itself; `meewerkers` are the accounts that
    may work in the scenario as well.
    """

    soort: Objectsoort
    sleutel: str = ""
    domeinen: Domeinen = _GEEN
    personen: frozenset[PersoonCode] = frozenset()
    portefeuillehouders: frozenset[PersoonCode] = frozenset()
    gebieden: frozenset[GebiedCode] = frozenset()
    teams: frozenset[TeamCode] = frozenset()
    uitvoerend: frozenset[TeamCode] = frozenset()
    soort_werk: SoortWerk | None = None
    account: str | None = None
    meewerkers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planindex:
    """Lookups of one plan, made once; codes that are not in it give objects that only O reaches."""

    opdrachten: Mapping[OpdrachtCode, Opdracht]
    domeinen_persoon: Mapping[PersoonCode, Domeinen]
    domeinen_team: Mapping[TeamCode, Domeinen]
    teams_opdracht: Mapping[OpdrachtCode, frozenset[TeamCode]]
    gebieden_opdracht: Mapping[OpdrachtCode, frozenset[GebiedCode]]
    boven_gebied: Mapping[GebiedCode, frozenset[GebiedCode]]
    teams_medewerker: Mapping[MedewerkerCode, frozenset[TeamCode]]
    portefeuillehouder_programma: Mapping[ProgrammaCode, PersoonCode]
    makelaar_gebied: Mapping[GebiedCode, PersoonCode]

    @classmethod
    def van(cls, plan: Plan) -> Planindex:
        """The index of `plan`."""
        boven = _boven(plan.gebieden)
        return cls(
            opdrachten={o.opdracht: o for o in plan.opdrachten},
            domeinen_persoon=_groepeer(
                (rol.persoon, rol.domein)
                for rol in plan.personen
                if rol.domein is not None
                and not (plan.peildatum and rol.tot and rol.tot < plan.peildatum)
            ),
            domeinen_team={t.team: frozenset({t.domein}) for t in plan.teams},
            teams_opdracht=_groepeer((rij.opdracht, rij.team) for rij in plan.inzet),
            gebieden_opdracht={
                opdracht: frozenset().union(*(boven.get(g, frozenset({g})) for g in gebieden))
                for opdracht, gebieden in _groepeer(
                    (punt.opdracht, punt.gebied)
                    for punt in plan.gebiedsagenda
                    if punt.opdracht is not None
                ).items()
            },
            boven_gebied=boven,
            teams_medewerker=_groepeer((rol.medewerker, rol.team) for rol in plan.teamrollen),
            portefeuillehouder_programma={
                p.programma: p.portefeuillehouder for p in plan.programmas if p.portefeuillehouder
            },
            makelaar_gebied={
                g.gebied: g.gebiedsmakelaar for g in plan.gebieden if g.gebiedsmakelaar
            },
        )

    def met_rijen(self, rijen: Mapping[str, Sequence[Rij]]) -> Planindex:
        """This index with persons and teams that the same upload brings (sheet name -> new rows).

        Domains only add up, so a row in the upload never takes an opdracht out of a domain.
        """
        personen = dict(self.domeinen_persoon)
        for rij in rijen.get("Personen", ()):
            persoon = PersoonCode(str(rij["persoon"]))
            personen[persoon] = personen.get(persoon, _GEEN) | _domein(rij.get("domein"))
        teams = dict(self.domeinen_team)
        for rij in rijen.get("Teams", ()):
            team = TeamCode(str(rij["team"]))
            teams[team] = teams.get(team, _GEEN) | _domein(rij.get("domein"))
        return replace(self, domeinen_persoon=personen, domeinen_team=teams)

    def domeinen_van(self, opdrachtgever: str | None, opdrachtnemer: str | None) -> Domeinen:
        """The domain of an opdracht by who steers it; without that by who carries it out."""
        eerst = self.domeinen_persoon.get(PersoonCode(opdrachtgever or ""), _GEEN)
        return eerst or self.domeinen_team.get(TeamCode(opdrachtnemer or ""), _GEEN)


def _groepeer(paren: Iterable[tuple[_S, _W]]) -> dict[_S, frozenset[_W]]:
    groepen: dict[_S, set[_W]] = defaultdict(set)
    for sleutel, waarde in paren:
        groepen[sleutel].add(waarde)
    return {sleutel: frozenset(waarden) for sleutel, waarden in groepen.items()}


def _boven(gebieden: Sequence[Gebied]) -> dict[GebiedCode, frozenset[GebiedCode]]:
    """Every area with itself and all areas above it."""
    bekend = {g.gebied: g for g in gebieden}
    return {gebied: frozenset(gebiedsketen(gebied, bekend)) for gebied in bekend}


def _domein(waarde: object) -> Domeinen:
    return frozenset({Domein(waarde)}) if isinstance(waarde, str) and waarde else _GEEN


def _personen(*codes: str | None) -> frozenset[PersoonCode]:
    return frozenset(PersoonCode(code) for code in codes if code)


def object_organisatie() -> Object:
    """The organisation as a whole: only O reaches it."""
    return Object(soort=Objectsoort.ORGANISATIE)


def object_domein(domein: Domein) -> Object:
    """The totals of one domain."""
    return Object(soort=Objectsoort.DOMEIN, sleutel=domein, domeinen=frozenset({domein}))


def object_opdracht(index: Planindex, code: OpdrachtCode) -> Object:
    """One opdracht as it stands in the plan."""
    opdracht = index.opdrachten.get(code)
    if opdracht is None:
        return Object(soort=Objectsoort.OPDRACHT, sleutel=code)
    gevraagd = index.teams_opdracht.get(code, frozenset())
    nemer = frozenset({opdracht.opdrachtnemer} if opdracht.opdrachtnemer else ())
    return Object(
        soort=Objectsoort.OPDRACHT,
        sleutel=code,
        domeinen=index.domeinen_van(opdracht.opdrachtgever, opdracht.opdrachtnemer),
        personen=_personen(opdracht.opdrachtgever, opdracht.gedelegeerd_aan),
        portefeuillehouders=frozenset(opdracht.portefeuillehouders),
        gebieden=index.gebieden_opdracht.get(code, frozenset()),
        teams=gevraagd | nemer,
        uitvoerend=nemer or gevraagd,
        soort_werk=opdracht.soort_werk,
    )


def object_team(index: Planindex, code: TeamCode) -> Object:
    """One team and everything that is counted per team."""
    return Object(
        soort=Objectsoort.TEAM,
        sleutel=code,
        domeinen=index.domeinen_team.get(code, _GEEN),
        teams=frozenset({code}),
        uitvoerend=frozenset({code}),
    )


def object_gebied(index: Planindex, code: GebiedCode) -> Object:
    """One area; who owns an area above it, owns it as well. It belongs to no domain."""
    return Object(
        soort=Objectsoort.GEBIED,
        sleutel=code,
        gebieden=index.boven_gebied.get(code, frozenset({code})),
    )


def object_medewerker(
    index: Planindex, code: MedewerkerCode, *, team: TeamCode | None = None
) -> Object:
    """The hours of one pseudonymous person: in `team` only, or (None) in all its teams together.

    "Visible only to the person, the own team's supporter or procesverantwoordelijke": hours in all
    teams together are therefore for who has all those teams. For the hours on an opdracht ask with
    `object_opdracht`.
    """
    alle = index.teams_medewerker.get(code, frozenset())
    teams = alle if team is None else alle & {team}
    return Object(soort=Objectsoort.MEDEWERKER, sleutel=code, teams=teams, uitvoerend=teams)


def object_account(account: str) -> Object:
    """An account with its roles."""
    return Object(soort=Objectsoort.ACCOUNT, sleutel=account, account=account)


def object_scenario(account: str, *, meewerkers: frozenset[str] = frozenset()) -> Object:
    """A scenario (draft) of `account`, in which `meewerkers` may work as well."""
    return Object(soort=Objectsoort.SCENARIO, account=account, meewerkers=meewerkers)
