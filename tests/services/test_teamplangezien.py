"""Recording that a teamplan was seen: by whom, of which version, and what changed since."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.domain.codes import TeamCode
from sturing.domain.gezien import planversie
from sturing.domain.wie import Wie
from sturing.errors import RechtError
from sturing.services.berichten import Uitslag
from sturing.services.managementcollectief import managementcollectief
from sturing.services.omgeving import Omgeving
from sturing.services.teambeeld import Teamblad
from sturing.services.teamplangezien import (
    Gezienbeeld,
    gezien_per_team,
    gezien_woord,
    leg_vast,
    planregels,
)
from sturing.services.teams import teams
from sturing.store import logboek
from sturing.store.opslag import Opslag
from tests.services.conftest import lever_rijen, omgeving_met
from tests.services.teamwereld import (
    BEHEERDER,
    BESTUUR,
    DIRECTIE,
    MANAGER,
    MEDEWERKER,
    ONDERSTEUNER,
    PROCES,
    organisatie,
)

T1, T4 = TeamCode("T1"), TeamCode("T4")


@pytest.fixture
def wereld() -> Iterator[Omgeving]:
    omgeving = omgeving_met(organisatie())
    yield omgeving
    omgeving.sluit()


def versie(omgeving: Omgeving, team: TeamCode = T1) -> str:
    return planversie(planregels(omgeving.basis(), team, 2027))


def zie(omgeving: Omgeving, wie: Wie, opmerking: str = "", team: TeamCode = T1) -> Uitslag:
    return leg_vast(omgeving, wie, team, 2027, opmerking, versie(omgeving, team))


def beeld(omgeving: Omgeving, wie: Wie = DIRECTIE) -> Gezienbeeld:
    blad = teams(omgeving, wie, "T1")
    assert isinstance(blad, Teamblad)
    return blad.plan.gezien


def wijzig_plan(opslag: Opslag) -> None:
    """T1 gets a third line."""
    regel = organisatie()["Teamplannen"][1] | {"regel": 3, "resultaat": "Nog een"}
    lever_rijen(opslag, {"Teamplannen": [regel]})


def test_a_strategisch_manager_of_the_domain_and_the_directie_record_it(wereld: Omgeving) -> None:
    antwoord = zie(wereld, MANAGER, "  Sluit aan bij de woonopgave.  ")
    assert antwoord.aankondiging == "Vastgelegd: u zag het teamplan 2027 van Team T1."
    zie(wereld, DIRECTIE)
    nu = beeld(wereld)
    assert nu.actueel
    assert nu.stand.startswith("Iemand met directie zag dit teamplan op ")
    assert [(r.wie, r.opmerking, r.gewijzigd) for r in nu.regels] == [
        ("Iemand met directie", "", False),
        ("Iemand met strategisch manager", "Sluit aan bij de woonopgave.", False),
    ]


def test_nobody_else_may_and_nothing_is_stored(wereld: Omgeving) -> None:
    for wie in (ONDERSTEUNER, MEDEWERKER, PROCES, BESTUUR, BEHEERDER):
        with pytest.raises(RechtError, match="niet vastleggen dat dit teamplan gezien is"):
            zie(wereld, wie)
        if wie is not BEHEERDER:
            assert not beeld(wereld, wie).mag_vastleggen
    with pytest.raises(RechtError, match="buiten uw eigen domein"):
        leg_vast(wereld, MANAGER, T4, 2027, "", "")
    assert not gezien_per_team(wereld, 2027)


def test_a_plan_that_changed_since_says_so_and_can_be_seen_again(wereld: Omgeving) -> None:
    zie(wereld, MANAGER, "Akkoord.")
    wijzig_plan(wereld.opslag)
    oud = beeld(wereld)
    assert not oud.actueel
    assert oud.stand.startswith(
        "Het teamplan is gewijzigd sinds Iemand met strategisch manager het zag"
    )
    assert [r.gewijzigd for r in oud.regels] == [True]
    regels = planregels(wereld.basis(), T1, 2027)
    assert gezien_woord(regels, gezien_per_team(wereld, 2027)[T1]).startswith("gewijzigd sinds ")
    zie(wereld, MANAGER)
    assert [r.gewijzigd for r in beeld(wereld).regels] == [False, True]
    assert beeld(wereld).actueel


def test_a_plan_that_changed_while_it_was_read_is_not_recorded(wereld: Omgeving) -> None:
    gelezen = versie(wereld)
    wijzig_plan(wereld.opslag)
    antwoord = leg_vast(wereld, MANAGER, T1, 2027, "Gezien.", gelezen)
    assert "intussen gewijzigd" in antwoord.geweigerd
    assert not gezien_per_team(wereld, 2027)


def test_a_team_without_a_plan_cannot_be_seen(wereld: Omgeving) -> None:
    antwoord = leg_vast(wereld, DIRECTIE, T4, 2027, "", "")
    assert antwoord.geweigerd.startswith("Dit team heeft geen teamplan voor 2027.")


@pytest.mark.parametrize(("opmerking", "waarom"), [("x" * 2001, "2000"), ("123456782", "bsn")])
def test_a_remark_that_cannot_be_stored_is_refused(
    wereld: Omgeving, opmerking: str, waarom: str
) -> None:
    assert waarom in zie(wereld, DIRECTIE, opmerking).geweigerd
    assert not gezien_per_team(wereld, 2027)


def test_it_has_its_line_in_the_log(wereld: Omgeving) -> None:
    zie(wereld, DIRECTIE)
    regel = logboek.lees(wereld.opslag)[-1]
    assert (regel.actie, regel.object, regel.account) == (
        "teamplan gezien",
        "gezien 1: T1, 2027",
        DIRECTIE.account,
    )


def test_the_order_of_the_lines_is_no_other_version(wereld: Omgeving) -> None:
    regels = planregels(wereld.basis(), T1, 2027)
    assert planversie(regels) == planversie(reversed(regels))
    assert planversie(regels) != planversie(regels[:1])


def test_the_managementcollectief_counts_it(wereld: Omgeving) -> None:
    def titel() -> str:
        return managementcollectief(wereld, DIRECTIE).kop.titel  # type: ignore[union-attr]

    assert "2 teams hebben geen teamplan en 2 plannen zijn nog niet gezien." in titel()
    zie(wereld, MANAGER)
    assert "2 teams hebben geen teamplan en 1 plan is nog niet gezien." in titel()
