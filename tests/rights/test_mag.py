"""Rights by object: the golden file, and the rules of vertrouwen.md by name."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from sturing.domain.codes import GebiedCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Rol
from sturing.domain.organisatie import Persoonsrol
from sturing.domain.wie import RechtRol, Toekenning
from sturing.errors import RechtError
from sturing.rights.mag import (
    Actie,
    Object,
    Oordeel,
    Planindex,
    eis,
    mag,
    object_gebied,
    object_opdracht,
    object_team,
)
from sturing.rights.matrix import Voorwaarde
from tests.rights.voorbeeld import (
    ANDER_DOMEIN,
    EIGEN_DOMEIN,
    GOLDEN,
    INDEX,
    PLAN,
    objecten,
    tabel,
    wie,
)


def _opdracht(code: str) -> Object:
    return object_opdracht(INDEX, OpdrachtCode(code))


def test_every_role_action_and_object_equals_the_golden_file() -> None:
    rijen = list(csv.reader(StringIO(tabel())))
    golden = list(csv.reader(StringIO(GOLDEN.read_text(encoding="utf-8"))))
    assert sum(len(rij) - 2 for rij in golden[1:]) >= 1000
    anders = [(a, b) for a, b in zip(rijen, golden, strict=True) if a != b]
    assert anders == []


def test_without_a_role_nothing_is_allowed() -> None:
    """Also not for a person who is named everywhere in the plan: no default role."""
    for actie in Actie:
        for _, object_ in objecten():
            assert not mag(wie(), actie, object_)


def test_personen_never_grants_a_right() -> None:
    """IK is named as procesverantwoordelijke of T2 and as manager of another domain."""
    plan = replace(
        PLAN,
        personen=(
            *PLAN.personen,
            Persoonsrol(
                persoon=PersoonCode("IK"),
                naam="IK",
                rol=Rol.PROCESVERANTWOORDELIJKE,
                team=TeamCode("T2"),
                domein=ANDER_DOMEIN,
            ),
        ),
        teams=tuple(replace(t, teamondersteuner=PersoonCode("IK")) for t in PLAN.teams),
        gebieden=tuple(replace(g, gebiedsmakelaar=PersoonCode("IK")) for g in PLAN.gebieden),
    )
    index = Planindex.van(plan)
    ik = wie(RechtRol.PROCESVERANTWOORDELIJKE, RechtRol.GEBIEDSMAKELAAR, RechtRol.TEAMONDERSTEUNER)
    assert not mag(ik, Actie.TEAMBLADEN_LEVEREN, object_team(index, TeamCode("T2")))
    assert not mag(ik, Actie.UREN_PER_PERSOON_LEZEN, object_team(index, TeamCode("T2")))
    assert not mag(ik, Actie.AGENDA_LEVEREN, object_gebied(index, GebiedCode("G2")))


def test_roles_combine_as_a_union() -> None:
    beide = wie(RechtRol.TEAMONDERSTEUNER, RechtRol.STRATEGISCH_MANAGER)
    for actie in Actie:
        for _, object_ in objecten():
            los = [
                bool(mag(wie(rol), actie, object_))
                for rol in (RechtRol.TEAMONDERSTEUNER, RechtRol.STRATEGISCH_MANAGER)
            ]
            assert bool(mag(beide, actie, object_)) == any(los)


def test_the_widest_of_two_grants_answers() -> None:
    team = object_team(INDEX, TeamCode("T-EIGEN"))
    oordeel = mag(wie(RechtRol.BESTUUR, RechtRol.MEDEWERKER), Actie.TOTALEN_LEZEN, team)
    assert oordeel == Oordeel(toegestaan=True, geaggregeerd=True, minimum_groep=5)
    assert not oordeel.per_rij
    oordeel = mag(wie(RechtRol.BESTUUR, RechtRol.TEAMONDERSTEUNER), Actie.TOTALEN_LEZEN, team)
    assert oordeel == Oordeel(toegestaan=True)
    assert oordeel.per_rij
    assert not mag(wie(), Actie.TOTALEN_LEZEN, team).per_rij


def test_the_domain_of_an_opdracht_is_that_of_its_opdrachtgever_before_its_opdrachtnemer() -> None:
    assert _opdracht("O-DOMEIN").domeinen == {EIGEN_DOMEIN}
    assert _opdracht("O-NEMER-DOMEIN").domeinen == {EIGEN_DOMEIN}
    assert _opdracht("O-TEAM").domeinen == {ANDER_DOMEIN}


def test_without_opdrachtgever_and_opdrachtnemer_only_organisation_wide_rights_reach() -> None:
    los = _opdracht("O-ZONDER-DOMEIN")
    assert mag(wie(RechtRol.DIRECTIE), Actie.PRIORITEIT_WIJZIGEN, los)
    for rol in RechtRol:
        if rol is not RechtRol.DIRECTIE:
            assert not mag(wie(rol), Actie.PRIORITEIT_WIJZIGEN, los)


def test_naming_somebody_in_a_second_domain_never_widens_a_right() -> None:
    ander = Persoonsrol(
        persoon=PersoonCode("COLLEGA"),
        naam="COLLEGA",
        rol=Rol.STRATEGISCH_MANAGER,
        domein=EIGEN_DOMEIN,
    )
    index = Planindex.van(replace(PLAN, personen=(*PLAN.personen, ander)))
    van_collega = object_opdracht(index, OpdrachtCode("O-GEBIED"))
    assert not mag(wie(RechtRol.STRATEGISCH_MANAGER), Actie.PRIORITEIT_WIJZIGEN, van_collega)


def test_two_roles_together_reach_an_opdracht_of_both_domains() -> None:
    beide = replace(
        wie(),
        toekenningen=tuple(
            Toekenning(rol=RechtRol.STRATEGISCH_MANAGER, domein=domein)
            for domein in (EIGEN_DOMEIN, ANDER_DOMEIN)
        ),
    )
    assert mag(beide, Actie.BESLUITEN, _opdracht("O-TWEE-DOMEINEN"))


def test_a_role_that_ended_before_the_data_date_gives_no_domain() -> None:
    oud = tuple(
        replace(rol, tot=date(2025, 12, 31))
        if (rol.persoon, rol.domein) == ("TWEE", ANDER_DOMEIN)
        else rol
        for rol in PLAN.personen
    )
    index = Planindex.van(replace(PLAN, personen=oud, peildatum=date(2026, 10, 31)))
    opdracht = object_opdracht(index, OpdrachtCode("O-TWEE-DOMEINEN"))
    assert opdracht.domeinen == {EIGEN_DOMEIN}


def test_a_manager_without_a_domain_reaches_no_domain() -> None:
    zonder = replace(wie(), toekenningen=(Toekenning(rol=RechtRol.STRATEGISCH_MANAGER),))
    for _, object_ in objecten():
        assert not mag(zonder, Actie.BESLUITEN, object_)


def test_a_manager_decides_in_the_own_domain_when_nobody_outside_gets_less() -> None:
    manager = wie(RechtRol.STRATEGISCH_MANAGER)
    oordeel = mag(manager, Actie.BESLUITEN, _opdracht("O-DOMEIN"))
    assert oordeel.voorwaarde is Voorwaarde.NIEMAND_BUITEN_LEVERT_IN
    assert not mag(manager, Actie.BESLUITEN, _opdracht("O-GEVER"))


def test_a_delegate_may_propose_in_his_own_opdracht_and_not_change_it() -> None:
    leider = wie(RechtRol.PROJECTLEIDER)
    oordeel = mag(leider, Actie.PRIORITEIT_WIJZIGEN, _opdracht("O-GEDELEGEERD"))
    assert oordeel.toegestaan
    assert oordeel.alleen_voorstel
    with pytest.raises(RechtError, match="wel voorstellen"):
        eis(leider, Actie.PRIORITEIT_WIJZIGEN, _opdracht("O-GEDELEGEERD"))
    assert eis(
        leider, Actie.PRIORITEIT_WIJZIGEN, _opdracht("O-GEDELEGEERD"), voorstel=True
    ).alleen_voorstel


def test_an_opdracht_given_to_the_account_is_own_as_well() -> None:
    leider = wie(RechtRol.PROJECTLEIDER, eigen_opdrachten=frozenset({OpdrachtCode("O-ANDER")}))
    assert mag(leider, Actie.TOTALEN_LEZEN, _opdracht("O-ANDER"))
    assert not mag(leider, Actie.TOTALEN_LEZEN, _opdracht("O-INZET"))


def test_an_account_without_persoon_owns_no_opdracht_without_opdrachtgever() -> None:
    leider = wie(RechtRol.PROJECTLEIDER, persoon=None)
    assert not mag(leider, Actie.TOTALEN_LEZEN, _opdracht("O-ZONDER-DOMEIN"))


def test_who_owns_an_area_owns_the_areas_below_it() -> None:
    makelaar = wie(RechtRol.GEBIEDSMAKELAAR)
    assert mag(makelaar, Actie.AGENDA_LEVEREN, object_gebied(INDEX, GebiedCode("G-WIJK")))
    onder = Toekenning(rol=RechtRol.GEBIEDSMAKELAAR, gebieden=frozenset({GebiedCode("G-WIJK")}))
    wijk = replace(makelaar, toekenningen=(onder,))
    assert not mag(wijk, Actie.AGENDA_LEVEREN, object_gebied(INDEX, GebiedCode("G-EIGEN")))


def test_a_circle_in_the_tree_of_areas_ends() -> None:
    gebieden = tuple(
        replace(g, valt_onder=GebiedCode("G-WIJK")) if g.gebied == "G-EIGEN" else g
        for g in PLAN.gebieden
    )
    index = Planindex.van(replace(PLAN, gebieden=gebieden))
    assert index.boven_gebied[GebiedCode("G-WIJK")] == {"G-WIJK", "G-EIGEN"}
