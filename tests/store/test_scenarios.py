"""Versions, copies, sharing and the basis of drafts, and drafts of before they existed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.domain.scenario import Deelrecht
from sturing.errors import ConflictError, InvoerError
from sturing.store import concepten, conceptversies, deling, migraties, scenarios
from sturing.store.conceptbasis import lees_basis, zet_basis
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad
from sturing.store.sql_tekst import migratieteksten
from tests.store.voorbeeld import anders, lever, nieuw


def rang(plaats: int, code: str = "O1") -> w.Rang:
    return w.Rang(opdracht=OpdrachtCode(code), oude_plaats=9, plaats=plaats)


def maak(opslag: Opslag, eigenaar: str = "anna") -> int:
    return concepten.maak(opslag, naam="c", eigenaar=eigenaar, basis_levering=0).id


def test_a_version_is_of_one_draft_only(opslag: Opslag) -> None:
    een, twee = maak(opslag), maak(opslag)
    versies = [concepten.lees(opslag, n).versie for n in (een, twee)]
    versies.append(concepten.voeg_toe(opslag, een, rang(1), versies[0]).versie)
    versies.append(concepten.voeg_toe(opslag, twee, rang(1), versies[1]).versie)
    assert versies == [1, 2, 3, 4]
    with opslag.lezen() as cursor:
        assert [v.versie for v in conceptversies.sinds(cursor, een, 1)] == [3]
        with pytest.raises(ConflictError, match="ander concept"):
            conceptversies.sinds(cursor, een, 4)
        with pytest.raises(ConflictError, match="te lang geleden"):
            conceptversies.sinds(cursor, een, 99)


def test_the_oldest_versions_go_first_and_those_of_others_stay(
    opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conceptversies, "BEWAARD", 3)
    monkeypatch.setattr(conceptversies, "_OPRUIMEN_OM", 1)
    een, twee = maak(opslag), maak(opslag)
    versie = 1
    for plaats in range(6):
        versie = concepten.voeg_toe(opslag, een, rang(plaats), versie).versie
    assert [v.versie for v in conceptversies.geschiedenis(opslag, een)] == [6, 7, 8]
    assert [v.versie for v in conceptversies.geschiedenis(opslag, twee)] == [2]


def test_drafts_of_before_get_a_version_of_their_own_and_go_on(
    pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as eerder:
        eerder.setattr(migraties, "migratieteksten", lambda: migratieteksten()[:6])
        with Opslag.open(pad) as opslag, opslag.schrijven() as cursor:
            cursor.execute("insert into concept values (1, 'een', 'anna', 0, 3, 0)")
            cursor.execute("insert into concept values (2, 'twee', 'bram', 0, 3, 0)")
            cursor.execute("insert into concept_stap values (1, 0, '[]'), (2, 0, '[]')")
    with Opslag.open(pad) as opslag:
        een, twee = concepten.lijst(opslag)
        assert (een.versie, twee.versie) == (4, 5)
        assert (een.omschrijving, een.gearchiveerd, een.kopie_van) == ("", False, None)
        assert lees_basis(opslag, 1) is None
        assert concepten.voeg_toe(opslag, 1, rang(1), 4).versie == 6


def test_a_copy_keeps_lines_authors_and_basis_and_remembers_what_it_began_with(
    opslag: Opslag,
) -> None:
    een = maak(opslag)
    concepten.voeg_toe(opslag, een, rang(1), 1, door="bram")
    kopie = concepten.kopieer(opslag, een, naam="k", eigenaar="carl")
    concepten.voeg_toe(opslag, kopie.id, rang(2), kopie.versie)
    nu = concepten.lees(opslag, kopie.id)
    assert [(r.door, r.wijziging) for r in nu.regels] == [("bram", rang(1)), ("carl", rang(2))]
    herkomst = scenarios.herkomst_van(opslag, kopie.id)
    assert (herkomst.kopie_van, [r.wijziging for r in herkomst.regels]) == (een, [rang(1)])
    assert not kopie.kan_ongedaan
    with pytest.raises(InvoerError):
        concepten.kopieer(opslag, 99, naam="k", eigenaar="carl")
    with pytest.raises(InvoerError):
        scenarios.herkomst_van(opslag, 99)


def test_the_draft_worked_in_is_the_chosen_one_while_it_may_be(opslag: Opslag) -> None:
    assert scenarios.werk_van(opslag, "anna") is None
    een, twee, van_bram = maak(opslag), maak(opslag), maak(opslag, "bram")

    def werk() -> tuple[int, Deelrecht | None]:
        nu = scenarios.werk_van(opslag, "anna")
        assert nu is not None
        return nu.concept.id, nu.recht

    assert werk() == (twee, None)
    scenarios.kies(opslag, "anna", een)
    assert werk() == (een, None)
    scenarios.kies(opslag, "anna", van_bram)
    assert werk() == (twee, None)
    deling.zet_deelnemer(opslag, van_bram, "anna", Deelrecht.KIJKEN)
    assert werk() == (van_bram, Deelrecht.KIJKEN)
    deling.zet_deelnemer(opslag, van_bram, "anna", Deelrecht.MEEWERKEN)
    assert werk() == (van_bram, Deelrecht.MEEWERKEN)
    scenarios.kies(opslag, "anna", None)
    assert werk() == (twee, None)


def test_a_right_and_a_link_are_replaced_and_taken_away(opslag: Opslag) -> None:
    een = maak(opslag)
    deling.zet_deelnemer(opslag, een, "bram", Deelrecht.KIJKEN)
    deling.zet_deelnemer(opslag, een, "bram", Deelrecht.MEEWERKEN)
    assert deling.deelnemers(opslag, een) == {"bram": Deelrecht.MEEWERKEN}
    assert deling.gedeeld_met(opslag, "bram") == {een: Deelrecht.MEEWERKEN}
    deling.zet_deelnemer(opslag, een, "bram", None)
    assert deling.deelnemers(opslag, een) == {}
    for sleutel in ("a" * 43, "b" * 43):
        deling.zet_link(opslag, een, deling.Link(sleutel=sleutel, recht=Deelrecht.KIJKEN))
    assert deling.link_van(opslag, een) == deling.Link(sleutel="b" * 43, recht=Deelrecht.KIJKEN)
    deling.zet_link(opslag, een, None)
    assert deling.link_van(opslag, een) is None


def test_a_draft_rests_on_the_order_and_settings_of_its_beginning(opslag: Opslag) -> None:
    with opslag.schrijven() as cursor:
        cursor.execute("insert into besloten_rang values ('O1', 1), ('O2', 2)")
        cursor.execute("insert into instelling values (1, 'samenhangend', false, 2, 1, 0.5)")
    een = maak(opslag)
    with opslag.schrijven() as cursor:
        cursor.execute("delete from besloten_rang")
        cursor.execute("delete from instelling")
    basis = lees_basis(opslag, een)
    assert basis is not None
    assert basis.rang == {"O1": 1, "O2": 2}
    assert basis.instellingen.methode is Methode.SAMENHANGEND
    assert not basis.instellingen.wettelijk_eerst
    assert str(basis.instellingen.gewichten.financiele_waarde) == "0.5"
    with opslag.schrijven() as cursor:
        zet_basis(cursor, een, 7)
    nieuw_ = lees_basis(opslag, een)
    assert nieuw_ is not None
    assert (nieuw_.rang, concepten.lees(opslag, een).basis_levering) == ({}, 7)


def test_versions_copies_and_basis_follow_a_new_code(opslag: Opslag) -> None:
    lever(opslag, nieuw("Opdrachten"), nieuw("Teams"))
    with opslag.schrijven() as cursor:
        cursor.execute("insert into besloten_rang values ('O1', 1)")
    een = maak(opslag)
    nu = concepten.voeg_toe(opslag, een, rang(1), concepten.lees(opslag, een).versie)
    kopie = concepten.kopieer(opslag, een, naam="k", eigenaar="anna").id
    concepten.leeg(opslag, een, nu.versie)
    (rij,) = lees_blad(opslag, "Opdrachten")
    lever(opslag, anders("Opdrachten", rij, opdracht="N9", van=date(2027, 1, 1)))
    _, erbij, weg = conceptversies.geschiedenis(opslag, een)
    assert erbij.erbij[0].wijziging == weg.weg[0].wijziging == rang(1, "N9")
    assert scenarios.herkomst_van(opslag, kopie).regels[0].wijziging == rang(1, "N9")
    basis = lees_basis(opslag, kopie)
    assert basis is not None
    assert basis.rang == {"N9": 1}
