"""What a screen looks at: the plan in force or a scenario, with the same words for both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sturing.domain.keuzes import Domein
from sturing.domain.wie import Wie
from sturing.errors import RechtError
from sturing.services import notatie, prioriteiten, scenarios
from sturing.services.blik import Kijk, blik_op, blikzin, domeinkeuzes, scenariokeuzes, urenverschil
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.overzicht import overzicht
from tests.services.besluitproef import omgeving_van
from tests.services.besluitwereld import wereld
from tests.services.conftest import omgeving_met, rijen


def test_without_a_choice_the_plan_in_force_is_looked_at_and_nothing_differs(
    omgeving: Omgeving,
) -> None:
    blik = blik_op(omgeving, LOKAAL)
    assert blik.uitkomst is blik.voor is omgeving.basis().uitkomst
    assert not blikzin(blik)
    assert not urenverschil(blik, 0)
    assert all(not k.verschil for k in overzicht(omgeving, LOKAAL).kerncijfers)  # type: ignore[union-attr]


def test_a_scenario_is_looked_at_with_its_own_plan_and_the_difference_in_words(
    omgeving: Omgeving,
) -> None:
    nummer = scenarios.maak(omgeving, LOKAAL, "Groen eerst")
    bord = prioriteiten.bord(omgeving, LOKAAL)
    prioriteiten.verplaats(omgeving, LOKAAL, bord.versie, "S3", 2)  # type: ignore[union-attr]
    blik = blik_op(omgeving, LOKAAL, Kijk(scenario=nummer))
    assert not blik.is_plan
    assert blik.naam == "Groen eerst"
    assert blik.voor is omgeving.basis().uitkomst
    assert blik.uitkomst.effecten != blik.voor.effecten
    assert blik.basis.index is omgeving.basis().index
    assert blikzin(blik).startswith("scenario ‘Groen eerst’: ")
    beeld = overzicht(omgeving, LOKAAL, Kijk(scenario=nummer))
    toegekend = next(k for k in beeld.kerncijfers if k.naam == "Toegekend")  # type: ignore[union-attr]
    som, nu = blik.uitkomst.effecten.organisatie, blik.voor.effecten.organisatie
    verwacht = urenverschil(blik, som.toegekend_honderdste - nu.toegekend_honderdste)
    assert toegekend.verschil == verwacht != ""


def test_an_empty_scenario_shows_no_difference_anywhere(omgeving: Omgeving) -> None:
    nummer = scenarios.maak(omgeving, LOKAAL, "Nog leeg")
    blik = blik_op(omgeving, LOKAAL, Kijk(scenario=nummer))
    assert blik.uitkomst is blik.voor
    assert "evenveel als in het plan van nu" in blikzin(blik)
    beeld = overzicht(omgeving, LOKAAL, Kijk(scenario=nummer))
    assert {k.verschil for k in beeld.kerncijfers} == {"gelijk aan het plan van nu"}  # type: ignore[union-attr]
    assert beeld.verschillen == ()  # type: ignore[union-attr]


def test_less_than_an_hour_of_difference_is_told_in_words_and_never_as_nothing(
    omgeving: Omgeving,
) -> None:
    blik = blik_op(
        omgeving, LOKAAL, Kijk(scenario=scenarios.maak(omgeving, LOKAAL, "Bijna gelijk"))
    )
    assert urenverschil(blik, 0) == "gelijk aan het plan van nu"
    assert urenverschil(blik, 49) == "minder dan 1 uur meer tegenover het plan van nu"
    assert urenverschil(blik, -49) == "minder dan 1 uur minder tegenover het plan van nu"
    assert urenverschil(blik, -50) == "−1 uur tegenover het plan van nu"


def test_of_one_domain_only_its_opdrachten_and_opdrachtgevers_differ() -> None:
    """S1 and S2 are of SM (ruimtelijk), S3 is of SS (sociaal): S2 to the front takes from both."""
    omgeving = omgeving_van(wereld())
    scenario = scenarios.maak(omgeving, LOKAAL, "Wonen eerst")
    bord = prioriteiten.bord(omgeving, LOKAAL)
    prioriteiten.verplaats(omgeving, LOKAAL, bord.versie, "S2", 2)  # type: ignore[union-attr]
    kijk = Kijk(scenario=scenario, domein=Domein.SOCIAAL)
    blik = blik_op(omgeving, LOKAAL, kijk)
    alles, sociaal = (
        overzicht(omgeving, LOKAAL, replace(kijk, domein=None)),
        overzicht(omgeving, LOKAAL, kijk),
    )
    omgeving.sluit()
    assert [r.naam for r in sociaal.verschillen] == ["SM sociaal"]  # type: ignore[union-attr]
    assert len(alles.verschillen) == 2  # type: ignore[union-attr]
    haalbaar = sociaal.telling.haalbaar  # type: ignore[union-attr]
    assert f"‘Wonen eerst’: {notatie.aantal(haalbaar, 'opdracht', 'opdrachten')} haalbaar, " in (
        blikzin(blik)
    )


def test_a_scenario_of_somebody_else_is_not_looked_at_and_not_among_the_choices(
    omgeving: Omgeving, manager: Wie
) -> None:
    nummer = scenarios.maak(omgeving, LOKAAL, "Van mij")
    assert [k.naam for k in scenariokeuzes(omgeving, LOKAAL)] == ["Plan van nu", "Van mij"]
    assert [k.naam for k in scenariokeuzes(omgeving, manager)] == ["Plan van nu"]
    with pytest.raises(RechtError):
        blik_op(omgeving, manager, Kijk(scenario=nummer))


def test_a_domain_holds_its_teams_and_the_opdrachten_of_its_opdrachtgevers(
    omgeving: Omgeving,
) -> None:
    alles = blik_op(omgeving, LOKAAL)
    per_domein = [blik_op(omgeving, LOKAAL, Kijk(domein=d)) for d in Domein]
    for team in alles.basis.plan.teams:
        assert alles.heeft_team(team.team)
        assert sum(b.heeft_team(team.team) for b in per_domein) == 1
    for opdracht in alles.basis.plan.opdrachten:
        assert alles.heeft_opdracht(opdracht)
        gevonden = {b.domein for b in per_domein if b.heeft_opdracht(opdracht)}
        assert gevonden == set(
            alles.basis.index.domeinen_van(opdracht.opdrachtgever, opdracht.opdrachtnemer)
        )
    assert blikzin(per_domein[0]).startswith("alleen domein ruimtelijk: ")


def test_only_who_sees_the_whole_organisation_can_look_at_one_domain(
    omgeving: Omgeving, lege_omgeving: Omgeving, niemand: Wie
) -> None:
    assert domeinkeuzes(omgeving, LOKAAL) == domeinkeuzes(lege_omgeving, LOKAAL) == ()
    gegeven = rijen()
    gegeven["Teams"][0]["domein"] = "sociaal"
    met_twee = omgeving_met(gegeven)
    namen = [k.naam for k in domeinkeuzes(met_twee, LOKAAL)]
    geen = domeinkeuzes(met_twee, niemand)
    met_twee.sluit()
    assert namen == ["Alle domeinen", "Ruimtelijk", "Sociaal"]
    assert geen == ()


def test_the_figures_of_the_domains_add_up_to_those_of_the_organisation(
    omgeving: Omgeving,
) -> None:
    def maanden(domein: Domein | None) -> list[tuple[int, int, int]]:
        beeld = overzicht(omgeving, LOKAAL, Kijk(domein=domein))
        return [
            (m.aanbod_honderdste, m.gevraagd_honderdste, m.toegekend_honderdste)
            for m in beeld.maanden  # type: ignore[union-attr]
        ]

    delen = [maanden(domein) for domein in Domein]
    samen = [tuple(map(sum, zip(*maand, strict=True))) for maand in zip(*delen, strict=True)]
    assert samen == maanden(None)
    assert any(any(toegekend for *_, toegekend in deel) for deel in delen)
