"""Teams en teamplannen: who sees what of which team, and the sentences of one team."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.domain.keuzes import Domein
from sturing.domain.wie import Wie
from sturing.services import notatie, scenarios
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.blik import Kijk
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.teambeeld import Antwoord, Teamblad, Teamsoverzicht
from sturing.services.teams import ALLE, teams
from tests.services.conftest import omgeving_met
from tests.services.teamwereld import (
    BEHEERDER,
    BESTUUR,
    DIRECTIE,
    MANAGER,
    MEDEWERKER,
    ONDERSTEUNER,
    PROCES,
    TWEE_TEAMS,
    organisatie,
    te_klein,
)


@pytest.fixture(scope="module")
def wereld() -> Iterator[Omgeving]:
    omgeving = omgeving_met(organisatie())
    yield omgeving
    omgeving.sluit()


@pytest.fixture(scope="module")
def kleine_wereld() -> Iterator[Omgeving]:
    omgeving = omgeving_met(te_klein())
    yield omgeving
    omgeving.sluit()


def blad(omgeving: Omgeving, wie: Wie, team: str | None = None) -> Teamblad:
    beeld = teams(omgeving, wie, team)
    assert isinstance(beeld, Teamblad)
    return beeld


def overzicht(omgeving: Omgeving, wie: Wie) -> Teamsoverzicht:
    beeld = teams(omgeving, wie, ALLE)
    assert isinstance(beeld, Teamsoverzicht)
    return beeld


def test_the_own_team_comes_first_and_the_link_goes_before(wereld: Omgeving) -> None:
    assert blad(wereld, ONDERSTEUNER).team == "T1"
    assert blad(wereld, ONDERSTEUNER, "T3").team == "T3"
    assert blad(wereld, ONDERSTEUNER, "bestaat-niet").team == "T1"
    assert isinstance(teams(wereld, DIRECTIE), Teamsoverzicht)
    keuzes = blad(wereld, ONDERSTEUNER).teams
    assert [k.sleutel for k in keuzes][:2] == [ALLE, "T1"]


def test_who_has_several_teams_opens_on_them_together_and_reads_about_them_first(
    wereld: Omgeving,
) -> None:
    beeld = teams(wereld, TWEE_TEAMS)
    assert isinstance(beeld, Teamsoverzicht)
    assert {r.team for r in beeld.rijen[:2]} == {"T2", "T4"}
    assert len(beeld.rijen) > 2
    met = sum(r.resultaten > 0 for r in beeld.rijen[:2])
    assert beeld.kop.titel.startswith(f"{met} van uw 2 teams heeft een teamplan voor 2027")
    over = [r for r in beeld.rijen[:2] if (r.gevraagd_uren or 0) > (r.beschikbaar_uren or 0)]
    daarvan = f"Bij {len(over)} daarvan" if over else "Bij geen daarvan"
    assert daarvan in beeld.kop.titel
    assert beeld.noot.startswith("Uw teams staan bovenaan")
    een = overzicht(wereld, ONDERSTEUNER)
    assert "uw" not in een.kop.titel
    assert not een.noot.startswith("Uw teams")


def test_who_reaches_no_team_is_refused_with_the_role_that_is_needed(wereld: Omgeving) -> None:
    for wie in (BEHEERDER,):
        beeld = teams(wereld, wie)
        assert isinstance(beeld, Geweigerd)
        assert "teamondersteuner" in beeld.uitleg


def test_each_role_sees_its_teams(wereld: Omgeving) -> None:
    def gezien(wie: Wie) -> set[str]:
        return {r.team for r in overzicht(wereld, wie).rijen}

    assert gezien(DIRECTIE) == gezien(ONDERSTEUNER) == gezien(BESTUUR) == {"T1", "T2", "T3", "T4"}
    assert gezien(PROCES) == {"T1", "T2", "T3"}
    assert gezien(MEDEWERKER) == {"T1"}


def test_the_overview_counts_plans_and_teams_that_are_asked_too_much(wereld: Omgeving) -> None:
    """T1 has 2 fte (2,746 hours) and is asked 2,500; T2 1,373 against 2,200."""
    beeld = overzicht(wereld, DIRECTIE)
    assert beeld.kop.titel == (
        "2 van de 4 teams hebben een teamplan voor 2027; geen is al gezien. "
        "Bij 1 team wordt meer gevraagd dan er is, het meest bij Team T2."
    )
    assert beeld.rijen[0].team == "T2", "the largest shortage stands first"
    t1, t2, t4 = (next(r for r in beeld.rijen if r.team == t) for t in ("T1", "T2", "T4"))
    assert (t1.resultaten, t1.gezien, t4.resultaten, t4.gezien) == (
        2,
        "nog niet gezien",
        0,
        notatie.ONBEKEND,
    )
    assert (t2.gevraagd_uren, t2.verschil_uren) == (2200, None)
    assert t2.dekking_pct is not None
    assert t2.dekking_pct < 100


def test_the_steps_from_gross_to_net_add_up_on_the_screen(wereld: Omgeving) -> None:
    keten = blad(wereld, DIRECTIE, "T1").keten
    assert keten is not None
    bruto, *af, netto = keten.stappen
    assert bruto.uren - sum(stap.uren for stap in af) == netto.uren
    assert [stap.naam for stap in af] == ["Verlof", "Verzuim", "Indirect", "Ruimte"]
    assert af[-1].onder == netto.uren
    assert keten.fte == (
        "Gemiddeld in 2027: formatie 3,0 fte, bezetting 2,0 fte, inhuur 0,0 fte en "
        "vacatureruimte 1,0 fte."
    )


def test_the_first_line_says_what_the_team_has_is_asked_and_needs(wereld: Omgeving) -> None:
    t1, t2, t3, t4 = (blad(wereld, DIRECTIE, t).kop.titel for t in ("T1", "T2", "T3", "T4"))
    netto = blad(wereld, DIRECTIE, "T1").cijfers[0].waarde
    assert t1.startswith(f"Team T1 heeft {netto} in 2027; gevraagd is 2.500: ")
    assert t1.endswith(
        "Het heeft 2 keer een ander team nodig; 1 keer heeft dat team het niet gepland."
    )
    assert "meer dan er is" in t2
    assert t4.endswith("Er is geen teamplan voor 2027.")
    assert t3.endswith("Er is geen teamplan voor 2027.")


def test_the_questions_of_the_sturingskader_are_answered_per_line(wereld: Omgeving) -> None:
    plan = blad(wereld, DIRECTIE, "T1").plan
    assert [v.antwoord for v in plan.vragen] == [
        Antwoord.DEELS,
        Antwoord.JA,
        Antwoord.JA,
        Antwoord.NEE,
        Antwoord.NEE,
        Antwoord.JA,
    ]
    assert plan.vragen[0].tekst == "1 van de 2 regels noemt de opgave"
    assert plan.buiten_plan == "1 opdracht met samen 2.500\u00a0uur staat niet in het teamplan."
    assert [(r.team, r.gepland, r.tekort) for r in plan.nodig] == [
        ("Team T2", True, False),
        ("Team T4", False, False),
    ]
    assert [p.partner for p in plan.partners] == ["provincie"]
    assert [(r.team, r.gepland) for r in plan.van_ons] == [("Team T2", False)]
    assert not blad(wereld, DIRECTIE, "T4").plan.vragen


def test_the_lines_of_a_plan_are_for_who_may_see_the_row_itself(wereld: Omgeving) -> None:
    """Figures of groups (O a, T a, D a) do not open the words of another team."""
    for wie, team, leest in (
        (DIRECTIE, "T1", True),
        (MANAGER, "T1", True),
        (ONDERSTEUNER, "T1", True),
        (ONDERSTEUNER, "T2", False),
        (PROCES, "T2", True),
        (PROCES, "T1", False),
        (MEDEWERKER, "T1", False),
        (BESTUUR, "T1", False),
    ):
        plan = blad(wereld, wie, team).plan
        assert bool(plan.resultaten) is leest, (wie.account, team)
        assert bool(plan.nodig) is leest
        assert bool(plan.verborgen) is not leest
        assert plan.vragen


def test_what_another_team_needs_is_told_only_to_who_may_read_that_plan(wereld: Omgeving) -> None:
    assert blad(wereld, DIRECTIE, "T1").plan.van_ons
    assert not blad(wereld, ONDERSTEUNER, "T1").plan.van_ons


def test_opdrachten_that_one_may_not_see_are_one_row_without_a_name(wereld: Omgeving) -> None:
    alles = blad(wereld, DIRECTIE, "T3").werk
    (rij,) = blad(wereld, BESTUUR, "T3").werk
    assert (rij.naam, rij.plaats, rij.status) == ("Opdrachten die u niet mag zien (4)", None, None)
    assert rij.gevraagd_uren == sum(r.gevraagd_uren for r in alles)


def test_the_hours_of_the_opdrachten_add_up_to_those_under_the_table() -> None:
    """Four opdrachten ask T3 0,40 hour more than whole hours: 1,60 together, which is 2."""
    gegeven = organisatie()
    for rij in gegeven["Inzet"]:
        if rij["team"] == "T3":
            rij["uren_honderdste"] += 40
    omgeving = omgeving_met(gegeven)
    t3 = blad(omgeving, DIRECTIE, "T3")
    omgeving.sluit()
    gevraagd = notatie.getal(sum(r.gevraagd_uren for r in t3.werk))
    toegekend = notatie.getal(sum(r.toegekend_uren for r in t3.werk))
    assert t3.werk_zin.startswith(
        f"Samen {toegekend}\u00a0uur toegekend van de {gevraagd} gevraagd"
    )
    assert all(r.toegekend_uren <= r.gevraagd_uren for r in t3.werk)
    af = sum(stap.uren for stap in t3.keten.stappen if stap.af)
    assert t3.keten.stappen[0].uren - af == t3.keten.stappen[-1].uren


def test_hours_that_rest_on_three_persons_are_hidden_from_who_sees_groups(
    kleine_wereld: Omgeving,
) -> None:
    assert blad(kleine_wereld, DIRECTIE, "T4").keten is not None
    klein = blad(kleine_wereld, ONDERSTEUNER, "T4")
    assert (klein.keten, klein.maanden, klein.cijfers) == (None, (), ())
    assert "te weinig" in klein.klein
    # Nor do the hours that it gives to each opdracht tell them.
    assert (klein.werk, klein.werk_zin, klein.samen) == ((), "", ())
    assert blad(kleine_wereld, DIRECTIE, "T4").werk_zin
    assert "te weinig mensen" in klein.besteed.zin
    assert klein.kop.titel.startswith("Team T4 is te klein om de uren van 2027 te tonen.")
    rij = overzicht(kleine_wereld, ONDERSTEUNER).rijen[3]
    assert (rij.klein, rij.beschikbaar_uren, rij.gevraagd_pct, rij.dekking_pct) == (
        True,
        None,
        None,
        None,
    )
    assert "‹5" in overzicht(kleine_wereld, ONDERSTEUNER).noot
    assert "‹10" in overzicht(kleine_wereld, BESTUUR).noot


def test_people_in_several_teams_are_a_group_or_nothing(
    wereld: Omgeving, kleine_wereld: Omgeving
) -> None:
    assert "geen personen ingelezen" in blad(wereld, DIRECTIE, "T4").personen
    assert "kleiner dan 5 personen" in blad(kleine_wereld, DIRECTIE, "T4").personen
    assert blad(kleine_wereld, DIRECTIE, "T1").personen == (
        "Van dit team zijn geen personen ingelezen."
    )


def test_spent_hours_are_of_the_year_of_the_data_date_and_say_so(wereld: Omgeving) -> None:
    """T4 booked 40 hours on a parked opdracht in October 2026; the plan year is 2027."""
    t4 = blad(wereld, DIRECTIE, "T4").besteed
    assert t4.jaar == 2026
    assert t4.totaal is not None
    assert (t4.totaal.besteed_uren, t4.totaal.gepland_uren) == (40, 0)
    assert "Tot en met oktober 2026 is 40\u00a0uur besteed" in t4.zin
    assert "40\u00a0uur ging naar werk zonder planning" in t4.zin
    t1 = blad(wereld, DIRECTIE, "T1").besteed
    assert (t1.totaal, t1.rijen) == (None, ())
    assert "Lever het blad Uren aan" in t1.zin


def test_who_may_export_a_team_may_take_its_table(wereld: Omgeving) -> None:
    assert blad(wereld, ONDERSTEUNER, "T1").mag_exporteren
    assert not blad(wereld, ONDERSTEUNER, "T2").mag_exporteren
    assert not blad(wereld, MANAGER, "T4").mag_exporteren
    assert overzicht(wereld, DIRECTIE).mag_exporteren
    assert not overzicht(wereld, ONDERSTEUNER).mag_exporteren


def test_the_domain_that_is_looked_at_leaves_the_other_teams_out(wereld: Omgeving) -> None:
    beeld = teams(wereld, DIRECTIE, ALLE, Kijk(domein=Domein.SOCIAAL))
    assert isinstance(beeld, Teamsoverzicht)
    assert [r.team for r in beeld.rijen] == ["T4"]
    leeg = teams(wereld, DIRECTIE, ALLE, Kijk(domein=Domein.BEDRIJFSVOERING))
    assert isinstance(leeg, Leeg)
    assert leeg.titel == "In dit domein zijn geen teams die u mag zien."


def test_an_empty_scenario_differs_nowhere_from_the_plan_in_force() -> None:
    omgeving = omgeving_met(organisatie())
    try:
        kijk = Kijk(scenario=scenarios.maak(omgeving, LOKAAL, "Nog leeg"))
        alle = teams(omgeving, LOKAAL, ALLE, kijk)
        assert isinstance(alle, Teamsoverzicht)
        assert not alle.is_plan
        assert {r.verschil_uren for r in alle.rijen} == {0}
        een = teams(omgeving, LOKAAL, "T1", kijk)
        assert isinstance(een, Teamblad)
        assert {r.verschil_uren for r in een.werk} == {0}
        assert {c.verschil for c in een.cijfers} == {"gelijk aan het plan van nu"}
    finally:
        omgeving.sluit()


def test_without_teams_the_screen_says_what_to_do(lege_omgeving: Omgeving) -> None:
    beeld = teams(lege_omgeving, LOKAAL)
    assert isinstance(beeld, Leeg)
    assert beeld.naar == "gegevens"
