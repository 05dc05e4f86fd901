"""What every check of an afspraak reads: a result, the day, the delegations, and lookups of them.

Owns which day is looked at and which roles hold on it. Must never read the clock: the day is an
argument. `peildag` is that day, but never before the first or after the last day of the horizon.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sturing.domain.codes import GebiedCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Domein, Rol
from sturing.domain.organisatie import Gebied, Persoonsrol, Team
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.werk import Opdracht
from sturing.domain.wijziging import Opdrachtgeverschap
from sturing.engine.uitkomst import Uitkomst

Delegaties = Mapping[OpdrachtCode, Opdrachtgeverschap]


def rolnaam(rol: Rol) -> str:
    """How a role is written in a sentence."""
    return rol.value.replace("coordinerend", "coördinerend")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsstof:
    """One plan (in force, or after the changes of a scenario) as the checks read it.

    `lopend` are the opdrachten that claim, by code: "op elke opdracht wordt gestuurd". `rollen`
    are the roles of a person on the `peildag`; who has none then is not in it.
    """

    uitkomst: Uitkomst
    plan: Plan
    peildag: date
    delegaties: Delegaties
    lopend: tuple[Opdracht, ...]
    opdrachten: Mapping[OpdrachtCode, Opdracht]
    teams: Mapping[TeamCode, Team]
    gebieden: Mapping[GebiedCode, Gebied]
    rollen: Mapping[PersoonCode, frozenset[Rol]]
    namen: Mapping[PersoonCode, str]
    managers: Mapping[Domein, PersoonCode]
    domein_van: Mapping[PersoonCode, frozenset[Domein]]
    directie: PersoonCode | None

    @property
    def horizon(self) -> Horizon:
        return self.uitkomst.horizon

    def naam(self, persoon: PersoonCode | None) -> str:
        """How a person or function is called; its code when the plan does not know it."""
        return self.namen.get(persoon, persoon) if persoon else "niemand"

    def rolwoord(self, persoon: PersoonCode) -> str:
        """The roles of a person in words."""
        return " en ".join(sorted(map(rolnaam, self.rollen.get(persoon, ())))) or "geen rol"

    def eindverantwoordelijke(self, opdracht: Opdracht) -> PersoonCode | None:
        """Who may name or delegate: the strategisch manager of the domain of the opdracht, else
        the directie. An opdracht of the directie itself is for the directie."""
        gever = opdracht.opdrachtgever
        if gever and Rol.DIRECTIE in self.rollen.get(gever, frozenset()):
            return gever
        domeinen = self.domein_van.get(gever, frozenset()) if gever else frozenset()
        nemer = self.teams.get(opdracht.opdrachtnemer) if opdracht.opdrachtnemer else None
        if not domeinen and nemer is not None:
            domeinen = frozenset({nemer.domein})
        gevonden = sorted(self.managers[d] for d in domeinen if d in self.managers)
        return gevonden[0] if gevonden else self.directie


def toetsstof(uitkomst: Uitkomst, dag: date, delegaties: Delegaties | None = None) -> Toetsstof:
    """The plan of `uitkomst`, after its changes, looked at on `dag`.

    `delegaties` are those that decisions laid down; those of the changes of `uitkomst` count too.
    """
    plan = uitkomst.stand.plan
    eerste, laatste = uitkomst.horizon.van.eerste_dag, uitkomst.horizon.tot.laatste_dag
    peildag = min(max(dag, eerste), laatste)
    geldig = [rol for rol in plan.personen if _geldt(rol, peildag)]
    rollen: dict[PersoonCode, set[Rol]] = defaultdict(set)
    domeinen: dict[PersoonCode, set[Domein]] = defaultdict(set)
    managers: dict[Domein, PersoonCode] = {}
    for rol in sorted(geldig, key=lambda r: r.persoon):
        rollen[rol.persoon].add(rol.rol)
        if rol.domein is not None:
            domeinen[rol.persoon].add(rol.domein)
            if rol.rol is Rol.STRATEGISCH_MANAGER:
                managers.setdefault(rol.domein, rol.persoon)
    alle = dict(delegaties or {})
    for wijziging in uitkomst.wijzigingen:
        if isinstance(wijziging, Opdrachtgeverschap) and wijziging.delegatie:
            alle[wijziging.opdracht] = wijziging
    opdrachten = {o.opdracht: o for o in sorted(plan.opdrachten, key=lambda o: o.opdracht)}
    return Toetsstof(
        uitkomst=uitkomst,
        plan=plan,
        peildag=peildag,
        delegaties=alle,
        lopend=tuple(o for o in opdrachten.values() if o.status.vraagt),
        opdrachten=opdrachten,
        gebieden={g.gebied: g for g in sorted(plan.gebieden, key=lambda g: g.gebied)},
        teams={t.team: t for t in sorted(plan.teams, key=lambda t: t.team)},
        rollen={persoon: frozenset(set_) for persoon, set_ in rollen.items()},
        namen={rol.persoon: rol.naam for rol in plan.personen},
        managers=managers,
        domein_van={persoon: frozenset(set_) for persoon, set_ in domeinen.items()},
        directie=min((p for p, set_ in rollen.items() if Rol.DIRECTIE in set_), default=None),
    )


def _geldt(rol: Persoonsrol, dag: date) -> bool:
    return (rol.van or date.min) <= dag <= (rol.tot or date.max)
