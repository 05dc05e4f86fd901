"""Which rows of a workbook may be brought by whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sturing.domain.codes import GebiedCode, PersoonCode, ProgrammaCode
from sturing.domain.levering import Rij
from sturing.domain.organisatie import Programma
from sturing.domain.wie import Herkomst, RechtRol, Wie
from sturing.errors import InvariantError
from sturing.intake.schema import BLADEN
from sturing.rights.mag import Planindex, mag_rij
from tests.rights.voorbeeld import ANDER_DOMEIN, EIGEN_DOMEIN, INDEX, PLAN, wie

TEAMBLADEN = ("Teams", "Capaciteit", "Teamrollen", "Inzet", "Uren", "Teamplannen")
GELDBLADEN = ("Programmas", "Begroting", "Besteding", "Normen")
ONDERSTEUNER = wie(RechtRol.TEAMONDERSTEUNER)
MANAGER = wie(RechtRol.STRATEGISCH_MANAGER)
MAKELAAR = wie(RechtRol.GEBIEDSMAKELAAR)


def _opdracht(**velden: str | None) -> Rij:
    return {"opdracht": "NIEUW", "opdrachtgever": None, "opdrachtnemer": None} | velden


@pytest.mark.parametrize("blad", TEAMBLADEN)
def test_a_team_sheet_is_for_who_has_the_team(blad: str) -> None:
    for rol in (RechtRol.TEAMONDERSTEUNER, RechtRol.PROCESVERANTWOORDELIJKE):
        assert mag_rij(wie(rol), INDEX, blad, {"team": "T-EIGEN"})
        assert not mag_rij(wie(rol), INDEX, blad, {"team": "T2"})
    assert not mag_rij(wie(RechtRol.DIRECTIE), INDEX, blad, {"team": "T-EIGEN"})
    assert mag_rij(wie(RechtRol.BEHEERDER), INDEX, blad, {"team": "T2"})


def test_a_new_team_is_for_the_beheerder() -> None:
    assert not mag_rij(ONDERSTEUNER, INDEX, "Teams", {"team": "T-NIEUW"})
    assert mag_rij(wie(RechtRol.BEHEERDER), INDEX, "Teams", {"team": "T-NIEUW"})


@pytest.mark.parametrize("blad", GELDBLADEN)
def test_money_and_norms_are_for_controller_and_beheerder(blad: str) -> None:
    rij: Rij = {"programma": "P1", "jaar": 2027, "team": "T-EIGEN", "opdracht": "O-DOMEIN"}
    mogen = {rol for rol in RechtRol if mag_rij(wie(rol), INDEX, blad, rij)}
    assert mogen == {RechtRol.CONTROLLER, RechtRol.BEHEERDER}


def test_a_manager_brings_opdrachten_of_the_own_domain() -> None:
    assert mag_rij(MANAGER, INDEX, "Opdrachten", _opdracht(opdrachtgever="BUUR"))
    assert mag_rij(MANAGER, INDEX, "Opdrachten", _opdracht(opdrachtnemer="T-RUIM"))
    assert not mag_rij(MANAGER, INDEX, "Opdrachten", _opdracht(opdrachtgever="COLLEGA"))
    assert not mag_rij(
        MANAGER, INDEX, "Opdrachten", _opdracht(opdrachtgever="COLLEGA", opdrachtnemer="T-RUIM")
    )
    assert not mag_rij(MANAGER, INDEX, "Opdrachten", _opdracht())


def test_an_own_opdracht_outside_the_domain_is_not_a_managers_to_upload() -> None:
    assert not mag_rij(MANAGER, INDEX, "Opdrachten", _opdracht(opdrachtgever="IK"))


def test_a_manager_brings_persons_of_the_own_domain_only() -> None:
    nieuw: Rij = {"persoon": "NIEUW", "domein": EIGEN_DOMEIN.value, "team": None}
    assert mag_rij(MANAGER, INDEX, "Personen", nieuw)
    assert not mag_rij(MANAGER, INDEX, "Personen", {**nieuw, "domein": ANDER_DOMEIN.value})


def test_a_person_without_domein_belongs_to_the_domain_of_the_team() -> None:
    rij: Rij = {"persoon": "NIEUW", "domein": None, "team": "T-RUIM"}
    assert mag_rij(MANAGER, INDEX, "Personen", rij)
    assert not mag_rij(MANAGER, INDEX, "Personen", {**rij, "team": None})


def test_nobody_draws_a_person_of_another_domain_into_the_own_domain() -> None:
    rij: Rij = {"persoon": "COLLEGA", "domein": EIGEN_DOMEIN.value, "team": None}
    assert not mag_rij(MANAGER, INDEX, "Personen", rij)
    assert mag_rij(wie(RechtRol.BEHEERDER), INDEX, "Personen", rij)


def test_an_area_belongs_to_the_domain_of_its_gebiedsmakelaar() -> None:
    assert mag_rij(MANAGER, INDEX, "Gebieden", {"gebied": "G9", "gebiedsmakelaar": "BUUR"})
    assert not mag_rij(MANAGER, INDEX, "Gebieden", {"gebied": "G9", "gebiedsmakelaar": None})
    assert not mag_rij(MAKELAAR, INDEX, "Gebieden", {"gebied": "G-EIGEN", "gebiedsmakelaar": "IK"})


def test_a_doel_belongs_to_the_domain_of_its_portefeuillehouder_or_that_of_its_programma() -> None:
    programma = Programma(
        programma=ProgrammaCode("P1"), naam="P1", portefeuillehouder=PersoonCode("BUUR")
    )
    index = Planindex.van(replace(PLAN, programmas=(programma,)))
    doel: Rij = {"doel": "D1", "portefeuillehouder": None, "programma": None}
    assert mag_rij(MANAGER, index, "Doelen", {**doel, "portefeuillehouder": "BUUR"})
    assert mag_rij(MANAGER, index, "Doelen", {**doel, "programma": "P1"})
    assert not mag_rij(
        MANAGER, index, "Doelen", {**doel, "programma": "P1", "portefeuillehouder": "COLLEGA"}
    )
    assert not mag_rij(MANAGER, index, "Doelen", doel)


def test_the_gebiedsagenda_is_for_the_gebiedsmakelaar_of_the_area_whatever_the_opdracht() -> None:
    assert mag_rij(MAKELAAR, INDEX, "Gebiedsagenda", {"gebied": "G-EIGEN", "opdracht": "O-ANDER"})
    assert mag_rij(MAKELAAR, INDEX, "Gebiedsagenda", {"gebied": "G-WIJK", "opdracht": None})
    assert not mag_rij(MAKELAAR, INDEX, "Gebiedsagenda", {"gebied": "G2", "opdracht": "O-GEBIED"})


def test_the_gebiedsagenda_is_for_the_manager_of_the_domain_of_the_opdracht() -> None:
    assert mag_rij(MANAGER, INDEX, "Gebiedsagenda", {"gebied": "G2", "opdracht": "O-DOMEIN"})
    assert not mag_rij(MANAGER, INDEX, "Gebiedsagenda", {"gebied": "G2", "opdracht": "O-ANDER"})


def test_an_item_without_opdracht_is_for_the_domain_of_the_gebiedsmakelaar() -> None:
    gebieden = tuple(
        replace(g, gebiedsmakelaar=PersoonCode("BUUR")) if g.gebied == "G2" else g
        for g in PLAN.gebieden
    )
    index = Planindex.van(replace(PLAN, gebieden=gebieden))
    rij: Rij = {"gebied": GebiedCode("G2"), "opdracht": None, "vraagstuk": "Leegstand"}
    assert mag_rij(MANAGER, index, "Gebiedsagenda", rij)
    assert not mag_rij(MANAGER, INDEX, "Gebiedsagenda", rij)


@pytest.mark.parametrize("blad", ["Medewerkers", "Afwezigheid"])
def test_a_medewerker_is_for_who_has_one_of_the_teams(blad: str) -> None:
    assert mag_rij(ONDERSTEUNER, INDEX, blad, {"medewerker": "M-TEAM"})
    assert mag_rij(ONDERSTEUNER, INDEX, blad, {"medewerker": "M-TWEE-TEAMS"})
    assert not mag_rij(ONDERSTEUNER, INDEX, blad, {"medewerker": "M-ANDER"})
    assert not mag_rij(ONDERSTEUNER, INDEX, blad, {"medewerker": "M-NIEUW"})
    assert mag_rij(wie(RechtRol.BEHEERDER), INDEX, blad, {"medewerker": "M-NIEUW"})


def test_a_new_medewerker_comes_with_a_teamrol_in_own_teams_only() -> None:
    eigen: Rij = {"medewerker": "M-NIEUW", "team": "T-EIGEN"}
    ander: Rij = {"medewerker": "M-NIEUW", "team": "T2"}
    nieuw: Rij = {"medewerker": "M-NIEUW"}
    assert mag_rij(ONDERSTEUNER, INDEX, "Medewerkers", nieuw, [eigen])
    assert not mag_rij(ONDERSTEUNER, INDEX, "Medewerkers", nieuw, [eigen, ander])


def test_nobody_reaches_a_medewerker_of_another_team_by_giving_a_teamrol() -> None:
    greep: Rij = {"medewerker": "M-ANDER", "team": "T-EIGEN"}
    assert not mag_rij(ONDERSTEUNER, INDEX, "Medewerkers", {"medewerker": "M-ANDER"}, [greep])


def test_persons_and_teams_of_the_same_upload_count_for_their_domain() -> None:
    nieuw: Rij = {"persoon": "NIEUW", "domein": EIGEN_DOMEIN.value, "team": None}
    index = INDEX.met_rijen({"Personen": [nieuw]})
    rij = _opdracht(opdrachtgever="NIEUW")
    assert mag_rij(MANAGER, index, "Opdrachten", rij)
    assert not mag_rij(MANAGER, INDEX, "Opdrachten", rij)


def test_a_person_in_the_upload_never_takes_an_opdracht_out_of_its_domain() -> None:
    greep: Rij = {"persoon": "COLLEGA", "domein": EIGEN_DOMEIN.value, "team": None}
    index = INDEX.met_rijen({"Personen": [greep], "Teams": [{"team": "T2", "domein": "sociaal"}]})
    assert not mag_rij(MANAGER, index, "Opdrachten", _opdracht(opdrachtgever="COLLEGA"))


def test_every_sheet_of_the_contract_has_its_right() -> None:
    lokaal = Wie(account="lokaal", naam="Lokaal", herkomst=Herkomst.LOKAAL)
    systeem = Wie(account="systeem", naam="Systeem", herkomst=Herkomst.SYSTEEM)
    for blad in BLADEN:
        assert mag_rij(lokaal, INDEX, blad.naam, {})
        assert mag_rij(systeem, INDEX, blad.naam, {})
        assert not mag_rij(wie(), INDEX, blad.naam, {})


def test_a_sheet_outside_the_contract_is_a_fault_of_the_program() -> None:
    with pytest.raises(InvariantError, match="Onbekend"):
        mag_rij(ONDERSTEUNER, INDEX, "Onbekend", {})
