"""Emptying the demonstration also takes back what decisions left beside the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from sturing.domain import wijziging as w
from sturing.domain.besluit import BeslotenStaat
from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Maand
from sturing.services import beheer, terugdraaien
from sturing.services.leveringen import maak_leeg
from sturing.services.omgeving import LOKAAL, Omgeving, systeem
from sturing.store import logboek, staatwissel
from sturing.store.besloten import lees_staat
from tests.services.besluitproef import leg_voor, lever, neem
from tests.services.besluitwereld import VOORAAN, wereld
from tests.services.conftest import omgeving_met

INHUUR = w.Inhuur(team=TeamCode("T2"), fte=Decimal("0.5"), van=Maand(2027, 3), tot=Maand(2027, 6))
SAMENHANGEND = w.MethodeWijziging(nieuw=Methode.SAMENHANGEND, oud=Methode.STRIKT)


@pytest.fixture
def demo() -> Iterator[Omgeving]:
    """A demonstration in which a decision left an order, supply and another method."""
    omgeving = omgeving_met({}, demo=True)
    lever(omgeving, wereld())
    neem(omgeving, LOKAAL, leg_voor(omgeving, LOKAAL, VOORAAN, INHUUR, SAMENHANGEND))
    yield omgeving
    omgeving.sluit()


def staat(omgeving: Omgeving) -> BeslotenStaat:
    with omgeving.opslag.lezen() as cursor:
        return lees_staat(cursor)


def wissels(omgeving: Omgeving) -> list[str]:
    regels = logboek.lees(omgeving.opslag)
    return [regel.object for regel in regels if regel.actie == staatwissel.ACTIE]


def test_an_organisation_after_emptying_begins_without_earlier_decisions(demo: Omgeving) -> None:
    vers = omgeving_met({}, demo=True)
    lever(vers, wereld())
    leeg = maak_leeg(demo, LOKAAL)
    assert staat(demo) == BeslotenStaat()
    assert wissels(demo) == [f"levering {leeg.nummer}"]
    lever(demo, wereld())
    assert demo.basis().uitkomst.vingerafdruk == vers.basis().uitkomst.vingerafdruk
    assert beheer.controleer(demo, systeem()) == ()
    vers.sluit()


def test_undoing_the_emptying_brings_the_decided_plan_back_exactly(demo: Omgeving) -> None:
    voor, stond = demo.basis().uitkomst, staat(demo)
    leeg = maak_leeg(demo, LOKAAL)
    terug = terugdraaien.maak_ongedaan(demo, LOKAAL, leeg.nummer, demo.nummer())
    assert staat(demo) == stond
    assert demo.basis().uitkomst.vingerafdruk == voor.vingerafdruk
    terugdraaien.maak_ongedaan(demo, LOKAAL, terug.nummer, demo.nummer())
    assert staat(demo) == BeslotenStaat()
    assert beheer.controleer(demo, systeem()) == ()


def test_a_decision_on_the_empty_plan_stays_when_the_emptying_is_undone(demo: Omgeving) -> None:
    leeg = maak_leeg(demo, LOKAAL)
    neem(demo, LOKAAL, leg_voor(demo, LOKAAL, SAMENHANGEND))
    besloten = staat(demo)
    terugdraaien.maak_ongedaan(demo, LOKAAL, leeg.nummer, demo.nummer())
    assert staat(demo) == besloten
    assert beheer.controleer(demo, systeem()) == ()


def test_emptying_without_decisions_says_nothing_of_them_in_the_log() -> None:
    omgeving = omgeving_met({}, demo=True)
    lever(omgeving, wereld())
    maak_leeg(omgeving, LOKAAL)
    assert wissels(omgeving) == []
    omgeving.sluit()
