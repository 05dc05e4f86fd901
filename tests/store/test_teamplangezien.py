"""Teamplannen that were seen: only added to, followed by a new code, with a line in the log."""

from __future__ import annotations

from datetime import date

import pytest

from sturing.domain.codes import TeamCode
from sturing.domain.gezien import TeamplanGezien
from sturing.errors import ConflictError, InvariantError, OpslagError
from sturing.store import logboek, teamplangezien
from sturing.store.leveringen import laatste_nummer
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad
from tests.store.voorbeeld import TIJD, WIE, anders, lever

T1 = TeamCode("T1")
VERSIE = "a" * 64


def zie(opslag: Opslag, opmerking: str = "Helder plan.", versie: str = VERSIE) -> TeamplanGezien:
    return teamplangezien.noteer(
        opslag,
        wie=WIE,
        tijdstip=TIJD,
        team=T1,
        jaar=2027,
        versie=versie,
        regels=5,
        opmerking=opmerking,
        na_levering=laatste_nummer(opslag),
    )


def test_what_was_recorded_comes_back_whole_and_stays(gevuld: Opslag) -> None:
    eerste = zie(gevuld)
    tweede = zie(gevuld, "")
    assert teamplangezien.alle(gevuld) == (eerste, tweede)
    assert (eerste.nummer, eerste.team, eerste.jaar, eerste.versie) == (1, T1, 2027, VERSIE)
    assert (eerste.naam, eerste.tijdstip, eerste.opmerking) == (WIE.naam, TIJD, "Helder plan.")
    assert (tweede.nummer, tweede.opmerking) == (2, "")


def test_its_line_in_the_log_names_the_plan_and_not_the_words(gevuld: Opslag) -> None:
    zie(gevuld, "Geheime opmerking")
    regel = logboek.lees(gevuld)[-1]
    assert (regel.actie, regel.object) == ("teamplan gezien", "gezien 1: T1, 2027")
    assert logboek.verifieer(gevuld) is None
    assert "Geheime" not in str(logboek.lees(gevuld))


def test_data_that_came_in_between_refuses_it_and_stores_nothing(gevuld: Opslag) -> None:
    voor = len(logboek.lees(gevuld))
    with pytest.raises(ConflictError, match="nieuwe gegevens"):
        teamplangezien.noteer(
            gevuld,
            wie=WIE,
            tijdstip=TIJD,
            team=T1,
            jaar=2027,
            versie=VERSIE,
            regels=5,
            opmerking="",
            na_levering=laatste_nummer(gevuld) - 1,
        )
    assert teamplangezien.alle(gevuld) == ()
    assert len(logboek.lees(gevuld)) == voor


def test_a_version_that_is_no_hash_is_refused_together_with_its_line(gevuld: Opslag) -> None:
    voor = len(logboek.lees(gevuld))
    with pytest.raises(OpslagError):
        zie(gevuld, versie="kort")
    assert teamplangezien.alle(gevuld) == ()
    assert len(logboek.lees(gevuld)) == voor


def test_a_new_code_of_the_team_is_followed(gevuld: Opslag) -> None:
    zie(gevuld)
    [team] = lees_blad(gevuld, "Teams")
    lever(gevuld, anders("Teams", team, team="T-nieuw", van=date(2027, 1, 1)))
    [gezien] = teamplangezien.alle(gevuld)
    assert (gezien.team, gezien.versie) == ("T-nieuw", VERSIE)


def test_a_moment_without_a_zone_is_refused(gevuld: Opslag) -> None:
    with pytest.raises(InvariantError):
        teamplangezien.noteer(
            gevuld,
            wie=WIE,
            tijdstip=TIJD.replace(tzinfo=None),
            team=T1,
            jaar=2027,
            versie=VERSIE,
            regels=5,
            opmerking="",
            na_levering=laatste_nummer(gevuld),
        )
