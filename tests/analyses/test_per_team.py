"""Supply, demand, focus and the order, per team, month and opdracht; figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sturing.analyses.focus import compute_focus
from sturing.analyses.maand import compute_maand
from sturing.analyses.opdracht import compute_opdracht
from sturing.analyses.opdrachtmaand import compute_opdrachtmaand
from sturing.analyses.slapend import compute_slapend
from sturing.analyses.team import compute_team
from sturing.analyses.urenketen import compute_urenketen
from sturing.analyses.warmtekaart import compute_warmtekaart
from sturing.analyses.wettelijk import compute_wettelijk
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Haalbaarheid, Status
from sturing.domain.tijd import Maand
from sturing.domain.werk import Urenregel
from sturing.domain.wijziging import Inhuur, VulVacature
from sturing.engine.uitkomst import reken
from tests.analyses.voorbeeld import FEB, HORIZON, PLAN, maand_februari, met_normen, uur


def test_a_team_shows_supply_demand_shortage_and_what_is_free() -> None:
    t1, t2, zonder = compute_team(maand_februari())
    assert (t1.team, t1.naam, t1.fte_gemiddeld, t1.bruto_uren) == ("T1", "Team een", 1, 100)
    assert (t1.aanbod_honderdste, t1.gevraagd_honderdste, t1.toegekend_honderdste) == (
        uur(100),
        uur(120),
        uur(100),
    )
    assert (t1.tekort_honderdste, t1.vrij_honderdste) == (uur(20), 0)
    assert (t2.gevraagd_honderdste, t2.vrij_honderdste) == (uur(25), uur(75))
    assert (zonder.team, zonder.zonder_vraag, zonder.bruto_uren) == (None, 1, 0)


def test_the_line_of_a_team_counts_only_what_is_asked_of_that_team() -> None:
    """T1 serves O1 and falls short at O2; T2 serves O2 and O3, so its line is at place 3."""
    t1, t2, _ = compute_team(maand_februari())
    assert (t1.lijn, t2.lijn) == (1, 3)


def test_the_steps_of_a_team_add_up_from_gross_to_net() -> None:
    """One fte in 2027: 201.6 hours of leave; the year has the twelve rounded months as supply."""
    t1 = compute_team(met_normen())[0]
    assert t1.fte_gemiddeld == 1
    assert t1.verlof_uren == Fraction("201.6")
    af = t1.verlof_uren + t1.verzuim_uren + t1.indirect_uren + t1.ruimte_uren
    assert t1.bruto_uren - af == t1.netto_uren
    assert t1.netto_uren == (t1.bruto_uren - Fraction("201.6")) * Fraction("0.935") * Fraction(
        "0.9"
    )
    assert t1.aanbod_honderdste is not None
    assert 0 <= t1.netto_uren * 100 - t1.aanbod_honderdste < 12


def test_the_chain_names_formatie_bezetting_inhuur_and_vacancies() -> None:
    t1, t2 = compute_urenketen(maand_februari())
    assert (t1.maand, t1.formatie_fte, t1.bezetting_fte, t1.vacatureruimte_fte) == (FEB, 2, 1, 1)
    assert (t1.inhuur_fte, t1.vacature_fte, t1.scenario_fte) == (0, 0, 0)
    half, vier = Fraction(1, 2), Fraction(2, 5)
    assert (t2.bezetting_fte, t2.inhuur_fte, t2.vacature_fte) == (half, half, vier)
    assert (t2.fte, t2.netto_honderdste) == (1, uur(100))
    assert t2.formatie_fte is None
    assert t2.vacatureruimte_fte is None


def test_what_a_scenario_adds_stands_apart_from_the_bezetting() -> None:
    t2 = TeamCode("T2")
    wijzigingen = (
        Inhuur(team=t2, fte=Decimal("0.3"), van=FEB, tot=FEB),
        VulVacature(team=t2, fte=Decimal("0.4"), van=FEB, tot=FEB),
    )
    rij = compute_urenketen(reken(PLAN, HORIZON, wijzigingen))[1]
    assert (rij.fte, rij.scenario_fte) == (Fraction(17, 10), Fraction(7, 10))
    assert (rij.bezetting_fte, rij.inhuur_fte) == (Fraction(1, 2), Fraction(1, 2))


def test_a_team_that_starts_halfway_counts_for_its_working_days() -> None:
    """From Monday 15 February: ten of the twenty working days."""
    teams = tuple(replace(t, van=date(2027, 2, 15)) if t.team == "T2" else t for t in PLAN.teams)
    t2 = compute_urenketen(reken(replace(PLAN, teams=teams), HORIZON))[1]
    assert (t2.fte, t2.bezetting_fte, t2.inhuur_fte) == (
        Fraction(1, 2),
        Fraction(1, 4),
        Fraction(1, 4),
    )


def test_the_months_of_the_chain_add_up_to_the_team() -> None:
    uitkomst = met_normen()
    maanden = [r for r in compute_urenketen(uitkomst) if r.team == "T1"]
    t1 = compute_team(uitkomst)[0]
    assert len(maanden) == 12
    assert sum(r.netto_uren for r in maanden) == t1.netto_uren
    assert sum(r.netto_honderdste for r in maanden) == t1.aanbod_honderdste


def test_a_month_keeps_shortage_and_free_hours_apart() -> None:
    (februari,) = compute_maand(maand_februari())
    assert februari.maand == FEB
    assert (februari.aanbod_honderdste, februari.gevraagd_honderdste) == (uur(200), uur(145))
    assert (februari.toegekend_honderdste, februari.tekort_honderdste) == (uur(125), uur(20))
    assert februari.vrij_honderdste == uur(75)


def test_the_heat_map_divides_what_is_asked_by_what_is_there() -> None:
    t1, t2 = compute_warmtekaart(maand_februari())
    assert (t1.team, t1.naam, t1.maand) == ("T1", "Team een", FEB)
    assert (t1.gevraagd_ratio, t1.tekort_honderdste) == (Fraction(6, 5), uur(20))
    assert (t2.gevraagd_ratio, t2.vrij_honderdste) == (Fraction(1, 4), uur(75))


def test_a_team_without_supply_has_no_ratio_but_its_demand_is_seen() -> None:
    plan = replace(PLAN, capaciteit=())
    t1, _ = compute_warmtekaart(reken(plan, HORIZON))
    assert (t1.aanbod_honderdste, t1.gevraagd_ratio, t1.tekort_honderdste) == (0, None, uur(120))


def test_opdrachten_stand_in_order_with_the_team_that_binds() -> None:
    rijen = compute_opdracht(maand_februari())
    assert [(r.plaats, r.opdracht) for r in rijen] == [
        (1, "O1"),
        (2, "O2"),
        (3, "O3"),
        (4, "O4"),
        (None, "O5"),
    ]
    o1, o2, _, o4, _ = rijen
    assert (o1.stand, o1.past, o1.gedelegeerd_aan) == (Haalbaarheid.HAALBAAR, True, "B")
    assert (o2.stand, o2.dekking_ratio, o2.past) == (Haalbaarheid.ONDER_DRUK, Fraction(3, 4), False)
    assert (o2.bindend_team, o2.bindend_tekort_honderdste) == ("T1", uur(20))
    assert (o4.stand, o4.budget_tekort, o4.toegekend_cent) == (
        Haalbaarheid.ONDER_DRUK,
        True,
        50_000,
    )


def test_an_opdracht_that_does_not_claim_has_no_figures_rather_than_zero() -> None:
    o5 = compute_opdracht(maand_februari())[-1]
    assert o5.status is Status.PARKEERPLAATS
    assert (o5.plaats, o5.gevraagd_honderdste, o5.dekking_ratio, o5.past) == (None,) * 4


def test_focus_counts_work_under_way_and_crumbs_and_what_is_left() -> None:
    """T2 works 20 hours on O2 and 5 on O3, less than the norm of 8."""
    t1, t2 = compute_focus(maand_februari())
    assert (t1.naam, t1.onderhanden, t1.versnippering, t1.kruimels) == ("Team een", 2, 2, 0)
    assert (t2.onderhanden, t2.kruimels, t2.niet_toegekend_honderdste) == (2, 1, uur(75))
    assert (t1.fte, t1.ruimte_norm_honderdste) == (1, 0)


def test_focus_shows_the_hours_that_the_norm_sets_apart() -> None:
    uitkomst = met_normen()
    rijen = [r for r in compute_focus(uitkomst) if r.team == "T1"]
    gelijk = sum(r.ruimte_norm_honderdste for r in rijen)
    assert 0 <= compute_team(uitkomst)[0].ruimte_uren * 100 - gelijk < 12


def test_legal_work_that_asks_more_than_a_team_has_comes_first() -> None:
    opdrachten = tuple(replace(o, wettelijk=o.opdracht in ("O1", "O2")) for o in PLAN.opdrachten)
    t1, t2 = compute_wettelijk(reken(replace(PLAN, opdrachten=opdrachten), HORIZON))
    assert (t1.team, t1.te_veel_honderdste) == ("T1", uur(20))
    assert (t2.team, t2.wettelijk_gevraagd_honderdste, t2.te_veel_honderdste) == ("T2", uur(20), 0)
    assert compute_wettelijk(maand_februari()) == ()


def test_a_sleeping_opdracht_that_still_books_hours_is_named() -> None:
    def geboekt(code: str, maand: Maand, uren: int) -> Urenregel:
        return Urenregel(
            maand=maand, team=TeamCode("T2"), opdracht=OpdrachtCode(code), uren_honderdste=uur(uren)
        )

    uren = (
        geboekt("O5", Maand(2026, 10), 12),
        geboekt("O5", Maand(2026, 8), 3),
        geboekt("O5", Maand(2026, 7), 100),
        geboekt("O1", Maand(2026, 10), 50),
    )
    (rij,) = compute_slapend(replace(PLAN, uren=uren, peildatum=date(2026, 10, 31)))
    assert (rij.opdracht, rij.status, rij.geboekt_honderdste) == (
        "O5",
        Status.PARKEERPLAATS,
        uur(15),
    )
    assert compute_slapend(PLAN) == ()


def test_an_opdracht_shows_its_months_with_what_all_its_teams_give() -> None:
    """O1 asks T1 first and gets all; O2 asks what T1 has left and more."""
    rijen = compute_opdrachtmaand(maand_februari())
    per = {rij.opdracht: rij for rij in rijen}
    assert [rij.plaats for rij in rijen] == sorted(rij.plaats for rij in rijen)
    assert all(rij.maand == FEB and rij.gevraagd_honderdste > 0 for rij in rijen)
    effecten = {r.opdracht: r for r in maand_februari().effecten.opdrachten}
    for code, rij in per.items():
        assert rij.gevraagd_honderdste == effecten[code].gevraagd_honderdste
        assert rij.toegekend_honderdste == effecten[code].toegekend_honderdste
    assert sum(rij.tekort_honderdste for rij in rijen) == uur(20)
