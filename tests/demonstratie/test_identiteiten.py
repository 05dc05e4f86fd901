"""The switcher offers functions of the organisation, with rights on things that exist."""

from __future__ import annotations

from sturing.demonstratie.identiteiten import IDENTITEITEN, PEILDATUM
from sturing.domain.keuzes import Rol
from sturing.domain.plan import Plan
from sturing.domain.wie import Herkomst, RechtRol


def _rollen(account: str) -> set[RechtRol]:
    wie = next(w for w in IDENTITEITEN if w.account == account)
    return {toekenning.rol for toekenning in wie.toekenningen}


def test_every_identity_has_one_account_and_comes_from_the_demonstration() -> None:
    assert len({wie.account for wie in IDENTITEITEN}) == len(IDENTITEITEN) == 12
    assert {wie.herkomst for wie in IDENTITEITEN} == {Herkomst.DEMONSTRATIE}


def test_there_is_an_identity_for_each_role_with_a_screen_of_its_own() -> None:
    rollen = {toekenning.rol for wie in IDENTITEITEN for toekenning in wie.toekenningen}
    assert rollen == set(RechtRol) - {RechtRol.MEDEWERKER}
    assert _rollen("demo-to-ruimte") == {RechtRol.TEAMONDERSTEUNER}


def test_every_identity_carries_the_name_of_its_function_in_personen(plan: Plan) -> None:
    namen = {regel.persoon: regel.naam for regel in plan.personen}
    gekoppeld = [wie for wie in IDENTITEITEN if wie.persoon]
    assert len(gekoppeld) == 10
    assert all(namen[wie.persoon] == wie.naam for wie in gekoppeld if wie.persoon)


def test_rights_are_on_teams_and_areas_that_exist(plan: Plan) -> None:
    teams = {team.team for team in plan.teams}
    gebieden = {gebied.gebied: gebied for gebied in plan.gebieden}
    for wie in IDENTITEITEN:
        for toekenning in wie.toekenningen:
            assert toekenning.teams <= teams
            assert toekenning.gebieden <= set(gebieden)
            assert all(gebieden[g].gebiedsmakelaar == wie.persoon for g in toekenning.gebieden)


def test_a_strategic_manager_has_the_domain_of_his_role(plan: Plan) -> None:
    domein = {p.persoon: p.domein for p in plan.personen if p.rol is Rol.STRATEGISCH_MANAGER}
    strategisch = [w for w in IDENTITEITEN if w.persoon in domein]
    assert len(strategisch) == 3
    assert all(w.toekenningen[0].domein == domein[w.persoon] for w in strategisch if w.persoon)


def test_the_teamondersteuner_has_the_teams_that_name_him(plan: Plan) -> None:
    wie = next(w for w in IDENTITEITEN if w.account == "demo-to-ruimte")
    eigen = {team.team for team in plan.teams if team.teamondersteuner == wie.persoon}
    assert wie.toekenningen[0].teams == eigen
    assert "T13" in eigen


def test_the_data_date_is_that_of_the_hours(plan: Plan) -> None:
    assert plan.peildatum == PEILDATUM
