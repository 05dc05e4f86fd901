"""Signals of teams: who may raise, see and answer them, their state, and taking them up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Domein
from sturing.domain.samenspel import Berichtsoort, Richting, Stand
from sturing.domain.wie import RechtRol, Wie
from sturing.errors import InvoerError, RechtError
from sturing.rights.samenspel import mag_signaal_zien
from sturing.services import berichten, melden, opnemen, prioriteiten, teamsignalen
from sturing.services.concept import eigen_concept
from sturing.services.gespreksbeeld import signaalbeeld
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store import logboek

from .gesprekproef import (
    ALLEN,
    ANDER_TEAM,
    BEHEERDER,
    BESTUUR,
    COLLEGA,
    CONTROLLER,
    DELEGATE,
    DIRECTIE,
    NIEMAND,
    ONDERSTEUNER,
    PV,
    SM,
    SM_SOCIAAL,
    TOT,
    VAN,
    knelpunt,
    organisatie,
    voorstel,
    wie,
)


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = organisatie()
    yield omgeving
    omgeving.sluit()


def zien(omgeving: Omgeving) -> set[str]:
    """The accounts that see the one signal there is."""
    basis = omgeving.basis()
    return {x.account for x in ALLEN if teamsignalen.zichtbare_signalen(omgeving, basis, x)}


def mogen_antwoorden(omgeving: Omgeving, nummer: int) -> set[str]:
    """The accounts whose answer is stored."""
    uit = set()
    for x in ALLEN:
        gezien = len(berichten.alle_signalen(omgeving)[nummer - 1].berichten)
        try:
            teamsignalen.antwoord(omgeving, x, nummer, "Ik kijk ernaar.", gezien)
        except (RechtError, InvoerError):
            continue
        uit.add(x.account)
    return uit


def stand(omgeving: Omgeving, nummer: int = 1) -> Stand:
    return teamsignalen.stand_nu(omgeving, berichten.alle_signalen(omgeving)[nummer - 1])


@pytest.mark.parametrize("door", [ONDERSTEUNER, COLLEGA, LOKAAL], ids=lambda x: x.account)
def test_who_is_of_the_team_raises_a_bottleneck(omgeving: Omgeving, door: Wie) -> None:
    assert knelpunt(omgeving, door=door) == 1
    [signaal] = berichten.alle_signalen(omgeving)
    assert (signaal.team, signaal.opdracht, signaal.uren_honderdste) == ("T2", "S2", 225_00)
    assert [b.account for b in signaal.berichten] == [door.account]


@pytest.mark.parametrize(
    "door",
    [SM, PV, ANDER_TEAM, DELEGATE, DIRECTIE, CONTROLLER, BESTUUR, BEHEERDER, NIEMAND],
    ids=lambda x: x.account,
)
def test_nobody_else_raises_a_bottleneck_of_this_team(omgeving: Omgeving, door: Wie) -> None:
    with pytest.raises(RechtError):
        knelpunt(omgeving, door=door)
    assert berichten.alle_signalen(omgeving) == ()


def test_an_opdracht_that_asks_nothing_of_the_team_is_refused(omgeving: Omgeving) -> None:
    with pytest.raises(RechtError):
        knelpunt(omgeving, "R1")
    with pytest.raises(RechtError, match="vraagt niets van dit team"):
        knelpunt(omgeving, "R1", door=LOKAAL)
    with pytest.raises(InvoerError, match="T9 bestaat niet"):
        knelpunt(omgeving, None, door=LOKAAL, team="T9")


def test_a_proposal_is_for_who_may_propose_or_change_that_priority(omgeving: Omgeving) -> None:
    """S1 asks T2 and T3, and is strategic: the matrix gives T v, D and O, and no medewerker."""
    mag = set()
    for x in ALLEN:
        try:
            voorstel(omgeving, "S1", door=x)
        except RechtError:
            continue
        mag.add(x.account)
    assert mag == {"ondersteuner", "manager", "directeur"}
    voorstel(omgeving, "W1", door=PV)
    assert berichten.alle_signalen(omgeving)[-1].opdracht == "W1"


def test_a_place_goes_with_its_direction_only(omgeving: Omgeving) -> None:
    for richting, plaats in ((Richting.PLAATS, None), (Richting.HOGER, 3), (Richting.PLAATS, 0)):
        with pytest.raises(InvoerError):
            voorstel(omgeving, richting=richting, plaats=plaats)
    with pytest.raises(InvoerError, match="bestaat niet"):
        voorstel(omgeving, "Q9", door=LOKAAL)


@pytest.mark.parametrize(
    ("tekst", "waarom"),
    [("  ", "Vul eerst in"), ("x" * 2001, "2000 tekens"), ("zie 111222333", "bsn")],
)
def test_words_that_cannot_be_stored_are_refused_in_words(
    omgeving: Omgeving, tekst: str, waarom: str
) -> None:
    wat = melden.Knelpunt(team=TeamCode("T2"), van=VAN, tot=TOT, uren_honderdste=None)
    uitslag = melden.meld_knelpunt(omgeving, ONDERSTEUNER, wat, tekst)
    assert waarom in uitslag.geweigerd
    assert berichten.alle_signalen(omgeving) == ()


def test_months_in_the_wrong_order_are_refused(omgeving: Omgeving) -> None:
    wat = melden.Knelpunt(team=TeamCode("T2"), van=TOT, tot=VAN, uren_honderdste=None)
    assert melden.meld_knelpunt(omgeving, ONDERSTEUNER, wat, "Te laat").geweigerd
    gelijk = melden.Knelpunt(team=TeamCode("T2"), van=VAN, tot=VAN, uren_honderdste=None)
    assert melden.meld_knelpunt(omgeving, ONDERSTEUNER, gelijk, "Te vol").nummer == 1


def test_a_signal_is_seen_by_who_reads_and_takes_part(omgeving: Omgeving) -> None:
    """S2 asks T2 and T3: of PV (T1) only figures of groups are readable, the wethouder has it in
    the portfolio but no part in the talk, and a beheerder reads no totals."""
    knelpunt(omgeving, "S2")
    assert zien(omgeving) == {
        "manager",
        "sociaal",
        "directeur",
        "controller",
        "ondersteuner",
        "collega",
    }


def test_the_delegate_sees_and_answers_what_is_about_the_own_opdracht(omgeving: Omgeving) -> None:
    nummer = knelpunt(omgeving, "S3")
    assert "projectleider" in zien(omgeving)
    assert mogen_antwoorden(omgeving, nummer) == {"manager", "projectleider"}


def test_a_signal_without_an_opdracht_is_for_the_manager_of_the_domain(omgeving: Omgeving) -> None:
    nummer = knelpunt(omgeving, None)
    assert mogen_antwoorden(omgeving, nummer) == {"manager"}


def test_an_opdracht_without_opdrachtgever_is_for_the_manager_of_its_domain(
    omgeving: Omgeving,
) -> None:
    in_t3 = wie("to-t3", RechtRol.TEAMONDERSTEUNER, "T3")
    nummer = knelpunt(omgeving, "R2", door=in_t3, team="T3")
    assert mogen_antwoorden(omgeving, nummer) == {"manager"}


def test_without_a_domain_it_is_for_the_directie(omgeving: Omgeving) -> None:
    nummer = knelpunt(omgeving, "X1")
    assert mogen_antwoorden(omgeving, nummer) == {"directeur"}


def test_being_named_in_the_plan_is_no_right(omgeving: Omgeving) -> None:
    """The sheet Personen never grants a right: the person SM without a role answers nothing."""
    nummer = knelpunt(omgeving)
    for rol in (None, RechtRol.BEHEERDER):
        with pytest.raises((RechtError, InvoerError)):
            teamsignalen.antwoord(omgeving, wie("nep", rol, persoon="SM"), nummer, "Ja", 1)
    sociaal = wie("ander", RechtRol.PROCESVERANTWOORDELIJKE, persoon="SM", domein=Domein.SOCIAAL)
    with pytest.raises((RechtError, InvoerError)):
        teamsignalen.antwoord(omgeving, sociaal, nummer, "Ja", 1)


def test_the_state_follows_the_messages_and_a_closed_signal_takes_no_more(
    omgeving: Omgeving,
) -> None:
    nummer = knelpunt(omgeving)
    assert stand(omgeving) is Stand.OPEN
    teamsignalen.antwoord(omgeving, SM, nummer, "Na de zomer.", 1)
    assert stand(omgeving) is Stand.BEANTWOORD
    teamsignalen.vervolg(omgeving, COLLEGA, nummer, "Dat is te laat.", 2)
    assert stand(omgeving) is Stand.OPEN
    assert teamsignalen.sluit(omgeving, SM, nummer, " ", 3).geweigerd
    teamsignalen.sluit(omgeving, SM, nummer, "Er komt inhuur.", 3)
    assert stand(omgeving) is Stand.GESLOTEN
    assert "al gesloten" in teamsignalen.antwoord(omgeving, SM, nummer, "Toch", 4).geweigerd
    [signaal] = berichten.alle_signalen(omgeving)
    assert [b.tekst for b in signaal.berichten] == [
        "Wij redden dit niet.",
        "Na de zomer.",
        "Dat is te laat.",
        "Er komt inhuur.",
    ]
    acties = [r.actie for r in logboek.lees(omgeving.opslag)][-4:]
    assert acties == [f"signaal {s}" for s in ("vraag", "antwoord", "vervolg", "sluiting")]


def test_following_up_is_for_the_team_and_closing_also_for_who_raised_it(
    omgeving: Omgeving,
) -> None:
    nummer = knelpunt(omgeving)
    with pytest.raises(RechtError):
        teamsignalen.vervolg(omgeving, SM, nummer, "Ik ook", 1)
    with pytest.raises(RechtError):
        teamsignalen.sluit(omgeving, CONTROLLER, nummer, "Weg ermee", 1)
    with pytest.raises(InvoerError, match="bestaat niet"):
        teamsignalen.sluit(omgeving, NIEMAND, nummer, "Weg ermee", 1)
    assert not teamsignalen.sluit(omgeving, ONDERSTEUNER, nummer, "Al opgelost", 1).geweigerd


def test_who_did_not_see_the_last_message_is_told_and_nothing_is_stored(
    omgeving: Omgeving,
) -> None:
    nummer = knelpunt(omgeving)
    teamsignalen.vervolg(omgeving, COLLEGA, nummer, "Het wordt erger.", 1)
    assert "Intussen" in teamsignalen.antwoord(omgeving, SM, nummer, "Prima zo?", 1).geweigerd
    assert len(berichten.alle_signalen(omgeving)[0].berichten) == 2


def test_a_proposal_goes_into_the_own_draft_with_its_message_and_its_mark(
    omgeving: Omgeving,
) -> None:
    nummer = voorstel(omgeving, "S3", Richting.PLAATS, 2)
    oud = next(r for r in omgeving.basis().uitkomst.effecten.opdrachten if r.opdracht == "S3")
    uitslag = opnemen.neem_op(omgeving, SM, nummer, 1)
    assert uitslag.aankondiging == "Nobelkwartier staat in uw concept op plaats 2."
    concept = eigen_concept(omgeving, SM)
    [zet] = concept.wijzigingen
    assert isinstance(zet, w.Rang)
    assert (zet.opdracht, zet.oude_plaats, zet.plaats) == ("S3", oud.plaats, 2)
    [signaal] = berichten.alle_signalen(omgeving)
    laatste = signaal.berichten[-1]
    assert (laatste.soort, laatste.concept) == (Berichtsoort.OPNAME, concept.id)
    assert stand(omgeving) is Stand.IN_SCENARIO
    beeld = opnemen.met_signalen(omgeving, SM, prioriteiten.bord(omgeving, SM))
    [regel] = beeld.wijzigingen
    assert regel.tekst.endswith(f"(signaal {nummer})")
    assert [r.actie for r in logboek.lees(omgeving.opslag)][-1] == "signaal opname"
    # Nobody else's plan moved.
    assert prioriteiten.bord(omgeving, DIRECTIE).wijzigingen == ()


def test_undoing_the_change_opens_the_signal_again(omgeving: Omgeving) -> None:
    nummer = voorstel(omgeving, "S3", Richting.PLAATS, 2)
    teamsignalen.antwoord(omgeving, SM, nummer, "Ik probeer het.", 1)
    opnemen.neem_op(omgeving, SM, nummer, 2)
    concept = eigen_concept(omgeving, SM)
    prioriteiten.ongedaan(omgeving, SM, concept.versie)
    assert stand(omgeving) is Stand.BEANTWOORD
    beeld = signaalbeeld(omgeving, omgeving.basis(), SM, berichten.alle_signalen(omgeving)[0])
    assert beeld.opneem_knop == "Zet op plaats 2 in mijn concept (nu 4)"


def test_a_stale_view_changes_neither_the_draft_nor_the_signal(omgeving: Omgeving) -> None:
    nummer = voorstel(omgeving)
    teamsignalen.vervolg(omgeving, ONDERSTEUNER, nummer, "Nog steeds.", 1)
    assert "Intussen" in opnemen.neem_op(omgeving, SM, nummer, 1).geweigerd
    concept = eigen_concept(omgeving, SM)
    assert concept is None or concept.wijzigingen == ()
    assert stand(omgeving) is Stand.OPEN


def test_taking_up_is_for_the_opdrachtgever_and_for_proposals_only(omgeving: Omgeving) -> None:
    knelpunt(omgeving)
    voorstel(omgeving)
    assert "geen voorstel" in opnemen.neem_op(omgeving, SM, 1, 1).geweigerd
    for ander in (SM_SOCIAAL, DIRECTIE, ONDERSTEUNER):
        with pytest.raises(RechtError):
            opnemen.neem_op(omgeving, ander, 2, 1)
    assert opnemen.neem_op(omgeving, DELEGATE, 2, 1).aankondiging
    assert eigen_concept(omgeving, SM) is None


def test_higher_and_lower_are_at_the_line_or_one_place(omgeving: Omgeving) -> None:
    """W1 1, S1 2, S2 3, S3 4, R1 5, R2 6: the line stands under 2 (S2 gets 775 of 1100)."""
    nu = omgeving.basis().uitkomst
    plaats = {r.opdracht: r.plaats for r in nu.effecten.opdrachten}
    assert (nu.effecten.lijn, plaats["S1"], plaats["S3"]) == (2, 2, 4)
    nummers = [
        voorstel(omgeving, "S3", Richting.HOGER, door=SM),
        voorstel(omgeving, "S1", Richting.LAGER, door=SM),
        voorstel(omgeving, "S3", Richting.LAGER, door=SM),
        voorstel(omgeving, "S1", Richting.HOGER, door=SM),
        voorstel(omgeving, "S1", Richting.PLAATS, 99, door=SM),
        voorstel(omgeving, "P1", Richting.HOGER, door=SM),
    ]
    doelen = [opnemen.doelplaats(nu, s) for s in berichten.alle_signalen(omgeving)]
    assert len(nummers) == len(doelen)
    # S1 cannot pass legal work, and P1 is on the parkeerplaats and has no place.
    assert [d and d[:2] for d in doelen] == [
        (4, 2),
        (2, 3),
        (4, 5),
        (2, 2),
        (2, len(plaats)),
        None,
    ]
    assert "al op plaats 2" in opnemen.neem_op(omgeving, SM, nummers[3], 1).geweigerd
    assert "geen plaats" in opnemen.neem_op(omgeving, SM, nummers[5], 1).geweigerd


def test_of_an_opdracht_that_is_gone_only_the_widest_rights_and_the_team_still_read(
    omgeving: Omgeving,
) -> None:
    knelpunt(omgeving)
    [signaal] = berichten.alle_signalen(omgeving)
    weg = replace(signaal, opdracht=OpdrachtCode("WEG"))
    index = omgeving.basis().index
    assert {x.account for x in ALLEN if mag_signaal_zien(x, index, weg)} == {
        "manager",
        "sociaal",
        "directeur",
        "controller",
        "ondersteuner",
    }
