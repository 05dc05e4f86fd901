"""A scenario on a plan that moved, and two scenarios from one copy: three values, one choice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sturing.domain import wijziging as w
from sturing.domain.keuzes import Methode, Status
from sturing.domain.levering import Mutatie
from sturing.errors import ConflictError, InvoerError, RechtError
from sturing.services import overnemen, scenarios
from sturing.services import prioriteiten as p
from sturing.services.omgeving import LOKAAL
from sturing.services.planbeweging import MIJN, PLAN, planbeweging, werk_bij
from sturing.services.scenariolijst import scenariolijst
from sturing.store import concepten, leveringen, logboek
from sturing.store.rijen import lees_blad

from .conftest import omgeving_met, rijen


@pytest.fixture
def omgeving():
    omgeving = omgeving_met(rijen())
    yield omgeving
    omgeving.sluit()


def lever(omgeving, blad, sleutel, **anders):
    """The next levering: one row of `blad` changed (or, without `anders`, gone)."""
    (oud,) = (r for r in lees_blad(omgeving.opslag, blad) if sleutel.items() <= r.items())
    leveringen.sla_op(
        omgeving.opslag,
        wie=LOKAAL,
        bestanden=(),
        mutaties=[Mutatie(blad=blad, oud=oud, nieuw={**oud, **anders} if anders else None)],
        verschil=(),
        tijdstip=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
    )


def scenario(omgeving, *wijzigingen, naam="Een"):
    nummer = scenarios.maak(omgeving, LOKAAL, naam)
    for wijziging in wijzigingen:
        nu = concepten.lees(omgeving.opslag, nummer)
        concepten.voeg_toe(omgeving.opslag, nummer, wijziging, nu.versie)
    return nummer


def wijzigingen(omgeving, nummer):
    return concepten.lees(omgeving.opslag, nummer).wijzigingen


PARKEER = w.Parkeer(opdracht="S1", oude_status=Status.LOPEND)
UREN = w.InzetWijziging(
    opdracht="S3", team="T2", uren_honderdste=100_00, oude_uren_honderdste=600_00
)
RANG = w.Rang(opdracht="S3", oude_plaats=4, plaats=2, onder="W1")


def test_a_plan_that_did_not_move_asks_nothing(omgeving):
    nummer = scenario(omgeving, UREN)
    beeld = planbeweging(omgeving, LOKAAL, nummer)
    assert (beeld.bewoog, beeld.botsingen) == (False, ())


def test_what_moved_and_is_not_touched_asks_no_choice_and_the_scenario_rests_on_now(omgeving):
    nummer = scenario(omgeving, UREN, RANG)
    lever(omgeving, "Inzet", {"opdracht": "R1"}, uren_honderdste=1900_00)
    (regel,) = scenariolijst(omgeving, LOKAAL).eigen
    assert regel.basis == "Het plan is gewijzigd: begonnen bij levering 1, nu 2"
    beeld = planbeweging(omgeving, LOKAAL, nummer)
    assert (beeld.bewoog, beeld.van, beeld.tot, beeld.botsingen) == (True, 1, 2, ())
    werk_bij(omgeving, LOKAAL, beeld, {})
    concept = concepten.lees(omgeving.opslag, nummer)
    assert (concept.basis_levering, concept.wijzigingen) == (2, (UREN, RANG))
    assert not planbeweging(omgeving, LOKAAL, nummer).bewoog
    assert [r.actie for r in logboek.lees(omgeving.opslag)][-1] == "scenario bijwerken"


def test_a_conflict_shows_what_it_was_what_i_did_and_what_it_is_now(omgeving):
    nummer = scenario(omgeving, UREN, PARKEER)
    lever(omgeving, "Inzet", {"opdracht": "S3"}, uren_honderdste=650_00)
    lever(omgeving, "Opdrachten", {"opdracht": "S1"}, status="gepland")
    uren, status = planbeweging(omgeving, LOKAAL, nummer).botsingen
    assert (uren.onderwerp, uren.veld) == ("Nobelkwartier, Team T2", "gevraagde uren")
    assert [x.replace("\u00a0", " ") for x in (uren.basis, uren.mijn, uren.ander)] == [
        "600 uur",
        "Nobelkwartier: +100 uur van Team T2, 600 → 700 uur",
        "650 uur",
    ]
    assert (status.onderwerp, status.veld) == ("Spoorzone", "status")
    assert (status.basis, status.mijn, status.ander) == (
        "lopend",
        "Spoorzone: parkeren, was lopend",
        "gepland",
    )


def test_mine_is_kept_with_the_value_of_now_and_of_the_plan_nothing_is_left(omgeving):
    nummer = scenario(omgeving, UREN, PARKEER)
    lever(omgeving, "Inzet", {"opdracht": "S3"}, uren_honderdste=650_00)
    lever(omgeving, "Opdrachten", {"opdracht": "S1"}, status="gepland")
    assert sum(bool(x.conflict) for x in p.bord(omgeving, LOKAAL).wijzigingen) == 2
    beeld = planbeweging(omgeving, LOKAAL, nummer)
    uren, status = (b.sleutel for b in beeld.botsingen)
    for keuzes in ({}, {uren: MIJN}, {uren: MIJN, status: "anders"}):
        with pytest.raises(InvoerError):
            werk_bij(omgeving, LOKAAL, beeld, keuzes)
    werk_bij(omgeving, LOKAAL, beeld, {uren: MIJN, status: PLAN})
    (blijft,) = wijzigingen(omgeving, nummer)
    assert (blijft.uren_honderdste, blijft.oude_uren_honderdste) == (100_00, 650_00)
    assert not any(x.conflict for x in p.bord(omgeving, LOKAAL).wijzigingen)


def test_a_chain_on_one_field_is_kept_whole(omgeving):
    tweede = w.InzetWijziging(
        opdracht="S3", team="T2", uren_honderdste=-50_00, oude_uren_honderdste=700_00
    )
    nummer = scenario(omgeving, UREN, tweede)
    lever(omgeving, "Inzet", {"opdracht": "S3"}, uren_honderdste=650_00)
    beeld = planbeweging(omgeving, LOKAAL, nummer)
    werk_bij(omgeving, LOKAAL, beeld, {b.sleutel: MIJN for b in beeld.botsingen})
    assert [x.oude_uren_honderdste for x in wijzigingen(omgeving, nummer)] == [650_00, 750_00]
    assert not any(x.conflict for x in p.bord(omgeving, LOKAAL).wijzigingen)


def test_only_an_opdracht_that_moved_among_the_others_conflicts_by_its_place(omgeving):
    nummer = scenario(omgeving, RANG)
    lever(omgeving, "Opdrachten", {"opdracht": "R2"}, rang=1)
    assert planbeweging(omgeving, LOKAAL, nummer).botsingen == ()
    lever(omgeving, "Opdrachten", {"opdracht": "S3"}, rang=9)
    (botsing,) = planbeweging(omgeving, LOKAAL, nummer).botsingen
    assert (botsing.basis, botsing.mijn, botsing.ander) == (
        "4",
        "Nobelkwartier: plaats 4 → 2",
        "7",
    )


def test_of_what_is_gone_only_the_plan_of_now_can_be_chosen(omgeving):
    nummer = scenario(omgeving, w.Stop(opdracht="N1", oude_status=Status.GEPLAND))
    lever(omgeving, "Opdrachten", {"opdracht": "N1"})
    beeld = planbeweging(omgeving, LOKAAL, nummer)
    (botsing,) = beeld.botsingen
    assert (botsing.ander, botsing.kan_mijn) == ("bestaat niet meer", False)
    with pytest.raises(InvoerError):
        werk_bij(omgeving, LOKAAL, beeld, {botsing.sleutel: MIJN})
    werk_bij(omgeving, LOKAAL, beeld, {botsing.sleutel: PLAN})
    assert wijzigingen(omgeving, nummer) == ()


def test_a_renamed_opdracht_did_not_change(omgeving):
    nummer = scenario(omgeving, UREN, RANG)
    (oud,) = (r for r in lees_blad(omgeving.opslag, "Opdrachten") if r["opdracht"] == "S3")
    (inzet,) = (r for r in lees_blad(omgeving.opslag, "Inzet") if r["opdracht"] == "S3")
    leveringen.sla_op(
        omgeving.opslag,
        wie=LOKAAL,
        bestanden=(),
        mutaties=[
            Mutatie(blad="Opdrachten", oud=oud, nieuw={**oud, "opdracht": "S30"}),
            Mutatie(blad="Inzet", oud=inzet, nieuw={**inzet, "opdracht": "S30"}),
        ],
        verschil=(),
        tijdstip=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
    )
    assert {x.opdracht for x in wijzigingen(omgeving, nummer)} == {"S30"}
    beeld = planbeweging(omgeving, LOKAAL, nummer)
    assert (beeld.bewoog, beeld.botsingen) == (True, ())


def test_what_was_decided_since_is_held_against_the_order_and_settings_of_then(omgeving):
    methode = w.MethodeWijziging(nieuw=Methode.SAMENHANGEND, oud=Methode.STRIKT)
    nummer = scenario(omgeving, methode)
    with omgeving.opslag.schrijven() as cursor:
        cursor.execute("insert into instelling values (1, 'alles-of-niets', true, 1, 1, 1)")
    lever(omgeving, "Inzet", {"opdracht": "R1"}, uren_honderdste=1900_00)
    (botsing,) = planbeweging(omgeving, LOKAAL, nummer).botsingen
    assert (botsing.onderwerp, botsing.veld) == ("Het hele plan", "methode")
    assert (botsing.basis, botsing.ander) == ("strikt", "alles of niets")


def test_a_choice_on_what_changed_meanwhile_is_refused(omgeving):
    nummer = scenario(omgeving, UREN)
    lever(omgeving, "Inzet", {"opdracht": "S3"}, uren_honderdste=650_00)
    beeld = planbeweging(omgeving, LOKAAL, nummer)
    keuzes = {b.sleutel: MIJN for b in beeld.botsingen}
    lever(omgeving, "Inzet", {"opdracht": "S3"}, uren_honderdste=660_00)
    with pytest.raises(ConflictError):
        werk_bij(omgeving, LOKAAL, beeld, keuzes)
    assert wijzigingen(omgeving, nummer) == (UREN,)


def test_what_may_not_be_seen_is_not_merged(omgeving, manager):
    nummer = scenario(omgeving, UREN)
    with pytest.raises(RechtError):
        planbeweging(omgeving, manager, nummer)
    with pytest.raises(RechtError):
        overnemen.overname(omgeving, manager, nummer, 99)


@pytest.fixture
def kopieen(omgeving):
    """'Een' with RANG, and its copy 'Twee'."""
    een = scenario(omgeving, RANG)
    return een, scenarios.kopieer(omgeving, LOKAAL, een, "Twee")


def zet(omgeving, nummer, *lijst):
    nu = concepten.lees(omgeving.opslag, nummer)
    concepten.vervang(omgeving.opslag, nummer, lijst, nu.versie)


def test_what_only_the_other_changed_is_taken_without_a_question(omgeving, kopieen):
    een, twee = kopieen
    regels = concepten.lees(omgeving.opslag, een).regels
    zet(omgeving, een, *regels, PARKEER)
    zet(omgeving, twee, *regels, UREN)
    beeld = overnemen.overname(omgeving, LOKAAL, een, twee)
    assert beeld.botsingen == ()
    assert beeld.zonder_vraag == ("Nobelkwartier: +100 uur van Team T2, 600 → 700\u00a0uur",)
    overnemen.neem_uit(omgeving, LOKAAL, beeld, {})
    assert set(wijzigingen(omgeving, een)) == {RANG, PARKEER, UREN}
    assert set(wijzigingen(omgeving, twee)) == {RANG, UREN}
    opnieuw = overnemen.overname(omgeving, LOKAAL, een, twee)
    assert (opnieuw.zonder_vraag, opnieuw.botsingen) == ((), ())


def test_what_the_other_took_out_goes_here_too(omgeving, kopieen):
    een, twee = kopieen
    zet(omgeving, twee)
    beeld = overnemen.overname(omgeving, LOKAAL, een, twee)
    assert beeld.zonder_vraag == ("weghalen: Nobelkwartier: plaats 4 → 2",)
    overnemen.neem_uit(omgeving, LOKAAL, beeld, {})
    assert wijzigingen(omgeving, een) == ()


@pytest.mark.parametrize("keuze", [MIJN, overnemen.HUN])
def test_what_both_changed_is_asked_with_three_values(omgeving, kopieen, keuze):
    een, twee = kopieen
    drie, zes = (w.Rang(opdracht="S3", oude_plaats=4, plaats=n) for n in (3, 6))
    zet(omgeving, een, drie)
    zet(omgeving, twee, zes)
    beeld = overnemen.overname(omgeving, LOKAAL, een, twee)
    (botsing,) = beeld.botsingen
    assert (botsing.basis, botsing.mijn, botsing.ander) == (
        "Nobelkwartier: plaats 4 → 2",
        "Nobelkwartier: plaats 4 → 3",
        "Nobelkwartier: plaats 4 → 6",
    )
    with pytest.raises(InvoerError):
        overnemen.neem_uit(omgeving, LOKAAL, beeld, {})
    overnemen.neem_uit(omgeving, LOKAAL, beeld, {botsing.sleutel: keuze})
    assert wijzigingen(omgeving, een) == ((drie,) if keuze == MIJN else (zes,))


def test_two_copies_of_one_begin_with_its_lines(omgeving, kopieen):
    een, twee = kopieen
    drie = scenarios.kopieer(omgeving, LOKAAL, een, "Drie")
    zet(omgeving, drie)
    beeld = overnemen.overname(omgeving, LOKAAL, twee, drie)
    assert (len(beeld.zonder_vraag), beeld.botsingen) == (1, ())


def test_strangers_share_no_beginning_and_take_only_what_i_have_nothing_against(omgeving):
    een = scenario(omgeving, RANG)
    ander = scenario(omgeving, w.Rang(opdracht="S3", oude_plaats=4, plaats=6), UREN, naam="Twee")
    beeld = overnemen.overname(omgeving, LOKAAL, een, ander)
    assert len(beeld.zonder_vraag) == len(beeld.botsingen) == 1
    assert beeld.botsingen[0].basis == overnemen.GEEN
    with pytest.raises(InvoerError):
        overnemen.overname(omgeving, LOKAAL, een, een)
    zet(omgeving, ander)
    with pytest.raises(ConflictError):
        overnemen.neem_uit(omgeving, LOKAAL, beeld, {beeld.botsingen[0].sleutel: MIJN})
