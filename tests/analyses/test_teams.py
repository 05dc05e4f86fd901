"""Teams: plans and needs, planned and spent, support, several teams; figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sturing.analyses.afhankelijkheid import compute_afhankelijkheid
from sturing.analyses.besteed import compute_besteed
from sturing.analyses.besteed_team import compute_besteed_team
from sturing.analyses.focus_team import compute_focus_team
from sturing.analyses.formatie import compute_formatie
from sturing.analyses.ondersteunend import compute_ondersteunend
from sturing.analyses.ontwikkelopgave import compute_ontwikkelopgave
from sturing.analyses.team import compute_team
from sturing.analyses.teamondersteuning import compute_teamondersteuning
from sturing.analyses.teamopdracht import compute_teamopdracht
from sturing.analyses.teamplan import compute_teamplan
from sturing.analyses.zelforganisatie import compute_zelforganisatie
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import CapaciteitSoort, Domein, GebiedSoort, Status
from sturing.domain.organisatie import Capaciteitsregel
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.werk import Inzetregel
from sturing.engine.uitkomst import Uitkomst, reken
from tests.analyses.teamvoorbeeld import T1, T2, T3, TEAMPLAN, met_teams, urenregel
from tests.analyses.voorbeeld import FEB, uur

JAN, MRT = Maand(2027, 1), Maand(2027, 3)
KWARTAAL = Horizon(JAN, MRT)
"""Working days 20, 20 and 22 (New Year's Day and Easter Monday are off)."""


def _inzet(uren: int) -> Inzetregel:
    return Inzetregel(
        opdracht=OpdrachtCode("O1"),
        team=T1,
        van=JAN.eerste_dag,
        tot=MRT.laatste_dag,
        uren_honderdste=uur(uren),
    )


def _besteed(*uren: tuple[Maand, str, int], horizon: Horizon = KWARTAAL) -> Uitkomst:
    plan = replace(
        TEAMPLAN, inzet=(_inzet(62),), uren=tuple(urenregel(m, T1, o, u) for m, o, u in uren)
    )
    return reken(plan, horizon)


def test_the_hours_of_team_and_opdracht_add_up_to_those_of_the_team() -> None:
    uitkomst = met_teams()
    rijen = compute_teamopdracht(uitkomst)
    assert [(r.team, r.opdracht, r.gevraagd_honderdste, r.toegekend_honderdste) for r in rijen] == [
        ("T1", "O1", uur(60), uur(60)),
        ("T1", "O2", uur(60), uur(40)),
        ("T2", "O2", uur(20), uur(20)),
        ("T2", "O3", uur(5), uur(5)),
    ]
    assert rijen[1].dekking_ratio == Fraction(2, 3)
    assert [r.eigen for r in rijen] == [False, False, False, True]
    for team in compute_team(uitkomst):
        eigen = [r for r in rijen if r.team == team.team]
        assert sum(r.toegekend_honderdste for r in eigen) == team.toegekend_honderdste


def test_planned_work_is_expected_to_go_on_as_planned() -> None:
    """62 hours over 62 working days: 20, 20, 22. Spent 25 and 10; March is still 22."""
    rij = compute_besteed(_besteed((JAN, "O1", 25), (FEB, "O1", 10)))[0]
    assert (rij.tot_en_met, rij.gepland_honderdste) == (FEB, uur(62))
    assert (rij.gepland_tot_honderdste, rij.besteed_honderdste) == (uur(40), uur(35))
    assert (rij.verwacht_honderdste, rij.verschil_honderdste) == (uur(57), -uur(5))


def test_work_without_a_plan_goes_on_per_working_day_rounded_down() -> None:
    """8 hours in 40 days, 22 days to go: 8 + 8 x 22 / 40 = 12.4; 7 hours: 7 + 3.85."""
    rij = compute_besteed(_besteed((FEB, "O5", 8)))[1]
    assert (rij.opdracht, rij.status, rij.gepland_honderdste) == ("O5", Status.PARKEERPLAATS, 0)
    assert rij.verwacht_honderdste == 12_40
    zeven = compute_besteed(_besteed((FEB, "O5", 7)))[1]
    assert zeven.verwacht_honderdste == 10_85


def test_work_without_a_plan_that_stopped_three_months_ago_is_over() -> None:
    half_jaar = Horizon(JAN, Maand(2027, 6))
    uitkomst = _besteed((JAN, "O5", 8), (Maand(2027, 4), "O1", 1), horizon=half_jaar)
    gestopt = next(r for r in compute_besteed(uitkomst) if r.opdracht == "O5")
    assert gestopt.verwacht_honderdste == uur(8)
    uitkomst = _besteed((FEB, "O5", 8), (Maand(2027, 4), "O1", 1), horizon=half_jaar)
    loopt = next(r for r in compute_besteed(uitkomst) if r.opdracht == "O5")
    assert loopt.verwacht_honderdste is not None
    assert loopt.verwacht_honderdste > uur(8)


def test_without_loaded_hours_nothing_is_known_and_nothing_is_zero() -> None:
    rij = compute_besteed(_besteed())[0]
    assert (rij.tot_en_met, rij.besteed_honderdste, rij.verwacht_honderdste) == (None, None, None)
    assert (rij.gepland_tot_honderdste, rij.verschil_honderdste) == (None, None)
    buiten = compute_besteed(_besteed((Maand(2026, 12), "O1", 40)))[0]
    assert buiten.besteed_honderdste is None


def test_a_team_adds_up_its_opdrachten_and_names_what_was_not_planned() -> None:
    t1, t2, _ = compute_besteed_team(_besteed((FEB, "O1", 30), (FEB, "O5", 8)))
    assert (t1.gepland_honderdste, t1.besteed_honderdste) == (uur(62), uur(38))
    assert t1.niet_gepland_honderdste == uur(8)
    assert t1.verwacht_honderdste == uur(30 + 22) + 12_40
    assert t1.verschil_honderdste == 2_40
    assert t1.aanbod_honderdste == uur(100)
    assert (t2.besteed_honderdste, t2.niet_gepland_honderdste, t2.verschil_honderdste) == (
        None,
        None,
        None,
    )


def test_the_other_side_planned_it_by_inzet_or_by_a_line_or_not_at_all() -> None:
    """T2 has no hours on O1 and 20 on O2; the line of T2 names no opdracht."""
    o1, o2, zonder = compute_afhankelijkheid(met_teams())
    assert (o1.team, o1.nodig_van_team, o1.opdracht) == ("T1", "T2", "O1")
    assert (o1.gepland, o1.heeft_inzet, o1.staat_in_teamplan) == (False, False, False)
    assert (o2.gepland, o2.gevraagd_honderdste, o2.toegekend_honderdste) == (True, uur(20), uur(20))
    assert (zonder.team, zonder.gepland) == ("T2", None)
    regel = replace(TEAMPLAN.teamplannen[2], opdracht=OpdrachtCode("O1"))
    plan = replace(TEAMPLAN, teamplannen=(*TEAMPLAN.teamplannen[:2], regel))
    o1 = compute_afhankelijkheid(met_teams(plan))[0]
    assert (o1.gepland, o1.heeft_inzet, o1.staat_in_teamplan) == (True, False, True)


def test_inzet_on_an_opdracht_that_waits_is_a_plan_without_hours() -> None:
    """O5 is parked; T2 has 90 hours on it in February."""
    regel = replace(TEAMPLAN.teamplannen[0], opdracht=OpdrachtCode("O5"))
    o5 = compute_afhankelijkheid(met_teams(replace(TEAMPLAN, teamplannen=(regel,))))[0]
    assert (o5.gepland, o5.gevraagd_honderdste) == (True, 0)


def test_a_team_that_names_itself_needs_nothing_of_another() -> None:
    regel = replace(TEAMPLAN.teamplannen[0], nodig_van_team=T1)
    assert compute_afhankelijkheid(met_teams(replace(TEAMPLAN, teamplannen=(regel,)))) == ()


def test_the_questions_of_the_sturingskader_are_counted_per_line() -> None:
    t1, t2, t3 = compute_teamplan(met_teams())
    assert (t1.resultaten, t1.opgave, t1.precies, t1.capaciteit, t1.kwaliteit, t1.nodig) == (
        2,
        1,
        2,
        2,
        1,
        2,
    )
    assert (t1.buiten_plan, t1.buiten_plan_honderdste) == (0, 0)
    assert (t2.resultaten, t2.precies, t2.capaciteit, t2.nodig) == (1, 0, 0, 1)
    assert (t2.buiten_plan, t2.buiten_plan_honderdste) == (2, uur(25))
    assert (t3.heeft_plan, t3.resultaten) == (False, 0)


def test_a_team_that_ended_needs_no_plan() -> None:
    teams = (replace(TEAMPLAN.teams[0], tot=date(2026, 12, 31)), *TEAMPLAN.teams[1:])
    uitkomst = met_teams(replace(TEAMPLAN, teams=teams))
    assert [r.team for r in compute_teamplan(uitkomst)] == ["T2", "T3"]
    assert [r.team for r in compute_zelforganisatie(uitkomst)] == ["T3", "T2"]


def test_teams_stand_by_their_level_and_unknown_last() -> None:
    assert [(r.team, r.zelforganisatie) for r in compute_zelforganisatie(met_teams())] == [
        ("T1", 3),
        ("T3", 5),
        ("T2", None),
    ]


def test_the_teamondersteuners_have_hours_and_support_teams() -> None:
    """T3 gets one fte (100 hours) and 40 hours of O3, which T2 carries out, and 30 of its own."""
    nemer = tuple(
        replace(o, opdrachtnemer=T3) if o.opdracht == "O1" else o for o in TEAMPLAN.opdrachten
    )
    inzet = tuple(
        replace(i, team=T3, uren_honderdste=uur(uren), opdracht=OpdrachtCode(o))
        for i, o, uren in ((TEAMPLAN.inzet[0], "O1", 30), (TEAMPLAN.inzet[0], "O3", 40))
    )
    fte = Capaciteitsregel(
        team=T3, van=FEB, tot=FEB, soort=CapaciteitSoort.BEZETTING, fte=Decimal(1)
    )
    plan = replace(
        TEAMPLAN,
        opdrachten=nemer,
        inzet=(*TEAMPLAN.inzet, *inzet),
        capaciteit=(*TEAMPLAN.capaciteit, fte),
    )
    (rij,) = compute_teamondersteuning(met_teams(plan))
    assert (rij.team, rij.teamondersteuners, rij.teams, rij.leidend) == ("T3", 2, 2, 1)
    assert (rij.aanbod_honderdste, rij.gevraagd_honderdste) == (uur(100), uur(70))
    assert (rij.eigen_werk_honderdste, rij.voor_anderen_honderdste) == (uur(30), uur(40))
    assert rij.per_team_honderdste == uur(15)
    steun = compute_ondersteunend(met_teams(plan))[0]
    assert (steun.team, steun.toegekend_honderdste) == ("T3", uur(70))
    assert (steun.eigen_werk_honderdste, steun.voor_anderen_honderdste) == (uur(30), uur(40))
    assert (steun.andere_teams, steun.voor_anderen_ratio) == (1, Fraction(4, 7))


def test_an_ondersteunend_team_without_hours_gives_nothing_and_has_no_share() -> None:
    (rij,) = compute_ondersteunend(met_teams())
    assert (rij.team, rij.toegekend_honderdste, rij.voor_anderen_ratio) == ("T3", 0, None)
    assert rij.nodig == 0


def test_formatie_and_bezetting_stand_per_thousand_inhabitants() -> None:
    """Formatie 2 (T1) and 1 (T3), T2 unknown; 1 and 0.5 fte filled, 0.5 hired; 3,000 people."""
    gebieden = tuple(
        replace(g, inwoners=3000) if g.soort is GebiedSoort.GEMEENTEBREED else g
        for g in TEAMPLAN.gebieden
    )
    ruimtelijk, sociaal, _, som = compute_formatie(met_teams(replace(TEAMPLAN, gebieden=gebieden)))
    assert (ruimtelijk.domein, ruimtelijk.formatie_per_1000_fte) == (
        Domein.RUIMTELIJK,
        Fraction(2, 3),
    )
    assert (sociaal.formatie_fte, sociaal.zonder_formatie) == (None, 1)
    assert (sociaal.inhuur_fte, sociaal.inhuur_ratio) == (Fraction(1, 2), Fraction(1, 2))
    assert (som.domein, som.formatie_fte, som.bezetting_fte) == (None, 3, Fraction(3, 2))
    assert (som.bezetting_per_1000_fte, som.inhuur_ratio) == (Fraction(1, 2), Fraction(1, 4))
    assert som.vacature_fte == Fraction(2, 5)


def test_without_inhabitants_there_is_no_figure_per_thousand() -> None:
    som = compute_formatie(met_teams())[-1]
    assert (som.formatie_per_1000_fte, som.bezetting_per_1000_fte) == (None, None)


def test_supporting_work_is_the_ontwikkelopgave_and_fundament_comes_first() -> None:
    (rij,) = compute_ontwikkelopgave(met_teams())
    assert (rij.opdracht, rij.fundament, rij.doel, rij.dekking_ratio) == ("O3", True, "D1", 1)
    anders = tuple(
        replace(o, naam="Archief") if o.opdracht == "O3" else o for o in TEAMPLAN.opdrachten
    )
    (rij,) = compute_ontwikkelopgave(met_teams(replace(TEAMPLAN, opdrachten=anders)))
    assert not rij.fundament
    team = tuple(
        replace(t, naam="Projectteam Fundament op Orde") if t.team == T2 else t
        for t in TEAMPLAN.teams
    )
    plan = replace(TEAMPLAN, opdrachten=anders, teams=team)
    assert compute_ontwikkelopgave(met_teams(plan))[0].fundament


def test_focus_of_a_period_is_the_average_of_its_months() -> None:
    """T2 in February: 2 opdrachten on 1 fte, one of 5 hours; in March nothing and no fte."""
    t2 = compute_focus_team(met_teams())[1]
    assert (t2.team, t2.onderhanden, t2.versnippering, t2.kruimels) == (T2, 2, 2, 1)
    t2 = compute_focus_team(reken(TEAMPLAN, Horizon(FEB, MRT)))[1]
    assert (t2.onderhanden, t2.versnippering, t2.gemiddeld_fte) == (1, 2, Fraction(1, 2))
    t3 = compute_focus_team(met_teams())[2]
    assert (t3.team, t3.versnippering) == (T3, None)
