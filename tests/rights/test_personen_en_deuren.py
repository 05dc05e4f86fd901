"""Hours by person, row filters, accounts, the command, and what a refusal says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sturing.domain.codes import MedewerkerCode, OpdrachtCode, TeamCode
from sturing.domain.keuzes import Domein
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.errors import RechtError
from sturing.rights.mag import (
    Actie,
    Object,
    Oordeel,
    eis,
    mag,
    mag_leveren,
    object_account,
    object_medewerker,
    object_opdracht,
    object_organisatie,
    object_scenario,
    object_team,
    zichtbare_opdrachten,
    zichtbare_teams,
)
from tests.rights.voorbeeld import (
    INDEX,
    PLAN,
    objecten,
    wie,
)


def _opdracht(code: str) -> Object:
    return object_opdracht(INDEX, OpdrachtCode(code))


def test_hours_by_person_are_for_the_person_and_for_who_has_the_whole_team() -> None:
    zelf = object_medewerker(INDEX, MedewerkerCode("M-IK"))
    twee = object_medewerker(INDEX, MedewerkerCode("M-TWEE-TEAMS"))
    in_team = object_medewerker(INDEX, MedewerkerCode("M-TWEE-TEAMS"), team=TeamCode("T-EIGEN"))
    ander_team = object_medewerker(INDEX, MedewerkerCode("M-TWEE-TEAMS"), team=TeamCode("T2"))
    actie = Actie.UREN_PER_PERSOON_LEZEN
    assert mag(wie(RechtRol.MEDEWERKER), actie, zelf)
    assert not mag(wie(RechtRol.MEDEWERKER, medewerker=None), actie, zelf)
    ondersteuner = wie(RechtRol.TEAMONDERSTEUNER)
    assert mag(ondersteuner, actie, in_team)
    assert not mag(ondersteuner, actie, twee)
    assert not mag(ondersteuner, actie, ander_team)


def test_directie_managers_and_beheerder_read_no_hours_by_person() -> None:
    for rol in (RechtRol.DIRECTIE, RechtRol.STRATEGISCH_MANAGER, RechtRol.BEHEERDER):
        for _, object_ in objecten():
            assert not mag(wie(rol), Actie.UREN_PER_PERSOON_LEZEN, object_)


def test_totals_are_never_about_one_person() -> None:
    persoon = object_medewerker(INDEX, MedewerkerCode("M-TEAM"))
    for rol in RechtRol:
        assert not mag(wie(rol), Actie.TOTALEN_LEZEN, persoon)


def test_bestuur_sees_its_own_portfolio_by_opdracht_and_groups_of_the_rest() -> None:
    bestuur = wie(RechtRol.BESTUUR)
    codes = [o.opdracht for o in PLAN.opdrachten]
    assert zichtbare_opdrachten(bestuur, INDEX, codes) == {"O-PORTEFEUILLE"}
    assert mag(bestuur, Actie.TOTALEN_LEZEN, object_organisatie()).minimum_groep == 10


def test_the_row_filter_shows_a_team_what_is_asked_of_it_and_nothing_else() -> None:
    medewerker = wie(RechtRol.MEDEWERKER)
    codes = [o.opdracht for o in PLAN.opdrachten]
    assert zichtbare_opdrachten(medewerker, INDEX, codes) == {
        "O-TEAM",
        "O-TEAM-STRATEGISCH",
        "O-INZET",
    }
    assert zichtbare_teams(medewerker, INDEX, [t.team for t in PLAN.teams]) == {"T-EIGEN"}
    assert zichtbare_teams(wie(), INDEX, [t.team for t in PLAN.teams]) == frozenset()


def test_a_code_that_is_not_in_the_plan_is_reached_by_the_organisation_alone() -> None:
    weg = [OpdrachtCode("WEG")]
    assert zichtbare_opdrachten(wie(RechtRol.DIRECTIE), INDEX, weg) == {"WEG"}
    assert zichtbare_opdrachten(wie(RechtRol.PROCESVERANTWOORDELIJKE), INDEX, weg) == frozenset()


def test_nobody_administers_the_own_account_alone() -> None:
    beheerder = wie(RechtRol.BEHEERDER)
    assert mag(beheerder, Actie.GEBRUIKERS_BEHEREN, object_account("collega"))
    with pytest.raises(RechtError, match="eigen account"):
        eis(beheerder, Actie.GEBRUIKERS_BEHEREN, object_account("ik"))


def test_a_scenario_is_for_its_owner() -> None:
    manager = wie(RechtRol.STRATEGISCH_MANAGER)
    assert mag(manager, Actie.EIGEN_SCENARIO, object_scenario("ik"))
    assert not mag(manager, Actie.EIGEN_SCENARIO, object_scenario("collega"))
    assert not mag(wie(RechtRol.BESTUUR), Actie.EIGEN_SCENARIO, object_scenario("ik"))


def test_the_local_user_may_do_everything() -> None:
    lokaal = Wie(account="lokaal", naam="Lokaal", herkomst=Herkomst.LOKAAL)
    for actie in Actie:
        for _, object_ in objecten():
            assert mag(lokaal, actie, object_) == Oordeel(toegestaan=True)
    assert mag_leveren(lokaal)


def test_the_command_reads_totals_and_uploads_and_never_sees_hours_by_person() -> None:
    systeem = Wie(
        account="systeem",
        naam="Systeem",
        herkomst=Herkomst.SYSTEEM,
        toekenningen=(
            Toekenning(rol=RechtRol.TEAMONDERSTEUNER, teams=frozenset({TeamCode("T-EIGEN")})),
        ),
    )
    geheel = object_organisatie()
    assert mag(systeem, Actie.TOTALEN_LEZEN, geheel) == Oordeel(toegestaan=True)
    assert mag(systeem, Actie.TOTALEN_EXPORTEREN, geheel)
    assert mag(systeem, Actie.TEAMBLADEN_LEVEREN, geheel)
    assert mag_leveren(systeem)
    assert not mag(systeem, Actie.BESLUITEN, geheel)
    for _, object_ in objecten():
        assert not mag(systeem, Actie.UREN_PER_PERSOON_LEZEN, object_)


def test_who_may_bring_a_file_at_all() -> None:
    leveraars = {rol for rol in RechtRol if mag_leveren(wie(rol))}
    assert leveraars == {
        RechtRol.STRATEGISCH_MANAGER,
        RechtRol.CONTROLLER,
        RechtRol.PROCESVERANTWOORDELIJKE,
        RechtRol.GEBIEDSMAKELAAR,
        RechtRol.TEAMONDERSTEUNER,
        RechtRol.BEHEERDER,
    }
    assert not mag_leveren(wie())


def test_a_refusal_says_what_which_role_and_whom_to_ask() -> None:
    with pytest.raises(RechtError) as fout:
        eis(wie(RechtRol.MEDEWERKER), Actie.OPDRACHTGEVER_BENOEMEN, _opdracht("O-ANDER"))
    assert fout.value.title == "U mag hier geen opdrachtgever aanwijzen."
    assert (
        fout.value.message == "Dit mag met de rol directie of strategisch manager (eigen domein)."
    )
    assert "Vraag" in fout.value.hint


def test_a_refusal_names_only_roles_that_could_reach_the_object() -> None:
    with pytest.raises(RechtError) as fout:
        eis(wie(), Actie.TOTALEN_LEZEN, _opdracht("O-ANDER"))
    assert "bestuur (eigen portefeuille)" in fout.value.message
    with pytest.raises(RechtError) as fout:
        eis(wie(), Actie.BESLUITEN, object_organisatie())
    assert fout.value.message == "Dit mag met de rol directie."


@pytest.mark.parametrize(
    ("rol", "actie", "code", "woorden"),
    [
        (RechtRol.STRATEGISCH_MANAGER, Actie.BESLUITEN, "O-ANDER", "buiten uw eigen domein."),
        (
            RechtRol.STRATEGISCH_MANAGER,
            Actie.BESLUITEN,
            "O-TWEE-DOMEINEN",
            "valt deels buiten uw eigen domein.",
        ),
        (
            RechtRol.STRATEGISCH_MANAGER,
            Actie.PRIORITEIT_WIJZIGEN,
            "O-ANDER",
            "buiten uw eigen domein en eigen opdrachten.",
        ),
        (RechtRol.PROCESVERANTWOORDELIJKE, Actie.BESLUITEN, "O-ANDER", "buiten uw eigen teams."),
        (
            RechtRol.PROCESVERANTWOORDELIJKE,
            Actie.BESLUITEN,
            "O-TEAM-STRATEGISCH",
            "alleen voor ondersteunend of regulier werk.",
        ),
        (RechtRol.BESTUUR, Actie.TOTALEN_LEZEN, "O-ANDER", "buiten uw eigen portefeuille."),
    ],
)
def test_who_has_the_role_reads_that_it_is_not_given_for_this_object(
    rol: RechtRol, actie: Actie, code: str, woorden: str
) -> None:
    with pytest.raises(RechtError) as fout:
        eis(wie(rol), actie, _opdracht(code))
    assert fout.value.message.endswith(woorden)
    assert rol.value not in f"{fout.value.message} {fout.value.hint}"
    assert fout.value.hint.startswith("Vraag iemand die hierover gaat")


def test_a_right_to_propose_only_is_no_role_for_doing_it() -> None:
    with pytest.raises(RechtError) as fout:
        eis(wie(RechtRol.PROJECTLEIDER), Actie.PRIORITEIT_WIJZIGEN, _opdracht("O-GEVER"))
    assert fout.value.message.startswith("Dit mag met de rol directie")


def test_another_ones_scenario_is_refused_as_that() -> None:
    with pytest.raises(RechtError) as fout:
        eis(wie(RechtRol.DIRECTIE), Actie.EIGEN_SCENARIO, object_scenario("collega"))
    assert fout.value.message == "Dit is van iemand anders."


def test_a_refusal_of_hours_by_person_does_not_send_anyone_to_a_role_that_lacks_them() -> None:
    with pytest.raises(RechtError) as fout:
        eis(
            wie(RechtRol.DIRECTIE),
            Actie.TOTALEN_LEZEN,
            object_medewerker(INDEX, MedewerkerCode("M-TEAM")),
        )
    assert "directie" not in fout.value.message
    assert "teamondersteuner (eigen teams)" in fout.value.message


def test_every_domain_of_the_contract_can_be_given() -> None:
    for domein in Domein:
        toekenning = Toekenning(rol=RechtRol.STRATEGISCH_MANAGER, domein=domein)
        manager = replace(wie(), toekenningen=(toekenning,))
        team = replace(object_team(INDEX, TeamCode("T2")), domeinen=frozenset({domein}))
        assert mag(manager, Actie.TOTALEN_EXPORTEREN, team)
