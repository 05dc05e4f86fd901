"""The ledger and what stands beside the sheets: written and read back exactly, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sturing.domain.besluit import (
    BeslotenStaat,
    Besluit,
    Bezwaartekst,
    Reactiesoort,
    Verlies,
    Voorstel,
    Voorstelstand,
)
from sturing.domain.codes import OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import CapaciteitSoort, Methode
from sturing.domain.organisatie import Capaciteitsregel
from sturing.domain.plan import Gewichten, Instellingen
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wijziging import Inhuur, Parkeer
from sturing.errors import ConflictError, InvariantError, InvoerError, OpslagError
from sturing.store import besluiten, voorstellen
from sturing.store.besloten import lees_staat, zet_staat
from sturing.store.besluiten import Rijwijziging
from sturing.store.leveringen import laatste_nummer
from sturing.store.opslag import Opslag
from sturing.store.staat_json import staat_naar_json, staat_van_json
from tests.store.voorbeeld import TIJD, WIE

JAAR = Horizon.planjaar(2027)
STAAT = BeslotenStaat(
    rang={OpdrachtCode("O2"): 1, OpdrachtCode("O1"): 2},
    instellingen=Instellingen(
        methode=Methode.SAMENHANGEND,
        wettelijk_eerst=False,
        gewichten=Gewichten(financiele_waarde=Decimal("2.5")),
    ),
    aanbod=(
        Capaciteitsregel(
            team=TeamCode("T1"),
            van=Maand(2027, 1),
            tot=Maand(2027, 6),
            soort=CapaciteitSoort.BEZETTING,
            fte=Decimal("-0.125"),
        ),
    ),
)
VOORSTEL = Voorstel(
    nummer=1,
    titel="Wonen eerst",
    toelichting="",
    account="sm",
    naam="Manager",
    persoon=PersoonCode("P1"),
    tijdstip=TIJD,
    reactie_tot=date(2026, 11, 24),
    horizon=JAAR,
    concept=1,
    concept_versie=2,
    basis_levering=1,
    vingerafdruk="a" * 64,
    wijzigingen=(
        Inhuur(
            team=TeamCode("T1"),
            fte=Decimal("0.5"),
            van=Maand(2027, 1),
            tot=Maand(2027, 2),
            tarief_cent=9_800,
        ),
    ),
    stand=Voorstelstand.OPEN,
    versie=1,
)
BESLUIT = Besluit(
    nummer=1,
    voorstel=1,
    titel="Wonen eerst",
    stand=Voorstelstand.AANGENOMEN,
    basis_levering=1,
    levering=None,
    tijdstip=datetime(2026, 11, 25, 10, tzinfo=UTC),
    account="dir",
    naam="Directeur",
    rol="directie",
    reden="Omdat het moet.",
    horizon=JAAR,
    vingerafdruk="a" * 64,
    vingerafdruk_na="b" * 64,
    rekenversie="1",
    wijzigingen=VOORSTEL.wijzigingen,
    bezwaren=(Bezwaartekst(naam="SM", tekst="Te snel."),),
    staat_voor=BeslotenStaat(),
    staat_na=STAAT,
)
NIETS = Rijwijziging(mutaties=(), verschil=(), bereiken=())


def test_what_stands_beside_the_sheets_comes_back_exactly(gevuld: Opslag) -> None:
    with gevuld.schrijven() as cursor:
        assert lees_staat(cursor) == BeslotenStaat()
        zet_staat(cursor, STAAT)
        assert lees_staat(cursor) == STAAT
        zet_staat(cursor, BeslotenStaat())
        assert lees_staat(cursor) == BeslotenStaat()
    assert staat_van_json(staat_naar_json(STAAT)) == STAAT
    with pytest.raises(OpslagError):
        staat_van_json('{"rang": []}')


def test_a_number_that_does_not_fit_leaves_what_stood(gevuld: Opslag) -> None:
    fijn = replace(STAAT, aanbod=(replace(STAAT.aanbod[0], fte=Decimal("0.1234567")),))
    with gevuld.schrijven() as cursor:
        zet_staat(cursor, STAAT)
    with pytest.raises(OpslagError, match="past niet"), gevuld.schrijven() as cursor:
        zet_staat(cursor, fijn)
    with gevuld.lezen() as cursor:
        assert lees_staat(cursor) == STAAT


def test_a_proposal_and_its_reactions_come_back_exactly(gevuld: Opslag) -> None:
    voorstel = voorstellen.maak(gevuld, WIE, VOORSTEL)
    verlies = (Verlies(opdracht=OpdrachtCode("O1"), uren_honderdste=100, euro_cent=0),)
    na = voorstellen.reageer(
        gevuld,
        WIE,
        1,
        1,
        soort=Reactiesoort.BEZWAAR,
        tekst="Te snel.",
        tijdstip=TIJD,
        verlies=verlies,
    )
    assert voorstellen.lees(gevuld, 1) == na
    assert (na.versie, na.reacties[0].verlies) == (2, verlies)
    assert replace(na, versie=1, reacties=()) == voorstel == VOORSTEL
    with pytest.raises(InvoerError):
        voorstellen.lees(gevuld, 2)


def test_a_decision_is_a_levering_with_its_line_in_the_ledger(gevuld: Opslag) -> None:
    voorstellen.maak(gevuld, WIE, VOORSTEL)
    levering, regel = besluiten.neem_aan(gevuld, wie=WIE, besluit=BESLUIT, versie=1, rijen=NIETS)
    assert (levering.nummer, levering.besluit) == (2, 1)
    assert regel == replace(BESLUIT, levering=2)
    assert besluiten.lijst(gevuld) == (regel,)
    with gevuld.lezen() as cursor:
        assert lees_staat(cursor) == STAAT
    anders = replace(regel, reden="Zomaar.")
    assert besluiten.regelkern(anders) != besluiten.regelkern(regel)


def test_a_decision_on_another_state_stores_nothing(gevuld: Opslag) -> None:
    voorstellen.maak(gevuld, WIE, VOORSTEL)
    for besluit, versie in ((replace(BESLUIT, basis_levering=0), 1), (BESLUIT, 2)):
        with pytest.raises(ConflictError):
            besluiten.neem_aan(gevuld, wie=WIE, besluit=besluit, versie=versie, rijen=NIETS)
    assert besluiten.lijst(gevuld) == ()
    assert laatste_nummer(gevuld) == 1
    assert voorstellen.lees(gevuld, 1) == VOORSTEL


def test_taking_and_turning_down_are_not_mixed_up(gevuld: Opslag) -> None:
    voorstellen.maak(gevuld, WIE, VOORSTEL)
    with pytest.raises(InvariantError):
        besluiten.wijs_af(gevuld, wie=WIE, besluit=BESLUIT, versie=1)
    nee = replace(BESLUIT, stand=Voorstelstand.AFGEWEZEN, staat_na=None, vingerafdruk_na=None)
    with pytest.raises(InvariantError):
        besluiten.neem_aan(gevuld, wie=WIE, besluit=nee, versie=1, rijen=NIETS)
    assert besluiten.wijs_af(gevuld, wie=WIE, besluit=nee, versie=1) == nee
    assert laatste_nummer(gevuld) == 1


def test_two_drafts_with_the_same_change_are_two_proposals(gevuld: Opslag) -> None:
    voorstellen.maak(gevuld, WIE, VOORSTEL)
    park = Parkeer(opdracht=OpdrachtCode("O1"), oude_status="lopend")
    tweede = voorstellen.maak(gevuld, WIE, replace(VOORSTEL, wijzigingen=(park,)))
    assert [v.nummer for v in voorstellen.lijst(gevuld)] == [1, 2]
    assert tweede.wijzigingen[0].soort == "parkeer"
