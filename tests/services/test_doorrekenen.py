"""An objection is tried in an own draft; the proposal is shared, compared and taken along."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import PersoonCode, TeamCode
from sturing.domain.wie import RechtRol
from sturing.errors import InvoerError, RechtError
from sturing.services import reacties, scenarios, voorstellen
from sturing.services.besluitbeeld import Besluitenbeeld, Voorstelbeeld
from sturing.services.besluitscherm import besluiten
from sturing.services.concept import eigen_concept
from sturing.services.doorrekenen import downloadrijen, reken_door
from sturing.services.omgeving import Omgeving
from sturing.store import concepten, logboek
from sturing.store import voorstellen as opslag_voorstellen
from tests.services.besluitproef import leg_voor, neem, omgeving_van, persoon
from tests.services.besluitwereld import DIR, MEDEWERKER, S2, SM, SS, VOORAAN, wereld


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = omgeving_van(wereld())
    leg_voor(omgeving, SM, VOORAAN)
    reacties.maak_bezwaar(omgeving, SS, 1, 1, "Nobelkwartier kan niet wachten.")
    yield omgeving
    omgeving.sluit()


def beeld(omgeving: Omgeving, wie) -> Voorstelbeeld:
    gemaakt = besluiten(omgeving, wie)
    assert isinstance(gemaakt, Besluitenbeeld)
    assert gemaakt.voorstel is not None
    return gemaakt.voorstel


def test_an_objection_is_calculated_through_in_an_own_draft(omgeving: Omgeving) -> None:
    voor = opslag_voorstellen.lees(omgeving.opslag, 1)
    bron = concepten.lees(omgeving.opslag, voor.concept)
    zin = reken_door(omgeving, DIR, 1, 1)
    concept = eigen_concept(omgeving, DIR)
    assert concept is not None
    assert concept.wijzigingen == voor.wijzigingen == (VOORAAN,)
    assert concept.naam == "Doorgerekend: Wonen eerst"
    assert concept.omschrijving == (f"Bezwaar van {SS.naam}: Nobelkwartier kan niet wachten.")
    # T2 has about 1,369 hours: behind S2 (700) S3 gets 669 of its 800.
    assert f"{SS.naam} levert in: Nobelkwartier (" in zin
    assert "Het voorstel zelf verandert niet." in zin
    assert opslag_voorstellen.lees(omgeving.opslag, 1) == voor
    assert concepten.lees(omgeving.opslag, bron.id) == bron
    regel = logboek.lees(omgeving.opslag)[-1]
    assert (regel.actie, regel.nieuw) == ("scenario maken", "uit voorstel 1, bezwaar 1")


def test_the_draft_can_be_changed_for_who_objects_and_laid_before_again(omgeving: Omgeving) -> None:
    reken_door(omgeving, SM, 1, 1)
    concept = eigen_concept(omgeving, SM)
    assert concept is not None
    minder = w.InzetWijziging(opdracht=S2, team=TeamCode("T2"), uren_honderdste=-131_00)
    concept = concepten.voeg_toe(omgeving.opslag, concept.id, minder, concept.versie)
    beter = leg_voor(omgeving, SM, *concept.wijzigingen, titel="Met ruimte voor Nobelkwartier")
    assert [d.opdracht for d in voorstellen.beoordeel(omgeving, SM, beter).verlies] == ["S1"]


def test_only_an_objection_to_an_open_proposal_can_be_tried_and_only_with_a_right(
    omgeving: Omgeving,
) -> None:
    aantal = len(concepten.lijst(omgeving.opslag))
    with pytest.raises(InvoerError):
        reken_door(omgeving, DIR, 1, 7)
    for wie in (MEDEWERKER, persoon("beheer", RechtRol.BEHEERDER)):
        with pytest.raises(RechtError):
            reken_door(omgeving, wie, 1, 1)
    voorstel = opslag_voorstellen.lees(omgeving.opslag, 1)
    neem(omgeving, DIR, voorstel, "Toch.")
    with pytest.raises(InvoerError, match="niet meer open"):
        reken_door(omgeving, DIR, 1, 1)
    assert len(concepten.lijst(omgeving.opslag)) == aantal


def test_comparing_needs_the_untouched_draft_of_the_proposal_and_an_other_of_ones_own(
    omgeving: Omgeving,
) -> None:
    bron = opslag_voorstellen.lees(omgeving.opslag, 1).concept
    assert beeld(omgeving, SM).doen.vergelijk == ()
    assert beeld(omgeving, DIR).doen.vergelijk == ()
    reken_door(omgeving, SM, 1, 1)
    eigen = eigen_concept(omgeving, SM)
    assert eigen is not None
    assert beeld(omgeving, SM).doen.vergelijk == (bron, eigen.id)
    van_dir = scenarios.maak(omgeving, DIR, "Eigen")
    assert beeld(omgeving, DIR).doen.vergelijk == ()
    concept = concepten.lees(omgeving.opslag, bron)
    concepten.leeg(omgeving.opslag, bron, concept.versie)
    assert beeld(omgeving, SM).doen.vergelijk == ()
    assert van_dir


def test_the_numbers_of_the_proposal_go_along_with_a_right_to_export(omgeving: Omgeving) -> None:
    rijen = downloadrijen(beeld(omgeving, DIR))
    assert {rij[0] for rij in rijen} >= {"Opdrachten 2027", "Uren 2027", "Levert in", "Wijziging"}
    assert any("Nobelkwartier (SM sociaal)" in rij[1] for rij in rijen)
    verschil = {(rij[0], rij[1]): rij[4] for rij in rijen}
    assert verschil["Levert in", "Nobelkwartier (SM sociaal)"] == "−125"
    assert verschil["Uren per opdrachtgever", "SM sociaal"] == "−125"
    # A strategisch manager exports the own domain only.
    namen = [rij[1] for rij in downloadrijen(beeld(omgeving, SS))]
    assert namen == ["Nobelkwartier (SM sociaal)"]


def test_a_right_on_figures_of_groups_takes_no_opdracht_along(omgeving: Omgeving) -> None:
    wethouder = persoon("wet", RechtRol.BESTUUR, persoon=PersoonCode("WET"))
    gezien = beeld(omgeving, wethouder)
    assert "Nobelkwartier" in [merk.naam for merk in gezien.gevolg.levert_in]
    delen = [rij[0] for rij in downloadrijen(gezien)]
    assert set(delen) == {"Opdrachten 2027", "Uren 2027"}


def test_an_objection_that_was_taken_back_is_not_calculated_through(omgeving: Omgeving) -> None:
    reacties.stem_in(omgeving, SS, 1, opslag_voorstellen.lees(omgeving.opslag, 1).versie)
    aantal = len(concepten.lijst(omgeving.opslag))
    with pytest.raises(InvoerError, match="niet meer open"):
        reken_door(omgeving, DIR, 1, 1)
    assert len(concepten.lijst(omgeving.opslag)) == aantal
