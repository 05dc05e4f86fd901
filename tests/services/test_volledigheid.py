"""Completeness as it is told: who sees which team, the sentences, and what the command prints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from sturing.domain.codes import GebiedCode, TeamCode
from sturing.domain.keuzes import Domein
from sturing.domain.levering import Rij
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.errors import RechtError
from sturing.services.analyse import als_csv, analyse, namen
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.leveringen import (
    controleer_bestanden,
    maak_leeg,
    neem_over,
    sjabloon,
)
from sturing.services.omgeving import LOKAAL, Omgeving, systeem
from sturing.services.volledigheid import EIGEN, selecties, volledigheid
from sturing.services.volledigheidsbeeld import Teken, Volledigheidsbeeld
from tests.services.conftest import LEEG, omgeving_met, rijen

PLANJAAR = Horizon.planjaar(2027)
DAG = date(2026, 11, 26)
PLAN: dict[str, object] = dict.fromkeys(
    ["opgave", "kwaliteit", "opdracht", "doel", "nodig_van_team", "nodig_van_partner", "status"]
)


def wie(rol: RechtRol, *teams: str, domein: Domein | None = None) -> Wie:
    toekenning = Toekenning(
        rol=rol,
        domein=domein,
        teams=frozenset(map(TeamCode, teams)),
        gebieden=frozenset({GebiedCode("GEM")}),
    )
    return Wie(
        account=rol.value,
        naam=rol.value,
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(toekenning,),
    )


def gegeven() -> dict[str, list[Rij]]:
    """The four teams of the services; T1 and T2 have a plan, TO supports T1 and T4."""
    alles = rijen()
    alles["Teams"] = [
        rij
        | {"teamondersteuner": "TO" if rij["team"] in ("T1", "T4") else None}
        | {"domein": "sociaal" if rij["team"] == "T4" else "ruimtelijk"}
        for rij in alles["Teams"]
    ]
    alles["Personen"].append(
        LEEG["Personen"]
        | {"persoon": "TO", "naam": "Teamondersteuner een", "rol": "teamondersteuner"}
    )
    alles["Teamplannen"] = [
        PLAN | {"team": team, "jaar": 2027, "regel": 1, "resultaat": "Af"} for team in ("T1", "T2")
    ]
    return alles


@pytest.fixture
def plan() -> Iterator[Omgeving]:
    """Levering 1 was stored on 16 November 2026."""
    omgeving = omgeving_met(gegeven())
    yield omgeving
    omgeving.sluit()


def beeld(
    omgeving: Omgeving, lezer: Wie = LOKAAL, dag: date = DAG, selectie: str = "alles"
) -> Volledigheidsbeeld:
    gemaakt = volledigheid(omgeving, lezer, PLANJAAR, selectie=selectie, peildag=dag)
    assert isinstance(gemaakt, Volledigheidsbeeld)
    return gemaakt


def test_the_title_also_counts_the_teams_that_miss_another_sheet() -> None:
    alles = gegeven()
    alles["Capaciteit"] = [rij for rij in alles["Capaciteit"] if rij["team"] != "T1"]
    omgeving = omgeving_met(alles)
    assert beeld(omgeving).kop.titel.startswith(
        "1 van de 4 teams is compleet voor 2027; "
        "Teamplannen ontbreken bij Team T3 en Team T4, en een ander blad bij 1 team."
    )
    omgeving.sluit()


def test_the_title_counts_the_complete_teams_and_names_what_most_of_the_others_miss(
    plan: Omgeving,
) -> None:
    gezien = beeld(plan)
    assert gezien.kop.titel == (
        "2 van de 4 teams zijn compleet voor 2027; Teamplannen ontbreken bij Team T3 en Team T4. "
        "3 bladen zijn te laat."
    )
    assert gezien.kop.bijschrift.startswith("Planjaar 2027 · stand op 26 november 2026")
    assert [(t.team, t.compleet) for t in gezien.teams] == [
        ("T3", False),
        ("T4", False),
        ("T1", True),
        ("T2", True),
    ]


def test_a_cell_says_months_and_age_and_what_is_missing_has_no_alarm_before_its_day(
    plan: Omgeving,
) -> None:
    gezien = beeld(plan)
    cellen = dict(zip(gezien.bladen, gezien.teams[0].cellen, strict=True))
    assert cellen["Capaciteit"].tekst == "jan–dec · 10 dagen"
    assert cellen["Capaciteit"].teken is Teken.GOED
    assert (cellen["Teamplannen"].teken, cellen["Teamplannen"].tekst) == (Teken.OPEN, "ontbreekt")
    assert (cellen["Uren"].teken, cellen["Uren"].tekst) == (Teken.GEEN, "nog niet nodig")
    later = beeld(plan, dag=date(2027, 2, 1)).teams[0].cellen[2]
    assert (later.teken, later.tekst) == (Teken.NIET, "te laat: ontbreekt")


def test_who_delivers_what_is_sorted_with_what_is_late_first(plan: Omgeving) -> None:
    regels = beeld(plan).leveren
    assert [r.te_laat for r in regels] == sorted((r.te_laat for r in regels), reverse=True)
    assert regels[0].wie == "Strategisch manager ruimtelijk domein"
    assert (regels[0].wat, regels[0].wanneer) == ("Doelen", "178 dagen te laat")
    plannen = [r for r in regels if r.wat == "Teamplannen"]
    assert [(r.uiterlijk, r.wie, r.voor) for r in plannen] == [
        ("31-01-2027", "Teamondersteuner een", "Team T4"),
        ("31-01-2027", "Teamondersteuner, nog niet aangewezen", "Team T3"),
    ]
    assert regels[-1].uiterlijk == "01-05-2027"


def test_sheets_for_the_same_teams_stand_on_one_line(plan: Omgeving) -> None:
    voorjaar = [r for r in beeld(plan).leveren if r.product == "Voorjaarsnota"]
    een = next(r for r in voorjaar if r.wie == "Teamondersteuner een")
    assert (een.wat, een.voor) == ("Capaciteit en Inzet opnieuw", "Team T1 en Team T4")


def test_the_first_date_names_who_then_delivers_what(plan: Omgeving) -> None:
    assert beeld(plan).eerst == (
        "Uiterlijk 31 januari 2027: Teamplannen van Teamondersteuner een en Teamplannen van "
        "Teamondersteuner, nog niet aangewezen."
    )


def test_one_sheet_in_full_names_its_levering_and_what_comes_next(plan: Omgeving) -> None:
    rij = beeld(plan).per_team["T1"][0]
    assert (rij.blad, rij.levering, rij.datum, rij.leeftijd, rij.door) == (
        "Capaciteit",
        "1",
        "16-11-2026",
        "10 dagen",
        "Lokale gebruiker",
    )
    assert (rij.uiterlijk, rij.wie) == ("01-05-2027", "Teamondersteuner een")


def test_a_teamondersteuner_sees_the_own_teams_and_counts_the_others(plan: Omgeving) -> None:
    gezien = beeld(plan, wie(RechtRol.TEAMONDERSTEUNER, "T1", "T4"))
    assert {t.team for t in gezien.teams} == {"T1", "T4"}
    assert set(gezien.per_team) == {"T1", "T4"}
    assert gezien.kop.titel == (
        "1 van uw 2 teams is compleet voor 2027; Teamplannen ontbreken bij Team T4."
    )
    assert gezien.anderen == "Van de 2 andere teams is er 1 compleet voor 2027."
    assert not any("T2" in r.voor or "T3" in r.voor for r in gezien.leveren)
    assert gezien.sjabloon_voor == {"T1", "T4"}


@pytest.mark.parametrize(
    "rol", [RechtRol.DIRECTIE, RechtRol.STRATEGISCH_MANAGER, RechtRol.CONTROLLER]
)
def test_who_may_read_all_totals_sees_every_team(plan: Omgeving, rol: RechtRol) -> None:
    gezien = beeld(plan, wie(rol))
    assert len(gezien.teams) == 4
    assert gezien.anderen == ""


def test_a_beheerder_sees_every_team_because_he_may_deliver_for_it(plan: Omgeving) -> None:
    assert len(beeld(plan, wie(RechtRol.BEHEERDER)).teams) == 4


@pytest.mark.parametrize("rol", [RechtRol.BESTUUR, RechtRol.GEBIEDSMAKELAAR])
def test_who_may_read_groups_only_gets_counts_and_no_team(plan: Omgeving, rol: RechtRol) -> None:
    gezien = beeld(plan, wie(rol))
    assert gezien.teams == ()
    assert gezien.per_team == {}
    assert gezien.kop.titel == "Van de 4 teams zijn er 2 compleet voor 2027."
    assert gezien.leveren
    assert all("Team T" not in r.voor for r in gezien.leveren)


def test_a_projectleider_counts_the_teams_of_the_own_domain_and_sees_no_sheets(
    plan: Omgeving,
) -> None:
    gezien = beeld(plan, wie(RechtRol.PROJECTLEIDER, domein=Domein.RUIMTELIJK))
    assert gezien.kop.titel == "Van de 3 teams zijn er 2 compleet voor 2027."
    assert (gezien.organisatie, gezien.gebieden, gezien.leveren) == ((), (), ())


def test_without_a_role_nothing_is_told(plan: Omgeving, niemand: Wie) -> None:
    assert isinstance(volledigheid(plan, niemand, PLANJAAR, peildag=DAG), Geweigerd)


def test_an_empty_database_says_what_to_do_first(lege_omgeving: Omgeving) -> None:
    leeg = volledigheid(lege_omgeving, LOKAAL, PLANJAAR, peildag=DAG)
    assert isinstance(leeg, Leeg)
    assert "blad Teams" in leeg.uitleg


def test_the_teams_can_be_narrowed_to_a_domain_and_the_title_stays(plan: Omgeving) -> None:
    assert [k.sleutel for k in selecties(plan, LOKAAL, PLANJAAR)] == [
        "alles",
        "ruimtelijk",
        "sociaal",
    ]
    sociaal = beeld(plan, selectie="sociaal")
    assert [t.team for t in sociaal.teams] == ["T4"]
    assert sociaal.kop == beeld(plan).kop
    assert not any("Team T3" in r.voor for r in sociaal.leveren)


def test_who_has_teams_of_the_own_and_sees_others_can_choose_the_own(plan: Omgeving) -> None:
    lezer = Wie(
        account="beide",
        naam="Beide",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(
            *wie(RechtRol.TEAMONDERSTEUNER, "T1").toekenningen,
            *wie(RechtRol.STRATEGISCH_MANAGER).toekenningen,
        ),
    )
    assert EIGEN in [k.sleutel for k in selecties(plan, lezer, PLANJAAR)]
    assert [t.team for t in beeld(plan, lezer, selectie=EIGEN).teams] == ["T1"]


def test_one_choice_is_no_choice(plan: Omgeving) -> None:
    assert selecties(plan, wie(RechtRol.TEAMONDERSTEUNER, "T1"), PLANJAAR) == ()


def test_a_sheet_that_was_not_brought_again_in_time_is_marked_with_its_age(plan: Omgeving) -> None:
    gezien = beeld(plan, wie(RechtRol.PROCESVERANTWOORDELIJKE, "T1"), date(2027, 5, 2))
    assert gezien.kop.titel.startswith("Het team is nog niet compleet voor 2027; Uren ontbreken")
    capaciteit = gezien.teams[0].cellen[0]
    assert (capaciteit.teken, capaciteit.tekst) == (Teken.DRUK, "verouderd · 167 dagen")


def test_who_looks_at_next_year_is_told_what_is_open_in_this_one() -> None:
    alles = gegeven()
    alles["Inzet"].append(
        LEEG["Inzet"]
        | {"opdracht": "S1", "team": "T1", "uren_honderdste": 300_000}
        | {"van": date(2026, 1, 1), "tot": date(2026, 12, 31)}
    )
    alles["Capaciteit"].append(
        LEEG["Capaciteit"]
        | {"team": "T1", "soort": "bezetting", "fte": Decimal(1)}
        | {"van": date(2026, 1, 1), "tot": date(2026, 12, 31)}
    )
    omgeving = omgeving_met(alles)
    gezien = beeld(omgeving, wie(RechtRol.TEAMONDERSTEUNER, "T1"))
    assert gezien.ander_jaar.startswith("Ook voor 2026 wordt nog iets gevraagd: ")
    assert gezien.ander_jaar.endswith("de volgende datum is 14 december 2026.")
    omgeving.sluit()


def test_the_analysis_gives_one_row_per_sheet_in_dutch_notation(plan: Omgeving) -> None:
    assert "volledigheid" in namen()
    tabel = analyse(plan, systeem(), "volledigheid", PLANJAAR, DAG)
    rijen_ = [dict(zip(tabel.kolommen, rij, strict=True)) for rij in tabel.rijen]
    eerste = rijen_[0]
    assert (eerste["code"], eerste["blad"], eerste["maanden"]) == ("T1", "Capaciteit", "jan–dec")
    assert (eerste["planjaar"], eerste["levering"], eerste["leeftijd (dagen)"]) == ("2027", 1, 10)
    plan_t4 = next(r for r in rijen_ if r["code"] == "T4" and r["blad"] == "Teamplannen")
    assert (plan_t4["stand"], plan_t4["uiterlijk"]) == ("ontbreekt", "2027-01-31")
    assert plan_t4["te laat"] is False
    assert plan_t4["wie"] == "Teamondersteuner een"
    assert als_csv(tabel).splitlines()[0].startswith("planjaar;voor;code;naam;blad;stand")


def test_the_analysis_over_several_years_gives_each_year_its_own_rows(plan: Omgeving) -> None:
    tweejarig = Horizon(Horizon.planjaar(2026).van, PLANJAAR.tot)
    tabel = analyse(plan, systeem(), "volledigheid", tweejarig, DAG)
    assert {rij[0] for rij in tabel.rijen} == {"2026", "2027"}


def test_the_analysis_is_an_export_and_asks_that_right(plan: Omgeving) -> None:
    with pytest.raises(RechtError):
        analyse(plan, wie(RechtRol.TEAMONDERSTEUNER, "T1"), "volledigheid", PLANJAAR, DAG)


def test_a_later_levering_is_seen_at_once() -> None:
    omgeving = omgeving_met(gegeven(), demo=True)
    assert beeld(omgeving).teams
    maak_leeg(omgeving, LOKAAL)
    assert isinstance(volledigheid(omgeving, LOKAAL, PLANJAAR, peildag=DAG), Leeg)
    omgeving.sluit()


def test_the_same_rows_brought_again_make_a_sheet_fresh(plan: Omgeving) -> None:
    werkboek = sjabloon(plan, LOKAAL, "T1")
    voorstel = controleer_bestanden(plan, LOKAAL, [("T1.xlsx", werkboek)])
    assert voorstel.beoordeling.mutaties == ()
    neem_over(plan, LOKAAL, voorstel, let_op_gezien=True, verwijdering_bevestigd=False)
    bladen = {rij.blad: rij.levering for rij in beeld(plan).per_team["T1"]}
    assert (bladen["Capaciteit"], bladen["Inzet"], bladen["Teamplannen"]) == ("2", "2", "2")
    assert {rij.levering for rij in beeld(plan).per_team["T2"][:2]} == {"1"}
