"""Completeness by hand: one team, one year, a few rows, and the day from which is looked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sturing.analyses.register import OVER_LEVERINGEN
from sturing.analyses.volledigheid import (
    Bladplek,
    Bladregel,
    Inlevering,
    Leverstand,
    Voor,
    compute_volledigheid,
    is_compleet,
)
from sturing.domain.codes import GebiedCode, MedewerkerCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import (
    CapaciteitSoort,
    Domein,
    GebiedSoort,
    Rol,
    SoortWerk,
    Status,
    TeamSoort,
)
from sturing.domain.organisatie import Capaciteitsregel, Gebied, Persoonsrol, Team, Teamrol
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand
from sturing.domain.werk import Agendapunt, Inzetregel, Opdracht, Teamplanregel, Urenregel

T1 = TeamCode("T1")
O1 = OpdrachtCode("O1")
NOVEMBER = date(2026, 11, 26)


def team(code: str = "T1", **velden: Any) -> Team:
    basis: dict[str, Any] = {
        "naam": f"Team {code}",
        "soort": TeamSoort.OPGAVE,
        "domein": Domein.RUIMTELIJK,
        "teamondersteuner": PersoonCode("TO"),
    }
    return Team(team=TeamCode(code), **(basis | velden))


def fte(
    van: int = 1, tot: int = 12, *, jaar: int = 2027, soort: str = "bezetting"
) -> Capaciteitsregel:
    return Capaciteitsregel(
        team=T1,
        van=Maand(jaar, van),
        tot=Maand(jaar, tot),
        soort=CapaciteitSoort(soort),
        fte=Decimal(2),
    )


def uren(*maanden: int) -> tuple[Urenregel, ...]:
    return tuple(
        Urenregel(maand=Maand(2027, m), team=T1, opdracht=O1, uren_honderdste=100) for m in maanden
    )


def persoon(code: str, naam: str, rol: Rol) -> Persoonsrol:
    return Persoonsrol(persoon=PersoonCode(code), naam=naam, rol=rol)


PLAN = Plan(
    teams=(team(),),
    personen=(
        persoon("TO", "Ondersteuner", Rol.TEAMONDERSTEUNER),
        persoon("CON", "Controller", Rol.CONTROLLER),
        persoon("GM", "Makelaar", Rol.GEBIEDSMAKELAAR),
        persoon("SM1", "Manager een", Rol.STRATEGISCH_MANAGER),
        persoon("SM2", "Manager twee", Rol.STRATEGISCH_MANAGER),
    ),
    gebieden=(
        Gebied(gebied=GebiedCode("GEM"), naam="Gemeente", soort=GebiedSoort.GEMEENTEBREED),
        Gebied(
            gebied=GebiedCode("K"),
            naam="Kern",
            soort=GebiedSoort.KERN,
            gebiedsmakelaar=PersoonCode("GM"),
        ),
    ),
    opdrachten=(
        Opdracht(opdracht=O1, naam="Een", soort_werk=SoortWerk.REGULIER, status=Status.LOPEND),
    ),
    capaciteit=(fte(),),
    inzet=(
        Inzetregel(
            opdracht=O1,
            team=T1,
            van=date(2027, 3, 1),
            tot=date(2027, 6, 30),
            uren_honderdste=100,
        ),
    ),
    teamplannen=(Teamplanregel(team=T1, jaar=2027, regel=1, resultaat="Iets af"),),
)


def geleverd(dag: date, *bladen: str) -> Mapping[Bladplek, Inlevering]:
    """One levering on `dag` for these sheets of T1 in 2027."""
    levering = Inlevering(nummer=7, dag=dag, naam="Ondersteuner")
    return {(blad, "T1", 2027): levering for blad in bladen or ("Capaciteit", "Inzet")}


def regels(
    plan: Plan = PLAN,
    peildag: date = NOVEMBER,
    leveringen: Mapping[Bladplek, Inlevering] | None = None,
    jaar: int = 2027,
) -> dict[tuple[str | None, str], Bladregel]:
    gevonden = compute_volledigheid(plan, jaar, leveringen or {}, peildag)
    return {(r.sleutel, r.blad): r for r in gevonden}


def van_team(blad: str, *args: Any, **velden: Any) -> Bladregel:
    return regels(*args, **velden)["T1", blad]


def maanden(gevonden: tuple[Maand, ...]) -> list[int]:
    return [m.maand for m in gevonden]


def test_a_team_with_its_sheets_in_is_complete_and_hours_are_not_asked_yet() -> None:
    gevonden = {blad: r.stand for (sleutel, blad), r in regels().items() if sleutel == "T1"}
    assert gevonden == {
        "Capaciteit": Leverstand.COMPLEET,
        "Inzet": Leverstand.COMPLEET,
        "Teamplannen": Leverstand.COMPLEET,
        "Uren": Leverstand.LATER,
    }
    assert is_compleet(r for r in regels().values() if r.voor is Voor.TEAM)
    assert maanden(van_team("Inzet").maanden) == [3, 4, 5, 6]


def test_a_team_without_a_plan_is_not_complete_and_its_supporter_has_until_the_end_of_january() -> (
    None
):
    plan = replace(PLAN, teamplannen=(replace(PLAN.teamplannen[0], jaar=2026),))
    regel = van_team("Teamplannen", plan)
    assert regel.stand is Leverstand.ONTBREEKT
    assert regel.uiterlijk == date(2027, 1, 31)
    assert (regel.product, regel.rol, regel.wie) == (
        "Teamplannen",
        Rol.TEAMONDERSTEUNER,
        "Ondersteuner",
    )
    assert not regel.te_laat
    assert not is_compleet([regel])


@pytest.mark.parametrize(("peildag", "te_laat"), [(31, False), (32, True)])
def test_the_last_day_itself_is_in_time(peildag: int, te_laat: bool) -> None:
    dag = date.fromordinal(date(2026, 12, 31).toordinal() + peildag)
    assert van_team("Teamplannen", replace(PLAN, teamplannen=()), dag).te_laat is te_laat


def test_months_without_capacity_are_named() -> None:
    regel = van_team("Capaciteit", replace(PLAN, capaciteit=(fte(1, 2), fte(4, 6), fte(8, 12))))
    assert regel.stand is Leverstand.DEELS
    assert maanden(regel.ontbreekt) == [3, 7]
    assert maanden(regel.plichten[0].maanden) == [3, 7]


def test_a_vacancy_alone_is_no_capacity() -> None:
    regel = van_team("Capaciteit", replace(PLAN, capaciteit=(fte(soort="vacature"),)))
    assert regel.stand is Leverstand.ONTBREEKT


def test_a_row_with_nothing_counts_because_that_is_how_a_team_says_so() -> None:
    nul = replace(fte(), fte=Decimal(0))
    assert van_team("Capaciteit", replace(PLAN, capaciteit=(nul,))).stand is Leverstand.COMPLEET


def test_a_team_takes_a_year_from_teamrollen_when_it_has_no_capacity_in_it() -> None:
    rol = Teamrol(medewerker=MedewerkerCode("M1"), team=T1, aandeel_pct=Decimal(50))
    zonder = replace(PLAN, capaciteit=(fte(jaar=2026),), teamrollen=(rol,))
    assert van_team("Capaciteit", zonder).stand is Leverstand.NIET_NODIG
    assert van_team("Teamrollen", zonder).stand is Leverstand.COMPLEET
    met = replace(PLAN, teamrollen=(replace(rol, team=TeamCode("T2")),))
    assert van_team("Teamrollen", met).stand is Leverstand.NIET_NODIG
    assert ("T1", "Teamrollen") not in regels()


def test_a_team_outside_the_year_needs_nothing() -> None:
    oud = team("T0", tot=date(2026, 12, 31))
    nieuw = team("T9", van=date(2028, 1, 1))
    plan = replace(PLAN, teams=(oud, team(), nieuw))
    assert {r.sleutel for r in regels(plan).values() if r.voor is Voor.TEAM} == {"T1"}


def test_a_team_is_asked_for_its_own_months_and_not_before_it_begins() -> None:
    plan = replace(
        PLAN, teams=(team(van=date(2027, 10, 1)),), capaciteit=(fte(10, 11),), teamplannen=()
    )
    assert maanden(van_team("Capaciteit", plan).ontbreekt) == [12]
    assert van_team("Teamplannen", plan, date(2027, 6, 1)).uiterlijk == date(2027, 10, 1)
    assert not van_team("Teamplannen", plan, date(2027, 10, 1)).te_laat
    assert van_team("Teamplannen", plan, date(2027, 10, 2)).te_laat


def test_hours_are_missing_only_after_their_day() -> None:
    """12 February 2027 is the tenth working day; then January must be there."""
    op_tijd = van_team("Uren", PLAN, date(2027, 2, 12))
    assert (op_tijd.stand, op_tijd.uiterlijk) == (Leverstand.LATER, date(2027, 2, 12))
    te_laat = van_team("Uren", PLAN, date(2027, 2, 13))
    assert (te_laat.stand, te_laat.te_laat) == (Leverstand.ONTBREEKT, True)


def test_a_gap_in_the_hours_is_named_and_the_next_month_has_its_own_date() -> None:
    regel = van_team("Uren", replace(PLAN, uren=uren(1, 2, 4, 5, 6)), date(2027, 7, 20))
    assert regel.stand is Leverstand.DEELS
    assert maanden(regel.ontbreekt) == [3]
    laat, komend = regel.plichten
    assert (laat.laatste_dag, laat.te_laat) == (date(2027, 4, 14), True)
    assert maanden(komend.maanden) == [7]
    assert (komend.laatste_dag, komend.te_laat) == (date(2027, 8, 13), False)


def test_after_the_year_the_annual_accounts_ask_the_hours_too() -> None:
    regel = van_team("Uren", replace(PLAN, uren=uren(*range(1, 12))), date(2028, 3, 1))
    assert [(p.product, p.te_laat) for p in regel.plichten] == [
        ("Maandlevering", True),
        ("Jaarstukken", False),
    ]
    assert regel.plichten[1].laatste_dag == date(2028, 7, 14)


@pytest.mark.parametrize(
    ("geleverd_op", "stand"),
    [
        (date(2027, 3, 30), Leverstand.VEROUDERD),
        (date(2027, 3, 31), Leverstand.COMPLEET),
        (date(2027, 5, 20), Leverstand.COMPLEET),
    ],
)
def test_capacity_is_stale_when_it_was_not_brought_again_for_the_spring_report(
    geleverd_op: date, stand: Leverstand
) -> None:
    regel = van_team("Capaciteit", PLAN, date(2027, 6, 1), geleverd(geleverd_op))
    assert regel.stand is stand
    assert regel.leeftijd_dagen == (date(2027, 6, 1) - geleverd_op).days
    assert (regel.levering, regel.door) == (7, "Ondersteuner")


def test_of_two_moments_that_passed_only_the_last_is_still_asked() -> None:
    regel = van_team("Capaciteit", PLAN, date(2027, 10, 1), geleverd(date(2027, 1, 5)))
    assert [(p.product, p.te_laat) for p in regel.plichten] == [("Najaarsnota", True)]


def test_a_team_that_has_ended_is_asked_nothing_again() -> None:
    plan = replace(PLAN, teams=(team(tot=date(2027, 4, 30)),))
    assert not van_team("Inzet", plan, date(2027, 6, 1), geleverd(date(2026, 11, 1))).plichten


def test_a_sheet_that_nobody_is_known_to_have_brought_has_no_age_and_is_not_called_stale() -> None:
    regel = van_team("Capaciteit", PLAN, date(2027, 6, 1))
    assert (regel.leeftijd_dagen, regel.levering, regel.stand) == (None, None, Leverstand.COMPLEET)


def test_a_sheet_that_is_gone_has_no_levering() -> None:
    leveringen = geleverd(date(2026, 11, 1), "Teamplannen")
    regel = van_team("Teamplannen", replace(PLAN, teamplannen=()), leveringen=leveringen)
    assert (regel.levering, regel.leeftijd_dagen) == (None, None)


def test_another_year_of_the_same_sheet_makes_this_year_no_fresher() -> None:
    ander = {("Capaciteit", "T1", 2026): Inlevering(nummer=9, dag=NOVEMBER, naam="X")}
    assert van_team("Capaciteit", leveringen=ander).levering is None


def test_a_kern_must_have_an_agenda_from_its_gebiedsmakelaar_and_the_municipality_need_not() -> (
    None
):
    regel = regels()["K", "Gebiedsagenda"]
    assert (regel.stand, regel.wie, regel.uiterlijk) == (Leverstand.ONTBREEKT, "Makelaar", None)
    assert not regel.te_laat
    assert ("GEM", "Gebiedsagenda") not in regels()


def test_an_agenda_is_stale_after_half_a_year() -> None:
    plan = replace(PLAN, gebiedsagenda=(Agendapunt(gebied=GebiedCode("K"), opdracht=O1),))
    levering = Inlevering(nummer=3, dag=date(2027, 1, 1), naam="Makelaar")
    bekend: Mapping[Bladplek, Inlevering] = {("Gebiedsagenda", "K", None): levering}
    vers = regels(plan, date(2027, 7, 3), bekend)["K", "Gebiedsagenda"]
    assert (vers.stand, vers.uiterlijk) == (Leverstand.COMPLEET, date(2027, 7, 3))
    oud = regels(plan, date(2027, 7, 4), bekend)["K", "Gebiedsagenda"]
    assert (oud.stand, oud.te_laat) == (Leverstand.VEROUDERD, True)


def test_the_budget_of_the_year_comes_from_the_controller() -> None:
    regel = regels()[None, "Begroting"]
    assert (regel.stand, regel.wie) == (Leverstand.ONTBREEKT, "Controller")
    assert (regel.uiterlijk, regel.te_laat) == (date(2026, 11, 1), True)


def test_norms_need_not_be_given_because_there_are_defaults() -> None:
    regel = regels()[None, "Normen"]
    assert (regel.stand, regel.plichten) == (Leverstand.NIET_NODIG, ())


def test_what_several_hold_names_them_all_and_what_nobody_holds_names_nobody() -> None:
    doelen = regels()[None, "Doelen"]
    assert doelen.wie == "Manager een, Manager twee"
    plan = replace(PLAN, teams=(team(teamondersteuner=None),), teamplannen=())
    assert van_team("Teamplannen", plan).wie is None


def test_a_role_that_ended_delivers_nothing_any_more() -> None:
    weg = replace(PLAN.personen[1], tot=date(2026, 10, 31))
    plan = replace(PLAN, personen=(PLAN.personen[0], weg))
    assert regels(plan)[None, "Begroting"].wie is None


def test_an_empty_organisation_has_only_the_sheets_it_has_once() -> None:
    gevonden = compute_volledigheid(Plan(), 2027, {}, NOVEMBER)
    assert {r.voor for r in gevonden} == {Voor.ORGANISATIE}
    assert all(r.rijen == 0 for r in gevonden)


def test_the_columns_for_the_command_line_are_fields_of_every_row_with_heads_of_their_own() -> None:
    analyse = OVER_LEVERINGEN["volledigheid"]
    koppen = [k.kop for k in analyse.kolommen]
    assert len(set(koppen)) == len(koppen)
    for regel in analyse.compute(PLAN, 2027, {}, NOVEMBER):
        assert type(regel) is analyse.rijtype
        for kolom in analyse.kolommen:
            getattr(regel, kolom.veld)


def test_the_order_of_rows_does_not_matter() -> None:
    om = replace(PLAN, teams=(team("T2"), team()), personen=PLAN.personen[::-1])
    recht = replace(PLAN, teams=(team(), team("T2")))
    assert compute_volledigheid(om, 2027, {}, NOVEMBER) == (
        compute_volledigheid(recht, 2027, {}, NOVEMBER)
    )
