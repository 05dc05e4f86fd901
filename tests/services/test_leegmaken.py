"""Emptying the demonstration also takes back what decisions left beside the sheets, and what people
made and said about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sturing.domain import wijziging as w
from sturing.domain.afspraak import Afspraakobject, Afspraakveld, Objectsoort
from sturing.domain.besluit import BeslotenStaat, Voorstelstand
from sturing.domain.codes import PersoonCode, TeamCode
from sturing.domain.keuzes import Methode, Status
from sturing.domain.koppeling import Koppeling
from sturing.domain.samenspel import Signaalsoort
from sturing.domain.scenario import Deelrecht
from sturing.domain.tijd import Maand
from sturing.errors import InvoerError, RechtError
from sturing.services import beheer, prioriteiten, reacties, terugdraaien
from sturing.services.concept import eigen_concept
from sturing.services.leveringen import maak_leeg
from sturing.services.omgeving import LOKAAL, Omgeving, systeem
from sturing.store import (
    afspraken,
    deling,
    gesprekken,
    koppelingen,
    leegmaken,
    logboek,
    samenspel,
    staatwissel,
    teamplangezien,
    voorstellen,
)
from sturing.store.besloten import lees_staat
from sturing.store.sql_tekst import sql
from tests.services.besluitproef import leg_voor, lever, neem
from tests.services.besluitwereld import S1, SM, VOORAAN, wereld
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


KOPPELING = Koppeling(
    kenmerk="a" * 8,
    bron="uren",
    doel="Uren",
    kolommen={"project": "opdracht"},
    vast={},
    waarden={"opdracht": {"Spoorzone": S1}},
    decimaalpunt=False,
)
LEDGER = {"besluit", "voorstel", "reactie", "logboek"}
"""What happened, and stays: the ledger with the proposal of the decision, and the log."""


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


def samenspel_op(omgeving: Omgeving) -> None:
    """A draft that is shared, an open proposal with a reaction, a signal, a question, a note, a
    koppeling, a seen teamplan and a reason with an afspraak, all about opdrachten of the
    organisation; and a changed afspraak."""
    nu = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
    opslag = omgeving.opslag
    open_ = leg_voor(omgeving, LOKAAL, w.Parkeer(opdracht=S1, oude_status=Status.LOPEND))
    reacties.stem_in(omgeving, LOKAAL, open_.nummer, open_.versie)
    deling.zet_deelnemer(opslag, open_.concept, "ander", Deelrecht.MEEWERKEN)
    samenspel.meld(
        opslag,
        wie=LOKAAL,
        tijdstip=nu,
        soort=Signaalsoort.KNELPUNT,
        tekst="S1 knelt.",
        team=TeamCode("T2"),
        opdracht=S1,
    )
    samenspel.leg_voor(
        opslag, wie=LOKAAL, tijdstip=nu, opdracht=S1, aan="SM", tekst="Mag S1 later?"
    )
    gesprekken.noteer(opslag, LOKAAL, PersoonCode("WET"), "S1 gaat voor.", nu)
    koppelingen.leg_vast(opslag, wie=LOKAAL, koppeling=KOPPELING, tijdstip=nu)
    afspraken.leg_reden_vast(
        opslag,
        wie=LOKAAL,
        tijdstip=nu,
        afspraak="ROL_DIRECTIE",
        object_=Afspraakobject(soort=Objectsoort.OPDRACHT, opdracht=S1),
        feiten=(),
        tekst="S1 is van ons.",
    )
    afspraken.wijzig(
        opslag,
        wie=LOKAAL,
        tijdstip=nu,
        afspraak="TEAMPLAN",
        velden={Afspraakveld.AAN: ("ja", "nee")},
        reden="nog niet",
        mag_nog=lambda _: None,
    )
    teamplangezien.noteer(
        opslag,
        wie=LOKAAL,
        tijdstip=nu,
        team=TeamCode("T2"),
        jaar=2027,
        versie="a" * 64,
        regels=3,
        opmerking="S1 hoort erbij.",
        na_levering=omgeving.nummer(),
    )


def tabellen_met(omgeving: Omgeving, code: str) -> set[str]:
    """The tables in which this code stands as a word, but for the history of the leveringen."""
    met = set()
    with omgeving.opslag.lezen() as cursor:
        for (naam,) in cursor.execute(sql("beheer/tabelnamen")).fetchall():
            rijen = cursor.execute(f'from "{naam}"').fetchall()
            if not naam.startswith("levering") and re.search(rf"\b{code}\b", repr(rijen)):
                met.add(naam)
    return met


def test_nothing_that_people_made_or_said_points_to_what_is_gone(demo: Omgeving) -> None:
    samenspel_op(demo)
    wezen = {"concept_stap", "concept_versie", "signaal", "escalatie", "samenspel_bericht"}
    wezen |= {"gespreksnotitie", "koppeling", "voorstel", "opdrachten", "inzet", "afspraak_reden"}
    assert wezen <= tabellen_met(demo, S1)
    leeg = maak_leeg(demo, LOKAAL)
    assert tabellen_met(demo, S1) <= LEDGER
    assert [v.stand for v in voorstellen.lijst(demo.opslag)] == [Voorstelstand.AANGENOMEN]
    assert eigen_concept(demo, LOKAAL) is None
    regel = next(r for r in logboek.lees(demo.opslag) if r.actie == leegmaken.ACTIE)
    assert (regel.object, regel.account) == (f"levering {leeg.nummer}", LOKAAL.account)
    assert regel.oud is not None
    assert regel.oud.endswith(
        "voorstel 1, signaal 1, escalatie 1, gespreksnotitie 1, koppeling 1, "
        "gewijzigde afspraak 1, reden bij een afspraak 1, gezien 1"
    )
    assert teamplangezien.alle(demo.opslag) == ()
    assert beheer.controleer(demo, systeem()) == ()


def test_numbers_of_what_is_gone_are_not_given_out_again(demo: Omgeving) -> None:
    samenspel_op(demo)
    eerst = voorstellen.lijst(demo.opslag)[-1]
    maak_leeg(demo, LOKAAL)
    lever(demo, wereld())
    samenspel_op(demo)
    nu = voorstellen.lijst(demo.opslag)[-1]
    assert (nu.nummer, nu.concept) == (eerst.nummer + 1, eerst.concept + 1)
    assert nu.concept_versie > eerst.concept_versie
    assert [s.nummer for s in samenspel.signalen(demo.opslag)] == [2]
    assert [e.nummer for e in samenspel.escalaties(demo.opslag)] == [2]
    genoemd = [r.object for r in logboek.lees(demo.opslag) if r.actie == "koppeling"]
    assert sorted(str(naam).split(":")[0] for naam in genoemd) == ["koppeling 1", "koppeling 2"]
    # A window that was open while it was emptied acts on nothing.
    with pytest.raises(InvoerError, match="bestaat niet"):
        reacties.stem_in(demo, LOKAAL, eerst.nummer, eerst.versie)
    gezien = prioriteiten.verplaats(demo, LOKAAL, eerst.concept_versie, "S3", 2)
    assert gezien.anderen
    assert beheer.controleer(demo, systeem()) == ()


def test_who_may_not_empty_it_leaves_everything_as_it_is(demo: Omgeving) -> None:
    samenspel_op(demo)
    met = tabellen_met(demo, S1)
    with pytest.raises(RechtError):
        maak_leeg(demo, SM)
    assert tabellen_met(demo, S1) == met
