"""The lines of a draft: off and on, changed, taken out, and what happens to the others."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.scenario import Regel
from sturing.engine.uitkomst import reken
from sturing.errors import RechtError
from sturing.services import prioriteiten as p
from sturing.services import regelbewerking as rb
from sturing.services.concept import Verplaatsing, eigen_concept, uitkomst_van
from sturing.services.conceptregels import PAS_AAN, VERVERS, regels_in_woorden
from sturing.services.knopinvoer import VeldError
from sturing.services.knoppen_middelen import GEEN
from sturing.services.knopvelden import Knop
from sturing.services.omgeving import LOKAAL, Omgeving

from .knopproef import bord, doe, knoporganisatie, leeg_concept, zinnen


@pytest.fixture(scope="module")
def _organisatie() -> Iterator[Omgeving]:
    gemaakt = knoporganisatie()
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def omgeving(_organisatie: Omgeving) -> Omgeving:
    leeg_concept(_organisatie)
    return _organisatie


def nr(omgeving: Omgeving, plek: int) -> int:
    return bord(omgeving).wijzigingen[plek].regel


def zet(omgeving: Omgeving, plek: int, aan: bool) -> Verplaatsing:
    beeld = bord(omgeving)
    return rb.zet_regel(omgeving, LOKAAL, beeld.versie, beeld.wijzigingen[plek].regel, aan)


def test_a_line_that_is_off_does_nothing_and_keeps_its_place_and_number(omgeving):
    begin = bord(omgeving).rijen
    doe(omgeving, Knop.PARKEER, opdracht="S1")
    doe(omgeving, Knop.AMBITIE, opdracht="S2", procent="50")
    vol, eigen = bord(omgeving).rijen, nr(omgeving, 0)
    assert "staat uit" in zet(omgeving, 0, False).aankondiging
    assert [x.aan for x in bord(omgeving).wijzigingen] == [False, True]
    assert nr(omgeving, 0) == eigen
    zet(omgeving, 1, False)
    assert bord(omgeving).rijen == begin
    zet(omgeving, 0, True)
    zet(omgeving, 1, True)
    assert bord(omgeving).rijen == vol


def test_switching_a_line_to_what_it_is_changes_nothing(omgeving):
    doe(omgeving, Knop.PARKEER, opdracht="S1")
    versie = bord(omgeving).versie
    assert zet(omgeving, 0, True).geweigerd == rb.AL_ZO
    assert bord(omgeving).versie == versie


def test_a_line_is_changed_in_its_place(omgeving):
    doe(omgeving, Knop.AMBITIE, opdracht="S2", procent="50")
    doe(omgeving, Knop.PARKEER, opdracht="S1")
    eigen = nr(omgeving, 0)
    doe(omgeving, Knop.AMBITIE, regel=eigen, opdracht="S2", procent="70")
    assert zinnen(omgeving)[0] == "Schapenweide: 70% van de uren, 1.100 → 770 uur"
    assert nr(omgeving, 0) == eigen
    doe(omgeving, Knop.AMBITIE, regel=eigen, opdracht="S2", procent="100")
    assert len(zinnen(omgeving)) == 1


def test_a_line_that_is_gone_is_said_and_nothing_changes(omgeving):
    doe(omgeving, Knop.PARKEER, opdracht="S1")
    beeld = bord(omgeving)
    weg = beeld.wijzigingen[0].regel
    rb.verwijder_regel(omgeving, LOKAAL, beeld.versie, weg)
    versie = bord(omgeving).versie
    assert rb.verwijder_regel(omgeving, LOKAAL, versie, weg).geweigerd == rb.WEG
    assert rb.zet_regel(omgeving, LOKAAL, versie, weg, True).geweigerd == rb.WEG
    assert doe(omgeving, Knop.PARKEER, regel=weg, opdracht="S2").geweigerd == rb.WEG


def test_a_line_that_stops_fitting_says_why_and_can_take_the_value_of_now(omgeving):
    doe(omgeving, Knop.AMBITIE, opdracht="S2", procent="50")
    doe(omgeving, Knop.UREN, opdracht="S2", team="T2", uren="100")
    assert zinnen(omgeving)[1] == "Schapenweide: +100 uur van Team T2, 350 → 450 uur"
    zet(omgeving, 0, False)
    regel = bord(omgeving).wijzigingen[1]
    assert regel.conflict == "Schapenweide vraagt nu 700,00 uur en niet meer 350,00 uur."
    assert (regel.advies, regel.kan_verversen) == (VERVERS, True)
    rb.ververs_regel(omgeving, LOKAAL, bord(omgeving).versie, regel.regel)
    assert not bord(omgeving).wijzigingen[1].conflict
    assert zinnen(omgeving)[1] == "Schapenweide: +100 uur van Team T2, 700 → 800 uur"


def test_a_line_that_cannot_fit_any_more_says_so(omgeving):
    doe(omgeving, Knop.START, opdracht="P1", plaats="3")
    doe(omgeving, Knop.PLAATS, opdracht="P1", plaats="5")
    zet(omgeving, 0, False)
    regel = bord(omgeving).wijzigingen[1]
    assert "niet gepland of lopend" in regel.conflict
    assert (regel.advies, regel.kan_verversen) == (PAS_AAN, False)


def test_the_value_of_now_is_no_way_out_for_a_line_of_an_opdracht_that_is_gone(omgeving):
    basis = omgeving.basis()
    weg = w.Ambitie(opdracht=OpdrachtCode("WEG"), factor=Decimal(2), oude_uren_honderdste=100)
    na = reken(basis.plan, basis.uitkomst.horizon, [weg])
    regel = Regel(nr=1, wijziging=weg, door="a", versie=1)
    (beeld,) = regels_in_woorden([regel], na.stand.conflicten, basis.namen, na=na)
    assert beeld.conflict == "Opdracht WEG bestaat niet meer."
    assert (beeld.advies, beeld.kan_verversen) == (PAS_AAN, False)


def test_who_may_have_no_draft_changes_no_line(omgeving, niemand):
    doe(omgeving, Knop.PARKEER, opdracht="S1")
    with pytest.raises(RechtError):
        rb.zet_regel(omgeving, niemand, 1, nr(omgeving, 0), False)


def test_a_line_that_was_changed_elsewhere_is_not_overwritten(omgeving):
    doe(omgeving, Knop.PARKEER, opdracht="S1")
    oud, eigen = bord(omgeving).versie, nr(omgeving, 0)
    zet(omgeving, 0, False)
    geweigerd = rb.verwijder_regel(omgeving, LOKAAL, oud, eigen).geweigerd
    assert "in een ander venster eerst: Spoorzone: parkeren" in geweigerd
    assert "Uw wijziging was: weghalen" in geweigerd
    assert [x.aan for x in bord(omgeving).wijzigingen] == [False]


DADEN = st.lists(
    st.one_of(
        st.tuples(st.just("parkeer"), st.sampled_from(["S1", "S2", "S3", "R1", "R2"])),
        st.tuples(st.just("ambitie"), st.sampled_from(["S1", "S2", "R1"])),
        st.tuples(st.just("plaats"), st.sampled_from(["S1", "S2", "R1", "R2"])),
        st.tuples(st.just("inhuur"), st.sampled_from(["T2", "T3"])),
        st.tuples(st.just("uit"), st.integers(0, 5)),
        st.tuples(st.just("weg"), st.integers(0, 5)),
    ),
    min_size=1,
    max_size=6,
)


def _doe(omgeving: Omgeving, daad: tuple[str, object]) -> None:
    soort, wat = daad
    regels = bord(omgeving).wijzigingen
    if soort in ("uit", "weg"):
        if not regels:
            return
        regel = regels[int(str(wat)) % len(regels)]
        versie = bord(omgeving).versie
        if soort == "uit":
            rb.zet_regel(omgeving, LOKAAL, versie, regel.regel, not regel.aan)
        else:
            rb.verwijder_regel(omgeving, LOKAAL, versie, regel.regel)
        return
    knop = Knop(soort)
    invoer = {
        Knop.PARKEER: {"opdracht": wat},
        Knop.AMBITIE: {"opdracht": wat, "procent": "60"},
        Knop.PLAATS: {"opdracht": wat, "plaats": "3"},
        Knop.INHUUR: {
            "team": wat,
            "fte": "0,5",
            "van": "feb 2027",
            "tot": "mei 2027",
            "programma": GEEN,
        },
    }[knop]
    try:
        doe(omgeving, knop, **invoer)
    except VeldError:
        assert soort in ("parkeer", "plaats", "ambitie")


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(DADEN)
def test_whatever_was_done_undone_to_the_start_is_the_plan_in_force(omgeving, daden):
    leeg_concept(omgeving)
    basis = omgeving.basis()
    begin = eigen_concept(omgeving, LOKAAL)
    for daad in daden:
        _doe(omgeving, daad)
    concept = eigen_concept(omgeving, LOKAAL)
    assert concept is not None
    # The cached result of every step is the one that a calculation from nothing gives.
    uitkomst = uitkomst_van(omgeving, basis, concept)
    omgeving._uitkomsten.clear()
    vers = uitkomst_van(omgeving, basis, concept)
    assert uitkomst.effecten == vers.effecten
    assert uitkomst.vingerafdruk == vers.vingerafdruk
    while bord(omgeving).wijzigingen or (begin and begin.regels):
        p.ongedaan(omgeving, LOKAAL, bord(omgeving).versie)
    terug = eigen_concept(omgeving, LOKAAL)
    assert uitkomst_van(omgeving, basis, terug).vingerafdruk == basis.uitkomst.vingerafdruk
