"""Managementcollectief: who may see it, the sentence, and what data cannot tell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.domain.keuzes import Domein
from sturing.domain.wie import Wie
from sturing.services import scenarios
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.blik import Kijk
from sturing.services.collectiefbeeld import Collectiefbeeld
from sturing.services.managementcollectief import managementcollectief
from sturing.services.omgeving import LOKAAL, Omgeving
from tests.services.conftest import LEEG, omgeving_met
from tests.services.teamwereld import (
    BEHEERDER,
    BESTUUR,
    DIRECTIE,
    MANAGER,
    MEDEWERKER,
    ONDERSTEUNER,
    PROCES,
    organisatie,
    te_klein,
)


@pytest.fixture(scope="module")
def wereld() -> Iterator[Omgeving]:
    """R1 is the programme Fundament op Orde, carried out by T3; TO is teamondersteuner in T4."""
    gegeven = organisatie()
    for opdracht in gegeven["Opdrachten"]:
        if opdracht["opdracht"] == "R1":
            opdracht |= {
                "naam": "Fundament op Orde",
                "soort_werk": "ondersteunend",
                "opdrachtnemer": "T3",
            }
    gegeven["Personen"].append(
        LEEG["Personen"]
        | {"persoon": "TO", "naam": "Ondersteuner", "rol": "teamondersteuner", "team": "T4"}
    )
    for team in gegeven["Teams"]:
        if team["team"] in ("T1", "T2"):
            team["teamondersteuner"] = "TO"
    gegeven["Gebieden"][0]["inwoners"] = 10_000
    omgeving = omgeving_met(gegeven)
    yield omgeving
    omgeving.sluit()


def beeld(omgeving: Omgeving, wie: Wie = DIRECTIE, kijk: Kijk | None = None) -> Collectiefbeeld:
    gemaakt = managementcollectief(omgeving, wie, kijk)
    assert isinstance(gemaakt, Collectiefbeeld)
    return gemaakt


def test_it_is_for_who_may_see_the_whole_organisation(wereld: Omgeving) -> None:
    for wie in (DIRECTIE, MANAGER, ONDERSTEUNER, BESTUUR):
        assert beeld(wereld, wie).kop.titel
    for wie in (PROCES, MEDEWERKER, BEHEERDER):
        geweigerd = managementcollectief(wereld, wie)
        assert isinstance(geweigerd, Geweigerd)
        assert "teamondersteuner" in geweigerd.uitleg


def test_the_first_line_names_coverage_and_what_is_missing(wereld: Omgeving) -> None:
    nu = beeld(wereld)
    (opgave,) = nu.opgaven
    assert (opgave.naam, opgave.fundament, opgave.team) == ("Fundament op Orde", True, "Team T3")
    assert opgave.gevraagd_uren == 2000
    assert nu.kop.titel == (
        f"De ontwikkelopgaven krijgen {opgave.dekking_pct}% van de gevraagde uren in 2027, "
        f"Fundament op Orde {opgave.dekking_pct}%. 2 teams hebben geen teamplan en 2 plannen zijn "
        "nog niet gezien."
    )
    assert [(p.team, p.wat) for p in nu.plannen] == [
        ("T3", "geen teamplan"),
        ("T4", "geen teamplan"),
        ("T1", "nog niet gezien"),
        ("T2", "nog niet gezien"),
    ]


def test_a_domain_that_was_chosen_on_another_screen_does_not_apply_here(
    wereld: Omgeving,
) -> None:
    met = beeld(wereld, DIRECTIE, Kijk(domein=Domein.SOCIAAL))
    assert met == beeld(wereld)


def test_an_opdracht_that_one_may_not_see_is_counted_and_not_named(wereld: Omgeving) -> None:
    bestuur = beeld(wereld, BESTUUR)
    assert bestuur.opgaven == ()
    assert "1 opdracht die u niet mag zien, staat alleen in de som." in bestuur.opgaven_zin
    assert bestuur.kop.titel == beeld(wereld).kop.titel


def test_formatie_and_bezetting_per_thousand_and_inhuur_named_so(wereld: Omgeving) -> None:
    """Formatie 3 + 2 + 5 + 1.5 and bezetting 7.5 fte for 10,000 people."""
    som = beeld(wereld).formatie[-1]
    assert (som.naam, som.formatie, som.bezetting) == ("Hele organisatie", "11,5", "7,5")
    assert (som.formatie_per_1000, som.bezetting_per_1000) == ("1,15", "0,75")
    assert som.inhuur_deel == "0,0%"
    zin = beeld(wereld).formatie_zin
    assert "in euro's" in zin
    assert "loonsom" in zin


def test_what_data_tells_of_the_teamondersteuners_and_what_it_cannot(wereld: Omgeving) -> None:
    zin = beeld(wereld).ondersteuners
    assert zin.startswith("Team T4: 1 teamondersteuner voor 2 teams, waarvan 0 leidend begeleid.")
    assert zin.endswith("Hoeveel uren elk team krijgt, staat niet in de gegevens.")


def test_teams_stand_by_level_and_are_all_counted(wereld: Omgeving) -> None:
    (niveau,) = beeld(wereld).niveaus
    assert (niveau.niveau, niveau.coachend, niveau.leidend, niveau.onbekend) == ("3", 4, 0, 0)


def test_an_empty_scenario_differs_nowhere(wereld: Omgeving) -> None:
    nummer = scenarios.maak(wereld, LOKAAL, "Nog leeg")
    leeg = beeld(wereld, LOKAAL, Kijk(scenario=nummer))
    assert not leeg.is_plan
    assert {r.verschil_uren for r in leeg.opgaven} == {0}
    assert {c.verschil for c in leeg.cijfers} == {"", "gelijk aan het plan van nu"}


def test_without_supporting_work_and_without_ondersteuners_it_says_what_to_do() -> None:
    omgeving = omgeving_met(te_klein())
    try:
        nu = beeld(omgeving)
        assert nu.opgaven == ()
        assert nu.opgaven_zin.startswith("Er is geen ondersteunend werk in het plan.")
        assert nu.kop.titel.startswith("De ontwikkelopgaven vragen geen uren in 2027.")
        assert "blad Personen" in nu.ondersteuners
        assert "inwoners" in nu.formatie_zin
        teams = {r.team for r in nu.focus}
        assert "Team T4" in teams
        assert "Team T4" not in {r.team for r in beeld(omgeving, ONDERSTEUNER).focus}
    finally:
        omgeving.sluit()


def test_without_data_the_screen_says_what_to_do(lege_omgeving: Omgeving) -> None:
    leeg = managementcollectief(lege_omgeving, LOKAAL)
    assert isinstance(leeg, Leeg)
    assert leeg.naar == "gegevens"
