"""Every afspraak by hand: a plan that keeps to it, and the same plan with one thing broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sturing.analyses.afspraken.regels import STANDAARD
from sturing.analyses.afspraken.stof import toetsstof
from sturing.analyses.afspraken.toets import toets
from sturing.domain.codes import DoelCode, GebiedCode, OpdrachtCode, PersoonCode, ProgrammaCode
from sturing.domain.keuzes import (
    DoelBron,
    Domein,
    GebiedSoort,
    Initiatief,
    Rol,
    SoortWerk,
    Status,
    TeamSoort,
)
from sturing.domain.organisatie import Capaciteitsregel, Doel, Gebied, Persoonsrol
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wijziging import Opdrachtgeverschap
from sturing.engine.uitkomst import reken
from tests.analyses.afspraakplan import (
    DAG,
    GOED,
    JAAR,
    WERK,
    agendapunt,
    geboekt,
    met,
    open_bij,
    persoon,
    planregel,
    team,
    uitslag,
    zonder_rol,
)

BIJ_SOORT = {
    SoortWerk.STRATEGISCHE_AGENDA: ("STR", "ROL_STRATEGISCH"),
    SoortWerk.PROGRAMMABEGROTING: ("BEG", "ROL_BEGROTING"),
    SoortWerk.GEBIEDSAGENDA: ("GEB", "ROL_GEBIED"),
    SoortWerk.REGULIER: ("REG", "ROL_REGULIER"),
    SoortWerk.ONDERSTEUNEND: ("OND", "ROL_ONDERSTEUNEND"),
    SoortWerk.AFSTEMMING_BESTUUR: ("BES", "ROL_BESTUUR"),
}
IN_HET_TEAM = ("PV1", "TO", "GM", "PL", "CM", "BM")
NOOIT = ("CON", "W")


def door(code: str, gever: str | None) -> Plan:
    return met(code, opdrachtgever=PersoonCode(gever) if gever else None)


def gedelegeerd(aan: str, code: str = "STR") -> Plan:
    return met(code, gedelegeerd_aan=PersoonCode(aan))


def delegatie(aan: str = "PL", **velden: Any) -> Opdrachtgeverschap:
    basis: dict[str, Any] = {
        "van": date(2026, 6, 1),
        "tot": date(2027, 12, 31),
        "reden": "kennis in het team",
    }
    return Opdrachtgeverschap(
        opdracht=OpdrachtCode("STR"), delegatie=True, nieuw=PersoonCode(aan), **(basis | velden)
    )


def test_a_plan_that_keeps_to_everything_has_no_point() -> None:
    stof = toetsstof(reken(GOED, JAAR), DAG)
    for rij in toets(stof, STANDAARD, ()):
        assert rij.open == (), rij.afspraak.code


def test_an_empty_plan_has_nothing_to_test() -> None:
    stof = toetsstof(reken(Plan(), JAAR), DAG)
    assert all(rij.objecten == () for rij in toets(stof, STANDAARD, ()))


def test_an_opdracht_without_opdrachtgever_is_a_point() -> None:
    assert open_bij("OPDRACHTGEVER_EEN", door("REG", None)) == {
        "REG": "Er is geen ambtelijk opdrachtgever."
    }


@pytest.mark.parametrize("status", [s for s in Status if not s.vraagt])
def test_only_work_that_claims_must_have_an_opdrachtgever(status: Status) -> None:
    plan = met("REG", opdrachtgever=None, status=status)
    assert open_bij("OPDRACHTGEVER_EEN", plan) == {}


def test_an_opdrachtgever_without_a_role_on_the_day_is_none() -> None:
    voorbij = replace(
        GOED,
        personen=tuple(
            replace(p, tot=date(2026, 12, 31)) if p.persoon == "PV1" else p for p in GOED.personen
        ),
    )
    fout = {"REG": "Naam PV1 is opdrachtgever, maar heeft nu geen rol in het plan."}
    # The plan year is looked at from its first day, also on a day in the year before.
    assert open_bij("OPDRACHTGEVER_EEN", voorbij) == fout
    onbekend = open_bij("OPDRACHTGEVER_EEN", zonder_rol("PV1"))
    assert list(onbekend) == ["REG"]
    assert open_bij("ROL_REGULIER", zonder_rol("PV1")) == {}


@pytest.mark.parametrize("soort", BIJ_SOORT)
@pytest.mark.parametrize("gever", NOOIT)
def test_a_controller_or_portefeuillehouder_is_never_opdrachtgever(
    soort: SoortWerk, gever: str
) -> None:
    code, regel = BIJ_SOORT[soort]
    assert list(open_bij(regel, door(code, gever))) == [code]


@pytest.mark.parametrize("gever", IN_HET_TEAM)
def test_row_1_strategic_work_lies_with_a_strategisch_manager(gever: str) -> None:
    assert list(open_bij("ROL_STRATEGISCH", door("STR", gever))) == ["STR"]


def test_row_1_the_directie_may_with_a_reason_only() -> None:
    plan = door("STR", "DIR")
    assert open_bij("ROL_STRATEGISCH", plan) == {}
    assert open_bij("ROL_STRATEGISCH_DIRECTIE", plan) == {
        "STR": "Naam DIR is opdrachtgever van strategisch werk. Dat mag, met een reden."
    }
    assert open_bij("ROL_DIRECTIE", plan) == {}


@pytest.mark.parametrize("code", ["BEG", "GEB"])
@pytest.mark.parametrize("gever", IN_HET_TEAM)
def test_rows_2_and_3_in_a_team_the_role_is_delegated_by_somebody(code: str, gever: str) -> None:
    plan = door(code, gever)
    assert open_bij("ROL_BEGROTING", plan) == open_bij("ROL_GEBIED", plan) == {}
    assert open_bij("DELEGATIE_WIE", plan) == {
        code: f"Naam {gever} is opdrachtgever. Niet vastgelegd is wie de rol delegeerde."
    }


@pytest.mark.parametrize("code", ["BEG", "GEB"])
def test_rows_2_and_3_a_strategisch_manager_who_delegates_is_as_it_should_be(code: str) -> None:
    rij = uitslag("DELEGATIE_WIE", met(code, gedelegeerd_aan=PersoonCode("PL")))
    assert [g.toetsing.naam for g in rij.objecten] == [code]
    assert rij.open == ()


@pytest.mark.parametrize("code", ["REG", "OND"])
@pytest.mark.parametrize("gever", IN_HET_TEAM)
def test_rows_4_and_5_regular_and_supporting_work_lies_in_the_teams(code: str, gever: str) -> None:
    plan = door(code, gever)
    for regel in ("ROL_REGULIER", "ROL_ONDERSTEUNEND", "REGULIER_IN_TEAM", "ONDERSTEUNEND_IN_TEAM"):
        assert open_bij(regel, plan) == {}


def test_rows_4_and_5_a_strategisch_manager_there_asks_a_reason() -> None:
    assert list(open_bij("REGULIER_IN_TEAM", door("REG", "SM"))) == ["REG"]
    assert list(open_bij("ONDERSTEUNEND_IN_TEAM", door("OND", "SM"))) == ["OND"]
    assert open_bij("REGULIER_IN_TEAM", door("OND", "SM")) == {}


@pytest.mark.parametrize("gever", IN_HET_TEAM)
def test_row_6_talk_with_the_bestuur_lies_with_any_opdrachtgever(gever: str) -> None:
    assert open_bij("ROL_BESTUUR", door("BES", gever)) == {}


@pytest.mark.parametrize("code", ["BEG", "GEB", "REG", "OND", "BES"])
def test_other_work_of_the_directie_asks_a_reason(code: str) -> None:
    assert list(open_bij("ROL_DIRECTIE", door(code, "DIR"))) == [code]


def test_of_a_person_with_two_roles_the_one_that_fits_counts() -> None:
    ook_manager = Persoonsrol(
        persoon=PersoonCode("PL"),
        naam="Naam PL",
        rol=Rol.STRATEGISCH_MANAGER,
        domein=Domein.RUIMTELIJK,
    )
    plan = door("STR", "PL")
    assert open_bij("ROL_STRATEGISCH", plan) != {}
    assert open_bij("ROL_STRATEGISCH", replace(plan, personen=(*plan.personen, ook_manager))) == {}


def test_more_opdrachten_than_the_threshold_is_a_point() -> None:
    # SM has STR, BEG, GEB and BES.
    assert open_bij("OPDRACHTGEVER_SPAN", GOED, drempel=4) == {}
    assert open_bij("OPDRACHTGEVER_SPAN", GOED, drempel=3) == {
        "Naam SM": "Naam SM is opdrachtgever van 4 opdrachten, 1 meer dan afgesproken."
    }


def test_what_rests_on_several_opdrachten_names_them_all() -> None:
    rij = uitslag("OPDRACHTGEVER_SPAN", GOED, drempel=3)
    manager = next(g for g in rij.objecten if g.toetsing.naam == "Naam SM")
    assert set(manager.toetsing.rust_op) == {"STR", "BEG", "GEB", "BES"}


@pytest.mark.parametrize("aan", ["SM", "DIR", *NOOIT])
def test_delegating_goes_to_a_role_that_may_have_it(aan: str) -> None:
    assert list(open_bij("DELEGATIE_ROL", gedelegeerd(aan))) == ["STR"]


@pytest.mark.parametrize("aan", IN_HET_TEAM)
def test_delegating_to_the_roles_of_the_text_is_fine(aan: str) -> None:
    assert open_bij("DELEGATIE_ROL", gedelegeerd(aan)) == {}


def test_nobody_delegates_to_oneself() -> None:
    plan = met("REG", gedelegeerd_aan=PersoonCode("PV1"))
    assert open_bij("DELEGATIE_ROL", plan) == {
        "REG": "Naam PV1 is opdrachtgever en delegeerde aan zichzelf."
    }


def test_a_delegation_without_decision_is_not_laid_down() -> None:
    assert open_bij("DELEGATIE_VAST", gedelegeerd("PL")) == {
        "STR": "Gedelegeerd aan Naam PL, zonder begin, einde en reden."
    }


def test_a_decided_delegation_needs_its_start_its_end_and_its_reason() -> None:
    plan = gedelegeerd("PL")
    assert open_bij("DELEGATIE_VAST", plan, delegaties=[delegatie()]) == {}
    open_einde = [delegatie(tot=None, reden="")]
    assert open_bij("DELEGATIE_VAST", plan, delegaties=open_einde) == {
        "STR": "Gedelegeerd aan Naam PL, zonder einde en reden."
    }


def test_a_delegation_is_over_the_day_after_its_last() -> None:
    plan = gedelegeerd("PL")
    laatste = [delegatie(tot=date(2027, 3, 31))]
    assert open_bij("DELEGATIE_VERLOPEN", plan, delegaties=laatste, dag=date(2027, 3, 31)) == {}
    assert open_bij("DELEGATIE_VERLOPEN", plan, delegaties=laatste, dag=date(2027, 4, 1)) == {
        "STR": "De delegatie aan Naam PL liep tot en met 31-03-2027."
    }
    # Then nobody knows whom the portefeuillehouder must turn to.
    wie = open_bij("AANSPREEKPUNT_EEN", plan, delegaties=laatste, dag=date(2027, 4, 1))
    assert "Niet duidelijk is wie nu het aanspreekpunt is: Naam PL of Naam SM." in wie["STR"]


def test_a_delegation_of_the_draft_counts_before_that_of_a_decision() -> None:
    anders = delegatie(tot=None, oud=PersoonCode("PL"))
    stof = toetsstof(
        reken(gedelegeerd("PL"), JAAR, [anders]), DAG, {OpdrachtCode("STR"): delegatie()}
    )
    assert stof.delegaties[OpdrachtCode("STR")].tot is None


def test_an_opdracht_that_hangs_nowhere_is_a_point() -> None:
    los = met("STR", doel=None)
    assert list(open_bij("VERBAND", los)) == ["STR"]
    assert open_bij("VERBAND", met("STR", doel=None, programma=ProgrammaCode("P1"))) == {}
    assert list(open_bij("VERBAND", replace(GOED, gebiedsagenda=()))) == ["GEB"]
    # Regular work hangs on itself.
    assert open_bij("VERBAND", met("REG", doel=None)) == {}


@pytest.mark.parametrize("bron", DoelBron)
def test_strategic_work_serves_the_strategic_agenda_a_region_or_the_raad(bron: DoelBron) -> None:
    plan = replace(GOED, doelen=(Doel(doel=DoelCode("D1"), naam="Doel", bron=bron),))
    goed = {DoelBron.STRATEGISCHE_AGENDA, DoelBron.REGIONALE_AFSPRAAK, DoelBron.RAADSKADER}
    assert bool(open_bij("SOORT_PAST_BIJ_DOEL", plan)) == (bron not in goed)


def test_the_kind_of_work_fits_what_it_hangs_on() -> None:
    assert open_bij("SOORT_PAST_BIJ_DOEL", met("STR", doel=None)) == {
        "STR": "Strategisch werk, maar zonder doel."
    }
    assert list(open_bij("SOORT_PAST_BIJ_DOEL", met("BEG", programma=None))) == ["BEG"]
    assert list(open_bij("SOORT_PAST_BIJ_DOEL", replace(GOED, gebiedsagenda=()))) == ["GEB"]


def test_a_goal_without_running_work_is_a_point() -> None:
    plan = met("STR", status=Status.PARKEERPLAATS)
    assert list(open_bij("DOEL_MET_WERK", plan)) == ["Meer huizen"]


def test_every_team_has_a_plan_for_the_year_in_which_it_exists() -> None:
    plan = replace(GOED, teamplannen=(planregel("T1"),))
    assert open_bij("TEAMPLAN", plan) == {"T2": "Er is nog geen teamplan voor 2027."}
    opgeheven = (GOED.teams[0], team("T2", Domein.BEDRIJFSVOERING, tot=date(2026, 12, 31)))
    assert open_bij("TEAMPLAN", replace(plan, teams=opgeheven)) == {}
    ander_jaar = replace(GOED, teamplannen=(planregel("T1"), replace(planregel("T2"), jaar=2026)))
    assert list(open_bij("TEAMPLAN", ander_jaar)) == ["T2"]


@pytest.mark.parametrize("regel", ["TEAMPLAN", "TEAM_ONDERSTEUNING", "TEAM_ZELFORGANISATIE"])
def test_of_a_team_that_ended_before_the_period_nothing_is_asked(regel: str) -> None:
    kaal = team(
        "T2",
        Domein.BEDRIJFSVOERING,
        tot=date(2027, 3, 31),
        teamondersteuner=None,
        zelforganisatie=None,
    )
    plan = replace(GOED, teams=(GOED.teams[0], kaal), teamplannen=(planregel("T1"),))
    open_na = [
        [
            g.toetsing.naam
            for g in uitslag(regel, plan, horizon=Horizon(begin, Maand(2027, 12))).open
        ]
        for begin in (Maand(2027, 3), Maand(2027, 4))
    ]
    assert open_na == [["T2"], []]


def test_a_plan_answers_the_questions() -> None:
    kaal = planregel("T2", opgave=None, kwaliteit=None, opdracht=None, nodig_van_partner=None)
    plan = replace(GOED, teamplannen=(planregel("T1"), kaal))
    assert open_bij("TEAMPLAN_VRAGEN", plan) == {
        "T2": "In het teamplan ontbreekt: de opgave, de kwaliteit, de opdracht of het doel, wat "
        "nodig is van andere teams of partners."
    }
    assert open_bij("TEAMPLAN_VRAGEN", replace(GOED, teamplannen=())) == {}


def test_an_opdracht_names_what_it_delivers_and_how_well() -> None:
    assert open_bij("RESULTAAT_EN_KWALITEIT", met("REG", resultaat=None)) == {
        "REG": "Het resultaat ontbreekt."
    }
    beide = open_bij("RESULTAAT_EN_KWALITEIT", met("REG", resultaat=None, kwaliteit=None))
    assert beide == {"REG": "Het resultaat en de kwaliteit ontbreken."}


def agenda(**velden: Any) -> Plan:
    return replace(GOED, gebiedsagenda=(agendapunt(**velden),))


def test_an_item_without_opdracht_has_no_opdrachtgever() -> None:
    waar = "Kern: Te weinig bankjes"
    assert open_bij("AGENDA_OPDRACHTGEVER", agenda(opdracht=None)) == {
        waar: "Er is nog geen opdracht, en dus geen opdrachtgever."
    }
    assert list(open_bij("AGENDA_OPDRACHTGEVER", door("GEB", None))) == [waar]


@pytest.mark.parametrize("wie", [Initiatief.PARTNERS, Initiatief.INWONERS])
def test_an_item_of_others_needs_no_opdracht_as_long_as_it_is_theirs(wie: Initiatief) -> None:
    van_hen = {"opdracht": None, "initiatief": wie, "bijdrage_partners": "zetten bankjes neer"}
    plan = agenda(**van_hen, bijdrage_gemeente=None)
    assert uitslag("AGENDA_OPDRACHTGEVER", plan).objecten == ()
    assert open_bij("AGENDA_ANDEREN", plan) == open_bij("AGENDA_BIJDRAGE", plan) == {}
    mee = open_bij("AGENDA_ANDEREN", agenda(**van_hen))
    assert list(mee.values()) == [
        "De gemeente draagt bij, maar er is geen opdracht en geen opdrachtgever."
    ]
    leeg = agenda(opdracht=None, initiatief=wie, bijdrage_gemeente=None)
    assert list(open_bij("AGENDA_ANDEREN", leeg).values()) == [
        "Er is geen opdracht, en er staat niet wat de anderen doen."
    ]


def test_an_item_says_who_does_what() -> None:
    zinnen = open_bij("AGENDA_BIJDRAGE", agenda(initiatief=None, bijdrage_gemeente=None)).values()
    assert list(zinnen) == ["Er staat niet van wie het initiatief is en wat de gemeente bijdraagt."]


def test_a_kern_has_an_agenda_also_through_its_wijken() -> None:
    assert list(open_bij("AGENDA_PER_KERN", replace(GOED, gebiedsagenda=()))) == ["Kern"]
    wijk = Gebied(
        gebied=GebiedCode("W1"),
        naam="Wijk",
        soort=GebiedSoort.WIJK,
        valt_onder=GebiedCode("K1"),
    )
    in_wijk = replace(agendapunt(), gebied=GebiedCode("W1"))
    plan = replace(GOED, gebieden=(*GOED.gebieden, wijk), gebiedsagenda=(in_wijk,))
    assert open_bij("AGENDA_PER_KERN", plan) == {}


def test_a_kern_has_a_gebiedsmakelaar_also_of_the_area_above_it() -> None:
    gemeente, kern = GOED.gebieden
    zonder = replace(kern, gebiedsmakelaar=None)
    assert list(open_bij("GEBIEDSMAKELAAR", replace(GOED, gebieden=(gemeente, zonder)))) == ["Kern"]
    boven = replace(gemeente, gebiedsmakelaar=PersoonCode("GM"))
    assert open_bij("GEBIEDSMAKELAAR", replace(GOED, gebieden=(boven, zonder))) == {}


def test_legal_work_alone_may_not_exceed_the_supply() -> None:
    # T1 is asked 100 hours for REG; a hundredth of a fte has 13.
    krap = tuple(
        Capaciteitsregel(team=r.team, van=r.van, tot=r.tot, soort=r.soort, fte=Decimal("0.01"))
        for r in GOED.capaciteit
    )
    plan = replace(met("REG", wettelijk=True), capaciteit=krap)
    rij = uitslag("WETTELIJK_PAST", plan)
    [punt] = [g.punt for g in rij.open]
    assert punt is not None
    assert 86_00 < (punt.uren_honderdste or 0) < 88_00
    assert punt.aan_zet == "PV1"
    assert open_bij("WETTELIJK_PAST", replace(plan, capaciteit=GOED.capaciteit)) == {}


def test_a_team_has_a_teamondersteuner_with_that_role() -> None:
    zonder = (GOED.teams[0], team("T2", Domein.BEDRIJFSVOERING, teamondersteuner=None))
    assert open_bij("TEAM_ONDERSTEUNING", replace(GOED, teams=zonder)) == {
        "T2": "Het team heeft geen teamondersteuner."
    }
    ander = (GOED.teams[0], team("T2", Domein.BEDRIJFSVOERING, teamondersteuner=PersoonCode("PL")))
    assert open_bij("TEAM_ONDERSTEUNING", replace(GOED, teams=ander)) == {
        "T2": "Naam PL heeft nu niet de rol teamondersteuner."
    }


def test_of_a_team_zelforganisatie_and_begeleiding_are_known() -> None:
    kaal = team("T2", Domein.BEDRIJFSVOERING, zelforganisatie=None, begeleiding=None)
    plan = replace(GOED, teams=(GOED.teams[0], kaal))
    assert open_bij("TEAM_ZELFORGANISATIE", plan) == {
        "T2": "Van dit team is niet bekend: zelforganisatie en begeleiding."
    }


def test_a_temporary_team_hangs_on_an_opdracht_that_runs() -> None:
    def tijdelijk(plan: Plan, code: str | None) -> Plan:
        los = team(
            "T2",
            Domein.BEDRIJFSVOERING,
            soort=TeamSoort.TIJDELIJK,
            opdracht=OpdrachtCode(code) if code else None,
        )
        return replace(plan, teams=(GOED.teams[0], los))

    assert open_bij("TIJDELIJK_TEAM", tijdelijk(GOED, "STR")) == {}
    assert open_bij("TIJDELIJK_TEAM", tijdelijk(GOED, None)) == {
        "T2": "Bij dit tijdelijke team staat geen opdracht."
    }
    klaar = tijdelijk(met("STR", status=Status.AFGEROND), "STR")
    assert open_bij("TIJDELIJK_TEAM", klaar) == {"T2": "De opdracht van dit team, STR, loopt niet."}
    # The sentence names the opdracht: who may not see that, may not see the point.
    for plan, rust_op in ((klaar, ("STR",)), (tijdelijk(GOED, None), ())):
        assert [g.toetsing.rust_op for g in uitslag("TIJDELIJK_TEAM", plan).open] == [rust_op]


@pytest.mark.parametrize("code", WERK)
def test_strategic_and_budgeted_work_has_a_portefeuillehouder(code: str) -> None:
    plan = met(code, portefeuillehouders=())
    assert bool(open_bij("BESTUURLIJK_OPDRACHTGEVER", plan)) == (code in ("STR", "BEG"))


def test_a_portefeuillehouder_has_one_contact_per_opdracht() -> None:
    assert list(open_bij("AANSPREEKPUNT_EEN", door("REG", None))) == ["REG"]
    half = met("REG", opdrachtgever=None, gedelegeerd_aan=PersoonCode("PL"))
    assert open_bij("AANSPREEKPUNT_EEN", half) == {
        "REG": "Naam PL is gedelegeerd, maar er is geen opdrachtgever."
    }
    assert list(open_bij("AANSPREEKPUNT_EEN", door("REG", "W"))) == ["REG"]
    assert (
        open_bij("AANSPREEKPUNT_EEN", met("REG", opdrachtgever=None, portefeuillehouders=())) == {}
    )


def test_a_portefeuillehouder_with_many_different_contacts_is_a_point() -> None:
    # W turns to SM, PV1 and PV2.
    assert open_bij("AANSPREEKPUNT_VEEL", GOED, drempel=3) == {}
    assert open_bij("AANSPREEKPUNT_VEEL", GOED, drempel=2) == {
        "Naam W": "3 verschillende aanspreekpunten voor 6 opdrachten; afgesproken is ten hoogste 2."
    }
    # A delegate is the contact in place of the opdrachtgever.
    assert list(open_bij("AANSPREEKPUNT_VEEL", gedelegeerd("PL"), drempel=3)) == ["Naam W"]


@pytest.mark.parametrize("status", [s for s in Status if not s.vraagt])
def test_hours_on_an_opdracht_that_lies_still_are_a_point(status: Status) -> None:
    rij = uitslag("UREN_OP_STILSTAAND", met("REG", status=status))
    [punt] = [g.punt for g in rij.open]
    assert punt is not None
    assert punt.uren_honderdste == 10_00


def test_hours_of_longer_ago_than_the_threshold_do_not_count() -> None:
    plan = replace(met("REG", status=Status.PARKEERPLAATS), uren=(geboekt("REG", 7),))
    assert open_bij("UREN_OP_STILSTAAND", plan) == {}
    assert list(open_bij("UREN_OP_STILSTAAND", plan, drempel=4)) == ["REG"]


def test_a_running_opdracht_on_which_nobody_books_sleeps() -> None:
    ander = tuple(geboekt(code, 10) for code in WERK if code != "REG")
    plan = replace(GOED, uren=(*ander, geboekt("REG", 7)))
    assert open_bij("SLAPEND", plan) == {
        "REG": "De opdracht loopt, maar in de laatste 3 maanden is er geen uur op geschreven."
    }
    assert open_bij("SLAPEND", plan, drempel=4) == {}


def test_work_that_just_began_or_of_a_team_that_books_nothing_does_not_sleep() -> None:
    ander = tuple(geboekt(code, 10) for code in WERK if code != "REG")
    pas = replace(met("REG", van=date(2026, 8, 1)), uren=ander)
    assert open_bij("SLAPEND", pas) == {}
    nog_niet = replace(met("REG", status=Status.GEPLAND), uren=ander)
    assert open_bij("SLAPEND", nog_niet) == {}
    stil = replace(GOED, uren=tuple(replace(u, team="T2") for u in ander))  # type: ignore[arg-type]
    assert open_bij("SLAPEND", stil) == {}
    assert uitslag("SLAPEND", replace(GOED, uren=(), peildatum=None)).objecten == ()


def test_who_is_to_act_is_the_strategisch_manager_of_the_domain_or_else_the_directie() -> None:
    def aan_zet(plan: Plan) -> str | None:
        [punt] = [g.punt for g in uitslag("OPDRACHTGEVER_EEN", plan).open]
        assert punt is not None
        return punt.aan_zet

    assert aan_zet(door("REG", None)) == "SM"  # T1 is of the domain ruimtelijk
    assert aan_zet(door("OND", None)) == "DIR"  # T2's domain has no manager


def test_a_role_counts_from_its_first_to_its_last_day() -> None:
    straks = replace(
        GOED, personen=(*zonder_rol("PV1").personen, persoon("PV1", van=date(2027, 2, 1)))
    )
    assert list(open_bij("OPDRACHTGEVER_EEN", straks)) == ["REG"]
    assert open_bij("OPDRACHTGEVER_EEN", straks, dag=date(2027, 2, 1)) == {}


def test_several_teams_without_plan_stand_in_order_of_their_code() -> None:
    plan = replace(GOED, teamplannen=(), teams=tuple(reversed(GOED.teams)))
    assert list(open_bij("TEAMPLAN", plan)) == ["T1", "T2"]


def test_the_order_of_the_rows_never_matters() -> None:
    omgekeerd = replace(
        GOED,
        opdrachten=tuple(reversed(GOED.opdrachten)),
        personen=tuple(reversed(GOED.personen)),
        uren=tuple(reversed(GOED.uren)),
    )
    kapot = replace(met("STR", doel=None), teamplannen=())
    for plan in (GOED, kapot):
        recht = toets(toetsstof(reken(plan, JAAR), DAG), STANDAARD, ())
        andersom = replace(
            plan,
            opdrachten=tuple(reversed(plan.opdrachten)),
            personen=omgekeerd.personen,
            uren=omgekeerd.uren,
        )
        assert toets(toetsstof(reken(andersom, JAAR), DAG), STANDAARD, ()) == recht


def test_an_opdracht_is_of_its_opdrachtgever_and_its_delegate() -> None:
    rij = uitslag("OPDRACHTGEVER_EEN", gedelegeerd("PL"))
    van = {g.toetsing.naam: g.toetsing.van for g in rij.objecten}
    assert van["STR"] == {"SM", "PL"}
