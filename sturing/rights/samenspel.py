"""Who takes part in the talk about the plan: who sees, raises, answers, and lays before whom.

Owns how a place in the plan (ambtelijk opdrachtgever, delegate, strategisch manager of a domain)
meets a right. A place alone is never enough: the object must be readable by a right that Beheer
gave. Figures of groups do not open a talk; who advises on an object, takes part in it, or is of the
team, does. Must never read the database or the clock.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Domein, Rol
from sturing.domain.organisatie import Persoonsrol
from sturing.domain.plan import Plan
from sturing.domain.samenspel import Teamsignaal
from sturing.domain.wie import Herkomst, Wie
from sturing.rights.matrix import Actie
from sturing.rights.objecten import (
    Object,
    Objectsoort,
    Planindex,
    object_opdracht,
    object_organisatie,
    object_team,
)
from sturing.rights.oordeel import mag


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagden:
    """Who must answer: these persons, and with `directie` also whoever has that role."""

    personen: frozenset[PersoonCode]
    directie: bool = False


def eindverantwoordelijken(plan: Plan, domeinen: frozenset[Domein]) -> Gevraagden:
    """The strategisch managers of these domains; without one the directie (sturingskader: "kan
    altijd de strategisch manager als eindverantwoordelijke ambtelijk opdrachtgever geraadpleegd
    worden"). Roles that ended before the data date do not count."""
    managers = _met_rol(plan, Rol.STRATEGISCH_MANAGER)
    gevonden = frozenset(rol.persoon for rol in managers if rol.domein in domeinen)
    if gevonden:
        return Gevraagden(personen=gevonden)
    directie = frozenset(rol.persoon for rol in _met_rol(plan, Rol.DIRECTIE))
    return Gevraagden(personen=directie, directie=True)


def _met_rol(plan: Plan, rol: Rol) -> list[Persoonsrol]:
    return [
        p
        for p in plan.personen
        if p.rol is rol and not (plan.peildatum and p.tot and p.tot < plan.peildatum)
    ]


def gevraagden_bij_opdracht(plan: Plan, index: Planindex, code: OpdrachtCode) -> Gevraagden:
    """Before whom an opdracht is laid: the strategisch manager of its domain."""
    return eindverantwoordelijken(plan, object_opdracht(index, code).domeinen)


def gevraagden_bij_signaal(plan: Plan, index: Planindex, signaal: Teamsignaal) -> Gevraagden:
    """Who answers a signal: opdrachtgever and delegate of its opdracht; without those (or without
    an opdracht) the strategisch manager of the domain of the opdracht or the team."""
    object_ = object_van(index, signaal)
    if object_.personen:
        return Gevraagden(personen=object_.personen)
    return eindverantwoordelijken(plan, object_.domeinen)


def object_van(index: Planindex, signaal: Teamsignaal) -> Object:
    """What a signal is about: its opdracht, or without one its team."""
    if signaal.opdracht is not None:
        return object_opdracht(index, signaal.opdracht)
    return object_team(index, signaal.team or TeamCode(""))


def betrokken(wie: Wie, object_: Object) -> bool:
    """Is `wie` ambtelijk opdrachtgever or delegate of this opdracht?"""
    return object_.soort is Objectsoort.OPDRACHT and (
        wie.persoon in object_.personen or object_.sleutel in wie.eigen_opdrachten
    )


def mag_meelezen(wie: Wie, object_: Object) -> bool:
    """May `wie` read what is said about this object?"""
    if not mag(wie, Actie.TOTALEN_LEZEN, object_):
        return False
    return betrokken(wie, object_) or bool(mag(wie, Actie.ADVISEREN, object_))


def mag_signaal_zien(wie: Wie, index: Planindex, signaal: Teamsignaal) -> bool:
    """May `wie` read this signal? Also who may raise for the team, and who raised it, as long as
    the object may be read."""
    object_ = object_van(index, signaal)
    if mag_meelezen(wie, object_):
        return True
    return bool(mag(wie, Actie.TOTALEN_LEZEN, object_)) and is_van_melder(wie, index, signaal)


def is_van_melder(wie: Wie, index: Planindex, signaal: Teamsignaal) -> bool:
    """Did `wie` raise it, or may `wie` raise for the team that it came from?"""
    if signaal.berichten[0].account == wie.account:
        return True
    return signaal.team is not None and mag_melden(wie, index, signaal.team)


def mag_melden(wie: Wie, index: Planindex, team: TeamCode) -> bool:
    """May `wie` raise a bottleneck of this team?"""
    return bool(mag(wie, Actie.SIGNALEREN, object_team(index, team)))


def mag_voorstellen(wie: Wie, index: Planindex, code: OpdrachtCode) -> bool:
    """May `wie` propose another priority of this opdracht, or change it?"""
    return bool(mag(wie, Actie.PRIORITEIT_WIJZIGEN, object_opdracht(index, code)))


def mag_signaal_beantwoorden(wie: Wie, plan: Plan, index: Planindex, signaal: Teamsignaal) -> bool:
    """May `wie` answer, close or take up this signal: opdrachtgever and delegate of its opdracht;
    where nobody is named, the strategisch manager of the domain or else the directie."""
    if wie.herkomst is Herkomst.LOKAAL:
        return True
    object_ = object_van(index, signaal)
    if betrokken(wie, object_):
        return bool(mag(wie, Actie.TOTALEN_LEZEN, object_))
    if object_.personen:
        return False
    return _is_gevraagd(wie, plan, object_)


def mag_vraag_beantwoorden(wie: Wie, plan: Plan, index: Planindex, code: OpdrachtCode) -> bool:
    """May `wie` answer what was asked about this opdracht, as strategisch manager of its domain (or
    as directie where there is none)?"""
    if wie.herkomst is Herkomst.LOKAAL:
        return True
    return _is_gevraagd(wie, plan, object_opdracht(index, code))


def _is_gevraagd(wie: Wie, plan: Plan, object_: Object) -> bool:
    gevraagd = eindverantwoordelijken(plan, object_.domeinen)
    gemeend = wie.persoon in gevraagd.personen or (gevraagd.directie and _is_directie(wie))
    return gemeend and mag_meelezen(wie, object_)


def mag_voorleggen(wie: Wie, plan: Plan, index: Planindex, code: OpdrachtCode) -> bool:
    """May `wie` lay this opdracht before the strategisch manager: its opdrachtgever, its delegate,
    or the procesverantwoordelijke of the team that carries it out; never to oneself."""
    if wie.herkomst is Herkomst.LOKAAL:
        return True
    object_ = object_opdracht(index, code)
    if wie.persoon in gevraagden_bij_opdracht(plan, index, code).personen:
        return False
    if not mag(wie, Actie.TOTALEN_LEZEN, object_):
        return False
    oordeel = mag(wie, Actie.PRIORITEIT_WIJZIGEN, object_)
    return betrokken(wie, object_) or (
        bool(oordeel) and not oordeel.alleen_voorstel and not _is_directie(wie)
    )


def _is_directie(wie: Wie) -> bool:
    """Only the directie decides for the whole organisation."""
    return bool(mag(wie, Actie.BESLUITEN, object_organisatie()))
